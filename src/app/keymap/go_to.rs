//! The letters after `g`: one for each screen, made from the table of screens.

use super::shorthand::row;
use super::{Context, Foot, Group, Row};
use crate::app::action::{Action, Open};
use crate::app::key::Key;
use crate::app::screen::TABS;

const COUNT: usize = TABS.len();

static KEYS: [[(Key, Action); 1]; COUNT] = keys();

pub(super) static ROWS: [Row; COUNT] = rows();

const fn keys() -> [[(Key, Action); 1]; COUNT] {
    let mut keys = [[(Key::char(' '), Action::Open(Open::Back))]; COUNT];
    let mut at = 0;
    while at < COUNT {
        let go = Action::Open(Open::Screen(TABS[at].screen));
        keys[at] = [(Key::char(TABS[at].letter), go)];
        at += 1;
    }
    keys
}

const fn rows() -> [Row; COUNT] {
    let mut rows = [GO; COUNT];
    let mut at = 0;
    while at < COUNT {
        rows[at] = Row { keys: &KEYS[at], words: TABS[at].words, brief: TABS[at].name, ..GO };
        at += 1;
    }
    rows
}

const GO: Row = row(&[Context::GoTo], &[], ("", ""), (Group::Moving, Foot::Left));
