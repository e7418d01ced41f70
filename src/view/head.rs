//! The head of every screen: where am I, which screens there are, and the sentences below.

use ratatui::layout::Rect;

use super::layout::{Frame, Size};
use super::pen::{Pen, after, left_of, row_of};
use super::widgets::{fit, width_of};
use super::{entry, theme::Theme};
use crate::app::over::Over;
use crate::app::{Line, Screen, TABS, Tone, Work};
use crate::format;

/// A tab: its screen, its words, its first column in the row.
pub(super) type Placed = (Screen, String, u16);

/// The scenario, what was changed, and the screens there are.
pub(super) fn title(pen: &mut Pen<'_>, work: &Work, row: Rect) {
    let tabs = tabs(work, row.width);
    let room = tabs.first().map_or(row.width, |(_, _, column)| *column).saturating_sub(2);
    for (screen, words, column) in &tabs {
        let own = *screen == work.screens.shown;
        let style = if own { pen.theme.accent } else { pen.theme.second };
        pen.put(after(row, *column), &[(words, style)]);
    }
    let (state, style) = state(&pen.theme, work, row.width);
    // The state is never cut: the title gives way.
    let needed = width_of(&state) + 2;
    let title = fit(&work.session.now().words.title, room.saturating_sub(needed).max(4));
    let pieces = [(&*title, pen.theme.strong), ("  ", pen.theme.text), (&*state, style)];
    pen.put(left_of(row, room), &pieces);
}

/// The tabs of a row: all that there are, where a title and the state of the changes leave room; else
/// the screen that is shown.
pub(super) fn tabs(work: &Work, width: u16) -> Vec<Placed> {
    let name = |tab: &crate::app::Tab| match tab.screen == work.screens.shown {
        true => format!("‹{}›", tab.name),
        false => tab.name.to_owned(),
    };
    let listed = TABS.iter().filter(|tab| tab.tab || tab.screen == work.screens.shown);
    let all: Vec<(Screen, String)> = listed.map(|tab| (tab.screen, name(tab))).collect();
    let taken: u16 = all.iter().map(|(_, words)| width_of(words) + 2).sum();
    let only = |(screen, _): &(Screen, String)| *screen == work.screens.shown;
    // A screen without a tab is a page of its own: there its name is enough.
    let has_tab = TABS.iter().any(|tab| tab.tab && tab.screen == work.screens.shown);
    let shown: Vec<_> = match has_tab && width >= 98 && taken + TITLE <= width {
        true => all,
        false => all.into_iter().filter(only).collect(),
    };
    let mut column = width;
    let mut placed = Vec::new();
    for (screen, words) in shown.into_iter().rev() {
        column = column.saturating_sub(width_of(&words));
        placed.insert(0, (screen, words, column));
        column = column.saturating_sub(2);
    }
    placed
}

/// Columns that the title and the state of the changes want beside the tabs.
const TITLE: u16 = 44;

/// What was changed, and whether that is saved.
fn state(theme: &Theme, work: &Work, width: u16) -> (String, ratatui::style::Style) {
    let changes = work.session.changes().len();
    let lost = work.session.lost().len();
    let steps = work.session.added().len();
    match (changes + steps, work.session.is_unsaved()) {
        (0, false) if lost == 0 && width < 60 => (String::new(), theme.second),
        (0, false) if lost == 0 && width < 100 => ("nothing changed".to_owned(), theme.second),
        (0, false) if lost == 0 => ("as reported · nothing changed".to_owned(), theme.second),
        (0, true) if lost == 0 => {
            ("● nothing changed any more, not saved".to_owned(), theme.changed)
        }
        (_, unsaved) => {
            let count = match (changes, steps) {
                (0, 0) => "0 changes".to_owned(),
                // Where both are named there is little room.
                (1.., 1) => format!("{}, 1 step", format::changes_and_steps(changes, 0)),
                (1.., 2..) => format!("{}, {steps} steps", format::changes_and_steps(changes, 0)),
                _ => format::changes_and_steps(changes, steps),
            };
            let lost = if lost == 0 { String::new() } else { format!(", {lost} unfit") };
            let saved = if unsaved { "not saved" } else { "saved" };
            (format!("● {count}{lost}, {saved}"), theme.changed)
        }
    }
}

/// The sentences of the screen, or of what lies over it.
pub(super) fn headline(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let [first, second] = match work.over.last() {
        Some(Over::Picker(own)) => {
            let words = match own.lever {
                Some(_) if frame.bar.is_empty() => FIGURES,
                Some(_) => WITH_BAR,
                None => own.help,
            };
            let question = Line::default().strong(own.question.clone());
            [question, Line::default().with(words, Tone::Second)]
        }
        Some(Over::Entry(own)) => entry::headline(work, own),
        _ => return sentences(pen, work, frame),
    };
    pen.line(row_of(frame.headline, 0), &first);
    pen.line(row_of(frame.headline, 1), &second);
}

const FIGURES: &str = "The figures show the row under the cursor. Nothing is kept until Enter.";
const WITH_BAR: &str =
    "The bar and the figures show the row under the cursor. Nothing is kept until Enter.";

fn sentences(pen: &mut Pen<'_>, work: &Work, frame: &Frame) {
    let headline = work.screens.current().headline(&work.session);
    let area = frame.headline;
    if frame.size == Size::Wide {
        let fits = width_of(&headline.first.words()) <= area.width;
        let first = if fits { &headline.first } else { &headline.narrow };
        pen.line(row_of(area, 0), first);
        pen.line(row_of(area, 1), &headline.second);
    } else if area.height < 2 {
        pen.line(row_of(area, 0), &headline.narrow);
    } else {
        let width = usize::from(area.width);
        for (at, words) in (0..).zip(format::wrapped(&headline.narrow.words(), width)) {
            pen.put(row_of(area, at), &[(&words, pen.theme.strong)]);
        }
    }
}

/// The names of the panes, where one is shown at a time.
pub(super) fn panes(pen: &mut Pen<'_>, work: &Work, row: Rect) {
    let room = work.screens.current();
    let mut pieces = Vec::new();
    for (place, name) in room.panes().iter().enumerate() {
        let own = place == room.pane();
        let words = if own { format!("‹{name}›") } else { format!(" {name} ") };
        pieces.push((words, if own { pen.theme.accent } else { pen.theme.second }));
    }
    let pieces: Vec<_> = pieces.iter().map(|(words, style)| (words.as_str(), *style)).collect();
    pen.put(row, &pieces);
}
