//! The key table: no key means two things, and everything that can be done has a key.

use std::collections::BTreeMap;

use fairshare::app::keymap::{Context, lookup, rows, table};
use fairshare::app::{
    Action, Beside, Change, Find, Give, Key, Move, Open, Program, Recall, Show, Study, TABS, Tree,
};

use Context::{
    Area, Areas, Card, Choice, Entry, Everywhere, FindLine, GoTo, KeyTests, Keys, List, Number,
    Palette, Partner, Picker, Problems, Programmes, Question, Refusals, Replace, Screen, Share,
    Sources, TakeUp,
};

/// Every set of situations that can hold together.
const TOGETHER: &[&[Context]] = &[
    &[Context::Tree, List, Screen, Everywhere],
    &[Number, List, Screen, Everywhere],
    &[Number, Share, List, Screen, Everywhere],
    &[Choice, List, Screen, Everywhere],
    &[Programmes, List, Screen, Everywhere],
    &[Areas, List, Screen, Everywhere],
    &[Area, List, Screen, Everywhere],
    &[Context::Results, List, Screen, Everywhere],
    &[Context::OnExplore, List, Screen, Everywhere],
    &[Context::Tick, Choice, List, Screen, Everywhere],
    &[KeyTests, List, Screen, Everywhere],
    &[Context::Splits, Context::Bears, List, Screen, Everywhere],
    &[Context::Lens, Context::Bears, List, Screen, Everywhere],
    &[Choice, Context::Bears, List, Screen, Everywhere],
    &[Number, Context::Bears, List, Screen, Everywhere],
    &[Context::OnExplore, Context::Bears, List, Screen, Everywhere],
    &[Context::Spread, Context::Bears, List, Screen, Everywhere],
    &[Refusals, List, Screen, Everywhere],
    &[Partner, List, Screen, Everywhere],
    &[Context::FitLine, Context::Fit, Context::Fits, List, Screen, Everywhere],
    &[Context::Compare, Number, List, Screen, Everywhere],
    &[Context::Compare, Number, Share, List, Screen, Everywhere],
    &[Context::Compare, Choice, List, Screen, Everywhere],
    &[Context::Compare, Context::OtherInput, List, Screen, Everywhere],
    &[Context::Compare, Context::Figure, Context::OnExplore, List, Screen, Everywhere],
    &[Context::PathLine],
    &[Context::ToRead, List, Everywhere],
    &[List, Screen, Everywhere],
    &[Context::Followed, Context::Explain, List, Screen, Everywhere],
    &[Context::Effects, Context::Explain, List, Screen, Everywhere],
    &[Context::Steps, List, Screen, Everywhere],
    &[Picker, List, Everywhere],
    &[Problems, List, Everywhere],
    &[Context::Shelf, List, Everywhere],
    &[Keys, List],
    &[Card, List, Everywhere],
    &[Sources, List, Screen, Everywhere],
    &[Entry],
    &[FindLine],
    &[Context::OwnShare],
    &[Palette],
    &[GoTo],
    &[Question],
    &[Context::Exchange],
    &[Replace],
    &[TakeUp],
    &[Context::Beside],
    &[Context::Present],
    &[Context::SlideTitle],
    &[Context::Seek],
    &[Context::Lessons, Context::Lesson],
    &[Context::LessonNumber, Context::Lesson],
    &[Context::LessonTyping],
    &[Context::LessonChoice, Context::Lesson],
    &[Context::LessonSure, Context::Lesson],
    &[Context::LessonTold, Context::Lesson],
    &[Context::LessonWorking, Context::LessonTold, Context::Lesson],
    &[Context::LessonTry, Context::LessonWorking, Context::LessonTold, Context::Lesson],
    &[Context::LessonText],
    &[Context::LessonWords],
];

#[test]
fn no_key_means_two_things_in_one_situation() {
    for together in TOGETHER {
        let mut meant: BTreeMap<String, Action> = BTreeMap::new();
        for (key, action) in rows(together).flat_map(|row| row.keys) {
            let other = meant.insert(key.to_string(), *action);
            assert!(other.is_none_or(|other| other == *action), "{key} in {together:?}");
        }
    }
}

#[test]
fn every_row_can_be_reached_and_every_key_has_a_name() {
    for row in table() {
        let reached =
            TOGETHER.iter().any(|together| rows(together).any(|own| std::ptr::eq(own, row)));
        assert!(reached, "{}", row.words);
        for (key, _) in row.keys {
            assert_eq!(key.to_string().parse(), Ok(*key));
        }
    }
}

#[test]
fn every_situation_has_words() {
    for context in TOGETHER.iter().copied().flatten() {
        assert!(!context.words().is_empty(), "{context:?}");
    }
}

#[test]
fn everything_that_can_be_done_has_a_key() {
    let all = [
        Action::Move(Move::Up),
        Action::Move(Move::Down),
        Action::Move(Move::PageUp),
        Action::Move(Move::PageDown),
        Action::Move(Move::Top),
        Action::Move(Move::Bottom),
        Action::Move(Move::NextPane),
        Action::Move(Move::PreviousPane),
        Action::Move(Move::Before),
        Action::Move(Move::After),
        Action::Move(Move::NextChanged),
        Action::Move(Move::PreviousChanged),
        Action::Change(Change::Step(1)),
        Action::Change(Change::Step(-1)),
        Action::Change(Change::Ten(1)),
        Action::Change(Change::Ten(-1)),
        Action::Change(Change::Tenth(1)),
        Action::Change(Change::Tenth(-1)),
        Action::Change(Change::Least),
        Action::Change(Change::Most),
        Action::Change(Change::Edit),
        Action::Change(Change::Reset),
        Action::Change(Change::Remove),
        Action::Change(Change::ResetAll),
        Action::Change(Change::Protect),
        Action::Change(Change::Tick),
        Action::Change(Change::Stance),
        Action::Change(Change::Adopt),
        Action::Change(Change::Lock),
        Action::Change(Change::Complete),
        Action::History(Recall::Undo),
        Action::History(Recall::Redo),
        Action::History(Recall::MakeBaseline),
        Action::History(Recall::GoThere),
        Action::Tree(Tree::Fold),
        Action::Tree(Tree::Unfold),
        Action::Tree(Tree::Toggle),
        Action::Tree(Tree::ToggleAll),
        Action::Tree(Tree::Sort),
        Action::Tree(Tree::OnlyChanged),
        Action::Tree(Tree::OnlyHit),
        Action::Open(Open::Keys),
        Action::Open(Open::Palette),
        Action::Open(Open::Find),
        Action::Open(Open::GoTo),
        Action::Open(Open::Source),
        Action::Open(Open::Observe),
        Action::Open(Open::Zoom),
        Action::Open(Open::Back),
        Action::Open(Open::Enter),
        Action::Beside(Beside::Add),
        Action::Beside(Beside::Remove),
        Action::Beside(Beside::Take),
        Action::Find(Find::Next),
        Action::Find(Find::Previous),
        Action::Give(Give::Copy),
        Action::Give(Give::Export),
        Action::Give(Give::Save),
        Action::Program(Program::Theme),
        Action::Program(Program::Mouse),
        Action::Program(Program::Open),
        Action::Program(Program::Leave),
        Action::Program(Program::LeaveWithout),
        Action::Program(Program::SaveAndLeave),
        Action::Program(Program::SaveAside),
        Action::Program(Program::Discard),
        Action::Program(Program::Suspend),
    ];
    let screens = TABS.iter().map(|tab| Action::Open(Open::Screen(tab.screen)));
    all.into_iter().chain(screens).for_each(has_a_key);
}

#[test]
fn everything_before_a_room_and_in_lessons_has_a_key() {
    let all = [
        Action::Open(Open::Present),
        Action::Open(Open::Learn),
        Action::Show(Show::Next),
        Action::Show(Show::Back),
        Action::Show(Show::First),
        Action::Show(Show::Last),
        Action::Show(Show::Blank),
        Action::Show(Show::WhatIf(10)),
        Action::Show(Show::WhatIf(-10)),
        Action::Show(Show::PutBack),
        Action::Show(Show::Notes),
        Action::Show(Show::Clock),
        Action::Show(Show::ClockAnew),
        Action::Show(Show::Find),
        Action::Show(Show::Add),
        Action::Show(Show::Remove),
        Action::Show(Show::Restore),
        Action::Show(Show::Keep),
        Action::Show(Show::Row(true)),
        Action::Show(Show::Leave),
        Action::Study(Study::Next),
        Action::Study(Study::Back),
        Action::Study(Study::Skip),
        Action::Study(Study::Hint),
        Action::Study(Study::Working),
        Action::Study(Study::Words),
        Action::Study(Study::Row(true)),
        Action::Study(Study::Sure(true)),
        Action::Study(Study::Try(10)),
        Action::Study(Study::PutBack),
        Action::Study(Study::Leave),
    ];
    all.into_iter().for_each(has_a_key);
}

#[track_caller]
fn has_a_key(action: Action) {
    let has = table().any(|row| row.keys.iter().any(|(_, own)| *own == action));
    assert!(has, "{action:?} has no key");
}

#[test]
fn held_arrows_have_plain_twins() {
    // Many terminals cannot send these: SCREENS names < > and , . beside them.
    for (held, plain) in
        [("Shift-Left", "<"), ("Shift-Right", ">"), ("Ctrl-Left", ","), ("Ctrl-Right", ".")]
    {
        let key = |text: &str| text.parse::<Key>().unwrap();
        assert_eq!(lookup(&[Number], key(held)), lookup(&[Number], key(plain)));
        assert!(lookup(&[Number], key(held)).is_some());
    }
}

#[test]
fn a_row_is_named_by_its_keys() {
    let row = rows(&[Number]).next().unwrap();
    assert_eq!((row.label(), row.short_label()), ("←→ h l".to_owned(), "←→".to_owned()));
    let ten = rows(&[Number]).nth(1).unwrap();
    assert_eq!(ten.label(), "Shift-←→ < >");
}
