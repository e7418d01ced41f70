//! How burdens come about, and how far apart they are: from the same asks and sizes that the burdens
//! themselves are counted by.

use super::written::decimal;
use crate::analysis::{Burden, Burdens};
use crate::arithmetic::{Exact, Sum, Unit};
use crate::engine::{Bearing, BurdenOf, Ends, Line, Outcome, Source};
use crate::model::{MeasureUnit, Scenario};
use crate::money::Pence;
use num_bigint::BigInt;

/// The line of a burden; `None` where burdens cannot be counted, or there is nothing to divide by.
pub(super) fn line(scenario: &Scenario, outcome: &Outcome, own: BurdenOf) -> Option<Line> {
    let burdens = Burdens::of(scenario, outcome, (own.split, own.column)).ok()?;
    let all = All { own, list: burdens.list() };
    let (low, high) = burdens.ends();
    let mut together = Vec::new();
    let sum = match own.what {
        Bearing::Of(node) => all.burden(burdens.at(node)?),
        Bearing::Whole => {
            let sizes = Sum::add(all.list.iter().map(|own| all.size(own)));
            Sum::add(all.list.iter().map(ask)).over(sizes)
        }
        Bearing::Ratio => {
            burdens.ratio()?;
            all.burden(high).over(all.burden(low))
        }
        Bearing::Difference => all.burden(high).less(all.burden(low)),
        Bearing::Gini => all.gini(&mut together),
    };
    Some(Line { sum, together, ends: Ends::AsItStands, rule: None })
}

fn ask(own: &Burden) -> Sum<Source> {
    Sum::of(own.ask.get(), Unit::Pence, Source::Outcome(own.node, "ask"))
}

/// The burdens of a split, the lowest first.
struct All<'a> {
    own: BurdenOf,
    list: &'a [Burden],
}

impl All<'_> {
    fn size(&self, own: &Burden) -> Sum<Source> {
        let column = self.own.column;
        Sum::of(own.size, Unit::Size(column.0), Source::Weight(own.node, column))
    }

    fn burden(&self, own: Burden) -> Sum<Source> {
        ask(&own).over(self.size(&own))
    }

    /// 1 − Σ size × (2 × what those below bear + ask) ÷ (all asks × all sizes), the lowest burden
    /// first; what is borne up to each is shown apart.
    fn gini(&self, together: &mut Vec<Sum<Source>>) -> Sum<Source> {
        let mut below: Option<Sum<Source>> = None;
        let (mut borne, mut terms) = (Pence::ZERO, Vec::new());
        for own in self.list {
            let ask = ask(own);
            borne += own.ask;
            let (twice, up_to) = match below {
                None => (ask.clone(), ask),
                Some(below) => {
                    together.push(Sum::add([below.clone(), ask.clone()]));
                    let place = Source::Together(together.len() - 1);
                    let twice = Sum::add([Sum::plain(2, Unit::Count).times(below), ask]);
                    (twice, Sum::of(borne.get(), Unit::Pence, place))
                }
            };
            terms.push(self.size(own).times(twice));
            below = Some(up_to);
        }
        let size: i128 = self.list.iter().map(|own| own.size).sum();
        together.push(Sum::add(self.list.iter().map(|own| self.size(own))));
        let place = Source::Together(together.len() - 1);
        let size = Sum::of(size, Unit::Size(self.own.column.0), place);
        let all = below.unwrap_or_else(Sum::nought).times(size);
        Sum::plain(1, Unit::Count).less(Sum::add(terms).over(all))
    }
}

/// A number of burdens as it stands in a column, and with its unit: asks in pence for sizes as the
/// measure keeps them.
pub(super) fn written(scenario: &Scenario, own: BurdenOf, value: &Exact) -> [String; 2] {
    let measure = scenario.measures.measure(own.column);
    let scaled = |above: BigInt, below: i64| {
        let own = Exact::new(&value.above * above, &value.below * below);
        own.map_or_else(String::new, |own| decimal(&own, 4))
    };
    let one = || BigInt::from(1);
    match (own.what, measure) {
        (Bearing::Ratio | Bearing::Gini, _) | (_, None) => [scaled(one(), 1), scaled(one(), 1)],
        (_, Some(measure)) => match measure.unit {
            MeasureUnit::People => {
                let text = scaled(one(), 100);
                [text.clone(), format!("£{text} a head")]
            }
            MeasureUnit::Money => {
                let text = format!("{}%", scaled(BigInt::from(100), 1));
                [text.clone(), text]
            }
            MeasureUnit::Number => {
                let text = scaled(BigInt::from(10).pow(measure.decimals), 100);
                [text.clone(), format!("£{text} each")]
            }
        },
    }
}
