//! The split rules against `tests/rules.json`: published examples, edges, and random problems whose
//! answers were worked out elsewhere in exact fractions.
#![cfg(test)]

use fairshare::cli::split::answer;
use serde_json::{Value, json};
use std::collections::HashMap;

const CASES: &str = include_str!("../rules.json");

fn answers(cases: &str) -> HashMap<String, Value> {
    let file: Value = serde_json::from_str(&answer(cases).unwrap()).unwrap();
    let answers = file["answers"].as_array().unwrap().iter();
    answers.map(|answer| (answer["id"].as_str().unwrap().to_owned(), answer.clone())).collect()
}

#[test]
fn every_case_comes_out_as_expected() {
    let file: Value = serde_json::from_str(CASES).unwrap();
    let answers = answers(CASES);
    let cases = file["cases"].as_array().unwrap();
    assert!(cases.len() > 50, "the file of cases is whole");
    for case in cases {
        let answer = &answers[case["id"].as_str().unwrap()];
        for field in ["status", "error", "pence", "unallocated_pence", "reasons", "units"] {
            assert_eq!(answer[field], case["expect"][field], "{field} of {case}");
        }
    }
}

/// The one answer to one case.
fn one(mut case: Value) -> Value {
    case["id"] = json!("case");
    answers(&json!({ "cases": [case] }).to_string())["case"].clone()
}

#[test]
fn an_error_has_its_code_and_a_sentence() {
    let weighed = |weight: Value| json!([{"id": "A", "weight": weight}, {"id": "B", "weight": 1}]);
    let proportional =
        |weight: Value| json!({"rule": "proportional", "demand": 1, "claimants": weighed(weight)});
    let cases = [
        (proportional(json!(0.5)), "BAD_NUMBER"),
        (proportional(json!("1e5")), "BAD_NUMBER"),
        (proportional(json!("-0.1")), "NEGATIVE_WEIGHT"),
        (proportional(json!(null)), "MISSING_WEIGHT"),
        (json!({"rule": "equal", "demand": 1.5, "claimants": []}), "DEMAND_NOT_WHOLE_PENCE"),
        (
            json!({"rule": "equal", "demand": 1, "claimants": [{"id": "A"}, {"id": "A"}]}),
            "DUPLICATE_ID",
        ),
        (
            json!({"rule": "equal", "demand": 1, "claimants": [{"id": "A", "floor": 2, "cap": 1}]}),
            "FLOOR_ABOVE_CAP",
        ),
        (json!({"rule": "cea", "demand": 1, "claimants": [{"id": "A"}]}), "MISSING_CLAIM"),
        (
            json!({"rule": "level", "demand": 1, "claimants": [{"id": "A", "baseline": 1, "target": 0}]}),
            "ZERO_TARGET",
        ),
        (
            json!({"rule": "pace_of_change", "demand": 1, "params": {"pace": "1.1"}, "claimants": [{"id": "A", "baseline": 1, "target": 1}]}),
            "PACE_RANGE",
        ),
        (
            json!({"rule": "blend", "demand": 1, "params": {"parts": [{"alpha": "0.9", "rule": "equal"}]}, "claimants": [{"id": "A"}]}),
            "BLEND_ALPHA",
        ),
        (
            json!({"rule": "layered", "demand": 1, "params": {"layers": [{"weights": ["1"]}]}, "claimants": weighed(json!(1))}),
            "LAYER_WEIGHTS_LENGTH",
        ),
        (
            json!({"rule": "banded", "demand": 1, "params": {"bands": [{"upto": 5, "rate": "0"}, {"upto": 5, "rate": "0.1"}]}, "claimants": weighed(json!(1))}),
            "BANDS_NOT_ASCENDING",
        ),
        (
            json!({"rule": "banded", "demand": 1, "params": {"scaled": false, "bands": [{"rate": "1"}]}, "claimants": weighed(json!(1))}),
            "BANDS_EXCEED_DEMAND",
        ),
        (json!({"rule": "random_arrival", "demand": 1, "claimants": []}), "UNKNOWN_RULE"),
        (
            json!({"rule": "equal", "demand": 1, "params": {"opt_out": "maybe"}, "claimants": []}),
            "UNKNOWN_OPT_OUT",
        ),
        (
            json!({"rule": "equal", "demand": 1, "rounding": {"method": "webster"}, "claimants": []}),
            "UNKNOWN_ROUNDING",
        ),
    ];
    for (case, code) in cases {
        let answer = one(case.clone());
        assert_eq!(answer["error"], code, "{case}");
        assert!(answer["message"].as_str().unwrap().len() > 15, "{answer}");
    }
}

#[test]
fn who_opts_out_is_left_out_or_leaves_a_gap() {
    // RULES section 17: 600 over claims 500 (out), 300, 200. Without it 500 is all that can be
    // borne; with it the shares are 300, 180, 120 and its 300 stays open.
    let case = |mode: &str| {
        json!({"rule": "proportional_claims", "demand": 600, "params": {"opt_out": mode}, "claimants": [
            {"id": "A", "claim": 500, "opt_out": true}, {"id": "B", "claim": 300}, {"id": "C", "claim": 200}]})
    };
    let left = one(case("redistribute"));
    assert_eq!((&left["pence"], &left["unallocated_pence"]), (&json!([0, 300, 200]), &json!(100)));
    assert_eq!(left["reasons"], json!(["CAPACITY_EXHAUSTED"]));
    let open = one(case("unfunded"));
    assert_eq!((&open["pence"], &open["unallocated_pence"]), (&json!([0, 180, 120]), &json!(300)));
    assert_eq!(open["reasons"], json!(["OPTED_OUT_UNFUNDED"]));
}

#[test]
fn a_cap_that_only_a_floor_s_lack_breaks_does_not_bind() {
    // 1000 as 5 to 4 to 1 is 500, 400, 100. C's floor lacks 200, A is 10 above its cap: the floor
    // weighs more. C takes 300, and of the other 700 A has 5/9, 388.9, below its cap.
    let case = json!({"rule": "proportional", "demand": 1000, "claimants": [
        {"id": "A", "weight": 5, "cap": 490}, {"id": "B", "weight": 4},
        {"id": "C", "weight": 1, "floor": 300}]});
    assert_eq!(one(case)["pence"], json!([389, 311, 300]));
}

#[test]
fn a_tied_penny_goes_to_a_payer_before_it_is_left_over() {
    // Half a penny each for B and for nobody: the unplaced sorts last.
    let case = json!({"rule": "percent", "demand": 1, "claimants": [
        {"id": "A", "percent": 0}, {"id": "B", "percent": 50}]});
    let answer = one(case);
    assert_eq!((&answer["pence"], &answer["unallocated_pence"]), (&json!([0, 1]), &json!(0)));
}

#[test]
fn weights_of_any_length_are_exact() {
    // A weighs less than 10^-56 of B: its exact share is nearly nought, B's nearly 100p, so that
    // B's fraction is the larger one and takes the missing penny. The weights need 56 digits.
    let case = json!({"rule": "proportional", "demand": 100, "claimants": [
        {"id": "A", "weight": "0.0000000000000000000000000001"},
        {"id": "B", "weight": "9999999999999999999999999999"}]});
    assert_eq!(one(case)["pence"], json!([0, 100]));
}

#[test]
fn what_is_not_a_file_of_cases_is_said_so() {
    assert!(answer("{").unwrap_err().to_string().contains("not JSON"));
    assert!(answer("{}").unwrap_err().to_string().contains("no list of `cases`"));
}
