//! One frame: which screen is drawn where.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::{Shape, Size, shape};
use super::pen::{Pen, row_of};
use super::theme::Theme;
use super::{entry, explore, footer, keys, message, palette, picker, problems};
use crate::app::over::Over;
use crate::app::{App, Line, Tone, Work};
use crate::format;

/// Draws the program into a frame and puts the hardware cursor at the focus.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    if let Some(cursor) = render(app, theme, area, frame.buffer_mut()) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws the program into cells; answers where the hardware cursor belongs.
pub fn render(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let mut pen = Pen { buffer, theme: *theme, cursor: None };
    if let Some(own) = app.problems() {
        problems::draw(&mut pen, app, own, area);
    } else if let Some(work) = app.work() {
        screen(&mut pen, app, work, area);
    }
    pen.cursor.filter(|cursor| area.contains(*cursor))
}

/// The areas of the Explore screen as it stands.
pub(super) fn shape_of(work: &Work, area: Rect) -> Shape {
    let explore = &work.explore;
    let programmes = explore.programmes(&work.session).len();
    shape(area, (explore.focus, explore.zoomed), programmes)
}

fn screen(pen: &mut Pen<'_>, app: &App, work: &Work, area: Rect) {
    let shape = shape_of(work, area);
    if shape.size == Size::Tiny {
        tiny(pen, app, work, area);
        return;
    }
    title(pen, work, shape.title);
    headline(pen, work, &shape);
    explore::bar::draw(pen, work, &shape);
    match work.over.last() {
        Some(Over::Picker(own)) => picker::draw(pen, work, own, &shape),
        Some(Over::Entry(own)) => entry::draw(pen, work, own, &shape),
        Some(Over::Palette(own)) => palette::draw(pen, own, shape.middle),
        Some(Over::Keys(own)) => keys::draw(pen, own, shape.middle),
        Some(Over::GoTo) => {
            explore::draw(pen, work, &shape);
            keys::go_to(pen, shape.middle);
        }
        Some(Over::Find(_) | Over::Question(_)) | None => explore::draw(pen, work, &shape),
    }
    message::draw(pen, app, work, shape.message);
    footer::draw(pen, app, shape.keys);
}

/// A screen with room for a few words: how small it is, what is asked, and the way out.
fn tiny(pen: &mut Pen<'_>, app: &App, work: &Work, area: Rect) {
    let bar = work.explore.bar(&work.session);
    let gap = format::millions(bar.need.now.unwrap_or_default(), 1, format::Minus::Sign);
    let size = format!("{} × {}: too small, 40 × 12 at least", area.width, area.height);
    let lines = [Line::plain(format!("gap {gap}")), Line::plain("q leave"), Line::plain(size)];
    let mut lines = lines.to_vec();
    if let Some(Over::Question(own)) = work.over.last() {
        let hints = footer::hints(app, u16::MAX);
        let hints: Vec<_> = hints.iter().map(|h| format!("{} {}", h.label, h.words)).collect();
        lines = vec![Line::plain(message::question(work, own)), Line::plain(hints.join(" · "))];
    }
    let mut at = 0;
    for line in lines {
        let width = usize::from(area.width).max(1);
        for words in format::wrapped(&line.words(), width) {
            pen.put(row_of(area, at), &[(&words, pen.theme.text)]);
            at += 1;
        }
    }
}

/// Where am I: the scenario, what was changed, and the screens there are.
fn title(pen: &mut Pen<'_>, work: &Work, row: Rect) {
    let words = &work.session.now().words;
    let changes = work.session.changes().len();
    let unsaved = work.session.is_unsaved();
    let tab = "‹Explore›";
    pen.put_right(row, (tab, pen.theme.accent));
    let room = row.width.saturating_sub(super::widgets::width_of(tab) + 2);
    let state = match (changes, unsaved) {
        (0, false) if row.width < 60 => (String::new(), pen.theme.second),
        (0, false) if row.width < 100 => ("nothing changed".to_owned(), pen.theme.second),
        (0, false) => ("as reported · nothing changed".to_owned(), pen.theme.second),
        (0, true) => ("● nothing changed any more, not saved".to_owned(), pen.theme.changed),
        (_, _) => {
            let count =
                if changes == 1 { "1 change".to_owned() } else { format!("{changes} changes") };
            let saved = if unsaved { "not saved" } else { "saved" };
            (format!("● {count}, {saved}"), pen.theme.changed)
        }
    };
    // The state is never cut: the title gives way.
    let needed = super::widgets::width_of(&state.0) + 2;
    let title = super::widgets::fit(&words.title, room.saturating_sub(needed).max(4));
    let row = super::pen::left_of(row, room);
    pen.put(row, &[(&title, pen.theme.strong), ("  ", pen.theme.text), (&state.0, state.1)]);
}

fn headline(pen: &mut Pen<'_>, work: &Work, shape: &Shape) {
    if let Some(Over::Picker(own)) = work.over.last() {
        let question = Line::default().strong(own.question.clone());
        pen.line(row_of(shape.headline, 0), &question);
        let words =
            "The bar and the figures show the row under the cursor. Nothing is kept until Enter.";
        pen.line(row_of(shape.headline, 1), &Line::default().with(words, Tone::Second));
        return;
    }
    if let Some(Over::Entry(own)) = work.over.last() {
        let [first, second] = entry::headline(work, own);
        pen.line(row_of(shape.headline, 0), &first);
        pen.line(row_of(shape.headline, 1), &second);
        return;
    }
    let headline = work.explore.headline(&work.session);
    if shape.size == Size::Wide {
        let fits = super::widgets::width_of(&headline.first.words()) <= shape.headline.width;
        let first = if fits { &headline.first } else { &headline.narrow };
        pen.line(row_of(shape.headline, 0), first);
        pen.line(row_of(shape.headline, 1), &headline.second);
    } else if shape.headline.height < 2 {
        pen.line(row_of(shape.headline, 0), &headline.narrow);
    } else {
        let width = usize::from(shape.headline.width);
        for (at, words) in (0..).zip(format::wrapped(&headline.narrow.words(), width)) {
            pen.put(row_of(shape.headline, at), &[(&words, pen.theme.strong)]);
        }
    }
}
