//! The keys of a value in hand, on whichever screen it stands.

use super::shorthand::{ENTER, LEFT, RIGHT, char, plain, row, step, ten, tenth};
use super::{Context, Foot, Group, Row};
use crate::app::action::{Action, Change};
use crate::app::key::{Code, Key};

pub(super) const ROWS: &[Row] = &[
    row(
        &[Context::Number],
        &[(LEFT, step(-1)), (RIGHT, step(1)), (char('h'), step(-1)), (char('l'), step(1))],
        ("one step less or more", "step"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Number],
        &[
            (Key::shift(Code::Left), ten(-1)),
            (Key::shift(Code::Right), ten(1)),
            (char('<'), ten(-1)),
            (char('>'), ten(1)),
        ],
        ("ten steps less or more", "ten"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Number],
        &[
            (Key::ctrl(Code::Left), tenth(-1)),
            (Key::ctrl(Code::Right), tenth(1)),
            (char(','), tenth(-1)),
            (char('.'), tenth(1)),
        ],
        ("a tenth of a step less or more", "tenth"),
        (Group::Values, Foot::No),
    ),
    row(
        &[Context::Number],
        &[
            (plain(Code::Home), Action::Change(Change::Least)),
            (plain(Code::End), Action::Change(Change::Most)),
        ],
        ("the least or the most it can be", "ends"),
        (Group::Values, Foot::No),
    ),
    row(
        &[Context::Choice],
        &[(LEFT, step(-1)), (RIGHT, step(1)), (char('h'), step(-1)), (char('l'), step(1))],
        ("the choice before or after", "other choice"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Number],
        &[(ENTER, Action::Change(Change::Edit))],
        ("type the value; a digit, - + or = starts typing too", "type it"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Choice],
        &[(ENTER, Action::Change(Change::Edit))],
        ("choose from a list that shows what each would do", "choose"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Share],
        &[(char(' '), Action::Change(Change::Lock))],
        ("lock this share: it stays when another is moved", "lock"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Tick],
        &[(char(' '), step(1))],
        ("tick it: yes, or no", "yes, no"),
        (Group::Values, Foot::Left),
    ),
];
