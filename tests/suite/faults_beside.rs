//! What can be wrong with what stands beside the tree: events, promises, partners, key tests.

use super::year::Year;
use fairshare::document::{parse, render};
use fairshare::levers::{Value, lever_at};
use fairshare::ron_text::Source;

/// A file without a fault, with one of everything that is mended below.
const FINE: &str = r#"(format: 1, title: "t", year: "2019/20",
    events: [(date: "2019-05", what: "x")],
    authorities: [(id: "au", name: "a", councils: ["c1", "c2"])],
    councils: [(id: "c1", name: "c1"), (id: "c2", name: "c2")],
    knock_ons: [(id: "ko", name: "k", returns: "3%", least: "0%", most: "5%")],
    key_tests: [
        (name: "f", fact: true),
        (name: "s", sum: Programme(tagged: "t"), measure: "spend", at_least: "1m"),
    ],
    regions: [(id: "R", name: "r", repayment: (years: 3, starts: "2020/21"), systems: [
        (id: "S", name: "s", bodies: [(id: "A", name: "a", kind: Commissioner, programmes: [
            (id: "p", name: "p", tags: ["t"], partners: [(id: "c1"), (id: "B")]),
        ]), (id: "B", name: "b", kind: Provider)]),
    ])])"#;

/// The first lines of what is told of the file once a part of it is written otherwise.
fn told(part: &str, otherwise: &str) -> Vec<String> {
    assert_eq!(FINE.matches(part).count(), 1, "{part}");
    match parse(Source::new("a.ron", FINE.replace(part, otherwise))) {
        Ok(_) => Vec::new(),
        Err(faulty) => {
            let one = |fault| render(std::slice::from_ref(fault), &faulty.source);
            let reports = faulty.faults.iter().map(one);
            let line = |report: String| {
                let first = report.lines().next().unwrap_or_default().to_owned();
                first.split_once("  ").map_or(first.clone(), |(_, rest)| rest.to_owned())
            };
            reports.map(line).collect()
        }
    }
}

#[test]
fn a_date_is_one_of_the_calendar_and_is_told_once() {
    let dated = |date: &str| told("\"2019-05\"", date);
    // 2020 has a 29th of February, 2019 and 1900 have none, 2000 has one.
    for fine in ["2019", "2019-12", "2020-02-29", "2000-02-29", "2019-12-31", "2020-autumn"] {
        assert_eq!(dated(&format!("\"{fine}\"")), [""; 0], "{fine}");
    }
    let wrong = ["2019-13", "2019-00", "2019-5", "2019-", "2019-05-00", "2019-02-29", "1900-02-29"];
    for wrong in wrong.into_iter().chain(["2019-04-31", "2019-05-21 ", "2019-05-2x", "19-05"]) {
        assert_eq!(dated(&format!("\"{wrong}\"")), [format!("E022  “{wrong}” is no date")]);
    }
    assert_eq!(dated("\"\""), ["E014  `date` of an event is empty"]);
    assert_eq!(dated("2019"), ["E010  expected text in quotes, found a number"]);
}

#[test]
fn a_promise_ends_while_somebody_looks() {
    let promise = |years: &str, starts: &str| {
        let written = format!("years: {years}, starts: \"{starts}\"");
        told("years: 3, starts: \"2020/21\"", &written)
    };
    // From 2019/20 thirty years are in sight: the last is 2049/50.
    assert_eq!(promise("30", "2020/21"), [""; 0]);
    assert_eq!(promise("1", "2049/50"), [""; 0]);
    let late = ["E026  this promise ends more than 30 years after 2019/20"];
    assert_eq!(promise("31", "2020/21"), late);
    assert_eq!(promise("2", "2049/50"), late);
    assert_eq!(promise("1", "9998/99"), late);
    assert_eq!(promise("4_000_000_000", "2020/21"), late);
}

#[test]
fn the_lever_keeps_the_promise_in_sight_too() {
    let mut scenario = Year::parse(FINE).scenario;
    let lever = lever_at(&scenario, "R.years").unwrap();
    lever.set(&mut scenario, &Value::Count(Some(30))).unwrap();
    let refusal = lever.set(&mut scenario, &Value::Count(Some(31))).unwrap_err();
    let expected =
        "The promise would end more than 30 years after the file’s own: type 30 or less.";
    assert_eq!(refusal.message, expected);
    assert_eq!(lever.get(&scenario), Value::Count(Some(30)));
}

#[test]
fn a_knock_on_lies_between_its_own_bounds() {
    let outside = |least: &str, most: &str| {
        [format!("E026  it is not between its `least`, {least}, and its `most`, {most}")]
    };
    assert_eq!(told("returns: \"3%\"", "returns: \"6%\""), outside("0%", "5%"));
    assert_eq!(told("least: \"0%\"", "least: \"4%\""), outside("4%", "5%"));
    assert_eq!(told("least: \"0%\"", "least: \"9%\""), outside("9%", "5%"));
    // A value that cannot be read is told as that alone.
    assert_eq!(told("returns: \"3%\"", "returns: \"300%\"").len(), 1);
}

#[test]
fn a_key_test_is_of_one_kind() {
    let fact = ["E016  a `fact` is ticked by a person, so nothing is measured"];
    assert_eq!(told("fact: true", "fact: true, sum: Programme(tagged: \"t\")"), fact);
    assert_eq!(told("fact: true", "fact: true, every: Programme"), fact);
    let both = ["E016  `every` stands here too: programmes are tested one by one, or summed"];
    assert_eq!(told("measure: \"spend\"", "every: Programme, measure: \"spend\""), both);
    let summed = ["E015  this names nothing that can be summed"];
    assert_eq!(told("Programme(tagged: \"t\")", "Programme(tag: \"t\")"), summed);
}

#[test]
fn nobody_is_counted_twice() {
    let council = ["E030  the council `c1` stands here twice"];
    assert_eq!(told("[\"c1\", \"c2\"]", "[\"c1\", \"c1\"]"), council);
    let own = ["E030  a pays already: this is its own"];
    assert_eq!(told("(id: \"B\")]", "(id: \"A\")]"), own);
}

#[test]
fn what_was_repaid_stands_in_a_year_of_the_promise() {
    let found = |year: &str| {
        let promise = "repayment: (years: 3, starts: \"2020/21\"";
        told(promise, &format!("{promise}, found: [(year: \"{year}\", amount: \"1m\")]"))
    };
    assert_eq!(found("2022/23"), Vec::<String>::new());
    assert_eq!(found("2019/20"), ["E026  2019/20 is no year of this promise"]);
    assert_eq!(found("2050/51"), ["E026  2050/51 is no year of this promise"]);
}

#[test]
fn a_set_of_councils_is_called_as_nothing_else() {
    assert_eq!(told("(id: \"au\"", "(id: \"A\""), ["E030  the id `A` is used twice"]);
    assert_eq!(told("(id: \"au\"", "(id: \"c1\""), ["E030  the id `c1` is used twice"]);
}
