//! What a report says of support, positions, pay for performance, partners, knock-on costs and
//! councils: `tests/results.ron` in every form, the figures worked out in `results_screen`.

use fairshare::document::parse;
use fairshare::engine::compute;
use fairshare::levers::lever_at;
use fairshare::model::Scenario;
use fairshare::report::{Form, Manner};
use fairshare::ron_text::Source;
use serde_json::{Value, json};

use super::exports::{as_json, csv_amounts, nodes, unchanged, written_in};
use super::results_screen::westmarch;
use super::stage::east_of_england;

fn node(scenario: &Scenario, path: &str) -> Value {
    let all = nodes(&as_json(scenario));
    all.into_iter().find(|(own, _)| own == path).map(|(_, node)| node).unwrap_or_default()
}

#[test]
fn systems_and_bodies_say_what_is_paid_lost_and_left() {
    let scenario = westmarch();
    let read = |path: &str| {
        let own = node(&scenario, path);
        ["support_pence", "support_lost_pence", "bonus_pence", "position_pence", "margin_pence"]
            .map(|field| own[field].clone())
    };
    let pence = |amounts: [i64; 5]| amounts.map(Value::from);
    assert_eq!(read("ASH"), pence([0, 330_000_000, 0, -170_000_000, -170_000_000]));
    assert_eq!(read("BRK"), pence([87_500_000, 12_500_000, 0, 87_500_000, 0]));
    assert_eq!(
        read("MOOR"),
        pence([187_500_000, 442_500_000, 100_000_000, 217_500_000, -70_000_000])
    );
    assert_eq!(read("FEN"), pence([400_000_000, 250_000_000, 0, -600_000_000, 0]));
    // The CCG's plan is not known: nor is its position, though its support is.
    assert_eq!(read("FCG")[0], 0);
    assert!(read("FCG")[3].is_null() && read("FCG")[4].is_null());
}

#[test]
fn each_part_of_support_stands_with_its_test() {
    let scenario = westmarch();
    assert_eq!(
        node(&scenario, "CMB")["supports"],
        json!([{ "id": "fund", "name": "Linked fund", "amount_pence": 200_000_000, "test": "linked",
            "linked": "50", "met": true, "margin_pence": 100_000_000, "paid_pence": 100_000_000,
            "lost_pence": 100_000_000, "bonus_pence": 100_000_000, "conditions": [] }])
    );
    let conditions = node(&scenario, "BRK")["supports"][0]["conditions"].clone();
    assert_eq!(conditions[1]["weight"], "12.5");
    assert_eq!(conditions[1]["met"], false);
    assert_eq!(node(&scenario, "FEN")["supports"][0]["test"], "system");
    let signed = node(&scenario, "FCG")["supports"][0].clone();
    assert_eq!((&signed["test"], &signed["met"]), (&json!("signed"), &json!(false)));
    assert!(signed["margin_pence"].is_null());
}

#[test]
fn performance_partners_and_knock_ons_stand_beside() {
    // −500 of −1,000 admissions earn half of £2m.
    let scenario = westmarch();
    let performance = node(&scenario, "FCG")["performances"][0].clone();
    assert_eq!(performance["paid_pence"], 100_000_000);
    assert_eq!(performance["kept_pence"], 100_000_000);
    assert_eq!(performance["planned"], -1000);
    assert_eq!(
        node(&scenario, "FCG/beds")["partners"],
        json!([{ "id": "shire", "name": "Eastfen Council", "matched": true, "refuses": false,
            "budget_pence": 60_000_000, "lost_pence": 0 }])
    );
    assert_eq!(
        as_json(&scenario)["knock_ons"],
        json!([{ "id": "back", "name": "Cuts that come back", "on": false, "returns": "10",
            "least": "0", "most": "20", "to": "OWN", "next_year": false, "cost_pence": 0 }])
    );
}

#[test]
fn councils_lose_nothing_of_what_is_asked() {
    let scenario = east_of_england();
    let outcome = compute(&scenario);
    let councils = as_json(&scenario)["councils"].as_array().unwrap().clone();
    let sum: i64 = councils.iter().map(|own| own["ask_pence"].as_i64().unwrap()).sum();
    // The five are asked for £25m, wherever their people live.
    assert_eq!(sum, 2_500_000_000);
    assert_eq!(outcome.pools[0].offset.get(), sum);
    // MECHANISM 10: Thurrock's £478,904.64.
    let thurrock = councils.iter().find(|own| own["name"] == "Thurrock Council").unwrap();
    assert_eq!(thurrock["ask_pence"], 47_890_464);
    assert!(councils.last().unwrap()["id"].is_null(), "what has no known place comes last");
}

#[test]
fn new_fields_stand_after_those_that_were_there() {
    let text = unchanged(&westmarch(), Form::Json);
    let mut from = 0;
    for field in [
        "result_pence",
        "groups",
        "support_pence",
        "position_pence",
        "measures",
        "programmes",
        "support_lost_pence",
        "bonus_pence",
        "margin_pence",
        "supports",
        "performances",
        "support_pence",
        "support_lost_pence",
        "bonus_pence",
        "position_pence",
        "margin_pence",
        "supports",
        "status",
        "partners",
        "figures",
        "knock_ons",
        "councils",
    ] {
        let found = text[from..].find(&format!("\"{field}\":"));
        from += found.unwrap_or_else(|| panic!("{field} is not where it should be"));
    }
}

#[test]
fn the_sheet_and_the_text_say_the_same() {
    let scenario = westmarch();
    let sheet = csv_amounts(&unchanged(&scenario, Form::Csv));
    let cell = |path: &str, measure: &str| sheet[&(path.to_owned(), measure.to_owned())];
    assert_eq!(cell("ASH/fund", "lost"), 330_000_000);
    assert_eq!(cell("CMB/fund", "bonus"), 100_000_000);
    assert_eq!(cell("FCG/stays", "kept"), 100_000_000);
    assert_eq!(cell("OWN/fund", "margin"), -1);
    assert_eq!(cell("MOOR", "position"), 217_500_000);
    let text = unchanged(&scenario, Form::Text);
    let row = |name: &str| {
        let line = text.lines().find(|line| line.trim_start().starts_with(name)).unwrap();
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        row("Brook: Sustain"),
        "Brook: Sustainability fund 1,000,000.00 875,000.00 125,000.00 0.00 0.00"
    );
    assert_eq!(
        row("Eastfen CCG: New"),
        "Eastfen CCG: New money 2,000,000.00 0.00 2,000,000.00 0.00 [z]"
    );
    assert_eq!(row("Combe  "), "Combe 1,000,000.00 1,000,000.00 1,000,000.00 3,000,000.00");
    assert_eq!(
        row("Eastfen CCG: Fewer"),
        "Eastfen CCG: Fewer stays 2,000,000.00 1,000,000.00 1,000,000.00"
    );
    assert_eq!(row("Cuts that"), "Cuts that come back off 10% 0.00");
    assert!(text.lines().all(|line| fairshare::format::width(line) <= 100));
    let plain = written_in(&scenario, (&scenario, &[]), (Form::Text, Manner::Plain));
    assert!(plain.contains(
        "Support, Ashford: Sustainability fund: £3,300,000.00, paid £0.00, lost £3,300,000.00, bonus \
         £0.00; its result is £1,700,000.00 short of the target."
    ));
    // A file without such things has no such tables.
    let readme = include_str!("../../README.md");
    let example = readme.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next());
    let without = parse(Source::new("README.md", example.unwrap())).unwrap().scenario;
    let text = unchanged(&without, Form::Text);
    assert!(!text.contains("With support") && !text.contains("Pay for performance"), "{text}");
}

#[test]
fn a_knock_on_that_is_on_is_told_in_every_form() {
    // £200k is recovered from Eastfen's CCG: its beds lose it all; 10 % returns, £20k, to Otterby.
    let mut scenario = westmarch();
    for (path, value) in [("FEN.plan", -1_020_000_000), ("OWN.plan", 0)] {
        let lever = lever_at(&scenario, path).unwrap();
        let to = fairshare::levers::Value::Money(Some(fairshare::money::Pence::new(value)));
        lever.set(&mut scenario, &to).unwrap();
    }
    let recover = lever_at(&scenario, "FEN.recover").unwrap();
    let whole = fairshare::model::Recovery::Share(fairshare::money::Share::ONE);
    recover.set(&mut scenario, &fairshare::levers::Value::Recovery(whole)).unwrap();
    let exempt = lever_at(&scenario, "OWN.stance").unwrap();
    let stance = fairshare::levers::Value::Stance(fairshare::model::Stance::Exempt);
    exempt.set(&mut scenario, &stance).unwrap();
    let on = lever_at(&scenario, "back.on").unwrap();
    on.set(&mut scenario, &fairshare::levers::Value::Yes(true)).unwrap();
    assert_eq!(as_json(&scenario)["knock_ons"][0]["cost_pence"], 2_000_000);
    // It breaks Otterby's target, and with it the £0.5m.
    assert_eq!(node(&scenario, "OWN")["position_pence"], -2_000_000);
    assert_eq!(node(&scenario, "OWN")["support_lost_pence"], 50_000_000);
    // The council withdraws in the same part: a fifth of £0.6m.
    assert_eq!(node(&scenario, "FCG/beds")["partners"][0]["lost_pence"], 12_000_000);
    assert!(unchanged(&scenario, Form::Text).contains("20,000.00"));
    let sheet = csv_amounts(&unchanged(&scenario, Form::Csv));
    assert_eq!(sheet[&("back".to_owned(), "cost".to_owned())], 2_000_000);
}
