//! Single values of fields: read by the levers' own reader, so that files and `--set` agree.

use super::super::Code;
use super::super::diagnostic::as_fault;
use super::super::sheet::{Reading, Sheet};
use crate::format::{FinancialYear, Month, Unit};
use crate::levers::{Field, Reader, Value, Wanted, value_from};
use crate::model::{Limit, Measures, Node as Place, NodeWords, Terms};
use crate::money::{Pence, Share};
use crate::ron_text::Node;
use crate::split::{Column, Rule};
use std::sync::Arc;

/// A month more than so many years away from the file's year is looked at twice.
const FAR: i32 = 10;

/// Whose field is read: its path, its place, and who may be named in it.
#[derive(Clone, Copy)]
pub(super) struct Whose<'w> {
    pub(super) path: &'w str,
    pub(super) place: Place,
    pub(super) children: &'w [(&'w str, u32)],
    pub(super) size: Column,
}

impl<'w> Whose<'w> {
    /// A node without children to name, whose limits in percent are of its allocation.
    pub(super) fn new(path: &'w str, place: Place) -> Self {
        Self { path, place, children: &[], size: Measures::ALLOCATION }
    }
}

impl<'a> Reading<'a> {
    /// Reads a field as a lever would; its word is the field's name.
    pub(super) fn value(
        &mut self,
        (whose, field, like): (Whose<'_>, Field, &Value),
        sheet: &Sheet<'a>,
    ) -> Option<Value> {
        let word = match field {
            Field::Measure(column) => self.measures.get(usize::from(column.0))?.id.clone(),
            _ => field.row().word.to_owned(),
        };
        let node = self.standing((whose.path, &word, Some(whose.place)), sheet)?;
        let wanted = Wanted { field, like, size: whose.size, unit: Unit::Pounds };
        let reader = Reader { measures: &self.measures, children: whose.children };
        match value_from(&reader, wanted, node).map_err(Box::new) {
            Ok(value) => {
                if let Err(refusal) = crate::levers::in_range(field, &value) {
                    // The sentence is one for a key in hand; a file is written.
                    let message = as_fault(&refusal.message).replace("type", "write");
                    let fault = self.at(Code::OUT_OF_RANGE, node, message);
                    self.note(fault.label(Code::OUT_OF_RANGE.meaning()));
                    return None;
                }
                Some(value)
            }
            Err(misread) => {
                self.misread(&misread);
                None
            }
        }
    }

    /// `true` or `false`, with or without its standing, if the field is there.
    pub(super) fn yes_of(
        &mut self,
        whose: Whose<'_>,
        sheet: &Sheet<'a>,
        name: &str,
    ) -> Option<bool> {
        let node = self.standing((whose.path, name, Some(whose.place)), sheet)?;
        self.bool(node)
    }

    pub(super) fn money(
        &mut self,
        whose: Whose<'_>,
        field: Field,
        sheet: &Sheet<'a>,
    ) -> Option<Pence> {
        match self.value((whose, field, &Value::Money(None)), sheet)? {
            Value::Money(amount) => amount,
            _ => None,
        }
    }

    pub(super) fn share(
        &mut self,
        whose: Whose<'_>,
        field: Field,
        sheet: &Sheet<'a>,
    ) -> Option<Share> {
        match self.value((whose, field, &Value::Share(None)), sheet)? {
            Value::Share(share) => share,
            _ => None,
        }
    }

    pub(super) fn month(
        &mut self,
        whose: Whose<'_>,
        field: Field,
        sheet: &Sheet<'a>,
    ) -> Option<Month> {
        let Value::Month(Some(month)) = self.value((whose, field, &Value::Month(None)), sheet)?
        else {
            return None;
        };
        if let Some((year, node)) = self.year.zip(sheet.get(field.row().word)) {
            self.month_in_sight(month, (year, field), node);
        }
        Some(month)
    }

    /// A month of asking lies in the year or the one before; any other is within some years of it.
    fn month_in_sight(
        &mut self,
        month: Month,
        (year, field): (FinancialYear, Field),
        node: Node<'a>,
    ) {
        let since = month.since(year.april());
        if field == Field::AskedIn && !(-12..12).contains(&since) {
            let message = format!("nobody can be asked for {year} in {}", month.short_with_year());
            let fault = self.at(Code::OUT_OF_RANGE, node, message).label("not in that year");
            let (from, to) = (year.april().plus(-12), year.april().plus(11));
            self.note(fault.remedy(format!("write a month from \"{from}\" to \"{to}\"")));
        } else if since.abs() > 12 * FAR {
            let years = since.abs() / 12;
            let side = if since < 0 { "before" } else { "after" };
            let message = format!(
                "{} is {years} years {side} the file’s year, {year}",
                month.short_with_year()
            );
            let fault = self.at(Code::FAR_MONTH, node, message).label("is the year right?");
            self.note(fault.remedy("mend it if it is a slip; otherwise leave it as it is"));
        }
    }

    pub(super) fn count(
        &mut self,
        whose: Whose<'_>,
        field: Field,
        sheet: &Sheet<'a>,
    ) -> Option<u32> {
        match self.value((whose, field, &Value::Count(None)), sheet)? {
            Value::Count(count) => count,
            _ => None,
        }
    }

    /// Reads a rule; the rule given is used where the file has none.
    pub(super) fn rule(&mut self, whose: Whose<'_>, sheet: &Sheet<'a>, unless: Rule) -> Arc<Rule> {
        let unless = Arc::new(unless);
        match self.value((whose, Field::Split, &Value::Rule(unless.clone())), sheet) {
            Some(Value::Rule(rule)) => rule,
            _ => unless,
        }
    }

    fn limit(&mut self, whose: Whose<'_>, field: Field, sheet: &Sheet<'a>) -> Option<Limit> {
        match self.value((whose, field, &Value::Limit(None)), sheet)? {
            Value::Limit(limit) => limit,
            _ => None,
        }
    }

    /// Reads the terms under which a child stands in its parent's split.
    pub(super) fn terms(&mut self, whose: Whose<'_>, sheet: &Sheet<'a>) -> Terms {
        Terms {
            cap: self.limit(whose, Field::Cap, sheet),
            floor: self.limit(whose, Field::Floor, sheet),
            fixed: self.money(whose, Field::Fixed, sheet),
            percent: self.share(whose, Field::Percent, sheet),
            turn: self.count(whose, Field::Turn, sheet),
        }
    }

    /// What a file says of a region, system or body in words.
    pub(super) fn said(&mut self, id: &str, sheet: &Sheet<'a>) -> NodeWords {
        NodeWords {
            id: id.to_owned(),
            name: self.text(sheet, "name").unwrap_or_default(),
            short: self.text(sheet, "short"),
            note: self.text(sheet, "note"),
            reason: self.reason(sheet, "stance"),
            ..NodeWords::default()
        }
    }

    /// The reason in `Exempt("why")`, `Refuses("why")`, `Protected("why")`.
    pub(super) fn reason(&mut self, sheet: &Sheet<'a>, field: &str) -> Option<String> {
        let mut node = sheet.get(field)?;
        let standing = ["Published", "Reported", "Derived", "Assumed"];
        let mut about = None;
        if node.tag().is_some_and(|tag| standing.contains(&tag.source())) {
            let items = node.items().ok()?;
            node = *items.first()?;
            about =
                items.get(1).and_then(|item| item.text().ok()).map(std::borrow::Cow::into_owned);
        }
        match node.items().ok().and_then(|items| items.first().copied()) {
            Some(reason) if node.tag().is_none_or(|tag| tag.source() != "AtMost") => {
                self.words(reason)
            }
            _ => about.filter(|_| node.tag().is_some()),
        }
    }
}
