//! Floor 11: the world: the terminal and its modes, threads, signals, files watched and written.
//!
//! Here belongs whatever crosses the edge of the program, and nothing that decides: events become
//! messages, effects are performed. What happens next is decided in `app`, how it looks in `view`.

mod effects;
mod input;
mod modes;
mod run;
mod screen;
mod signals;
mod watch;

pub use effects::Write;
pub use input::Arrival;
pub use run::{Ask, Done, World, run};
pub use screen::{Setting, show};
