//! What happened when, and which cuts return as cost.

use super::super::Code;
use super::super::noun::{EVENT, KNOCK_ON};
use super::super::sheet::{Reading, Sheet};
use super::scenario::Draft;
use super::value::Whose;
use crate::format::{self, Minus, Month};
use crate::levers::Field;
use crate::model::{About, Event, KnockOn, Node as Place};
use crate::money::Share;
use crate::ron_text::Node;
use jiff::civil::Date;

impl<'a> Reading<'a> {
    pub(super) fn event(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &EVENT) else { return };
        let said = self.text(&sheet, "date");
        // Whatever is no text, or nothing at all, is told by now.
        let wrong = said.as_ref().is_some_and(|date| !date.trim().is_empty() && !is_date(date));
        let date = said.unwrap_or_default();
        if let Some(node) = sheet.get("date").filter(|_| wrong) {
            let message = format!("“{date}” is no date");
            let fault = self.at(Code::BAD_MONTH, node, message).label("not a date");
            self.note(fault.remedy("write  \"2019\", \"2019-05\" or \"2019-05-21\""));
        }
        let source = self.text(&sheet, "source");
        if let Some((node, id)) = sheet.get("source").zip(source.as_ref()) {
            self.cite(node, id);
        }
        let about = sheet.get("about").and_then(|node| self.about_what(draft, node));
        draft.words.events.push(Event {
            month: date.get(..7).and_then(|month| Month::parse(month).ok()),
            date,
            what: self.text(&sheet, "what").unwrap_or_default(),
            who: self.text(&sheet, "who"),
            source,
            about,
        });
    }

    fn about_what(&mut self, draft: &Draft, node: Node<'a>) -> Option<About> {
        let words = self.words(node)?;
        if words == "repayment" {
            return Some(About::Repayment);
        }
        let bodies = draft.scenario.bodies.iter().zip(&draft.words.bodies);
        let paths = bodies.flat_map(|(body, own)| {
            let programmes = body.programmes.clone();
            programmes.map(|at| (format!("{}/{}", own.id, draft.words.programmes[at].id), at))
        });
        let paths: Vec<(String, usize)> = paths.collect();
        let found = paths.iter().find(|(path, _)| *path == words).map(|(_, at)| *at);
        if found.is_none() && !self.lost {
            let nearest = format::nearest(&words, paths.iter().map(|(path, _)| path.as_str()));
            let nearest = nearest.map(str::to_owned);
            let fault = self.at(Code::UNKNOWN_PATH, node, format!("no programme is at `{words}`"));
            let fault = fault.label("leads nowhere").nearest(nearest.as_deref());
            self.note(fault.remedy("write  BODY/PROGRAMME, or: repayment"));
        }
        found.map(About::Programme)
    }

    pub(super) fn knock_on(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &KNOCK_ON) else { return };
        let place = Place::KnockOn(draft.scenario.knock_ons.len());
        self.places.insert(place, node);
        let id = self.id(&sheet);
        let whose = Whose::new(&id, place);
        let read = self.share(whose, Field::Returns, &sheet);
        let returns = read.unwrap_or(Share::ZERO);
        let least = self.bound(&sheet, (&id, "least"), place).unwrap_or(returns);
        let most = self.bound(&sheet, (&id, "most"), place).unwrap_or(returns);
        let outside = read.filter(|returns| !(least..=most).contains(returns));
        if let Some((_, node)) = outside.zip(sheet.get("returns")) {
            self.not_between(node, (least, most));
        }
        let tag = self.text(&sheet, "tagged");
        let tagged = |at: &usize| {
            let tags = &draft.words.programmes[*at].tags;
            tag.as_ref().is_none_or(|tag| tags.contains(tag))
        };
        let programmes: Vec<usize> = (0..draft.scenario.programmes.len()).filter(tagged).collect();
        if let Some(node) = sheet.get("tagged").filter(|_| programmes.is_empty() && !self.lost) {
            let fault = self.at(Code::DANGLING_REFERENCE, node, "no programme has this tag");
            self.note(fault.label("nobody has it").remedy("name one of the `tags` of programmes"));
        }
        let knock_on = KnockOn {
            programmes,
            returns,
            between: (least, most),
            to: sheet.get("to").and_then(|node| self.bearer(draft, node)),
            next_year: self.yes(&sheet, "next_year").unwrap_or(false),
            on: self.yes_of(whose, &sheet, "on").unwrap_or(false),
        };
        draft.scenario.knock_ons.push(knock_on);
        let words = self.named(id, &sheet);
        draft.words.knock_ons.push(words);
    }

    fn bound(
        &mut self,
        sheet: &Sheet<'a>,
        (id, name): (&str, &str),
        place: Place,
    ) -> Option<Share> {
        let node = self.standing((id, name, Some(place)), sheet)?;
        self.council_share(node)
    }

    fn not_between(&mut self, returns: Node<'a>, (least, most): (Share, Share)) {
        let [least, most] = [least, most].map(|share| format::percent(share, Minus::Sign));
        let message = format!("it is not between its `least`, {least}, and its `most`, {most}");
        let fault = self.at(Code::OUT_OF_RANGE, returns, message).label("outside its own bounds");
        self.note(fault.remedy("mend whichever of the three is a slip, or leave the bounds out"));
    }

    fn bearer(&mut self, draft: &Draft, node: Node<'a>) -> Option<usize> {
        let id = self.words(node)?;
        let found = draft.words.bodies.iter().position(|body| body.id == id);
        if found.is_none() && !self.lost {
            let ids = draft.words.bodies.iter().map(|words| words.id.as_str());
            let nearest = format::nearest(&id, ids).map(str::to_owned);
            let fault =
                self.at(Code::DANGLING_REFERENCE, node, format!("no body is called `{id}`"));
            let fault = fault.label("not found").nearest(nearest.as_deref());
            self.note(fault.remedy("name a body"));
        }
        found
    }
}

/// A year, a month or a day of the calendar; or a year with words behind it: `2020-autumn`.
fn is_date(date: &str) -> bool {
    let (year, rest) = date.split_once('-').map_or((date, None), |(year, rest)| (year, Some(rest)));
    if year.len() != 4 || year.bytes().any(|b| !b.is_ascii_digit()) {
        return false;
    }
    match rest {
        None => true,
        Some(rest) if rest.starts_with(char::is_alphabetic) => true,
        Some(rest) if rest.contains('-') => date.parse::<Date>().is_ok(),
        Some(_) => format!("{date}-01").parse::<Date>().is_ok(),
    }
}
