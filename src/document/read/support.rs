//! Conditional money: support with its conditions, and pay for performance.

use super::super::Code;
use super::super::noun::{CONDITION, PERFORMANCE, SUPPORT};
use super::super::sheet::{Reading, Sheet};
use super::scenario::Draft;
use super::value::Whose;
use crate::format;
use crate::levers::{Field, Value};
use crate::model::{
    Condition, Holder, Node as Place, NodeWords, Performance, Support, SupportTest,
};
use crate::money::{Pence, Share};
use crate::ron_text::Node;

impl<'a> Reading<'a> {
    /// Reads one part of a holder's support.
    pub(super) fn support(
        &mut self,
        draft: &mut Draft,
        (holder, whose): (Holder, &str),
        node: Node<'a>,
    ) {
        let Some(sheet) = self.sheet(node, &SUPPORT) else { return };
        let place = Place::Support(draft.scenario.supports.len());
        self.places.insert(place, node);
        let id = self.id(&sheet);
        let path = format!("{whose}/{id}");
        let own = Whose::new(&path, place);
        let first = draft.scenario.conditions.len();
        for item in self.items(&sheet, "conditions") {
            self.condition(draft, &path, item);
        }
        let conditions = first..draft.scenario.conditions.len();
        let weights = draft.scenario.conditions[conditions.clone()].iter();
        let sum: i64 = weights.map(|c| c.weight.units()).fold(0, i64::saturating_add);
        if let Some(node) = sheet.get("conditions").filter(|_| sum > Share::UNITS) {
            let total = format::percent(Share::from_units(sum), format::Minus::Sign);
            let message = format!("the weights of the conditions add up to {total}");
            let fault = self.at(Code::PERCENTS_OVER_100, node, message).label("over 100%");
            self.note(fault.remedy("leave a part to the finance test: 100% less the weights"));
        }
        let test = Value::Test(SupportTest::Own);
        draft.scenario.supports.push(Support {
            holder,
            amount: self.money(own, Field::Amount, &sheet).unwrap_or(Pence::ZERO),
            test: match self.value((own, Field::Test, &test), &sheet) {
                Some(Value::Test(test)) => test,
                _ => SupportTest::Own,
            },
            conditions,
            bonus: self.share(own, Field::Bonus, &sheet),
        });
        let words = self.named(id, &sheet);
        draft.words.supports.push(words);
    }

    fn condition(&mut self, draft: &mut Draft, whose: &str, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &CONDITION) else { return };
        let place = Place::Condition(draft.scenario.conditions.len());
        self.places.insert(place, node);
        let id = self.id(&sheet);
        let path = format!("{whose}/{id}");
        let weight = self.standing((&path, "weight", Some(place)), &sheet);
        draft.scenario.conditions.push(Condition {
            weight: weight.and_then(|node| self.council_share(node)).unwrap_or(Share::ZERO),
            met: self.yes_of(Whose::new(&path, place), &sheet, "met").unwrap_or(false),
        });
        let words = self.named(id, &sheet);
        draft.words.conditions.push(words);
    }

    /// Reads what a body pays for performance.
    pub(super) fn performance(
        &mut self,
        draft: &mut Draft,
        (body, whose): (usize, &str),
        node: Node<'a>,
    ) {
        let Some(sheet) = self.sheet(node, &PERFORMANCE) else { return };
        let place = Place::Performance(draft.scenario.performances.len());
        self.places.insert(place, node);
        let id = self.id(&sheet);
        let path = format!("{whose}/{id}");
        let own = Whose::new(&path, place);
        draft.scenario.performances.push(Performance {
            body,
            amount: self.money(own, Field::Amount, &sheet).unwrap_or(Pence::ZERO),
            planned: self.whole(own, Field::Planned, &sheet),
            achieved: self.whole(own, Field::Achieved, &sheet),
        });
        let words = NodeWords { unit: self.text(&sheet, "unit"), ..self.named(id, &sheet) };
        draft.words.performances.push(words);
    }

    fn whole(&mut self, own: Whose<'_>, field: Field, sheet: &Sheet<'a>) -> i64 {
        match self.value((own, field, &Value::Whole(0)), sheet) {
            Some(Value::Whole(number)) => number,
            _ => 0,
        }
    }

    /// The words of a part that has a name and perhaps a note.
    pub(super) fn named(&mut self, id: String, sheet: &Sheet<'a>) -> NodeWords {
        NodeWords {
            id,
            name: self.text(sheet, "name").unwrap_or_default(),
            note: self.text(sheet, "note"),
            ..NodeWords::default()
        }
    }
}
