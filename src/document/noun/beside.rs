//! What stands beside the tree: sources, councils, key tests, published outcomes.

use super::{NOTE, Noun, SHORT, may, need};
use crate::document::field_kind::FieldKind::{
    Bool, Count, Id, List, Money, Month, Other, Percent, Text, Texts, Word,
};

/// A source.
pub(in super::super) static SOURCE: Noun = Noun {
    name: "a source",
    fields: &[
        need("id", Id, "the name that figures use"),
        need("title", Text, "its title"),
        may("date", Text, "its date, as exact as it is known"),
        may("url", Text, "where it can be read"),
    ],
};

/// A measure of the file's own.
pub(in super::super) static MEASURE: Noun = Noun {
    name: "a measure",
    fields: &[
        need("id", Id, "its name in rules, in quotes there"),
        need("value", Other, "the size: money (\"374.9m\"), people or any number"),
        may("note", Text, "a sentence about the measure; said once, at any of those who have it"),
    ],
};

/// The share of a body's people in one council's area.
pub(in super::super) static COUNCIL_SHARE: Noun = Noun {
    name: "a council's share",
    fields: &[
        need("id", Text, "the id of the council"),
        need("share", Percent, "the share of the body's people"),
    ],
};

/// A council.
pub(in super::super) static COUNCIL: Noun = Noun {
    name: "a council",
    fields: &[
        need("id", Id, "its id"),
        need("name", Text, "its name"),
        SHORT,
        may("code", Text, "its code in the official register"),
        may("population", Count, "people who live in its area"),
        may(
            "stance",
            Word("Contributes, Refuses(\"why\")"),
            "whether it takes part: one that refuses withdraws from joint programmes and savings",
        ),
        NOTE,
    ],
};

/// A named set of councils.
pub(in super::super) static AUTHORITY: Noun = Noun {
    name: "a set of councils",
    fields: &[
        need("id", Id, "its id"),
        need("name", Text, "its name: a combined authority's"),
        need("councils", Texts, "the ids of its councils"),
    ],
};

/// A part of support.
pub(in super::super) static SUPPORT: Noun = Noun {
    name: "a part of support",
    fields: &[
        need("id", Id, "its id in paths"),
        need("name", Text, "its name"),
        need("amount", Money, "what is paid in the year, if all is met"),
        may(
            "test",
            Word("Own, System, Linked(\"50%\"), Signed"),
            "what must be met for it to be paid; Own unless said",
        ),
        may("conditions", List(&CONDITION), "weighted conditions, beside the finance test"),
        may("bonus", Percent, "more for each pound above the target: 100% is £1 for £1"),
        NOTE,
    ],
};

/// A condition of support.
pub(in super::super) static CONDITION: Noun = Noun {
    name: "a condition of support",
    fields: &[
        need("id", Id, "its id in paths"),
        need("name", Text, "its name: waiting times"),
        need("weight", Percent, "its share of the amount; the rest hangs on the finance test"),
        need("met", Bool, "whether it is met"),
        NOTE,
    ],
};

/// What a partner pays towards a programme.
pub(in super::super) static JOINT_PART: Noun = Noun {
    name: "a partner",
    fields: &[
        need("id", Text, "the id of the council or body that pays"),
        may("annual_cost", Money, "what a whole year costs it; left out: unknown"),
        may("matched", Bool, "whether it withdraws in proportion to the body's cut"),
        NOTE,
    ],
};

/// What was promised back.
pub(in super::super) static REPAYMENT: Noun = Noun {
    name: "a repayment",
    fields: &[
        need("years", Count, "over how many years, in equal parts"),
        need("starts", Text, "the first of them: \"2020/21\""),
        may("repaid", Percent, "how much of what was promised is repaid; left out: unknown"),
        may("found", List(&FOUND), "what a source says was repaid"),
    ],
};

/// What a source says was repaid.
pub(in super::super) static FOUND: Noun = Noun {
    name: "a repayment that was found",
    fields: &[need("year", Text, "the year: \"2020/21\""), need("amount", Money, "how much")],
};

/// Something that happened.
pub(in super::super) static EVENT: Noun = Noun {
    name: "an event",
    fields: &[
        need("date", Text, "its date, as exact as it is known: 2019, 2019-05, 2019-05-21"),
        need("what", Text, "what happened, in a few words"),
        may("who", Text, "who said or did it: an office, not a person"),
        may("source", Text, "the id of a source"),
        may("about", Text, "the path of a programme, or: repayment"),
    ],
};

/// A knock-on cost.
pub(in super::super) static KNOCK_ON: Noun = Noun {
    name: "a knock-on cost",
    fields: &[
        need("id", Id, "its id in paths"),
        need("name", Text, "its name"),
        may("tagged", Text, "the tag of the programmes whose cuts it follows; left out: all"),
        need("returns", Percent, "the part of a cut that returns as cost"),
        may("least", Percent, "the least that its source allows"),
        may("most", Percent, "the most that its source allows"),
        may("to", Text, "the id of the body whose result bears it; left out: it is only shown"),
        may("next_year", Bool, "whether it comes a year later"),
        may("on", Bool, "whether it counts; off unless said"),
        NOTE,
    ],
};

/// Pay for performance.
pub(in super::super) static PERFORMANCE: Noun = Noun {
    name: "pay for performance",
    fields: &[
        need("id", Id, "its id in paths"),
        need("name", Text, "its name"),
        need("amount", Money, "what is paid if all that was planned is achieved"),
        need("planned", Count, "what was planned, signed: -106_000"),
        need("achieved", Count, "what came of it, signed"),
        may("unit", Text, "what it is counted in: emergency admissions"),
        NOTE,
    ],
};

/// Money beside the mechanism.
pub(in super::super) static ALONGSIDE: Noun = Noun {
    name: "money alongside",
    fields: &[
        need("id", Id, "its id"),
        need("name", Text, "its name"),
        may("council", Text, "the id of the council whose money it is"),
        may("amount", Money, "how much"),
        may("starts", Month, "its first month"),
        NOTE,
        may("status_note", Text, "the last word of its row on screen"),
    ],
};

/// A key test.
pub(in super::super) static KEY_TEST: Noun = Noun {
    name: "a key test",
    fields: &[
        may("id", Id, "its id in paths: consulted.fact"),
        need("name", Text, "what it demands, in a sentence"),
        may("partner", Text, "the id of the partner whose condition it is"),
        may("every", Other, "Programme(tagged: \"…\"): tested one by one"),
        may("sum", Other, "Programme(tagged: \"…\"): the sum over the partner's programmes"),
        may("measure", Text, "the outcome: a path, or a measure's word with `every` or `sum`"),
        may("at_most", Other, "the most that passes"),
        may("at_least", Other, "the least that passes"),
        may("of", Other, "the measure that a bound in percent is a share of"),
        may("fact", Bool, "a fact that a person ticks"),
        NOTE,
    ],
};

/// A published outcome.
pub(in super::super) static OBSERVED: Noun = Noun {
    name: "an observed outcome",
    fields: &[
        need("path", Text, "the outcome: 07G.ask"),
        need("amount", Money, "what was published"),
        may("note", Text, "a sentence about this figure: how much rests on it"),
    ],
};
