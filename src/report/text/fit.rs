//! Which rule meets the published shares, for a reader: the answer, the lines, what to make of them.

use super::Manner;
use super::page::{Page, Side, Table};
use crate::analysis::{
    Fit, FitLine, how_words, off_words, percent_words, pot_words, share_words, splitter_words,
};
use crate::format::{self, Minus, cut_middle};
use crate::model::Scenario;
use crate::report::Fitted;

/// The words with which it begins.
pub(in crate::report) const FIT_BEGINNING: &str = "fairshare fit: ";

/// Columns of names and figures for each share, and how many shares have room.
const CELL: usize = 9;
const MOST: usize = 5;

/// The fit as text, ending with a line break.
pub(in crate::report) fn fit(fitted: &Fitted<'_>, manner: Manner) -> String {
    let mut page = Page::new(manner);
    let scenario = fitted.scenario;
    page.sentence(&format!("{FIT_BEGINNING}{}", scenario.words.title));
    let Some(fit) = fitted.fit() else {
        page.sentence(NOTHING);
        return page.finish();
    };
    let who = splitter_words(scenario, fit.splitter);
    page.sentence(&format!("Which rule did {who} use? {}", fit.answer(scenario).join(" ")));
    match manner {
        Manner::Tables => table(&mut page, scenario, fit),
        Manner::Plain => plain(&mut page, scenario, fit),
    }
    alone(&mut page, scenario, fit, manner.minus());
    page.head("How far to trust it");
    for note in fit.trust(scenario) {
        page.point(&note);
    }
    page.gap();
    let others = fitted.others();
    if !others.is_empty() {
        page.sentence(&format!("Shares are known of {} too: --of.", format::list(&others)));
    }
    figures(&mut page, fitted);
    page.finish()
}

const NOTHING: &str = "No published share stands in the file, so there is nothing to fit. \
     Add one: --observed ID.ask=480k, with the id of whoever was asked.";

const TIED: &str = "; = as near as the first, as far as the figures can tell";

fn table(page: &mut Page, scenario: &Scenario, fit: &Fit) {
    let minus = Minus::Sign;
    let all = fit.observed.len() <= MOST;
    let shown = if all { fit.observed.len() } else { 0 };
    let names: Vec<String> = fit.observed[..shown]
        .iter()
        .map(|share| cut_middle(scenario.words.of(share.node).brief(), CELL))
        .collect();
    let whole = format!("of {}", format::short(fit.whole, minus));
    let mut heads = vec![("£k", Side::Left), (whole.as_str(), Side::Right)];
    heads.extend(names.iter().map(|name| (name.as_str(), Side::Right)));
    heads.extend([("mean", Side::Right), ("", Side::Right)]);
    if !all {
        heads.push(("furthest off", Side::Left));
    }
    let published = fit.observed[..shown]
        .iter()
        .map(|share| format!("{} ", format::thousands(share.amount, 1, minus)));
    let mut first = vec!["published".to_owned(), String::new()];
    first.extend(published);
    first.resize(heads.len(), String::new());
    let mut rows = vec![first];
    for line in &fit.lines {
        let share = fit.share_of_whole(line).map(|share| percent_words(share, minus));
        let mut row = vec![marked(scenario, line), share.unwrap_or_default()];
        let worst = line.worst();
        row.extend(line.off[..shown].iter().enumerate().map(|(place, off)| {
            let mark = if place == worst && shown > 1 { "◂" } else { " " };
            format!("{}{mark}", format::thousands_of_changes(*off, 1, minus))
        }));
        row.push(format::thousands(fit.mean_off(line), 1, minus));
        row.push(fit.share_off(line).map(|off| percent_words(off, minus)).unwrap_or_default());
        if !all {
            row.push(scenario.words.of(fit.observed[worst].node).brief().to_owned());
        }
        rows.push(row);
    }
    page.table(&Table { heads: &heads, rows });
    let tied = fit.lines.iter().any(|line| line.tied);
    let tied = if tied { TIED } else { "" };
    page.sentence(&format!(
        "Calculated less published, in thousands of pounds; ◂ furthest off; mean: how far off \
         on average, and of what was published{tied}."
    ));
}

/// The rule in words, with a mark if it is tied.
fn marked(scenario: &Scenario, line: &FitLine) -> String {
    let mark = if line.tied { "= " } else { "" };
    format!("{mark}{}", how_words(scenario, &line.how))
}

fn plain(page: &mut Page, scenario: &Scenario, fit: &Fit) {
    let minus = Minus::Hyphen;
    for share in &fit.observed {
        let name = &scenario.words.of(share.node).name;
        let how = if share.typed { "typed" } else { "published" };
        page.head(&format!("{name}: {how} {}.", format::exact(share.amount, minus)));
    }
    page.gap();
    for (rank, line) in fit.lines.iter().enumerate() {
        let off = line.off.iter().zip(&fit.observed).map(|(off, share)| {
            format!("{} {}", scenario.words.of(share.node).brief(), format::exact(*off, minus))
        });
        let off = off.collect::<Vec<_>>().join(", ");
        let worst = fit.observed.get(line.worst()).filter(|_| !line.worst_off().is_zero());
        let worst = worst.map(|share| scenario.words.of(share.node).brief());
        let worst = worst.map_or_else(String::new, |name| format!(", furthest {name}"));
        let tied = if line.tied { " Tied with the first, as far as figures tell." } else { "" };
        page.head(&format!(
            "Line {}: {}, {}: calculated less published {off}; on average {} off{}{worst}.{tied}",
            rank + 1,
            how_words(scenario, &line.how),
            pot_words(fit, line, minus),
            format::exact(fit.mean_off(line), minus),
            fit.share_off(line)
                .map_or_else(String::new, |off| format!(" ({})", percent_words(off, minus))),
        ));
    }
    page.gap();
}

/// What the last share alone would have said.
fn alone(page: &mut Page, scenario: &Scenario, fit: &Fit, minus: Minus) {
    let Some(place) = fit.observed.len().checked_sub(1) else { return };
    let share = &fit.observed[place];
    let alone = fit.alone(place);
    let near = alone.near.iter().map(|at| {
        let line = &fit.lines[*at];
        let off = fit.share_off_at(line, place).unwrap_or_default();
        format!("{} {}", how_words(scenario, &line.how), off_words(off, minus))
    });
    let near = near.collect::<Vec<_>>();
    page.sentence(&format!(
        "With {} alone, {} within {} of {}{}{}.{}",
        scenario.words.of(share.node).brief(),
        format::plural(near.len(), "line lies", "lines lie"),
        percent_words(fit.nearness(), minus),
        share_words(share.amount, minus),
        if near.is_empty() { "" } else { ": " },
        near.join(", "),
        if near.len() > 1 { " Too little to tell." } else { "" },
    ));
}

fn figures(page: &mut Page, fitted: &Fitted<'_>) {
    let figures = fitted.figures();
    if figures.is_empty() {
        return;
    }
    page.head("The figures it rests on");
    for figure in figures {
        let (path, value, word) = (&figure.path, figure.value(), figure.standing().word());
        page.point(&format!("{path} {value}: {word}, {}", figure.source_words()));
    }
}
