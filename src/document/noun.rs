//! The tables of what a file may say: one for each noun, one row for each field.
//!
//! The tables drive reading, faults, `fairshare schema` and the documentation.

use super::field_kind::FieldKind;

/// One field of a noun.
#[derive(Clone, Copy, Debug)]
pub struct FieldSpec {
    /// Its name in files.
    pub name: &'static str,
    /// What stands in it.
    pub kind: FieldKind,
    /// Whether the noun means nothing without it.
    pub needed: bool,
    /// What it means.
    pub meaning: &'static str,
}

/// A thing that a file describes.
#[derive(Debug)]
pub struct Noun {
    /// What it is called, with its article: `a body`.
    pub name: &'static str,
    /// Its fields, in the order in which they are best written.
    pub fields: &'static [FieldSpec],
}

pub(super) const fn need(name: &'static str, kind: FieldKind, meaning: &'static str) -> FieldSpec {
    FieldSpec { name, kind, needed: true, meaning }
}

pub(super) const fn may(name: &'static str, kind: FieldKind, meaning: &'static str) -> FieldSpec {
    FieldSpec { name, kind, needed: false, meaning }
}

use FieldKind::{
    Bool, Count, Id, Limit, List, Money, Month, Offset, One, Other, Percent, Rule, Text, Texts,
    Word,
};

const STANCE: FieldKind = Word("Contributes, Exempt(\"why\"), Refuses(\"why\")");

const CAP: FieldSpec = may("cap", Limit, "the most it can be asked for");
const FLOOR: FieldSpec = may("floor", Limit, "the least it is asked for");
const FIXED: FieldSpec = may("fixed", Money, "its agreed amount under Fixed");
const SHARE: FieldSpec = may("percent", Percent, "its agreed share of the whole under Percent");
const TURN: FieldSpec = may("turn", Count, "its turn under Priority: 1 pays first");
const NOTE: FieldSpec = may("note", Text, "a sentence about it");
const SHORT: FieldSpec = may("short", Text, "a name for narrow places");
const OWN_MEASURES: FieldSpec =
    may("measures", List(&MEASURE), "measures of the file's own: any name, any unit");
const ALLOCATION: FieldSpec = may("allocation", Money, "core allocation of a commissioner");
const TURNOVER: FieldSpec = may("turnover", Money, "turnover of a provider");
const REGISTERED: FieldSpec =
    may("registered_population", Count, "people registered with its practices");
const WEIGHTED: FieldSpec = may("weighted_population", Count, "the same, weighted by need");
const RESIDENT: FieldSpec = may("resident_population", Count, "people who live in its area");

/// A whole scenario.
pub static SCENARIO: Noun = Noun {
    name: "a scenario",
    fields: &[
        need("format", Count, "the version of this form: 1"),
        need("title", Text, "its title"),
        need("year", Text, "the financial year: \"2019/20\""),
        may("about", Text, "what it is about, in a sentence or two"),
        may("notes", Texts, "what is known, assumed, in dispute"),
        may("sources", List(&SOURCE), "what figures refer to"),
        may("nation", One(&NATION), "the country as one pool"),
        need("regions", List(&REGION), "the regions"),
        may("councils", List(&COUNCIL), "councils, by name"),
        may("key_tests", List(&KEY_TEST), "conditions under which partners would sign"),
        may("observed", List(&OBSERVED), "published outcomes to hold the model against"),
        may("story", List(&STEP), "steps for telling it to an audience"),
    ],
};

/// A source.
pub(super) static SOURCE: Noun = Noun {
    name: "a source",
    fields: &[
        need("id", Id, "the name that figures use"),
        need("title", Text, "its title"),
        may("date", Text, "its date, as exact as it is known"),
        may("url", Text, "where it can be read"),
    ],
};

/// The country as one pool.
pub(super) static NATION: Noun = Noun {
    name: "the nation",
    fields: &[
        need("id", Id, "its id in paths"),
        may("name", Text, "its name"),
        may("pooling", Word("Regional, National"), "whether regions or the country are balanced"),
        may("offset", Offset, "how much of the need other systems are asked to cover"),
        may("split", Rule, "how the offset is split over the contributors"),
        may("refusals", Word("Redistribute, Unfunded"), "what a system's refusal does"),
        may("contributors", Word("WithoutGap, All"), "which systems contribute"),
        may("reserve", Money, "money the pool itself holds and uses first"),
        may("asked_in", Month, "the month in which bodies were asked; April unless said"),
        NOTE,
        may("uncovered_note", Text, "what is said beside the uncovered amount"),
    ],
};

/// A region.
pub(super) static REGION: Noun = Noun {
    name: "a region",
    fields: &[
        need("id", Id, "its id in paths"),
        need("name", Text, "its name"),
        SHORT,
        may("offset", Offset, "how much of the need other systems are asked to cover"),
        may("split", Rule, "how the offset is split over the contributors"),
        may("refusals", Word("Redistribute, Unfunded"), "what a system's refusal does"),
        may("contributors", Word("WithoutGap, All"), "which systems contribute"),
        may("reserve", Money, "money the region itself holds and uses first"),
        may("asked_in", Month, "the month in which bodies were asked; April unless said"),
        NOTE,
        may("uncovered_note", Text, "what is said beside the uncovered amount"),
        need("systems", List(&SYSTEM), "its systems"),
    ],
};

/// A system.
pub(super) static SYSTEM: Noun = Noun {
    name: "a system",
    fields: &[
        need("id", Id, "its id in paths"),
        need("name", Text, "its name"),
        SHORT,
        may("control_total", Money, "its target, signed; or the sum of its bodies'"),
        may("plan", Money, "the position it expects, signed; or the sum of its bodies'"),
        may("gap", Money, "a gap that a source states without the two"),
        may("agreed", Bool, "whether its plan was agreed as its target: no relief is applied"),
        may("savings", List(&SAVING), "agreed schemes that close part of a gap first"),
        may("recover", Limit, "the part of its own gap that its own bodies are asked for"),
        may("stance", STANCE, "whether it takes part"),
        may("split", Rule, "how its ask is split over its groups, or bodies"),
        may(
            "refusals",
            Word("RedistributeWithin, Redistribute, Unfunded"),
            "what a body's refusal does",
        ),
        CAP,
        FLOOR,
        FIXED,
        SHARE,
        TURN,
        ALLOCATION,
        TURNOVER,
        REGISTERED,
        WEIGHTED,
        RESIDENT,
        OWN_MEASURES,
        NOTE,
        may("groups", List(&GROUP), "partners that are asked together"),
        may("bodies", List(&BODY), "its bodies, where it has no groups"),
    ],
};

/// A savings scheme.
pub(super) static SAVING: Noun = Noun {
    name: "a savings scheme",
    fields: &[
        need("id", Id, "its id in paths"),
        need("name", Text, "its name"),
        need("amount", Money, "what it would save in the year"),
        may("delivered", Percent, "the part of that which is delivered; 100 % unless said"),
        may("body", Text, "the id of the body whose result it improves"),
        may("needs", Texts, "ids of bodies of the system: if one refuses, it delivers nothing"),
        NOTE,
    ],
};

/// A group.
pub(super) static GROUP: Noun = Noun {
    name: "a group",
    fields: &[
        need("id", Id, "its id in paths"),
        may("name", Text, "its name; the id unless said"),
        SHORT,
        CAP,
        FLOOR,
        FIXED,
        SHARE,
        TURN,
        ALLOCATION,
        TURNOVER,
        REGISTERED,
        WEIGHTED,
        RESIDENT,
        OWN_MEASURES,
        may("split", Rule, "how its ask is split over its bodies"),
        may("lead", Text, "the id of the body that carries the whole ask in the year"),
        NOTE,
        need("bodies", List(&BODY), "its bodies"),
    ],
};

/// A body.
pub(super) static BODY: Noun = Noun {
    name: "a body",
    fields: &[
        need("id", Id, "its id in paths; its code in the official register"),
        need("name", Text, "its name"),
        SHORT,
        need("kind", Word("Commissioner, Provider, Council"), "what it is"),
        may("inclusion", Percent, "the part of its money and measures that counts here; 100 %"),
        ALLOCATION,
        TURNOVER,
        REGISTERED,
        WEIGHTED,
        RESIDENT,
        may("distance_from_target", Percent, "above (+) or below (−) its fair-shares target"),
        OWN_MEASURES,
        may("control_total", Money, "its target, signed"),
        may("plan", Money, "the position it expects, signed"),
        may("gap", Money, "a gap that a source states without the two"),
        may("agreed", Bool, "whether its plan was agreed as its target: no relief is applied"),
        may("reserve", Money, "money its plan spends and it has not committed; nought unless said"),
        may("stance", STANCE, "whether it takes part"),
        CAP,
        FLOOR,
        FIXED,
        SHARE,
        TURN,
        may(
            "absorbs",
            Word("ProRata, LeastImportantFirst, NotYetStartedFirst, Fixed"),
            "in which order its programmes give money up",
        ),
        may("complete", Bool, "whether its programmes are all there are"),
        may("councils", List(&COUNCIL_SHARE), "the councils whose people it serves"),
        may("programmes", List(&PROGRAMME), "its programmes"),
        may("alongside", List(&ALONGSIDE), "money beside the mechanism, such as a council's own"),
        NOTE,
    ],
};

/// A programme.
pub(super) static PROGRAMME: Noun = Noun {
    name: "a programme",
    fields: &[
        need("id", Id, "its id in paths"),
        need("name", Text, "its name"),
        SHORT,
        may("annual_cost", Money, "what a whole year of it costs this body"),
        may("starts", Month, "its planned first month; left out: it runs, or nobody said"),
        may("running", Bool, "whether it runs, where it has no start"),
        may("reaches", Count, "how many people a whole year of it reaches"),
        may(
            "protection",
            Word("Open, AtMost(\"20%\"), Protected(\"why\")"),
            "how much of it may be cut",
        ),
        may("priority", Count, "1 is the most important"),
        may("fixed", Money, "its agreed cut, where its body absorbs by Fixed"),
        may("stops_at", Percent, "the share of a cut at which it is no longer viable"),
        may("tags", Texts, "labels that outcomes can be summed by"),
        NOTE,
        may("status_note", Text, "the last word of its row on screen"),
    ],
};

/// A measure of the file's own.
pub(super) static MEASURE: Noun = Noun {
    name: "a measure",
    fields: &[
        need("id", Id, "its name in rules, in quotes there"),
        need("value", Other, "the size: money (\"374.9m\"), people or any number"),
    ],
};

/// The share of a body's people in one council's area.
pub(super) static COUNCIL_SHARE: Noun = Noun {
    name: "a council's share",
    fields: &[
        need("id", Text, "the id of the council"),
        need("share", Percent, "the share of the body's people"),
    ],
};

/// A council.
pub(super) static COUNCIL: Noun = Noun {
    name: "a council",
    fields: &[
        need("id", Id, "its id"),
        need("name", Text, "its name"),
        may("code", Text, "its code in the official register"),
    ],
};

/// Money beside the mechanism.
pub(super) static ALONGSIDE: Noun = Noun {
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
pub(super) static KEY_TEST: Noun = Noun {
    name: "a key test",
    fields: &[
        need("name", Text, "what it demands, in a sentence"),
        may("partner", Text, "the id of the partner whose condition it is"),
        may("every", Other, "Programme(tagged: \"…\"): tested one by one"),
        may("measure", Text, "the outcome: a path, or a measure's word with `every`"),
        may("at_most", Other, "the most that passes"),
        may("at_least", Other, "the least that passes"),
        may("of", Other, "the measure that a bound in percent is a share of"),
        may("fact", Bool, "a fact that a person ticks"),
    ],
};

/// A published outcome.
pub(super) static OBSERVED: Noun = Noun {
    name: "an observed outcome",
    fields: &[
        need("path", Text, "the outcome: 07G.ask"),
        need("amount", Money, "what was published"),
    ],
};

/// A step of a story.
pub(super) static STEP: Noun = Noun {
    name: "a step of a story",
    fields: &[
        need("title", Text, "its title"),
        may("say", Text, "what to say"),
        may("set", List(&CHANGE), "changes to apply"),
        may("show", Text, "the outcome to show big"),
        may("picture", Other, "which picture stands beside it"),
        may("notes", Text, "notes for the speaker"),
    ],
};

/// A change of a story.
pub(super) static CHANGE: Noun = Noun {
    name: "a change",
    fields: &[need("path", Text, "the lever: CP.plan"), need("to", Other, "its new value")],
};
