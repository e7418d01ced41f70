//! The keys that work on every screen.

use super::shorthand::{BACK, DOWN, UP, char, plain, row};
use super::{Context, Foot, Group, Row};
use crate::app::action::{Action, Change, Find, Give, Move, Open, Program, Recall, Tree};
use crate::app::key::{Code, Key};

const ON_LEVER: &[Context] = &[Context::Number, Context::Choice];

pub(super) const ROWS: &[Row] = &[
    row(
        &[Context::List],
        &[UP, DOWN, (char('k'), Action::Move(Move::Up)), (char('j'), Action::Move(Move::Down))],
        ("the row above or below", "line"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::List],
        &[
            (plain(Code::PageUp), Action::Move(Move::PageUp)),
            (plain(Code::PageDown), Action::Move(Move::PageDown)),
            (Key::ctrl(Code::Char('u')), Action::Move(Move::PageUp)),
            (Key::ctrl(Code::Char('d')), Action::Move(Move::PageDown)),
        ],
        ("a screenful up or down", "page"),
        (Group::Moving, Foot::No),
    ),
    row(
        &[
            Context::Tree,
            Context::Programmes,
            Context::Areas,
            Context::Area,
            Context::Results,
            Context::OnExplore,
            Context::OtherInput,
            Context::Timeline,
            Context::Steps,
            Context::KeyTests,
            Context::Refusals,
            Context::Partner,
            Context::Splits,
            Context::Lens,
            Context::Spread,
            Context::Fit,
            Context::Picker,
            Context::Shelf,
            Context::Problems,
            Context::Keys,
            Context::Card,
            Context::Sources,
        ],
        &[
            (plain(Code::Home), Action::Move(Move::Top)),
            (plain(Code::End), Action::Move(Move::Bottom)),
        ],
        ("the first or the last row", "ends"),
        (Group::Moving, Foot::No),
    ),
    row(
        &[Context::List],
        &[(char('G'), Action::Move(Move::Bottom))],
        ("the last row", "end"),
        (Group::Moving, Foot::No),
    ),
    row(
        &[Context::Screen],
        &[(char('g'), Action::Open(Open::GoTo))],
        ("go to: a letter says where, a box shows them", "go to"),
        (Group::Moving, Foot::No),
    ),
    row(
        &[Context::Screen],
        &[
            (plain(Code::Tab), Action::Move(Move::NextPane)),
            (Key::shift(Code::Tab), Action::Move(Move::PreviousPane)),
        ],
        ("the next pane, the pane before", "pane"),
        (Group::Moving, Foot::Left),
    ),
    row(
        &[Context::Screen],
        &[(char('u'), Action::History(Recall::Undo))],
        ("undo", "undo"),
        (Group::History, Foot::Left),
    ),
    row(
        &[Context::Screen],
        &[
            (char('U'), Action::History(Recall::Redo)),
            (Key::ctrl(Code::Char('r')), Action::History(Recall::Redo)),
        ],
        ("redo", "redo"),
        (Group::History, Foot::No),
    ),
    row(
        ON_LEVER,
        &[
            (plain(Code::Delete), Action::Change(Change::Remove)),
            (plain(Code::Backspace), Action::Change(Change::Remove)),
        ],
        ("take the value away: no cap, no agreed amount, not known", "none"),
        (Group::Values, Foot::No),
    ),
    row(
        ON_LEVER,
        &[(char('r'), Action::Change(Change::Reset))],
        ("reset this value", "reset"),
        (Group::History, Foot::Left),
    ),
    row(
        &[Context::Screen],
        &[(char('R'), Action::Change(Change::ResetAll))],
        ("reset everything; undo brings it back", "reset all"),
        (Group::History, Foot::No),
    ),
    row(
        &[Context::Screen],
        &[(char('b'), Action::History(Recall::MakeBaseline))],
        ("make this the baseline that changes are measured against", "make baseline"),
        (Group::History, Foot::No),
    ),
    row(
        &[Context::Screen],
        &[
            (char('['), Action::Move(Move::PreviousChanged)),
            (char(']'), Action::Move(Move::NextChanged)),
        ],
        ("the changed value before or after", "changed"),
        (Group::Moving, Foot::No),
    ),
    row(
        &[Context::Screen],
        &[(char('d'), Action::Tree(Tree::OnlyChanged))],
        ("only what differs, or everything", "differences"),
        (Group::View, Foot::No),
    ),
    row(
        &[Context::Screen],
        &[(char('z'), Action::Open(Open::Zoom))],
        ("this pane alone, or all again", "zoom"),
        (Group::View, Foot::No),
    ),
    row(
        &[Context::Screen],
        &[(char('e'), Action::Open(Open::Explain))],
        ("explain this number: its working from the gap down", "explain"),
        (Group::Find, Foot::Left),
    ),
    row(
        &[Context::Screen],
        &[(char('s'), Action::Open(Open::Source))],
        ("where this number comes from: its source card", "source"),
        (Group::Find, Foot::Left),
    ),
    row(
        &[Context::Screen],
        &[(char('/'), Action::Open(Open::Find))],
        ("find a name", "find"),
        (Group::Find, Foot::Left),
    ),
    row(
        &[Context::Screen],
        &[(char('n'), Action::Find(Find::Next)), (char('N'), Action::Find(Find::Previous))],
        ("the next found, the one before", "next"),
        (Group::Find, Foot::No),
    ),
    row(
        &[Context::Screen],
        &[
            (char(':'), Action::Open(Open::Palette)),
            (Key::ctrl(Code::Char('p')), Action::Open(Open::Palette)),
        ],
        ("all commands, found by their words", "commands"),
        (Group::Find, Foot::No),
    ),
    row(
        &[Context::Screen],
        &[
            (char('w'), Action::Give(Give::Save)),
            (Key::ctrl(Code::Char('s')), Action::Give(Give::Save)),
        ],
        ("save the changes beside the scenario; the scenario itself is never written", "save"),
        (Group::Program, Foot::Left),
    ),
    row(
        &[Context::Screen],
        &[(char('y'), Action::Give(Give::Copy))],
        ("copy this screen as sentences", "copy"),
        (Group::Program, Foot::No),
    ),
    row(
        &[Context::Screen],
        &[(char('x'), Action::Give(Give::Export))],
        ("export the outcome as text, JSON or CSV", "export"),
        (Group::Program, Foot::No),
    ),
    row(
        &[Context::Everywhere],
        &[(char('T'), Action::Program(Program::Theme))],
        ("another theme: auto, dark, light, high contrast, mono, ansi16", "theme"),
        (Group::View, Foot::No),
    ),
    row(
        &[Context::Everywhere],
        &[(char('M'), Action::Program(Program::Mouse))],
        ("leave the mouse to the terminal, or take it again", "mouse"),
        (Group::View, Foot::No),
    ),
    row(
        &[Context::Screen],
        &[BACK],
        ("back one level; never leaves the program", "back"),
        (Group::Moving, Foot::Right),
    ),
    row(
        &[Context::Screen],
        &[(char('o'), Action::Program(Program::Open))],
        ("open another scenario: one that ships, or a file", "open"),
        (Group::Program, Foot::Right),
    ),
    row(
        &[
            Context::Entry,
            Context::FindLine,
            Context::OwnShare,
            Context::PathLine,
            Context::Palette,
        ],
        &[(plain(Code::F(1)), Action::Open(Open::Keys))],
        ("the keys that work while typing", "keys"),
        (Group::Find, Foot::Right),
    ),
    row(
        &[Context::Everywhere],
        &[(plain(Code::F(1)), Action::Open(Open::Keys))],
        ("the keys that work here", "keys"),
        (Group::Find, Foot::No),
    ),
    row(
        &[Context::Everywhere],
        &[(char('?'), Action::Open(Open::Keys))],
        ("the keys that work here; Enter does what one does", "keys"),
        (Group::Find, Foot::Right),
    ),
    row(
        &[Context::Screen, Context::Problems],
        &[(char('q'), Action::Program(Program::Leave))],
        ("leave; asks first if something is not saved", "leave"),
        (Group::Program, Foot::Right),
    ),
    row(
        &[Context::Everywhere, Context::Present, Context::Lesson],
        &[(Key::ctrl(Code::Char('z')), Action::Program(Program::Suspend))],
        ("back to the shell for a while; fg returns", "suspend"),
        (Group::Program, Foot::No),
    ),
];
