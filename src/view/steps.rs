//! The History screen: a row for every step with the ask before and after it, below them what no
//! longer fits.

use ratatui::layout::{Position, Rect};

use super::layout::Frame;
use super::list::List;
use super::pen::{Pen, after, row_of};
use super::widgets::{Columns, fit};
use crate::app::explore::Figure;
use crate::app::steps::{Standing, StepRow, Steps, words};
use crate::app::{Area, Spot, Tone, Work};
use crate::format;
use crate::levers::Unfit;

/// Columns of an amount and of a change.
const AMOUNT: u16 = 9;
const CHANGE: u16 = 10;

/// A line of the list.
enum Placed<'r> {
    Step(&'r StepRow),
    Gap,
    /// The heading over what no longer fits.
    Head,
    Unfit(&'r Unfit),
    /// What to do about it.
    Advice(&'static str),
}

/// Lines that cannot be selected between the steps and what no longer fits.
const BETWEEN: usize = 2;

const ADVICE: [&str; 2] = [
    "Mend the file, or set the value anew where it now stands.",
    "Until then it is saved with the others and tried on each new version.",
];

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let area = frame.panes;
    let own = &work.screens.steps;
    let focused = work.over.is_empty();
    let (rows, unfit) = (own.rows(&work.session), Steps::unfit(&work.session));
    let wide = area.width >= 60;
    let name = work.session.now().words.of(own.node).brief();
    let ask = format!("{} ask, £m", format::possessive(name));
    let [amount, change] = [usize::from(AMOUNT), usize::from(CHANGE)];
    let heads = match wide {
        true => format!("{ask}{:>amount$}{:>amount$}{:>change$}", "before", "after", "change"),
        false => ask,
    };
    pen.heading(row_of(area, 0), ("Steps", &heads), focused);
    let lines = placed(&rows, &unfit);
    list(work, (rows.len(), lines.len()), area).draw(pen, focused, |pen, place, line| match &lines
        [place]
    {
        Placed::Step(row) => step(pen, row, (line, wide)),
        Placed::Gap => {}
        Placed::Advice(words) => {
            pen.put(after(line, 3), &[(words, pen.theme.second)]);
        }
        Placed::Head => {
            pen.heading(line, ("No longer fits the file, and is kept", "why"), false);
        }
        Placed::Unfit(unfit) => {
            let room = line.width.saturating_sub(3);
            let words = fit(&words(unfit), room);
            pen.put(after(line, 1), &[("✕ ", pen.theme.stop), (&words, pen.theme.text)]);
        }
    });
}

/// What the mouse is over.
pub(super) fn spot(work: &Work, frame: &Frame, at: Position) -> Spot {
    let own = &work.screens.steps;
    let (rows, unfit) = (own.rows(&work.session), Steps::unfit(&work.session));
    let lines = placed(&rows, &unfit);
    match list(work, (rows.len(), lines.len()), frame.panes).spot(Area::Pane(0), at) {
        Spot::Row(area, place) => match lines[place] {
            Placed::Step(_) => Spot::Row(area, place),
            Placed::Unfit(_) => Spot::Row(area, place - BETWEEN),
            Placed::Gap | Placed::Head | Placed::Advice(_) => Spot::List(area),
        },
        other => other,
    }
}

fn placed<'r>(rows: &'r [StepRow], unfit: &'r [Unfit]) -> Vec<Placed<'r>> {
    let mut lines: Vec<Placed<'r>> = rows.iter().map(Placed::Step).collect();
    if !unfit.is_empty() {
        lines.extend([Placed::Gap, Placed::Head]);
        lines.extend(unfit.iter().map(Placed::Unfit));
        lines.extend(ADVICE.map(Placed::Advice));
    }
    lines
}

/// The list; what stands between its two parts cannot be selected.
fn list(work: &Work, (steps, length): (usize, usize), area: Rect) -> List {
    let selected = work.screens.steps.selected(&work.session);
    List { area, length, selected: if selected < steps { selected } else { selected + BETWEEN } }
}

fn step(pen: &mut Pen<'_>, row: &StepRow, (line, wide): (Rect, bool)) {
    let mut columns = Columns::new(line);
    let faint = matches!(row.standing, Standing::Undone | Standing::Unfit);
    let style = match (faint, row.is_here) {
        (true, _) => pen.theme.faint,
        (_, true) => pen.theme.strong,
        _ => pen.theme.text,
    };
    if let Some(figure) = row.ask {
        ask(pen, (figure, row.standing), (&mut columns, wide));
    } else if wide {
        columns.skip(2 * AMOUNT + CHANGE);
    }
    let (mark, tone) = match (row.standing, row.is_here) {
        (Standing::Unfit, _) => ("✕ ", pen.theme.stop),
        (_, true) => ("● ", pen.theme.changed),
        (Standing::Undone, _) => ("○ ", pen.theme.faint),
        _ => ("  ", style),
    };
    let place = after(columns.rest(), 1);
    let words = fit(&row.words, place.width.saturating_sub(4));
    pen.put(place, &[(mark, tone), (&words, style)]);
}

/// The ask before and after a step; the file has only the one.
fn ask(
    pen: &mut Pen<'_>,
    (figure, standing): (Figure, Standing),
    (columns, wide): (&mut Columns, bool),
) {
    let style = if standing == Standing::Undone { pen.theme.faint } else { pen.theme.text };
    let (change, tone) = match standing {
        Standing::File => (String::new(), Tone::Faint),
        _ => figure.change_column(),
    };
    let tone = if standing == Standing::Undone { Tone::Faint } else { tone };
    let change_style = pen.style(tone);
    columns.put(pen.buffer, CHANGE, (&change, change_style));
    if wide {
        columns.put(pen.buffer, AMOUNT, (&figure.now_column(), style));
        let before = match standing {
            Standing::File => String::new(),
            _ => figure.before_column(),
        };
        columns.put(pen.buffer, AMOUNT, (&before, pen.theme.second));
    }
}
