//! A fit for other programs: JSON and CSV. For a reader it is in `text`.

use serde::Serialize;

use super::behind::{Behind, behind};
use super::csv::{finished, guarded};
use super::number::fraction;
use super::{Form, Manner, Unwritten, json, text};
use crate::analysis::{Fit, FitLine, How, Pot, fitted_figures, how_words};
use crate::levers::{Change, Field, Lever, Value, node_path, value_text};
use crate::model::{Node, Scenario};
use crate::money::Share;

/// Fits of one scenario, and which of them is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Fitted<'f> {
    /// The scenario as it stands.
    pub scenario: &'f Scenario,
    /// What differs from its file.
    pub changes: &'f [Change],
    /// The fits, the most telling first.
    pub fits: &'f [Fit],
    /// Which of them.
    pub shown: usize,
}

impl Fitted<'_> {
    /// The fit that is asked for.
    pub fn fit(&self) -> Option<&Fit> {
        self.fits.get(self.shown)
    }

    /// The figures that the fit rests on, as they stand now: what was changed is said to be.
    pub(super) fn figures(&self) -> Vec<Behind<'_>> {
        let Some(fit) = self.fit() else { return Vec::new() };
        let mut all = behind(self.scenario, self.changes);
        let own = fitted_figures(self.scenario, fit);
        all.retain(|figure| {
            own.iter().any(|own| own.path == figure.path && own.field == figure.field)
        });
        all
    }

    /// The paths of the splitters that were not asked for.
    pub(super) fn others(&self) -> Vec<String> {
        let others = self.fits.iter().enumerate().filter(|(at, _)| *at != self.shown);
        others.map(|(_, fit)| node_path(self.scenario, fit.splitter.node())).collect()
    }
}

/// The fit in a form; how text is laid out matters to text alone.
///
/// # Errors
/// If the writer of the form fails, which no fit that can be built brings about.
pub fn render_fit(fitted: &Fitted<'_>, form: Form, manner: Manner) -> Result<String, Unwritten> {
    Ok(match form {
        Form::Text => text::fit(fitted, manner),
        Form::Json => serde_json::to_string_pretty(&shape(fitted)).map(|text| text + "\n")?,
        Form::Csv => csv(fitted)?,
    })
}

#[derive(Serialize)]
struct Shape {
    schema: u32,
    scenario: json::ScenarioHead,
    changes: Vec<json::Changed>,
    fit: Option<Found>,
    others: Vec<String>,
    figures: Vec<json::Figure>,
}

#[derive(Serialize)]
struct Found {
    of: String,
    answer: String,
    whole_pence: i64,
    asked: usize,
    complete: bool,
    resolution_pence: i64,
    observed: Vec<Observed>,
    lines: Vec<Line>,
    alone: Vec<Alone>,
    cannot: Vec<Cannot>,
    trust: Vec<String>,
}

#[derive(Serialize)]
struct Observed {
    path: String,
    name: String,
    amount_pence: i64,
    typed: bool,
}

#[derive(Serialize)]
struct Line {
    rule: String,
    words: String,
    amount_pence: i64,
    share_of_whole: Option<String>,
    amount_is: Vec<&'static str>,
    mean_off_pence: i64,
    share_off: Option<String>,
    tied: bool,
    furthest: String,
    off: Vec<Difference>,
}

#[derive(Serialize)]
struct Difference {
    path: String,
    off_pence: i64,
    share_off: Option<String>,
}

#[derive(Serialize)]
struct Alone {
    path: String,
    within: String,
    lines: Vec<usize>,
}

#[derive(Serialize)]
struct Cannot {
    rule: String,
    why: String,
}

fn shape(fitted: &Fitted<'_>) -> Shape {
    let scenario = fitted.scenario;
    Shape {
        schema: 1,
        scenario: json::head(&scenario.words),
        changes: json::changes(scenario, fitted.changes),
        fit: fitted.fit().map(|fit| answer(scenario, fit)),
        others: fitted.others(),
        figures: json::figures(&fitted.figures()),
    }
}

fn answer(scenario: &Scenario, fit: &Fit) -> Found {
    let observed = fit.observed.iter().map(|share| Observed {
        path: ask_path(scenario, share.node),
        name: scenario.words.of(share.node).name.clone(),
        amount_pence: share.amount.get(),
        typed: share.typed,
    });
    let alone = (0..fit.observed.len()).map(|place| Alone {
        path: ask_path(scenario, fit.observed[place].node),
        within: decimal(fit.nearness()),
        lines: fit.alone(place).near,
    });
    let cannot = fit.cannot.iter().map(|own| Cannot {
        rule: rule_text(scenario, fit, &How::Rule(own.rule.clone())),
        why: own.why.clone(),
    });
    Found {
        of: node_path(scenario, fit.splitter.node()),
        answer: fit.answer(scenario).join(" ").trim_end().to_owned(),
        whole_pence: fit.whole.get(),
        asked: fit.asked,
        complete: fit.complete,
        resolution_pence: fit.resolution.get(),
        observed: observed.collect(),
        lines: fit.lines.iter().map(|own| line(scenario, fit, own)).collect(),
        alone: alone.collect(),
        cannot: cannot.collect(),
        trust: fit.trust(scenario),
    }
}

fn line(scenario: &Scenario, fit: &Fit, own: &FitLine) -> Line {
    let off = (0..own.off.len()).map(|place| Difference {
        path: ask_path(scenario, fit.observed[place].node),
        off_pence: own.off[place].get(),
        share_off: fit.share_off_at(own, place).map(decimal),
    });
    let furthest = fit.observed.get(own.worst()).map(|share| ask_path(scenario, share.node));
    Line {
        rule: rule_text(scenario, fit, &own.how),
        words: how_words(scenario, &own.how),
        amount_pence: own.pot.amount.get(),
        share_of_whole: fit.share_of_whole(own).map(decimal),
        amount_is: pot_is(own.pot),
        mean_off_pence: fit.mean_off(own).get(),
        share_off: fit.share_off(own).map(decimal),
        tied: own.tied,
        furthest: furthest.unwrap_or_default(),
        off: off.collect(),
    }
}

fn ask_path(scenario: &Scenario, node: Node) -> String {
    format!("{}.ask", node_path(scenario, node))
}

/// A rule as it would stand in a file; a lead payer as `lead: 06N`.
fn rule_text(scenario: &Scenario, fit: &Fit, how: &How) -> String {
    match how {
        How::Rule(rule) => {
            let lever = Lever { node: fit.splitter.node(), field: Field::Split };
            value_text(scenario, lever, &Value::Rule(rule.clone()))
        }
        How::Lead(body) => format!("lead: {}", scenario.words.bodies[*body].id),
    }
}

/// Which amount it is: what is divided now, what the shares say, all there is.
fn pot_is(pot: Pot) -> Vec<&'static str> {
    let words = [(pot.present, "present"), (pot.solved, "solved"), (pot.whole, "whole")];
    words.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect()
}

/// A share of one to six decimals: `0.700000`.
fn decimal(share: Share) -> String {
    fraction(i128::from(share.units()), i128::from(Share::UNITS), 6)
}

/// The heads of the columns.
pub(super) const HEADS: [&str; 9] = [
    "rank",
    "rule",
    "amount_pence",
    "share_of_whole",
    "mean_off_pence",
    "tied",
    "path",
    "observed_pence",
    "off_pence",
];

/// A row for each line and published share.
fn csv(fitted: &Fitted<'_>) -> Result<String, ::csv::Error> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADS)?;
    if let Some(fit) = fitted.fit() {
        for (rank, own) in fit.lines.iter().enumerate() {
            for (off, share) in own.off.iter().zip(&fit.observed) {
                writer.write_record([
                    (rank + 1).to_string(),
                    guarded(&rule_text(fitted.scenario, fit, &own.how)),
                    own.pot.amount.get().to_string(),
                    fit.share_of_whole(own).map(decimal).unwrap_or_default(),
                    fit.mean_off(own).get().to_string(),
                    own.tied.to_string(),
                    ask_path(fitted.scenario, share.node),
                    share.amount.get().to_string(),
                    off.get().to_string(),
                ])?;
            }
        }
    }
    finished(writer)
}
