//! Filling in what stands beside asks and cuts.

use super::known;
use crate::engine::Area;
use crate::format::{self, Minus};
use crate::model::{Holder, Node, SupportTest};
use crate::money::Share;
use crate::report::Subject;
use crate::report::json::shape::{
    Condition, Council, KnockOn, Partner, Performance, Support, Test,
};

/// The parts of support of a system or body.
pub(super) fn supports(subject: &Subject<'_>, holder: Holder) -> Vec<Support> {
    let parts = subject.now.supports.iter().enumerate();
    let own = parts.filter(|(_, part)| part.holder == holder);
    own.map(|(place, _)| support(subject, place)).collect()
}

fn support(subject: &Subject<'_>, place: usize) -> Support {
    let (words, settings) = (&subject.now.words.supports[place], &subject.now.supports[place]);
    let outcome = &subject.outcome.supports[place];
    let (test, linked) = match settings.test {
        SupportTest::Own => (Test::Own, None),
        SupportTest::System => (Test::System, None),
        SupportTest::Linked(share) => (Test::Linked, Some(percent(share))),
        SupportTest::Signed => (Test::Signed, None),
    };
    Support {
        id: words.id.clone(),
        name: words.name.clone(),
        amount_pence: settings.amount.get(),
        test,
        linked,
        met: outcome.met,
        margin_pence: known(outcome.margin),
        paid_pence: known(outcome.comes_to.paid),
        lost_pence: known(outcome.comes_to.lost()),
        bonus_pence: known(outcome.comes_to.bonus),
        conditions: settings.conditions.clone().map(|at| condition(subject, at)).collect(),
    }
}

fn condition(subject: &Subject<'_>, place: usize) -> Condition {
    let (words, settings) = (&subject.now.words.conditions[place], subject.now.conditions[place]);
    Condition {
        id: words.id.clone(),
        name: words.name.clone(),
        weight: percent(settings.weight),
        met: settings.met,
    }
}

/// What a body pays for performance.
pub(super) fn performances(subject: &Subject<'_>, body: usize) -> Vec<Performance> {
    let all = subject.now.performances.iter().enumerate().filter(|(_, own)| own.body == body);
    let row = |(place, own): (usize, &crate::model::Performance)| {
        let words = &subject.now.words.performances[place];
        Performance {
            id: words.id.clone(),
            name: words.name.clone(),
            amount_pence: own.amount.get(),
            planned: own.planned,
            achieved: own.achieved,
            paid_pence: own.paid().get(),
            kept_pence: (own.amount - own.paid()).get(),
        }
    };
    all.map(row).collect()
}

/// Whoever pays towards a programme beside its body.
pub(super) fn partners(subject: &Subject<'_>, programme: usize) -> Vec<Partner> {
    let row = |place: usize| {
        let (words, outcome) =
            (&subject.now.words.joint_parts[place], subject.outcome.joint_parts[place]);
        Partner {
            id: words.id.clone(),
            name: words.name.clone(),
            matched: subject.now.joint_parts[place].matched,
            refuses: outcome.refused,
            budget_pence: known(outcome.budget),
            lost_pence: known(outcome.lost),
        }
    };
    subject.now.joint_parts_of(programme).map(row).collect()
}

/// The knock-on costs of the file.
pub(super) fn knock_ons(subject: &Subject<'_>) -> Vec<KnockOn> {
    let row = |(place, own): (usize, &crate::model::KnockOn)| {
        let words = &subject.now.words.knock_ons[place];
        KnockOn {
            id: words.id.clone(),
            name: words.name.clone(),
            on: own.on,
            returns: percent(own.returns),
            least: percent(own.between.0),
            most: percent(own.between.1),
            to: own.to.map(|body| subject.now.words.bodies[body].id.clone()),
            next_year: own.next_year,
            cost_pence: subject.outcome.knock_ons[place].get(),
        }
    };
    subject.now.knock_ons.iter().enumerate().map(row).collect()
}

/// What reaches each council's area, and what has no known place; none if the file names none.
pub(super) fn councils(subject: &Subject<'_>) -> Vec<Council> {
    let areas = (0..subject.now.councils.len()).map(Area::Council);
    let rest = (!subject.now.councils.is_empty()).then_some(Area::NotKnown);
    areas.chain(rest).map(|area| council(subject, area)).collect()
}

fn council(subject: &Subject<'_>, area: Area) -> Council {
    let money = area.money(subject.now, subject.outcome);
    let own = if let Area::Council(place) = area { Some(place) } else { None };
    let words = own.map(|place| subject.now.words.of(Node::Council(place)));
    Council {
        id: words.map(|words| words.id.clone()),
        name: words.map_or_else(|| "place not known".to_owned(), |words| words.name.clone()),
        refuses: own.is_some_and(|place| subject.now.councils[place].refuses),
        ask_pence: money.ask.get(),
        reserve_used_pence: money.reserve_used.get(),
        cuts_pence: money.cuts.get(),
        unplaced_pence: money.unplaced.get(),
        not_described_pence: money.not_described.get(),
    }
}

/// A percent as a decimal: `12.5`.
fn percent(share: Share) -> String {
    format::percent(share, Minus::Hyphen).replace(['%', ','], "")
}
