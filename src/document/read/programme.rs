//! Programmes, and money alongside them.

use super::super::noun::{ALONGSIDE, PROGRAMME};
use super::super::sheet::Reading;
use super::super::{Code, Diagnostic};
use super::council::{By, Named};
use super::scenario::Draft;
use super::value::Whose;
use crate::levers::{Field, Value};
use crate::model::{Alongside, Node as Place, NodeWords, Programme, Protection};
use crate::ron_text::Node;

impl<'a> Reading<'a> {
    /// Reads one programme of the body with this id.
    pub(super) fn programme(&mut self, draft: &mut Draft, body: &str, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &PROGRAMME) else { return };
        let place = Place::Programme(draft.scenario.programmes.len());
        self.places.insert(place, node);
        let id = self.id(&sheet);
        let path = format!("{body}/{id}");
        let whose = Whose::new(&path, place);
        let protection = Value::Protection(Protection::Open);
        let protection = self.value((whose, Field::Protection, &protection), &sheet);
        let reaches = self.standing((&path, "reaches", Some(place)), &sheet);
        let programme = Programme {
            annual_cost: self.money(whose, Field::AnnualCost, &sheet),
            starts: self.month(whose, Field::Starts, &sheet),
            priority: self.count(whose, Field::Priority, &sheet),
            protection: match protection {
                Some(Value::Protection(protection)) => protection,
                _ => Protection::Open,
            },
            fixed: self.money(whose, Field::Fixed, &sheet),
            stops_at: self.share(whose, Field::StopsAt, &sheet),
            reaches: reaches.and_then(|node| self.people(node)),
        };
        let words = NodeWords {
            id,
            name: self.text(&sheet, "name").unwrap_or_default(),
            short: self.text(&sheet, "short"),
            note: self.text(&sheet, "note"),
            reason: self.reason(&sheet, "protection"),
            status: self.text(&sheet, "status_note"),
            tags: self.texts(&sheet, "tags"),
            running: self.yes_of(whose, &sheet, "running"),
            ..NodeWords::default()
        };
        self.served((&path, place), &sheet);
        self.partners((&path, draft.scenario.programmes.len()), &sheet);
        if let Some(running) = sheet.get("running").filter(|_| sheet.get("starts").is_some()) {
            let message = "`starts` says whether it runs, and stands here too";
            let fault = self.at(Code::FIELDS_CLASH, running, message).label("one too many");
            self.note(fault.remedy("take `running` out"));
        }
        draft.scenario.programmes.push(programme);
        draft.words.programmes.push(words);
    }

    /// A number of people.
    pub(super) fn people(&mut self, node: Node<'a>) -> Option<u64> {
        let words = node.number_text().map(std::borrow::Cow::Borrowed).or_else(|_| node.text());
        match words {
            Ok(words) => match crate::format::parse_count(&words) {
                Ok(count) => u64::try_from(count).ok(),
                Err(fault) => {
                    self.note(Diagnostic::unread(Code::BAD_COUNT, self.source, node, &fault));
                    None
                }
            },
            Err(mismatch) => {
                self.mismatch(&mismatch);
                None
            }
        }
    }

    /// Reads money beside the mechanism, shown at a body; answers its id, if it has one.
    pub(super) fn alongside(
        &mut self,
        draft: &mut Draft,
        (body, id): (usize, &str),
        node: Node<'a>,
    ) -> Option<(String, Node<'a>)> {
        let sheet = self.sheet(node, &ALONGSIDE)?;
        let own = self.id(&sheet);
        let path = format!("{id}/{own}");
        let whose = Whose::new(&path, Place::Body(body));
        let place = draft.words.alongside.len();
        let alongside = Alongside {
            body,
            council: None,
            name: self.text(&sheet, "name").unwrap_or_default(),
            amount: self.money(whose, Field::Amount, &sheet),
            starts: self.month(whose, Field::Starts, &sheet),
            note: self.text(&sheet, "note"),
            status: self.text(&sheet, "status_note"),
        };
        if let Some(council) = sheet.get("council") {
            self.pending.councils.push(Named { by: By::Alongside(place), node: council });
        }
        draft.words.alongside.push(alongside);
        sheet.get("id").map(|node| (own, node)).filter(|(own, _)| !own.is_empty())
    }
}
