//! How far to trust a fit: the standing of everything that it rests on, from the file alone.

use std::sync::Arc;

use super::words::{percent_words, rule_words, share_words, within_words};
use super::{Fit, FitLine, How, Observation};
use crate::format::{self, Minus, capital};
use crate::levers::{Field, Lever, Value, node_path, value_text};
use crate::model::{Figure, Measure, Node, Scenario, Splitter, Standing};
use crate::split::Rule;

impl Fit {
    /// What speaks for and against the answer, in sentences, the gravest first.
    pub fn trust(&self, scenario: &Scenario) -> Vec<String> {
        let own = Trust { scenario, fit: self };
        let mut notes = Vec::new();
        if let Some(best) = self.lines.first() {
            notes.extend(own.circle(best));
            notes.extend(own.measure(best));
            notes.push(own.pot(best));
        }
        notes.extend(own.said());
        notes.extend(own.sources());
        notes.extend(own.cannot());
        notes.push(NOT_TRIED.to_owned());
        notes
    }
}

const NOT_TRIED: &str = "Not tried: agreed amounts and percentages, turns, slices, bands and blends. \
     They have figures of their own, and could be made to fit anything.";

/// The figures of the file that a fit rests on: shares, rule, amount, the first line's measure.
pub fn fitted_figures<'s>(scenario: &'s Scenario, fit: &Fit) -> Vec<&'s Figure> {
    let own = Trust { scenario, fit };
    let mut figures: Vec<&Figure> =
        fit.observed.iter().filter_map(|share| own.share_figure(share)).collect();
    figures.extend(own.rule_figure());
    figures.extend(own.pot_figure());
    if let Some(measure) = fit.lines.first().and_then(|line| own.measure_of(line)) {
        figures.extend(own.measure_figures(measure));
    }
    figures
}

struct Trust<'s, 'f> {
    scenario: &'s Scenario,
    fit: &'f Fit,
}

impl<'s> Trust<'s, '_> {
    /// Whether the file's own rule is this one because it fits: then agreement proves nothing.
    fn circle(&self, best: &FitLine) -> Option<String> {
        let stands = self.scenario.rule(self.fit.splitter)?;
        let (what, figure) = match &best.how {
            How::Rule(rule) => ("rule", self.rule_figure().filter(|own| self.is_rule(own, rule))),
            How::Lead(_) => ("lead payer", self.figure(self.fit.splitter.node(), "lead")),
        };
        let Some(figure) = figure else {
            let line = |line: &&FitLine| matches!(&line.how, How::Rule(rule) if **rule == *stands);
            let off = self.fit.lines.iter().find(line)?;
            return Some(format!(
                "The rule that stands here, {}, is {} off on average.",
                rule_words(self.scenario, stands),
                within_words(self.fit, self.fit.mean_off(off), Minus::Sign),
            ));
        };
        let standing = figure.standing;
        Some(match standing {
            Standing::Derived | Standing::Assumed => format!(
                "A circle: the file’s {what} is this one, and is {}: “{}”. That the model meets these \
                 shares does not prove it.",
                standing.word(),
                figure.source,
            ),
            Standing::Published | Standing::Reported => format!(
                "The file’s {what} is this one, {} by {}.",
                standing.word(),
                self.publisher(&figure.source),
            ),
            Standing::Plain => format!("The file’s {what} is this one; it does not say why."),
        })
    }

    /// Whether a figure of the file is this rule. What stands may have been changed since.
    fn is_rule(&self, figure: &Figure, rule: &Arc<Rule>) -> bool {
        let lever = Lever { node: self.scenario.holder_of(self.fit.splitter), field: Field::Split };
        let text = value_text(self.scenario, lever, &Value::Rule(rule.clone()));
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        bare(&text) == bare(&figure.value)
    }

    /// How well the sizes are known by which the first line divides.
    fn measure(&self, best: &FitLine) -> Option<String> {
        let measure = self.measure_of(best)?;
        let figures = self.measure_figures(measure);
        let name = capital(&measure.words);
        let mut counts: Vec<String> = Vec::new();
        for standing in STANDINGS {
            let count = figures.iter().filter(|figure| figure.standing == standing).count();
            if count > 0 {
                let all = if count == figures.len() && count > 1 { "all " } else { "" };
                counts.push(format!("{} for {all}{}", standing.word(), format::count(count)));
            }
        }
        if counts.is_empty() {
            return measure.note.clone();
        }
        let known = format!("{name} is {}.", format::list(&counts));
        Some(match &measure.note {
            Some(note) => format!("{known} {note}"),
            None => known,
        })
    }

    /// Where the amount comes from that the first line divides.
    fn pot(&self, best: &FitLine) -> String {
        let fit = self.fit;
        let amount = format::short(best.pot.amount, Minus::Sign);
        let share = fit.share_of_whole(best).map(|share| percent_words(share, Minus::Sign));
        let part = match share.filter(|_| !best.pot.whole) {
            Some(share) => format!("{share} of {}", format::short(fit.whole, Minus::Sign)),
            None => format!("all of it, {amount}"),
        };
        let first = match (best.pot.solved, fit.complete) {
            (true, true) => {
                let count = format::count(fit.observed.len());
                format!("The {count} published shares add up to exactly {amount}: {part}.")
            }
            (true, false) => format!("{amount} was solved for, to fit best: {part}."),
            (false, _) => format!("{amount} is what is divided now: {part}."),
        };
        let figure = self.pot_figure().filter(|_| best.pot.present);
        let second = figure.map(|figure| match figure.standing {
            Standing::Published | Standing::Reported => {
                let who = self.publisher(&figure.source);
                format!(" In the file that is {} by {who}.", figure.standing.word())
            }
            Standing::Derived | Standing::Assumed => {
                format!(" In the file that is {}: {}.", figure.standing.word(), figure.source)
            }
            Standing::Plain => " The file does not say where that comes from.".to_owned(),
        });
        first + &second.unwrap_or_default()
    }

    /// What the file says of single shares, and which of them were typed.
    fn said(&self) -> Vec<String> {
        let observed = &self.scenario.words.observed;
        let mut said = Vec::new();
        for share in self.fit.observed.iter().filter(|share| !share.typed) {
            let path = self.path(share);
            let own = observed.iter().find(|own| own.path == path);
            if let Some(note) = own.and_then(|own| own.note.as_ref()) {
                let name = format::possessive(self.name(share));
                let amount = share_words(share.amount, Minus::Sign);
                said.push(format!("{name} {amount}: {note}"));
            }
        }
        let typed = self.fit.observed.iter().filter(|share| share.typed);
        let typed: Vec<&str> = typed.map(|share| self.name(share)).collect();
        if !typed.is_empty() {
            said.push(format!("Typed by you, without a source: {}.", format::list(&typed)));
        }
        said
    }

    /// Who published or reported which shares.
    fn sources(&self) -> Option<String> {
        let mut by: Vec<(Standing, &str, Vec<&str>)> = Vec::new();
        for share in &self.fit.observed {
            let Some(figure) = self.share_figure(share) else { continue };
            let name = self.name(share);
            match by.iter_mut().find(|(_, source, _)| *source == figure.source) {
                Some((_, _, names)) => names.push(name),
                None => by.push((figure.standing, &figure.source, vec![name])),
            }
        }
        let said = by.iter().map(|(standing, source, names)| {
            let names = match names.len() {
                0..=5 => format::list(names),
                count => format!("{} of them", format::count(count)),
            };
            format!("{names} {} by {}", standing.word(), self.publisher(source))
        });
        let said = said.collect::<Vec<_>>();
        (!said.is_empty()).then(|| format!("The shares: {}.", said.join("; ")))
    }

    /// The rules that cannot run here, each reason once.
    fn cannot(&self) -> Option<String> {
        let mut by: Vec<(&str, Vec<String>)> = Vec::new();
        for own in &self.fit.cannot {
            let words = rule_words(self.scenario, &own.rule);
            match by.iter_mut().find(|(why, _)| *why == own.why) {
                Some((_, rules)) => rules.push(words),
                None => by.push((&own.why, vec![words])),
            }
        }
        let said = by.iter().map(|(why, rules)| format!("{} ({why})", rules.join(", ")));
        let said = said.collect::<Vec<_>>();
        (!said.is_empty()).then(|| format!("Cannot run here: {}.", said.join("; ")))
    }

    fn name(&self, share: &Observation) -> &'s str {
        self.scenario.words.of(share.node).brief()
    }

    fn path(&self, share: &Observation) -> String {
        format!("{}.ask", node_path(self.scenario, share.node))
    }

    fn share_figure(&self, share: &Observation) -> Option<&'s Figure> {
        let path = self.path(share);
        let own = |figure: &&Figure| figure.field == "amount" && figure.path == path;
        self.scenario.words.figures.iter().find(own).filter(|_| !share.typed)
    }

    /// The figure of a node's field.
    fn figure(&self, node: Node, field: &str) -> Option<&'s Figure> {
        let own = |figure: &&Figure| figure.node == Some(node) && figure.field == field;
        self.scenario.words.figures.iter().find(own)
    }

    fn rule_figure(&self) -> Option<&'s Figure> {
        self.figure(self.scenario.holder_of(self.fit.splitter), "split")
    }

    /// The figure that says how much is divided here.
    fn pot_figure(&self) -> Option<&'s Figure> {
        match self.fit.splitter {
            Splitter::Group(_) => self.figure(self.fit.splitter.node(), "percent"),
            Splitter::Pool(node) => self.figure(node, "offset"),
            Splitter::System(_) => None,
        }
    }

    fn measure_of(&self, line: &FitLine) -> Option<&'s Measure> {
        match &line.how {
            How::Rule(rule) => match **rule {
                Rule::Proportional { by } => self.scenario.measures.measure(by),
                _ => None,
            },
            How::Lead(_) => None,
        }
    }

    fn measure_figures(&self, measure: &Measure) -> Vec<&'s Figure> {
        let nodes = self.fit.observed.iter().map(|share| share.node);
        nodes.filter_map(|node| self.figure(node, &measure.id)).collect()
    }

    /// Who published a source: its title up to the first colon.
    fn publisher(&self, id: &str) -> &'s str {
        let title = self.scenario.words.source(id).map(|source| source.title.as_str());
        title.map_or("a source that is not listed", |title| {
            title.split_once(':').map_or(title, |(publisher, _)| publisher)
        })
    }
}

const STANDINGS: [Standing; 5] = [
    Standing::Published,
    Standing::Reported,
    Standing::Derived,
    Standing::Assumed,
    Standing::Plain,
];
