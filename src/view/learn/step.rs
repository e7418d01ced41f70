//! A step of a lesson: the question, the prediction, what it really is, why, and something to try.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::list::record;
use super::rows::{Row, Rows, draw_rows};
use crate::app::learn::{Guess, Phase, Running, Said, Sure, Verdict};
use crate::app::{App, Area, Code, Key, Line, Spot, Tone};
use crate::model::Answer;
use crate::view::layout::Size;
use crate::view::pen::{Pen, after, left_of};
use crate::view::widgets::{fit, width_of};

/// Columns of the question where what you know stands beside it.
const LEFT: u16 = 60;
/// Columns between the two.
const BETWEEN: u16 = 3;
/// Rows that a word with its heading takes.
const WORDS: u16 = 4;

/// Draws a step.
pub(super) fn draw(pen: &mut Pen<'_>, (app, own): (&App, &Running), (area, size): (Rect, Size)) {
    let said = own.said();
    let (mut rows, left) = placed(own, &said, (area, size));
    if size == Size::Wide {
        let right = after(area, LEFT + BETWEEN);
        draw_rows(pen, &beside(app, &said, right.width), right);
    } else if rows.len() + WORDS <= left.height {
        let room = usize::from(left.height - rows.len() - 2);
        words(&mut rows, &said, (left.width.saturating_sub(2), room));
    }
    draw_rows(pen, &rows, left);
}

/// What stands at a place of a step.
pub(super) fn spot(own: &Running, (area, size): (Rect, Size), at: Position) -> Option<Spot> {
    let (rows, left) = placed(own, &own.said(), (area, size));
    rows.spot(left, at)
}

/// The rows of a step, with blank ones between its parts where there is room, and where they stand.
fn placed(own: &Running, said: &Said, (area, size): (Rect, Size)) -> (Rows, Rect) {
    let wide = size == Size::Wide;
    let left = if wide { left_of(area, LEFT) } else { area };
    let made = |shape| column(own, said, (left.width.saturating_sub(2), shape));
    let airy = made(Shape { airy: true, whole: true });
    if airy.len() + WORDS <= left.height {
        return (airy, left);
    }
    let whole = made(Shape { airy: false, whole: true });
    let fits = wide || said.verdict.is_none() || whole.len() <= left.height;
    (if fits { whole } else { made(Shape { airy: false, whole: false }) }, left)
}

/// How much of a step is drawn.
#[derive(Clone, Copy)]
struct Shape {
    /// With blank rows between its parts.
    airy: bool,
    /// With the situation once the answer is told, too.
    whole: bool,
}

/// The step from the question to what may be tried.
fn column(own: &Running, said: &Said, (width, shape): (u16, Shape)) -> Rows {
    let mut rows = Rows::default();
    rows.shift = own.shift;
    question(&mut rows, (own, said), (width, shape));
    if let Some(verdict) = &said.verdict {
        rows.blank();
        self::verdict(&mut rows, verdict, width);
    }
    if !said.why.is_empty() {
        rows.blank();
        rows.wrapped(&said.why, width, Tone::Text);
    }
    play(&mut rows, (own, said), width);
    rows
}

fn question(
    rows: &mut Rows,
    (own, said): (&Running, &Said),
    (width, Shape { airy, whole }): (u16, Shape),
) {
    rows.heading(if said.ask.is_empty() { "To read" } else { "The question" }, "");
    // Where there is little room, what was told takes the place of what it was told about.
    let told = said.verdict.is_some() && !whole;
    if !told {
        rows.wrapped(&said.situation, width, Tone::Text);
    }
    if said.ask.is_empty() {
        return;
    }
    // Where there is room the question stands apart, and so does the answer.
    if airy && !told {
        rows.blank();
    }
    rows.wrapped(&said.ask, width, Tone::Strong);
    if airy && !(said.choices.is_empty() && matches!(own.phase, Phase::Told(None))) {
        rows.blank();
    }
    for (place, words) in said.choices.iter().enumerate() {
        choice(rows, own, (place, words, width));
    }
    prediction(rows, own);
    if let Some(problem) = &own.problem {
        let lines = crate::format::wrapped(problem, usize::from(width.saturating_sub(2).max(10)));
        for (at, line) in lines.into_iter().enumerate() {
            let sign = if at == 0 { "⚠ " } else { "  " };
            rows.line(Line::default().with(sign, Tone::Warning).text(line));
        }
    }
    for (at, hint) in said.hints.iter().enumerate().filter(|_| !told) {
        rows.wrapped(&format!("Hint {}: {hint}", at + 1), width, Tone::Second);
    }
}

/// An answer that may be chosen; once it is told, which one was right and which one was chosen.
fn choice(rows: &mut Rows, own: &Running, (place, words, width): (usize, &str, u16)) {
    let right = match own.step().question.as_ref().map(|own| &own.answer) {
        Some(Answer::Choice(choices)) => choices.get(place).is_some_and(|own| own.right),
        _ => false,
    };
    let (mark, tone) = match &own.phase {
        Phase::Told(_) if right => ("✓ ", Tone::Better),
        Phase::Told(Some((Guess::Choice(chosen), _))) if *chosen == place => ("◉ ", Tone::Changed),
        Phase::Told(_) => ("○ ", Tone::Second),
        _ if own.cursor == Some(place) => ("◉ ", Tone::Yours),
        _ => ("○ ", Tone::Second),
    };
    let lines = crate::format::wrapped(words, usize::from(width.saturating_sub(6).max(10)));
    for (at, line) in lines.into_iter().enumerate() {
        let focus = matches!(own.phase, Phase::Asked) && own.cursor == Some(place) && at == 0;
        let begin = if at == 0 { (mark, tone) } else { ("  ", Tone::Text) };
        // Before it is told, only what is chosen stands out.
        let told = matches!(own.phase, Phase::Told(_));
        let stands_out = if told { right } else { own.cursor == Some(place) };
        let strong = if stands_out { Tone::Strong } else { Tone::Text };
        // Blanks have no tone: where there is no colour, what is one's own is underlined.
        let bar = if focus { ("▌ ", Tone::Yours) } else { ("  ", Tone::Text) };
        let line = Line::default().with(bar.0, bar.1).with(begin.0, begin.1).with(line, strong);
        rows.all.push(if focus { Row::Focus(line, 2) } else { Row::Line(line) });
        if matches!(own.phase, Phase::Asked) {
            rows.target(0..width, Spot::Row(Area::Over, place));
        }
    }
}

/// What is typed, and how sure.
fn prediction(rows: &mut Rows, own: &Running) {
    let typed = own.input.value();
    let number = own.asked().is_some();
    let words = "your prediction  ";
    match (&own.phase, number) {
        (Phase::Asked, true) => {
            let field = if typed.is_empty() { "type a number" } else { typed };
            let tone = if typed.is_empty() { Tone::Faint } else { Tone::Strong };
            let line = Line::default().with("▌", Tone::Yours).text(words).with(field, tone);
            let at = 1 + width_of(words) + u16::try_from(own.input.visual_cursor()).unwrap_or(0);
            let understood = own.understood().map(crate::report::large);
            let line = match understood.filter(|_| own.is_typing()) {
                Some(words) => line.with(format!("   = {words}"), Tone::Second),
                None => line,
            };
            rows.all.push(Row::Focus(line, at));
        }
        (Phase::Answered(_), _) => {
            let typed = if number { format!("{words}{typed}   ") } else { String::new() };
            let (line, columns) =
                sure(Line::default().with("▌", Tone::Yours).text(typed), own.sure);
            let at = Sure::ALL.iter().position(|sure| *sure == own.sure).unwrap_or(0);
            rows.all.push(Row::Focus(line, columns[at].start));
            for (place, columns) in columns.into_iter().enumerate() {
                rows.target(columns, Spot::Row(Area::Over, place));
            }
        }
        (Phase::Told(Some((Guess::Number(typed, _), how))), _) => {
            let line = Line::default().text(format!(" {words}{typed}   "));
            rows.line(sure(line, *how).0);
        }
        (Phase::Told(Some((Guess::Choice(_), how))), _) => {
            rows.line(sure(Line::plain(" "), *how).0);
        }
        (Phase::Told(None) | Phase::Asked, _) => {}
    }
}

/// `sure?  guess  ◉ fairly  certain`, and the columns of each.
fn sure(line: Line, own: Sure) -> (Line, Vec<Range<u16>>) {
    let mut line = line.with("sure?", Tone::Second);
    let mut columns = Vec::new();
    for sure in Sure::ALL {
        line = line.text("  ");
        let begin = width_of(&line.words());
        line = match sure == own {
            true => line.with("◉ ", Tone::Yours).strong(sure.words()),
            false => line.with(sure.words(), Tone::Second),
        };
        columns.push(begin..width_of(&line.words()));
    }
    (line, columns)
}

fn verdict(rows: &mut Rows, verdict: &Verdict, width: u16) {
    rows.heading(&verdict.head, "");
    for beam in &verdict.bars {
        rows.all.push(Row::Bar(beam.clone()));
    }
    if !verdict.slip.is_empty() {
        rows.wrapped(&verdict.slip, width, Tone::Text);
    }
    if !verdict.working.is_empty() {
        for line in crate::format::wrapped(&verdict.working, usize::from(width.saturating_sub(2))) {
            rows.line(Line::plain("  ").strong(line));
        }
    }
}

fn play(rows: &mut Rows, (own, said): (&Running, &Said), width: u16) {
    if said.play.is_empty() {
        return;
    }
    rows.blank();
    let there = own.is_there();
    rows.heading("Now play", "");
    rows.wrapped(&said.play, width, Tone::Text);
    // Names give way: the value, the figure and whether one is there are what it is about.
    let [name, held] = &said.lever;
    let held = format!("◂ {held} ▸");
    let name = fit(name, width.saturating_sub(width_of(&held) + 3));
    let at = width_of(&name) + 3;
    let line =
        Line::default().with("▌", Tone::Yours).text(format!("{name}  ")).with(held, Tone::Yours);
    let end = width_of(&line.words());
    rows.all.push(Row::Focus(line, at));
    rows.target(at..at + 1, Spot::Hint(Key::plain(Code::Left)));
    rows.target(end - 1..end, Spot::Hint(Key::plain(Code::Right)));
    let [caption, figure] = &said.watch;
    let tick = if there { "   ✓ you are there" } else { "" };
    let room = width.saturating_sub(width_of(figure) + width_of(tick) + 3);
    let caption = fit(caption, room);
    let line = Line::default().text(format!(" {caption}  ")).strong(figure.clone());
    let line = line.with(tick, Tone::Better);
    rows.line(line);
}

/// What you know, the words on this screen, your record.
fn beside(app: &App, said: &Said, width: u16) -> Rows {
    let mut rows = Rows::default();
    if !said.beside.is_empty() {
        let title =
            if said.is_before { "The figures before the change" } else { "The figures around it" };
        rows.heading(title, "");
        for own in &said.beside {
            let words = format!("{}{}", "  ".repeat(own.depth), own.name);
            rows.all.push(Row::Figure(words, own.figure.clone()));
        }
        rows.blank();
    }
    words(&mut rows, said, (width, 12));
    rows.blank();
    record(&mut rows, app);
    rows
}

/// The words of the field that stand on this screen, as many as there is room for.
fn words(rows: &mut Rows, said: &Said, (width, room): (u16, usize)) {
    let mut left = room.saturating_sub(1);
    for (place, term) in said.words.iter().enumerate() {
        let lines = crate::format::wrapped(
            &format!("{}: {}", term.word, term.means),
            usize::from(width.saturating_sub(2).max(20)),
        );
        if lines.len() > left {
            break;
        }
        left -= lines.len();
        if place == 0 {
            rows.blank();
            rows.heading("Words on this screen", "/ any word");
        }
        for (at, line) in lines.iter().enumerate() {
            let (word, rest) = match at {
                0 => line.split_at(term.word.len().min(line.len())),
                _ => ("", line.as_str()),
            };
            let indent = if at == 0 { "" } else { "  " };
            rows.line(Line::plain(indent).strong(word).with(rest, Tone::Second));
        }
    }
}
