//! A slide: one number, one sentence, five bars, one what-if. No frame, no tabs, no cursor.

use std::cmp::Ordering;
use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::layout::Cut;
use super::pen::{Pen, after, left_of, row_of};
use super::widgets::{big_height, draw_big, fit, visible_rows, width_of};
use crate::app::present::{Bar, Clock, Present, Seek, Slide, Typing};
use crate::app::{App, Area, Key, Line, Spot, Tone};
use crate::format;

/// Nobody reads longer lines from eight metres.
const MOST_COLUMNS: u16 = 60;
/// The margin at either side, where there is room for one.
const MARGIN: u16 = 4;

/// Draws the slide, or nothing while it is blank.
pub(super) fn draw(pen: &mut Pen<'_>, app: &App, own: &Present, area: Rect) {
    if own.blank {
        return;
    }
    let (mut cut, foot) = cut(area);
    let slide = own.slide();
    if let Some(Typing::Seek(seek)) = &own.typing {
        found(pen, seek, cut.rest);
    } else {
        let notes = if own.notes { cut.bottom(area.height / 3) } else { Rect::default() };
        // Where a row above the caption is free the clock takes nothing from it.
        let top = row_of(Rect { y: area.y, ..cut.rest }, 0);
        let clock = time(pen, own, top);
        let taken = if top.y < cut.rest.y { 0 } else { clock };
        // How a number that was found comes about is told of what is tried, too.
        let stands_back = own.stage.is_changed() && own.sought.is_none();
        body(pen, (&slide, stands_back, taken), cut.rest);
        written(pen, &slide.notes, notes);
    }
    self::foot(pen, app, (own, &slide), foot);
}

/// What is within the margins, and the foot below it.
fn cut(area: Rect) -> (Cut, Rect) {
    let margin = if area.width >= 60 { MARGIN } else { 1.min(area.width / 2) };
    let inner = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
    let mut cut = Cut { rest: inner };
    cut.top(u16::from(area.height >= 20));
    cut.bottom(u16::from(area.height >= 24));
    let foot = cut.bottom(1);
    (cut, foot)
}

/// What stands at a place: a hit, or the page itself, which a click turns as a clicker does.
pub(super) fn spot(own: &Present, (area, at): (Rect, Position)) -> Spot {
    match &own.typing {
        None => Spot::Hint(Key::char(' ')),
        Some(Typing::Title(_)) => Spot::Nothing,
        Some(Typing::Seek(seek)) => {
            let (list, seen) = hits(seek, cut(area).0.rest);
            let row = (0..).zip(seen).find(|(row, _)| row_of(list, *row).contains(at));
            row.map_or(Spot::List(Area::Over), |(_, place)| Spot::Row(Area::Over, place))
        }
    }
}

/// The parts of a slide from top to bottom, the room that is left shared out between them.
fn body(pen: &mut Pen<'_>, (slide, moved, taken): (&Slide, bool, u16), area: Rect) {
    let words = MOST_COLUMNS.min(area.width);
    let say = format::wrapped(&slide.say, usize::from(words));
    let ask = format::wrapped(&slide.ask, usize::from(area.width.max(1)));
    // In ASCII a letter needs whole cells, and twice the rows.
    let whole = pen.theme.ascii;
    let rows_of_figure = if whole { area.height * 2 / 5 } else { area.height / 3 };
    let mut figure = big_height(&slide.figure, Rect { height: rows_of_figure, ..area }, whole);
    let rows = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let what_if = rows(ask.len()) + u16::from(!slide.effect.is_empty());
    let all_bars = rows(slide.bars.len());
    let others = 1 + rows(say.len()) + what_if;
    // Where the notes take a third, the figure gives way to the bars, then bars to the what-if.
    if figure + others + all_bars > area.height {
        figure = figure.min(1);
    }
    let bars = all_bars.min(area.height.saturating_sub(others + figure));
    let parts = [1, figure, rows(say.len()), bars, what_if];
    let needed: u16 = parts.iter().sum();
    let gaps = rows(parts.iter().filter(|part| **part > 0).count().saturating_sub(1)).max(1);
    // A row before the foot stays free, if one is left; the upper gaps are the wider ones.
    let free = area.height.saturating_sub(needed + 1);
    let (gap, mut wider) = (free / gaps, free % gaps);
    let mut cut = Cut { rest: area };
    let mut part = |height: u16| {
        let own = cut.top(height);
        if height > 0 {
            cut.top((gap + wider.min(1)).min(3));
            wider = wider.saturating_sub(1);
        }
        own
    };
    let [caption, figure, sentence, bar_rows, asked] = parts.map(&mut part);
    let words = fit(&slide.caption, caption.width.saturating_sub(taken));
    pen.put(caption, &[(&words, pen.theme.strong)]);
    draw_big(pen.buffer, (figure, whole), (&slide.figure, pen.theme.accent));
    // It is said of the step as it begins: once something is tried, it stands back.
    let tone = if moved { pen.theme.second } else { pen.theme.text };
    for (at, line) in (0..).zip(&say) {
        pen.put(row_of(sentence, at), &[(line, tone)]);
    }
    self::bars(pen, &most_telling(&slide.bars, usize::from(bars)), bar_rows);
    for (at, line) in (0..).zip(&ask) {
        pen.put(row_of(asked, at), &[(line, pen.theme.strong)]);
    }
    pen.line(row_of(asked, rows(ask.len())), &slide.effect);
}

/// So many bars, the one that is shown big among them.
fn most_telling(bars: &[Bar], room: usize) -> Vec<Bar> {
    let mut seen: Vec<Bar> = bars.iter().take(room).cloned().collect();
    let hidden = bars.iter().skip(room).find(|bar| bar.is_shown);
    if let (Some(last), Some(shown)) = (seen.last_mut(), hidden) {
        last.clone_from(shown);
    }
    seen
}

/// Names, bars to one scale, figures.
fn bars(pen: &mut Pen<'_>, bars: &[Bar], area: Rect) {
    let widest = |of: &dyn Fn(&Bar) -> u16| bars.iter().map(of).max().unwrap_or(0);
    let figures = widest(&|bar| width_of(&bar.figure)) + 2;
    // A name is cut only where the bars would be none any more.
    let least = figures + 15;
    let names = widest(&|bar| width_of(&bar.name)).min(area.width.saturating_sub(least));
    let longest = area.width.saturating_sub(names + figures + 5).min(MOST_COLUMNS);
    for (at, bar) in (0..).zip(bars) {
        let row = row_of(area, at);
        let name = if bar.is_shown { pen.theme.strong } else { pen.theme.text };
        let words = format::cut_middle(&bar.name, usize::from(names));
        pen.put(left_of(row, names), &[(&words, name)]);
        length(pen, left_of(after(row, names + 2), longest), bar);
        let (mark, tone) = match bar.turned {
            None => ("  ", Tone::Text),
            Some((more, worse)) => {
                let tone = match worse {
                    Some(true) => Tone::Worse,
                    Some(false) => Tone::Better,
                    None => Tone::Text,
                };
                (if more { "▲ " } else { "▼ " }, tone)
            }
        };
        let figure = after(row, names + longest + 3);
        let own = width_of(&bar.figure);
        let column = figure.width.min(figures).saturating_sub(own);
        let sign = after(figure, column.saturating_sub(2));
        let style = pen.style(tone);
        pen.put(left_of(sign, 2), &[(mark, style)]);
        pen.put(after(figure, column), &[(&bar.figure, name)]);
    }
}

/// A bar: what was there before, what the what-if adds ▒ or takes ░.
fn length(pen: &mut Pen<'_>, place: Rect, bar: &Bar) {
    let columns = |length: u16| {
        let columns = usize::from(length) * usize::from(place.width) / 1_000;
        // What is above nought is seen, however little it is.
        columns.max(usize::from(length > 0))
    };
    let (now, was) = (columns(bar.length), columns(bar.was));
    // Seven eighths of a row: bars below each other do not touch.
    let (sign, style) = match (bar.is_open, bar.is_shown) {
        (true, _) => ("░", pen.theme.bar_open),
        (false, true) => ("▇", pen.theme.bar),
        (false, false) => ("▇", pen.theme.other),
    };
    let (more, less) = (pen.theme.changed, pen.theme.faint);
    let pieces = [
        (sign.repeat(now.min(was)), style),
        ("▒".repeat(now.saturating_sub(was)), more),
        ("·".repeat(was.saturating_sub(now)), less),
    ];
    let pieces: Vec<_> = pieces.iter().map(|(words, style)| (words.as_str(), *style)).collect();
    pen.put(place, &pieces);
}

/// Notes in the lower third.
fn written(pen: &mut Pen<'_>, notes: &str, area: Rect) {
    if area.is_empty() {
        return;
    }
    let own = pen.theme.second;
    pen.heading(row_of(area, 0), ("Notes", "n puts them away"), false);
    let notes = if notes.is_empty() { "There are no notes for this step." } else { notes };
    let mut lines = format::wrapped(notes, usize::from(area.width.max(1)));
    let room = usize::from(area.height.saturating_sub(1));
    if lines.len() > room {
        lines.truncate(room);
        // A word goes, so that the sign has room.
        let most = usize::from(area.width.saturating_sub(2));
        if let Some(line) = lines.last_mut() {
            let words = format::wrapped(line, most).into_iter().next().unwrap_or_default();
            *line = format!("{words} …");
        }
    }
    for (at, line) in (1..).zip(lines) {
        pen.put(row_of(area, at), &[(&line, own)]);
    }
}

/// What is looked for, and what fits.
fn found(pen: &mut Pen<'_>, seek: &Seek, area: Rect) {
    let typed = seek.input.value();
    let line = row_of(area, 0);
    let written = pen.put(line, &[("find  ", pen.theme.second), (typed, pen.theme.strong)]);
    let at = 6 + u16::try_from(seek.input.visual_cursor()).unwrap_or(0);
    pen.cursor = Some(after(line, at).as_position());
    let note = match (typed.is_empty(), seek.found.len()) {
        (true, _) => "  a body, programme, council, lever: some letters of it",
        (false, 0) => "  nothing is called so",
        (false, _) if seek.is_near => "  nothing is called so; what comes near:",
        (false, _) => "",
    };
    pen.put(after(line, written), &[(note, pen.theme.second)]);
    let (list, seen) = hits(seek, area);
    for (at, place) in (0..).zip(seen) {
        let hit = &seek.all[seek.found[place]];
        let row = row_of(list, at);
        let style = if place == seek.cursor { pen.theme.accent } else { pen.theme.text };
        let mark = if place == seek.cursor { "▌ " } else { "  " };
        let what = format!("{:5}", hit.what);
        let second = pen.theme.second;
        pen.put(row, &[(mark, style), (&what, second), (" ", second), (&hit.words, style)]);
    }
}

/// Where the hits stand, and which of them are seen.
fn hits(seek: &Seek, area: Rect) -> (Rect, Range<usize>) {
    let y = area.y + 2.min(area.height);
    let list = Rect { y, height: area.height.saturating_sub(2), ..area };
    (list, visible_rows(seek.found.len(), seek.cursor, list.height))
}

/// Where the talk is, what the step answers, how late it is; or what is typed.
fn foot(pen: &mut Pen<'_>, app: &App, (own, slide): (&Present, &Slide), row: Rect) {
    if let Some(message) = app.message() {
        pen.line(row, message);
        return;
    }
    if let Some(Typing::Title(title)) = &own.typing {
        let input = &title.input;
        let label = "title of the new step  ";
        pen.put(row, &[(label, pen.theme.second)]);
        // Of a title longer than its row the end is seen, where it is typed.
        let field = after(row, width_of(label));
        let from = input.visual_scroll(usize::from(field.width.max(1)) - 1);
        let seen: String = input.value().chars().skip(from).collect();
        pen.put(field, &[(&seen, pen.theme.strong)]);
        let at = u16::try_from(input.visual_cursor().saturating_sub(from)).unwrap_or(0);
        pen.cursor = Some(after(field, at).as_position());
        return;
    }
    if !own.digits.is_empty() {
        let words = format!("{} Enter goes to that step of {}", own.digits, own.steps.len());
        pen.put(row, &[(&words, pen.theme.strong)]);
        return;
    }
    let place = format!("{} of {}", own.at + 1, own.steps.len());
    let dot = |at: usize| match at.cmp(&own.at) {
        Ordering::Less => "●",
        Ordering::Equal => "◉",
        Ordering::Greater => "○",
    };
    let dots: Vec<&str> = (0..own.steps.len()).map(dot).collect();
    let dots = format!("   {}", dots.join(" "));
    // The question says more than the dots.
    let used = width_of(&place) + width_of(&dots) + 3;
    let roomy = own.steps.len() <= 12 && used + width_of(&slide.title) <= row.width;
    let mut line = Line::default().with(place, Tone::Second);
    if roomy {
        line = line.with(dots, Tone::Second);
    }
    if own.is_added() {
        line = line.with("  ● added", Tone::Changed);
    }
    let taken = pen.line(row, &line);
    let title = match own.sought.is_some() || own.lever.is_some() {
        true => format!("found; Esc goes back to step {}", own.at + 1),
        false => slide.title.clone(),
    };
    let title = fit(&title, row.width.saturating_sub(taken + 3));
    let second = pen.theme.second;
    pen.put_right(row, (&title, second));
}

/// How late it is, at the right above the slide; answers how many columns that takes.
fn time(pen: &mut Pen<'_>, own: &Present, row: Rect) -> u16 {
    let clock = clock(own.clock, own.minutes());
    let late = own.minutes().is_some_and(|minutes| own.clock.seconds >= minutes * 60);
    let style = if late { pen.theme.warning } else { pen.theme.second };
    pen.put_right(row, (&clock, style));
    if clock.is_empty() { 0 } else { width_of(&clock) + 2 }
}

/// `04:12`, with ▲ once the agreed minutes are over; nothing while it is not shown.
fn clock(clock: Clock, minutes: Option<u64>) -> String {
    if !clock.shown {
        return String::new();
    }
    let time = format!("{:02}:{:02}", clock.seconds / 60, clock.seconds % 60);
    match minutes {
        Some(minutes) if clock.seconds >= minutes * 60 => format!("▲ {time} of {minutes:02}:00"),
        Some(minutes) => format!("{time} of {minutes:02}:00"),
        None => time,
    }
}
