//! README keeps its word: its example loads, its figures come out.

use fairshare::document;
use fairshare::engine;
use fairshare::levers::node_at;
use fairshare::ron_text::Source;

#[test]
fn the_example_in_the_readme_loads_without_a_word() {
    let readme = include_str!("../../README.md");
    let example = readme.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next());
    let source = Source::new("README.md", example.unwrap());
    let loaded = document::parse(source);
    let loaded = loaded.map_err(|f| document::render(&f.faults, &f.source)).unwrap();
    assert_eq!(loaded.warnings, []);
    // Gap 30 − 20 = 10m, offset 5m: one neighbour is asked for 5m; 400 : 200 of it is 3,333,333.33
    // and 1,666,666.67. East Vale's line gives up 3.33 of its 4 months of £1m: from December to April.
    let scenario = loaded.scenario;
    let outcome = engine::compute(&scenario);
    let ask = |path: &str| outcome.ask(node_at(&scenario, path).unwrap()).unwrap().get();
    assert_eq!((ask("EV"), ask("WV")), (3_333_333_33, 1_666_666_67));
    assert_eq!(ask("EV/line"), 3_333_333_33);
    assert_eq!(outcome.programmes[0].new_start.unwrap().to_string(), "2020-04");
}

#[test]
fn a_system_without_groups_is_moved_by_its_own_path() {
    let readme = include_str!("../../README.md");
    let example = readme.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next());
    let loaded = document::parse(Source::new("README.md", example.unwrap())).unwrap();
    let mut scenario = loaded.scenario;
    let lever = fairshare::levers::lever_at(&scenario, "Vale.split").unwrap();
    let equal = fairshare::levers::Value::Rule(fairshare::split::Rule::Equal.into());
    lever.set(&mut scenario, &equal).unwrap();
    let outcome = engine::compute(&scenario);
    // Two bodies, £5m: half each.
    let body = node_at(&scenario, "WV").unwrap();
    assert_eq!(outcome.ask(body).unwrap().get(), 2_500_000_00);
    assert!(fairshare::levers::lever_at(&scenario, "Vale/.split").is_err());
}

#[test]
fn the_keys_in_the_readme_are_those_of_the_program() {
    let printed = std::process::Command::new(env!("CARGO_BIN_EXE_fairshare")).arg("keys").output();
    let printed = String::from_utf8(printed.unwrap().stdout).unwrap();
    let readme = include_str!("../../README.md");
    let shown = readme.split("<!-- keys -->\n").nth(1).unwrap().split("<!-- /keys -->").next();
    assert!(shown.unwrap().trim() == printed.trim(), "put the output of `fairshare keys` there");
}
