//! What a person types into a lever: INTERFACES section 2 and SCREENS section 4, on the real region.

use fairshare::document;
use fairshare::engine::compute;
use fairshare::format::Unit;
use fairshare::levers::{Typing, Value, lever_at, range, stepped, typed, value_text};
use fairshare::model::{Offset, Scenario};
use fairshare::money::Share;
use fairshare::ron_text::Source;

/// What `words` in the lever at `path` were understood as, written back; or the refusal.
fn reads(scenario: &Scenario, path: &str, words: &str, unit: Unit) -> Result<String, String> {
    let lever = lever_at(scenario, path).map_err(|refusal| refusal.to_string())?;
    let typing = Typing { now: scenario, base: scenario, lever, unit };
    let value = typed(typing, words).map_err(|refusal| refusal.to_string())?;
    lever.set(&mut scenario.clone(), &value).map_err(|refusal| refusal.to_string())?;
    Ok(value_text(scenario, lever, &value))
}

fn region() -> Scenario {
    document::library("east-of-england-2019").unwrap_or_else(|faulty| {
        unreachable!("{}", document::render(&faulty.faults, &faulty.source))
    })
}

#[test]
fn money_is_read_in_the_unit_of_its_place() {
    let scenario = region();
    for (words, unit, wanted) in [
        ("-200m", Unit::Pounds, "-200m"),
        ("-200000000", Unit::Pounds, "-200m"),
        ("-200", Unit::Millions, "-200m"),
        ("-200,000,000", Unit::Millions, "-200m"),
        ("−192.4", Unit::Millions, "-192.4m"),
        ("+5m", Unit::Pounds, "5m"),
        // −192.4m + 1.5m and − 300k
        ("+=1.5m", Unit::Pounds, "-190.9m"),
        ("-=300k", Unit::Pounds, "-192.7m"),
        // ten per cent of 192.4m is 19.24m: more is less of a deficit
        ("+10%", Unit::Pounds, "-173.16m"),
        ("-10%", Unit::Pounds, "-211.64m"),
        ("=base*1.1", Unit::Pounds, "-211.64m"),
        ("=-142-58", Unit::Millions, "-200m"),
        ("=base-7.6", Unit::Millions, "-200m"),
        ("={CP.control_total}-58m", Unit::Pounds, "-200m"),
        // range of −192.4m: twice its size, and half of it, to whole hundreds of millions
        ("min", Unit::Pounds, "-400m"),
        ("max", Unit::Pounds, "100m"),
    ] {
        assert_eq!(reads(&scenario, "CP.plan", words, unit).as_deref(), Ok(wanted), "{words}");
    }
}

#[test]
fn what_could_mean_two_things_is_asked() {
    let scenario = region();
    for (path, words, unit, part) in [
        ("CP.plan", "200m", Unit::Millions, "For a deficit type -200m"),
        ("CP.plan", "-2OOm", Unit::Millions, "letter O"),
        ("CP.plan", "-200000000", Unit::Millions, "-200m"),
        ("CP.plan", "", Unit::Millions, "Nothing is typed"),
        ("CP.plan", "None", Unit::Pounds, "cannot be left empty"),
        ("CP.plan", "=1/0", Unit::Pounds, "nought"),
        ("CP.plan", "=base*99999999999999999999", Unit::Pounds, "too large"),
        ("EoE.offset", "-5m", Unit::Pounds, "below nought"),
        ("MSE/commissioners.percent", "+5%", Unit::Pounds, "+=5%"),
        ("MSE/commissioners.percent", "80%", Unit::Pounds, "more than 100"),
        ("MSE/commissioners.percent", "170%", Unit::Pounds, "0% to 100%"),
        ("EoE.split", "Proportional(by: Alocation)", Unit::Pounds, "`Allocation`"),
        ("EoE.split", "Proportional(by: Turnover)", Unit::Pounds, "not known"),
        ("EoE.split", "Propotional(by: Allocation)", Unit::Pounds, "`Proportional`"),
        ("EoE.split", "WhereItFalls", Unit::Pounds, "contributors: All"),
        ("EoE.split", "Equal(", Unit::Pounds, "cannot be read"),
        ("R1L.stance", "Contributes", Unit::Pounds, "turnover is not known for"),
        ("07G.stance", "Refusess", Unit::Pounds, "`Refuses`"),
        ("07G.stance", "12m", Unit::Pounds, "not one of the choices here"),
        ("CP.paln", "1", Unit::Pounds, "`CP.plan`"),
        ("MSEE.stance", "1", Unit::Pounds, "`MSE`"),
        ("CP.gap", "1m", Unit::Pounds, "control total less plan"),
        // 10 % more could be 80 % or 77 %; an amount is no percentage.
        ("MSE/commissioners.percent", "=base+10%", Unit::Pounds, "typed without %"),
        ("MSE/commissioners.percent", "={CP.plan}", Unit::Pounds, "not a percentage"),
        ("MSE/commissioners.percent", "=5m", Unit::Pounds, "not a percentage"),
    ] {
        let said = reads(&scenario, path, words, unit);
        assert!(matches!(&said, Err(said) if said.contains(part)), "{path} {words}: {said:?}");
    }
}

#[test]
fn every_kind_of_lever_writes_back_what_it_read() {
    let scenario = region();
    for (path, words) in [
        ("EoE.offset", "WholeNeed"),
        ("EoE.offset", "50%"),
        ("EoE.offset", "12.5m"),
        ("EoE.split", "Proportional(by: RegisteredPopulation)"),
        ("EoE.split", "Blend([(\"30%\", Equal), (\"70%\", Proportional(by: Allocation))])"),
        ("EoE.split", "Layered([(width: \"1m\", payers: [\"MSE\"], by: Equal), (by: Equal)])"),
        (
            "EoE.split",
            "Banded(by: Allocation, bands: [(upto: \"250m\", rate: \"0%\"), (rate: \"2%\")])",
        ),
        ("MSE/commissioners.split", "Proportional(by: \"opening_allocation\")"),
        ("EoE.refusals", "Unfunded"),
        ("MSE.refusals", "Redistribute"),
        ("EoE.asked_in", "2019-06"),
        ("07G.stance", "Refuses"),
        ("07G.cap", "1%"),
        ("07G.cap", "(percent: \"1%\", of: \"opening_allocation\")"),
        ("07G.floor", "250k"),
        ("07G.reserve", "480k"),
        ("07G.absorbs", "ProRata"),
        ("07G.complete", "true"),
        ("07G.opening_allocation", "230m"),
        ("07G.registered_population", "180000"),
        ("07G/crisis-line.starts", "2019-10"),
        ("07G/crisis-line.starts", "None"),
        ("07G/crisis-line.protection", "AtMost(\"20%\")"),
        ("07G/crisis-line.priority", "3"),
        ("07G/crisis-line.stops_at", "25%"),
        ("HWE/commissioners.lead", "06K"),
        ("HWE/commissioners.lead", "None"),
    ] {
        let said = reads(&scenario, path, words, Unit::Pounds);
        assert_eq!(said.as_deref(), Ok(words), "{path}");
    }
    // What the other group leaves: 100 % − 30 %.
    let rest = reads(&scenario, "MSE/commissioners.percent", "rest", Unit::Pounds);
    assert_eq!(rest.as_deref(), Ok("70%"));
}

#[test]
fn a_sum_counts_a_percentage_in_percent_and_an_amount_in_parts_of_it() {
    let scenario = region();
    for (path, words, wanted) in [
        // 30 % is 30 here: 30 + 5, 30 × 1.1, 100 − 70
        ("MSE/providers.percent", "=100-{MSE/commissioners.percent}", "30%"),
        ("MSE/providers.percent", "=base*0.9", "27%"),
        ("MSE/providers.percent", "=base-5", "25%"),
        // 70 % of 5m
        ("EoE.offset", "=5m*{MSE/commissioners.percent}", "3.5m"),
    ] {
        assert_eq!(reads(&scenario, path, words, Unit::Pounds).as_deref(), Ok(wanted), "{words}");
    }
}

#[test]
fn a_baseline_counted_otherwise_is_no_base() {
    // The file's offset is £25m; once it is 50 %, neither ten per cent of it nor twice it is known.
    let base = region();
    let mut now = base.clone();
    let lever = lever_at(&now, "EoE.offset").unwrap();
    lever.set(&mut now, &Value::Offset(Offset::Percent(Share::percent(50)))).unwrap();
    let typing = Typing { now: &now, base: &base, lever, unit: Unit::Pounds };
    let said = typed(typing, "=base*2").unwrap_err().to_string();
    assert!(said.contains("baseline is not known"), "{said}");
    // A step is then one percent, and at most the whole need.
    let next = stepped(&now, &base, lever, 10).unwrap();
    assert_eq!(value_text(&now, lever, &next), "51%");
    assert_eq!(range(&now, &base, lever).map(|r| r.high), Some(Share::ONE.units().into()));
    // And the other way round: £25m where the base is 50 %.
    let typing = Typing { now: &base, base: &now, lever, unit: Unit::Pounds };
    assert!(typed(typing, "+10%").is_err());
    let next = stepped(&base, &now, lever, 10).unwrap();
    assert_eq!(value_text(&base, lever, &next), "26m");
}

#[test]
fn what_may_be_amount_or_percent_steps_as_what_it_is() {
    let mut scenario = region();
    // £2m recovered steps to £3m; 1 % of allocation as a cap steps to 2 %.
    for (path, words, wanted) in [("CP.recover", "2m", "3m"), ("07G.cap", "1%", "2%")] {
        let lever = lever_at(&scenario, path).unwrap();
        let typing = Typing { now: &scenario, base: &scenario, lever, unit: Unit::Pounds };
        let value = typed(typing, words).unwrap();
        lever.set(&mut scenario, &value).unwrap();
        let next = stepped(&scenario, &scenario, lever, 10).unwrap();
        assert_eq!(value_text(&scenario, lever, &next), wanted, "{path}");
    }
}

#[test]
fn layers_of_a_system_without_groups_are_paid_by_its_bodies() {
    let words = "Layered([(width: \"1m\", payers: [\"b\"], by: Equal), (by: Equal)])";
    let text = format!(
        "(format: 1, title: \"t\", year: \"2019/20\", regions: [(id: \"R\", name: \"R\", \
         offset: \"3m\", systems: [(id: \"A\", name: \"A\", gap: \"3m\"), (id: \"B\", name: \"B\", \
         split: {words}, bodies: [(id: \"a\", name: \"a\", kind: Provider), \
         (id: \"b\", name: \"b\", kind: Provider)])])])"
    );
    let mut scenario = document::parse(Source::new("layers.ron", text)).unwrap().scenario;
    let lever = lever_at(&scenario, "B.split").unwrap();
    assert_eq!(value_text(&scenario, lever, &lever.get(&scenario)), words);
    // b pays the first £2m of £3m, and half of the last.
    let wider = words.replace("1m", "2m");
    assert_eq!(reads(&scenario, "B.split", &wider, Unit::Pounds).as_deref(), Ok(wider.as_str()));
    let typing = Typing { now: &scenario, base: &scenario, lever, unit: Unit::Pounds };
    let value = typed(typing, &wider).unwrap();
    lever.set(&mut scenario, &value).unwrap();
    let asks: Vec<i64> = compute(&scenario).bodies.iter().map(|body| body.ask.get()).collect();
    assert_eq!(asks, [50_000_000, 250_000_000]);
}
