//! What a step says in plain words: one row for each number there is.

use super::beside;
use crate::engine::{Outcome, OutcomeMeasure, Role, Source};
use crate::format::{self, Minus, capital, count, possessive};
use crate::levers::{Field, Lever, Reader, whose};
use crate::model::{
    Absorption, Node, Offset, Protection, Recovery, Scenario, Splitter, Stance, rule_has,
};
use crate::money::Pence;
use crate::split::Rule;

/// A step in plain words, whole and for narrow places.
pub(super) fn step(scenario: &Scenario, outcome: &Outcome, source: Source) -> [String; 2] {
    match source {
        Source::Outcome(node, id) => {
            let words = Words { scenario, outcome };
            let whole = match node {
                Node::Group(_) => scenario.words.of(node).name.clone(),
                _ => owner(scenario, node),
            };
            [whole, short(scenario, node)].map(|name| capital(&words.of(node, id, &name)))
        }
        other => {
            let name = capital(&name(scenario, other));
            match beside::how(other) {
                "" => [name.clone(), name],
                how => [format!("{name}: {how}"), name],
            }
        }
    }
}

/// Why somebody is asked for nothing, if that has a reason.
pub(super) fn not_asked(scenario: &Scenario, outcome: &Outcome, source: Source) -> Option<String> {
    let Source::Outcome(node, id @ ("ask" | "contribution")) = source else { return None };
    let why = Words { scenario, outcome }.not_asked(node, id)?;
    Some(format!("{} {why}", capital(&owner(scenario, node))))
}

/// A number by name: `Thurrock’s ask`, `Mid Essex: opening allocation`.
pub(in crate::report) fn name(scenario: &Scenario, source: Source) -> String {
    let owner = |node: Node| possessive(&owner(scenario, node));
    match source {
        Source::Outcome(node @ Node::Support(_), id @ ("paid" | "lost")) => {
            format!("what is {id} of {}", self::owner(scenario, node))
        }
        Source::Outcome(node, id) => format!("{} {}", owner(node), noun(node, id)),
        Source::Lever(lever) | Source::Limit(lever) => {
            format!("{} {}", owner(lever.node), field(scenario, lever))
        }
        Source::Size(node, column) | Source::Weight(node, column) => {
            let words = scenario.measures.measure(column).map_or("size", |own| own.words.as_str());
            format!("{} {words}", owner(node))
        }
        Source::NoBody(place) => {
            format!("what no body of {} is asked for", owner(Node::System(place)))
        }
        Source::Capacity(node) => format!("what {} can bear", self::owner(scenario, node)),
        Source::Gap(node) => format!("{} own gap", owner(node)),
        Source::Baseline(node) => format!("{} allocation", owner(node)),
        Source::Target(node) => format!("{} fair-shares target", owner(node)),
        Source::Saved(place) => {
            format!("what {} saves", self::owner(scenario, Node::Saving(place)))
        }
        Source::Together(_) => "together".to_owned(),
        Source::Notional => {
            "the amount at which the shares, held within caps and floors, add up".to_owned()
        }
        Source::Edge => "where the layer or band ends".to_owned(),
        Source::LeftOfCap(node) => format!("what earlier layers leave of {} cap", owner(node)),
        Source::Year(_)
        | Source::Here(_)
        | Source::Residents(..)
        | Source::All(..)
        | Source::Tested(_)
        | Source::Pays(_)
        | Source::PaysNoMore(_)
        | Source::Burden(_) => beside::name(scenario, source),
    }
}

/// The same for narrow places: `C&P plan`.
pub(in crate::report) fn brief(scenario: &Scenario, source: Source) -> String {
    let owner = |node: Node| whose(scenario, node);
    match source {
        Source::Outcome(node, id) => format!("{} {}", owner(node), noun(node, id)),
        Source::Lever(lever) | Source::Limit(lever) => {
            format!("{} {}", owner(lever.node), field(scenario, lever))
        }
        Source::Size(node, column) | Source::Weight(node, column) => {
            let words = scenario.measures.measure(column).map_or("size", |own| own.words.as_str());
            format!("{} {words}", owner(node))
        }
        other => name(scenario, other),
    }
}

/// A lever’s word without its owner.
fn field(scenario: &Scenario, lever: Lever) -> String {
    match lever.field {
        Field::Measure(column) => {
            scenario.measures.measure(column).map_or_else(String::new, |own| own.words.clone())
        }
        Field::ControlTotal => "control total".to_owned(),
        Field::AnnualCost => "annual cost".to_owned(),
        Field::Percent => "agreed share".to_owned(),
        Field::Fixed => "agreed amount".to_owned(),
        Field::Split => "split rule".to_owned(),
        Field::Protection => "protection".to_owned(),
        Field::Repaid => "share that is repaid".to_owned(),
        Field::Years => "years of repayment".to_owned(),
        other => other.words(scenario),
    }
}

/// What a number is called behind its owner: `ask`, `part of the offset`.
pub(in crate::report) fn noun(node: Node, id: &str) -> String {
    let own = match (node, id) {
        (Node::Nation | Node::Region(_), "covered") => "offset",
        (_, "saved") => "savings",
        (_, "in_year_budget") => "in-year budget",
        (_, "cut_share") => "cut as a share of its budget",
        (_, "ask_per_head" | "ask_per_resident") => "ask a head",
        (_, "uncovered") => "uncovered gap",
        (_, "found") => "sum found",
        (_, "cuts") => "sum of cuts",
        (_, "contributed") => "part of the contribution",
        (_, "not_described") => "part that nobody described",
        (_, "unplaced") => "unplaced amount",
        (_, "against_control_total" | "against_control_totals") => {
            "result against the control total"
        }
        _ => return id.replace('_', " "),
    };
    own.to_owned()
}

/// Whose a number is, as it stands in a sentence.
pub(in crate::report) fn owner(scenario: &Scenario, node: Node) -> String {
    let words = scenario.words.of(node);
    match node {
        Node::Region(_) if words.name == scenario.words.title => words.name.clone(),
        Node::Group(place) => {
            let group = &scenario.groups[place];
            let system = scenario.words.systems[group.system].name.as_str();
            if words.name.is_empty() {
                return system.to_owned();
            }
            format!("{} {}", possessive(system), lower(&words.name))
        }
        Node::Body(_) | Node::Programme(_) => words.brief().to_owned(),
        _ => words.name.clone(),
    }
}

fn short(scenario: &Scenario, node: Node) -> String {
    match node {
        Node::Group(place) => {
            scenario.words.systems[scenario.groups[place].system].brief().to_owned()
        }
        _ => scenario.words.of(node).brief().to_owned(),
    }
}

/// A name inside a sentence: only what is no name of its own begins small.
fn lower(name: &str) -> String {
    let mut chars = name.chars();
    let second_is_small = name.chars().nth(1).is_some_and(char::is_lowercase);
    match chars.next() {
        Some(first) if second_is_small => first.to_lowercase().chain(chars).collect(),
        _ => name.to_owned(),
    }
}

/// A rule in plain words.
pub(super) fn rule(scenario: &Scenario, rule: &Rule) -> String {
    Reader { measures: &scenario.measures.list, children: &[] }.rule_words(rule)
}

struct Words<'a> {
    scenario: &'a Scenario,
    outcome: &'a Outcome,
}

impl Words<'_> {
    fn of(&self, node: Node, id: &str, name: &str) -> String {
        match (node, id) {
            (_, "ask" | "contribution") if self.not_asked(node, id).is_some() => {
                format!("{name} {}", self.not_asked(node, id).unwrap_or_default())
            }
            (Node::System(place), "gap") => self.gap(place, name),
            (Node::Nation | Node::Region(_), "covered") => self.offset(node),
            (Node::System(place), "contribution") => {
                self.over(Splitter::Pool(self.scenario.pool_of(place)), "systems")
            }
            (Node::Group(place), "ask") => self.over_groups(place),
            (Node::Body(place), "ask") => self.over_bodies(place, name),
            (Node::System(place), "recovery") => match self.scenario.systems[place].recover {
                Recovery::Share(share) => {
                    let share = format::percent(share, Minus::Sign);
                    format!("{name} asks its own bodies for {share} of its open gap")
                }
                Recovery::Amount(_) => format!("{name} asks its own bodies for an agreed amount"),
            },
            (Node::Programme(_), "cut") => self.cut(node, name),
            (Node::System(_) | Node::Body(_), "target") if self.is_agreed(node) => {
                format!("{} plan was agreed as its target", possessive(name))
            }
            (Node::Programme(place), "limit") => match self.scenario.programmes[place].protection {
                Protection::Open => format!("{name} can lose what is not yet spent"),
                Protection::AtMost(share) => {
                    let share = format::percent(share, Minus::Sign);
                    format!("{name} can lose at most {share} of its budget")
                }
                Protection::Protected => format!("{name} is protected"),
            },
            _ => plain(node, id, name),
        }
    }

    /// Why somebody is asked for nothing, to follow its name.
    fn not_asked(&self, node: Node, id: &str) -> Option<String> {
        let (stance, amount, above) = match node {
            Node::System(place) => {
                let own = &self.outcome.systems[place];
                let pool = self.scenario.pool_of(place);
                let amount = if id == "contribution" { own.contribution } else { own.ask };
                (self.scenario.systems[place].stance, amount, self.outcome.ask(pool))
            }
            Node::Body(place) => {
                let own = &self.scenario.bodies[place];
                let group = self.outcome.ask(Node::Group(own.group));
                (own.stance, self.outcome.bodies[place].ask, group)
            }
            _ => return None,
        };
        let reason = self.scenario.words.of(node).reason.as_deref();
        let reason = reason.map_or_else(String::new, |why| format!(" ({why})"));
        let lead = match node {
            Node::Body(place) => self.scenario.groups[self.scenario.bodies[place].group].lead,
            _ => None,
        };
        let receives = matches!(node, Node::System(place)
            if self.outcome.systems[place].role == Role::Receives);
        Some(match stance {
            _ if !amount.is_zero() => return None,
            Stance::Refuses => format!("refuses, so nothing is asked of it{reason}"),
            Stance::Exempt => format!("is exempt, so nothing is asked of it{reason}"),
            Stance::Contributes if receives => {
                "has a gap: it receives, and is not asked to contribute".to_owned()
            }
            Stance::Contributes if above.is_none_or(Pence::is_zero) => {
                "is asked for nothing, for nothing is passed on to it".to_owned()
            }
            Stance::Contributes => {
                let carries = self.scenario.words.bodies[lead?].brief();
                format!("is asked for nothing in the year: {carries} carries the whole")
            }
        })
    }

    fn is_agreed(&self, node: Node) -> bool {
        match node {
            Node::System(place) => self.scenario.systems[place].agreed,
            Node::Body(place) => {
                let own = &self.scenario.bodies[place];
                own.agreed || self.scenario.systems[own.system].agreed
            }
            _ => false,
        }
    }

    fn gap(&self, place: usize, name: &str) -> String {
        let system = &self.scenario.systems[place];
        let gap = self.outcome.systems[place].gap.unwrap_or_default();
        match (system.control_total.zip(system.plan), gap.is_zero()) {
            (Some(_), false) => format!("{name} plans to miss its control total"),
            (Some(_), true) => format!("{name} plans to meet its control total: no gap"),
            (None, _) => format!("{name} has this gap: no source gives the two figures behind it"),
        }
    }

    fn offset(&self, node: Node) -> String {
        let Some((pool, out)) = self.scenario.pool(node).zip(self.outcome.pool(node)) else {
            return String::new();
        };
        let rest = match out.uncovered {
            Pence::ZERO => "nothing is left uncovered".to_owned(),
            rest => {
                let said = match node {
                    Node::Region(place) => self.scenario.words.uncovered_notes.get(place),
                    _ => None,
                };
                let said = said.and_then(Option::as_deref);
                let said = said.map_or_else(String::new, |said| format!(": {said}"));
                format!("{} is uncovered{said}", format::exact(rest, Minus::Sign))
            }
        };
        let who = if node == Node::Nation { "The country" } else { "The region" };
        match pool.offset {
            Offset::Amount(_) => format!("{who} passes on a fixed offset; {rest}"),
            Offset::Percent(share) => {
                let share = format::percent(share, Minus::Sign);
                format!("{who} passes on {share} of the need; {rest}")
            }
            Offset::WholeNeed => format!("{who} passes on the whole need; {rest}"),
        }
    }

    /// “Split over five systems: the same amount each”.
    fn over(&self, splitter: Splitter, many: &str) -> String {
        let Some(rule) = self.scenario.rule(splitter) else { return String::new() };
        let mut children = Vec::new();
        self.scenario.payers(splitter, rule, &mut children);
        let words = self::rule(self.scenario, rule);
        let colon = if words.starts_with("in proportion") { "" } else { ":" };
        match children.len() {
            1 => "There is only one to be asked".to_owned(),
            number => format!("Split over {} {many}{colon} {words}", count(number)),
        }
    }

    /// “Mid and South Essex: commissioners find 70 %”.
    fn over_groups(&self, place: usize) -> String {
        let group = &self.scenario.groups[place];
        let splitter = Splitter::System(group.system);
        let system = short_or_whole(self.scenario, group.system);
        let percent = group.terms.percent.filter(|_| {
            let is = |rule: &Rule| matches!(rule, Rule::Percent { .. });
            self.scenario.rule(splitter).is_some_and(|rule| rule_has(rule, is))
        });
        let name = lower(&self.scenario.words.groups[place].name);
        match percent {
            Some(share) => {
                format!("{system}: {name} find {}", format::percent(share, Minus::Sign))
            }
            None => format!("{system}: {}", lower(&self.over(splitter, "groups"))),
        }
    }

    fn over_bodies(&self, place: usize, name: &str) -> String {
        let group = self.scenario.bodies[place].group;
        let own = &self.scenario.groups[group];
        if own.lead == Some(place) && !self.outcome.bodies[place].ask.is_zero() {
            let most = match self.scenario.bodies[place].terms.cap {
                Some(_) => "what its cap allows of the whole",
                None => "the whole",
            };
            return format!("{name} is the lead payer: it carries {most}");
        }
        let kinds = self.scenario.groups[group].bodies.clone();
        let kind = |at: usize| super::super::kind_word(self.scenario, Node::Body(at));
        let first = kind(place);
        let many = if kinds.clone().all(|at| kind(at) == first) { first } else { "bodie" };
        self.over(Splitter::Group(group), &format!("{many}s"))
    }

    fn delays(&self, node: Node) -> bool {
        matches!(node, Node::Programme(place) if self.outcome.programmes[place].delays)
    }

    fn cut(&self, node: Node, name: &str) -> String {
        let Some(Node::Body(body)) = self.scenario.parent(node) else { return String::new() };
        let owner = possessive(self.scenario.words.bodies[body].brief());
        match self.scenario.bodies[body].absorbs {
            Absorption::ProRata => {
                format!("{owner} programmes give in proportion to what each can lose: {name}")
            }
            Absorption::LeastImportantFirst => {
                format!("{owner} least important programmes give first: {name}")
            }
            Absorption::NotYetStartedFirst if !self.delays(node) => {
                format!("{owner} running programmes give what is left: {name}")
            }
            Absorption::NotYetStartedFirst => {
                format!("{owner} programmes that have not started give first: {name}")
            }
            Absorption::Fixed => format!("{owner} programmes give agreed amounts first: {name}"),
        }
    }
}

fn short_or_whole(scenario: &Scenario, system: usize) -> &str {
    &scenario.words.systems[system].name
}

/// What the table of outcome measures says of it.
fn plain(node: Node, id: &str, name: &str) -> String {
    let what = OutcomeMeasure::find(node, id).map_or("", |measure| measure.row.what);
    match id {
        "reserve_used" => format!("{} reserve is used first", possessive(name)),
        _ if name.is_empty() => what.to_owned(),
        _ => format!("{name}: {what}"),
    }
}
