//! Councils, named sets of them, and who names them.

use super::super::Code;
use super::super::noun::{AUTHORITY, COUNCIL, COUNCIL_SHARE};
use super::super::sheet::{Reading, Sheet};
use super::scenario::Draft;
use super::value::Whose;
use crate::format;
use crate::levers::{Field, Value};
use crate::model::{Authority, Council, CouncilShare, Node as Place, NodeWords, Partner, Words};
use crate::money::Share;
use crate::ron_text::Node;

/// A council that something names, to be found once all are read.
pub(in super::super) struct Named<'a> {
    /// What names it.
    pub(in super::super) by: By,
    /// Its id.
    pub(in super::super) node: Node<'a>,
}

/// What names a council.
#[derive(Clone, Copy)]
pub(in super::super) enum By {
    /// Money alongside: whose it is.
    Alongside(usize),
    /// A body or programme, with the share of its people.
    Share(Place, Share),
    /// A set of councils.
    Authority(usize),
    /// A savings scheme that needs it; bodies of other systems do not count.
    Saving(usize),
}

impl<'a> Reading<'a> {
    pub(super) fn council(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &COUNCIL) else { return };
        let place = Place::Council(draft.scenario.councils.len());
        self.places.insert(place, node);
        let id = self.id(&sheet);
        let whose = Whose::new(&id, place);
        let population = self.standing((&id, "population", Some(place)), &sheet);
        draft.scenario.councils.push(Council {
            refuses: self.value((whose, Field::Stance, &Value::TakesPart(true)), &sheet)
                == Some(Value::TakesPart(false)),
            population: population.and_then(|node| self.people(node)),
        });
        let words = NodeWords { code: self.text(&sheet, "code"), ..self.said(&id, &sheet) };
        draft.words.councils.push(words);
    }

    pub(super) fn authority(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &AUTHORITY) else { return };
        let place = draft.words.authorities.len();
        let id = self.id(&sheet);
        // It is looked for beside all others by its id, so that no two may have the same.
        if !id.is_empty() && is_taken(&draft.words, &id) {
            let node = sheet.get("id").unwrap_or(node);
            let fault = self.at(Code::DUPLICATE_ID, node, format!("the id `{id}` is used twice"));
            self.note(fault.label("the second one").remedy("give one of them another id"));
        }
        for node in self.items(&sheet, "councils") {
            self.pending.councils.push(Named { by: By::Authority(place), node });
        }
        let name = self.text(&sheet, "name").unwrap_or_default();
        draft.words.authorities.push(Authority { id, name, councils: Vec::new() });
    }

    /// The councils whose people a body serves or a programme reaches.
    pub(super) fn served(&mut self, (path, place): (&str, Place), sheet: &Sheet<'a>) {
        for item in self.items(sheet, "councils") {
            let Some(own) = self.sheet(item, &COUNCIL_SHARE) else { continue };
            let share = self.standing((path, "share", Some(place)), &own);
            let share = share.and_then(|node| self.council_share(node));
            if let Some((node, share)) = own.get("id").zip(share) {
                self.pending.councils.push(Named { by: By::Share(place, share), node });
            }
        }
    }

    /// Follows the councils that are named.
    pub(super) fn join_councils(&mut self, draft: &mut Draft, lost: bool) {
        for named in std::mem::take(&mut self.pending.councils) {
            let Some(id) = self.words(named.node) else { continue };
            match draft.words.councils.iter().position(|council| council.id == id) {
                Some(council) => self.join(draft, council, &named),
                None if lost => {}
                None => self.no_council(draft, &id, &named),
            }
        }
    }

    fn join(&mut self, draft: &mut Draft, council: usize, named: &Named<'a>) {
        match named.by {
            By::Alongside(place) => draft.words.alongside[place].council = Some(council),
            By::Share(place, share) => {
                self.council_of(draft, (place, council), share, named.node);
            }
            By::Authority(place) => {
                let councils = &mut draft.words.authorities[place].councils;
                if councils.contains(&council) {
                    let id = &draft.words.councils[council].id;
                    return self.twice(id, named.node);
                }
                councils.push(council);
            }
            By::Saving(place) => {
                draft.scenario.savings[place].needs.push(Partner::Council(council));
            }
        }
    }

    fn no_council(&mut self, draft: &Draft, id: &str, named: &Named<'a>) {
        let councils = draft.words.councils.iter();
        let mut known: Vec<&str> = councils.map(|council| council.id.as_str()).collect();
        let (message, label, remedy) = match named.by {
            By::Saving(saving) => {
                let holds = |system: &&crate::model::System| system.savings.contains(&saving);
                let system = draft.scenario.systems.iter().find(holds);
                let bodies = system.map_or(0..0, |system| system.bodies.clone());
                known.extend(draft.words.bodies[bodies].iter().map(|body| body.id.as_str()));
                let message =
                    format!("this system has no body `{id}`, and no council is called so");
                (message, "not found", "name a body of this system, or a council")
            }
            _ => {
                let remedy = "name an entry of `councils`, or add one";
                (format!("no council is called `{id}`"), "not in `councils`", remedy)
            }
        };
        let nearest = format::nearest(id, known).map(str::to_owned);
        let fault = self.at(Code::DANGLING_REFERENCE, named.node, message);
        let fault = fault.label(label).nearest(nearest.as_deref());
        self.note(fault.remedy(remedy));
    }

    fn twice(&mut self, id: &str, node: Node<'a>) {
        let message = format!("the council `{id}` stands here twice");
        let fault = self.at(Code::DUPLICATE_ID, node, message).label("the second one");
        self.note(fault.remedy("make one entry of the two"));
    }

    /// Joins a body or programme with one of its councils; nobody lives in more places than there
    /// are people.
    fn council_of(
        &mut self,
        draft: &mut Draft,
        (place, council): (Place, usize),
        share: Share,
        node: Node<'a>,
    ) {
        let id = &draft.words.councils[council].id;
        let words = match place {
            Place::Body(place) => &mut draft.words.bodies[place],
            Place::Programme(place) => &mut draft.words.programmes[place],
            _ => return,
        };
        if words.councils.iter().any(|known| known.council == council) {
            return self.twice(id, node);
        }
        let before: i64 = words.councils.iter().map(|known| known.share.units()).sum();
        words.councils.push(CouncilShare { council, share });
        let sum = before.saturating_add(share.units());
        if before <= Share::UNITS && sum > Share::UNITS {
            let total = format::percent(Share::from_units(sum), format::Minus::Sign);
            let message = format!("{}: the shares of its councils add up to {total}", words.name);
            let fault = self.at(Code::PERCENTS_OVER_100, node, message);
            let fault = fault.label("here they pass 100%");
            self.note(fault.remedy("give each council its part of the people, 100% in all"));
        }
    }
}

/// Whether something that a person could look for has this id.
fn is_taken(words: &Words, id: &str) -> bool {
    let alone = [&words.regions, &words.systems, &words.bodies, &words.councils];
    let mut ids = alone.into_iter().flatten().map(|words| words.id.as_str());
    ids.any(|other| other == id) || words.authorities.iter().any(|other| other.id == id)
}
