//! Every number in one sentence that can be read aloud.
#![cfg(test)]

use fairshare::document;
use fairshare::engine::{Source, measure_at, workings};
use fairshare::levers::put;
use fairshare::report::explain::{Asked, working};

/// The sentence of a number of a scenario that ships.
fn said(scenario: &str, path: &str) -> String {
    let scenario = document::library(scenario).unwrap();
    let worked = workings(&scenario);
    let asked = Asked { now: &scenario, worked: &worked, changes: &[], file: "a.ron" };
    let measure = measure_at(&scenario, path).unwrap();
    working(&asked, Source::Outcome(measure.node, measure.row.id)).sentence
}

#[test]
fn a_share_is_told_from_the_whole_down() {
    // Equal fifths of 25m; an ask that is all contribution is the same share, not a second one.
    assert_eq!(
        said("east-of-england-2019", "NW.ask"),
        "Of £25m over five systems, £5m is Norfolk and Waveney’s."
    );
    // Here no system has groups of its own: none is named.
    assert!(said("england-2016", "NWL.ask").ends_with(" is North West London’s."));
}

#[test]
fn who_is_asked_for_nothing_is_told_why() {
    let east = |path| said("east-of-england-2019", path);
    assert_eq!(
        east("06K.ask"),
        "East and North Herts is asked for nothing in the year: Herts Valleys carries the whole."
    );
    assert!(east("RGM.ask").starts_with("Royal Papworth is exempt, so nothing is asked of it"));
    assert!(east("CP.ask").contains("has a gap: it receives"));
}

#[test]
fn a_nought_without_a_reason_is_a_number() {
    let mut scenario = document::library("east-of-england-2019").unwrap();
    put(&mut scenario, &[("07G.cap".to_owned(), "0".to_owned())]).unwrap();
    let worked = workings(&scenario);
    let asked = Asked { now: &scenario, worked: &worked, changes: &[], file: "a.ron" };
    let measure = measure_at(&scenario, "07G.ask").unwrap();
    let page = working(&asked, Source::Outcome(measure.node, measure.row.id));
    assert!(page.sentence.contains("£0 Thurrock’s"), "{}", page.sentence);
}

#[test]
fn other_numbers_are_told_with_what_they_are_worked_out_from() {
    let east = |path| said("east-of-england-2019", path);
    // 50.4m less 25m.
    assert_eq!(
        east("EoE.uncovered"),
        "East of England’s uncovered gap is £25.4m, worked out from East of England need (£50.4m) \
         and East of England offset (£25m)."
    );
    // What the file says and nothing lessens is worked out from nothing.
    assert_eq!(east("EoE.covered"), "East of England’s offset is £25m.");
    assert_eq!(
        east("CP/support.paid"),
        "What is paid of Support to its trusts (PSF and others) is £86m, worked out from C&P: \
         Support to its trusts (PSF and others) amount (£86m)."
    );
}
