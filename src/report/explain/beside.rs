//! The words of numbers that are no outcome measure: of the years after, of an area, of sums, of a
//! partner's money, of burdens.

use super::amount::Amount;
use super::words::{name as named, noun, owner};
use crate::engine::{AreaPart, Bearing, BurdenOf, Due, InYear, Source};
use crate::format::{capital, possessive};
use crate::levers::{Field, Lever};
use crate::model::{Node, Scenario};
use crate::report::{area_words, lens_words};

/// A number by name: `what Thurrock is still owed at the end of 2022/23`.
pub(super) fn name(scenario: &Scenario, source: Source) -> String {
    match source {
        Source::Year(own) => format!("what {}", in_year(scenario, own)),
        Source::Here(AreaPart { area, of: Some(node), id }) => {
            let whole = named(scenario, Source::Outcome(node, id));
            format!("the part of {whole} in {}", area_words(scenario, area))
        }
        Source::Here(AreaPart { area, of: None, id }) => {
            let of = match id {
                "ask" => "what is asked of bodies",
                "cut" => "what programmes lose",
                "reserve_used" => "what reserves cover",
                "unplaced" => "what found no place",
                _ => "what nobody described",
            };
            format!("the part of {of} in {}", area_words(scenario, area))
        }
        Source::Residents(node, council) => {
            let whose = possessive(&owner(scenario, node));
            format!("share of {whose} people with {}", scenario.words.councils[council].name)
        }
        Source::All(node, id) => {
            let parts = if matches!(node, Node::System(_)) { "bodies" } else { "systems" };
            let whose = possessive(&owner(scenario, node));
            format!("{whose} {}, all {parts} together", noun(node, id))
        }
        Source::Tested(place) => {
            format!("what “{}” adds up", scenario.words.key_tests[place].words.name)
        }
        Source::Pays(place) => format!("what {} in the year", paying(scenario, place)),
        Source::PaysNoMore(place) => format!("what goes of what {}", paying(scenario, place)),
        Source::Burden(own) => burden(scenario, own),
        _ => String::new(),
    }
}

/// What a number of the years after says: `Thurrock is still owed at the end of 2022/23`.
fn in_year(scenario: &Scenario, own: InYear) -> String {
    let year = own.year;
    let is_pool = matches!(own.node, Node::Nation | Node::Region(_));
    let who = if is_pool { String::new() } else { owner(scenario, own.node) + " " };
    match own.what {
        Due::Contributed if is_pool => format!("is contributed in {year}"),
        Due::Contributed => format!("{who}contributes in {year}"),
        Due::Promised => format!("{who}is promised back in {year}, in equal parts"),
        Due::PromisedByThen => format!("{who}is promised back by the end of {year}"),
        Due::Repaid => format!("{who}is repaid in {year}"),
        Due::RepaidByThen => format!("{who}is repaid by the end of {year}"),
        Due::Owed => format!("{who}is still owed at the end of {year}"),
        Due::Fallback => format!("{who}is asked in {year} if {}", not_repaid(scenario, own.node)),
        Due::FallbackPart => {
            format!("{who}is given by the rule if {}", not_repaid(scenario, own.node))
        }
        Due::OpenAgain => format!("was saved once and is to be found again in {year}"),
    }
}

/// “Herts Valleys is not repaid in full”, of the lead of a body's group.
fn not_repaid(scenario: &Scenario, node: Node) -> String {
    let lead = match node {
        Node::Body(place) => scenario.groups[scenario.bodies[place].group].lead,
        _ => None,
    };
    let lead = match lead.map(Node::Body) {
        Some(lead) if lead != node => owner(scenario, lead),
        _ => "it".to_owned(),
    };
    format!("{lead} is not repaid in full")
}

fn paying(scenario: &Scenario, place: usize) -> String {
    let towards = owner(scenario, Node::Programme(scenario.joint_parts[place].programme));
    format!("{} pays towards {towards}", owner(scenario, Node::JointPart(place)))
}

fn burden(scenario: &Scenario, own: BurdenOf) -> String {
    let lens = scenario.measures.measure(own.column).map_or_else(String::new, lens_words);
    match own.what {
        Bearing::Of(node) => format!("{} burden in {lens}", possessive(&owner(scenario, node))),
        Bearing::Whole => format!("the burden of all together in {lens}"),
        Bearing::Ratio => format!("the highest burden ÷ the lowest, in {lens}"),
        Bearing::Difference => format!("the highest burden less the lowest, in {lens}"),
        Bearing::Gini => format!("the Gini coefficient of burdens in {lens}"),
    }
}

/// How a number comes about, in a few words behind its name; empty where the calculation says it.
pub(super) const fn how(source: Source) -> &'static str {
    match source {
        Source::Year(own) => match (own.what, own.node) {
            (Due::Contributed | Due::Fallback | Due::OpenAgain, _) => "",
            (Due::Promised | Due::Repaid, _) => "what has come by its end less what came before",
            (Due::PromisedByThen | Due::RepaidByThen, Node::Nation | Node::Region(_)) => {
                "in equal parts; the last pennies come last"
            }
            (Due::PromisedByThen | Due::RepaidByThen, _) => {
                "in proportion to what each contributed"
            }
            (Due::Owed, _) => "what was contributed less what is repaid",
            (Due::FallbackPart, _) => "what is not repaid, split by the group’s own rule",
        },
        Source::Here(AreaPart { of: Some(_), .. }) => "by the share of its people who live there",
        Source::PaysNoMore(_) => "it withdraws as far as the programme is cut",
        Source::Burden(BurdenOf { what: Bearing::Gini, .. }) => {
            "1 less twice the area below the Lorenz curve, the lowest burden first"
        }
        Source::Burden(BurdenOf { what: Bearing::Of(_) | Bearing::Whole, .. }) => {
            "what is asked for each one"
        }
        _ => "",
    }
}

/// What a page asks: `Why is Thurrock still owed £478,904.64 at the end of 2022/23?`
pub(super) fn question(scenario: &Scenario, source: Source, value: &Amount) -> Option<String> {
    let Source::Year(own) = source else { return None };
    let Some(pence) = value.pence else {
        return Some(format!("{} is not known", capital(&name(scenario, source))));
    };
    let amount = value.with_unit();
    let is_pool = matches!(own.node, Node::Nation | Node::Region(_));
    let who = if is_pool { amount.clone() } else { owner(scenario, own.node) };
    let what = if is_pool { String::new() } else { format!(" {amount}") };
    let year = own.year;
    Some(match own.what {
        Due::Contributed if is_pool => format!("Why is {amount} contributed in {year}?"),
        Due::Contributed => format!("Why does {who} contribute {amount} in {year}?"),
        Due::Promised => format!("Why is {who} promised{what} back in {year}?"),
        Due::PromisedByThen => format!("Why is {who} promised{what} back by the end of {year}?"),
        Due::Repaid => format!("Why is {who} repaid{what} in {year}?"),
        Due::RepaidByThen => format!("Why is {who} repaid{what} by the end of {year}?"),
        Due::Owed => format!("Why is {who} still owed{what} at the end of {year}?"),
        Due::Fallback | Due::FallbackPart => {
            let verb = if pence < crate::money::Pence::ZERO { "relieved of" } else { "asked for" };
            let amount = amount.trim_start_matches('−');
            let lead = not_repaid(scenario, own.node);
            format!("Why is {who} {verb} {amount} in {year} if {lead}?")
        }
        Due::OpenAgain => format!("Why is {amount} to be found again in {year}?"),
    })
}

/// Who takes a penny of a split that this number is a part of.
pub(super) fn whose(scenario: &Scenario, source: Source) -> String {
    match source {
        Source::Outcome(node, _) | Source::Year(InYear { node, .. }) => {
            scenario.words.of(node).brief().to_owned()
        }
        Source::Here(own) => area_words(scenario, own.area),
        _ => String::new(),
    }
}

/// The lever whose figure is missing where a number is not known.
pub(super) const fn hangs_on(source: Source) -> Option<Lever> {
    match source {
        Source::Year(own) => Some(Lever { node: own.pool, field: Field::Repaid }),
        Source::Pays(place) => {
            Some(Lever { node: Node::JointPart(place), field: Field::AnnualCost })
        }
        _ => None,
    }
}
