//! Floor 8: an outcome on paper.
//!
//! Here belongs whatever leaves the program as a document: text, tables, pictures of a screen that
//! was drawn elsewhere. What the figures are belongs to `engine`, how a screen is laid out to `view`.

pub mod svg;
