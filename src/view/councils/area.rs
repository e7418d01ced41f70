//! What reaches an area, section by section, each with its own columns of figures.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::councils::{AreaRow, BodyPart, FootprintPart, JointRow, Pane, ProgrammePart};
use crate::app::explore::Figure;
use crate::app::{Area, Spot, Tone, Work};
use crate::format::{self, Minus};
use crate::money::{Pence, Share};
use crate::view::lever;
use crate::view::list::List;
use crate::view::pen::{Pen, after, row_of};
use crate::view::widgets::{Columns, fit, width_of};

/// A line and its place among those that the cursor can stand on; no row is a blank line.
type Placed = (Option<AreaRow>, Option<usize>);

/// A column: how wide it is, its words, how they look.
type Cell = (u16, String, Style);

/// From this width on there is room for all columns.
const ROOMY: u16 = 52;

/// What a row is drawn with.
#[derive(Clone, Copy)]
struct Manner {
    roomy: bool,
    changed: bool,
}

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, area: Rect) {
    let own = &work.screens.councils;
    let focused = own.focus == Pane::Area && work.over.is_empty();
    let manner = Manner { roomy: area.width >= ROOMY, changed: work.session.is_changed() };
    let title = own.title(&work.session);
    pen.heading(row_of(area, 0), (&fit(&title, area.width), ""), focused);
    let lines = lines(work, area);
    let list = list(work, &lines, area);
    list.draw(pen, focused, |pen, place, line| {
        let Some(row) = &lines[place].0 else { return };
        draw_row(pen, row, (line, manner, focused && place == list.selected));
    });
}

pub(super) fn spot(work: &Work, area: Rect, at: Position) -> Spot {
    let lines = lines(work, area);
    match list(work, &lines, area).spot(Area::Pane(1), at) {
        Spot::Row(area, line) => {
            lines[line].1.map_or(Spot::List(area), |place| Spot::Row(area, place))
        }
        other => other,
    }
}

/// The rows with their places; between sections a blank line, where all of that fits.
fn lines(work: &Work, area: Rect) -> Vec<Placed> {
    let rows = work.screens.councils.rows(&work.session);
    let is_head = |row: &AreaRow| {
        !row.is_selectable() && !matches!(row, AreaRow::Nothing(_) | AreaRow::Left(..))
    };
    let heads = rows.iter().filter(|row| is_head(row)).count();
    let blanks = rows.len() + heads <= usize::from(area.height);
    let mut lines = Vec::new();
    let mut selectable = 0;
    for row in rows {
        if blanks && is_head(&row) && !lines.is_empty() {
            lines.push((None, None));
        }
        let place = row.is_selectable().then_some(selectable);
        selectable += usize::from(place.is_some());
        lines.push((Some(row), place));
    }
    lines
}

fn list(work: &Work, lines: &[Placed], area: Rect) -> List {
    let last = lines.iter().filter_map(|(_, place)| *place).next_back();
    let row = work.screens.councils.row.min(last.unwrap_or(0));
    let selected = lines.iter().position(|(_, place)| *place == Some(row)).unwrap_or(0);
    List { area, length: lines.len(), selected }
}

fn draw_row(pen: &mut Pen<'_>, row: &AreaRow, (line, manner, focused): (Rect, Manner, bool)) {
    match row {
        AreaRow::Bodies | AreaRow::Programmes | AreaRow::Footprints(_) | AreaRow::Council(..) => {
            head(pen, row, (line, manner));
        }
        AreaRow::Nothing(words) => {
            pen.put(after(line, 3), &[(words, pen.theme.second)]);
        }
        AreaRow::Body(own) => {
            let cells = body(pen, own, manner);
            named(pen, (line, 3), (&own.names.0, &own.names.1), &cells);
        }
        AreaRow::Programme(own) => {
            let cells = programme(pen, own, manner);
            named(pen, (line, 3), (&own.row.name, &own.row.name), &cells);
        }
        AreaRow::Footprint(own) => {
            let cells = footprint(pen, own, manner);
            named(pen, (line, 3), (&own.names.0, &own.names.1), &cells);
        }
        AreaRow::Left(words, figure) => {
            let mut cells = match manner.changed {
                true => moved(pen, Some(*figure)),
                false => vec![(8, figure.now_column(), pen.theme.text)],
            };
            if manner.roomy {
                cells.push((17, String::new(), pen.theme.text));
            } else if !manner.changed {
                cells.push((8, String::new(), pen.theme.text));
            }
            let rest = after(self::cells(pen, line, &cells), 3);
            pen.put(rest, &[(words, pen.theme.second)]);
        }
        AreaRow::Stance(own) => {
            pen.put(after(line, 3), &[("stance", pen.theme.text)]);
            lever::value(pen, own, (after(line, 15), focused));
        }
        AreaRow::Joint(own) => {
            let cells = joint(pen, own, manner);
            named(pen, (line, 3), (&own.name, &own.name), &cells);
        }
        AreaRow::Beside(name, amount, said) => {
            let mut cells = vec![(8, amount_column(*amount), amount_style(pen, *amount))];
            if manner.roomy {
                let room = line.width.saturating_sub(3 + 8 + width_of(name) + 2).max(17);
                let words = if width_of(said) < room { said.clone() } else { String::new() };
                cells.push((room, words, pen.theme.second));
            }
            named(pen, (line, 3), (name, name), &cells);
        }
    }
}

/// A section's name and the heads of its columns.
fn head(pen: &mut Pen<'_>, row: &AreaRow, (line, manner): (Rect, Manner)) {
    let (title, heads): (&str, &[(u16, &str)]) = match (row, manner.roomy, manner.changed) {
        (AreaRow::Bodies, true, false) => {
            ("Who is asked", &[(12, "people here"), (9, "ask £m"), (9, "here £m")])
        }
        (AreaRow::Bodies, true, true) => {
            ("Who is asked", &[(12, "people here"), (9, "before"), (8, "now"), (10, "change")])
        }
        (AreaRow::Bodies, false, false) => ("Who is asked", &[(7, "people"), (9, "here £m")]),
        (AreaRow::Bodies, false, true) => ("Who is asked", &[(8, "now £m"), (10, "change")]),
        (AreaRow::Programmes, true, false) => {
            ("Programmes", &[(8, "people"), (6, "lost"), (8, "cut £m"), (17, "")])
        }
        (AreaRow::Programmes, true, true) => {
            ("Programmes", &[(8, "cut £m"), (10, "change"), (17, "")])
        }
        (AreaRow::Programmes, false, false) => ("Programmes", &[(8, "cut £m"), (8, "late")]),
        (AreaRow::Programmes, false, true) => ("Programmes", &[(8, "cut £m"), (10, "change")]),
        (AreaRow::Footprints(_), true, _) => {
            ("Footprints", &[(12, "people here"), (13, "of the area"), (12, "of its own")])
        }
        (AreaRow::Footprints(_), false, _) => ("Footprints", &[(9, "of area"), (9, "of own")]),
        (AreaRow::Council(name, true), true, false) => {
            (name, &[(8, "pays £m"), (9, "goes £m"), (17, "")])
        }
        (AreaRow::Council(name, true), false, false) => (name, &[(8, "pays £m"), (9, "goes")]),
        (AreaRow::Council(name, true), true, true) => {
            (name, &[(8, "goes £m"), (10, "change"), (17, "")])
        }
        (AreaRow::Council(name, true), false, true) => (name, &[(8, "goes £m"), (10, "change")]),
        (AreaRow::Council(name, false), _, _) => (name, &[]),
        _ => return,
    };
    let heads: Vec<Cell> = heads
        .iter()
        .map(|(width, words)| (*width, (*words).to_owned(), pen.theme.second))
        .collect();
    let rest = cells(pen, line, &heads);
    pen.put(after(rest, 1), &[(&fit(title, rest.width.saturating_sub(1)), pen.theme.strong)]);
}

/// Cells from the left to the right edge of a line; answers what is left in front of them.
fn cells(pen: &mut Pen<'_>, line: Rect, cells: &[Cell]) -> Rect {
    let mut columns = Columns::new(line);
    for (width, words, style) in cells.iter().rev() {
        columns.put(pen.buffer, *width, (words, *style));
    }
    columns.rest()
}

/// A name and the cells behind it.
fn named(pen: &mut Pen<'_>, (line, indent): (Rect, u16), names: (&str, &str), own: &[Cell]) {
    let rest = after(cells(pen, line, own), indent);
    let name = crate::view::explore_name(names, rest.width);
    pen.put(rest, &[(&name, pen.theme.text)]);
}

fn body(pen: &Pen<'_>, own: &BodyPart, manner: Manner) -> Vec<Cell> {
    let share =
        (if manner.roomy { 12 } else { 7 }, percent(own.share), share_style(pen, own.share));
    if manner.changed {
        let mut cells = moved(pen, Some(own.here));
        if manner.roomy {
            cells.insert(0, (9, own.here.before_column(), pen.theme.second));
            cells.insert(0, share);
        }
        return cells;
    }
    let here = (9, own.here.now_column(), amount_style(pen, own.here.now));
    if !manner.roomy {
        return vec![share, here];
    }
    vec![share, (9, amount_column(Some(own.ask)), pen.theme.second), here]
}

/// Now and the change.
fn moved(pen: &Pen<'_>, figure: Option<Figure>) -> Vec<Cell> {
    let figure = figure.unwrap_or_default();
    let (change, tone) = figure.change_column();
    let now = (8, figure.now_column(), amount_style(pen, figure.now));
    vec![now, (10, change, pen.style(tone))]
}

fn programme(pen: &Pen<'_>, own: &ProgrammePart, manner: Manner) -> Vec<Cell> {
    let here = own.here.and_then(|figure| figure.now);
    let (status, tone) = match own.placed {
        true => own.row.status.clone(),
        false => ("place not known".to_owned(), Tone::Second),
    };
    let status = (17, fit(&status, 16), pen.style(tone));
    match (manner.roomy, manner.changed) {
        (true, true) => {
            let mut cells = moved(pen, own.here);
            cells.push(status);
            cells
        }
        (true, false) => vec![
            (8, people(own.people), count_style(pen, own.people)),
            lost(pen, own),
            (8, amount_column(here), amount_style(pen, here)),
            status,
        ],
        (false, true) => moved(pen, own.here),
        (false, false) => {
            let (late, tone) = own.row.late.clone();
            vec![(8, amount_column(here), amount_style(pen, here)), (8, late, pen.style(tone))]
        }
    }
}

/// What it would pay, what of that goes, and why.
fn joint(pen: &Pen<'_>, own: &JointRow, manner: Manner) -> Vec<Cell> {
    let mut cells = match manner.changed {
        true => moved(pen, Some(own.lost)),
        false => vec![
            (8, amount_column(own.budget), amount_style(pen, own.budget)),
            (9, own.lost.now_column(), amount_style(pen, own.lost.now)),
        ],
    };
    if manner.roomy {
        cells.push((17, fit(own.said, 16), pen.theme.second));
    }
    cells
}

/// How many people it no longer reaches; of a programme that starts late they are reached later.
fn lost(pen: &Pen<'_>, own: &ProgrammePart) -> Cell {
    match own.lost {
        None if own.row.is_late => (6, "later".to_owned(), pen.theme.worse),
        None | Some(0) => (6, people(own.lost), count_style(pen, own.lost)),
        Some(_) => (6, people(own.lost), pen.theme.worse),
    }
}

fn footprint(pen: &Pen<'_>, own: &FootprintPart, manner: Manner) -> Vec<Cell> {
    let of_area = (percent(own.of_area), share_style(pen, own.of_area));
    let of_own = (percent(own.of_system), share_style(pen, own.of_system));
    if !manner.roomy {
        return vec![(9, of_area.0, of_area.1), (9, of_own.0, of_own.1)];
    }
    let people = (12, people(own.people), count_style(pen, own.people));
    vec![people, (13, of_area.0, of_area.1), (12, of_own.0, of_own.1)]
}

fn amount_column(amount: Option<Pence>) -> String {
    amount.map_or_else(|| "[x]".to_owned(), |a| format::column(a, 3, Minus::Sign))
}

fn people(count: Option<i128>) -> String {
    let whole = |count| i64::try_from(count).unwrap_or(i64::MAX);
    count.map_or_else(|| "[x]".to_owned(), |count| format::whole(whole(count), Minus::Sign))
}

fn percent(share: Option<Share>) -> String {
    share.map_or_else(
        || "[x]".to_owned(),
        |share| format!("{}%", format::percent_column(share, 1, Minus::Sign)),
    )
}

fn amount_style(pen: &Pen<'_>, amount: Option<Pence>) -> Style {
    if amount.is_none() { pen.theme.faint } else { pen.theme.text }
}

fn count_style(pen: &Pen<'_>, count: Option<i128>) -> Style {
    if count.is_none() { pen.theme.faint } else { pen.theme.text }
}

fn share_style(pen: &Pen<'_>, share: Option<Share>) -> Style {
    if share.is_none() { pen.theme.faint } else { pen.theme.second }
}
