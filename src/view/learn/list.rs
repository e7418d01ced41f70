//! The list of lessons, and how predictions went so far.

use ratatui::layout::Rect;

use super::rows::{Row, Rows, draw_rows};
use crate::app::learn::{Course, Learn};
use crate::app::{App, Area, Line, Spot, Tone};
use crate::format;
use crate::view::pen::{Pen, row_of};
use crate::view::widgets::{fit, width_of};

/// Draws the list, the record below it.
pub(super) fn draw(pen: &mut Pen<'_>, app: &App, (own, area): (&Learn, Rect)) {
    let (rows, list) = lessons(app, own, area);
    draw_rows(pen, &rows, list);
    for (at, course) in (1..).zip(&own.courses) {
        let second = pen.theme.second;
        pen.put_right(row_of(list, at), (&state(app, course), second));
    }
    let below = Rect {
        y: list.bottom() + 1,
        height: area.bottom().saturating_sub(list.bottom() + 1),
        ..area
    };
    let mut rows = Rows::default();
    if let Some(course) = own.courses.get(own.cursor) {
        let with = &course.scenario.words.title;
        let sentence = match course.is_made {
            true => course.lesson.about.clone(),
            false => format!("{} Taught with {with}.", course.lesson.about),
        };
        rows.wrapped(&sentence, area.width.min(76), Tone::Text);
        rows.blank();
    }
    record(&mut rows, app);
    draw_rows(pen, &rows, below);
}

/// The lessons, a row each, and where they stand.
pub(super) fn lessons(app: &App, own: &Learn, area: Rect) -> (Rows, Rect) {
    let mut rows = Rows::default();
    rows.heading("Lessons", "progress");
    let widest = |of: &dyn Fn(&Course) -> u16| own.courses.iter().map(of).max().unwrap_or(0);
    let states = widest(&|course| width_of(&state(app, course)));
    // Numbers, two gaps and the progress stand; titles give way.
    let room = area.width.saturating_sub(states + 8);
    let names = widest(&|course| width_of(&course.lesson.title)).min(room);
    for (place, course) in own.courses.iter().enumerate() {
        let chosen = place == own.cursor;
        let state = state(app, course);
        let room = area.width.saturating_sub(names + 9 + width_of(&state) + 2);
        let title = fit(&course.lesson.title, names);
        let about = fit(&course.lesson.about, room);
        let number = match course.is_made {
            true => "  ".to_owned(),
            false => format!("{:>2}", course.lesson.number),
        };
        let pad = usize::from(names.saturating_sub(width_of(&title))) + 2;
        let tone = if chosen { Tone::Strong } else { Tone::Text };
        let mark = if chosen { "▌" } else { " " };
        let line = Line::default()
            .with(format!("{mark}{number}  "), if chosen { Tone::Yours } else { Tone::Second })
            .with(title, tone)
            .text(" ".repeat(pad));
        // Two words of a sentence say nothing, and the whole stands below.
        let line = if room >= 45 { line.with(about, Tone::Second) } else { line };
        rows.all.push(if chosen { Row::Focus(line, 0) } else { Row::Line(line) });
        rows.target(0..area.width, Spot::Row(Area::Over, place));
    }
    let list = Rect { height: rows.len().min(area.height), ..area };
    (rows, list)
}

/// How far a lesson has come.
fn state(app: &App, course: &Course) -> String {
    let (done, all) = (app.progress().done(&course.key), course.lesson.steps.len());
    match (course.is_made, done) {
        (true, _) => format::plural(all, "question", "questions"),
        (false, 0) => format::plural(all, "step", "steps"),
        (false, done) if done >= all => "✓ done".to_owned(),
        (false, done) => format!("step {} of {all}", done + 1),
    }
}

/// How predictions went so far.
pub(super) fn record(rows: &mut Rows, app: &App) {
    let own = app.progress().record;
    rows.heading("Your record", "");
    if own.predictions == 0 {
        rows.line(Line::default().with("no predictions yet", Tone::Second));
        return;
    }
    let predictions = match own.predictions {
        1 => "1 prediction".to_owned(),
        more => format!("{more} predictions"),
    };
    rows.line(Line::plain(format!("{predictions} · {} right or within a tenth", own.near)));
    let (right, wrong) = (own.sure_and_right, own.sure_and_wrong);
    rows.line(Line::plain(format!("certain and right {right} · certain and wrong {wrong}")));
}
