//! A story: what is told to an audience, step by step. Paths, values and sentences are kept as
//! written; what they come to is worked out whenever a step is shown.

use super::telling::Telling;

/// One step. It begins from the scenario as its file has it, whatever step was shown before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryStep {
    /// Its title: the question that it answers.
    pub title: Telling,
    /// What stands over the number, in the place of the program's own words.
    pub caption: Option<Telling>,
    /// What to say, in a sentence or two.
    pub say: Option<Telling>,
    /// The changes: path and value as written.
    pub set: Vec<(String, String)>,
    /// The outcome shown big.
    pub show: Option<String>,
    /// Which picture stands below it.
    pub picture: Picture,
    /// What the room may ask next.
    pub what_if: Option<WhatIf>,
    /// How many minutes it takes.
    pub minutes: Option<u32>,
    /// Notes for the speaker.
    pub notes: Option<Telling>,
}

/// A change that the arrows make and take back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// The question.
    pub ask: Telling,
    /// The lever.
    pub path: String,
    /// What it is set to; without it the lever is moved by its own steps.
    pub to: Option<String>,
    /// Whether the step begins with it made: the answer was kept, not only the question.
    pub made: bool,
}

/// What is drawn below the figure: at most five bars.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Picture {
    /// Nothing.
    #[default]
    Nothing,
    /// Who covers the gap, and what nobody covers.
    Gap,
    /// Who shares in the amount that is shown.
    Shares,
    /// What the programmes of the body lose.
    Programmes,
    /// These outcomes.
    Bars(Vec<String>),
}

impl Picture {
    /// More than so many bars nobody takes in from the back of a room.
    pub const MOST: usize = 5;

    /// The pictures that need no more than their name.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("Gap", Self::Gap),
        ("Shares", Self::Shares),
        ("Programmes", Self::Programmes),
        ("Nothing", Self::Nothing),
    ];
}
