//! fairshare: how one NHS system's planned overspend becomes other people's cuts, to the penny.
//!
//! A scenario file becomes a [`model::Scenario`] ([`document`]), levers change it ([`levers`]), the
//! engine makes an [`engine::Outcome`] of it ([`engine`]), and reports put that on paper
//! ([`report`]). The screen is a thin skin over the same four ([`app`], [`view`], [`terminal`]).
//!
//! ```
//! use fairshare::format::Unit;
//! use fairshare::levers::{Typing, lever_at, node_at, typed};
//! use fairshare::{document, engine};
//!
//! let base = document::library("east-of-england-2019").map_err(|faulty| format!("{faulty:?}"))?;
//! let mut now = base.clone();
//! let lever = lever_at(&base, "EoE.split")?;
//! let typing = Typing { now: &base, base: &base, lever, unit: Unit::Pounds };
//! lever.set(&mut now, &typed(typing, "Proportional(by: Allocation)")?)?;
//!
//! let outcome = engine::compute(&now);
//! let ask = outcome.ask(node_at(&now, "HWE")?);
//! assert_eq!(ask.map(|pence| pence.get()), Some(6_643_293_75));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The folders are floors: a file uses only lower ones. `arithmetic`, `money` and `ron_text` are the
//! lowest, then `split` and `format`, `model`, `levers`, `engine`, `document`, `analysis`, `report`,
//! `app`, `view`, `terminal`, `cli`. Below `terminal` and `cli` there is no terminal, no clock and no environment,
//! and files are touched in `document` alone. Money is whole pence everywhere.

pub mod analysis;
pub mod app;
pub mod arithmetic;
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
