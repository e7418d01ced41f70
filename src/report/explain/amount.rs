//! What a number comes to, as it stands in a column and in a sentence.

use super::Asked;
use super::burden::written;
use super::lines::line;
use super::written::{decimal, number_text, rounding};
use crate::arithmetic::{self, Exact, Number, Rounding};
use crate::engine::{OutcomeMeasure, Reading, Source, Unit};
use crate::format::{self, Minus};
use crate::levers::value_text;
use crate::money::Pence;
use num_bigint::BigInt;

/// What a number comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    /// As it stands in a column: `478,904.64`.
    pub(super) text: String,
    /// The same with its unit, where that is not pounds.
    unit: Option<String>,
    /// In pence, if it is money.
    pub(super) pence: Option<Pence>,
}

impl Amount {
    /// As it stands in a sentence: `£478,904.64`.
    pub(super) fn with_unit(&self) -> String {
        match (&self.unit, self.pence) {
            (Some(text), _) => text.clone(),
            (None, Some(pence)) => format::exact(pence, Minus::Sign),
            (None, None) => self.text.clone(),
        }
    }
}

pub(super) fn amount(asked: &Asked<'_>, source: Source) -> Amount {
    let plain = |text: String| Amount { text, unit: None, pence: None };
    match source {
        Source::Outcome(node, id) => match OutcomeMeasure::find(node, id) {
            Some(measure) => of_reading(measure.read(asked.now, &asked.worked.outcome)),
            None => plain(UNKNOWN.to_owned()),
        },
        Source::Lever(lever) => {
            let text = value_text(asked.now, lever, &lever.get(asked.now));
            let known = text != "None";
            plain(if known { text.replace('-', "−") } else { "not known".to_owned() })
        }
        Source::Year(_)
        | Source::Here(_)
        | Source::All(..)
        | Source::Tested(_)
        | Source::Pays(_)
        | Source::PaysNoMore(_) => {
            let pence = asked.worked.pence(asked.now, source);
            let value = pence.map(|own| (i128::from(own.get()), 1));
            of_reading(Reading { value, unit: Unit::Money })
        }
        Source::Burden(own) => {
            let value = line(asked.now, asked.worked, source).and_then(|line| line.sum.value());
            let known = value.map(|value| written(asked.now, own, &value));
            let [text, unit] = known.unwrap_or_else(|| [UNKNOWN, "not known"].map(str::to_owned));
            Amount { text, unit: Some(unit), pence: None }
        }
        Source::Residents(node, council) => {
            let councils = &asked.now.words.of(node).councils;
            let own = councils.iter().find(|own| own.council == council);
            plain(own.map_or_else(String::new, |own| format::percent(own.share, Minus::Sign)))
        }
        other => {
            let line = asked.worked.line(asked.now, other);
            let value = line.as_ref().and_then(|line| line.sum.value());
            match (line, value) {
                (Some(line), Some(value)) => {
                    let number = Number {
                        value: value.rounded(rounding(&line.sum).unwrap_or(Rounding::HalfUp)),
                        unit: line
                            .sum
                            .numbers()
                            .first()
                            .map_or(arithmetic::Unit::Pence, |n| n.unit),
                        is: None,
                    };
                    plain(number_text(asked.now, &number))
                }
                _ => plain(String::new()),
            }
        }
    }
}

/// What stands for a number that nobody knows.
pub(super) const UNKNOWN: &str = "[x]";

/// What a reading comes to.
pub(super) fn of_reading(reading: Reading) -> Amount {
    let Some((above, below)) = reading.value else {
        return Amount {
            text: UNKNOWN.to_owned(),
            unit: Some("not known".to_owned()),
            pence: None,
        };
    };
    let exact = Exact::new(BigInt::from(above), BigInt::from(below));
    let exact = exact.unwrap_or_else(|| Exact::whole(0));
    let over = |by: i64| Exact::new(exact.above.clone(), &exact.below * by);
    let times = |by: i64| Exact::new(&exact.above * by, exact.below.clone());
    let write = |own: Option<Exact>| own.map_or_else(String::new, |own| decimal(&own, 4));
    let with = |text: String, unit: &str| Amount {
        unit: Some(format!("{text}{unit}")),
        text,
        pence: None,
    };
    match reading.unit {
        Unit::Money => {
            let pence = reading.pence();
            let text = format::exact(pence.unwrap_or_default(), Minus::Sign).replace('£', "");
            Amount { text, unit: None, pence }
        }
        Unit::Months => with(write(Some(exact)), " months"),
        Unit::People => with(write(Some(exact)), " people"),
        Unit::Share => with(format!("{}%", write(times(100))), ""),
        Unit::PencePerHead => {
            let text = write(over(100));
            Amount { unit: Some(format!("£{text}")), text, pence: None }
        }
    }
}
