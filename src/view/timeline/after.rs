//! The years after: a column for each year, and below who said what.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::timeline::{AfterRow, Cell, Pane, YearsRow};
use crate::app::{Area, Spot, Tone, Work};
use crate::format::{self, Minus};
use crate::view::lever;
use crate::view::list::List;
use crate::view::pen::{Pen, after, left_of, row_of};
use crate::view::widgets::{Columns, fit, width_of};

/// A line: a row by its place, which of its lines, and its place among those that can be selected.
/// No row is a blank line.
#[derive(Clone, Copy, Debug)]
struct Placed {
    row: Option<usize>,
    part: usize,
    place: Option<usize>,
}

/// Where the columns stand.
struct Grid {
    /// The years that are shown, by their places.
    shown: Vec<usize>,
    /// How wide each of them is.
    column: u16,
    /// Where what somebody said begins.
    said: [u16; 2],
}

/// From this many rows on sections stand apart.
const ROOMY: u16 = 18;

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, area: Rect) {
    if area.height == 0 {
        return;
    }
    let own = &work.screens.timeline;
    let focused = own.focus == Pane::After && work.over.is_empty();
    let (years, rows) = own.after(&work.session);
    let grid = grid(&years, &rows, area.width);
    heading(pen, (row_of(area, 0), focused), own.title(&work.session), (&years, &grid));
    let lines = lines(&rows, &grid, area);
    let list = list(work, &lines, area);
    if rows.is_empty() {
        let words = match own.only_changed {
            true => "None differs.",
            false => "Nothing is balanced here, so nothing was given that could be repaid.",
        };
        pen.put(after(row_of(list.body(), 0), 1), &[(words, pen.theme.second)]);
        if focused {
            pen.select(row_of(list.body(), 0), true);
        }
    }
    list.draw(pen, focused, |pen, at, line| {
        let Some(row) = lines[at].row else { return };
        let selected = focused && at == list.selected;
        draw_row(pen, &rows[row], (line, lines[at].part, selected), &grid);
    });
}

pub(super) fn spot(work: &Work, area: Rect, at: Position) -> Spot {
    let (years, rows) = work.screens.timeline.after(&work.session);
    let lines = lines(&rows, &grid(&years, &rows, area.width), area);
    match list(work, &lines, area).spot(Area::Pane(1), at) {
        Spot::Row(area, line) => {
            lines[line].place.map_or(Spot::List(area), |place| Spot::Row(area, place))
        }
        other => other,
    }
}

/// How many rows the pane would fill, its heading too.
pub(super) fn wanted(work: &Work, area: Rect) -> u16 {
    let (years, rows) = work.screens.timeline.after(&work.session);
    let lines = lines(&rows, &grid(&years, &rows, area.width), area);
    u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(1)
}

fn list(work: &Work, lines: &[Placed], area: Rect) -> List {
    let last = lines.iter().filter_map(|line| line.place).next_back();
    let row = work.screens.timeline.row.min(last.unwrap_or(0));
    let selected = lines.iter().position(|line| line.place == Some(row)).unwrap_or(0);
    List { area, length: lines.len(), selected }
}

/// The lines of the rows; sections stand apart where there is room for that.
fn lines(rows: &[AfterRow], grid: &Grid, area: Rect) -> Vec<Placed> {
    let mut lines: Vec<Placed> = Vec::new();
    let mut places = 0;
    for (at, row) in rows.iter().enumerate() {
        if matches!(row, AfterRow::Head(_)) && area.height >= ROOMY && !lines.is_empty() {
            lines.push(Placed { row: None, part: 0, place: None });
        }
        let count = match row {
            AfterRow::Said(_, [.., what]) => said(what, grid, area.width).len().max(1),
            AfterRow::Words(words) => sentence(words, area.width).len().max(1),
            _ => 1,
        };
        for part in 0..count {
            let place = (part == 0 && row.is_selectable()).then_some(places);
            places += usize::from(place.is_some());
            lines.push(Placed { row: Some(at), part, place });
        }
    }
    lines
}

/// What somebody said in as many lines as it needs.
fn said(what: &str, grid: &Grid, width: u16) -> Vec<String> {
    let [when, who] = grid.said;
    format::wrapped(what, usize::from(width.saturating_sub(when + who + 1).max(1)))
}

fn sentence(words: &str, width: u16) -> Vec<String> {
    format::wrapped(words, usize::from(width.saturating_sub(1).max(1)))
}

/// As many years as fit beside the words, the last of them always.
fn grid(years: &[String], rows: &[AfterRow], width: u16) -> Grid {
    let cells = rows.iter().flat_map(|row| match row {
        AfterRow::Years(own) | AfterRow::Change(own) => &own.cells[..],
        _ => &[],
    });
    let longest = cells.map(|cell| width_of(&words_of(cell))).max().unwrap_or(0);
    let (words, least) = match width {
        0..60 => (24, 8),
        60..98 => (38, 10),
        _ => (48, 10),
    };
    let column = least.max(longest + 1);
    let fit = usize::from((width.saturating_sub(words) / column).max(1));
    let first = years.len().min(if years.len() > fit { fit - 1 } else { fit });
    let mut shown: Vec<usize> = (0..first).collect();
    shown.extend((first < years.len()).then(|| years.len() - 1));
    let wide = |which: usize| {
        let said = rows.iter().filter_map(|row| match row {
            AfterRow::Said(_, said) => Some(width_of(&said[which]) + 2),
            _ => None,
        });
        said.max().unwrap_or(0)
    };
    Grid { shown, column, said: [wide(0).min(width / 4), wide(1).min(width / 3)] }
}

fn heading(
    pen: &mut Pen<'_>,
    (row, focused): (Rect, bool),
    titles: [&str; 2],
    (years, grid): (&[String], &Grid),
) {
    let width = usize::from(grid.column);
    let left_out = grid.shown.len() < years.len();
    let head = |(at, place): (usize, &usize)| {
        let last = left_out && at + 1 == grid.shown.len();
        let gap = match last {
            true if grid.column > 9 => "… ",
            true => "…",
            false => "",
        };
        let words = format!("{gap}{}", years[*place]);
        let blank = width.saturating_sub(format::width(&words));
        format!("{}{words}", " ".repeat(blank))
    };
    let heads: String = grid.shown.iter().enumerate().map(head).collect();
    let room = row.width.saturating_sub(width_of(&heads));
    let title = titles.into_iter().find(|title| width_of(title) < room).unwrap_or("After, £m");
    pen.heading(row, (title, heads.trim_start()), focused);
}

type Part = (Rect, usize, bool);

fn draw_row(pen: &mut Pen<'_>, row: &AfterRow, (line, part, selected): Part, grid: &Grid) {
    match row {
        AfterRow::Head([whole, short]) => {
            let words = if width_of(whole) <= line.width { whole } else { short };
            pen.heading(line, (&fit(words, line.width), ""), false);
        }
        AfterRow::Years(own) | AfterRow::Change(own) => years(pen, own, (line, selected), grid),
        AfterRow::Words(words) => {
            let lines = sentence(words, line.width);
            pen.put(after(line, 1), &[(&lines[part], pen.theme.second)]);
        }
        AfterRow::Said(_, [when, who, what]) => {
            let [first, second] = grid.said;
            let lines = said(what, grid, line.width);
            if part == 0 {
                let place = left_of(after(line, 1), first.saturating_sub(1));
                pen.put(place, &[(when, pen.theme.second)]);
                let place = left_of(after(line, 1 + first), second.saturating_sub(1));
                pen.put(place, &[(who, pen.theme.text)]);
            }
            let words = lines.get(part).map_or("", String::as_str);
            pen.put(after(line, 1 + first + second), &[(words, pen.theme.text)]);
        }
    }
}

fn years(pen: &mut Pen<'_>, own: &YearsRow, (line, selected): (Rect, bool), grid: &Grid) {
    let mut columns = Columns::new(line);
    // The lever stands in the first of the years that it decides.
    let held = grid.shown.iter().position(|place| own.cells.get(*place) == Some(&Cell::Held));
    for (at, place) in grid.shown.iter().enumerate().rev() {
        let cell = own.cells.get(*place).unwrap_or(&Cell::Blank);
        match (cell, &own.lever) {
            (Cell::Held, Some(row)) if held == Some(at) => {
                let right = columns.rest().right();
                let width = lever::width(row, selected).min(grid.column);
                columns.skip(grid.column);
                let place = Rect { x: right - width, width, ..line };
                lever::value(pen, row, (place, selected));
            }
            (Cell::Held, Some(row)) => {
                columns.put(pen.buffer, grid.column, (&row.value, pen.theme.yours));
            }
            _ => {
                let style = style_of(pen, cell, own.tone);
                columns.put(pen.buffer, grid.column, (&words_of(cell), style));
            }
        }
    }
    let mut rest = columns.rest();
    if let (Some(row), None) = (&own.lever, held) {
        let width = lever::width(row, selected).min(rest.width);
        let place = Rect { x: rest.right() - width, width, ..rest };
        rest.width -= width;
        lever::value(pen, row, (place, selected));
    }
    let rest = after(rest, 1 + 2 * own.depth);
    let whole = width_of(&own.names[0]) < rest.width;
    let name = if whole { &own.names[0] } else { &own.names[1] };
    let name = fit(name, rest.width.saturating_sub(1));
    pen.put(rest, &[(&name, pen.style(own.tone))]);
}

fn words_of(cell: &Cell) -> String {
    match cell {
        Cell::Amount(_, shown) => format::column(*shown, 3, Minus::Sign),
        Cell::Change(figure) => figure.change_column().0,
        Cell::Unknown => "[x]".to_owned(),
        Cell::Never => "[z]".to_owned(),
        Cell::Blank | Cell::Held => String::new(),
    }
}

fn style_of(pen: &Pen<'_>, cell: &Cell, tone: Tone) -> Style {
    match cell {
        Cell::Change(figure) => pen.style(figure.change_column().1),
        Cell::Unknown | Cell::Never => pen.theme.faint,
        _ => pen.style(tone),
    }
}
