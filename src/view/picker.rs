//! A list to choose from, with what the row under the cursor would do beside it.

use ratatui::layout::Rect;

use super::layout::{Frame, Size};
use super::list::List;
use super::pen::{Pen, after, left_of, row_of};
use super::widgets::{Columns, fit};
use crate::app::explore::Figure;
use crate::app::over::{Item, Offer, Picker, meaning, measures, payers};
use crate::app::{Line, Work};
use crate::format::{self, Minus};
use crate::levers::Kind;
use crate::model::Node;
use crate::money::Pence;
use crate::split::Rule;

/// Where the list and the preview stand.
fn areas(own: &Picker, frame: &Frame) -> (Rect, Rect) {
    let middle = frame.middle;
    match frame.size {
        // Beside formats there is nothing to show.
        _ if own.lever.is_none() => (middle, Rect { height: 0, ..middle }),
        Size::Wide => {
            let list = left_of(middle, 72.min(middle.width * 62 / 100));
            (list, after(middle, list.width + 3))
        }
        Size::Narrow => {
            let below = 5.min(middle.height);
            let list = Rect { height: middle.height - below, ..middle };
            (list, Rect { y: list.bottom() + 1, height: below - 1.min(below), ..middle })
        }
        Size::Single | Size::Tiny => (middle, Rect { height: 0, ..middle }),
    }
}

/// The rows as a list.
pub(super) fn list(own: &Picker, frame: &Frame) -> List {
    List { area: areas(own, frame).0, length: own.items.len(), selected: own.cursor }
}

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, own: &Picker, frame: &Frame) {
    let (list, preview) = areas(own, frame);
    let name = work.session.now().words.of(work.subject()).brief();
    let heads = if own.lever.is_some() { format!("{name} £m   change") } else { String::new() };
    pen.heading(row_of(list, 0), (&own.heading, &heads), true);
    let list = self::list(own, frame);
    list.draw(pen, true, |pen, place, line| {
        draw_item(pen, &own.items[place], (line, place == own.cursor));
    });
    let body = list.body();
    let below = u16::try_from(own.items.len()).unwrap_or(u16::MAX).saturating_add(2);
    if let Some(lever) = own.lever.filter(|lever| lever.field.row().kind == Kind::Rule) {
        known(pen, work, lever.node, (body, below - 1));
    }
    if own.lever.is_some() {
        let cannot = own.items.iter().any(|item| matches!(item.offer, Offer::Cannot(_)));
        let known_by = if pen.theme.faint == pen.theme.text { "no figure" } else { "faint" };
        let cannot = match cannot {
            true => format!("   {known_by}: cannot run; go there to read why"),
            false => String::new(),
        };
        let words = format!("  ◉ in use   ○ not in use{cannot}");
        let row = row_of(body, body.height.saturating_sub(1).max(below));
        pen.put(row, &[(&words, pen.theme.faint)]);
        asked(pen, work, own, preview);
    }
}

/// Which measures the file knows for all who are asked, below the list.
fn known(pen: &mut Pen<'_>, work: &Work, node: Node, (body, at): (Rect, u16)) {
    let scenario = work.session.now();
    let Some(splitter) = work.session.now().splitter_at(node).filter(|_| at + 3 < body.height)
    else {
        return;
    };
    let mut payers = Vec::new();
    scenario.payers(splitter, &Rule::Equal, &mut payers);
    let keys: Vec<u32> = payers.into_iter().map(|child| child.key).collect();
    let (all, partly) = measures(scenario, splitter, &keys);
    let title = format!("Measures that this file knows for all {}", format::count(keys.len()));
    pen.heading(row_of(body, at), (&title, ""), false);
    let width = usize::from(body.width.saturating_sub(3));
    let lines = format::wrapped(&all, width).into_iter().map(|line| (line, pen.theme.text));
    let partly = format::wrapped(&partly, width);
    let partly = partly.into_iter().map(|line| (line, pen.theme.second));
    let lines: Vec<_> = lines.chain(partly).collect();
    for (row, (line, style)) in (at + 1..body.height.saturating_sub(1)).zip(lines) {
        pen.put(after(row_of(body, row), 2), &[(&line, style)]);
    }
}

fn draw_item(pen: &mut Pen<'_>, item: &Item, (line, selected): (Rect, bool)) {
    let cannot = matches!(item.offer, Offer::Cannot(_));
    let style = match (cannot, selected) {
        (true, _) => pen.theme.faint,
        (false, true) => pen.theme.strong,
        (false, false) => pen.theme.text,
    };
    let mut columns = Columns::new(line);
    let mark = match (&item.offer, item.in_use) {
        (Offer::Read, _) => "  ",
        (_, true) => "  ◉ ",
        (_, false) => "  ○ ",
    };
    let needed = super::widgets::width_of(&item.words) + 6;
    match (&item.offer, item.asked) {
        (Offer::Cannot(_), _) => {
            let words = fit(&item.note, line.width.saturating_sub(needed).max(8));
            columns.put_own(pen.buffer, &words, pen.theme.faint);
        }
        (_, Some(figure)) => {
            let (words, tone) = figure.change_column();
            let own = pen.style(tone);
            columns.put(pen.buffer, 10, (&words, own));
            columns.put(pen.buffer, 8, (&figure.now_column(), style));
            columns.skip(2);
            let room = columns.rest().width.saturating_sub(needed);
            if super::widgets::width_of(&item.note) <= room {
                columns.put_own(pen.buffer, &item.note, pen.theme.second);
            }
        }
        _ => {}
    }
    columns.skip(1);
    let marks = if item.in_use { pen.theme.accent } else { pen.theme.second };
    pen.put(columns.rest(), &[(mark, marks), (&item.words, style)]);
}

/// What each child of the lever's node would be asked for.
fn asked(pen: &mut Pen<'_>, work: &Work, own: &Picker, area: Rect) {
    let Some(item) = own.item() else { return };
    if let Offer::Cannot(why) = &item.offer {
        pen.heading(row_of(area, 0), ("Why not", ""), false);
        let lines =
            format::wrapped(&format!("It cannot run here: {why}."), usize::from(area.width));
        for (at, words) in (1..).zip(lines) {
            pen.put(after(row_of(area, at), 1), &[(&words, pen.theme.second)]);
        }
        return;
    }
    let figure = |node: &Node| Figure {
        before: work.session.before().ask(*node),
        now: work.session.after().ask(*node),
    };
    let says = |node: &Node| {
        let figure = figure(node);
        !figure.now.unwrap_or_default().is_zero() || !figure.before.unwrap_or_default().is_zero()
    };
    let Some(lever) = own.lever else { return };
    let children = payers(work.session.now(), lever.node).into_iter();
    let children: Vec<Node> = children.filter(says).collect();
    if children.is_empty() {
        super::entry::effects(pen, work, (area, 0));
        return;
    }
    let few = area.height < 6;
    let heads = if few { "£m, and the change" } else { "before    now   change" };
    pen.heading(row_of(area, 0), ("Each is asked", heads), false);
    let words = &work.session.now().words;
    if children.len() >= usize::from(area.height) {
        for (at, node) in (0_u16..).zip(&children) {
            strip(pen, (area, at), words.of(*node).brief(), figure(node));
        }
        let sentences = item.offer.value().map(|v| meaning(&work.session, lever.node, v));
        let first = sentences.and_then(|all| all.into_iter().next()).unwrap_or_default();
        pen.put(after(row_of(area, 3), 1), &[(&first, pen.theme.second)]);
        return;
    }
    let mut at = 1;
    for node in &children {
        let own = words.of(*node);
        child(pen, (row_of(area, at), (&own.name, own.brief())), figure(node));
        at += 1;
    }
    let all = children.iter().map(figure).fold(Figure::known(Pence::ZERO, Pence::ZERO), plus);
    let top = row_of(area, at);
    child(pen, (top, ("Total", "Total")), all);
    let value = item.offer.value();
    let sentences = value.map_or_else(Vec::new, |value| meaning(&work.session, lever.node, value));
    paragraph(pen, (area, at + 2), &sentences.join(" "));
}

fn plus(sum: Figure, own: Figure) -> Figure {
    let add = |a: Option<Pence>, b: Option<Pence>| Some(a? + b?);
    Figure { before: add(sum.before, own.before), now: add(sum.now, own.now) }
}

/// What the rule means here, below the figures, as far as there is room.
fn paragraph(pen: &mut Pen<'_>, (area, at): (Rect, u16), words: &str) {
    if at + 1 >= area.height || words.is_empty() {
        return;
    }
    pen.heading(row_of(area, at), ("In words", ""), false);
    let lines = format::wrapped(words, usize::from(area.width.saturating_sub(1)));
    for (row, line) in (at + 1..).zip(lines) {
        pen.put(after(row_of(area, row), 1), &[(&line, pen.theme.text)]);
    }
}

/// Where there are few rows: three to a row, by their short names.
fn strip(pen: &mut Pen<'_>, (area, at): (Rect, u16), name: &str, figure: Figure) {
    let width = area.width / 3;
    let row = row_of(area, 1 + at / 3);
    let place = left_of(after(row, at % 3 * width), width.saturating_sub(2));
    let mut columns = Columns::new(place);
    let (words, tone) = figure.change_column();
    let own = pen.style(tone);
    columns.put(pen.buffer, 9, (&words, own));
    columns.put(pen.buffer, 7, (&figure.now_column(), pen.theme.text));
    let name = fit(name, columns.rest().width.saturating_sub(2));
    pen.put(after(columns.rest(), 1), &[(&name, pen.theme.text)]);
}

fn child(pen: &mut Pen<'_>, (line, names): (Rect, (&str, &str)), figure: Figure) {
    let mut columns = Columns::new(line);
    let (words, tone) = figure.change_column();
    let own = pen.style(tone);
    columns.put(pen.buffer, 9, (&words, own));
    columns.put(pen.buffer, 8, (&figure.now_column(), pen.theme.text));
    columns.put(pen.buffer, 8, (&figure.before_column(), pen.theme.second));
    columns.skip(1);
    let rest = after(columns.rest(), 1);
    let name = super::explore_name(names, rest.width);
    pen.put(rest, &[(&name, pen.theme.text)]);
}

/// “In a sentence: Thurrock would be asked for £501,336 instead of £478,905, ▲ £22,431 more.”
pub(super) fn sentence(work: &Work, own: &Picker) -> Line {
    let Some(item) = own.item() else { return Line::default() };
    let said = Line::default();
    if let Offer::Cannot(why) = &item.offer {
        return said.text(format!("This cannot run here, because {why}."));
    }
    let Some(figure) = item.asked else { return Line::default() };
    let name = work.session.now().words.of(work.subject()).brief();
    let (Some(before), Some(now)) = (figure.before, figure.now) else { return Line::default() };
    let pounds = |amount| format::whole_pounds(amount, Minus::Sign);
    let line = said.text(format!("{name} would be asked for ")).strong(pounds(now));
    let change = now - before;
    if change.is_zero() {
        return line.text(", as before.");
    }
    let (sign, tone) = crate::app::explore::change_sign(change);
    let word = if change.get() > 0 { "more" } else { "less" };
    line.text(format!(" instead of {}, ", pounds(before)))
        .with(format!("{sign} {} {word}", pounds(change.abs())), tone)
        .text(".")
}
