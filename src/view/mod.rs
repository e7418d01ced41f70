//! Floor 10: how it looks: pure functions from the program's state, a theme and a size to cells.
//!
//! Here belongs layout, colour and wording that depends on the room there is. What a row says and
//! what a key does belongs to `app`; nothing here changes anything or reads the world.

pub mod theme;
pub mod widgets;
