//! One frame: which screen is drawn where, and what lies over it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};

use super::layout::{Above, Frame, Size, frame};
use super::pen::{Pen, row_of};
use super::theme::Theme;
use super::{
    ascii, card, compare, councils, entry, explain, explore, fairness, fit, footer, head, keys,
    learn, message, palette, picker, present, problems, results, shelf, sign_up, sources, steps,
    timeline,
};
use crate::app::over::Over;
use crate::app::{App, Line, Mode, Screen, Work};
use crate::format;

/// Draws the program into a frame and puts the hardware cursor at the focus.
pub fn draw(app: &App, theme: &Theme, frame: &mut ratatui::Frame<'_>) {
    let area = frame.area();
    if let Some(cursor) = render(app, theme, area, frame.buffer_mut()) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws the program into cells; answers where the hardware cursor belongs.
pub fn render(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let mut pen = Pen { buffer, theme: *theme, cursor: None };
    if let Some(own) = app.shelf() {
        shelf::draw(&mut pen, app, own, area);
    } else if let Some(own) = app.problems() {
        problems::draw(&mut pen, app, own, area);
    } else if let Some(work) = app.work() {
        match &work.mode {
            Some(Mode::Present(own)) if work.over.is_empty() => {
                present::draw(&mut pen, app, own, area);
            }
            Some(Mode::Learn(own)) if work.over.is_empty() => {
                learn::draw(&mut pen, app, (work, own), area);
            }
            // The keys of a slide or a lesson have the screen, too: the one below is not for the room.
            Some(_) if let Some(Over::Keys(own)) = work.over.last() => {
                let frame = frame(area, Above { sentences: 0, bar: false });
                keys::draw(&mut pen, own, frame.middle);
                footer::draw(&mut pen, app, frame.keys);
            }
            _ => screen(&mut pen, app, work, area),
        }
    }
    let cursor = pen.cursor.filter(|cursor| area.contains(*cursor));
    ground(buffer, area, theme);
    if theme.ascii {
        ascii::plain(buffer, area);
    }
    cursor
}

/// The theme’s own background wherever nothing else was laid: last, because what lies over a screen
/// clears what is under it.
fn ground(buffer: &mut Buffer, area: Rect, theme: &Theme) {
    let Style { fg: Some(ink), bg: Some(ground), .. } = theme.ground else { return };
    for position in area.intersection(buffer.area).positions() {
        let cell = &mut buffer[position];
        if cell.bg == Color::Reset {
            cell.bg = ground;
        }
        if cell.fg == Color::Reset {
            cell.fg = ink;
        }
    }
}

/// The frame of the screen that is shown.
pub(super) fn frame_of(work: &Work, area: Rect) -> Frame {
    let above = match work.screens.shown {
        Screen::Explore => Above { sentences: 2, bar: true },
        Screen::Timeline | Screen::SignUp => Above { sentences: 1, bar: false },
        Screen::Councils
        | Screen::Results
        | Screen::Explain
        | Screen::Compare
        | Screen::Sources
        | Screen::Fairness
        | Screen::History
        | Screen::Fit => Above { sentences: 2, bar: false },
    };
    frame(area, above)
}

fn screen(pen: &mut Pen<'_>, app: &App, work: &Work, area: Rect) {
    let frame = frame_of(work, area);
    if frame.size == Size::Tiny {
        tiny(pen, app, work, area);
        return;
    }
    head::title(pen, work, frame.title);
    head::headline(pen, work, &frame);
    if !frame.bar.is_empty() {
        explore::bar::draw(pen, work, &frame);
    }
    match work.over.last() {
        Some(Over::Picker(own)) => picker::draw(pen, work, own, &frame),
        Some(Over::Entry(own)) => entry::draw(pen, work, own, &frame),
        Some(Over::Palette(own)) => palette::draw(pen, own, frame.middle),
        Some(Over::Keys(own)) => keys::draw(pen, own, frame.middle),
        Some(Over::Card(own)) => card::draw(pen, own, frame.middle),
        Some(Over::GoTo) => {
            panes(pen, work, &frame);
            keys::go_to(pen, frame.middle);
        }
        Some(Over::Find(_) | Over::Observe(_) | Over::Path(..) | Over::Question(_)) | None => {
            panes(pen, work, &frame);
        }
    }
    message::draw(pen, app, work, frame.message);
    footer::draw(pen, app, frame.keys);
}

/// The panes of the screen that is shown.
fn panes(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    head::panes(pen, work, frame.tabs);
    match work.screens.shown {
        Screen::Explore => explore::draw(pen, work, frame),
        Screen::Timeline => timeline::draw(pen, work, frame),
        Screen::Councils => councils::draw(pen, work, frame),
        Screen::SignUp => sign_up::draw(pen, work, frame),
        Screen::Results => results::draw(pen, work, frame),
        Screen::Explain => explain::draw(pen, work, frame),
        Screen::Sources => sources::draw(pen, work, frame),
        Screen::Fairness => fairness::draw(pen, work, frame),
        Screen::History => steps::draw(pen, work, frame),
        Screen::Fit => fit::draw(pen, work, frame),
        Screen::Compare => compare::draw(pen, work, frame),
    }
}

/// A screen with room for a few words: how small it is, what is asked, and the way out.
pub(super) fn tiny(pen: &mut Pen<'_>, app: &App, work: &Work, area: Rect) {
    let bar = work.screens.explore.bar(&work.session);
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
