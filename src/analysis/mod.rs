//! Floor 7: questions that are put to outcomes, or to the engine many times.
//!
//! Here belongs what compares, measures or searches outcomes: several of them side by side, who
//! bears a split, which rule reproduces published shares, what would change a number. How one outcome
//! comes about belongs to `engine`, how an answer reads to `report`, `app` and `view`.

pub mod compare;
mod fairness;
mod fit;
mod nearby;

pub use fairness::{
    Burden, Burdens, Distance, Missing, Part, all_splits, distance, has_measure, lenses, parts,
};
pub use fit::{
    Alone, Bare, Cannot, Fit, FitLine, How, Observation, Pot, fits, fitted_figures, how_words,
    observation, off_words, percent_words, pot_words, published, share_words, splitter_words, uses,
    within_words,
};
pub use nearby::{Effect, nearby};
