//! The answer in sentences: the first line, whether another comes near, what one share alone says.

use super::words::{
    group_words, how_words, percent_words, share_words, splitter_words, within_words,
};
use super::{Fit, FitLine};
use crate::format::{self, Minus, capital};
use crate::model::{Scenario, Splitter};
use crate::money::Pence;

impl Fit {
    /// The answer in two sentences.
    pub fn answer(&self, scenario: &Scenario) -> [String; 2] {
        let count = self.observed.len();
        let Some(best) = self.lines.first() else {
            return ["No rule can be tried here: nothing is divided.".to_owned(), String::new()];
        };
        if count == 1 {
            return self.answer_to_one(scenario);
        }
        let how = how_words(scenario, &best.how);
        let how = format!(
            "{}{}",
            capital(how.strip_prefix("by ").unwrap_or(&how)),
            self.at(scenario, best)
        );
        let all = match count {
            2 => "both".to_owned(),
            count => format!("all {}", format::count(count)),
        };
        let first = if best.worst_off().is_zero() {
            format!("{how}: {all} to the penny.")
        } else if self.is_near(best) {
            format!("{how}: {all} within {}.", within_words(self, best.worst_off(), Minus::Sign))
        } else {
            let worst = self.observed[best.worst()].node;
            format!(
                "No rule tried comes near {all}. The nearest: {how}, still {} off at {}.",
                within_words(self, best.worst_off(), Minus::Sign),
                scenario.words.of(worst).brief(),
            )
        };
        [first, self.others(&all)]
    }

    /// Whether another line comes as near.
    fn others(&self, all: &str) -> String {
        let tied = self.lines.iter().skip(1).filter(|line| line.tied).count();
        if tied > 0 {
            let lines = format::plural(tied, "other line fits", "other lines fit");
            return format!("{} as well: the figures cannot tell them apart.", capital(&lines));
        }
        let best = self.lines.first().filter(|best| self.is_near(best));
        let next = self.lines.iter().skip(1).map(FitLine::worst_off).min();
        best.zip(next).map_or_else(String::new, |(best, next)| {
            if next < best.worst_off() {
                let worst = within_words(self, next, Minus::Sign);
                return format!("Another is within {worst} of {all}, but further off on average.");
            }
            let unit = self.resolution.get().clamp(1, 100_000);
            let floor = Pence::new(next.get() / unit * unit);
            format!("No other line comes within {} of {all}.", share_words(floor, Minus::Sign))
        })
    }

    /// `with commissioners at 70 %`, or of what else it is.
    fn at(&self, scenario: &Scenario, line: &FitLine) -> String {
        let share = self.share_of_whole(line).map(|share| percent_words(share, Minus::Sign));
        match (self.splitter, share) {
            (Splitter::Group(place), Some(share)) if !line.pot.whole => {
                let name = group_words(scenario, place);
                let name = name.unwrap_or_else(|| "its bodies".to_owned());
                format!(" with {name} at {share}")
            }
            _ => format!(" of {}", format::short(line.pot.amount, Minus::Sign)),
        }
    }

    fn answer_to_one(&self, scenario: &Scenario) -> [String; 2] {
        let share = &self.observed[0];
        let near = self.alone(0).near.len();
        let name = format::possessive(scenario.words.of(share.node).brief());
        let amount = share_words(share.amount, Minus::Sign);
        let lines = format::plural(near, "line comes", "lines come");
        let nearness = percent_words(self.nearness(), Minus::Sign);
        [
            format!("{name} {amount} alone: {lines} within {nearness} of it."),
            format!(
                "One share is too little to tell which rule {} used.",
                splitter_words(scenario, self.splitter)
            ),
        ]
    }
}
