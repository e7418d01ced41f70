//! Floor 7: questions that are put to outcomes, or to the engine many times.
//!
//! Here belongs what compares, measures or searches outcomes: who bears a split. How one outcome
//! comes about belongs to `engine`, how an answer reads to `report`, `app` and `view`.

mod fairness;

pub use fairness::{
    Burden, Burdens, Distance, Missing, Part, all_splits, distance, has_measure, lenses, parts,
};
