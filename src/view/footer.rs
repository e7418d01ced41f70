//! The last row: the keys of what has the focus at the left, those that always work at the right.

use ratatui::layout::Rect;

use super::pen::{Pen, after};
use super::widgets::width_of;
use crate::app::explore::{LeverSort, size_words};
use crate::app::keymap::{self, Context, Foot};
use crate::app::over::{Over, Question};
use crate::app::{Action, App, Beside, Change, Key, Move, Open, Program, Recall, Screen, Spot};
use crate::format::{self, Minus};
use crate::levers::{Kind, Lever, Value, is_share, range};
use crate::model::Scenario;
use crate::money::{Pence, Share};

/// One hint: its keys, its words, the key that a click on it stands for, its columns.
pub(super) struct Hint {
    pub(super) label: String,
    pub(super) words: String,
    pub(super) key: Key,
    pub(super) column: u16,
    pub(super) width: u16,
}

/// Draws the hints.
pub(super) fn draw(pen: &mut Pen<'_>, app: &App, row: Rect) {
    for hint in hints(app, row.width) {
        let place = after(row, hint.column);
        let style = Pen::bold(pen.theme.yours);
        let style = style.remove_modifier(ratatui::style::Modifier::UNDERLINED);
        let words = format!(" {}", hint.words);
        pen.put(place, &[(&hint.label, style), (&words, pen.theme.text)]);
    }
}

/// The key whose hint stands at a column.
pub(super) fn spot(app: &App, row: Rect, column: u16) -> Spot {
    let column = column.saturating_sub(row.x);
    let mut hints = hints(app, row.width).into_iter();
    let hit = hints.find(|hint| (hint.column..hint.column + hint.width).contains(&column));
    hit.map_or(Spot::Nothing, |hint| Spot::Hint(hint.key))
}

/// From so many columns on there is room for every hint of a lever.
const ROOMY: u16 = 98;

/// The hints that fit into a width. The right ones stay; of the left ones the first.
pub(super) fn hints(app: &App, width: u16) -> Vec<Hint> {
    let contexts = app.contexts();
    let rows = |foot| keymap::rows(&contexts).filter(move |row| row.foot == foot);
    let hint = |row: &keymap::Row| {
        let (key, action) = *row.keys.first()?;
        // Where there is little room, how to explain a number says more than a second size of step,
        // and than what else could be opened.
        let other = action == Action::Program(Program::Open) && row.foot == Foot::Right;
        if width < ROOMY && (other || matches!(action, Action::Change(Change::Ten(_)))) {
            return None;
        }
        let label = row.short_label();
        let words = words(app, row, action);
        let width = width_of(&label) + 1 + width_of(&words);
        Some(Hint { label, words, key, column: 0, width })
    };
    let mut right: Vec<Hint> = rows(Foot::Right)
        .filter_map(hint)
        .filter(|own| wanted(app, (&contexts, width), own.key))
        .collect();
    let mut end = width;
    for own in right.iter_mut().rev() {
        end = end.saturating_sub(own.width);
        own.column = end;
        end = end.saturating_sub(2);
    }
    let mut left = Vec::new();
    let mut column = 0;
    for mut own in rows(Foot::Left).filter_map(hint) {
        if !wanted(app, (&contexts, width), own.key) {
            continue;
        }
        if column + own.width > end {
            break;
        }
        own.column = column;
        column += own.width + 2;
        left.push(own);
    }
    left.extend(right);
    left
}

/// Undo, reset and save are named once there is something to undo, reset, save; the way back to
/// the last good version if there is one.
fn wanted(app: &App, (contexts, width): (&[Context], u16), key: Key) -> bool {
    let Some(work) = app.work() else {
        let back = keymap::lookup(contexts, key) == Some(Action::Open(Open::Back));
        return !back || app.last_good().is_some();
    };
    if !contexts.contains(&Context::Screen) {
        return true;
    }
    let changed = work.session.next_undo().is_some();
    let away = work.screens.shown != Screen::Explore;
    match keymap::lookup(contexts, key) {
        Some(Action::Change(Change::Step(_) | Change::Ten(_))) => {
            work.lever_in_hand().is_some_and(|row| row.sort != LeverSort::Typed)
        }
        Some(Action::History(Recall::GoThere)) => true,
        Some(Action::History(_) | Action::Change(Change::Reset) | Action::Give(_)) => changed,
        // From the first screen the way out is named, from the others the way back.
        Some(Action::Open(Open::Back)) => away || work.screens.zoomed,
        Some(Action::Program(Program::Leave)) => !away,
        // It is named as long as there is nothing to keep.
        Some(Action::Program(Program::Open) | Action::Open(Open::Learn)) => !away && !changed,
        Some(Action::Beside(Beside::Remove)) => !work.screens.compare.is_on_now(),
        // To somebody who has just begun.
        Some(Action::Open(Open::Present)) => !away && !changed && width >= ROOMY,
        Some(Action::Move(Move::NextPane)) => work.screens.current().panes().len() > 1,
        _ => true,
    }
}

/// The words of a row; steps name their size, leaving a field names what is put back.
fn words(app: &App, row: &keymap::Row, action: Action) -> String {
    let Some(work) = app.work() else { return row.brief.to_owned() };
    let over = work.over.last();
    let lever = match over {
        Some(Over::Entry(entry)) => Some(entry.lever),
        _ => work.lever_in_hand().map(|row| row.lever),
    };
    let step = |tenths: i128| {
        let lever = lever?;
        let range = range(work.session.now(), work.session.base(), lever)?;
        let scenario = work.session.now();
        Some(step_words(scenario, (lever, &lever.get(scenario)), range.step * tenths / 10))
    };
    let named = match action {
        Action::Change(Change::Step(_)) => step(10),
        Action::Change(Change::Ten(_)) => step(100),
        _ => None,
    };
    match (named, over, row.brief) {
        (None, Some(Over::Question(Question::Replace(own))), "the other name") => {
            format!("save as {}", super::message::name_of(&own.aside))
        }
        (Some(step), _, _) => format!("±{step}"),
        (None, Some(Over::Picker(own)), "keep what was") => {
            own.in_use().map_or_else(|| "back".to_owned(), |words| format!("keep “{words}”"))
        }
        _ => row.brief.to_owned(),
    }
}

/// A step in the unit of its lever's field.
fn step_words(scenario: &Scenario, (lever, held): (Lever, &Value), step: i128) -> String {
    let units = i64::try_from(step).unwrap_or(i64::MAX);
    if is_share(held) {
        return format::percent(Share::from_units(units), Minus::Sign);
    }
    match lever.field.row().kind {
        Kind::Count => step.to_string(),
        Kind::Month => format::plural(usize::try_from(step).unwrap_or(1), "month", "months"),
        Kind::Measure => size_words(scenario, lever, step),
        _ => {
            let pence = Pence::new(units);
            let decimals = if units % Pence::pounds(100_000).get() == 0 { 1 } else { 2 };
            format::column(pence, decimals, Minus::Sign)
        }
    }
}
