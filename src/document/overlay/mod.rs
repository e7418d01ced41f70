//! What a person changed, kept beside the scenario: `NAME.whatif.ron`.
//!
//! Here belongs the form of an overlay, how it is read and written, and how its changes are made
//! again on their base; and the history of the changes in the same form. The scenario's own file is never written. Unsaved changes that wait for
//! the next start are in `recovery`.

mod base;
mod carry;
mod log;
mod noun;
mod open;
mod read;
mod replay;
mod stack;
mod told;
mod write;

pub use base::{base_name, beside};
pub use carry::carried;
pub use log::{Entry, Log, unfitting};
pub(super) use noun::OVERLAY;
pub(super) use open::open_source;
pub use open::{Misfit, Opened, open};
pub use read::{Base, Overlay, Saved, Unsaved};
pub(super) use read::{is_overlay, read};
pub use replay::{Refused, Replayed, replay};
pub use stack::{Conflict, Layer, Said, Stacked, Unfit, stack};
pub use write::{Overwrite, save, text};
