//! Joint programmes: who else pays for one, found once all bodies and councils are read.

use super::super::Code;
use super::super::noun::JOINT_PART;
use super::super::sheet::{Reading, Sheet};
use super::scenario::Draft;
use super::value::Whose;
use crate::format;
use crate::levers::Field;
use crate::model::{JointPart, Node as Place, NodeWords, Partner};
use crate::money::Share;
use crate::ron_text::Node;
use std::ops::Range;

/// What a programme says of somebody who pays towards it.
pub(in super::super) struct Joint<'a> {
    /// The id of whom, in the file.
    node: Node<'a>,
    /// What is said; whose it is is not known yet.
    part: JointPart,
    /// What is said of it in words.
    note: Option<String>,
}

impl<'a> Reading<'a> {
    /// Reads who pays towards the programme at a path.
    pub(super) fn partners(&mut self, (path, place): (&str, usize), sheet: &Sheet<'a>) {
        for item in self.items(sheet, "partners") {
            let Some(own) = self.sheet(item, &JOINT_PART) else { continue };
            let Some(node) = own.get("id") else { continue };
            let at = Place::JointPart(self.pending.partners.len());
            self.places.insert(at, item);
            let path = format!("{path}/{}", node.text().unwrap_or_default());
            let whose = Whose::new(&path, at);
            let part = JointPart {
                programme: place,
                partner: Partner::Council(usize::MAX),
                annual_cost: self.money(whose, Field::AnnualCost, &own),
                matched: self.yes_of(whose, &own, "matched").unwrap_or(false),
            };
            let note = self.text(&own, "note");
            self.pending.partners.push(Joint { node, part, note });
        }
    }

    /// Of a body of which only a part counts, its partners' money counts in the same part.
    pub(super) fn include_partners(&mut self, programmes: &Range<usize>, part: Share) {
        let joint = self.pending.partners.iter_mut().map(|joint| &mut joint.part);
        for own in joint.filter(|own| programmes.contains(&own.programme)) {
            own.annual_cost = own.annual_cost.map(|cost| part.of(cost));
        }
    }

    /// Finds who the partners are.
    pub(super) fn join_partners(&mut self, draft: &mut Draft) {
        for joint in std::mem::take(&mut self.pending.partners) {
            let Some(id) = self.words(joint.node) else { continue };
            let called = |words: &[NodeWords]| words.iter().position(|words| words.id == id);
            let council = called(&draft.words.councils).map(Partner::Council);
            let partner = council.or_else(|| called(&draft.words.bodies).map(Partner::Body));
            let Some(partner) = partner else {
                self.no_partner(draft, &id, joint.node);
                continue;
            };
            self.not_itself(draft, partner, &joint);
            let words = match partner {
                Partner::Council(at) => &draft.words.councils[at],
                Partner::Body(at) => &draft.words.bodies[at],
            };
            let words = NodeWords {
                id,
                name: words.name.clone(),
                short: words.short.clone(),
                note: joint.note,
                ..NodeWords::default()
            };
            draft.words.joint_parts.push(words);
            draft.scenario.joint_parts.push(JointPart { partner, ..joint.part });
        }
    }

    /// What a body pays for its own programme is the programme's own cost.
    fn not_itself(&mut self, draft: &Draft, partner: Partner, joint: &Joint<'a>) {
        let Partner::Body(at) = partner else { return };
        if !draft.scenario.bodies[at].programmes.contains(&joint.part.programme) {
            return;
        }
        let message = format!("{} pays already: this is its own", draft.words.bodies[at].name);
        let fault = self.at(Code::DUPLICATE_ID, joint.node, message).label("not somebody else");
        let remedy = "name who pays beside it, or add this to the programme’s `annual_cost`";
        self.note(fault.remedy(remedy));
    }

    fn no_partner(&mut self, draft: &Draft, id: &str, node: Node<'a>) {
        if self.lost {
            return;
        }
        let ids = draft.words.councils.iter().chain(&draft.words.bodies);
        let nearest = format::nearest(id, ids.map(|words| words.id.as_str())).map(str::to_owned);
        let message = format!("no council and no body is called `{id}`");
        let fault = self.at(Code::DANGLING_REFERENCE, node, message).label("not found");
        let remedy = "name an entry of `councils`, or a body";
        self.note(fault.nearest(nearest.as_deref()).remedy(remedy));
    }
}
