//! What reaches an area: nothing is lost between councils, and what is not known stays so.

use fairshare::document;
use fairshare::engine::{Area, Outcome, compute};
use fairshare::levers::{Field, Lever, Value, node_at};
use fairshare::model::{Node, Scenario, Stance};
use fairshare::money::{Pence, Share};
use fairshare::ron_text::Source;

use super::stage::east_of_england;

/// Two systems and three bodies over two councils, with round figures.
///
/// North: City and Hackney, 300,000 residents, 0.96658 of them in Hackney and 0.03342 in the City of
/// London (`ccg_council.csv`, test case T16), and a trust without councils. South: a CCG of 100,000 residents, all of
/// whom live in Hackney.
pub(crate) const HACKNEY: &str = r#"(format: 1, title: "H", year: "2019/20",
    regions: [(id: "L", name: "L", offset: "1000.01", split: Equal, systems: [
        (id: "G", name: "G", control_total: "0", plan: "-10m", bodies: []),
        (id: "N", name: "North", control_total: "0", plan: "0", groups: [
            (id: "c", name: "c", percent: "80%", bodies: [
                (id: "CH", name: "City and Hackney", kind: Commissioner, resident_population: 300_000,
                 councils: [(id: "hackney", share: "96.658%"), (id: "city", share: "3.342%")],
                 programmes: [
                    (id: "p", name: "P", annual_cost: "1200", reaches: 1000,
                     partners: [(id: "hackney", annual_cost: "2400")]),
                    (id: "q", name: "Q", annual_cost: "1200", councils: [(id: "city", share: "100%")]),
                 ]),
            ]),
            (id: "p", name: "p", percent: "20%", bodies: [(id: "T", name: "Trust", kind: Provider)]),
        ], split: Percent),
        (id: "S", name: "South", control_total: "0", plan: "0", bodies: [
            (id: "SC", name: "South CCG", kind: Commissioner, resident_population: 100_000,
             councils: [(id: "hackney", share: "100%")]),
        ]),
    ])],
    councils: [
        (id: "hackney", name: "Hackney", population: 400_000),
        (id: "city", name: "City of London"),
    ],
    authorities: [(id: "both", name: "Both", councils: ["hackney", "city"])],
)"#;

fn hackney() -> (Scenario, Outcome) {
    let loaded = document::parse(Source::new("h.ron", HACKNEY));
    let loaded = loaded.map_err(|f| document::render(&f.faults, &f.source)).unwrap();
    let outcome = compute(&loaded.scenario);
    (loaded.scenario, outcome)
}

fn pence(amount: i64) -> Pence {
    Pence::new(amount)
}

#[test]
fn an_amount_goes_to_councils_by_people_and_no_penny_is_lost() {
    let (scenario, outcome) = hackney();
    // £1,000.01 over two systems: £500.01 (the odd penny is N’s, before S) and £500.00. Of North’s, 80 %
    // is City and Hackney’s: 40,000.8 pence, the trust’s 10,000.2: 40,001 and 10,000.
    let ask = |id: &str| outcome.ask(node_at(&scenario, id).unwrap()).unwrap();
    assert_eq!((ask("CH"), ask("T"), ask("SC")), (pence(40_001), pence(10_000), pence(50_000)));
    // 40,001 × 0.96658 = 38,664.17 and × 0.03342 = 1,336.83: the missing penny is the City’s.
    let shares = &scenario.words.bodies[0].councils;
    let part = |area: Area| area.part(&scenario, pence(40_001), shares);
    assert_eq!(part(Area::Council(0)), pence(38_664));
    assert_eq!(part(Area::Council(1)), pence(1_337));
    assert_eq!(part(Area::Authority(0)), pence(40_001));
    assert_eq!(part(Area::NotKnown), Pence::ZERO);
    // Hackney: its part of City and Hackney’s and all of the South’s. The trust’s has no place.
    let money = |area: Area| area.money(&scenario, &outcome);
    assert_eq!(money(Area::Council(0)).ask, pence(38_664 + 50_000));
    assert_eq!(money(Area::Council(1)).ask, pence(1_337));
    assert_eq!(money(Area::Authority(0)).ask, pence(40_001 + 50_000));
    assert_eq!(money(Area::NotKnown).ask, pence(10_000));
}

#[test]
fn a_programme_reaches_its_own_places_and_else_its_bodys() {
    let (scenario, outcome) = hackney();
    // P and Q lose half of £400.01 each, by budget: 20,000.5 pence; the odd penny is P’s.
    let cut = |id: &str| outcome.ask(node_at(&scenario, id).unwrap()).unwrap();
    assert_eq!((cut("CH/p"), cut("CH/q")), (pence(20_001), pence(20_000)));
    // All of Q’s is in the City; of P’s 20,001 × 0.03342 = 668.43 and in Hackney 19,332.57.
    assert_eq!(Area::Council(1).money(&scenario, &outcome).cuts, pence(20_000 + 668));
    assert_eq!(Area::Council(0).money(&scenario, &outcome).cuts, pence(19_333));
    let programmes = Area::Council(0).programmes(&scenario);
    assert_eq!(programmes.len(), 1, "Q is not in Hackney");
    assert_eq!(programmes[0].share, Some(Share::from_units(966_580_000_000)));
}

#[test]
fn a_body_without_councils_is_listed_last_where_its_system_is() {
    let (scenario, _) = hackney();
    let bodies = |area: Area| {
        let name = |node: Node| scenario.words.of(node).id.clone();
        let reached = area.bodies(&scenario).into_iter();
        reached.map(|reach| (name(reach.node), reach.share.is_some())).collect::<Vec<_>>()
    };
    let known = |id: &str| (id.to_owned(), true);
    let trust = ("T".to_owned(), false);
    assert_eq!(bodies(Area::Council(0)), [known("CH"), known("SC"), trust.clone()]);
    assert_eq!(bodies(Area::Council(1)), [known("CH"), trust.clone()]);
    assert_eq!(bodies(Area::NotKnown), [trust]);
}

#[test]
fn footprints_are_told_in_percent_of_the_councils_people_and_of_their_own() {
    let (scenario, _) = hackney();
    let footprints = Area::Council(0).footprints(&scenario);
    let names = footprints.iter().map(|own| scenario.words.systems[own.system].id.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["N", "S"]);
    // 300,000 × 0.96658 = 289,974 of Hackney’s 400,000 live in the North: 72.4935 %; 100,000 in the
    // South: 25 %. Of the North’s own people 96.658 %, of the South’s all.
    let share = |units: i64| Some(Share::from_units(units));
    assert_eq!((footprints[0].people, footprints[1].people), (Some(289_974), Some(100_000)));
    assert_eq!(footprints[0].of_area, share(724_935_000_000));
    assert_eq!(footprints[1].of_area, share(250_000_000_000));
    assert_eq!(footprints[0].of_system, share(966_580_000_000));
    assert_eq!(footprints[1].of_system, share(1_000_000_000_000));
    // The City’s people are not in the file: its people in the North are, their share of it is not.
    let city = Area::Council(1).footprints(&scenario);
    assert_eq!((city[0].people, city[0].of_area), (Some(10_026), None));
    assert_eq!(Area::Authority(0).footprints(&scenario)[0].of_area, None);
}

#[test]
fn a_council_takes_part_or_refuses_and_is_never_exempt() {
    let (mut scenario, _) = hackney();
    let stance = Lever { node: Node::Council(0), field: Field::Stance };
    assert!(stance.set(&mut scenario, &Value::Stance(Stance::Exempt)).is_err());
    stance.set(&mut scenario, &Value::TakesPart(false)).unwrap();
    // Its £2,400 towards P goes.
    assert_eq!(compute(&scenario).joint_parts[0].lost, Some(Pence::pounds(2_400)));
}

#[test]
fn in_north_east_london_people_live_where_the_register_says() {
    let scenario = document::library("north-east-london-2017").unwrap();
    let place = |id: &str| scenario.words.councils.iter().position(|own| own.id == id).unwrap();
    let serving = |id: &str| Area::Council(place(id)).bodies(&scenario)[0].share;
    // ccg_council.csv, test case T16.
    assert_eq!(serving("city-of-london"), Some(Share::from_units(33_420_000_000)));
    assert_eq!(serving("hackney"), Some(Share::from_units(966_580_000_000)));
}

#[test]
fn in_the_east_of_england_all_areas_together_are_what_is_asked() {
    let scenario = east_of_england();
    let outcome = compute(&scenario);
    let areas = || Area::all(&scenario).filter(|area| !matches!(area, Area::Authority(_)));
    let sum = |of: fn(fairshare::engine::AreaMoney) -> Pence| -> Pence {
        areas().map(|area| of(area.money(&scenario, &outcome))).sum()
    };
    // Five systems at £5m, all of it given to bodies.
    assert_eq!(sum(|money| money.ask), Pence::pounds(25_000_000));
    // Every penny that bodies are asked for is found, cut or missed somewhere.
    let found = sum(|money| money.reserve_used + money.cuts + money.unplaced + money.not_described);
    assert_eq!(found, Pence::pounds(25_000_000));
    // Thurrock’s CCG serves Thurrock alone: its whole ask (MECHANISM section 10).
    let thurrock = scenario.words.councils.iter().position(|own| own.id == "thurrock").unwrap();
    assert_eq!(Area::Council(thurrock).money(&scenario, &outcome).ask, pence(47_890_464));
    // The trusts name no councils: £1.5m of Mid and South Essex at least has no known place.
    assert!(Area::NotKnown.money(&scenario, &outcome).ask >= Pence::pounds(1_500_000));
}
