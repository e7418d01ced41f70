//! What was promised back, and what was found to have been paid.

use super::super::noun::{FOUND, REPAYMENT};
use super::super::sheet::{Reading, Sheet};
use super::super::{Code, Diagnostic};
use super::scenario::Draft;
use super::value::Whose;
use crate::format::FinancialYear;
use crate::levers::Field;
use crate::model::{Node as Place, Repaid, Repayment};
use crate::ron_text::Node;

impl<'a> Reading<'a> {
    /// Reads what was promised back to the contributors of a pool.
    pub(super) fn repayment(
        &mut self,
        draft: &mut Draft,
        (id, place): (&str, Place),
        sheet: &Sheet<'a>,
    ) -> Option<Repayment> {
        let own = self.sheet(sheet.get("repayment")?, &REPAYMENT)?;
        let whose = Whose::new(id, place);
        let starts = self.standing((id, "starts", Some(place)), &own);
        let first = starts.and_then(|node| self.year_at(node));
        let repayment = Repayment {
            years: self.count(whose, Field::Years, &own)?,
            first: first?,
            repaid: self.share(whose, Field::Repaid, &own),
        };
        let node = own.get("starts")?;
        if self.year.is_some_and(|year| repayment.first <= year) {
            let message = "what is given in a year cannot be paid back before the next";
            let fault = self.at(Code::OUT_OF_RANGE, node, message).label("too early");
            let next = self.year.map_or_else(String::new, |year| year.plus(1).to_string());
            self.note(fault.remedy(format!("write \"{next}\" or a later year")));
        }
        self.ends_in_sight(repayment, &own);
        for item in self.items(&own, "found") {
            let path = format!("{id}.found");
            if let Some(found) = self.found((&path, place), repayment, item) {
                draft.words.repaid.push(found);
            }
        }
        Some(repayment)
    }

    /// What a source says was repaid, in a year of the promise: another has no place to be shown.
    fn found(
        &mut self,
        (path, pool): (&str, Place),
        promise: Repayment,
        item: Node<'a>,
    ) -> Option<Repaid> {
        let sheet = self.sheet(item, &FOUND)?;
        let amount = self.money(Whose::new(path, pool), Field::Amount, &sheet);
        let node = sheet.get("year")?;
        let year = self.year_at(node)?;
        let years = i32::try_from(promise.years).unwrap_or(i32::MAX);
        let last = promise.first.plus(years.saturating_sub(1));
        if !(promise.first..=last).contains(&year) {
            let message = format!("{year} is no year of this promise");
            let fault = self.at(Code::OUT_OF_RANGE, node, message).label("not promised for then");
            let first = promise.first;
            self.note(fault.remedy(format!("write a year from \"{first}\" to \"{last}\"")));
            return None;
        }
        Some(Repaid { pool, year, amount: amount? })
    }

    /// A promise that ends beyond the years that are shown would be shown as less than it is.
    fn ends_in_sight(&mut self, repayment: Repayment, sheet: &Sheet<'a>) {
        let Some((own, node)) = self.year.zip(sheet.get("years")) else { return };
        let most = repayment.most_years(own);
        if repayment.first <= own || repayment.years <= most {
            return;
        }
        let ahead = Repayment::MOST_YEARS;
        let message = format!("this promise ends more than {ahead} years after {own}");
        let fault = self.at(Code::OUT_OF_RANGE, node, message).label("too far to be shown");
        self.note(fault.remedy(match most {
            0 => "write an earlier year in `starts`".to_owned(),
            most => format!("write {most} at most, or an earlier year in `starts`"),
        }));
    }

    fn year_at(&mut self, node: Node<'a>) -> Option<FinancialYear> {
        let words = self.words(node)?;
        match FinancialYear::parse(&words) {
            Ok(year) => Some(year),
            Err(fault) => {
                self.note(Diagnostic::unread(Code::BAD_YEAR, self.source, node, &fault));
                None
            }
        }
    }
}
