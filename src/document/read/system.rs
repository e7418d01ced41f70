//! Systems, their savings schemes and their groups.

use super::super::Code;
use super::super::noun::{GROUP, SAVING, SYSTEM};
use super::super::sheet::{Reading, Sheet};
use super::council::{By, Named};
use super::scenario::{Draft, keyed};
use super::value::Whose;
use crate::format;
use crate::levers::{Field, Value};
use crate::model::{
    BodyKind, BodyRefusals, Group, Holder, Measures, Node as Place, NodeWords, Partner, Recovery,
    Saving, System,
};
use crate::money::{Pence, Share};
use crate::ron_text::Node;
use crate::split::Rule;

impl<'a> Reading<'a> {
    /// Reads one system of a region.
    pub(super) fn system(&mut self, draft: &mut Draft, region: usize, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &SYSTEM) else { return };
        let place = draft.scenario.systems.len();
        self.places.insert(Place::System(place), node);
        let id = self.id(&sheet);
        let whose = Whose::new(&id, Place::System(place));
        let sizes = self.sizes(whose, &sheet);
        draft.scenario.measures.systems.extend(sizes);
        let recover = Value::Recovery(Recovery::default());
        let refusals = Value::BodyRefusals(BodyRefusals::default());
        let system = System {
            region,
            groups: 0..0,
            bodies: 0..0,
            savings: 0..0,
            control_total: self.money(whose, Field::ControlTotal, &sheet),
            plan: self.money(whose, Field::Plan, &sheet),
            stated_gap: self.money(whose, Field::Gap, &sheet),
            agreed: self.yes_of(whose, &sheet, "agreed").unwrap_or(false),
            control_total_is_sum: false,
            plan_is_sum: false,
            ungrouped: false,
            recover: match self.value((whose, Field::Recover, &recover), &sheet) {
                Some(Value::Recovery(recovery)) => recovery,
                _ => Recovery::default(),
            },
            stance: self.stance(whose, &sheet),
            split: Rule::Equal.into(),
            refusals: match self.value((whose, Field::Refusals, &refusals), &sheet) {
                Some(Value::BodyRefusals(refusals)) => refusals,
                _ => BodyRefusals::default(),
            },
            terms: self.terms(whose, &sheet),
        };
        self.one_of_gap_and_totals(&sheet);
        draft.scenario.systems.push(system);
        let words = self.said(&id, &sheet);
        draft.words.systems.push(words);
        self.parts_of_system(draft, (place, &id), &sheet);
    }

    fn parts_of_system(
        &mut self,
        draft: &mut Draft,
        (place, id): (usize, &str),
        sheet: &Sheet<'a>,
    ) {
        let (first_group, first_body) = (draft.scenario.groups.len(), draft.scenario.bodies.len());
        for item in self.items(sheet, "groups") {
            self.group(draft, (place, id), item);
        }
        let whose = Whose::new(id, Place::System(place));
        let ungrouped = sheet.get("bodies").is_some();
        if let Some(bodies) = sheet.get("bodies").filter(|_| sheet.get("groups").is_some()) {
            let message = "a system has groups or bodies, not both";
            let fault = self.at(Code::FIELDS_CLASH, bodies, message).label("one too many");
            self.lost = true;
            self.note(fault.remedy("put the bodies into a group"));
        } else if ungrouped {
            self.unnamed_group(draft, (place, whose), sheet);
        }
        let system = &mut draft.scenario.systems[place];
        system.groups = first_group..draft.scenario.groups.len();
        system.bodies = first_body..draft.scenario.bodies.len();
        system.ungrouped = ungrouped;
        if !ungrouped {
            let children = keyed(&draft.words.groups, system.groups.clone());
            let whose = Whose { children: &children, ..whose };
            draft.scenario.systems[place].split = self.rule(whose, sheet, Rule::Equal);
        }
        let first = draft.scenario.savings.len();
        for item in self.items(sheet, "savings") {
            self.saving(draft, (place, id), item);
        }
        draft.scenario.systems[place].savings = first..draft.scenario.savings.len();
        for item in self.items(sheet, "support") {
            self.support(draft, (Holder::System(place), id), item);
        }
        draft.words.systems[place].doubts = self.texts(sheet, "doubts");
        self.sum_or_given(draft, place, sheet);
    }

    /// A system without groups has one, unnamed, that splits by the system's own rule.
    fn unnamed_group(
        &mut self,
        draft: &mut Draft,
        (system, whose): (usize, Whose<'_>),
        sheet: &Sheet<'a>,
    ) {
        let place = draft.scenario.groups.len();
        push_group(draft, system, NodeWords::default());
        let row = vec![None; self.measures.len()];
        draft.scenario.measures.groups.extend(row);
        for item in self.items(sheet, "bodies") {
            self.body(draft, (system, place), item);
        }
        let bodies = draft.scenario.groups[place].bodies.start..draft.scenario.bodies.len();
        let children = keyed(&draft.words.bodies, bodies.clone());
        let rule = self.rule(Whose { children: &children, ..whose }, sheet, Rule::Equal);
        draft.scenario.groups[place].bodies = bodies;
        draft.scenario.groups[place].split = rule;
    }

    fn group(&mut self, draft: &mut Draft, (system, id): (usize, &str), node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &GROUP) else { return };
        let place = draft.scenario.groups.len();
        self.places.insert(Place::Group(place), node);
        let own = self.id(&sheet);
        let path = format!("{id}/{own}");
        let name = self.text(&sheet, "name").unwrap_or_else(|| own.clone());
        let words = NodeWords {
            id: own,
            name,
            short: self.text(&sheet, "short"),
            note: self.text(&sheet, "note"),
            ..NodeWords::default()
        };
        push_group(draft, system, words);
        for item in self.items(&sheet, "bodies") {
            self.body(draft, (system, place), item);
        }
        let bodies = draft.scenario.groups[place].bodies.start..draft.scenario.bodies.len();
        let provider = |body: &crate::model::Body| body.kind == BodyKind::Provider;
        let providers =
            !bodies.is_empty() && draft.scenario.bodies[bodies.clone()].iter().all(provider);
        let size = if providers { Measures::TURNOVER } else { Measures::ALLOCATION };
        let children = keyed(&draft.words.bodies, bodies.clone());
        let whose = Whose { path: &path, place: Place::Group(place), children: &children, size };
        let sizes = self.sizes(whose, &sheet);
        let rule = self.rule(whose, &sheet, Rule::Equal);
        let lead = match self.value((whose, Field::Lead, &Value::Lead(None)), &sheet) {
            Some(Value::Lead(lead)) => lead,
            _ => None,
        };
        let terms = self.terms(whose, &sheet);
        draft.scenario.measures.groups.extend(sizes);
        let group = &mut draft.scenario.groups[place];
        (group.bodies, group.split, group.lead, group.terms) = (bodies, rule, lead, terms);
    }

    fn saving(
        &mut self,
        draft: &mut Draft,
        (place_of_system, system): (usize, &str),
        node: Node<'a>,
    ) {
        let Some(sheet) = self.sheet(node, &SAVING) else { return };
        let place = Place::Saving(draft.scenario.savings.len());
        self.places.insert(place, node);
        let id = self.id(&sheet);
        let path = format!("{system}/{id}");
        let whose = Whose::new(&path, place);
        let body = sheet.get("body").and_then(|node| self.own_body(draft, place_of_system, node));
        let mut needs = Vec::new();
        for node in self.items(&sheet, "needs") {
            // Councils stand further down in the file: what is no body is looked up there.
            match node.text().ok().and_then(|id| body_called(draft, place_of_system, &id)) {
                Some(body) => needs.push(Partner::Body(body)),
                None => {
                    let by = By::Saving(draft.scenario.savings.len());
                    self.pending.councils.push(Named { by, node });
                }
            }
        }
        let saving = Saving {
            body,
            needs,
            recurrent: self.yes_of(whose, &sheet, "recurrent"),
            amount: self.money(whose, Field::Amount, &sheet).unwrap_or(Pence::ZERO),
            delivered: self.share(whose, Field::Delivered, &sheet).unwrap_or(Share::ONE),
        };
        draft.scenario.savings.push(saving);
        let words = self.named(id, &sheet);
        draft.words.savings.push(words);
    }

    /// The body of this system that a piece names.
    fn own_body(&mut self, draft: &Draft, system: usize, node: Node<'a>) -> Option<usize> {
        let id = self.words(node)?;
        let bodies = draft.scenario.systems[system].bodies.clone();
        let found = body_called(draft, system, &id);
        if found.is_none() && !self.lost {
            let ids = draft.words.bodies[bodies].iter().map(|words| words.id.as_str());
            let nearest = format::nearest(&id, ids).map(str::to_owned);
            let message = format!("this system has no body `{id}`");
            let fault =
                self.at(Code::DANGLING_REFERENCE, node, message).label("not in this system");
            self.note(fault.nearest(nearest.as_deref()).remedy("name a body of this system"));
        }
        found
    }

    /// Totals are given, or are the sums of the bodies' where all give them; both must agree.
    fn sum_or_given(&mut self, draft: &mut Draft, place: usize, sheet: &Sheet<'a>) {
        let bodies = draft.scenario.systems[place].bodies.clone();
        let bodies = &draft.scenario.bodies[bodies];
        if bodies.is_empty() || self.lost {
            return;
        }
        let totals: Option<Pence> = bodies.iter().map(|body| body.control_total).sum();
        let plans: Option<Pence> = bodies.iter().map(|body| body.plan).sum();
        let system = &mut draft.scenario.systems[place];
        let given = (system.control_total, system.plan);
        let totals_here = sheet.get("control_total").is_some() && sheet.get("plan").is_some();
        system.control_total_is_sum = totals.is_some();
        system.plan_is_sum = plans.is_some();
        system.control_total = system.control_total.or(totals);
        system.plan = system.plan.or(plans);
        let known = system.control_total.is_some() && system.plan.is_some();
        if let Some(gap) = sheet.get("gap").filter(|_| known && !totals_here) {
            let message = "the gap follows from the totals of the bodies, which are all given";
            let fault = self.at(Code::FIELDS_CLASH, gap, message).label("one too many");
            self.note(fault.remedy("take `gap` out"));
        }
        for (name, given, sum) in [("control_total", given.0, totals), ("plan", given.1, plans)] {
            let (Some(given), Some(sum), Some(node)) = (given, sum, sheet.get(name)) else {
                continue;
            };
            if given != sum {
                let minus = format::Minus::Sign;
                let message = format!(
                    "`{name}` is {}, but its bodies' come to {}: {} apart",
                    format::exact(given, minus),
                    format::exact(sum, minus),
                    format::exact((given - sum).abs(), minus)
                );
                let fault = self.at(Code::FIGURES_DIFFER, node, message).label("not their sum");
                self.note(fault.remedy("take it out, or mend the one that is wrong"));
            }
        }
    }
}

/// The body of a system with this id.
fn body_called(draft: &Draft, system: usize, id: &str) -> Option<usize> {
    let mut bodies = draft.scenario.systems[system].bodies.clone();
    bodies.find(|at| draft.words.bodies[*at].id == id)
}

fn push_group(draft: &mut Draft, system: usize, words: NodeWords) {
    let from = draft.scenario.bodies.len();
    draft.scenario.groups.push(Group {
        system,
        bodies: from..from,
        split: Rule::Equal.into(),
        lead: None,
        terms: crate::model::Terms::default(),
    });
    draft.words.groups.push(words);
}
