//! The page of one number.

use super::amount::amount;
use super::chain::{before, chain};
use super::checks::{Check, checks};
use super::effects::{EffectRow, effects, heading};
use super::glossary::{Term, glossary};
use super::notes::{notes, unknown};
use super::operands::{Operand, observed, operand, operands};
use super::question::{because, question};
use super::sentence::{sentence, spoken};
use super::words::{name, step};
use super::written::{Calculation, calculations};
use crate::engine::{OutcomeMeasure, Source, Workings, measure_path};
use crate::format::capital;
use crate::levers::{Change, path_of};
use crate::model::Scenario;

/// What a page is made from.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The scenario as it stands.
    pub now: &'a Scenario,
    /// Its year and how it came about.
    pub worked: &'a Workings,
    /// What differs from the file.
    pub changes: &'a [Change],
    /// What the file is called.
    pub file: &'a str,
}

/// One step on the way to a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The number that it leads to.
    pub source: Source,
    /// The step in plain words, whole and short.
    pub words: [String; 2],
    /// What it comes to: `50,400,000.00`.
    pub amount: String,
    /// Its arithmetic: the calculation itself, then those of sums within it.
    pub calculations: Vec<Calculation>,
    /// The figures in it.
    pub operands: Vec<Operand>,
    /// How it was rounded, what bound, what found no place: each whole and short.
    pub notes: Vec<[String; 2]>,
}

/// Everything there is to say about a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The number.
    pub source: Source,
    /// Its path: `07G.ask`.
    pub path: String,
    /// `Why is Thurrock asked for £478,904.64?`
    pub question: String,
    /// `reported: £480,000 · £1,095.36 apart`
    pub reported: Option<String>,
    /// The last step in a sentence.
    pub because: String,
    /// The steps, from the gap down.
    pub steps: Vec<Step>,
    /// A figure that is not worked out: what the file says of it.
    pub figure: Option<Operand>,
    /// What must add up.
    pub checks: Vec<Check>,
    /// What would change it, the largest change first.
    pub effects: Vec<EffectRow>,
    /// The working in a sentence.
    pub sentence: String,
}

impl Page {
    /// A page that says nothing yet of a number.
    pub const fn blank(source: Source) -> Self {
        Self {
            source,
            path: String::new(),
            question: String::new(),
            reported: None,
            because: String::new(),
            steps: Vec::new(),
            figure: None,
            checks: Vec::new(),
            effects: Vec::new(),
            sentence: String::new(),
        }
    }

    /// What stands over the steps.
    pub fn heading(&self) -> &'static str {
        let gap = |step: &Step| matches!(step.source, Source::Outcome(_, "gap"));
        match self.steps.first() {
            Some(first) if gap(first) => "The working, from the gap down",
            _ => "The working, from the first step down",
        }
    }

    /// What stands over the changes of “What would change it”: `£ change`.
    pub fn change_heading(&self) -> &'static str {
        heading(self.source)
    }

    /// The words that it uses, apart from those of its sources.
    pub fn words(&self) -> Vec<Term> {
        let mut all = vec![self.question.clone(), self.because.clone(), self.sentence.clone()];
        for step in &self.steps {
            all.push(step.words[0].clone());
            all.extend(step.calculations.iter().map(Calculation::text));
            all.extend(step.notes.iter().map(|[whole, _]| whole.clone()));
            all.extend(step.operands.iter().map(|own| own.names[0].clone()));
        }
        glossary(&all.join(" "))
    }
}

/// Explains a number, with what would change it: that computes the year a few times more.
pub fn explain(asked: &Asked<'_>, source: Source) -> Page {
    Page { effects: effects(asked, source), ..working(asked, source) }
}

/// The same without what would change it.
pub fn working(asked: &Asked<'_>, source: Source) -> Page {
    let chain = chain(asked.now, asked.worked, source);
    let mut steps = Vec::new();
    for (at, (own, line)) in chain.iter().enumerate() {
        // What the step before comes to stands right above.
        let before = before(line).filter(|_| at > 0);
        steps.push(Step {
            source: *own,
            words: step(asked.now, &asked.worked.outcome, *own),
            amount: amount(asked, *own).text,
            calculations: calculations(asked.now, line),
            operands: operands(asked, (*own, line), before),
            notes: notes(asked, *own, line),
        });
    }
    let path = path(asked.now, source);
    let value = amount(asked, source);
    let sources: Vec<Source> = chain.iter().map(|(own, _)| *own).collect();
    let mut page = Page {
        source,
        question: question(asked, source, &value),
        reported: observed(asked, &path, value.pence),
        because: because(asked, &chain),
        figure: steps.is_empty().then(|| operand(asked, source, value.with_unit())),
        checks: checks(asked, &sources),
        effects: Vec::new(),
        sentence: sentence(asked, &chain),
        steps,
        path,
    };
    if page.sentence.is_empty() {
        page.sentence =
            format!("{} is {}.", capital(&name(asked.now, source)), spoken(asked, source));
        page.because = unknown(asked, source);
    }
    page
}

/// The path of a number, as it is typed.
fn path(scenario: &Scenario, source: Source) -> String {
    match source {
        Source::Outcome(node, id) => OutcomeMeasure::find(node, id)
            .map_or_else(String::new, |measure| measure_path(scenario, measure)),
        Source::Lever(lever) | Source::Limit(lever) => path_of(scenario, lever),
        _ => String::new(),
    }
}
