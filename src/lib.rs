//! fairshare: how one NHS system's planned overspend becomes other people's cuts.

pub mod app;
pub mod cli;
pub mod document;
pub mod engine;
pub mod format;
pub mod levers;
pub mod model;
pub mod money;
pub mod report;
pub mod ron_text;
pub mod split;
pub mod terminal;
pub mod view;
