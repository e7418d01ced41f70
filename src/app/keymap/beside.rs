//! The keys of scenarios side by side: columns, what is taken from one of them, what is added.

use super::shorthand::{LEFT, RIGHT, char, plain, row};
use super::{Context, Foot, Group, Row};
use crate::app::action::{Action, Beside, Move, Open, Recall, Tree};
use crate::app::key::Code;
use crate::app::screen::Screen;

pub(super) const ROWS: &[Row] = &[
    row(
        &[Context::Screen],
        &[(char('c'), Action::Open(Open::Screen(Screen::Compare)))],
        ("compare with the baseline", "compare"),
        (Group::View, Foot::No),
    ),
    row(
        &[Context::OtherInput, Context::Figure],
        &[
            (LEFT, Action::Move(Move::Before)),
            (RIGHT, Action::Move(Move::After)),
            (char('h'), Action::Move(Move::Before)),
            (char('l'), Action::Move(Move::After)),
        ],
        ("the column before or after", "column"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::OtherInput],
        &[(char(' '), Action::Beside(Beside::Take))],
        ("take this side’s value into what stands now", "take it"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Figure],
        &[(char(' '), Action::Tree(Tree::Toggle))],
        ("open or close a branch", "open, close"),
        (Group::View, Foot::No),
    ),
    row(
        &[Context::Compare],
        &[(char('a'), Action::Beside(Beside::Add))],
        ("add something to compare with, or lay an overlay on what stands now", "add"),
        (Group::View, Foot::Left),
    ),
    row(
        &[Context::Compare],
        &[(char('b'), Action::History(Recall::MakeBaseline))],
        ("measure the others against this column", "baseline"),
        (Group::View, Foot::Left),
    ),
    row(
        &[Context::Compare],
        &[(char('d'), Action::Tree(Tree::OnlyChanged))],
        ("only figures that differ, or all", "only what differs"),
        (Group::View, Foot::Left),
    ),
    row(
        &[Context::Compare],
        &[(char('S'), Action::Tree(Tree::Sort))],
        ("another order: as in the file, the largest change first", "sort"),
        (Group::View, Foot::Left),
    ),
    row(
        &[Context::OtherInput, Context::Figure],
        &[
            (plain(Code::Delete), Action::Beside(Beside::Remove)),
            (plain(Code::Backspace), Action::Beside(Beside::Remove)),
        ],
        ("take this column out", "take out"),
        (Group::View, Foot::Left),
    ),
];
