//! What a person types into a lever: plain values, steps from now, shares of the baseline, sums.

use super::expression::{Fraction, Names, evaluate};
use super::misread::Misread;
use super::misread::Problem::{Amount, Decimal, Month, Number, Percent};
use super::range::{is_share, number, range, with_number};
use super::read::{Wanted, may_be_none};
use super::{Field, Kind, Lever, Reader, Refusal, Value, lever_at, value_from};
use crate::format::{self, Minus, Unit, capital};
use crate::model::{MeasureUnit, Node, Scenario, Splitter};
use crate::money::Share;
use crate::ron_text::Source;
use crate::split::Column;

/// Into which lever something is typed, and what its names mean.
#[derive(Clone, Copy, Debug)]
pub struct Typing<'t> {
    /// The scenario as it stands.
    pub now: &'t Scenario,
    /// The scenario as it was: `base`, and what `+10%` is ten per cent of.
    pub base: &'t Scenario,
    /// The lever.
    pub lever: Lever,
    /// What a bare number is counted in.
    pub unit: Unit,
}

/// Reads what was typed into a lever, without moving it.
///
/// # Errors
/// What was not understood, or could mean two things, with what to type instead.
pub fn typed(typing: Typing<'_>, words: &str) -> Result<Value, Refusal> {
    let words = words.trim();
    if words.is_empty() {
        return Err(Refusal::new("Nothing is typed."));
    }
    let kind = typing.lever.field.row().kind;
    if matches!(kind, Kind::Rule | Kind::Protection | Kind::Test | Kind::Choice) {
        return typing.piece(words);
    }
    if words == "None" {
        let word = typing.lever.field.word(typing.now);
        return match may_be_none(typing.lever.field) {
            true => typing.piece(words),
            false => Err(Refusal::new(format!("`{word}` cannot be left empty: type a value."))),
        };
    }
    if words == "WholeNeed" || (words == "whole need" && kind == Kind::Offset) {
        return typing.piece("WholeNeed");
    }
    match words {
        "min" | "max" => typing.end(words == "max"),
        "rest" if typing.lever.field == Field::Percent => typing.rest(),
        _ if words.starts_with("+=") => typing.relative(&words[2..], 1),
        _ if words.starts_with("-=") => typing.relative(&words[2..], -1),
        _ if words.starts_with('=') => typing.sum(&words[1..]),
        _ if has_sign(words) && words.ends_with('%') && !is_share(&typing.value()) => {
            typing.share_of_base(words)
        }
        _ => typing.plain(words),
    }
}

fn has_sign(words: &str) -> bool {
    words.starts_with(['+', '-', '−'])
}

impl Typing<'_> {
    fn value(&self) -> Value {
        self.lever.get(self.now)
    }

    /// Reads a piece of RON, or a scalar put into quotes.
    fn piece(&self, words: &str) -> Result<Value, Refusal> {
        let children = children_of(self.now, self.lever.node);
        let reader = Reader { measures: &self.now.measures.list, children: &children };
        let like = self.value();
        let size = self.now.size_of(self.lever.node);
        let wanted = Wanted { field: self.lever.field, like: &like, size, unit: self.unit };
        let source = Source::new("typed", words);
        let root = match source.root() {
            Ok(root) => root,
            // What is no RON is no value either: the field says which there are.
            Err(_) if !words.contains(['"', '(', '[']) => return self.quoted(words),
            Err(fault) => {
                let why = format!("“{words}” cannot be read: {}.", fault.message);
                return Err(Refusal::new(why));
            }
        };
        value_from(&reader, wanted, root).map_err(|misread| {
            let what = capital(&misread.message);
            // A number's own fault already says what to write instead.
            let whole = matches!(misread.problem, Amount | Percent | Month | Number | Decimal);
            let message = if whole {
                format!("{what}.")
            } else {
                format!("{what}. Type {}.", misread.remedy)
            };
            Refusal::with_nearest(message, misread.nearest)
        })
    }

    fn quoted(&self, words: &str) -> Result<Value, Refusal> {
        self.piece(&format!("{words:?}"))
    }

    fn plain(&self, words: &str) -> Result<Value, Refusal> {
        let unsigned = words.strip_prefix('+');
        let field = self.lever.field;
        if field.row().kind == Kind::Limit && words.starts_with('(') {
            return self.piece(words);
        }
        if matches!(field.row().kind, Kind::Percent | Kind::SignedPercent) && !words.ends_with('%')
        {
            return self.quoted(&format!("{words}%"));
        }
        if unsigned.is_some() && is_share(&self.value()) && field.row().kind != Kind::SignedPercent
        {
            let bare = unsigned.unwrap_or_default();
            return Err(Refusal::new(format!(
                "“{words}” could mean {bare}, or {bare} more than now. Type {bare} or +={bare}."
            )));
        }
        let value = self.quoted(unsigned.unwrap_or(words))?;
        let is_deficit = |value: &Value| number(value).is_some_and(|pence| pence < 0);
        let surplus = number(&value).is_some_and(|pence| pence > 0);
        if field.is_signed_money()
            && unsigned.is_none()
            && surplus
            && is_deficit(&self.lever.get(self.base))
        {
            let amount = number(&value).map(crate::money::Pence::from_wide).unwrap_or_default();
            let shown = format::short(amount, Minus::Sign);
            return Err(Refusal::new(format!(
                "{shown} would be a surplus. For a deficit type -{words}; for a surplus type +{words}."
            )));
        }
        Ok(value)
    }

    /// `+=1.5m`, `-=300k`: relative to the value now.
    fn relative(&self, words: &str, sign: i128) -> Result<Value, Refusal> {
        let now = number(&self.value()).ok_or_else(not_known)?;
        let by = self.quoted(words.trim())?;
        if is_share(&by) != is_share(&self.value()) {
            return Err(Refusal::new(
                "A percentage cannot be added to an amount: type +10% or an amount.",
            ));
        }
        let by = number(&by).ok_or_else(not_known)?;
        self.with(now + sign * by)
    }

    /// `+10%` on an amount: that share of the baseline's size more.
    fn share_of_base(&self, words: &str) -> Result<Value, Refusal> {
        let share = format::parse_percent(words.trim_start_matches('+'))
            .map_err(|fault| Refusal::new(format!("{}.", capital(&fault.to_string()))))?;
        let base = self.base_number().ok_or_else(not_known)?;
        let units = i128::from(Share::UNITS);
        let more = base.abs().checked_mul(i128::from(share.units()));
        let more = more.ok_or_else(|| Refusal::new("That is too large."))?;
        self.with(base + (2 * more + units).div_euclid(2 * units))
    }

    fn sum(&self, words: &str) -> Result<Value, Refusal> {
        let unit = self.per_unit(&self.value(), self.lever.field);
        let path = |path: &str| -> Result<Fraction, String> {
            let lever = lever_at(self.now, path).map_err(|refusal| refusal.to_string())?;
            self.part(path, lever)
        };
        let now = number(&self.value()).map(|number| (number, unit));
        let names = Names {
            base: self.base_number().map(|number| (number, unit)),
            now,
            path: &path,
            pence_in_unit: unit,
            counts_percent: is_share(&self.value()),
        };
        let (n, d) = evaluate(words, &names).map_err(|words| Refusal::new(sentence(&words)))?;
        let scaled = n.checked_mul(2 * unit).and_then(|n| n.checked_add(d));
        let scaled = scaled.ok_or_else(|| Refusal::new("The sum grows too large."))?;
        self.with(scaled.div_euclid(2 * d))
    }

    /// Another lever's value as a part of a sum: in an amount a percentage is a part of one, and in
    /// a percentage nothing but another percentage means anything.
    fn part(&self, path: &str, lever: Lever) -> Result<Fraction, String> {
        let value = lever.get(self.now);
        let number = number(&value).ok_or_else(|| format!("{path} is not a known number"))?;
        match (is_share(&self.value()), is_share(&value)) {
            (false, true) => Ok((number, i128::from(Share::UNITS))),
            (true, false) => Err(format!("{path} is not a percentage, and this is one")),
            _ => Ok((number, self.per_unit(&value, lever.field))),
        }
    }

    /// The baseline's number, where it is counted as the present one is: an amount or a percentage.
    fn base_number(&self) -> Option<i128> {
        let base = self.lever.get(self.base);
        number(&base).filter(|_| is_share(&base) == is_share(&self.value()))
    }

    fn end(&self, high: bool) -> Result<Value, Refusal> {
        let range = range(self.now, self.base, self.lever).ok_or_else(not_known)?;
        self.with(if high { range.high } else { range.low })
    }

    /// What the other percentages of the same split leave.
    fn rest(&self) -> Result<Value, Refusal> {
        let parent = self.now.parent(self.lever.node);
        let others = parent.map(|parent| siblings(self.now, parent)).unwrap_or_default();
        let others = others.into_iter().filter(|node| *node != self.lever.node);
        let field = self.lever.field;
        let sum: i128 =
            others.filter_map(|node| number(&Lever { node, field }.get(self.now))).sum();
        self.with((i128::from(Share::UNITS) - sum).max(0))
    }

    fn with(&self, number: i128) -> Result<Value, Refusal> {
        let largest = 10 * i128::from(crate::money::Pence::LIMIT.get());
        let fits = number.abs() <= largest;
        let value = fits.then(|| with_number(&self.value(), number)).flatten();
        value.ok_or_else(|| Refusal::new("That is too large, or not a value of this kind."))
    }

    /// How many of a value's integers make one of what is typed.
    fn per_unit(&self, value: &Value, field: Field) -> i128 {
        match (value, field) {
            (share, _) if is_share(share) => i128::from(Share::UNITS) / 100,
            (Value::Count(_) | Value::Whole(_) | Value::Month(_), _) => 1,
            (Value::Measure(_), Field::Measure(column)) => self.per_size(column),
            _ => self.pence_in_unit(),
        }
    }

    fn per_size(&self, column: Column) -> i128 {
        match self.now.measures.measure(column) {
            Some(m) if m.unit == MeasureUnit::Money => self.pence_in_unit(),
            Some(m) => 10_i128.pow(m.decimals),
            None => 1,
        }
    }

    fn pence_in_unit(&self) -> i128 {
        match self.unit {
            Unit::Pounds => 100,
            Unit::Millions => 100_000_000,
        }
    }
}

/// Reads a value for a lever from a piece of a file, as it stands there: nothing is relative.
///
/// # Errors
/// The piece at fault, with what would be right there.
pub fn value_for<'a>(
    scenario: &Scenario,
    lever: Lever,
    node: crate::ron_text::Node<'a>,
) -> Result<Value, Misread<'a>> {
    let children = children_of(scenario, lever.node);
    let reader = Reader { measures: &scenario.measures.list, children: &children };
    let (like, size) = (lever.get(scenario), scenario.size_of(lever.node));
    let wanted = Wanted { field: lever.field, like: &like, size, unit: Unit::Pounds };
    value_from(&reader, wanted, node)
}

/// The children among which a node splits, by id: payers of layers, lead payers.
pub(super) fn children_of(scenario: &Scenario, node: Node) -> Vec<(&str, u32)> {
    let Some(splitter) = scenario.splitter_at(node) else { return Vec::new() };
    let places = match splitter {
        Splitter::System(place) => scenario.systems[place].groups.clone(),
        Splitter::Group(place) => scenario.groups[place].bodies.clone(),
        Splitter::Pool(node) => {
            scenario.pool(node).map(|pool| pool.systems.clone()).unwrap_or_default()
        }
    };
    let key = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    let id = |key: u32| scenario.words.of(splitter.child(key)).id.as_str();
    places.map(|place| (id(key(place)), key(place))).collect()
}

fn siblings(scenario: &Scenario, parent: Node) -> Vec<Node> {
    match parent {
        Node::System(place) => scenario.systems[place].groups.clone().map(Node::Group).collect(),
        Node::Group(place) => scenario.groups[place].bodies.clone().map(Node::Body).collect(),
        Node::Nation | Node::Region(_) => {
            let pool = scenario.pool(parent);
            pool.map(|pool| pool.systems.clone().map(Node::System).collect()).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

fn not_known() -> Refusal {
    Refusal::new("Its value is not a known number, so nothing can be worked out from it.")
}

/// With a capital, and a full stop unless it has an end of its own.
fn sentence(words: &str) -> String {
    let stop = if words.ends_with(['.', '?']) { "" } else { "." };
    format!("{}{stop}", capital(words))
}
