//! “What decides it”: every lever on the way, what it holds, what it leaves.

use ratatui::layout::Rect;

use super::widths::Widths;
use crate::app::explore::{DecidesRow, Figure, Filter, LeverRow, LeverSort, Pane};
use crate::app::{Tone, Work};
use crate::view::lever::{is_number, tight, value};
use crate::view::list::List;
use crate::view::pen::{Pen, after, left_of, row_of};
use crate::view::widgets::{Columns, fit, put, width_of};

/// Below this width headings give way to numbers in front of the rows.
const HEADED: u16 = 50;

/// A row, and its place among the levers if it is one.
pub(super) type Placed = (DecidesRow, Option<usize>);

/// The rows that a width shows, each with its place among the levers if it is one.
pub(super) fn lines(work: &Work, width: u16) -> Vec<Placed> {
    let mut lever = 0;
    let rows = work.screens.explore.decides(&work.session).into_iter();
    let placed = rows.map(|row| {
        let place = matches!(row, DecidesRow::Lever(_)).then_some(lever);
        lever += usize::from(place.is_some());
        (row, place)
    });
    let shown = |row: &DecidesRow| {
        width >= HEADED || !matches!(row, DecidesRow::Head { number: Some(_), .. })
    };
    placed.filter(|(row, _)| shown(row)).collect()
}

/// The lines as a list.
pub(super) fn list(work: &Work, lines: &[Placed], area: Rect) -> List {
    let selected = work.screens.explore.selected_lever(&work.session).map(|row| row.lever);
    let is_it =
        |row: &DecidesRow| matches!(row, DecidesRow::Lever(own) if Some(own.lever) == selected);
    let selected = lines.iter().position(|(row, _)| is_it(row)).unwrap_or(0);
    List { area, length: lines.len(), selected }
}

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, area: Rect) {
    let focused = work.screens.explore.focus == Pane::Levers && work.over.is_empty();
    let changed = work.session.is_changed();
    let all = lines(work, area.width);
    let figures = all.iter().filter_map(|(row, _)| row.figure());
    let cells = Cells { changed, widths: Widths::of(figures) };
    let row = row_of(area, 0);
    let filtered = work.screens.explore.filter == Filter::Changed;
    let title = if filtered { "What decides it: moved" } else { "What decides it" };
    pen.heading(row, (title, &cells.words(area.width >= HEADED)), focused);
    if !changed && !filtered {
        legend(pen, row);
    }
    let list = list(work, &all, area);
    list.draw(pen, focused, |pen, place, line| {
        draw_line(pen, &all[place].0, (line, cells, focused && place == list.selected));
    });
}

/// Which figures stand at the right edge, and how wide.
#[derive(Clone, Copy)]
struct Cells {
    changed: bool,
    widths: Widths,
}

impl Cells {
    /// The words over them.
    fn words(self, headed: bool) -> String {
        let [before, now] = ["before", "now"].map(|words| self.widths.over_amount(words));
        let change = self.widths.over_change("change");
        match (self.changed, headed) {
            (true, true) => format!("{before}{now}{change}").trim_start().to_owned(),
            (true, false) => format!("{now}{change}").trim_start().to_owned(),
            (false, _) => "£m".to_owned(),
        }
    }
}

/// Says in the heading how a value that can be changed looks.
fn legend(pen: &mut Pen<'_>, row: Rect) {
    let words = match (pen.theme.underlines_yours(), row.width >= HEADED) {
        (true, true) => "underlined: yours to change",
        (true, false) => "underlined: edit",
        (false, true) => "blue: yours to change",
        (false, false) => "blue: change",
    };
    let mut columns = Columns::new(row);
    columns.skip(if row.width >= HEADED { 12 } else { 6 });
    let style = pen.theme.yours.add_modifier(ratatui::style::Modifier::UNDERLINED);
    columns.put_own(pen.buffer, words, style);
}

fn draw_line(pen: &mut Pen<'_>, row: &DecidesRow, (line, cells, focused): (Rect, Cells, bool)) {
    match row {
        DecidesRow::Head { number, words } => {
            let number = number.map_or_else(String::new, |n| format!("{n} "));
            let pieces =
                [("", pen.theme.text), (&*number, pen.theme.faint), (words, pen.theme.strong)];
            pen.put(after(line, 1), &pieces);
        }
        DecidesRow::Unplaced { figure, why } => {
            let none = figure.now.unwrap_or_default().is_zero();
            let rest =
                figures(pen, (line, cells), *figure, if none { Tone::Text } else { Tone::Stop });
            let (word, style) = if none {
                ("unplaced", pen.theme.second)
            } else {
                ("✕ unplaced", pen.theme.stop)
            };
            let rest = after(rest, 3);
            let gap = if line.width >= HEADED { 15 } else { 11 };
            pen.put(left_of(rest, gap), &[(word, style)]);
            let room = after(rest, gap);
            if width_of(why) <= room.width {
                pen.put(room, &[(why, pen.theme.second)]);
            }
        }
        DecidesRow::Lever(row) => lever(pen, row, (line, cells, focused)),
    }
}

/// Where the parts of a lever's row stand, from the left of what its figures leave.
struct Grid {
    /// The words of the lever.
    word: u16,
    /// The value with its marks.
    value: u16,
    /// What it leaves, in words; nought is no room.
    label: u16,
}

fn grid(width: u16, headed: bool, (row, changed): (&LeverRow, bool)) -> Grid {
    let word = if headed { 15 } else { 10 };
    // A value that leaves nothing may take the whole row; a long word pushes it to the right.
    let word = width_of(if headed { &row.word } else { &row.long_word }).clamp(word - 1, 23) + 1;
    let own = width_of(if headed { &row.word } else { &row.long_word }) + 1;
    let in_words = row.sort == LeverSort::Typed && !is_number(&row.value);
    let crowded = in_words && word + marked(row, &row.value) > width;
    let word = if crowded { own.min(word) } else { word };
    // A long word gives way to the value: that is what can be moved.
    let word = word.min(width.saturating_sub(marked(row, &tight(&row.value)).min(8)));
    let rest = width.saturating_sub(word);
    // Before anything is changed there is room for what a lever leaves; afterwards where it fits.
    let label = match &row.leaves {
        Some(leaves) if headed && !changed => width_of(&leaves.words) + 1,
        Some(leaves) if !changed && width_of(brief(&leaves.words)) <= 8 => {
            width_of(brief(&leaves.words)) + 1
        }
        _ => 0,
    };
    let column = match (headed, changed) {
        (true, false) => 22.min(rest.saturating_sub(14)).max(12),
        (true, true) => 12,
        (false, _) => 10,
    };
    let left = rest.saturating_sub(label).max(column);
    let whole = marked(row, &row.value);
    let fits = whole <= column || label == 0;
    let needed = if fits { whole } else { marked(row, &tight(&row.value)).min(whole) };
    let value = needed.max(column).min(left).min(rest);
    Grid { word, value, label: rest.saturating_sub(value) }
}

/// The columns that a value takes with all marks that it may have.
fn marked(row: &LeverRow, value: &str) -> u16 {
    let steps = matches!(row.sort, LeverSort::Number | LeverSort::Share);
    let ends = if steps { 2 } else { 0 };
    1 + width_of(value) + ends.max(2 * u16::from(row.mark.is_some())) + 2 * u16::from(row.locked)
}

fn lever(pen: &mut Pen<'_>, row: &LeverRow, (line, cells, focused): (Rect, Cells, bool)) {
    let changed = cells.changed;
    let headed = line.width >= HEADED;
    let rest = match &row.leaves {
        Some(leaves) => figures(pen, (line, cells), leaves.figure, Tone::Text),
        None => line,
    };
    let number = if headed { None } else { row.number };
    let number = number.map_or_else(|| "  ".to_owned(), |n| format!("{n} "));
    let place = after(rest, 1);
    let written = put(pen.buffer, place, &[(&number, pen.theme.faint)]);
    let place = after(place, written);
    let grid = grid(place.width, headed, (row, changed));
    let room = grid.word.saturating_sub(1);
    // Whose it is goes before the lever's own word does.
    let fits = width_of(&row.long_word) <= room || width_of(&row.word) > room;
    let word = if headed || !fits { &row.word } else { &row.long_word };
    let style = if row.number.is_some() || headed { pen.theme.text } else { pen.theme.second };
    pen.put(left_of(place, room), &[(&fit(word, room), style)]);
    let held =
        left_of(after(place, grid.word.saturating_sub(1)), grid.value + u16::from(grid.label == 0));
    value(pen, row, (held, focused));
    let Some(leaves) = &row.leaves else { return };
    let at = left_of(after(place, grid.word + grid.value), grid.label.saturating_sub(1));
    let ways = [leaves.words.as_str(), brief(&leaves.words)];
    let fitting = ways.into_iter().find(|words| width_of(words) <= at.width);
    if let Some(words) = fitting.filter(|_| headed || !changed) {
        pen.put(at, &[(words, pen.theme.second)]);
    }
}

/// Shorter words for what a lever leaves.
fn brief(words: &str) -> &str {
    match words {
        "uncovered" => "uncov.",
        "each system" => "each",
        "commissioners" => "comm.",
        "providers" => "prov.",
        other => other,
    }
}

/// Figures at the right edge; answers what is left at the left.
fn figures(pen: &mut Pen<'_>, (line, cells): (Rect, Cells), figure: Figure, tone: Tone) -> Rect {
    let mut columns = Columns::new(line);
    let Widths { amount, change } = cells.widths;
    let style = |pen: &Pen<'_>, words: &str| {
        if words == "[x]" { pen.theme.faint } else { pen.style(tone) }
    };
    if cells.changed {
        let (words, tone) = figure.change_column();
        let own = pen.style(tone);
        columns.put(pen.buffer, change, (&words, own));
    }
    let now = figure.now_column();
    let own = style(pen, &now);
    columns.put(pen.buffer, amount, (&now, own));
    if cells.changed && line.width >= HEADED {
        let before = figure.before_column();
        columns.put(pen.buffer, amount, (&before, pen.theme.second));
    }
    columns.rest()
}
