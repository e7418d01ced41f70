//! The Fit screen: keys in, screen out. Figures from `split_rules.csv` as in `fit`.

use fairshare::app::{Look, Message, sentences};
use fairshare::document;
use fairshare::levers::node_at;

use super::stage::{Stage, east_of_england};

fn stage(keys: &str) -> Stage {
    let mut stage = Stage::new(120, 36);
    stage.press("g f").press(keys);
    stage
}

fn line(stage: &Stage, row: usize) -> String {
    stage.text().lines().nth(row).unwrap_or_default().trim().to_owned()
}

/// The first row of the screen that begins with some words, blanks as one.
fn row(stage: &Stage, words: &str) -> String {
    let text = stage.text();
    let rows = text.lines().skip(4).map(|line| line.trim_start_matches([' ', '▌']));
    let mut rows = rows.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    rows.find(|line| line.starts_with(words)).unwrap_or_default()
}

fn ask(stage: &Stage, id: &str) -> i64 {
    let session = &stage.app.work().unwrap().session;
    let node = node_at(session.now(), id).unwrap();
    session.after().ask(node).unwrap().get()
}

#[test]
fn the_nearest_line_is_first_and_the_furthest_body_marked() {
    let stage = stage("");
    assert_eq!(
        line(&stage, 2),
        "Mid and South Essex · Opening allocation with commissioners at 70%: all five within £2k."
    );
    assert_eq!(row(&stage, "published"), "published 788 579 1,043 610 480");
    assert_eq!(
        row(&stage, "by opening allocation"),
        "by opening allocation · now 70% −1.4 +1.9◂ −0.7 +1.3 −1.1 1.3 ▏"
    );
    assert_eq!(
        row(&stage, "by allocation"),
        "by allocation 70% +25.2 −35.9 +32.8 −36.9◂ +14.7 29.1 █"
    );
    assert!(
        line(&stage, 34).contains("£1.3k off on average (0.2%), furthest +£1.9k, Castle Point")
    );
    assert_eq!(
        row(&stage, "With Thurrock alone"),
        "With Thurrock alone within 7% of £480k: too little to tell"
    );
    assert!(row(&stage, "⚠ five lines fit").contains("opening allocation −0.2%, allocation +3.1%"));
    // Read line by line: twelve lines, the one figure, the doubts.
    let said = sentences(stage.app.work().unwrap());
    assert!(said.contains("By allocation, £3.5m (70%): £29.1k off on average (4.2%)"), "{said}");
    assert!(said.contains("A circle:"));
}

#[test]
fn the_body_selected_on_explore_is_the_one_looked_at_alone() {
    let mut stage = Stage::new(120, 36);
    stage.press("/ text:southend Enter g f");
    // £610k at 99G: 573.1 is −6.0 %, 541.7 is −11.2 %.
    assert!(row(&stage, "With Southend alone").contains("within 7% of £610k"), "{}", stage.text());
    assert!(row(&stage, "⚠ two lines fit").contains("opening allocation +0.2%, allocation −6%"));
}

#[test]
fn enter_uses_a_line_and_u_takes_it_back() {
    let mut stage = stage("Down Enter");
    // Row J: Thurrock 494.7. 3.5m × 224.492 ÷ 1,588.157 = 494,738.2, less 478,904.64 = 15,833.6.
    assert_eq!(ask(&stage, "07G") / 10_000, 4947);
    assert!(line(&stage, 0).contains("1 change"));
    let said = line(&stage, 34);
    assert!(
        said.starts_with(
            "Used: by allocation, £3.5m (70%). Thurrock is asked for £494,738, £15,834 more."
        ),
        "{said}"
    );
    assert!(row(&stage, "by allocation").starts_with("by allocation · now"));
    stage.press("u");
    assert_eq!(ask(&stage, "07G"), 478_904_64);
    assert!(line(&stage, 0).contains("nothing changed"));
    stage.press("Up Enter");
    assert!(line(&stage, 34).starts_with("This is what stands already"));
}

#[test]
fn a_line_without_a_group_share_moves_rule_and_shares_in_one_step() {
    // The last line: £5m in five.
    let mut stage = stage("G Enter");
    assert_eq!((ask(&stage, "07G"), ask(&stage, "06Q")), (1_000_000_00, 1_000_000_00));
    assert_eq!(ask(&stage, "MSE/providers"), 0);
    assert!(row(&stage, "the same amount each · now").contains("100%"), "{}", stage.text());
    // The rule and two shares are three changes, and one step.
    assert!(line(&stage, 0).contains("3 changes"));
    stage.press("u");
    assert_eq!((ask(&stage, "07G"), ask(&stage, "MSE/providers")), (478_904_64, 1_500_000_00));
}

#[test]
fn a_share_is_typed_by_name_and_held_against_the_rules() {
    let mut stage = stage("+ text:thurrock Space text:500k Enter");
    assert!(line(&stage, 34).starts_with("07G.ask was £500k: typed"), "{}", line(&stage, 34));
    assert!(row(&stage, "published").ends_with("610 500●"), "{}", row(&stage, "published"));
    // The shares now add up to £3,520k, 70.4 % of £5m; with the file's 70 % Thurrock is 21.1 off.
    assert!(row(&stage, "by opening allocation · now").contains("−21.1◂"));
    assert!(!row(&stage, "by opening allocation 70.4%").is_empty(), "{}", stage.text());
    // Registered people meet it: 500.0 of 500.
    assert!(stage.text().contains("registered people at 70%"), "{}", stage.text());
    // Nobody of that name: the line stays open and says so.
    stage.press("+ text:thurok Space text:500k Enter");
    assert!(line(&stage, 34).contains("Nothing is called `thurok`"), "{}", line(&stage, 34));
    stage.press("Esc");
    assert!(stage.app.work().unwrap().over.is_empty());
    // What was typed outlives another version of the file.
    stage.app.update(Message::Loaded(Ok(Box::new(east_of_england()))));
    assert!(row(&stage, "published").ends_with("610 500●"), "{}", row(&stage, "published"));
}

#[test]
fn the_other_splits_are_a_key_away() {
    let mut stage = stage("Right");
    assert_eq!(
        line(&stage, 2),
        "East of England · The same amount each of £25m: all five to the penny."
    );
    stage.press("Right");
    assert!(line(&stage, 2).starts_with("Hertfordshire and West Essex · Herts Valleys’ £5m alone"));
    assert!(
        row(&stage, "Herts Valleys carries")
            .starts_with("Herts Valleys carries it all · now 100% 0.000")
    );
    // By allocation: the lead goes and the three share.
    stage.press("/ text:allocation Enter Enter");
    assert_eq!(ask(&stage, "06N"), 2_042_583_11);
    stage.press("u Right");
    assert!(line(&stage, 2).starts_with("Mid and South Essex"));
}

#[test]
fn without_published_shares_it_says_what_to_do() {
    let scenario = document::library("england-2016").unwrap();
    let mut stage = Stage::of(scenario, Look::Dark).sized(120, 36);
    stage.press("g f");
    assert!(line(&stage, 2).contains("there is nothing to fit"));
    assert!(line(&stage, 3).starts_with("Press + and type who was asked"));
    stage.press("Enter Left Down u");
    assert!(line(&stage, 0).contains("nothing changed"));
}
