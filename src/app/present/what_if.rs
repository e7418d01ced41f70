//! The what-if of a slide: which lever is moved, what that does, what it is compared with.

use super::added::{lever_words, question};
use super::{Figure, Origin, Present, Slider};
use crate::app::explore::{Explore, LeverRow, LeverSort};
use crate::app::nudge::{moves_to, nudge, turned};
use crate::app::session::Session;
use crate::engine::{
    Area, Better, Outcome, OutcomeMeasure, Reading, Unit, compute, first_measure, leads,
    measure_at, measure_path,
};
use crate::format;
use crate::levers::{
    Change, Field, Lever, Refusal, Value, lever_at, moves_of, path_of, put, set_all, stepped,
    value_text, value_words,
};
use crate::model::{Node, Picture, Scenario, Telling, WhatIf};
use crate::report::area_words;

impl Present {
    /// Finds the what-if: the lever that was found, else the step's own, else the first of those that
    /// decide the number whose step moves it.
    pub fn settle(&mut self) {
        self.slider = match (self.lever, &self.step().what_if) {
            (Some(lever), _) => Some(Slider { lever, to: None }),
            (None, Some(own)) if self.sought.is_none() => self.told(own),
            // Who wrote the step wanted none.
            (None, None) if self.sought.is_none() && self.origin() == Origin::Story => None,
            _ => self.deciding(),
        };
    }

    pub(super) fn told(&self, own: &WhatIf) -> Option<Slider> {
        let scenario = self.stage.base();
        let Some(to) = &own.to else {
            return lever_at(scenario, &own.path).ok().map(|lever| Slider { lever, to: None });
        };
        let moves = moves_of(scenario, &[(own.path.clone(), to.clone())]).ok()?;
        let (lever, to) = moves.into_iter().next()?;
        Some(Slider { lever, to: Some(to) })
    }

    fn deciding(&self) -> Option<Slider> {
        let shown = self.shown()?;
        let mut explore = Explore::new(&self.stage);
        explore.show(&self.stage, shown.node(self.stage.now())?);
        let levers = explore.levers(&self.stage);
        // What a programme costs is no question to ask of a room.
        let is_asked =
            |row: &&LeverRow| row.sort == LeverSort::Number && row.lever.field != Field::AnnualCost;
        let mut numbers = levers.iter().filter(is_asked).map(|row| row.lever);
        let lever = numbers.find(|lever| self.is_moved_by(*lever, shown))?;
        Some(Slider { lever, to: None })
    }

    pub(super) fn moves(&self, slider: &Slider, figure: Figure, tenths: i32) -> bool {
        let now = figure.read(self.stage.now(), self.stage.after());
        self.tried(slider, figure, tenths).is_some_and(|tried| tried != now)
    }

    /// The number as an arrow would make it.
    pub(super) fn tried(&self, slider: &Slider, figure: Figure, tenths: i32) -> Option<Reading> {
        let (scenario, outcome) = self.year_with(slider, tenths)?;
        Some(figure.read(&scenario, &outcome))
    }

    /// The year as an arrow would make it.
    fn year_with(&self, slider: &Slider, tenths: i32) -> Option<(Scenario, Outcome)> {
        let (now, base) = (self.stage.now(), self.stage.base());
        let to = match &slider.to {
            Some(to) => to.clone(),
            None if slider.lever.field.row().kind.is_chosen() => self.turned(slider, tenths)?,
            None => stepped(now, base, slider.lever, tenths)?,
        };
        // As the arrow does it: other shares give way.
        let moves = moves_to(&self.stage, slider.lever, to).ok()?;
        let mut scenario = now.clone();
        set_all(&mut scenario, &moves).ok()?;
        let outcome = compute(&scenario);
        Some((scenario, outcome))
    }

    /// The choice after or before, as an arrow would choose it.
    fn turned(&self, slider: &Slider, tenths: i32) -> Option<Value> {
        let mut stage = Session::new(self.stage.now().clone());
        let row = LeverRow::of(&stage, slider.lever);
        turned(&mut stage, &row, (slider.lever.node, tenths < 0))
    }

    /// Moves the what-if; answers whether anything moved.
    ///
    /// # Errors
    /// Why it cannot be moved further.
    pub fn slide_by(&mut self, tenths: i32) -> Result<bool, Refusal> {
        let Some(Slider { lever, to }) = self.slider.clone() else {
            return Err(Refusal::new("There is nothing to move here: / finds a lever."));
        };
        let moves = match to {
            Some(to) => {
                let back = lever.get(self.stage.base());
                moves_to(&self.stage, lever, if tenths > 0 { to } else { back })?
            }
            None => nudge(&mut self.stage, lever, tenths)?,
        };
        if moves.is_empty() {
            return Ok(false);
        }
        self.stage.apply(&moves, false).map(|_| true)
    }

    /// Takes the what-if back.
    pub fn put_back(&mut self) {
        // Nothing to put back is no failure.
        let _ = self.stage.reset_all();
    }

    /// Takes a lever that was found for the what-if.
    ///
    /// One question at a time: what was tried before is put back, so that whatever is seen to change
    /// is this lever's doing. Where it moves nothing of what is shown, a number that it moves is.
    pub fn take_lever(&mut self, lever: Lever) {
        if self.slider.as_ref().is_none_or(|own| own.lever != lever) {
            self.put_back();
        }
        self.lever = Some(lever);
        self.settle();
        if !self.shown().is_some_and(|own| self.is_moved_by(lever, own)) {
            self.sought = self.moved_by(lever).map(Figure::Outcome).or(self.sought);
        }
    }

    /// Whether a lever moves a number, in either direction.
    pub fn is_moved_by(&self, lever: Lever, figure: Figure) -> bool {
        let slider = Slider { lever, to: None };
        [10, -10].iter().any(|way| self.moves(&slider, figure, *way))
    }

    /// Takes over what another version of the talk had found and tried, as far as it is there.
    pub fn take_over(&mut self, other: &Self) {
        let base = other.stage.base();
        let now = self.stage.now();
        self.sought = other.sought.and_then(|figure| match figure {
            Figure::Outcome(own) => {
                let path = measure_path(other.stage.now(), own);
                measure_at(now, &path).ok().map(Figure::Outcome)
            }
            // Places in a list are of one version of the file; names are not.
            Figure::Area(part) => {
                let name = area_words(other.stage.now(), part.area);
                let mut areas = Area::all(now);
                areas.find(|area| area_words(now, *area) == name).map(Figure::of_area)
            }
        });
        self.lever = other.lever.and_then(|lever| lever_at(now, &path_of(base, lever)).ok());
        let tried: Vec<(String, String)> = other
            .stage
            .changes()
            .into_iter()
            .map(|own| (path_of(base, own.lever), value_text(base, own.lever, &own.to)))
            .collect();
        self.put_back();
        self.settle();
        if let Ok(moves) = moves_of(self.stage.base(), &tried) {
            // What does not fit the new version is not tried in it.
            let _ = self.stage.apply(&moves, false);
        }
    }

    /// The first number that a lever moves: of its owner, else of those above it.
    fn moved_by(&self, lever: Lever) -> Option<OutcomeMeasure> {
        let (now, after) = (self.stage.now(), self.stage.after());
        let slider = Slider { lever, to: None };
        let years = [10, -10].map(|way| self.year_with(&slider, way));
        let moves = |own: &OutcomeMeasure| {
            let was = own.read(now, after);
            let mut years = years.iter().flatten();
            was.value.is_some() && years.any(|(scenario, year)| own.read(scenario, year) != was)
        };
        let above = |node: &Node| now.parent(*node);
        let mut numbers = std::iter::successors(Some(lever.node), above).flat_map(|node| {
            // What is neither better nor worse is nobody’s question.
            let is_asked = |own: &OutcomeMeasure| {
                let is_told = matches!(own.row.unit, Unit::Money | Unit::PencePerHead);
                is_told && own.row.better != Better::Neither
            };
            let all = OutcomeMeasure::all(node).filter(is_asked);
            first_measure(now, after, node).into_iter().chain(all)
        });
        numbers.find(moves)
    }

    /// Whether the step begins with its what-if made: its answer was kept.
    pub fn begins_tried(&self) -> bool {
        self.step().what_if.as_ref().is_some_and(|own| own.made && own.to.is_some())
    }

    /// Whether the slide shows a changed world beside the one before: something is tried, or the step
    /// was made here of changes.
    pub fn compares(&self) -> bool {
        self.stage.is_changed() || self.is_of_changes()
    }

    fn is_of_changes(&self) -> bool {
        self.origin() != Origin::Story && !self.step().set.is_empty()
    }

    /// What the slide is compared with: what was before the what-if; of a step that was made here of
    /// changes, the file.
    pub(super) fn before(&self) -> (&Scenario, &Outcome) {
        match self.is_of_changes() && !self.stage.is_changed() {
            true => (&self.file.0, &self.file.1),
            false => (self.stage.base(), self.stage.before()),
        }
    }

    /// The change that the what-if has made, other shares that gave way left out.
    pub(super) fn change(&self) -> Option<Change> {
        let lever = self.slider.as_ref()?.lever;
        self.stage.changes().into_iter().find(|change| change.lever == lever)
    }

    /// The what-if as a question; once something is changed, what that is.
    pub(super) fn ask(&self) -> String {
        let Some(Slider { lever, .. }) = self.slider.clone() else { return self.changed_words() };
        let (base, now) = (self.stage.base(), self.stage.now());
        let own = self.step().what_if.as_ref();
        let told = own.filter(|own| self.told(own) == self.slider);
        match (told, self.change()) {
            (Some(own), Some(change)) if own.to.is_none() => {
                let ask = self.teller().say(&own.ask);
                format!("{ask} Now {}.", value_words(now, lever, &change.to))
            }
            (Some(own), _) => {
                let (changed, ask) = (self.changed_words(), self.teller().say(&own.ask));
                if changed.is_empty() { ask } else { format!("{changed} {ask}") }
            }
            (None, Some(change)) => question(base, &change),
            (None, None) if self.stage.is_changed() => String::new(),
            (None, None) if self.is_of_changes() && self.lever.is_none() => self.changed_words(),
            (None, None) => {
                let was = value_words(base, lever, &lever.get(base));
                format!("What if {} were not {}?", lever_words(base, lever), said(lever, &was))
            }
        }
    }

    /// What a step that was made here has changed: `With the offset £27m, not £25m.`
    fn changed_words(&self) -> String {
        if !self.is_of_changes() {
            return String::new();
        }
        let file = &self.file.0;
        let changed = |(path, _): &(String, String)| {
            let lever = lever_at(file, path).ok()?;
            let (from, to) = (lever.get(file), lever.get(self.stage.base()));
            let words = |value| said(lever, &value_words(file, lever, value));
            (from != to).then(|| {
                format!("{} {}, not {}", lever_words(file, lever), words(&to), words(&from))
            })
        };
        let changes: Vec<String> = self.step().set.iter().filter_map(changed).collect();
        match changes.as_slice() {
            [] => String::new(),
            [one] => format!("With {one}."),
            [one, two] => format!("With {one}; {two}."),
            [one, rest @ ..] => {
                format!("With {one}, and {} other changes.", format::count(rest.len()))
            }
        }
    }

    /// Why a step that was added does not fit this scenario any more.
    pub(super) fn misfit(&self) -> Option<Refusal> {
        let scenario = self.stage.base();
        let step = self.step();
        let bars: &[String] = match &step.picture {
            Picture::Bars(paths) => paths,
            _ => &[],
        };
        let numbers = step.show.iter().chain(bars);
        let texts =
            [Some(&step.title), step.caption.as_ref(), step.say.as_ref(), step.notes.as_ref()];
        let mut figures = texts.into_iter().flatten().flat_map(Telling::figures);
        let of_what_if = step.what_if.as_ref().filter(|own| self.told(own).is_none());
        let mut numbers = numbers.filter_map(|path| measure_at(scenario, path).err());
        let told = || figures.find_map(|own| leads(scenario, own).err());
        let lever = || {
            let own = of_what_if?;
            let mut tried = scenario.clone();
            let to = own.to.clone().unwrap_or_default();
            put(&mut tried, &[(own.path.clone(), to)]).err()
        };
        numbers.next().or_else(told).or_else(lever)
    }
}

/// A value in a question: a choice is no word of the sentence, and stands in quotation marks.
pub(super) fn said(lever: Lever, words: &str) -> String {
    match lever.field.row().kind.is_chosen() {
        true => format!("“{words}”"),
        false => words.to_owned(),
    }
}
