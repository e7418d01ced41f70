//! Figures in sentences, sums and conditions of lessons, and how answers are marked.

use fairshare::document::library;
use fairshare::engine::{Mark, Marking, compute, holds, sum, told_at};
use fairshare::levers::put;
use fairshare::model::{NumberAnswer, Slip, Telling};
use fairshare::money::Share;
use fairshare::report::Teller;

/// What a sentence says of the East of England, its offset being £20m instead of £25m.
fn said(text: &str) -> String {
    let file = library("east-of-england-2019").unwrap();
    let mut now = file.clone();
    put(&mut now, &[("EoE.offset".to_owned(), "20m".to_owned())]).unwrap();
    let (before, after) = (compute(&file), compute(&now));
    let teller = Teller { now: (&now, &after), was: (&file, &before) };
    teller.say(&Telling::parse(text).unwrap())
}

#[test]
fn a_sentence_has_its_figures_from_the_outcome() {
    // Thurrock: 25m ÷ 5 × 70 % × 13.68 % = 478,904.64; of 20m four fifths of that: 383,123.71.
    for (text, wanted) in [
        ("{07G.ask}", "£383,124"),
        ("{exact 07G.ask}", "£383,123.71"),
        ("{was 07G.ask}", "£478,905"),
        ("{change 07G.ask}", "£95,781 less"),
        ("{reported 07G.ask}", "£480,000"),
        ("{EoE.covered}", "£20 million"),
        ("{short EoE.covered}", "£20.0m"),
        ("{EoE.offset}", "£20 million"),
        // 50.4m less 20m.
        ("{EoE.uncovered} of {short CP.gap}", "£30.4 million of £50.4m"),
        // 228.287 ÷ 1,668.400 = 13.683 %.
        ("{percent 07G.ask of MSE/commissioners.ask}", "13.68%"),
        ("{MSE/commissioners.percent}", "70%"),
        ("{EoE.split}", "the same amount each"),
        // 383,123.71 ÷ 120,000 a month = 3.19 months: the next first of a month is in April.
        ("{07G/crisis-line.new_start}", "in April 2020"),
        ("{was CP.plan}", "−£192.4 million"),
        ("{change CP.plan}", "the same"),
    ] {
        assert_eq!(said(text), wanted, "{text}");
    }
}

#[test]
fn sums_and_conditions_are_exact() {
    let scenario = library("east-of-england-2019").unwrap();
    let outcome = compute(&scenario);
    // 5m × 13.683…% = 684,149.48 pounds, in pence and rounded by hand.
    let (n, d) = sum(&scenario, &outcome, "{MSE.ask}*{07G.ask}/{MSE/commissioners.ask}").unwrap();
    assert_eq!((n * 100 + d / 2) / d, 68_414_949);
    for (text, is_so) in [
        ("{EoE.covered} = 25m", true),
        ("{EoE.covered} != 25m", false),
        ("{07G.ask} > 478,904.63", true),
        ("{07G.ask} > 478904.64", false),
        ("{07G.ask} >= 478904.64", true),
        ("{07G.ask} ~ 480k", true),
        ("{07G.ask} ~ 500k", false),
        ("{CP.plan} < {CP.control_total}", true),
        ("{MSE/commissioners.percent} = 70%", true),
    ] {
        assert_eq!(holds(&scenario, &outcome, text), Ok(is_so), "{text}");
    }
    for text in ["{07G.ask}", "{07G.asks} > 1", "{EoE.split} > 1", "{07G.ask} > many"] {
        assert!(holds(&scenario, &outcome, text).is_err(), "{text}");
    }
}

#[test]
fn a_path_that_is_nearly_right_is_told_so() {
    let scenario = library("east-of-england-2019").unwrap();
    let refusal = told_at(&scenario, "07G.aks").unwrap_err();
    assert_eq!(refusal.nearest.as_deref(), Some("07G.ask"));
}

#[test]
fn an_answer_is_marked_and_its_slip_recognised() {
    let scenario = library("east-of-england-2019").unwrap();
    let outcome = compute(&scenario);
    let truth = told_at(&scenario, "07G.ask").unwrap().reading(&scenario, &outcome).unwrap();
    let mut answer = NumberAnswer {
        of: "07G.ask".to_owned(),
        is: "478,904.64".to_owned(),
        within: Share::percent(2),
        working: None,
        slips: vec![Slip {
            is: "{MSE.ask}*{07G.ask}/{MSE/commissioners.ask}".to_owned(),
            say: Telling::plain("the providers find 30 % first"),
        }],
    };
    let marking = Marking { scenario: &scenario, outcome: &outcome, answer: &answer, truth };
    for (pounds, mark) in [
        (478_905, Mark::Right),
        // 2 % of 478,904.64 is 9,578.09.
        (488_482, Mark::Right),
        (488_483, Mark::Off),
        (684_000, Mark::Slip(0)),
        (-478_905, Mark::Sign),
        (479, Mark::Thousands),
        (478_905_000, Mark::Thousands),
    ] {
        assert_eq!(marking.mark((pounds, 1)), mark, "{pounds}");
    }
    assert!(marking.is_near((500_000, 1)) && !marking.is_near((540_000, 1)));
    for (written, confirmed) in [
        ("478,904.64", true),
        ("478,905", true),
        ("0.48m", true),
        ("478,904.65", false),
        ("0.47m", false),
    ] {
        answer.is = written.to_owned();
        let marking = Marking { scenario: &scenario, outcome: &outcome, answer: &answer, truth };
        assert_eq!(marking.confirms(), Ok(confirmed), "{written}");
    }
}
