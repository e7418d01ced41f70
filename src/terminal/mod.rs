//! Floor 11: the world: the terminal, threads, signals, files being watched, effects performed.
//!
//! Here belongs everything that crossterm, a signal or the environment says, turned into messages
//! for `app`, and every effect that `app` asks for, performed. What happens next is decided in
//! `app`, how it looks in `view`, and no word of a command line is known here.

mod clock;
mod effects;
mod environment;
mod explore;
mod farewell;
mod follow;
mod ground;
mod input;
mod late_answer;
mod modes;
mod names;
mod recovery;
mod run;
mod signals;
mod watch;

pub use environment::{Environment, environment};
pub use explore::{CannotExplore, Opened, Options, Reopen, explore};
pub use follow::follow;
pub use recovery::Recovery;
pub use run::{Answer, Arrival, Edge, Ending, Stage, run};
