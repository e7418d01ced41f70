//! Everything that crosses a floor, in one binary so that it links once.

mod format;
mod ron_text;
