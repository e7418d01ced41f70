//! The programmes: what each loses, how late it is, and the year month by month.

use ratatui::layout::Rect;

use crate::app::Work;
use crate::app::explore::{Filter, Pane, ProgrammeRow, What};
use crate::format;
use crate::view::list::{List, after_heading};
use crate::view::pen::{Pen, after, left_of, row_of};
use crate::view::widgets::{GanttRow, Scale, draw_gantt, fit, month_heads, visible_rows, width_of};

/// Where the columns stand, from the width.
#[derive(Clone, Copy)]
struct Grid {
    name: u16,
    before: bool,
    gantt: u16,
    scale: Scale,
}

fn grid(width: u16, changed: bool) -> Option<Grid> {
    if width >= 100 {
        let name = if changed { 30 } else { 36 };
        return Some(Grid {
            name,
            before: changed,
            gantt: 52,
            scale: Scale { per_month: 4, months: 12 },
        });
    }
    (width >= 70).then_some(Grid {
        name: 30,
        before: false,
        gantt: 41,
        scale: Scale { per_month: 2, months: 12 },
    })
}

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, area: Rect) {
    let focused = work.screens.explore.focus == Pane::Programmes && work.over.is_empty();
    let words = work.session.now().words.of(work.screens.explore.node);
    let rows = work.screens.explore.programmes(&work.session);
    let changed = work.session.is_changed();
    let grid = grid(area.width, changed);
    let body = after_heading(area);
    let list = list(work, rows.len(), area);
    let seen = visible_rows(rows.len(), list.selected, body.height);
    let below = rows.len() - seen.end;
    let only = work.screens.explore.filter.brief();
    let title = title((words.brief(), only), below, room(area.width, grid));
    heading(pen, (row_of(area, 0), &title), grid, focused);
    if rows.is_empty() {
        let words = match work.screens.explore.filter {
            Filter::All => "None is described here.",
            Filter::Changed => "None differs.",
            Filter::Hit => "None is hit.",
        };
        pen.put(after(row_of(body, 0), 1), &[(words, pen.theme.second)]);
        if focused {
            pen.select(row_of(body, 0), true);
        }
        return;
    }
    for (at, place) in (0..).zip(seen) {
        let line = row_of(body, at);
        draw_row(pen, &rows[place], (line, grid));
        if place == list.selected {
            pen.select(line, focused);
        }
    }
}

/// The rows as a list; how many are below is said in its heading.
pub(super) fn list(work: &Work, length: usize, area: Rect) -> List {
    List { area, length, selected: work.screens.explore.programme.min(length.saturating_sub(1)) }
}

/// Columns for the title: as many as the heads behind it leave.
fn room(width: u16, grid: Option<Grid>) -> u16 {
    let Some(grid) = grid else { return width.saturating_sub(width_of(NARROW) + 1) };
    (grid.gantt - 3).saturating_sub(width_of(heads(grid)) + 1)
}

/// Whose programmes, which of them, and how many are below: the name gives way before a word is
/// cut, and the count before what is left out.
fn title((name, only): (&str, &str), below: usize, room: u16) -> String {
    let more = if below > 0 { format!(", {below} more ↓") } else { String::new() };
    let only = if only.is_empty() { String::new() } else { format!(", {only}") };
    let whose = format!("{} programmes{only}", format::possessive(name));
    let ways = [
        format!("{whose}{more}"),
        format!("Its programmes{only}{more}"),
        whose,
        format!("Its programmes{only}"),
    ];
    let fitting = ways.into_iter().find(|words| width_of(words) <= room);
    fitting.unwrap_or_else(|| format!("Programmes{only}"))
}

/// The heads of the figures.
fn heads(grid: Grid) -> &'static str {
    match (grid.scale.per_month == 4, grid.before) {
        (true, true) => "before    now late",
        (true, false) => "cut £m  months",
        (false, _) => "cut £m",
    }
}

/// The same where there is no room for the year.
const NARROW: &str = "cut £m     late";

fn heading(pen: &mut Pen<'_>, (row, title): (Rect, &str), grid: Option<Grid>, focused: bool) {
    let Some(grid) = grid else {
        pen.heading(row, (title, NARROW), focused);
        return;
    };
    let wide = grid.scale.per_month == 4;
    pen.heading(row, (title, if wide { "planned → now" } else { "late" }), focused);
    let under = ratatui::style::Modifier::UNDERLINED;
    let style = pen.theme.second.add_modifier(under);
    let words = heads(grid);
    let end = grid.gantt - 3;
    let width = width_of(words);
    pen.put(left_of(after(row, end.saturating_sub(width)), width), &[(words, style)]);
    pen.put(after(row, grid.gantt), &[(month_heads(grid.scale), style)]);
}

fn draw_row(pen: &mut Pen<'_>, row: &ProgrammeRow, (line, grid): (Rect, Option<Grid>)) {
    let ours = matches!(row.what, What::Programme(_));
    let style = match (ours, row.is_hit()) {
        (false, _) => pen.theme.second,
        (true, true) => pen.theme.strong,
        (true, false) => pen.theme.text,
    };
    let cut = match (row.cut, ours) {
        (Some(cut), _) => cut.now_column(),
        (None, false) if !matches!(row.what, What::Partner(_)) => "[z]".to_owned(),
        (None, _) => "[x]".to_owned(),
    };
    let cut_style = if row.cut.is_none() { pen.theme.faint } else { style };
    let mark = if row.moved { "●" } else { " " };
    let late_style = pen.style(row.late.1);
    let Some(grid) = grid else {
        let name = fit(&row.name, line.width.saturating_sub(20));
        pen.put(line, &[(mark, pen.theme.changed), (&name, style)]);
        let late = format!("{:>9}", row.late.0);
        pen.put_right(line, (&late, late_style));
        pen.put_right(left_of(line, line.width.saturating_sub(10)), (&cut, cut_style));
        return;
    };
    let name = fit(&row.name, grid.name.saturating_sub(1));
    pen.put(line, &[(mark, pen.theme.changed), (&name, style)]);
    let wide = grid.scale.per_month == 4;
    let cut_end = if wide { 42 } else { 38 };
    pen.put_right(left_of(line, cut_end), (&cut, cut_style));
    if grid.before
        && let Some(before) = row.cut
    {
        pen.put_right(left_of(line, 35), (&before.before_column(), pen.theme.second));
    }
    if wide {
        pen.put(after(line, cut_end + 1), &[(&row.late.0, late_style)]);
    }
    year(pen, row, (line, grid));
}

/// The months, or what is said in their place, and the last words.
fn year(pen: &mut Pen<'_>, row: &ProgrammeRow, (line, grid): (Rect, Grid)) {
    let months = 12 * grid.scale.per_month + 2;
    let place = after(line, grid.gantt);
    let last = if grid.scale.per_month == 4 { &row.status } else { &short_status(row) };
    let style = pen.style(last.1);
    let room = place.width.saturating_sub(months);
    match &row.note {
        Some(note) => {
            let taken = if last.0.is_empty() { 0 } else { width_of(&last.0) + 1 };
            let words = clauses(note, place.width.saturating_sub(taken));
            pen.put(place, &[(&words, pen.theme.faint)]);
            pen.put_right(place, (&last.0, style));
        }
        None => {
            let gantt = GanttRow {
                planned: row.planned.filter(|_| row.is_late),
                starts: row.starts,
                late: row.is_late,
                runs_from: row.runs_from,
                others: matches!(row.what, What::Alongside(_)),
                unknown: row.cut.is_none(),
            };
            let theme = pen.theme;
            draw_gantt(pen.buffer, left_of(place, months), (gantt, grid.scale), &theme);
            let words = fit(&last.0, room);
            pen.put_right(after(place, months), (&words, style));
        }
    }
}

/// As many whole clauses of a sentence as fit; its first one is cut if it must be.
fn clauses(note: &str, room: u16) -> String {
    let mut words = note;
    while width_of(words) > room {
        let Some(end) = words.rfind([';', '.']) else { return fit(note, room) };
        words = &words[..end];
    }
    words.to_owned()
}

/// Where months have two columns: how late, unless there is something else to say.
fn short_status(row: &ProgrammeRow) -> (String, crate::app::Tone) {
    let (words, tone) = &row.late;
    match (row.is_late, words.ends_with(|c: char| c.is_ascii_digit())) {
        (true, true) => (format!("{words} mo"), *tone),
        (true, false) => (words.clone(), *tone),
        (false, _) => row.status.clone(),
    }
}
