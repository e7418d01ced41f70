//! What would change a number: every effect worked out by hand, their order, and what is left out.
#![cfg(test)]

use fairshare::analysis::{Effect, nearby};
use fairshare::document;
use fairshare::engine::{OutcomeMeasure, Source, compute, measure_at, workings};
use fairshare::format::Unit;
use fairshare::levers::{Lever, Typing, Value, all_nodes, lever_at, path_of, set_all, typed};
use fairshare::model::Scenario;
use fairshare::money::Share;
use fairshare::report::explain::{Asked, Page, as_text, explain, working};

/// The page of a number as it stands.
fn page(scenario: &Scenario, path: &str) -> Page {
    let worked = workings(scenario);
    let asked = Asked { now: scenario, worked: &worked, changes: &[], file: "a.ron" };
    let measure = measure_at(scenario, path).unwrap();
    explain(&asked, Source::Outcome(measure.node, measure.row.id))
}

/// Its effects: words, value, change.
fn rows(scenario: &Scenario, path: &str) -> Vec<[String; 3]> {
    let effects = page(scenario, path).effects.into_iter();
    effects.map(|own| [own.words, own.value, own.change]).collect()
}

fn is(rows: &[[String; 3]], expected: &[[&str; 3]]) {
    let rows: Vec<[&str; 3]> =
        rows.iter().map(|[words, value, change]| [words.as_str(), value, change]).collect();
    assert_eq!(rows, expected);
}

fn library(name: &str) -> Scenario {
    document::library(name).unwrap()
}

/// A scenario with levers moved as they would be typed.
fn with(name: &str, moves: &[(&str, &str)]) -> Scenario {
    let base = library(name);
    let mut now = base.clone();
    for (path, value) in moves {
        let lever = lever_at(&base, path).unwrap();
        let value = typed(Typing { now: &now, base: &base, lever, unit: Unit::Pounds }, value);
        lever.set(&mut now, &value.unwrap()).unwrap();
    }
    now
}

/// The effects of levers by their paths.
fn effects(scenario: &Scenario, levers: &[&str], measure: &str) -> Vec<Effect> {
    let levers: Vec<Lever> = levers.iter().map(|path| lever_at(scenario, path).unwrap()).collect();
    nearby(scenario, &levers, measure_at(scenario, measure).unwrap())
}

#[test]
fn what_would_change_thurrocks_ask() {
    // It is asked for £478,904.64: £25m ÷ 5 = £5m, 70 % = £3.5m, × 228.287 ÷ 1,668.4 (MECHANISM 10).
    let expected = [
        // £50.4m ÷ 5 = £10.08m; 70 % = £7.056m; × 228.287 ÷ 1,668.4 = 965,471.7525….
        ["the five cover the whole gap", "£965,471.75", "▲ +486,567.11"],
        // £3.5m ÷ 5.
        ["commissioners split equally", "£700,000.00", "▲ +221,095.36"],
        // £5m × 228.287 ÷ 1,668.4 = 684,149.4845….
        ["commissioners find it all", "£684,149.48", "▲ +205,244.84"],
        // Of the others Mid Essex pays most. £3.5m × 228.287 ÷ (1,668.4 − 496.864) = 682,014.4664…, again
        // with a penny.
        ["Mid Essex refuses", "£682,014.47", "▲ +203,109.83"],
        // £25m × 1,588.157 ÷ 7,585.488 (the five of MECHANISM 10) = £5,234,195.21; 70 % of that,
        // × 228.287 ÷ 1,668.4 = 501,336.0740…, rounded down, and one of the pennies that this leaves.
        ["offset split by allocation", "£501,336.08", "▲ +22,431.44"],
        // The offset is fixed: what the gap grows by is uncovered.
        ["C&P’s plan −192.4m → −193.4m", "£478,904.64", "=  0.00"],
    ];
    is(&rows(&library("east-of-england-2019"), "07G.ask"), &expected);
}

#[test]
fn what_would_change_what_a_lead_payer_is_asked_for() {
    let expected = [
        // £50.4m ÷ 5.
        ["the five cover the whole gap", "£10,080,000.00", "▲ +5,080,000.00"],
        // MECHANISM 10: £5m over the three by allocation.
        ["no lead payer", "£2,042,583.11", "▼ −2,957,416.89"],
        // MECHANISM 10: the £25m by allocation.
        ["offset split by allocation", "£6,643,293.75", "▲ +1,643,293.75"],
        ["C&P’s plan −192.4m → −193.4m", "£5,000,000.00", "=  0.00"],
    ];
    is(&rows(&library("east-of-england-2019"), "06N.ask"), &expected);
}

#[test]
fn what_would_change_a_delay() {
    let rows = rows(&library("east-of-england-2019"), "07G/crisis-line.delay");
    // £478,904.64 ÷ (£1.44m ÷ 12) = 3.9908… months; ÷ (£1.45m ÷ 12) = 3.9633…: 0.0275… less.
    // Whatever asks for more than 4 × £120k ends at the four months that are left of the year.
    let name = "24-hour crisis line and team’s annual cost 1.44m → 1.45m";
    is(&rows[..1], &[[name, "3.9633… months", "▼ −0.0275…"]]);
    is(&rows[1..2], &[["commissioners split equally", "4 months", "▲ +0.0091…"]]);
    is(&rows[5..], &[["C&P’s plan −192.4m → −193.4m", "3.9908… months", "=  0"]]);
}

#[test]
fn what_would_change_an_ask_in_northshire() {
    // The head of the file: Vale £3m by allocation, its commissioners 80 % = £2.4m, East Vale by
    // allocation 200 of 300: £1.6m.
    let expected = [
        // The file’s own story: £8m × 3/5 × 80 % = £3.84m; West Vale’s cap holds it at £1m.
        ["the two cover the whole need", "£2,840,000.00", "▲ +1,240,000.00"],
        // It alone carries the £2.4m.
        ["West Vale refuses", "£2,400,000.00", "▲ +800,000.00"],
        // £3m × 200 ÷ 300.
        ["commissioners find it all", "£2,000,000.00", "▲ +400,000.00"],
        // £5m ÷ 2 × 80 % × 200 ÷ 300 = 1,333,333.33….
        ["offset split equally", "£1,333,333.33", "▼ −266,666.67"],
        // £2.4m ÷ 2 = £1.2m, but West Vale’s cap is £1m: the other £200k comes back.
        ["commissioners split equally", "£1,400,000.00", "▼ −200,000.00"],
        ["Moor’s plan −32m → −33m", "£1,600,000.00", "=  0.00"],
    ];
    is(&rows(&library("northshire"), "EV.ask"), &expected);
}

#[test]
fn support_that_is_not_paid_hangs_on_a_margin() {
    // Moor lacks £3m and is paid nothing. The region’s story: its need is covered, £4m are paid.
    let rows = rows(&library("northshire"), "Moor.support");
    // Its result of −£29m is above its plan of −£32m, too: if that is agreed, it is paid as well.
    let expected = [
        ["Moor’s plan is agreed as its target", "£4,000,000.00", "▲ +4,000,000.00"],
        ["the two cover the whole need", "£4,000,000.00", "▲ +4,000,000.00"],
    ];
    is(&rows[..2], &expected);
}

#[test]
fn what_is_chosen_and_is_no_figure_is_on_the_way_too() {
    // C&P is paid £86m because its plan was agreed as its target; against its control total it
    // misses by £25.4m and is paid nothing.
    let of_support = rows(&library("east-of-england-2019"), "CP.support");
    is(&of_support[..1], &[["C&P’s plan is not agreed", "£0.00", "▼ −86,000,000.00"]]);
    // Coast’s part of the £5m is £2m (the head of the file).
    let refuses = with("northshire", &[("Coast.stance", "Refuses")]);
    let of_coast = rows(&refuses, "Coast.contribution");
    is(&of_coast[..1], &[["Coast contributes", "£2,000,000.00", "▲ +2,000,000.00"]]);
    // The need is £9m. Without the region’s reserve all of it is passed on, then £8.1m.
    let whole = with("northshire", &[("North.offset", "WholeNeed"), ("North.reserve", "0")]);
    let of_offset = rows(&whole, "North.covered");
    let nine_tenths = of_offset.iter().find(|own| own[0] == "offset whole need → 90%");
    assert_eq!(nine_tenths.unwrap()[1..], ["£8,100,000.00", "▼ −900,000.00"]);
}

#[test]
fn of_many_gaps_the_largest_is_moved() {
    // England’s need is the sum of 44 gaps; North West London’s £1,410m is the largest of them.
    let of_need = rows(&library("england-2016"), "ENG.need");
    // MECHANISM 3: need is the sum; a million more of one is a million more of it.
    is(&of_need, &[["NWL’s gap 1,410m → 1,411m", "£22,030,900,000.00", "▲ +1,000,000.00"]]);
}

#[test]
fn a_share_changes_by_points() {
    // £700k of £7m is 10 %. With the whole need East Vale finds £1.24m more, all of it here:
    // £1.94m ÷ £7m = 27.7142…%.
    let rows = rows(&library("northshire"), "EV/beds.cut_share");
    is(&rows[..1], &[["the two cover the whole need", "27.7142…%", "▲ +17.7142… points"]]);
}

#[test]
fn a_step_goes_the_other_way_if_the_first_is_refused() {
    let scenario = with("east-of-england-2019", &[("07G.cap", "600k"), ("07G.floor", "600k")]);
    // A floor of £700k would be above the cap. One of £500k still is above the share of £478,904.64.
    let of_floor = effects(&scenario, &["07G.floor"], "07G.ask");
    assert_eq!(of_floor[0].words, "Thurrock’s floor 600k → 500k");
    assert_eq!(of_floor[0].change.value, Some((-100_000_00, 1)));
    // A cap of £500k would be below the floor; one of £700k changes nothing: neither is told.
    assert_eq!(effects(&scenario, &["07G.cap"], "07G.ask"), []);
}

#[test]
fn a_percentage_moves_by_ten_points_and_a_whole_agreed_share_gives_a_tenth_away() {
    let scenario = with("east-of-england-2019", &[("EoE.offset", "50%")]);
    // 60 % of £50.4m = £30.24m, a fifth of it £6.048m; now a fifth of £25.2m: £5.04m.
    let of_offset = effects(&scenario, &["EoE.offset"], "MSE.ask");
    assert_eq!(of_offset[0].words, "offset 50% → 60%");
    assert_eq!(of_offset[0].change.value, Some((1_008_000_00, 1)));

    // Vale’s £3m: its commissioners find all of it, then £2.7m.
    let mut scenario = library("northshire");
    let percent = |path: &str, share: i64| {
        let lever = lever_at(&library("northshire"), path).unwrap();
        (lever, Value::Share(Some(Share::percent(share))))
    };
    let shares = [percent("Vale/commissioners.percent", 100), percent("Vale/providers.percent", 0)];
    set_all(&mut scenario, &shares).unwrap();
    let of_share = effects(&scenario, &["Vale/commissioners.percent"], "Vale/commissioners.ask");
    assert_eq!(of_share[0].words, "commissioners find 90%");
    assert_eq!(of_share[0].change.value, Some((-300_000_00, 1)));
}

#[test]
fn what_is_not_known_has_no_effects() {
    let scenario = library("northshire");
    // Nobody knows what Moor Hospital ends the year with.
    assert_eq!(effects(&scenario, &["North.offset"], "MH.result"), []);
}

#[test]
fn every_effect_is_what_its_moves_come_to_and_stands_in_its_order() {
    let scenario = library("northshire");
    let worked = workings(&scenario);
    let asked = Asked { now: &scenario, worked: &worked, changes: &[], file: "a.ron" };
    let levers: Vec<Lever> =
        ["Moor.plan", "North.offset", "North.split", "Vale.split", "EV.reserve"]
            .map(|path| lever_at(&scenario, path).unwrap())
            .into();
    let mut told = 0;
    for measure in all_nodes(&scenario).into_iter().flat_map(OutcomeMeasure::all) {
        let page = explain(&asked, Source::Outcome(measure.node, measure.row.id));
        assert!(page.effects.len() <= 6, "{}", page.path);
        let still = page.effects.iter().filter(|own| own.change.starts_with('='));
        let still: Vec<String> = still.map(|own| path_of(&scenario, own.moves[0].0)).collect();
        assert!(still.is_empty() || still == ["Moor.plan"], "{} {still:?}", page.path);

        let effects = nearby(&scenario, &levers, measure);
        let mut last = u128::MAX;
        for effect in effects.iter().filter(|own| own.before.pence().is_some()) {
            let size = effect.change.value.unwrap().0.unsigned_abs();
            assert!(size <= last, "{}: {}", page.path, effect.words);
            last = size;
            let mut moved = scenario.clone();
            set_all(&mut moved, &effect.moves).unwrap();
            assert_eq!(measure.read(&moved, &compute(&moved)), effect.after, "{}", effect.words);
            told += 1;
        }
    }
    assert!(told > 100, "{told}");
}

#[test]
fn the_text_has_them_behind_the_checks() {
    let scenario = library("east-of-england-2019");
    let text = as_text(&page(&scenario, "07G.ask"));
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| line.starts_with("What would change it")).unwrap();
    // All end in the same column.
    assert!(lines[at].ends_with("£ change"));
    for line in &lines[at..at + 7] {
        assert_eq!(line.chars().count(), 100, "{line}");
    }
    let check = lines.iter().position(|line| *line == "Check").unwrap();
    let words = lines.iter().position(|line| *line == "Words").unwrap();
    assert!(check < at && at < words);
}

#[test]
fn a_working_alone_and_a_figure_have_none() {
    let scenario = library("east-of-england-2019");
    let worked = workings(&scenario);
    let asked = Asked { now: &scenario, worked: &worked, changes: &[], file: "a.ron" };
    let ask = measure_at(&scenario, "07G.ask").unwrap();
    let source = Source::Outcome(ask.node, ask.row.id);
    assert_eq!(working(&asked, source).effects, []);
    assert_eq!(Page { effects: Vec::new(), ..explain(&asked, source) }, working(&asked, source));
    let plan = Source::Lever(lever_at(&scenario, "CP.plan").unwrap());
    assert_eq!(explain(&asked, plan).effects, []);
}
