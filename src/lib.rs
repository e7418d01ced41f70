//! fairshare: how one NHS system's planned overspend becomes other people's cuts.

pub mod document;
pub mod format;
pub mod money;
pub mod ron_text;
