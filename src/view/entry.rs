//! A value being typed: the field, what was understood, what it does, what may be typed.

use std::cmp::Ordering;

use ratatui::layout::{Position, Rect};

use super::layout::{Frame, Size};
use super::pen::{Pen, after, left_of, row_of};
use super::widgets::{Columns, width_of};
use crate::app::over::{Effects, Entry};
use crate::app::results::better_change;
use crate::app::{Line, Tone, Work};
use crate::format::{self, Minus};
use crate::levers::{Field, Kind, Lever, Value, range, value_words, whose, with_number};
use crate::model::{Node, Scenario, Standing};

/// The sentences above the bar.
pub(super) fn headline(work: &Work, own: &Entry) -> [Line; 2] {
    let scenario = work.session.now();
    let name = named(scenario, own.lever.node);
    let field = own.lever.field.words(scenario);
    let held = value_words(scenario, own.lever, &own.held);
    let is_figure = held.starts_with(|c: char| "−£".contains(c) || c.is_ascii_digit());
    let held = if is_figure { held } else { format!("“{held}”") };
    let held = format!("{held}{}", known(work, own));
    // Words such as `repaid` and `starts` are no nouns: there the row of the table asks.
    let question = match is_noun(own.lever.field) {
        true => format!("What {field} should {name} have?"),
        false => format!("{name}: {}?", own.lever.field.row().what),
    };
    let second = format!("Every figure below already follows what you type. Esc puts {held} back.");
    [Line::default().strong(question), Line::default().with(second, Tone::Second)]
}

/// How well the value is known that Esc puts back: “ (assumed)”; of what was changed nothing.
fn known(work: &Work, own: &Entry) -> String {
    let file = work.session.file();
    let standing = own.lever.standing(file).filter(|_| own.held == own.lever.get(file));
    let standing = standing.filter(|standing| *standing != Standing::Plain);
    standing.map_or_else(String::new, |standing| format!(" ({})", standing.word()))
}

/// Whether the word of a field names a thing that a node can have.
const fn is_noun(field: Field) -> bool {
    use Field::{
        Achieved, AskedIn, Delivered, Fixed, Planned, Recover, Repaid, Returns, Starts, StopsAt,
        Years,
    };
    !matches!(
        field,
        Achieved
            | AskedIn
            | Delivered
            | Fixed
            | Planned
            | Recover
            | Repaid
            | Returns
            | Starts
            | StopsAt
            | Years
    )
}

/// The whole name of a node; of a part of one whose it is, too.
fn named(scenario: &Scenario, node: Node) -> String {
    let words = scenario.words.of(node);
    let whose = whose(scenario, node);
    if words.id.is_empty() {
        "the bodies".to_owned()
    } else if whose == words.brief() {
        words.name.clone()
    } else {
        whose
    }
}

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, own: &Entry, frame: &Frame) {
    let area = frame.middle;
    let scenario = work.session.now();
    let name = named(scenario, own.lever.node);
    let title = format!("{name}: {}", own.lever.field.words(scenario));
    pen.heading(row_of(area, 0), (&title, own.lever.field.row().what), true);
    let tall = frame.size == Size::Wide;
    let mut at = if area.height >= 12 { 2 } else { 1 };
    field(pen, own, row_of(area, at));
    understood(pen, work, own, (area, at));
    at += if area.width >= 100 { 3 } else { 4 };
    if area.height > at + 4 {
        at += u16::from(tall);
        at = effects(pen, work, (area, at));
    }
    if area.height > at + 3 {
        let below = forms(pen, own.lever, (area, at + 1));
        warnings(pen, work, own, (area, below));
    }
}

/// The field itself, with the hardware cursor in it.
fn field(pen: &mut Pen<'_>, own: &Entry, row: Rect) {
    let unit = match own.lever.field.row().kind {
        Kind::SignedMoney | Kind::Money | Kind::Offset | Kind::Recovery | Kind::Limit => ", £m",
        Kind::Percent | Kind::SignedPercent => ", %",
        _ => "",
    };
    let label = format!("  {}{unit}  ", own.lever.field.row().word.replace('_', " "));
    let used = pen.put(row, &[(&label, pen.theme.second)]);
    let is_rule = own.lever.field.row().kind == Kind::Rule;
    let width = match (is_rule, row.width >= 100) {
        (true, _) => row.width,
        (false, true) => 44,
        (false, false) => 22,
    };
    let box_ = left_of(after(row, used), width);
    pen.buffer.set_style(box_.intersection(pen.buffer.area), pen.theme.tint);
    pen.put(box_, &[("▌", pen.theme.accent)]);
    let inside = after(box_, 2);
    let room = usize::from(inside.width.saturating_sub(1));
    let scroll = own.input.visual_scroll(room.max(1));
    let seen: String = skip_columns(own.input.value(), scroll);
    let style = if own.problem.is_some() { pen.theme.stop } else { pen.theme.strong };
    pen.put(inside, &[(&seen, style)]);
    let column = own.input.visual_cursor().saturating_sub(scroll);
    let column = u16::try_from(column).unwrap_or(0).min(inside.width.saturating_sub(1));
    pen.cursor = Some(Position::new(inside.x + column, inside.y));
}

/// A text without its first columns.
fn skip_columns(text: &str, columns: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let mut skipped = 0;
    let rest = text.graphemes(true).skip_while(|grapheme| {
        let skip = skipped < columns;
        skipped += usize::from(width_of(grapheme));
        skip
    });
    rest.collect()
}

/// What was understood, or why it cannot be taken, and the range.
fn understood(pen: &mut Pen<'_>, work: &Work, own: &Entry, (area, at): (Rect, u16)) {
    let scenario = work.session.now();
    let wide = area.width >= 100 && own.lever.field.row().kind != Kind::Rule;
    let first = if wide { at } else { at + 1 };
    if let Some(problem) = &own.problem {
        let room = usize::from(area.width.saturating_sub(if wide { 64 } else { 6 })).max(10);
        let start = if wide { 62 } else { 4 };
        for (row, words) in (first..first + 2).zip(format::wrapped(problem, room)) {
            let mark = if row == first { "⚠ " } else { "  " };
            let pieces = [(mark, pen.theme.warning), (&*words, pen.theme.text)];
            pen.put(after(row_of(area, row), start), &pieces);
        }
    } else if let Some(value) = &own.value {
        let words = full(&value_words(scenario, own.lever, value), value);
        let start = if wide { 62 } else { 4 };
        let pieces = [
            ("✓ ", pen.theme.better),
            ("understood as ", pen.theme.second),
            (&*words, pen.theme.strong),
        ];
        pen.put(after(row_of(area, first), start), &pieces);
        let held = value_words(scenario, own.lever, &own.held);
        let was = format!("  was {held}");
        let (by, tone) = difference(own, value);
        let pieces = [(&*was, pen.theme.second), (&*by, pen.style(tone))];
        pen.put(after(row_of(area, first + 1), start), &pieces);
    }
    if let Some(range) = range(work.session.now(), work.session.base(), own.lever) {
        let end = |number| {
            let value = with_number(&own.held, number);
            value.map_or_else(String::new, |value| value_words(scenario, own.lever, &value))
        };
        let words =
            format!("from {} to {}, step {}", end(range.low), end(range.high), end(range.step));
        let row = if wide { at + 2 } else { at + 3 };
        pen.put(after(row_of(area, row), 4), &[(&words, pen.theme.faint)]);
    }
}

/// “: ▼ £7.6m worse”: a plan that is lower is worse; of other amounts only the direction is said.
fn difference(own: &Entry, value: &Value) -> (String, Tone) {
    let (Value::Money(Some(before)), Value::Money(Some(now))) = (&own.held, value) else {
        return (String::new(), Tone::Second);
    };
    let by = format::short((*now - *before).abs(), Minus::Sign);
    let is_plan = own.lever.field == Field::Plan;
    match (now.cmp(before), is_plan) {
        (Ordering::Equal, _) => (", the same".to_owned(), Tone::Second),
        (Ordering::Less, true) => (format!(": ▼ {by} worse"), Tone::Worse),
        (Ordering::Greater, true) => (format!(": ▲ {by} better"), Tone::Better),
        (Ordering::Less, false) => (format!(": ▼ {by} less"), Tone::Text),
        (Ordering::Greater, false) => (format!(": ▲ {by} more"), Tone::Text),
    }
}

/// Money in full pounds, everything else as its words.
fn full(words: &str, value: &Value) -> String {
    match value {
        Value::Money(Some(amount)) => format::whole_pounds(*amount, Minus::Sign),
        Value::Offset(crate::model::Offset::Amount(amount)) => {
            format::whole_pounds(*amount, Minus::Sign)
        }
        _ => words.to_owned(),
    }
}

pub(super) fn effects(pen: &mut Pen<'_>, work: &Work, (area, at): (Rect, u16)) -> u16 {
    pen.heading(row_of(area, at), ("What it does", "before    now   change"), false);
    let mut row = at + 1;
    for effect in Effects::of(&work.session, work.subject()) {
        if row >= area.height {
            break;
        }
        let mut columns = Columns::new(row_of(area, row));
        let figure = effect.figure;
        let (change, tone) = match effect.more_is_better {
            true => better_change(figure),
            false => figure.change_column(),
        };
        let own = pen.style(tone);
        columns.put(pen.buffer, 9, (&change, own));
        columns.put(pen.buffer, 8, (&figure.now_column(), pen.theme.text));
        columns.put(pen.buffer, 8, (&figure.before_column(), pen.theme.second));
        let rest = after(columns.rest(), 2);
        pen.put(rest, &[(&effect.words, pen.theme.text)]);
        let how = after(rest, width_of(&effect.words).max(24) + 2);
        if width_of(&effect.how) <= how.width {
            pen.put(how, &[(&effect.how, pen.theme.second)]);
        }
        row += 1;
    }
    row
}

/// What may be typed into a share; the last only where there are others that leave a rest.
const SHARE: [(&str, &str); 4] = [
    ("30", "per cent"),
    ("+=5", "five points more than now"),
    ("=100/3", "sums"),
    ("rest", "what the others leave"),
];

/// What may be typed into a field of its kind.
fn forms(pen: &mut Pen<'_>, lever: Lever, (area, at): (Rect, u16)) -> u16 {
    let money: &[(&str, &str)] = &[
        ("-200  -200m", "£m unless you say"),
        ("480k  1.2bn", "thousand, thousand million"),
        ("-200,000,000", "pounds, when it has commas"),
        ("+10%", "ten per cent of the baseline more"),
        ("+=1.5  -=300k", "more or less than now"),
        ("=base*1.1", "sums; names: base, now, {CP.plan}"),
        ("min  max", "the ends of the range"),
    ];
    let rows: &[(&str, &str)] = match lever.field.row().kind {
        Kind::Rule => &[
            ("Equal", "the same amount each"),
            ("Proportional(by: Allocation)", "by a measure"),
            (
                "Blend([(\"30%\", Equal), (\"70%\", Proportional(by: Allocation))])",
                "parts that add up to 100%",
            ),
            ("Layered([(width: \"10m\", by: Equal), (by: Equal)])", "slices, each with its rule"),
            ("Priority(by: Allocation)", "by turns, then by a measure"),
        ],
        Kind::Percent if lever.field == Field::Percent => &SHARE,
        Kind::Percent | Kind::SignedPercent => &SHARE[..3],
        Kind::Month => &[("2019-12", "a month"), ("Dec 2019", "the same")],
        Kind::Protection => {
            &[("AtMost(\"20%\")", "at most a part"), ("Open", "all"), ("Protected", "nothing")]
        }
        Kind::Test => &[("Linked(\"50%\")", "half on the system’s result"), ("Own", "its own")],
        Kind::SignedCount => &[("-106000", "a whole number"), ("+=1000", "more than now")],
        Kind::Count => &[("2", "a whole number")],
        Kind::Offset => &[
            ("25  480k  1.2bn", "an amount, £m unless you say"),
            ("50%", "a share of the need"),
            ("whole need", "all of it"),
            ("+=1.5", "more than now"),
        ],
        Kind::Limit => &[
            ("5  480k", "an amount, £m unless you say"),
            ("1%", "a share of its size"),
            ("None", "no limit"),
        ],
        _ => money,
    };
    pen.heading(row_of(area, at), ("You may type", ""), false);
    let longest = rows.iter().map(|(form, _)| width_of(form)).max().unwrap_or(0).max(14) + 3;
    let columns = if area.width >= 100 && longest < 24 { 2 } else { 1 };
    for (place, (form, words)) in (0_u16..).zip(rows) {
        let row = row_of(area, at + 1 + place / columns);
        let half = left_of(after(row, place % columns * (area.width / 2)), area.width / columns);
        pen.put(after(half, 2), &[(form, pen.theme.yours)]);
        pen.put(after(half, 2 + longest), &[(words, pen.theme.second)]);
    }
    at + 2 + u16::try_from(rows.len()).unwrap_or(0).div_ceil(columns)
}

/// Things that are easily mistyped, with what the line would say to each.
fn warnings(pen: &mut Pen<'_>, work: &Work, own: &Entry, (area, at): (Rect, u16)) {
    let said: Vec<(String, String)> = own.mistypings(&work.session);
    if at + 3 > area.height || said.is_empty() {
        return;
    }
    let title = "When it cannot be taken, the last good value stays and the line says why";
    pen.heading(row_of(area, at), (title, ""), false);
    for (row, (typed, why)) in (at + 1..area.height).zip(said) {
        let line = row_of(area, row);
        pen.put(after(line, 2), &[(&typed, pen.theme.yours)]);
        let pieces = [("⚠ ", pen.theme.warning), (&*why, pen.theme.second)];
        pen.put(after(line, 19), &pieces);
    }
}
