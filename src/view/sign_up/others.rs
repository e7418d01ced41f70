//! What a refusal does to the others: bars to one scale, both years, the change, what each says.

use ratatui::layout::{Position, Rect};

use super::Place;
use crate::app::explore::Figure;
use crate::app::sign_up::{Board, OtherRow, Pane, Whose};
use crate::app::{Area, Spot, Work};
use crate::engine::Answer;
use crate::format;
use crate::model::Node;
use crate::money::Pence;
use crate::view::list::List;
use crate::view::pen::{Pen, after, left_of, row_of};
use crate::view::widgets::{Columns, edges, fit, width_of};

/// What there is room for.
#[derive(Clone, Copy)]
struct Room {
    bars: bool,
    answers: bool,
    signs: bool,
}

/// Columns for so many thousands of pounds: the largest that fits is taken.
const SCALES: [(i64, i64); 14] = [
    (1, 5),
    (1, 10),
    (1, 20),
    (1, 50),
    (1, 100),
    (1, 200),
    (1, 500),
    (1, 1_000),
    (1, 2_000),
    (1, 4_000),
    (1, 5_000),
    (1, 10_000),
    (1, 20_000),
    (1, 50_000),
];
const THOUSAND: i64 = 100_000;

/// Columns of names.
const NAMES: u16 = 28;
/// The widest bar.
const BAR: u16 = 34;

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, board: &Board, place: Place) {
    let rows = board.others(&work.session);
    let room = room(place.area.width, &rows);
    heading(pen, work, board, (place, room));
    if let Err(why) = &board.sides {
        let words = format!("What its refusal does cannot be computed: {why}");
        pen.put(after(row_of(place.area, 1), 3), &[(&words, pen.theme.second)]);
        return;
    }
    if rows.is_empty() {
        let words = "Nothing in this scenario hangs on it.";
        pen.put(after(row_of(place.area, 1), 3), &[(words, pen.theme.second)]);
        return;
    }
    let scale = scale(&rows);
    let list = list(work, board, (&rows, place.area));
    let stands = (board.refuses(), board.partner);
    list.draw(pen, place.focused && rows[list.selected].lever().is_some(), |pen, at, line| {
        draw_row(pen, &rows[at], (line, room, scale), stands);
    });
}

pub(super) fn spot(work: &Work, board: &Board, area: Rect, at: Position) -> Spot {
    let rows = board.others(&work.session);
    match list(work, board, (&rows, area)).spot(Area::Pane(Pane::Others as usize), at) {
        Spot::Row(area, line) => {
            let place = rows[..line].iter().filter(|row| row.lever().is_some()).count();
            if rows[line].lever().is_some() { Spot::Row(area, place) } else { Spot::List(area) }
        }
        other => other,
    }
}

fn list(work: &Work, board: &Board, (rows, area): (&[OtherRow], Rect)) -> List {
    let lines = rows.iter().enumerate().filter(|(_, row)| row.lever().is_some());
    let lines: Vec<usize> = lines.map(|(line, _)| line).collect();
    let own = work.screens.sign_up.other(board, rows);
    List { area, length: rows.len(), selected: lines.get(own).copied().unwrap_or(0) }
}

fn room(width: u16, rows: &[OtherRow]) -> Room {
    let said = |row: &OtherRow| matches!(row.whose, Whose::Partner(_, answer) if answer != Answer::NotKnown);
    let answers = width >= 70 && rows.iter().any(said);
    Room { bars: width >= 98, answers, signs: width >= 58 }
}

fn heading(pen: &mut Pen<'_>, work: &Work, board: &Board, (place, room): (Place, Room)) {
    let line = row_of(place.area, 0);
    let title = board.others_title(&work.session);
    let left = board.asked_for_nothing(&work.session);
    let others = format::plural(left, "other", "others");
    let aside = format!("{title} · {others} asked for nothing");
    let signs = board.signs_head(&work.session);
    let heads = [
        if room.signs { format!("{signs:>10}") } else { String::new() },
        format!("{:>12}{:>11}", "it refuses", "change"),
        if room.answers { format!("{:>11}", "verdict") } else { String::new() },
    ]
    .concat();
    let free = line.width.saturating_sub(width_of(&heads) + 1);
    let title = if left > 0 && width_of(&aside) <= free { aside } else { title };
    pen.heading(line, (&fit(&title, free), &heads), place.focused);
}

fn draw_row(
    pen: &mut Pen<'_>,
    row: &OtherRow,
    (line, room, scale): (Rect, Room, (i64, i64)),
    (refuses, partner): (bool, Node),
) {
    let own = matches!(row.whose, Whose::Partner(node, _) if node == partner);
    let total = row.whose == Whose::Total;
    let strong = own || total;
    let text = if strong { pen.theme.strong } else { pen.theme.text };
    // The year that stands is written stronger than the other.
    let (signs, now) = match refuses {
        true => (pen.theme.second, text),
        false => (text, pen.theme.second),
    };
    let mut columns = Columns::new(line);
    if room.answers {
        let (words, tone) = row.answer();
        let tone = pen.style(tone);
        columns.put(pen.buffer, 11, (words, tone));
    }
    let (change, tone) = row.change();
    let tone = pen.style(tone);
    columns.put(pen.buffer, 11, (&change, tone));
    columns.put(pen.buffer, 12, (&row.figure.now_column(), now));
    if room.signs {
        columns.put(pen.buffer, 10, (&row.figure.before_column(), signs));
    }
    let rest = after(columns.rest(), 2);
    let mark = row.mark.map_or_else(String::new, |mark| format!(" {}", mark.sign()));
    let wide = room.bars && matches!(row.whose, Whose::Partner(..) | Whose::Total);
    let names = if wide { left_of(rest, NAMES) } else { rest };
    let space = names.width.saturating_sub(width_of(&mark) + 1);
    // A body's short name is what it is called; a system's is a code, for where its name is too long.
    let system = matches!(row.whose, Whose::Partner(Node::System(_), _));
    let whole = if system { &row.names.0 } else { &row.names.1 };
    let name = crate::view::explore_name((whole, &row.names.1), space);
    let style = if row.lever().is_none() && !total { pen.theme.warning } else { text };
    pen.put(names, &[(&name, style), (&mark, pen.theme.faint)]);
    if wide {
        let bars = after(rest, NAMES + 1);
        if total { legend(pen, bars) } else { bar(pen, row.figure, (bars, scale)) }
    }
}

/// What was asked before, what is added, what is gone.
fn bar(pen: &mut Pen<'_>, figure: Figure, (place, scale): (Rect, (i64, i64))) {
    let (Some(before), Some(now)) = (figure.before, figure.now) else { return };
    let per = (scale.0, scale.1 * THOUSAND);
    let ends = edges(&[before.min(now).get(), (before - now).abs().get()], per);
    let kept = "█".repeat(usize::from(ends[1]));
    let differs = usize::from(ends[2] - ends[1]);
    let (sign, style) =
        if now > before { ("▒", pen.theme.worse) } else { ("░", pen.theme.faint) };
    let rest = sign.repeat(differs);
    pen.put(place, &[(&kept, pen.theme.bar), (&rest, style)]);
}

fn legend(pen: &mut Pen<'_>, place: Rect) {
    let t = pen.theme;
    let pieces = [
        ("█", t.bar),
        (" asked before  ", t.faint),
        ("▒", t.worse),
        (" added  ", t.faint),
        ("░", t.faint),
        (" gone", t.faint),
    ];
    pen.put(place, &pieces);
}

/// The largest scale at which every bar fits.
fn scale(rows: &[OtherRow]) -> (i64, i64) {
    let asked = rows.iter().filter(|row| matches!(row.whose, Whose::Partner(..)));
    let longest = asked.filter_map(|row| row.figure.before.max(row.figure.now)).max();
    let longest = longest.unwrap_or(Pence::ZERO).get();
    let fits = |(columns, thousands): &(i64, i64)| {
        edges(&[longest], (*columns, thousands * THOUSAND))[1] <= BAR
    };
    let coarse = (1, longest / THOUSAND / i64::from(BAR) + 1);
    SCALES.iter().copied().find(fits).unwrap_or(coarse)
}
