//! The keys of single panes: what Enter, Space, S and their like do in one list.

use super::shorthand::{ENTER, LEFT, RIGHT, char, plain, row};
use super::{Context, Foot, Group, Row};
use crate::app::action::{Action, Change, Move, Open, Recall, Tree};
use crate::app::key::Code;

pub(super) const ROWS: &[Row] = &[
    row(
        &[Context::Effects],
        &[(ENTER, Action::Open(Open::Enter))],
        ("make this move, as one step that u takes back", "do it"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Followed],
        &[(ENTER, Action::Open(Open::Enter))],
        (
            "follow this number to its own working; of a figure, go to where it can be changed",
            "follow it",
        ),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::Explain],
        &[(plain(Code::Backspace), Action::Open(Open::Before))],
        ("back to the number before", "back"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::Tree, Context::Results],
        &[
            (LEFT, Action::Tree(Tree::Fold)),
            (RIGHT, Action::Tree(Tree::Unfold)),
            (char('h'), Action::Tree(Tree::Fold)),
            (char('l'), Action::Tree(Tree::Unfold)),
        ],
        ("close or open a branch", "fold"),
        (Group::View, Foot::Left),
    ),
    row(
        &[Context::Tree],
        &[(ENTER, Action::Open(Open::Enter))],
        ("go to what decides this row", "what decides it"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::Tree, Context::Results],
        &[(char(' '), Action::Tree(Tree::Toggle))],
        ("open or close a branch", "open, close"),
        (Group::View, Foot::No),
    ),
    row(
        &[Context::Tree, Context::Results],
        &[(char('*'), Action::Tree(Tree::ToggleAll))],
        ("open or close all branches", "all"),
        (Group::View, Foot::Left),
    ),
    row(
        &[Context::Tree],
        &[(char('S'), Action::Tree(Tree::Sort))],
        ("another order: as in the file, by ask, by change, by name", "sort"),
        (Group::View, Foot::Left),
    ),
    row(
        &[Context::Results],
        &[(ENTER, Action::Open(Open::Enter))],
        ("go to what this result hangs on", "what it hangs on"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::Results],
        &[(char('S'), Action::Tree(Tree::Sort))],
        ("another order: as in the file, nearest to its target, most lost first", "sort"),
        (Group::View, Foot::Left),
    ),
    row(
        &[Context::Programmes],
        &[(char('p'), Action::Change(Change::Protect))],
        ("protect the programme, or no longer", "protect"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Programmes],
        &[(ENTER, Action::Open(Open::Enter))],
        ("go to this programme’s own values", "its values"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::Areas],
        &[(ENTER, Action::Open(Open::Enter))],
        ("go to what reaches this council", "what reaches it"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::Areas],
        &[(char('S'), Action::Tree(Tree::Sort))],
        ("another order: by name, the most asked first, only those asked", "sort"),
        (Group::View, Foot::Left),
    ),
    row(
        &[Context::Area, Context::OnExplore],
        &[(ENTER, Action::Open(Open::Enter))],
        ("see this on Explore", "see it on Explore"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::Card, Context::Sources],
        &[(ENTER, Action::Open(Open::Enter))],
        ("go to where this value can be changed on Explore", "see it on Explore"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::Sources],
        &[(char('S'), Action::Tree(Tree::Sort))],
        ("another order: the least known first, as in the file, by source", "sort"),
        (Group::View, Foot::Left),
    ),
    row(
        &[Context::KeyTests],
        &[(char(' '), Action::Change(Change::Tick))],
        ("tick a fact, or no longer", "tick"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Refusals],
        &[(ENTER, Action::Change(Change::Tick)), (char(' '), Action::Change(Change::Tick))],
        ("choose what a refusal does", "choose"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::KeyTests, Context::Refusals, Context::Partner],
        &[
            (LEFT, Action::Move(Move::Before)),
            (RIGHT, Action::Move(Move::After)),
            (char('h'), Action::Move(Move::Before)),
            (char('l'), Action::Move(Move::After)),
        ],
        ("the partner before or after", "partner"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::KeyTests, Context::Partner],
        &[(ENTER, Action::Change(Change::Stance))],
        ("choose whether the partner takes part or refuses", "stance"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Splits],
        &[(ENTER, Action::Open(Open::Enter))],
        ("go to what decides this split", "what decides it"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::Lens],
        &[
            (LEFT, Action::Move(Move::Before)),
            (RIGHT, Action::Move(Move::After)),
            (char('h'), Action::Move(Move::Before)),
            (char('l'), Action::Move(Move::After)),
            (ENTER, Action::Open(Open::Enter)),
        ],
        ("count burdens in the measure before or after: by head, by allocation", "count in"),
        (Group::View, Foot::Left),
    ),
    row(
        &[Context::Bears],
        &[(char('t'), Action::Tree(Tree::AsTable))],
        ("the Lorenz curve as a table, or as a chart", "table"),
        (Group::View, Foot::Left),
    ),
    row(
        &[Context::Bears],
        &[(char('S'), Action::Tree(Tree::Sort))],
        ("another order: as in the file, the lowest burden first", "sort"),
        (Group::View, Foot::Left),
    ),
    row(
        &[Context::Steps],
        &[(ENTER, Action::History(Recall::GoThere))],
        ("go to this step, back or on", "go there"),
        (Group::History, Foot::Left),
    ),
    row(
        &[Context::FitLine],
        &[(ENTER, Action::Change(Change::Adopt))],
        ("use this rule, with the amount that it divides", "use this rule"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Fit],
        &[(char('+'), Action::Open(Open::Observe))],
        ("type a share of your own, to hold the rules against", "a share of your own"),
        (Group::Values, Foot::Left),
    ),
    row(
        &[Context::Fits],
        &[
            (LEFT, Action::Move(Move::Before)),
            (RIGHT, Action::Move(Move::After)),
            (char('h'), Action::Move(Move::Before)),
            (char('l'), Action::Move(Move::After)),
        ],
        ("the split before or after of which shares are known", "split"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::Tree, Context::Programmes],
        &[(char('H'), Action::Tree(Tree::OnlyHit))],
        ("only programmes that are hit and who has them, or everything", "only hit"),
        (Group::View, Foot::No),
    ),
];
