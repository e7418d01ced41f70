//! Floor 10: how it looks: pure functions from the program's state, a theme and a size to cells.
//!
//! Here belongs layout, colour and wording that depends on the room there is. What a row says and
//! what a key does belongs to `app`; nothing here changes anything or reads the world.

pub mod ascii;
mod card;
mod compare;
mod councils;
mod draw;
mod entry;
mod explain;
mod explore;
mod fairness;
mod fit;
mod footer;
mod head;
mod keys;
mod layout;
mod learn;
mod legend;
mod lever;
mod list;
mod message;
mod palette;
mod pen;
mod picker;
mod picture;
mod present;
mod problems;
mod results;
mod shelf;
mod sign_up;
mod sources;
mod spot;
mod steps;
pub mod theme;
mod timeline;
pub mod widgets;

use explore::shortened as explore_name;

pub use draw::{draw, render};
pub use pen::Pen;
pub use picture::picture;
pub use spot::spot_at;
