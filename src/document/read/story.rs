//! A story, step by step, and what it shares with lessons: sentences with figures, lists of changes.

use super::super::Code;
use super::super::noun::{CHANGE, STEP, WHAT_IF};
use super::super::sheet::{Reading, Sheet};
use super::extras::{LeadsTo, Path};
use crate::format;
use crate::model::{Picture, StoryStep, Telling, WhatIf};
use crate::ron_text::Node;

/// A talk of more minutes than this is none.
const LONGEST: i64 = 600;

impl<'a> Reading<'a> {
    /// A step of a story, in a scenario or in an overlay.
    pub(in super::super) fn story_step(&mut self, node: Node<'a>) -> Option<StoryStep> {
        let sheet = self.sheet(node, &STEP)?;
        let (list, set) = self.changes(&sheet);
        self.drawn_around(&sheet);
        Some(StoryStep {
            title: self.telling(&sheet, "title").unwrap_or_default(),
            caption: self.telling(&sheet, "caption"),
            say: self.telling(&sheet, "say"),
            set,
            show: self.path(&sheet, "show", LeadsTo::Outcome),
            picture: sheet.get("picture").map(|node| self.picture(node)).unwrap_or_default(),
            what_if: sheet.get("what_if").and_then(|node| self.what_if(list, node)),
            minutes: self.minutes(&sheet),
            notes: self.telling(&sheet, "notes"),
        })
    }

    /// Every picture but named bars is drawn around the number that is shown.
    fn drawn_around(&mut self, sheet: &Sheet<'a>) {
        let Some(picture) = sheet.get("picture").filter(|_| sheet.get("show").is_none()) else {
            return;
        };
        if matches!(picture.source(), "Gap" | "Shares" | "Programmes") {
            let message =
                format!("`{}` is drawn around a number, and none is shown", picture.source());
            let fault =
                self.at(Code::MISSING_FIELD, picture, message).label("around which number?");
            self.note(fault.remedy("write  show: \"07G.ask\"  or any other outcome beside it"));
        }
    }

    /// The changes that are made first, and the number of their list.
    pub(super) fn changes(&mut self, sheet: &Sheet<'a>) -> (usize, Vec<(String, String)>) {
        self.pending.lists += 1;
        let list = self.pending.lists;
        let mut set = Vec::new();
        for item in self.items(sheet, "set") {
            let Some(change) = self.sheet(item, &CHANGE) else { continue };
            let Some(to) = change.get("to") else { continue };
            if let Some(path) = self.path(&change, "path", LeadsTo::Lever(list, to)) {
                set.push((path, as_typed(to)));
            }
        }
        (list, set)
    }

    /// A sentence with figures.
    pub(super) fn telling(&mut self, sheet: &Sheet<'a>, name: &str) -> Option<Telling> {
        let text = self.text(sheet, name)?;
        let node = sheet.get(name)?;
        self.telling_of(node, &text)
    }

    /// The sentences of a field that is a list of them.
    pub(super) fn tellings(&mut self, sheet: &Sheet<'a>, name: &str) -> Vec<Telling> {
        let items = self.items(sheet, name);
        let read = |item| self.words(item).and_then(|text| self.telling_of(item, &text));
        items.into_iter().filter_map(read).collect()
    }

    fn telling_of(&mut self, node: Node<'a>, text: &str) -> Option<Telling> {
        match Telling::of_typed(text) {
            Ok(telling) => {
                self.pending.tellings.push((node, telling.clone()));
                Some(telling)
            }
            Err(garbled) => {
                let message = format!("`{}`: {}", garbled.part, garbled.why);
                let fault = self.at(Code::GARBLED_FIGURE, node, message).label("not understood");
                let fault = fault.within(self.source, &garbled.part);
                self.note(fault.remedy("write a figure as  {07G.ask}  or  {was 07G.ask}"));
                None
            }
        }
    }

    fn what_if(&mut self, list: usize, node: Node<'a>) -> Option<WhatIf> {
        let sheet = self.sheet(node, &WHAT_IF)?;
        let to = sheet.get("to");
        let leads_to = to.map_or(LeadsTo::AnyLever, |to| LeadsTo::LeverAfter(list, to));
        Some(WhatIf {
            ask: self.telling(&sheet, "ask")?,
            path: self.path(&sheet, "path", leads_to)?,
            to: to.map(as_typed),
            made: self.yes(&sheet, "made").unwrap_or(false),
        })
    }

    fn picture(&mut self, node: Node<'a>) -> Picture {
        if node.tag().is_some_and(|tag| tag.source() == "Bars") {
            return self.bars(node);
        }
        let word = node.word().unwrap_or_else(|_| node.source());
        if let Some((_, picture)) = Picture::NAMES.iter().find(|(name, _)| *name == word) {
            return picture.clone();
        }
        let names = Picture::NAMES.map(|(name, _)| name);
        let nearest = format::nearest(word, names.into_iter().chain(["Bars"]));
        let fault = self.at(Code::UNKNOWN_WORD, node, "no picture is called so");
        let fault = fault.label("not a picture").nearest(nearest);
        self.note(
            fault.remedy(format!("write one of {}, or Bars([\"07G.ask\"])", names.join(", "))),
        );
        Picture::Nothing
    }

    /// `Bars(["07G.ask", "06Q.ask"])`.
    fn bars(&mut self, node: Node<'a>) -> Picture {
        let lists = node.items().unwrap_or_default();
        let bars = lists.first().and_then(|list| list.items().ok()).unwrap_or_default();
        if bars.is_empty() || bars.len() > Picture::MOST {
            let message = format!("a picture has one to {} bars", Picture::MOST);
            let fault = self.at(Code::WRONG_LENGTH, node, message).label("none, or too many");
            self.note(fault.remedy("write  Bars([\"06Q.ask\", \"07G.ask\"])"));
            return Picture::Nothing;
        }
        let mut paths = Vec::new();
        for bar in bars {
            let Some(words) = self.words(bar) else { continue };
            let path = Path { node: bar, words: words.clone(), leads_to: LeadsTo::Outcome };
            self.pending.paths.push(path);
            paths.push(words);
        }
        Picture::Bars(paths)
    }

    fn minutes(&mut self, sheet: &Sheet<'a>) -> Option<u32> {
        let minutes = self.counted(sheet, "minutes", LONGEST)?;
        u32::try_from(minutes).ok()
    }

    /// A whole number from 1 to a most, that is no figure of the model.
    pub(super) fn counted(&mut self, sheet: &Sheet<'a>, name: &str, most: i64) -> Option<i64> {
        let node = sheet.get(name)?;
        match node.number_text().map(format::parse_count) {
            Ok(Ok(number)) if (1..=most).contains(&number) => Some(number),
            Ok(read) => {
                let code = if read.is_ok() { Code::OUT_OF_RANGE } else { Code::BAD_COUNT };
                let message = format!("`{name}` is a whole number from 1 to {most}");
                let fault = self.at(code, node, message).label(code.meaning());
                self.note(fault.remedy(format!("write  {name}: 3")));
                None
            }
            Err(mismatch) => {
                self.mismatch(&mismatch);
                None
            }
        }
    }
}

/// A value as it would be typed: a text without its quotes, anything else as it stands.
fn as_typed(to: Node<'_>) -> String {
    to.text().map_or_else(|_| to.source().to_owned(), std::borrow::Cow::into_owned)
}
