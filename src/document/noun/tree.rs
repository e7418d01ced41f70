//! The tree: the country, regions, systems, groups, bodies, programmes.
//!
//! What stands beside it is in `beside`.

use super::{
    ALLOCATION, ALONGSIDE, CAP, COUNCIL_SHARE, FIXED, FLOOR, JOINT_PART, NOTE, Noun, OWN_MEASURES,
    PERFORMANCE, REGISTERED, REPAYMENT, RESIDENT, SHARE, SHORT, STANCE, SUPPORT, TURN, TURNOVER,
    WEIGHTED, may, need,
};
use crate::document::field_kind::FieldKind::{
    Bool, Count, Id, Limit, List, Money, Month, Offset, One, Percent, Rule, Text, Texts, Word,
};

/// The country as one pool.
pub(in super::super) static NATION: Noun = Noun {
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
        may("recurrent", Bool, "whether it is asked for again every year; once unless said"),
        may("repayment", One(&REPAYMENT), "what was promised back"),
        NOTE,
        may("uncovered_note", Text, "what is said beside the uncovered amount"),
    ],
};

/// A region.
pub(in super::super) static REGION: Noun = Noun {
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
        may("recurrent", Bool, "whether it is asked for again every year; once unless said"),
        may("repayment", One(&REPAYMENT), "what was promised back"),
        NOTE,
        may("uncovered_note", Text, "what is said beside the uncovered amount"),
        need("systems", List(&SYSTEM), "its systems"),
    ],
};

/// A system.
pub(in super::super) static SYSTEM: Noun = Noun {
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
        may("support", List(&SUPPORT), "conditional money: PSF, CSF, FRF and their like"),
        may("doubts", Texts, "what is not sure about it"),
        NOTE,
        may("groups", List(&GROUP), "partners that are asked together"),
        may("bodies", List(&BODY), "its bodies, where it has no groups"),
    ],
};

/// A savings scheme.
pub(in super::super) static SAVING: Noun = Noun {
    name: "a savings scheme",
    fields: &[
        need("id", Id, "its id in paths"),
        need("name", Text, "its name"),
        need("amount", Money, "what it would save in the year"),
        may("delivered", Percent, "the part of that which is delivered; 100 % unless said"),
        may("body", Text, "the id of the body whose result it improves"),
        may("recurrent", Bool, "whether it saves the same every year; left out: unknown"),
        may("needs", Texts, "ids of bodies or councils: if one refuses, it delivers nothing"),
        NOTE,
    ],
};

/// A group.
pub(in super::super) static GROUP: Noun = Noun {
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
pub(in super::super) static BODY: Noun = Noun {
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
        may("support", List(&SUPPORT), "conditional money: PSF, CSF, FRF and their like"),
        may("performance", List(&PERFORMANCE), "what it pays for performance"),
        may("signed", Bool, "whether it has signed the partnership's agreement; left out: unknown"),
        may("alongside", List(&ALONGSIDE), "money beside the mechanism, such as a council's own"),
        NOTE,
    ],
};

/// A programme.
pub(in super::super) static PROGRAMME: Noun = Noun {
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
        may("partners", List(&JOINT_PART), "who else pays for it, on top"),
        may("councils", List(&COUNCIL_SHARE), "whose people it reaches, if not its body's"),
        NOTE,
        may("status_note", Text, "the last word of its row on screen"),
    ],
};
