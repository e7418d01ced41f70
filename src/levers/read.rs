//! One value from one piece of a file, or of what was typed: the same reader for both.

use super::misread::{Misread, Problem, words_of};
use super::{Field, Kind, Reader, Value};
use crate::format::{self, Month, ReadFault, Unit};
use crate::model::{Limit, Offset, Protection, Recovery, SupportTest};
use crate::money::{Pence, Share};
use crate::ron_text::{Kind as Shape, Node};
use crate::split::Column;

/// What is wanted of a piece.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'w> {
    /// Which field it is for.
    pub field: Field,
    /// A value of the right sort: for choices it says which choices there are.
    pub like: &'w Value,
    /// The measure that a limit in percent means unless it says another.
    pub size: Column,
    /// What a bare number is counted in.
    pub unit: Unit,
}

const AMOUNT: &str = "an amount, such as \"12.5m\", \"480k\" or 12_500_000";
const PERCENT: &str = "a percentage in quotes, such as \"2.5%\"";

/// Reads a value.
///
/// # Errors
/// The piece at fault, with what would be right there.
pub fn value_from<'a>(
    reader: &Reader<'_>,
    wanted: Wanted<'_>,
    node: Node<'a>,
) -> Result<Value, Misread<'a>> {
    if node.source() == "None" && may_be_none(wanted.field) {
        return Ok(none_of(wanted.like));
    }
    match wanted.field.row().kind {
        Kind::SignedMoney | Kind::Money => money(wanted, node).map(|p| Value::Money(Some(p))),
        Kind::Percent | Kind::SignedPercent => percent(node).map(|s| Value::Share(Some(s))),
        Kind::Offset => offset(wanted, node),
        Kind::Recovery => match is_percent(node) {
            true => percent(node).map(|s| Value::Recovery(Recovery::Share(s))),
            false => money(wanted, node).map(|p| Value::Recovery(Recovery::Amount(p))),
        },
        Kind::Limit => limit(reader, wanted, node).map(|l| Value::Limit(Some(l))),
        Kind::Count => count(node).map(|c| Value::Count(Some(c))),
        Kind::Measure => {
            let Field::Measure(column) = wanted.field else { return Ok(Value::Measure(None)) };
            reader.size(node, column).map(|size| Value::Measure(Some(size)))
        }
        Kind::Rule => reader.rule(node).map(|rule| Value::Rule(rule.into())),
        Kind::Body => reader.child(node).map(|key| Value::Lead(Some(key as usize))),
        Kind::Month => month(node).map(|m| Value::Month(Some(m))),
        Kind::Protection => protection(node),
        Kind::Test => support_test(node),
        Kind::SignedCount => whole(node).map(Value::Whole),
        Kind::Choice => choice(wanted.like, node),
    }
}

/// Whether a field may be emptied by writing `None`.
pub(super) fn may_be_none(field: Field) -> bool {
    use Field::{Bonus, Cap, Fixed, Floor, Lead, Percent, Priority, Repaid, Starts, StopsAt, Turn};
    matches!(
        field,
        Bonus | Cap | Fixed | Floor | Lead | Percent | Priority | Repaid | Starts | StopsAt | Turn
    )
}

fn none_of(like: &Value) -> Value {
    match like {
        Value::Share(_) => Value::Share(None),
        Value::Count(_) => Value::Count(None),
        Value::Limit(_) => Value::Limit(None),
        Value::Lead(_) => Value::Lead(None),
        Value::Month(_) => Value::Month(None),
        _ => Value::Money(None),
    }
}

fn scalar<'a, T>(
    node: Node<'a>,
    (problem, remedy): (Problem, &str),
    parse: impl Fn(&str) -> Result<T, ReadFault>,
) -> Result<T, Misread<'a>> {
    let words = words_of(node).map_err(|mismatch| Misread::kind(&mismatch, remedy))?;
    parse(&words).map_err(|fault| {
        let instead = fault.suggestion().map(|better| format!("\"{better}\""));
        Misread::new(node, problem, fault.to_string(), instead.unwrap_or_else(|| remedy.to_owned()))
    })
}

fn money<'a>(wanted: Wanted<'_>, node: Node<'a>) -> Result<Pence, Misread<'a>> {
    scalar(node, (Problem::Amount, AMOUNT), |words| format::parse_amount(words, wanted.unit))
}

fn percent(node: Node<'_>) -> Result<Share, Misread<'_>> {
    scalar(node, (Problem::Percent, PERCENT), format::parse_percent)
}

fn month(node: Node<'_>) -> Result<Month, Misread<'_>> {
    scalar(node, (Problem::Month, "a month, such as \"2019-12\""), Month::parse)
}

fn count(node: Node<'_>) -> Result<u32, Misread<'_>> {
    let remedy = "a whole number from 1";
    let count =
        scalar(node, (Problem::Number, remedy), format::parse_count).map_err(|misread| {
            // The example there is a number of people, and this is a rank.
            let what = misread.message.split(". Write").next().unwrap_or_default().to_owned();
            Misread { message: what, ..misread }
        })?;
    let count = u32::try_from(count).ok().filter(|count| *count >= 1);
    count.ok_or_else(|| Misread::new(node, Problem::Range, "this starts at 1", remedy))
}

fn is_percent(node: Node<'_>) -> bool {
    words_of(node).is_ok_and(|words| words.contains('%'))
}

fn offset<'a>(wanted: Wanted<'_>, node: Node<'a>) -> Result<Value, Misread<'a>> {
    if node.source() == "WholeNeed" {
        return Ok(Value::Offset(Offset::WholeNeed));
    }
    if is_percent(node) {
        return percent(node).map(|share| Value::Offset(Offset::Percent(share)));
    }
    money(wanted, node).map(|amount| Value::Offset(Offset::Amount(amount))).map_err(
        |mut misread| {
            misread.remedy =
                format!("{AMOUNT}; a percent of the need, such as \"50%\"; or WholeNeed");
            misread.near(format::nearest(node.source(), ["WholeNeed"]).map(str::to_owned))
        },
    )
}

fn limit<'a>(
    reader: &Reader<'_>,
    wanted: Wanted<'_>,
    node: Node<'a>,
) -> Result<Limit, Misread<'a>> {
    if let Ok(fields) = node.fields() {
        let remedy = "(percent: \"1%\", of: Turnover)";
        let field = |name: &str| fields.iter().find(|field| field.name.source() == name);
        let [Some(share), Some(of)] = [field("percent"), field("of")] else {
            let message = "a limit in percent of a measure has `percent` and `of`";
            return Err(Misread::new(node, Problem::MissingField, message, remedy));
        };
        if let Some(extra) = fields.iter().find(|f| !["percent", "of"].contains(&f.name.source())) {
            let message = format!("a limit has no field `{}`", extra.name.source());
            return Err(Misread::new(extra.name, Problem::UnknownField, message, remedy));
        }
        return Ok(Limit::PercentOf(percent(share.value)?, reader.measure(of.value)?));
    }
    if is_percent(node) {
        return percent(node).map(|share| Limit::PercentOf(share, wanted.size));
    }
    money(wanted, node).map(Limit::Amount)
}

fn protection(node: Node<'_>) -> Result<Value, Misread<'_>> {
    let tag = node.tag().map_or("", Node::source);
    let remedy = "Open, AtMost(\"20%\") or Protected(\"the reason\")";
    let protection = match tag {
        "Open" if node.kind() == Shape::Word => Protection::Open,
        "Protected" if is_word_with_reason(node) => Protection::Protected,
        "AtMost" => match node.items().as_deref() {
            Ok([share]) => Protection::AtMost(percent(*share)?),
            _ => {
                let message = "AtMost needs one percentage";
                return Err(Misread::new(node, Problem::Kind, message, remedy));
            }
        },
        _ => {
            let message = format!("there is no protection `{}`", node.source());
            let nearest = format::nearest(tag, ["Open", "AtMost", "Protected"]);
            return Err(Misread::new(node, Problem::Choice, message, remedy)
                .near(nearest.map(str::to_owned)));
        }
    };
    Ok(Value::Protection(protection))
}

fn support_test(node: Node<'_>) -> Result<Value, Misread<'_>> {
    let tag = node.tag().map_or("", Node::source);
    let remedy = "Own, System, Signed or Linked(\"50%\")";
    let bare = node.kind() == Shape::Word;
    let test = match (tag, node.items().as_deref()) {
        ("Own", _) if bare => SupportTest::Own,
        ("System", _) if bare => SupportTest::System,
        ("Signed", _) if bare => SupportTest::Signed,
        ("Linked", Ok([share])) => SupportTest::Linked(percent(*share)?),
        ("Linked", _) => {
            let message = "Linked needs one percentage: the part that hangs on the system's test";
            return Err(Misread::new(node, Problem::Kind, message, remedy));
        }
        _ => {
            let message = format!("there is no test `{}`", node.source());
            let nearest = format::nearest(tag, ["Own", "System", "Signed", "Linked"]);
            return Err(Misread::new(node, Problem::Choice, message, remedy)
                .near(nearest.map(str::to_owned)));
        }
    };
    Ok(Value::Test(test))
}

/// A whole number that may be below nought: a change in how often something happens.
fn whole(node: Node<'_>) -> Result<i64, Misread<'_>> {
    scalar(node, (Problem::Number, "a whole number, such as -106_000"), |words| {
        let words = words.trim();
        let sizes = words.strip_prefix(['-', '−']);
        let count = format::parse_count(sizes.unwrap_or(words))?;
        Ok(if sizes.is_some() { -count } else { count })
    })
}

/// A word alone, or a word with one text: `Exempt`, `Exempt("why")`.
fn is_word_with_reason(node: Node<'_>) -> bool {
    let reason = |items: &[Node<'_>]| matches!(items, [only] if only.text().is_ok());
    node.kind() == Shape::Word || node.items().is_ok_and(|items| reason(&items))
}

fn choice<'a>(like: &Value, node: Node<'a>) -> Result<Value, Misread<'a>> {
    let name = node.tag().map_or(node.source(), Node::source);
    let names = || like.alternatives().map(|(name, _, _)| *name);
    let found = like.alternatives().find(|(known, _, _)| *known == name);
    let bare = !matches!(name, "Exempt" | "Refuses") && node.kind() != Shape::Word;
    if found.is_some() && node.kind() != Shape::Bool && (bare || !is_word_with_reason(node)) {
        let remedy = if bare { name.to_owned() } else { format!("{name}(\"why\")") };
        let message = format!("`{name}` has something in brackets that it does not take");
        return Err(Misread::new(node, Problem::Kind, message, remedy));
    }
    found.map(|(_, _, value)| value.clone()).ok_or_else(|| {
        let list = names().collect::<Vec<_>>();
        let message = format!("`{}` is not one of the choices here", node.source());
        Misread::new(node, Problem::Choice, message, one_of(&list))
            .near(format::nearest(name, names()).map(str::to_owned))
    })
}

/// Names to choose from: `A, B or C`.
fn one_of(names: &[&str]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => names.concat(),
    }
}
