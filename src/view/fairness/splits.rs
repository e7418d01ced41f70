//! The splits there are, and what decides the one that is looked at.

use ratatui::layout::{Position, Rect};

use crate::app::fairness::{Board, ChoiceRow, Pane};
use crate::app::{Area, Spot, Work};
use crate::format::{self, Minus};
use crate::model::{Scenario, Splitter};
use crate::report::{lens_words, split_name};
use crate::view::lever;
use crate::view::list::List;
use crate::view::pen::{Pen, after, left_of, row_of};
use crate::view::widgets::{Columns, fit};

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, area: Rect) {
    let (own, session) = (&work.screens.fairness, &work.session);
    let focused = own.focus == Pane::Splits && work.over.is_empty();
    pen.heading(row_of(area, 0), ("Splits", "ask £m"), focused);
    let splits = own.splits(session);
    let list = list(work, &splits, area);
    if splits.is_empty() {
        let none = if own.only_changed { "None differs." } else { "None." };
        pen.put(after(row_of(list.body(), 0), 1), &[(none, pen.theme.second)]);
    }
    list.draw(pen, focused, |pen, place, line| {
        let split = splits[place];
        let mut columns = Columns::new(line);
        let strong = place == list.selected;
        let style = if strong { pen.theme.strong } else { pen.theme.text };
        let ask = session.after().ask(split.node()).unwrap_or_default();
        columns.put(pen.buffer, 11, (&format::column(ask, 3, Minus::Sign), style));
        let above = splits.iter().any(|own| is_within(session.now(), split, *own));
        let pooled = splits.iter().any(|own| matches!(own, Splitter::Pool(_)));
        let depth = match split {
            Splitter::Pool(_) => 1,
            Splitter::System(_) => 1 + 2 * u16::from(pooled),
            Splitter::Group(_) => 1 + 2 * (u16::from(pooled) + u16::from(above)),
        };
        let rest = after(columns.rest(), depth);
        let whole = split_name(session.now(), split);
        // Below its system a group has no need of the system's name.
        let names = match split {
            Splitter::Group(_) if !above => (whole.clone(), whole),
            split => session.now().words.of(split.node()).names(),
        };
        let name = crate::view::explore_name((&names.0, &names.1), rest.width);
        pen.put(rest, &[(&name, style)]);
    });
}

pub(super) fn spot(work: &Work, area: Rect, at: Position) -> Spot {
    let splits = work.screens.fairness.splits(&work.session);
    list(work, &splits, area).spot(Area::Pane(0), at)
}

/// Whether a split is that of a group of a system's own split.
fn is_within(scenario: &Scenario, split: Splitter, above: Splitter) -> bool {
    match (split, above) {
        (Splitter::Group(group), Splitter::System(system)) => {
            scenario.groups[group].system == system
        }
        _ => false,
    }
}

fn list(work: &Work, splits: &[Splitter], area: Rect) -> List {
    let selected = work.screens.fairness.selected(&work.session);
    List { area, length: splits.len(), selected }
}

/// The rule, who leads, what burdens are counted in; below in what they cannot be counted.
pub(super) fn draw_choices(pen: &mut Pen<'_>, work: &Work, (board, area): (Option<&Board>, Rect)) {
    let (own, session) = (&work.screens.fairness, &work.session);
    let focused = own.focus == Pane::Choices && work.over.is_empty();
    let heads = match pen.theme.underlines_yours() {
        true => "underlined: yours to change",
        false => "blue: yours to change",
    };
    let heads = if area.width < 48 { "" } else { heads };
    pen.heading(row_of(area, 0), ("What decides it", heads), focused);
    let Some(board) = board else { return };
    let rows = own.choices(session);
    let list = choices(work, &rows, area);
    list.draw(pen, focused, |pen, place, line| {
        let word = left_of(after(line, 1), WORD);
        let place_of_value = after(line, WORD + 1);
        let in_hand = focused && place == list.selected;
        match &rows[place] {
            ChoiceRow::Lever(row) => {
                pen.put(word, &[(&fit(&row.word, word.width), pen.theme.text)]);
                lever::value(pen, row, (place_of_value, in_hand));
            }
            ChoiceRow::Lens(_) => {
                let measure = board.measure(session);
                let words = match area.width < 48 {
                    true => measure.map(|own| own.words.clone()),
                    false => measure.map(lens_words),
                };
                let words = words.unwrap_or_default();
                let marks = if in_hand { ("◂", "▸") } else { ("", "") };
                let room = place_of_value.width.saturating_sub(3);
                let yours = pen.theme.yours;
                let style = if in_hand { Pen::bold(yours) } else { yours };
                let pieces = [
                    (" ", pen.theme.text),
                    (marks.0, pen.theme.accent),
                    (&*fit(&words, room), style),
                    (marks.1, pen.theme.accent),
                ];
                pen.put(word, &[("counted in", pen.theme.text)]);
                pen.put(place_of_value, &pieces);
            }
        }
    });
    let below = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(1);
    missing(pen, work, (board, Rect { y: area.y.saturating_add(below), ..area }, below));
}

/// The columns of the words before values.
const WORD: u16 = 12;

/// In what burdens cannot be counted here, and why.
fn missing(pen: &mut Pen<'_>, work: &Work, (board, area, taken): (&Board, Rect, u16)) {
    let area = Rect { height: area.height.saturating_sub(taken), ..after(area, 1) };
    let width = usize::from(area.width.saturating_sub(1)).max(1);
    let lines = board.missing(&work.session);
    let words = lines.iter().flat_map(|line| format::wrapped(line, width));
    for (at, words) in (u16::from(area.height > 6)..).zip(words) {
        pen.put(row_of(area, at), &[(&words, pen.theme.second)]);
    }
}

pub(super) fn spot_choices(work: &Work, area: Rect, at: Position) -> Spot {
    let rows = work.screens.fairness.choices(&work.session);
    choices(work, &rows, area).spot(Area::Pane(1), at)
}

fn choices(work: &Work, rows: &[ChoiceRow], area: Rect) -> List {
    let last = rows.len().saturating_sub(1);
    let selected = work.screens.fairness.row(Pane::Choices).min(last);
    List { area, length: rows.len(), selected }
}
