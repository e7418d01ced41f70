//! Pieces that more than one screen is drawn with: they know cells and styles, no figures.
//!
//! Every one clips to the area it is given, down to nothing at all. What they show belongs to `app`.

mod bar;
mod big;
mod columns;
mod gantt;
mod pane;
mod write;

pub use bar::{Segment, edges};
pub use big::{big_height, draw_big};
pub use columns::Columns;
pub use gantt::{GanttRow, Scale, draw_gantt, month_heads};
pub use pane::{heading, visible_rows};
pub use write::{Piece, fit, put, put_right, width_of};
