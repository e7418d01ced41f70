//! The published shares, and below them each rule with what it would have asked more or less.

use ratatui::layout::Rect;

use crate::analysis::{Fit, FitLine, how_words, percent_words};
use crate::app::fit::Board;
use crate::app::{Session, Work};
use crate::format::{self, Minus};
use crate::money::Pence;
use crate::view::list::List;
use crate::view::pen::{Pen, after, row_of};
use crate::view::widgets::{Columns, edges, fit, width_of};

/// What there is room for.
#[derive(Clone, Copy)]
struct Room {
    /// Columns of the bar, nought if there is none.
    bar: u16,
    mean: u16,
    /// Columns of one share, and how many shares are shown.
    share: u16,
    shares: usize,
    pot: u16,
}

/// Columns that the names of rules keep.
const NAMES: u16 = 22;

impl Room {
    fn new(width: u16, fit: &Fit) -> Self {
        let wide = width >= 98;
        let (bar, mean, share) = if wide { (14, 11, 11) } else { (0, 7, 8) };
        let pot = (width_of(&whole(fit)) + 1).clamp(7, if wide { 10 } else { 7 });
        let shares = fit.observed.len();
        let free = width.saturating_sub(NAMES + bar + mean + pot);
        let shares = shares.min(usize::from(free / share));
        Self { bar, mean, share, shares, pot }
    }
}

/// `of £5m`.
fn whole(fit: &Fit) -> String {
    format!("of {}", format::short(fit.whole, Minus::Sign))
}

pub(super) fn list(work: &Work, board: &Board, area: Rect) -> List {
    let lines = board.fit().map_or(0, |fit| fit.lines.len());
    // The published shares stand where a list has its heading.
    let area = after_first(area);
    List { area, length: lines, selected: work.screens.fit.line.min(lines.saturating_sub(1)) }
}

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, board: &Board, (area, focused): (Rect, bool)) {
    let Some(fit) = board.fit() else {
        pen.heading(row_of(area, 0), ("Rules", ""), focused);
        let words = "+ types a share: who was asked, and for how much.";
        pen.put(after(row_of(area, 1), 3), &[(words, pen.theme.second)]);
        return;
    };
    let room = Room::new(area.width, fit);
    heading(pen, work, (board, fit), (row_of(area, 0), room, focused));
    published(pen, (board, fit), (row_of(area, 1), room));
    if fit.lines.is_empty() {
        let words = "Nothing is divided here, so no rule can be tried.";
        pen.put(after(row_of(area, 2), 3), &[(words, pen.theme.second)]);
    }
    let list = list(work, board, area);
    let most = fit.lines.iter().map(|line| fit.mean_off(line)).max().unwrap_or_default();
    list.draw(pen, focused, |pen, at, line| {
        let row = Row { board, fit, own: &fit.lines[at], selected: at == list.selected };
        row.draw(pen, &work.session, (line, room, most));
    });
}

fn heading(
    pen: &mut Pen<'_>,
    work: &Work,
    (board, fit): (&Board, &Fit),
    (line, room, focused): (Rect, Room, bool),
) {
    let scenario = work.session.now();
    let unit = if board.in_thousands() { "£k" } else { "£m" };
    let right = |words: &str, width: u16| {
        let blanks = width.saturating_sub(width_of(words));
        format!("{}{words}", " ".repeat(usize::from(blanks)))
    };
    let whole = whole(fit);
    let whole = if width_of(&whole) < room.pot { whole } else { "part".to_owned() };
    let mut heads = right(&whole, room.pot);
    for share in &fit.observed[..room.shares] {
        let name = scenario.words.of(share.node).brief();
        // One column is the mark’s.
        heads += &right(&format!("{} ", self::fit(name, room.share - 2)), room.share);
    }
    heads += &right(if room.bar > 0 { "mean off" } else { "mean" }, room.mean);
    heads += &" ".repeat(usize::from(room.bar));
    let hidden = fit.observed.len() - room.shares;
    let more = if hidden > 0 {
        format!(" · {}", format::plural(hidden, "more", "more"))
    } else {
        String::new()
    };
    pen.heading(line, (&format!("Rule, {unit}{more}"), &heads), focused);
}

fn published(pen: &mut Pen<'_>, (board, fit): (&Board, &Fit), (line, room): (Rect, Room)) {
    let mut columns = Columns::new(line);
    columns.skip(room.bar + room.mean);
    for share in fit.observed[..room.shares].iter().rev() {
        let mark = if share.typed { "●" } else { " " };
        let style = if share.typed { pen.theme.changed } else { pen.theme.second };
        let words = format!("{}{mark}", board.column(share.amount));
        columns.put(pen.buffer, room.share, (&words, style));
    }
    columns.skip(room.pot);
    let typed = fit.observed.iter().any(|share| share.typed);
    let words = if typed { "published · ● typed" } else { "published" };
    pen.put(after(columns.rest(), 3), &[(words, pen.theme.second)]);
}

/// One rule with one amount.
struct Row<'r> {
    board: &'r Board,
    fit: &'r Fit,
    own: &'r FitLine,
    selected: bool,
}

impl Row<'_> {
    fn draw(&self, pen: &mut Pen<'_>, session: &Session, (line, room, most): (Rect, Room, Pence)) {
        let (fit, own) = (self.fit, self.own);
        let text = if self.selected { pen.theme.strong } else { pen.theme.text };
        let mean = fit.mean_off(own);
        let mut columns = Columns::new(line);
        if room.bar > 0 {
            let place = columns.rest();
            columns.skip(room.bar);
            bar(pen, (place, room.bar), (mean, most));
        }
        columns.put(pen.buffer, room.mean, (&self.board.mean_column(mean), text));
        let worst = own.worst();
        for (place, off) in own.off[..room.shares].iter().enumerate().rev() {
            let is_worst = place == worst && own.off.len() > 1 && !off.is_zero();
            let style = if is_worst { pen.theme.worse } else { text };
            let mark = if is_worst { "◂" } else { " " };
            let words = format!("{}{mark}", self.board.off_column(*off, room.share - 1));
            columns.put(pen.buffer, room.share, (&words, style));
        }
        let part = fit.share_of_whole(own).map(|share| percent_words(share, Minus::Sign));
        columns.put(pen.buffer, room.pot, (&part.unwrap_or_default(), pen.theme.second));
        let tied = if own.tied { "=" } else { " " };
        let stands = self.board.stands(own, session);
        let names = columns.rest();
        let name = how_words(session.now(), &own.how);
        let name = self::fit(&name, names.width.saturating_sub(3));
        let now = names.width >= width_of(&name) + 3 + width_of(NOW);
        let now = if stands && now { NOW } else { "" };
        let pieces =
            [(tied, pen.theme.warning), (" ", text), (&*name, text), (now, pen.theme.faint)];
        pen.put(after(names, 1), &pieces);
    }
}

const NOW: &str = " · now";

/// The mean difference to one scale from nought; the least is still seen.
fn bar(pen: &mut Pen<'_>, (place, width): (Rect, u16), (mean, most): (Pence, Pence)) {
    let first = place.right().saturating_sub(width - 1);
    let room = width.saturating_sub(1);
    let columns = edges(&[mean.get()], (i64::from(room), most.get().max(1)))[1].min(room);
    let words = match (columns, mean.is_zero()) {
        (0, true) => String::new(),
        (0, false) => "▏".to_owned(),
        _ => "█".repeat(usize::from(columns)),
    };
    let place = Rect { x: first, width: room, ..place };
    pen.put(place, &[(&words, pen.theme.bar)]);
}

/// An area without its first row.
fn after_first(area: Rect) -> Rect {
    let first = 1.min(area.height);
    Rect { y: area.y + first, height: area.height - first, ..area }
}
