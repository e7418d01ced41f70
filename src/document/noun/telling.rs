//! What is told and taught with a scenario: stories and lessons.
//!
//! Texts here quote figures in braces: `{07G.ask}`, `{was 07G.ask}`, `{percent 07G.ask of MSE.ask}`.

use super::super::field_kind::FieldKind::{
    Bool, Count, Id, List, One, Other, Percent, Text, Texts,
};
use super::{Noun, may, need};

/// A step of a story.
pub(in super::super) static STEP: Noun = Noun {
    name: "a step of a story",
    fields: &[
        need("title", Text, "its title, the question that it answers; {PATH} is a figure"),
        may("caption", Text, "what stands over the number; the program has words of its own"),
        may("say", Text, "what to say, in a sentence or two; {PATH} is a figure"),
        may("set", List(&CHANGE), "changes to make first, on the scenario as the file has it"),
        may("show", Text, "the outcome to show big: 07G.ask"),
        may(
            "picture",
            Other,
            "Gap, Shares, Programmes, Nothing or Bars([\"07G.ask\", …]), at most five",
        ),
        may("what_if", One(&WHAT_IF), "a change that ↑ makes and ↓ takes back"),
        may("minutes", Count, "how many minutes it takes"),
        may("notes", Text, "notes for the speaker; {PATH} is a figure"),
    ],
};

/// A change of a story or a lesson.
pub(in super::super) static CHANGE: Noun = Noun {
    name: "a change",
    fields: &[need("path", Text, "the lever: CP.plan"), need("to", Other, "its new value")],
};

/// What the room may ask.
pub(in super::super) static WHAT_IF: Noun = Noun {
    name: "a what-if",
    fields: &[
        need("ask", Text, "the question"),
        need("path", Text, "the lever: EoE.split"),
        may("to", Other, "what it is set to; without it ↑ and ↓ move it step by step"),
        may("made", Bool, "whether the step begins with it made; it needs `to`"),
    ],
};

/// A lesson.
pub(in super::super) static LESSON: Noun = Noun {
    name: "a lesson",
    fields: &[
        need("id", Id, "its name in commands"),
        need("number", Count, "its place among all lessons"),
        need("title", Text, "its title"),
        need("about", Text, "what is learnt, in a sentence"),
        need("steps", List(&LESSON_STEP), "its steps"),
    ],
};

/// A step of a lesson.
pub(in super::super) static LESSON_STEP: Noun = Noun {
    name: "a step of a lesson",
    fields: &[
        need("situation", Text, "what is the case; {PATH} is a figure"),
        may("set", List(&CHANGE), "changes to make first, on the scenario as the file has it"),
        may("beside", Texts, "the outcomes that stand beside it: MSE.ask"),
        may("ask", Text, "the question; without one the step is read"),
        may("number", One(&NUMBER), "what is right, where a number is asked for"),
        may("choices", List(&CHOICE), "what may be chosen, where it is not"),
        may("hints", Texts, "help in grades, the least first; at most three"),
        may("why", Text, "why it is so; {PATH} is a figure"),
        may("play", One(&PLAY), "something to try at the end"),
    ],
};

/// A number that is asked for.
pub(in super::super) static NUMBER: Noun = Noun {
    name: "a number that is asked for",
    fields: &[
        need("of", Text, "the outcome or lever that it is: 07G.ask"),
        need("is", Text, "what it is, as you worked it out: the engine must say the same"),
        may("within", Percent, "how far off still counts as right: 2% unless said"),
        may("working", Text, "the way to it, in one line; {PATH} is a figure"),
        may("slips", List(&SLIP), "wrong answers that say what was overlooked"),
    ],
};

/// A wrong answer that says what was overlooked.
pub(in super::super) static SLIP: Noun = Noun {
    name: "a slip",
    fields: &[
        need("is", Text, "the wrong number, as a sum: {MSE.ask} * 13.68%"),
        need("say", Text, "what was overlooked; {PATH} is a figure"),
    ],
};

/// One of several answers.
pub(in super::super) static CHOICE: Noun = Noun {
    name: "a choice",
    fields: &[
        need("say", Text, "the answer; {PATH} is a figure"),
        may("right", Bool, "true: this is the one"),
        may(
            "when",
            Text,
            "what must hold for it to be right, needed of the right one: {CP.contribution} = 0",
        ),
        may("because", Text, "what is said to who chose it; {PATH} is a figure"),
    ],
};

/// Something to try.
pub(in super::super) static PLAY: Noun = Noun {
    name: "something to try",
    fields: &[
        need("ask", Text, "what is to be reached; {PATH} is a figure"),
        need("vary", Text, "the lever that is moved: MSE/commissioners.percent"),
        need("watch", Text, "the outcome that is watched: 07G.ask"),
        need("until", Text, "what must hold, and does not at first: {07G.ask} >= 500k"),
        need("by", Text, "a value of the lever with which it holds: 74%"),
    ],
};
