//! What the History screen says in sentences: how far one has come, what Enter would do, why
//! something no longer fits.

use super::{Standing, StepRow, Steps, here, steps};
use crate::app::session::Session;
use crate::app::{Headline, Line, Tone};
use crate::format::{self, Minus, capital};
use crate::levers::Unfit;

impl Steps {
    /// “Three steps are done, the last: C&P plan −£192.4m → −£200m. One was undone.”
    pub fn headline(&self, session: &Session) -> Headline {
        let history = session.history();
        let done = history.steps().iter().filter(|step| step.stands()).count();
        let undone = history.undone().iter().filter(|step| step.stands()).count();
        let unfit = Self::unfit(session).len();
        if done + undone + unfit == 0 {
            let second = "Change a value on Explore: each step then stands here by its words, and \
                          Enter leads back to it.";
            let first = Line::default().strong("Nothing has been changed yet.");
            let narrow =
                Line::default().strong("Nothing has been changed yet; each step will stand here.");
            return Headline { first, second: Line::plain(second), narrow };
        }
        let count = capital(&format::plural(done, "step is", "steps are"));
        let first = match session.next_undo() {
            Some(last) => Line::default().strong(format!("{count} done, the last: {last}.")),
            None => Line::default().strong("Everything stands as the file has it."),
        };
        let undone = match undone {
            0 => String::new(),
            count => capital(&format::plural(count, "step was", "steps were")) + " undone. ",
        };
        let mut second = Line::plain(undone);
        if unfit > 0 {
            let fits = if unfit == 1 { "change no longer fits" } else { "changes no longer fit" };
            let count = capital(&format::count(unfit));
            let words = format!("{count} {fits} the file: kept, see the end. ");
            second = second.with(words, Tone::Warning);
        }
        let second = second.text("Enter goes to any step.");
        Headline { narrow: first.clone(), first, second }
    }

    /// What Enter would do at the cursor.
    pub fn hint(&self, session: &Session) -> Line {
        if let Some(unfit) = self.unfit_in_hand(session) {
            let why = unfit.why.trim_end_matches('.');
            let words = format!("{}: {why}. Kept until the file fits it again.", unfit.path);
            return Line::default().with("✕ ", Tone::Stop).text(words);
        }
        let (at, here) = (self.selected(session), here(session));
        let between = |from: usize, to: usize| {
            steps(session).skip(from).take(to - from).filter(|step| step.stands()).count()
        };
        Line::plain(match at.cmp(&here) {
            std::cmp::Ordering::Less => {
                let count = format::plural(between(at, here), "step is", "steps are");
                format!(
                    "Enter goes back to here. {} then undone; U does it again.",
                    capital(&count)
                )
            }
            std::cmp::Ordering::Equal => {
                let said = "nothing is changed yet. Esc leads to Explore, to change values.";
                let said = match steps(session).next() {
                    None => Line::plain(said),
                    Some(_) => self.headline(session).first,
                };
                return said.in_a_sentence();
            }
            std::cmp::Ordering::Greater => {
                let count = format::plural(between(here, at), "step", "steps");
                format!("Enter does {count} again, up to here.")
            }
        })
    }

    /// The screen line by line, without its headline.
    pub fn sentences(&self, session: &Session) -> Vec<String> {
        let name = session.now().words.of(self.node).brief();
        let mut lines = Vec::new();
        for (place, row) in self.rows(session).iter().enumerate() {
            lines.push(sentence(place, row, name));
        }
        let unfit = Self::unfit(session);
        lines
            .extend(unfit.iter().map(|own| format!("No longer fits, but is kept: {}", words(own))));
        lines
    }
}

/// A change that no longer fits: `CP.plan −192.4m → −200m: no system is called CP`.
pub fn words(unfit: &Unfit) -> String {
    let shown = |text: &str| match text.strip_prefix('"').map(|rest| rest.trim_end_matches('"')) {
        Some(number) => number.replacen('-', "−", 1),
        None => text.to_owned(),
    };
    let from = shown(&unfit.from);
    let to = if unfit.is_as_in_file() { "as the file has it".to_owned() } else { shown(&unfit.to) };
    format!("{} {from} → {to}: {}", unfit.path, unfit.why)
}

/// `2. C&P plan −£192.4m → −£200m (undone): Thurrock’s ask £478,905 → £501,336.`
fn sentence(place: usize, row: &StepRow, name: &str) -> String {
    let standing = match (row.standing, row.is_here) {
        (Standing::Undone, _) => " (undone)",
        (Standing::Unfit, _) => " (no longer fits)",
        (_, true) => " (stands now)",
        _ => "",
    };
    let exact = |amount| format::whole_pounds(amount, Minus::Sign);
    let whose = format::possessive(name);
    let ask = match row.ask {
        Some(figure) => match (figure.before, figure.now) {
            (Some(before), Some(now)) if before != now => {
                format!(": {whose} ask {} → {}", exact(before), exact(now))
            }
            (_, Some(now)) => format!(": {whose} ask {}", exact(now)),
            _ => String::new(),
        },
        None => String::new(),
    };
    format!("{place}. {}{standing}{ask}.", row.words)
}
