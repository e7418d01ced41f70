//! Regions and the country: the pools.

use super::super::noun::{NATION, REGION};
use super::super::sheet::{Reading, Sheet};
use super::scenario::{Draft, keyed};
use super::value::Whose;
use crate::format::{FinancialYear, Month};
use crate::levers::{Field, Value};
use crate::model::{Contributors, Node as Place, NodeWords, Offset, Pool, PoolRefusals, Pooling};
use crate::money::Pence;
use crate::ron_text::Node;
use crate::split::Rule;
use std::ops::Range;

impl<'a> Reading<'a> {
    /// Reads one region with all its systems.
    pub(super) fn region(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &REGION) else { return };
        let region = draft.scenario.regions.len();
        self.places.insert(Place::Region(region), node);
        let id = self.id(&sheet);
        let first = draft.scenario.systems.len();
        let note = self.text(&sheet, "uncovered_note");
        draft.words.uncovered_notes.push(note);
        let words = self.said(&id, &sheet);
        draft.words.regions.push(words);
        for item in self.items(&sheet, "systems") {
            self.system(draft, region, item);
        }
        let systems = first..draft.scenario.systems.len();
        let mut pool = self.pool(draft, (&id, Place::Region(region), systems), &sheet);
        pool.repayment = self.repayment(draft, (&id, Place::Region(region)), &sheet);
        draft.scenario.regions.push(pool);
    }

    /// Reads the country as one pool.
    pub(super) fn nation(&mut self, draft: &mut Draft, node: Node<'a>) {
        let Some(sheet) = self.sheet(node, &NATION) else { return };
        self.places.insert(Place::Nation, node);
        let id = self.id(&sheet);
        let systems = 0..draft.scenario.systems.len();
        let mut pool = self.pool(draft, (&id, Place::Nation, systems), &sheet);
        pool.repayment = self.repayment(draft, (&id, Place::Nation), &sheet);
        draft.scenario.nation = Some(pool);
        let pooling = Value::Pooling(Pooling::Regional);
        let whose = Whose::new(&id, Place::Nation);
        if let Some(Value::Pooling(pooling)) = self.value((whose, Field::Pooling, &pooling), &sheet)
        {
            draft.scenario.pooling = pooling;
        }
        draft.words.nation = NodeWords {
            name: self.text(&sheet, "name").unwrap_or_else(|| id.clone()),
            id,
            note: self.text(&sheet, "note"),
            ..NodeWords::default()
        };
    }

    fn pool(
        &mut self,
        draft: &Draft,
        (id, place, systems): (&str, Place, Range<usize>),
        sheet: &Sheet<'a>,
    ) -> Pool {
        let children = keyed(&draft.words.systems, systems.clone());
        let whose = Whose { children: &children, ..Whose::new(id, place) };
        let april = self.year.map_or(Month::new(0, 4), FinancialYear::april);
        let offset = self.value((whose, Field::Offset, &Value::Offset(Offset::default())), sheet);
        let refusals = Value::PoolRefusals(PoolRefusals::default());
        let refusals = self.value((whose, Field::Refusals, &refusals), sheet);
        let contributors = Value::Contributors(Contributors::default());
        let contributors = self.value((whose, Field::Contributors, &contributors), sheet);
        Pool {
            systems,
            offset: match offset {
                Some(Value::Offset(offset)) => offset,
                _ => Offset::default(),
            },
            split: self.rule(whose, sheet, Rule::Equal),
            refusals: match refusals {
                Some(Value::PoolRefusals(refusals)) => refusals,
                _ => PoolRefusals::default(),
            },
            contributors: match contributors {
                Some(Value::Contributors(contributors)) => contributors,
                _ => Contributors::default(),
            },
            reserve: self.money(whose, Field::Reserve, sheet).unwrap_or(Pence::ZERO),
            asked_in: self.month(whose, Field::AskedIn, sheet).unwrap_or(april),
            recurrent: self.yes_of(whose, sheet, "recurrent").unwrap_or(false),
            repayment: None,
        }
    }
}
