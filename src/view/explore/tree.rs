//! “Who is asked”: the tree with what each is asked for.

use ratatui::layout::Rect;

use super::widths::Widths;
use crate::app::explore::{Explore, Pane, TreeRow};
use crate::app::{Tone, Work};
use crate::view::list::List;
use crate::view::pen::{Pen, after, row_of};
use crate::view::widgets::{Columns, fit, width_of};

/// Which columns of figures there is room for, and how wide they are.
#[derive(Clone, Copy)]
struct Heads {
    changed: bool,
    wide: bool,
    residents: bool,
    widths: Widths,
}

impl Heads {
    /// The words over the figures, and shorter ones where a filter and an order need the room.
    fn words(self) -> [String; 2] {
        let change = self.widths.over_change("change");
        let [before, now] = ["before", "now"].map(|words| self.widths.over_amount(words));
        match (self.changed, self.wide) {
            (true, true) => {
                let short = format!("{before}{now}{change}").trim_start().to_owned();
                [format!("£m {before}{now}{change}"), short]
            }
            (true, false) => [format!("now £m {change}"), format!("now{change}")],
            (false, true) if self.residents => {
                ["ask £m £ a resident".to_owned(), "ask £m £ a resident".to_owned()]
            }
            (false, true) => ["ask £m £ a head".to_owned(), "ask £m £ a head".to_owned()],
            (false, false) => ["ask £m".to_owned(), "£m".to_owned()],
        }
    }
}

pub(super) fn draw(pen: &mut Pen<'_>, work: &Work, area: Rect) {
    let focused = work.screens.explore.focus == Pane::Tree && work.over.is_empty();
    let rows = work.screens.explore.tree(&work.session);
    let heads = Heads {
        changed: work.session.is_changed(),
        wide: area.width >= 50,
        residents: work.session.now().counts_residents(),
        widths: Widths::of(rows.iter().map(|row| row.figure)),
    };
    let (title, words) = title(&work.screens.explore, heads, area.width);
    pen.heading(row_of(area, 0), (&title, &words), focused);
    list(work, &rows, area).draw(pen, focused, |pen, place, line| {
        let own = &rows[place];
        draw_row(pen, own, (line, heads, own.node == work.screens.explore.node));
    });
}

/// The heading: a filter and an order are said; for them the pane's name gives way first, then the
/// unit of the figures.
fn title(explore: &Explore, heads: Heads, width: u16) -> (String, String) {
    let [long, short] = heads.words();
    let said: Vec<&str> = [explore.filter.brief(), explore.order.brief()].into();
    let said: Vec<&str> = said.into_iter().filter(|words| !words.is_empty()).collect();
    if said.is_empty() {
        return ("Who is asked".to_owned(), long);
    }
    let said = said.join(", ");
    let brief = said.trim_start_matches("what ").to_owned();
    let ways = [
        (format!("Who is asked: {said}"), &long),
        (format!("Who: {said}"), &long),
        (said, &long),
        (brief.clone(), &long),
        (brief.clone(), &short),
    ];
    let fits = |(title, words): &(String, &String)| width_of(title) + width_of(words) < width;
    let fitting = ways.into_iter().find(fits);
    fitting.map_or((brief, String::new()), |(title, words)| (title, words.clone()))
}

/// The rows as a list.
pub(super) fn list(work: &Work, rows: &[TreeRow], area: Rect) -> List {
    let node = work.screens.explore.node;
    let selected = rows.iter().position(|row| row.node == node).unwrap_or(0);
    List { area, length: rows.len(), selected }
}

fn draw_row(pen: &mut Pen<'_>, row: &TreeRow, (line, heads, selected): (Rect, Heads, bool)) {
    let mut columns = Columns::new(line);
    let strong = row.is_pool || selected;
    let figure = if strong { pen.theme.strong } else { pen.theme.text };
    let known = |words: &str| if words == "[x]" { pen.theme.faint } else { figure };
    if heads.changed {
        let (words, tone) = row.figure.change_column();
        let style = pen.style(tone);
        columns.put(pen.buffer, heads.widths.change, (&words, style));
        let now = row.figure.now_column();
        columns.put(pen.buffer, heads.widths.amount, (&now, known(&now)));
        if heads.wide {
            let before = row.figure.before_column();
            columns.put(pen.buffer, heads.widths.amount, (&before, pen.theme.second));
        }
    } else {
        if heads.wide {
            let gap = if row.is_gap { "gap" } else { "" };
            let words = row.per_head.clone().unwrap_or_else(|| gap.to_owned());
            let style = if words.starts_with('[') { pen.theme.faint } else { pen.theme.second };
            columns.put(pen.buffer, if heads.residents { 13 } else { 9 }, (&words, style));
        }
        let now = row.figure.now_column();
        columns.put(pen.buffer, heads.widths.amount, (&now, known(&now)));
    }
    let narrow = !heads.wide;
    if !heads.changed && !heads.wide {
        columns.skip(1);
    }
    // A share gives way first; what a stance says does not.
    let is_share = row.suffix.ends_with('%');
    let mut suffix = if narrow && is_share { String::new() } else { row.suffix.clone() };
    if row.is_gap && (heads.changed || !heads.wide) {
        suffix = match (heads.changed, narrow) {
            (true, true) => String::new(),
            (true, false) => ", gap".to_owned(),
            (false, _) => " gap".to_owned(),
        };
    }
    let guides = if narrow {
        row.guides.replace("│ ", "│").replace("  ", " ")
    } else {
        row.guides.clone()
    };
    name(pen, row, (columns.rest(), &guides, suffix, strong));
}

fn name(
    pen: &mut Pen<'_>,
    row: &TreeRow,
    (place, guides, suffix, strong): (Rect, &str, String, bool),
) {
    let place = after(place, 1);
    let is_top = row.is_pool && row.guides.is_empty();
    let fold = match row.open {
        _ if is_top => "",
        Some(true) => "▾",
        Some(false) => "▸",
        None => " ",
    };
    let taken = width_of(guides) + width_of(fold);
    // What a name carries gives way to the name; that it refuses or is exempt does not.
    let fits = width_of(&row.name) + width_of(&suffix) + taken <= place.width;
    let suffix = if suffix.starts_with(" carries") && !fits { "" } else { &*suffix };
    // The comma goes before a letter of the name does.
    let least = width_of(&row.short.replace(" and ", " & ")) + width_of(suffix) + taken;
    let bare = suffix.replacen(", ", " ", 1);
    let suffix = if least > place.width { &*bare } else { suffix };
    let room = place.width.saturating_sub(taken + width_of(suffix));
    let words = shortened((&row.name, &row.short), room);
    let style = if strong { pen.theme.strong } else { pen.style(Tone::Text) };
    pen.put(
        place,
        &[
            (guides, pen.theme.faint),
            (fold, pen.theme.second),
            (&words, style),
            (suffix, pen.theme.second),
        ],
    );
}

/// A name that fits: whole, with & for and, with NE for North East, the short name; at last cut.
pub(in crate::view) fn shortened((name, short): (&str, &str), room: u16) -> String {
    let ampersand = name.replace(" and ", " & ");
    let mut compass = ampersand.clone();
    for (words, letters) in
        [("North East", "NE"), ("North West", "NW"), ("South East", "SE"), ("South West", "SW")]
    {
        compass = compass.replace(words, letters);
    }
    let least = short.replace(" and ", " & ");
    let ways = [name, &ampersand, &compass, short, &least];
    let fitting = ways.into_iter().find(|words| width_of(words) <= room);
    fitting.map_or_else(|| fit(&least, room), str::to_owned)
}
