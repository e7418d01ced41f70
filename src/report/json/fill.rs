//! Filling the shape of the JSON report in from an outcome.

mod bears;
mod beside;
mod figure;

pub(in crate::report) use figure::figures;

use super::shape::{
    Body, BodyKind, Changed, Group, KeyTest, Pool, Programme, Report, Role, ScenarioHead, Status,
    System, Unplaced,
};
use crate::engine::{self, PoolOutcome, Trial};
use crate::levers::{Change, node_path, path_of, value_text};
use crate::model::{self, Holder, Node};
use crate::money::Pence;
use crate::report::{Subject, behind, number, why_unplaced};

pub(super) fn report(subject: &Subject<'_>) -> Report {
    let words = &subject.now.words;
    let pools = subject.outcome.pools.iter().map(|outcome| pool(subject, outcome));
    Report {
        schema: 1,
        scenario: head(words),
        changes: changes(subject.now, subject.changes),
        pools: pools.collect(),
        unplaced: unplaced(subject),
        key_tests: (0..words.key_tests.len()).map(|place| key_test(subject, place)).collect(),
        figures: figures(&behind(subject.now, subject.changes)),
        knock_ons: beside::knock_ons(subject),
        councils: beside::councils(subject),
        fairness: bears::fairness(subject),
    }
}

/// Which scenario it is.
pub(in crate::report) fn head(words: &model::Words) -> ScenarioHead {
    ScenarioHead {
        title: words.title.clone(),
        year: words.year.clone(),
        sha256: words.sha256.clone(),
    }
}

/// What differs from the file, as it would be typed.
pub(in crate::report) fn changes(now: &model::Scenario, changes: &[Change]) -> Vec<Changed> {
    let changed = |change: &Change| Changed {
        path: path_of(now, change.lever),
        from: value_text(now, change.lever, &change.from),
        to: value_text(now, change.lever, &change.to),
    };
    changes.iter().map(changed).collect()
}

fn pool(subject: &Subject<'_>, outcome: &PoolOutcome) -> Pool {
    let systems = subject.now.pool(outcome.node).map(|pool| pool.systems.clone());
    let systems = systems.unwrap_or_default().map(|place| system(subject, place));
    Pool {
        id: subject.now.words.of(outcome.node).id.clone(),
        need_pence: outcome.need.get(),
        reserve_used_pence: outcome.reserve_used.get(),
        offset_pence: outcome.offset.get(),
        uncovered_pence: outcome.uncovered.get(),
        unplaced_pence: outcome.unplaced.get(),
        systems: systems.collect(),
    }
}

fn system(subject: &Subject<'_>, place: usize) -> System {
    let (words, settings) = (&subject.now.words.systems[place], &subject.now.systems[place]);
    let outcome = &subject.outcome.systems[place];
    System {
        id: words.id.clone(),
        name: words.name.clone(),
        role: role(outcome.role),
        control_total_pence: known(settings.control_total),
        plan_pence: known(settings.plan),
        gap_pence: known(outcome.gap),
        savings_pence: outcome.savings.get(),
        recovery_pence: outcome.recovery.get(),
        contribution_pence: outcome.contribution.get(),
        relief_pence: outcome.relief.get(),
        ask_pence: outcome.ask.get(),
        unplaced_pence: outcome.unplaced.get(),
        target_pence: known(outcome.target),
        result_pence: known(outcome.result),
        groups: settings.groups.clone().map(|place| group(subject, place)).collect(),
        support_pence: known(outcome.support.paid),
        support_lost_pence: known(outcome.support.lost()),
        bonus_pence: known(outcome.support.bonus),
        position_pence: known(outcome.position()),
        margin_pence: margin(outcome.result, outcome.target),
        supports: beside::supports(subject, Holder::System(place)),
    }
}

fn group(subject: &Subject<'_>, place: usize) -> Group {
    let id = &subject.now.words.groups[place].id;
    let outcome = &subject.outcome.groups[place];
    let bodies = subject.now.groups[place].bodies.clone();
    Group {
        id: Some(id.clone()).filter(|id| !id.is_empty()),
        ask_pence: outcome.ask.get(),
        unplaced_pence: outcome.unplaced.get(),
        bodies: bodies.map(|place| body(subject, place)).collect(),
    }
}

fn body(subject: &Subject<'_>, place: usize) -> Body {
    let (words, settings) = (&subject.now.words.bodies[place], &subject.now.bodies[place]);
    let outcome = &subject.outcome.bodies[place];
    let programmes = settings.programmes.clone();
    Body {
        id: words.id.clone(),
        name: words.name.clone(),
        kind: kind(settings.kind),
        ask_pence: outcome.ask.get(),
        reserve_used_pence: outcome.reserve_used.get(),
        cuts_pence: outcome.cuts.get(),
        unplaced_pence: (outcome.unplaced + outcome.not_described).get(),
        not_described_pence: outcome.not_described.get(),
        against_control_total_pence: known(outcome.against_control_total),
        relief_pence: known(outcome.relief),
        target_pence: known(outcome.target),
        result_pence: known(outcome.result),
        support_pence: known(outcome.support.paid),
        position_pence: known(outcome.position()),
        measures: measures(subject, place),
        programmes: programmes.map(|place| programme(subject, place)).collect(),
        support_lost_pence: known(outcome.support.lost()),
        bonus_pence: known(outcome.support.bonus),
        margin_pence: margin(outcome.result, outcome.target),
        supports: beside::supports(subject, Holder::Body(place)),
        performances: beside::performances(subject, place),
    }
}

fn measures(subject: &Subject<'_>, place: usize) -> std::collections::BTreeMap<String, String> {
    let measures = &subject.now.measures;
    let columns = (0..).map(crate::split::Column).zip(measures.list.iter());
    let sized = columns.filter_map(|(column, measure)| {
        let size = subject.now.measure(Node::Body(place), column)?;
        Some((measure.id.clone(), number::size(measure, size)))
    });
    sized.collect()
}

fn programme(subject: &Subject<'_>, place: usize) -> Programme {
    let words = &subject.now.words.programmes[place];
    let outcome = &subject.outcome.programmes[place];
    // Of a programme whose cost is not known, nothing that follows from it is.
    let costed = |amount: Pence| outcome.budget.map(|_| amount.get());
    let late = outcome.months_late(&subject.now.programmes[place]);
    Programme {
        id: words.id.clone(),
        name: words.name.clone(),
        in_year_budget_pence: known(outcome.budget),
        limit_pence: costed(outcome.limit),
        cut_pence: costed(outcome.cut),
        released_pence: costed(outcome.released),
        months_late: late.map(|(months, parts)| number::fraction(months, parts, 1)),
        new_start: outcome.new_start.map(|month| month.to_string()),
        status: outcome.status.map(status),
        partners: beside::partners(subject, place),
    }
}

fn unplaced(subject: &Subject<'_>) -> Vec<Unplaced> {
    let all = engine::unplaced(subject.outcome);
    let row = |unplaced: &engine::UnplacedAt| Unplaced {
        // An unnamed group has no path of its own: its system's.
        place: node_path(subject.now, unplaced.node).trim_end_matches('/').to_owned(),
        amount_pence: unplaced.amount.get(),
        reason: why_unplaced(subject.now, unplaced),
    };
    all.iter().map(row).collect()
}

fn key_test(subject: &Subject<'_>, place: usize) -> KeyTest {
    let test = &subject.now.words.key_tests[place];
    // A test that cannot be read is a fault of the file; on the way here it is merely not known.
    let verdict = Trial::read(subject.now, place).ok();
    let verdict = verdict.map(|trial| trial.judge(subject.now, subject.outcome));
    let worst = verdict.and_then(|verdict| verdict.worst);
    KeyTest {
        name: test.words.name.clone(),
        partner: test.partner.clone(),
        passes: verdict.and_then(|verdict| verdict.passes),
        value: worst.and_then(|(_, reading)| number::typed(reading)),
    }
}

fn known(amount: Option<Pence>) -> Option<i64> {
    amount.map(Pence::get)
}

fn margin(result: Option<Pence>, target: Option<Pence>) -> Option<i64> {
    result.zip(target).map(|(result, target)| (result - target).get())
}

fn role(role: engine::Role) -> Role {
    match role {
        engine::Role::Receives => Role::Receives,
        engine::Role::Contributes => Role::Contributes,
        engine::Role::Exempt => Role::Exempt,
        engine::Role::Refuses => Role::Refuses,
    }
}

fn kind(kind: model::BodyKind) -> BodyKind {
    match kind {
        model::BodyKind::Commissioner => BodyKind::Commissioner,
        model::BodyKind::Provider => BodyKind::Provider,
        model::BodyKind::Council => BodyKind::Council,
    }
}

fn status(status: engine::Status) -> Status {
    match status {
        engine::Status::OnTime => Status::OnTime,
        engine::Status::Late => Status::Late,
        engine::Status::NotThisYear => Status::NotThisYear,
        engine::Status::Reduced => Status::Reduced,
        engine::Status::Stops => Status::Stops,
        engine::Status::Protected => Status::Protected,
    }
}
