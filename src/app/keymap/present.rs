//! The keys before a room: those that clickers send, and a few more.

use super::shorthand::{ENTER, ESC, LEFT, RIGHT, char, plain, row};
use super::{Context, Foot, Group, Row};
use crate::app::action::{Action, Give, Open, Show};
use crate::app::key::{Code, Key};

const NEXT: Action = Action::Show(Show::Next);
const BACK: Action = Action::Show(Show::Back);

const fn what_if(tenths: i8) -> Action {
    Action::Show(Show::WhatIf(tenths))
}

pub(super) const ROWS: &[Row] = &[
    row(
        &[Context::Screen],
        // What clickers send to begin.
        &[
            (char('P'), Action::Open(Open::Present)),
            (plain(Code::F(5)), Action::Open(Open::Present)),
        ],
        ("present: the story step by step, and what stands now", "present"),
        (Group::Present, Foot::Right),
    ),
    row(
        &[Context::Present],
        &[(char(' '), NEXT), (RIGHT, NEXT), (plain(Code::PageDown), NEXT), (ENTER, NEXT)],
        ("the next step; 3 Enter, the third", "next"),
        (Group::Present, Foot::Left),
    ),
    row(
        &[Context::Present],
        &[(LEFT, BACK), (plain(Code::PageUp), BACK), (plain(Code::Backspace), BACK)],
        ("the step before", "back"),
        (Group::Present, Foot::Left),
    ),
    row(
        &[Context::Present],
        &[
            (plain(Code::Home), Action::Show(Show::First)),
            (plain(Code::End), Action::Show(Show::Last)),
        ],
        ("the first step, the last", "ends"),
        (Group::Present, Foot::No),
    ),
    row(
        &[Context::Present],
        &[(plain(Code::Up), what_if(10)), (plain(Code::Down), what_if(-10))],
        ("make the what-if; one step more, one less", "what if"),
        (Group::Present, Foot::Left),
    ),
    row(
        &[Context::Present],
        &[
            (Key::shift(Code::Up), what_if(100)),
            (Key::shift(Code::Down), what_if(-100)),
            (char('>'), what_if(100)),
            (char('<'), what_if(-100)),
        ],
        ("ten steps of the what-if", "ten"),
        (Group::Present, Foot::No),
    ),
    row(
        &[Context::Present],
        &[(char('r'), Action::Show(Show::PutBack))],
        ("put the what-if back", "put back"),
        (Group::Present, Foot::Left),
    ),
    row(
        &[Context::Present],
        &[(char('/'), Action::Show(Show::Find))],
        ("show a body, programme, council; move a lever", "find"),
        (Group::Present, Foot::Left),
    ),
    row(
        &[Context::Present],
        &[(char('b'), Action::Show(Show::Blank)), (char('.'), Action::Show(Show::Blank))],
        ("a blank screen, until the next key", "blank"),
        (Group::Present, Foot::Left),
    ),
    row(
        &[Context::Present],
        &[(char('n'), Action::Show(Show::Notes))],
        ("notes in the lower third, or no longer", "notes"),
        (Group::Present, Foot::Left),
    ),
    row(
        &[Context::Present],
        &[(char('m'), Action::Show(Show::Clock))],
        ("the clock, or no longer", "clock"),
        (Group::Present, Foot::Left),
    ),
    row(
        &[Context::Present],
        &[(char('M'), Action::Show(Show::ClockAnew))],
        ("the clock from nought", "clock from nought"),
        (Group::Present, Foot::No),
    ),
    row(
        &[Context::Present],
        &[(char('a'), Action::Show(Show::Add))],
        ("add what is shown as a step; w saves it outside", "add"),
        (Group::Present, Foot::Left),
    ),
    row(
        &[Context::Present],
        &[(plain(Code::Delete), Action::Show(Show::Remove))],
        ("take a step out that was added", "take out"),
        (Group::Present, Foot::No),
    ),
    row(
        &[Context::Present],
        &[(char('u'), Action::Show(Show::Restore))],
        ("put the step back that was taken out", "put it back"),
        (Group::Present, Foot::No),
    ),
    row(
        &[Context::SlideTitle, Context::Seek],
        &[(ENTER, Action::Show(Show::Keep))],
        ("keep what is typed, or show what was found", "keep"),
        (Group::Present, Foot::Left),
    ),
    row(
        &[Context::Seek],
        &[
            (plain(Code::Up), Action::Show(Show::Row(false))),
            (plain(Code::Down), Action::Show(Show::Row(true))),
        ],
        ("the row above or below", "row"),
        (Group::Present, Foot::Left),
    ),
    row(
        &[Context::Present, Context::SlideTitle, Context::Seek],
        &[(ESC, Action::Show(Show::Leave))],
        ("back to the step; from there, out", "out"),
        (Group::Present, Foot::Right),
    ),
    row(
        &[Context::Present],
        &[(char('q'), Action::Show(Show::Leave))],
        ("out, as Esc; P goes on there", "out"),
        (Group::Present, Foot::No),
    ),
    row(
        &[Context::Present],
        &[(char('?'), Action::Open(Open::Keys)), (plain(Code::F(1)), Action::Open(Open::Keys))],
        ("the keys that work here; Enter does what one does", "keys"),
        (Group::Present, Foot::No),
    ),
    row(
        &[Context::Present],
        &[(char('y'), Action::Give(Give::Copy))],
        ("copy the slide with its notes", "copy"),
        (Group::Present, Foot::No),
    ),
    row(
        &[Context::Present],
        &[(char('T'), Action::Program(crate::app::action::Program::Theme))],
        ("another theme", "theme"),
        (Group::Present, Foot::No),
    ),
];
