//! Bodies.

use super::super::noun::BODY;
use super::super::sheet::{Reading, Sheet};
use super::super::{Code, Diagnostic};
use super::scenario::Draft;
use super::value::Whose;
use crate::format;
use crate::levers::{Field, Value};
use crate::model::{Absorption, Body, BodyKind, Holder, Measures, Node as Place, Stance};
use crate::money::{Pence, Share};
use crate::ron_text::Node;

impl<'a> Reading<'a> {
    /// Reads one body of a group.
    pub(super) fn body(
        &mut self,
        draft: &mut Draft,
        (system, group): (usize, usize),
        node: Node<'a>,
    ) {
        let Some(sheet) = self.sheet(node, &BODY) else { return };
        let place = draft.scenario.bodies.len();
        self.places.insert(Place::Body(place), node);
        let id = self.id(&sheet);
        let known = self.kind(&sheet);
        let kind = known.unwrap_or(BodyKind::Commissioner);
        let provider = kind == BodyKind::Provider;
        let size = if provider { Measures::TURNOVER } else { Measures::ALLOCATION };
        let whose = Whose { size, ..Whose::new(&id, Place::Body(place)) };
        let absorbs = Value::Absorbs(Absorption::ProRata);
        let absorbs = match self.value((whose, Field::Absorbs, &absorbs), &sheet) {
            Some(Value::Absorbs(absorbs)) => absorbs,
            _ => Absorption::ProRata,
        };
        let sizes = self.sizes(whose, &sheet);
        if let Some(kind) = known {
            self.sizes_fit_kind(kind, &sheet);
        }
        draft.scenario.measures.bodies.extend(sizes);
        let body = Body {
            system,
            group,
            programmes: 0..0,
            kind,
            control_total: self.money(whose, Field::ControlTotal, &sheet),
            plan: self.money(whose, Field::Plan, &sheet),
            stated_gap: self.money(whose, Field::Gap, &sheet),
            agreed: self.yes_of(whose, &sheet, "agreed").unwrap_or(false),
            reserve: self.money(whose, Field::Reserve, &sheet).unwrap_or(Pence::ZERO),
            stance: self.stance(whose, &sheet),
            terms: self.terms(whose, &sheet),
            absorbs,
            complete: self.yes_of(whose, &sheet, "complete").unwrap_or(false),
            signed: self.yes_of(whose, &sheet, "signed"),
            distance: self.share(whose, Field::Distance, &sheet),
        };
        self.one_of_gap_and_totals(&sheet);
        let words = self.said(&id, &sheet);
        draft.scenario.bodies.push(body);
        draft.words.bodies.push(words);
        self.parts_of_body(draft, (place, &id), &sheet);
        let part = self.standing((&id, "inclusion", Some(Place::Body(place))), &sheet);
        if let Some(part) = part.and_then(|node| self.council_share(node)) {
            self.include_partners(&draft.scenario.bodies[place].programmes, part);
            include(draft, place, part);
        }
    }

    fn parts_of_body(&mut self, draft: &mut Draft, (place, id): (usize, &str), sheet: &Sheet<'a>) {
        let first = draft.scenario.programmes.len();
        for item in self.items(sheet, "programmes") {
            self.programme(draft, id, item);
        }
        draft.scenario.bodies[place].programmes = first..draft.scenario.programmes.len();
        let programmes = draft.scenario.bodies[place].programmes.clone();
        let own = draft.words.programmes[programmes].iter().map(|words| words.id.clone());
        let mut taken: Vec<String> = own.collect();
        for item in self.items(sheet, "alongside") {
            let Some((id, node)) = self.alongside(draft, (place, id), item) else { continue };
            if taken.contains(&id) {
                let message = format!("the id `{id}` is used twice in this body");
                let fault = self.at(Code::DUPLICATE_ID, node, message).label("the second one");
                self.note(fault.remedy("give one of them another id"));
            }
            taken.push(id);
        }
        self.served((id, Place::Body(place)), sheet);
        for item in self.items(sheet, "support") {
            self.support(draft, (Holder::Body(place), id), item);
        }
        for item in self.items(sheet, "performance") {
            self.performance(draft, (place, id), item);
        }
    }

    /// The stance of a system or body; contributing unless said.
    pub(super) fn stance(&mut self, whose: Whose<'_>, sheet: &Sheet<'a>) -> Stance {
        match self.value((whose, Field::Stance, &Value::Stance(Stance::Contributes)), sheet) {
            Some(Value::Stance(stance)) => stance,
            _ => Stance::Contributes,
        }
    }

    /// A gap is stated only where control total and plan are not.
    pub(super) fn one_of_gap_and_totals(&mut self, sheet: &Sheet<'a>) {
        let totals = sheet.get("control_total").is_some() && sheet.get("plan").is_some();
        if let Some(gap) = sheet.get("gap").filter(|_| totals) {
            let message = "the gap follows from control total and plan, which stand here too";
            let fault = self.at(Code::FIELDS_CLASH, gap, message).label("one too many");
            self.note(fault.remedy("take `gap` out"));
        }
    }

    /// What a body is; of a misspelt word, what was meant.
    fn kind(&mut self, sheet: &Sheet<'a>) -> Option<BodyKind> {
        let kinds = [
            ("Commissioner", BodyKind::Commissioner),
            ("Provider", BodyKind::Provider),
            ("Council", BodyKind::Council),
        ];
        let node = sheet.get("kind")?;
        let kind_of = |name: &str| kinds.iter().find(|kind| kind.0 == name).map(|kind| kind.1);
        if let Some(kind) = kind_of(node.source()) {
            return Some(kind);
        }
        let nearest = format::nearest(node.source(), kinds.iter().map(|(name, _)| *name));
        let message = format!("`{}` is no kind of body", node.source());
        let fault = self.at(Code::UNKNOWN_WORD, node, message).nearest(nearest);
        let fault = fault.label(Code::UNKNOWN_WORD.meaning());
        self.note(fault.remedy("write  Commissioner, Provider or Council"));
        nearest.and_then(kind_of)
    }

    /// A share of a body's people, or the part of it that counts.
    pub(super) fn council_share(&mut self, node: Node<'a>) -> Option<Share> {
        let words = match node.number_text() {
            Ok(number) => number.to_owned(),
            Err(_) => self.words(node)?,
        };
        match format::parse_percent(&words) {
            Ok(share) if (Share::ZERO..=Share::ONE).contains(&share) => Some(share),
            Ok(_) => {
                let fault = self.at(Code::OUT_OF_RANGE, node, "a share here is from 0% to 100%");
                self.note(fault.label(Code::OUT_OF_RANGE.meaning()));
                None
            }
            Err(fault) => {
                self.note(Diagnostic::unread(Code::BAD_PERCENT, self.source, node, &fault));
                None
            }
        }
    }
}

/// Leaves of a body, the last one read, the part that counts in its system: all its money, its
/// measures, its programmes, each rounded half up. What was agreed for its ask stays as agreed.
fn include(draft: &mut Draft, place: usize, part: Share) {
    let scenario = &mut draft.scenario;
    let of = |amount: Option<Pence>| amount.map(|amount| part.of(amount));
    let body = &mut scenario.bodies[place];
    (body.control_total, body.plan) = (of(body.control_total), of(body.plan));
    (body.stated_gap, body.reserve) = (of(body.stated_gap), part.of(body.reserve));
    for programme in &mut scenario.programmes[body.programmes.clone()] {
        programme.annual_cost = of(programme.annual_cost);
        programme.fixed = of(programme.fixed);
        let reaches = programme.reaches.map(|people| part_of(i128::from(people), part));
        programme.reaches = reaches.and_then(|people| u64::try_from(people).ok());
    }
    for support in scenario.supports.iter_mut().filter(|own| own.holder == Holder::Body(place)) {
        support.amount = part.of(support.amount);
    }
    for performance in scenario.performances.iter_mut().filter(|own| own.body == place) {
        performance.amount = part.of(performance.amount);
    }
    // Rows follow one another as the bodies do.
    let row = scenario.measures.bodies.len() / (place + 1) * place;
    for size in scenario.measures.bodies[row..].iter_mut().flatten() {
        *size = part_of(*size, part);
    }
}

/// A share of a size, rounded half up.
fn part_of(size: i128, part: Share) -> i128 {
    let (units, share) = (i128::from(Share::UNITS), i128::from(part.units()));
    // A size has up to 28 digits: whole units apart from the rest, so that the products fit.
    size / units * share + (2 * (size % units) * share + units) / (2 * units)
}
