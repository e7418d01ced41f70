//! Who bears it, worked by hand from the published figures of the East of England 2019/20
//! (`bodies.csv`, CCGs summed): registered people MSE 1,235,810 · SNEE 1,023,545 · N&W 1,065,308 ·
//! HWE 1,580,494 · BLMK 1,031,293, in all 5,936,450; allocations 1,588.157 · 1,331.916 · 1,412.461 ·
//! 2,015.705 · 1,237.249 £m, in all 7,585.488.

use fairshare::analysis::{Burdens, Missing, all_splits, distance, parts};
use fairshare::engine::compute;
use fairshare::levers::{Value, lever_at, node_at};
use fairshare::model::{Measures, Node, Scenario, Splitter, Stance, Standing};
use fairshare::money::{Pence, Share};
use fairshare::report::{
    Form, Manner, burden_figure, gini_figure, missing_words, ratio_figure, split_name,
};
use fairshare::split::Column;

use super::exports::{as_json, unchanged};
use super::stage::east_of_england;

fn split_at(scenario: &Scenario, path: &str) -> Splitter {
    scenario.splitter_at(node_at(scenario, path).unwrap()).unwrap()
}

fn burdens(scenario: &Scenario, path: &str, column: Column) -> Result<Burdens, Missing> {
    Burdens::of(scenario, &compute(scenario), (split_at(scenario, path), column))
}

/// Everybody's burden as it is written, the lowest first.
fn figures(scenario: &Scenario, own: &Burdens, column: Column) -> Vec<(String, String)> {
    let measure = scenario.measures.measure(column).unwrap();
    let each = own.list().iter().map(|burden| {
        let id = scenario.words.of(burden.node).id.clone();
        (id, burden_figure(measure, burden.fraction()))
    });
    each.collect()
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(id, figure)| ((*id).to_owned(), (*figure).to_owned())).collect()
}

#[test]
fn five_million_each_by_head() {
    let scenario = east_of_england();
    let own = burdens(&scenario, "EoE", Measures::REGISTERED).unwrap();
    // £5m over each: the column `ask_per_head_gbp` of the table.
    let expected = [("HWE", "3.16"), ("MSE", "4.05"), ("NW", "4.69"), ("BLMK", "4.85")];
    assert_eq!(figures(&scenario, &own, Measures::REGISTERED)[..4], pairs(&expected));
    assert_eq!(figures(&scenario, &own, Measures::REGISTERED)[4..], pairs(&[("SNEE", "4.88")]));
    // 4.8850 ÷ 3.1636 = 1,580,494 ÷ 1,023,545 = 1.5441; 4.8850 − 3.1636 = 1.7214.
    assert_eq!(ratio_figure(own.ratio()).unwrap(), "1.54");
    let measure = scenario.measures.measure(Measures::REGISTERED).unwrap();
    assert_eq!(burden_figure(measure, own.difference()), "1.72");
    // Each bears a fifth, cumulated 0, 0.2, 0.4, 0.6, 0.8, 1; G = 1 − Σ people × (y before + y after)
    // ÷ all people. Σ = 1,580,494 × 0.2 + 1,235,810 × 0.6 + 1,065,308 × 1.0 + 1,031,293 × 1.4
    // + 1,023,545 × 1.8 = 5,409,084, so G = (5,936,450 − 5,409,084) ÷ 5,936,450 = 0.088835.
    let (numerator, denominator) = own.gini();
    assert_eq!(numerator * 5_936_450, 527_366 * denominator);
    assert_eq!(gini_figure(own.gini()), "0.089");
}

#[test]
fn five_million_each_by_allocation() {
    let scenario = east_of_england();
    let own = burdens(&scenario, "EoE", Measures::ALLOCATION).unwrap();
    // The column `ask_pct_of_allocation`: 0.248, 0.315, 0.354, 0.375, 0.404.
    let expected =
        [("HWE", "0.248"), ("MSE", "0.315"), ("NW", "0.354"), ("SNEE", "0.375"), ("BLMK", "0.404")];
    assert_eq!(figures(&scenario, &own, Measures::ALLOCATION), pairs(&expected));
    // 2,015.705 ÷ 1,237.249 = 1.629.
    assert_eq!(ratio_figure(own.ratio()).unwrap(), "1.63");
    // Σ = 2,015.705 × 0.2 + 1,588.157 × 0.6 + 1,412.461 × 1.0 + 1,331.916 × 1.4 + 1,237.249 × 1.8
    // = 6,860.2268; G = (7,585.488 − 6,860.2268) ÷ 7,585.488 = 0.0956.
    assert_eq!(gini_figure(own.gini()), "0.096");
}

#[test]
fn split_by_allocation_all_bear_the_same_share_of_it() {
    let mut scenario = east_of_england();
    let rule = fairshare::split::Rule::Proportional { by: Measures::ALLOCATION };
    let lever = lever_at(&scenario, "EoE.split").unwrap();
    lever.set(&mut scenario, &Value::Rule(rule.into())).unwrap();
    let own = burdens(&scenario, "EoE", Measures::ALLOCATION).unwrap();
    // £25m of £7,585.488m is 0.330 % for all; whole pence leave nothing that shows.
    assert!(figures(&scenario, &own, Measures::ALLOCATION).iter().all(|(_, own)| own == "0.330"));
    assert_eq!(gini_figure(own.gini()), "0.000");
    // By head: N&W £4,655,143 ÷ 1,065,308 = 4.37 is the highest, BLMK £4,077,684 ÷ 1,031,293 = 3.95
    // the lowest (the drawing of Compare has both).
    let heads = burdens(&scenario, "EoE", Measures::REGISTERED).unwrap();
    let figures = figures(&scenario, &heads, Measures::REGISTERED);
    assert_eq!(figures.first(), pairs(&[("BLMK", "3.95")]).first());
    assert_eq!(figures.last(), pairs(&[("NW", "4.37")]).first());
}

#[test]
fn a_lead_payer_bears_it_for_three() {
    let scenario = east_of_england();
    let own = burdens(&scenario, "HWE/commissioners", Measures::REGISTERED).unwrap();
    // Herts Valleys' 655,702 people bear all £5m: £7.63; the others nothing, so there is no ratio.
    assert_eq!(figures(&scenario, &own, Measures::REGISTERED)[2].1, "7.63");
    assert_eq!(own.ratio(), None);
    // 1 − 655,702 ÷ 1,580,494 = 0.585.
    assert_eq!(gini_figure(own.gini()), "0.585");
}

#[test]
fn what_is_not_known_of_one_is_no_picture_of_all() {
    let mut scenario = east_of_england();
    let turnover = |scenario: &Scenario| burdens(scenario, "MSE/providers", Measures::TURNOVER);
    // Essex Partnership is exempt: of the three that are asked all turnovers are known.
    assert_eq!(turnover(&scenario).unwrap().list().len(), 3);
    // Asked by equal parts, its turnover is missing.
    let rule = Value::Rule(fairshare::split::Rule::Equal.into());
    lever_at(&scenario, "MSE/providers.split").unwrap().set(&mut scenario, &rule).unwrap();
    let stance = Value::Stance(Stance::Contributes);
    lever_at(&scenario, "R1L.stance").unwrap().set(&mut scenario, &stance).unwrap();
    let partner = node_at(&scenario, "R1L").unwrap();
    let missing = turnover(&scenario).unwrap_err();
    assert_eq!(missing, Missing::NotKnown(partner));
    assert_eq!(
        missing_words(&scenario, &[Measures::TURNOVER], missing),
        format!("turnover is not known for {}", scenario.words.of(partner).brief())
    );
    // A provider has no registered people at all.
    let missing = burdens(&scenario, "MSE/providers", Measures::REGISTERED).unwrap_err();
    assert!(matches!(missing, Missing::NoSuch(_)), "{missing:?}");
    // Providers of Hertfordshire are asked for nothing.
    let missing = burdens(&scenario, "HWE/providers", Measures::TURNOVER).unwrap_err();
    assert!(matches!(missing, Missing::Ask | Missing::NotKnown(_)), "{missing:?}");
}

#[test]
fn whoever_receives_or_is_exempt_takes_no_part() {
    let scenario = east_of_england();
    let outcome = compute(&scenario);
    let of = |path: &str| {
        let all = parts(&scenario, &outcome, split_at(&scenario, path));
        let out = all.into_iter().filter(|part| part.ask.is_none());
        out.map(|part| scenario.words.of(part.node).id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of("EoE"), ["CP"]);
    assert_eq!(of("MSE/providers"), ["R1L"]);
    let splits = all_splits(&scenario);
    let names: Vec<String> = splits.iter().map(|own| split_name(&scenario, *own)).collect();
    assert_eq!(names[0], "East of England");
    assert!(names.contains(&"MSE: Commissioners".to_owned()), "{names:?}");
    // One commissioner alone bears what its group is asked: there is nothing to compare.
    assert!(!names.iter().any(|name| name.ends_with("C&P: Commissioners")), "{names:?}");
}

#[test]
fn a_distance_from_target_is_that_of_the_only_commissioner() {
    let scenario = east_of_england();
    let system = distance(&scenario, node_at(&scenario, "CP").unwrap()).unwrap();
    assert_eq!(system.share, Share::from_units(-37_000_000_000));
    assert_eq!((system.standing, system.source.as_str()), (Standing::Reported, "debate"));
    assert_eq!(distance(&scenario, node_at(&scenario, "MSE").unwrap()), None);
}

#[test]
fn a_distance_of_several_is_that_of_their_sums() {
    let mut scenario = east_of_england();
    let system = node_at(&scenario, "HWE").unwrap();
    // 776.279 at +10 % has a target of 705.708…, 823.449 and 415.977 are on theirs:
    // 2,015.705 ÷ (705.7082 + 823.449 + 415.977) − 1 = 2,015.705 ÷ 1,945.1342 − 1 = 3.628 %.
    for (body, percent) in [("06K", 10), ("06N", 0), ("07H", 0)] {
        let Node::Body(place) = node_at(&scenario, body).unwrap() else { unreachable!() };
        scenario.bodies[place].distance = Some(Share::percent(percent));
    }
    let own = distance(&scenario, system).unwrap();
    assert_eq!(own.share.units() / 10_000_000, 3_628);
    assert_eq!((own.body, own.standing), (None, Standing::Derived));
}

#[test]
fn reports_say_who_bears_it() {
    let scenario = east_of_england();
    let text = unchanged(&scenario, Form::Text);
    let row = text
        .lines()
        .find(|line| line.starts_with("East of England  ") && line.contains("HWE"))
        .unwrap();
    let words: Vec<&str> = row.split_whitespace().collect();
    assert_eq!(words[3..], ["£", "a", "head", "HWE", "3.16", "SNEE", "4.88", "1.54", "0.089"]);
    let all = as_json(&scenario);
    let region = &all["fairness"][0];
    assert_eq!(region["of"], "EoE");
    let heads = &region["measures"][0];
    assert_eq!((heads["gini"].as_str(), heads["ratio"].as_str()), (Some("0.0888"), Some("1.54")));
    // HWE's 1,580,494 of 5,936,451 people are 26.6 %; it bears a fifth.
    let first = &heads["burdens"][0];
    assert_eq!(
        (first["who"].as_str(), first["sizes_so_far"].as_str()),
        (Some("HWE"), Some("26.6"))
    );
    assert_eq!(first["asks_so_far"], "20.0");
    let turnover =
        region["measures"].as_array().unwrap().iter().find(|m| m["measure"] == "turnover");
    assert!(turnover.unwrap()["missing"].as_str().unwrap().starts_with("turnover is not known"));
    assert_eq!(turnover.unwrap()["burdens"].as_array().unwrap().len(), 0);
}

#[test]
fn plain_reports_say_it_in_sentences() {
    let scenario = east_of_england();
    let manner = (Form::Text, Manner::Plain);
    let text = super::exports::written_in(&scenario, (&scenario, &[]), manner);
    assert!(text.contains(
        "East of England, in £ a head of registered people: lowest Hertfordshire and West Essex with \
         £3.16 a head, highest Suffolk and North East Essex with £4.88 a head, 1.54 times the lowest; \
         Gini coefficient 0.089."
    ));
    assert!(text.contains(
        "NHS Cambridgeshire and Peterborough CCG is funded 3.7% below its fair-shares target \
         (reported: debate)."
    ));
}

#[test]
fn who_is_asked_for_nothing_and_has_no_people_leaves_the_picture_whole() {
    // North East London asks nothing of its providers (an agreed 0 %), who have no residents: the two
    // groups of commissioners bear £587m by themselves.
    let scenario = fairshare::document::library("north-east-london-2017").unwrap();
    let outcome = compute(&scenario);
    let split = Splitter::System(0);
    let burdens = Burdens::of(&scenario, &outcome, (split, Measures::RESIDENT)).unwrap();
    assert_eq!(burdens.list().len(), 2);
    let asked: Pence = burdens.list().iter().map(|own| own.ask).sum();
    assert_eq!(asked, Pence::pounds(587_000_000));
}
