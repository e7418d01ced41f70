//! The outcome in a few sentences: who is short, who is asked, what is left uncovered.

use super::Subject;
use crate::engine::{Role, SystemOutcome};
use crate::format::{Minus, capital, count, in_words, list, plural};
use crate::money::Pence;

/// The sentences, amounts rounded for reading.
pub fn headline(subject: &Subject<'_>, minus: Minus) -> Vec<String> {
    let systems = subject.now.words.systems.iter().zip(&subject.outcome.systems);
    let names = |role: Role| -> Vec<(&str, &SystemOutcome)> {
        let named = systems.clone().map(|(words, outcome)| (words.name.as_str(), outcome));
        named.filter(|(_, outcome)| outcome.role == role).collect()
    };
    let short = names(Role::Receives);
    let mut sentences = vec![short_of(&short, minus)];
    sentences.extend(own_bodies(&short, minus));
    let asked: Vec<(&str, &SystemOutcome)> = systems
        .clone()
        .map(|(words, outcome)| (words.name.as_str(), outcome))
        .filter(|(_, outcome)| !outcome.contribution.is_zero())
        .collect();
    sentences.extend(asked_for(&asked, minus));
    let sum = |of: fn(&crate::engine::PoolOutcome) -> Pence| -> Pence {
        subject.outcome.pools.iter().map(of).sum()
    };
    let uncovered = sum(|pool| pool.uncovered);
    if !uncovered.is_zero() {
        sentences.push(format!("{} is left uncovered.", in_words(uncovered, minus)));
    }
    let unplaced = sum(|pool| pool.unplaced);
    if !unplaced.is_zero() {
        sentences.push(format!("For {} no payer is found.", in_words(unplaced, minus)));
    }
    sentences
}

fn short_of(receivers: &[(&str, &SystemOutcome)], minus: Minus) -> String {
    let gap = receivers.iter().filter_map(|(_, outcome)| outcome.gap).sum();
    let gap = in_words(gap, minus);
    match receivers {
        [] => "No system needs help with its control total.".to_owned(),
        // A gap that a source states alone: there is no control total to miss.
        [(name, only)] if only.target.is_none() => format!("{name} has a gap of {gap}."),
        [(name, _)] => format!("{name} plans to miss its control total by {gap}."),
        many => {
            let names: Vec<&str> = many.iter().map(|(name, _)| *name).collect();
            let names = match names.len() {
                ..=4 => list(&names),
                number => format!("{} systems", capital(&count(number))),
            };
            if many.iter().any(|(_, outcome)| outcome.target.is_none()) {
                return format!("{names} have gaps of {gap} in all.");
            }
            format!("{names} plan to miss their control totals by {gap} in all.")
        }
    }
}

/// What systems that are short ask of their own bodies.
fn own_bodies(receivers: &[(&str, &SystemOutcome)], minus: Minus) -> Option<String> {
    let recovery: Pence = receivers.iter().map(|(_, outcome)| outcome.recovery).sum();
    let whose = if receivers.len() == 1 { "Its" } else { "Their" };
    let asked = in_words(recovery, minus);
    (!recovery.is_zero()).then(|| format!("{whose} bodies are asked for {asked}."))
}

fn asked_for(asked: &[(&str, &SystemOutcome)], minus: Minus) -> Option<String> {
    let amounts = || asked.iter().map(|(_, outcome)| outcome.contribution);
    let (least, most) = (amounts().min()?, amounts().max()?);
    let who = match asked {
        [(name, _)] => return Some(format!("{name} is asked for {}.", in_words(most, minus))),
        many => capital(&plural(many.len(), "system", "systems")),
    };
    let (low, high) = (in_words(least, minus), in_words(most, minus));
    // Each within a penny of the others is the same amount.
    if most - least <= Pence::new(1) {
        return Some(format!("{who} are each asked for {high}."));
    }
    let sum = in_words(amounts().sum(), minus);
    Some(format!("{who} are asked for {sum}, from {low} to {high} each."))
}
