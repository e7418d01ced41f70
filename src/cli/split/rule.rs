//! The rule of a case: its name and its parameters, as the split floor knows them.

use super::claimant::{Claimant, given};
use super::columns::Columns;
use super::decimal::{Decimal, pence, share};
use super::refusal::Refusal;
use crate::money::Share;
use crate::split::{Band, Charge, Column, Floors, Layer, Rule, Shortfall, Terms};
use num_traits::ToPrimitive;
use serde_json::{Map, Value};

type Fields = Map<String, Value>;

/// Reads rules, and collects the columns that they name.
pub(super) struct Reader<'a> {
    pub(super) claimants: &'a [Claimant],
    pub(super) columns: Columns,
}

impl Reader<'_> {
    /// The rule that these fields name (`rule`, `params`), on its own terms.
    pub(super) fn rule(&mut self, fields: &Fields) -> Result<Rule, Refusal> {
        let name = given(fields, "rule").and_then(Value::as_str).unwrap_or_default();
        let none = Fields::new();
        let params = match given(fields, "params") {
            None => &none,
            Some(Value::Object(params)) => params,
            Some(_) => return Err(Refusal::new("BAD_PARAMS", "`params` must be an object")),
        };
        let rule = match name {
            "equal" => Rule::Equal,
            "proportional" => Rule::Proportional { by: self.weight()? },
            "proportional_claims" => Rule::WhereItFalls,
            "fixed" => Rule::Fixed { rest: Some(self.weight()?) },
            "percent" => Rule::Percent { rest: Some(self.weight()?) },
            "cea" => Rule::EqualUpToLimit,
            "cel" => Rule::EqualHeadroom,
            "talmud" => Rule::ContestedGarment,
            "priority" => Rule::Priority { by: Some(self.weight_or_one()?) },
            "layered" => self.layered(params)?,
            "banded" => self.banded(params)?,
            "level" => Rule::Levelling { pace: Share::ONE },
            "pace_of_change" => Rule::Levelling { pace: pace(params)? },
            "blend" => self.blend(params)?,
            _ => return Err(Refusal::new("UNKNOWN_RULE", format!("there is no rule `{name}`"))),
        };
        Ok(Rule::OnTerms(terms(params)?, Box::new(rule)))
    }

    /// The claimants' own weights.
    pub(super) fn weight(&mut self) -> Result<Column, Refusal> {
        let weights: Vec<_> = self.claimants.iter().map(|one| one.weight.clone()).collect();
        Ok(self.columns.add(&weights, 0)?.0)
    }

    fn weight_or_one(&mut self) -> Result<Column, Refusal> {
        let weight = |one: &Claimant| Some(one.weight.clone().unwrap_or_else(Decimal::one));
        let weights: Vec<_> = self.claimants.iter().map(weight).collect();
        Ok(self.columns.add(&weights, 0)?.0)
    }

    fn layered(&mut self, params: &Fields) -> Result<Rule, Refusal> {
        let layers = objects(params, "layers")?;
        let layers = layers.into_iter().map(|layer| self.layer(layer));
        Ok(Rule::Layered(layers.collect::<Result<_, _>>()?))
    }

    fn layer(&mut self, fields: &Fields) -> Result<Layer, Refusal> {
        let width = given(fields, "width").map(|value| pence(value, "`width` of a layer"));
        let width = width.transpose()?;
        let weights = fields.get("weights").and_then(Value::as_array);
        let weights = weights.filter(|weights| weights.len() == self.claimants.len());
        let Some(weights) = weights else {
            let message = "a layer needs one weight for each claimant, in the order of the list";
            return Err(Refusal::new("LAYER_WEIGHTS_LENGTH", message));
        };
        let weight = |value: &Value| match value {
            Value::Null => Ok(None),
            value => Decimal::read(value, "a weight of a layer").map(Some),
        };
        let weights: Vec<_> = weights.iter().map(weight).collect::<Result<_, _>>()?;
        if weights.iter().flatten().any(Decimal::is_negative) {
            return Err(Refusal::new("NEGATIVE_WEIGHT", "a weight of a layer is below nought"));
        }
        let (by, _) = self.columns.add(&weights, 0)?;
        Ok(Layer { width, payers: None, rule: Rule::Proportional { by } })
    }

    fn banded(&mut self, params: &Fields) -> Result<Rule, Refusal> {
        let mut ends = Vec::new();
        let mut rates = Vec::new();
        for band in objects(params, "bands")? {
            let upto = given(band, "upto").map(|value| Decimal::read(value, "`upto` of a band"));
            ends.push(upto.transpose()?);
            let Some(rate) = given(band, "rate") else {
                return Err(Refusal::new("MISSING_RATE", "a band needs a `rate`"));
            };
            rates.push(share(rate, 0, "`rate` of a band")?);
        }
        let places = ends.iter().flatten().map(Decimal::places).max().unwrap_or_default();
        let weights: Vec<_> = self.claimants.iter().map(|one| one.weight.clone()).collect();
        let (by, places) = self.columns.add(&weights, places)?;
        let too_long = || Refusal::bad_number("`upto` of a band", "shorter");
        let mut bands = Vec::new();
        for (end, rate) in ends.iter().zip(rates) {
            let upto = end.as_ref().map(|end| end.scaled(places).to_i128().ok_or_else(too_long));
            bands.push(Band { upto: upto.transpose()?, rate });
        }
        let charge = match given(params, "scaled") {
            None | Some(Value::Bool(true)) => Charge::Scaled,
            Some(Value::Bool(false)) => {
                let per_penny = 10_i128.checked_pow(places).ok_or_else(too_long)?;
                Charge::AsItIs { per_penny }
            }
            Some(_) => return Err(Refusal::new("BAD_PARAMS", "`scaled` must be true or false")),
        };
        Ok(Rule::Banded { by, bands, charge })
    }

    fn blend(&mut self, params: &Fields) -> Result<Rule, Refusal> {
        let mut parts = Vec::new();
        for part in objects(params, "parts")? {
            let Some(alpha) = given(part, "alpha") else {
                return Err(Refusal::new("MISSING_ALPHA", "a part of a blend needs an `alpha`"));
            };
            parts.push((share(alpha, 0, "`alpha` of a part")?, self.rule(part)?));
        }
        Ok(Rule::Blend(parts))
    }
}

fn pace(params: &Fields) -> Result<Share, Refusal> {
    match given(params, "pace") {
        None => Err(Refusal::new("MISSING_PACE", "`pace_of_change` needs a `pace`")),
        Some(value) => share(value, 0, "`pace`"),
    }
}

fn terms(params: &Fields) -> Result<Terms, Refusal> {
    let shortfall = match word(params, "floor_policy") {
        None | Some("error") => Shortfall::Refuse,
        Some("scale") => Shortfall::ScaleFloors,
        Some(_) => return Err(unknown("floor_policy", "`error` or `scale`")),
    };
    let floors = match word(params, "floor_mode") {
        None | Some("minimum") => Floors::Minimum,
        Some("base") => Floors::Base,
        Some(_) => return Err(unknown("floor_mode", "`minimum` or `base`")),
    };
    Ok(Terms { floors, shortfall })
}

/// A parameter that is a word; anything else that is given is not one of the words.
pub(super) fn word<'a>(params: &'a Fields, name: &str) -> Option<&'a str> {
    given(params, name).map(|value| value.as_str().unwrap_or("?"))
}

/// The refusal of a word that is none of those wanted.
pub(super) fn unknown(name: &str, wanted: &str) -> Refusal {
    Refusal::new(format!("UNKNOWN_{}", name.to_uppercase()), format!("`{name}` must be {wanted}"))
}

fn objects<'a>(params: &'a Fields, name: &str) -> Result<Vec<&'a Fields>, Refusal> {
    let refused = || {
        let code = format!("MISSING_{}", name.to_uppercase());
        Refusal::new(code, format!("`params` needs `{name}`, a list of objects"))
    };
    let list = given(params, name).and_then(Value::as_array).ok_or_else(refused)?;
    list.iter().map(|value| value.as_object().ok_or_else(refused)).collect()
}
