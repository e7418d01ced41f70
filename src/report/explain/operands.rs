//! The figures of a step: what each is, how well it is known, where it stands.

use super::Asked;
use super::chain::is_step;
use super::lines::line;
use super::words::{brief, name, rule};
use super::written::{Calculation, calculations, money, number_text};
use crate::engine::{Line, Source};
use crate::format::{self, Minus};
use crate::levers::{Field, Lever, value_text, value_words};
use crate::model::{Figure, Node, Stance, Standing};
use crate::report::behind::source_words;

/// One figure of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operand {
    /// What it is.
    pub source: Source,
    /// The same in words, whole and short.
    pub names: [String; 2],
    /// How much.
    pub value: String,
    /// How well it is known; `None` of one that is worked out, or that the file leaves out.
    pub standing: Option<Standing>,
    /// The source, or the reason.
    pub said: String,
    /// Where it stands: `east-of-england-2019.ron:41`.
    pub place: Option<String>,
    /// What was changed about it, in words.
    pub changed: Option<String>,
    /// Whether it stands in a sum that is shown apart, and not in the calculation itself.
    pub is_other: bool,
    /// Whether it can be followed to a calculation of its own.
    pub worked: bool,
    /// That calculation, where it stands beside the steps.
    pub how: Option<String>,
}

/// The figures of a line, but for the number of the step before it.
pub(super) fn operands(
    asked: &Asked<'_>,
    (source, line): (Source, &Line),
    before: Option<Source>,
) -> Vec<Operand> {
    let mut all = Vec::new();
    let own: Vec<Source> = line.sum.numbers().into_iter().filter_map(|own| own.is).collect();
    for (source, number) in line.sources().into_iter().filter(|(own, _)| Some(*own) != before) {
        let is_other = !own.contains(&source);
        let value = number_text(asked.now, number);
        all.push(Operand { is_other, ..operand(asked, source, value) });
    }
    let direct = all.iter().filter(|own| !own.is_other).count();
    // An agreed share or amount says by itself by which rule it is one.
    let agreed = |own: &Operand| {
        matches!(own.source, Source::Lever(Lever { field: Field::Percent | Field::Fixed, .. }))
    };
    if let Some((splitter, own)) = line.rule.as_ref().filter(|_| !all.iter().any(agreed)) {
        let lever = Lever { node: asked.now.holder_of(*splitter), field: Field::Split };
        let names = [(); 2].map(|()| "split rule".to_owned());
        let own = operand(asked, Source::Lever(lever), rule(asked.now, own));
        // What a share is in proportion to says more than the sizes of the others.
        all.insert(all.len().min(direct), Operand { names, ..own });
    }
    for lever in choices(asked, source, line) {
        let source = Source::Lever(lever);
        if all.iter().all(|own| own.source != source) {
            let value = value_words(asked.now, lever, &lever.get(asked.now));
            all.push(operand(asked, source, value));
        }
    }
    all
}

/// So many partners who are not asked are named.
const NAMED: usize = 6;

/// The choices that a calculation follows from and that are no number in it: how much is passed on,
/// who leads, who refuses or is exempt.
fn choices(asked: &Asked<'_>, source: Source, line: &Line) -> Vec<Lever> {
    let scenario = asked.now;
    let lever = |node, field| Lever { node, field };
    let mut all = Vec::new();
    let Source::Outcome(node, id) = source else { return all };
    match (node, id) {
        (Node::Nation | Node::Region(_), "covered") => all.push(lever(node, Field::Offset)),
        (Node::Body(place), "ask") => {
            let group = scenario.bodies[place].group;
            if scenario.groups[group].lead == Some(place) {
                all.push(lever(Node::Group(group), Field::Lead));
            }
        }
        (Node::System(_) | Node::Body(_), "target") => all.push(lever(node, Field::Agreed)),
        _ => {}
    }
    let left_out = |node: &Node| match *node {
        Node::System(place) => scenario.systems[place].stance != Stance::Contributes,
        Node::Body(place) => scenario.bodies[place].stance != Stance::Contributes,
        _ => false,
    };
    let own = Some(node).filter(|own| matches!(id, "ask" | "contribution") && left_out(own));
    let beside = line.rule.iter().flat_map(|(splitter, _)| children(asked, splitter.node()));
    let stances = own.into_iter().chain(beside.filter(left_out)).take(NAMED);
    all.extend(stances.map(|node| lever(node, Field::Stance)));
    all.retain(|own| own.why_fixed(scenario).is_none());
    all
}

/// Everybody below a node, whether asked or not.
fn children(asked: &Asked<'_>, node: Node) -> Vec<Node> {
    match node {
        Node::Nation | Node::Region(_) => {
            let systems = asked.now.pool(node).map_or(0..0, |pool| pool.systems.clone());
            systems.map(Node::System).collect()
        }
        Node::Group(place) => asked.now.groups[place].bodies.clone().map(Node::Body).collect(),
        _ => Vec::new(),
    }
}

/// One figure with what is known about it.
pub(super) fn operand(asked: &Asked<'_>, source: Source, value: String) -> Operand {
    let lever = lever_of(asked, source);
    let figure = match source {
        Source::Residents(node, council) => residents(asked, node, council),
        _ => {
            lever.and_then(|lever| asked.now.words.figure(lever.node, lever.field.word(asked.now)))
        }
    };
    let change = lever.and_then(|lever| asked.changes.iter().find(|own| own.lever == lever));
    let line = line(asked.now, asked.worked, source);
    let worked = line.is_some();
    let how = line
        .filter(|_| !is_step(source))
        .and_then(|line| calculations(asked.now, &line).first().map(Calculation::text));
    let said = match (figure, worked) {
        (Some(figure), _) => said(asked, figure),
        (None, false) if lever.is_some() => "the file does not give it".to_owned(),
        (None, _) => String::new(),
    };
    Operand {
        source,
        names: [name(asked.now, source), brief(asked.now, source)],
        is_other: false,
        value,
        standing: figure.map(|own| own.standing),
        said,
        place: figure.map(|own| format!("{}:{}", asked.file, own.line)),
        changed: change.map(|own| {
            let text = |value| {
                let text = value_text(asked.now, own.lever, value);
                text.strip_prefix('-').map_or(text.clone(), |size| format!("−{size}"))
            };
            format!("changed from {} to {}", text(&own.from), text(&own.to))
        }),
        worked,
        how,
    }
}

/// The figure of the share of somebody's people who live with one council: they stand in the order
/// of the councils.
fn residents<'a>(asked: &Asked<'a>, node: Node, council: usize) -> Option<&'a Figure> {
    let councils = &asked.now.words.of(node).councils;
    let at = councils.iter().position(|own| own.council == council)?;
    let here = |own: &&Figure| own.node == Some(node) && own.field == "share";
    let all: Vec<&Figure> = asked.now.words.figures.iter().filter(here).collect();
    all.get(at).filter(|_| all.len() == councils.len()).copied()
}

/// The lever that holds a source, if one does.
pub(super) fn lever_of(asked: &Asked<'_>, source: Source) -> Option<Lever> {
    let measure = |node, column| {
        let lever = Lever { node, field: Field::Measure(column) };
        lever.why_fixed(asked.now).is_none().then_some(lever)
    };
    match source {
        Source::Lever(lever) | Source::Limit(lever) => Some(lever),
        Source::Size(node, column) | Source::Weight(node, column) => measure(node, column),
        _ => None,
    }
}

fn said(asked: &Asked<'_>, figure: &Figure) -> String {
    let cited = matches!(figure.standing, Standing::Published | Standing::Reported);
    let source = asked.now.words.source(&figure.source).filter(|_| cited);
    source.map_or_else(|| figure.source.clone(), source_words)
}

/// What was published or reported of a number itself: how much, and how far that is from it.
pub(super) fn observed(
    asked: &Asked<'_>,
    path: &str,
    value: Option<crate::money::Pence>,
) -> Option<String> {
    let own = asked.now.words.observed.iter().find(|own| own.path == path)?;
    let figure = asked.now.words.observed_figure(path)?;
    let apart = (value? - own.amount).abs();
    // What was printed is about what was, not about a what-if.
    let changed = !asked.changes.is_empty();
    let amount = format::whole_pounds(own.amount, Minus::Sign);
    let apart = match apart.is_zero() {
        _ if changed => "before anything was changed here".to_owned(),
        true => "the same".to_owned(),
        false => format!("£{} apart", money(&apart.get().into())),
    };
    Some(format!("{}: {amount} · {apart}", figure.standing.word()))
}
