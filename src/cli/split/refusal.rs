//! Why one case gets no split: a stable code and a sentence.

use crate::split::Fault;

/// Why one case gets no split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The code, as in `cases/SCHEMA.md`.
    pub(super) code: String,
    /// What is wrong, where, and what would be right.
    pub(super) message: String,
}

impl Refusal {
    pub(super) fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into() }
    }

    /// A number that is none, or not one of the kind that is wanted here.
    pub(super) fn bad_number(place: &str, wanted: &str) -> Self {
        Self::new("BAD_NUMBER", format!("{place} must be {wanted}"))
    }

    /// A fault of the split floor; `ids` are those of the children that it was given.
    pub(super) fn from_fault(fault: Fault, ids: &[&str]) -> Self {
        let message = match fault.child().and_then(|child| ids.get(child)) {
            Some(id) => format!("{id}: {fault}"),
            None => fault.to_string(),
        };
        Self::new(fault.code(), message)
    }
}
