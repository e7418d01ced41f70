//! The year, month by month: ● facts, ◇ planned and ◆ modelled or reported starts.

use std::ops::Range;

use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use crate::app::timeline::{Mark, Pane, YearRow};
use crate::app::{Area, Spot, Work};
use crate::format::Month;
use crate::view::list::after_heading;
use crate::view::pen::{Pen, after, left_of, row_of};
use crate::view::widgets::{GanttRow, Scale, draw_gantt, fit, visible_rows, width_of};

/// Where the months stand.
#[derive(Clone, Copy)]
struct Grid {
    words: u16,
    scale: Scale,
    first: Month,
}

/// So many months are shown before words get more room.
const AT_LEAST: u16 = 14;

/// A line: a row by its place, or how many rows it stands for.
enum Placed {
    Row(usize),
    More(usize),
}

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, area: Rect) {
    if area.height == 0 {
        return;
    }
    let own = &work.screens.timeline;
    let focused = own.focus == Pane::Year && work.over.is_empty();
    let rows = own.year(&work.session);
    let grid = grid(&rows, area.width, work.session.now().first_month);
    heading(pen, (row_of(area, 0), focused), grid);
    let body = after_heading(area);
    if rows.is_empty() {
        let words = match own.only_changed {
            true => "None differs.",
            false => "This file names no events, and no programme that starts in the year.",
        };
        pen.put(after(row_of(body, 0), 1), &[(words, pen.theme.second)]);
        if focused {
            pen.select(row_of(body, 0), true);
        }
        return;
    }
    let selected = own.event.min(rows.len() - 1);
    for (at, placed) in (0..).zip(placed(&rows, selected, body.height)) {
        let line = row_of(body, at);
        match placed {
            Placed::More(count) => {
                pen.put(after(line, 1), &[(&format!("{count} more ↓"), pen.theme.faint)]);
            }
            Placed::Row(place) => {
                draw_row(pen, &rows[place], (line, grid));
                if place == selected {
                    pen.select(line, focused);
                }
            }
        }
    }
}

pub(super) fn spot(work: &Work, area: Rect, at: Position) -> Spot {
    let rows = work.screens.timeline.year(&work.session);
    let body = after_heading(area);
    let selected = work.screens.timeline.event.min(rows.len().saturating_sub(1));
    let lines = (0..).zip(placed(&rows, selected, body.height));
    let hit = lines.into_iter().find(|(line, _)| row_of(body, *line).contains(at));
    match hit {
        Some((_, Placed::Row(place))) => Spot::Row(Area::Pane(0), place),
        _ => Spot::List(Area::Pane(0)),
    }
}

/// Which rows are seen: where not all fit, the facts give way before the programmes.
fn placed(rows: &[YearRow], selected: usize, height: u16) -> Vec<Placed> {
    let is_fact = |row: &&YearRow| matches!(row.mark, Mark::Fact(_) | Mark::Undated(_));
    let facts = rows.iter().take_while(is_fact).count();
    let starts = rows.len() - facts;
    let whole = usize::from(height);
    let least = (whole / 2).max(whole.saturating_sub(facts));
    let below = u16::try_from(starts.min(least)).unwrap_or(height);
    let mut lines = part(0..facts, selected, height - below);
    lines.extend(part(facts..rows.len(), selected, below));
    lines
}

/// The rows of a part that are seen in so many lines.
fn part(rows: Range<usize>, selected: usize, height: u16) -> Vec<Placed> {
    let within = if rows.contains(&selected) { selected - rows.start } else { 0 };
    let seen = visible_rows(rows.len(), within, height);
    let below = rows.len() - seen.end;
    let line = |at: usize| {
        let last = at + 1 == seen.end && below > 0 && at + rows.start != selected;
        if last { Placed::More(below + 1) } else { Placed::Row(at + rows.start) }
    };
    seen.clone().map(line).collect()
}

/// The largest months that leave room for the words, and as many of them as are wanted and fit.
fn grid(rows: &[YearRow], width: u16, first: Month) -> Grid {
    let wide = width >= 98;
    let (largest, least) = if wide { (5, 4) } else { (3, 2) };
    let longest = rows.iter().map(|row| width_of(&row.words) + 3).max().unwrap_or(0);
    let wanted = rows.iter().map(|row| row.last_month() + 1).max().unwrap_or(12).max(12);
    let wanted = u16::try_from(wanted).unwrap_or(u16::MAX);
    let words = longest.min(width.saturating_sub(wanted.min(AT_LEAST) * least));
    let room = width.saturating_sub(words);
    let months = wanted.min(room / least);
    let fits = |per_month: &u16| per_month * months <= room;
    let per_month = (least..=largest).rev().find(fits).unwrap_or(least);
    let scale = Scale { per_month, months };
    Grid { words: width.saturating_sub(months * per_month), scale, first }
}

fn heading(pen: &mut Pen<'_>, (row, focused): (Rect, bool), grid: Grid) {
    let wide = grid.scale.per_month >= 4;
    let title = if wide { "The year, month by month" } else { "Month by month" };
    pen.heading(row, (&fit(title, grid.words), ""), focused);
    for month in 0..grid.scale.months {
        let name = grid.first.plus(i32::from(month)).short();
        let name = if wide { name } else { &name[..1] };
        // What lies after the year is fainter.
        let style = if month < 12 { pen.theme.second } else { pen.theme.faint };
        let place = after(row, grid.words + month * grid.scale.per_month);
        pen.put(left_of(place, 3), &[(name, style.add_modifier(Modifier::UNDERLINED))]);
    }
}

fn draw_row(pen: &mut Pen<'_>, row: &YearRow, (line, grid): (Rect, Grid)) {
    let style = pen.style(row.tone);
    let words = fit(&row.words, grid.words.saturating_sub(2));
    pen.put(after(line, 1), &[(&words, style)]);
    let place = after(line, grid.words);
    let shown = 0..i32::from(grid.scale.months);
    match &row.mark {
        Mark::Undated(date) => {
            pen.put(place, &[(date, pen.theme.second)]);
        }
        Mark::Fact(month) | Mark::Reported(month) if shown.contains(month) => {
            let sign = if matches!(row.mark, Mark::Fact(_)) { "●" } else { "◆" };
            let column = u16::try_from(*month).unwrap_or(0) * grid.scale.per_month;
            pen.put(after(place, column), &[(sign, pen.theme.accent)]);
        }
        Mark::Start { planned, starts, unknown } if shown.contains(planned) => {
            let late = *starts != Some(*planned);
            let gantt = GanttRow {
                planned: Some(*planned),
                starts: starts.filter(|_| late),
                late,
                runs_from: starts.filter(|_| !unknown),
                ..GanttRow::default()
            };
            let theme = pen.theme;
            draw_gantt(pen.buffer, place, (gantt, grid.scale), &theme);
        }
        Mark::Fact(month) | Mark::Reported(month) | Mark::Start { planned: month, .. } => {
            elsewhere(pen, *month, (place, grid));
        }
    }
}

/// When something was that lies outside the months shown.
fn elsewhere(pen: &mut Pen<'_>, month: i32, (place, grid): (Rect, Grid)) {
    let date = grid.first.plus(month).short_with_year();
    match month < 0 {
        true => {
            pen.put(place, &[(&format!("← {date}"), pen.theme.second)]);
        }
        false => pen.put_right(place, (&format!("{date} →"), pen.theme.second)),
    }
}
