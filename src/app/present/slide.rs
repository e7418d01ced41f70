//! What a slide says: worked out whenever it is drawn, so that no figure can be out of date.

use super::{Bar, Figure, Origin, Present};
use crate::app::councils::in_area;
use crate::app::{Line, Tone};
use crate::engine::{Reading, compute, workings};
use crate::levers::put;
use crate::model::{StoryStep, Telling};
use crate::report::explain::{Asked, working};
use crate::report::{Teller, change_words, large, large_pair};

/// A slide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slide {
    /// The question that it answers.
    pub title: String,
    /// What stands over the number.
    pub caption: String,
    /// The number.
    pub figure: String,
    /// A sentence or two.
    pub say: String,
    /// The bars.
    pub bars: Vec<Bar>,
    /// The what-if in words.
    pub ask: String,
    /// What it does.
    pub effect: Line,
    /// Notes for the speaker.
    pub notes: String,
}

impl Present {
    /// The slide that is shown.
    pub fn slide(&self) -> Slide {
        let step = self.step();
        // What is said of a step is of the step as it begins: a what-if moves the figure, not what
        // somebody said or printed.
        let begun = Teller { now: (self.stage.base(), self.stage.before()), ..self.teller() };
        let say = |telling: &Telling| begun.say(telling);
        let shown = self.shown();
        let found = shown.filter(|own| self.sought == Some(*own));
        let caption = step.caption.as_ref().filter(|_| found.is_none()).map(say);
        Slide {
            title: say(&step.title),
            caption: caption
                .or_else(|| shown.map(|own| own.caption(self.stage.now())))
                .unwrap_or_default(),
            figure: shown.map(|own| large(self.now(own))).unwrap_or_default(),
            say: match (&self.fault, found) {
                (Some(why), _) => format!("This step no longer fits the scenario: {why}"),
                (None, Some(own)) => self.why(own),
                (None, None) => match (&step.say, shown) {
                    (Some(own), _) => say(own),
                    // Of a number that was found while it was made.
                    (None, Some(own)) if self.is_added() => self.why(own),
                    (None, _) => String::new(),
                },
            },
            bars: self.bars(),
            ask: self.ask(),
            effect: shown.map(|own| self.effect(own)).unwrap_or_default(),
            notes: step.notes.as_ref().map(say).unwrap_or_default(),
        }
    }

    /// What the second screen shows: where the talk is, what is said, the notes, what comes next.
    pub fn for_the_speaker(&self) -> String {
        let slide = self.slide();
        let place = format!("{} of {}", self.at + 1, self.steps.len());
        let next = self.steps.get(self.at + 1).map(|(own, _)| self.next_title(own));
        let number = match slide.caption.is_empty() {
            true => String::new(),
            false => format!("{} {}", slide.caption, slide.figure),
        };
        let parts = [
            format!("{place}: {}", slide.title),
            number,
            slide.say,
            slide.notes,
            [slide.ask, slide.effect.words()].join("\n"),
            next.map_or("This is the last step.".to_owned(), |next| format!("Next: {next}")),
        ];
        let parts: Vec<&str> =
            parts.iter().map(|own| own.trim()).filter(|own| !own.is_empty()).collect();
        parts.join("\n\n") + "\n"
    }

    /// The title of a step as it will begin, whatever is tried in this one.
    fn next_title(&self, step: &StoryStep) -> String {
        let mut scenario = self.file.0.clone();
        if step.set.is_empty() || put(&mut scenario, &step.set).is_err() {
            let file = (&self.file.0, &self.file.1);
            return Teller { now: file, was: file }.say(&step.title);
        }
        let outcome = compute(&scenario);
        let was = (&self.file.0, &self.file.1);
        Teller { now: (&scenario, &outcome), was }.say(&step.title)
    }

    pub(super) fn teller(&self) -> Teller<'_> {
        let now = (self.stage.now(), self.stage.after());
        Teller { now, was: (&self.file.0, &self.file.1) }
    }

    fn now(&self, figure: Figure) -> Reading {
        figure.read(self.stage.now(), self.stage.after())
    }

    /// The way to a number in a sentence.
    fn why(&self, figure: Figure) -> String {
        if let Figure::Area(part) = figure {
            return in_area(part.area, &self.stage);
        }
        let worked = workings(self.stage.now());
        let asked = Asked { now: self.stage.now(), worked: &worked, changes: &[], file: "" };
        working(&asked, figure.source()).sentence
    }

    /// What the what-if does to the number, or what ↑ would do.
    fn effect(&self, figure: Figure) -> Line {
        let (scenario, year) = self.before();
        let was = figure.read(scenario, year);
        if self.compares() {
            let behind = if self.stage.is_changed() { "   r puts it back" } else { "" };
            return effect_line((figure, was, self.now(figure)), ("before ", behind));
        }
        let Some(slider) = &self.slider else { return Line::default() };
        if slider.to.is_none() && slider.lever.field.row().kind.is_chosen() {
            return Line::plain("↑↓ choose another one");
        }
        // Where ↑ does nothing ↓ may.
        let ways = [("↑ ", 10), ("↓ ", -10)];
        let ways = if slider.to.is_some() { &ways[..1] } else { &ways[..] };
        let found = ways.iter().find(|(_, way)| self.moves(slider, figure, *way));
        let (arrow, way) = *found.unwrap_or(&ways[0]);
        match self.tried(slider, figure, way) {
            Some(now) => effect_line((figure, was, now), (arrow, "")),
            None => Line::default(),
        }
    }

    /// Whether the step is one that was added here.
    pub fn is_added(&self) -> bool {
        matches!(self.origin(), Origin::Added(_))
    }
}

/// `↑ £478,905 → £501,336 ▲ £22,431 more`.
fn effect_line(
    (figure, was, now): (Figure, Reading, Reading),
    (before, behind): (&str, &str),
) -> Line {
    let turned = figure.turn(was, now);
    let (words, _) = change_words(was, now);
    let [was, now] = large_pair(was, now);
    let line = Line::default().text(before).text(was);
    let Some(more) = turned.is_more else {
        return line.text(" stays the same").with(behind, Tone::Second);
    };
    let tone = match turned.is_worse {
        Some(true) => Tone::Worse,
        Some(false) => Tone::Better,
        None => Tone::Text,
    };
    let sign = if more { "▲" } else { "▼" };
    let line = line.text("  →  ").strong(now).text("  ");
    line.with(format!("{sign} {words}"), tone).with(behind, Tone::Second)
}
