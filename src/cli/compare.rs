//! `fairshare compare A B [C [D]]`: scenarios and overlays side by side.

use std::path::Path;

use super::failure::Failure;
use super::open::{look, refused, say_stacked};
use super::output::{To, say};
use super::report::Format;
use crate::analysis::compare::{
    Alignment, Comparison, Kept, LETTERS, MOST, Order, Place, Side, Wanted,
};
use crate::document::overlay::{Layer, Opened, Saved, stack};
use crate::document::{self, Any, Faulty, open_any};
use crate::model::Scenario;
use crate::report::{Compared, Manner, render_comparison};

/// Which sides, which rows, in which form, where to.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Names from `fairshare list`, scenario files or overlays, at most four; FIRST+SECOND lays an
    /// overlay on what stands before the plus.
    #[arg(required = true, num_args = 2..=MOST, value_name = "SIDE")]
    sides: Vec<String>,
    /// Which side the others are measured against.
    #[arg(long, value_name = "LETTER", default_value = "A", ignore_case = true, value_parser = LETTERS)]
    baseline: String,
    /// Leave out what no side changes.
    #[arg(long)]
    only_differences: bool,
    /// The largest change first, within each part and among those of one rank.
    #[arg(long)]
    by_effect: bool,
    /// For a reader, another program or a spreadsheet.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    to: To,
}

/// The comparison; nothing if it went to a file.
pub(super) fn run(args: &Args, plain: bool) -> Result<String, Failure> {
    let kept: Vec<Kept> =
        args.sides.iter().map(|words| side(words, plain)).collect::<Result<_, _>>()?;
    let sides: Vec<Side<'_>> = kept.iter().map(Kept::side).collect();
    let baseline =
        LETTERS.iter().position(|own| own.eq_ignore_ascii_case(&args.baseline)).unwrap_or(0);
    if baseline >= sides.len() {
        let last = LETTERS[sides.len() - 1];
        return Err(Failure::call(format!(
            "--baseline {}: there are sides A to {last}. Name one of them.",
            args.baseline
        )));
    }
    let alignment = Alignment::of(&sides);
    let comparison = Comparison { sides: &sides, baseline, alignment: &alignment };
    let order = if args.by_effect { Order::Effect } else { Order::File };
    let opens = |_: &Place| true;
    let wanted =
        Wanted { order, only_differences: args.only_differences, opens: &opens, below: None };
    let compared = Compared { comparison: &comparison, wanted: &wanted };
    let manner = if plain { Manner::Plain } else { Manner::Tables };
    let text = render_comparison(&compared, args.format.form(), manner).map_err(Failure::call)?;
    let read: Vec<&str> = args.sides.iter().flat_map(|words| parts(words)).collect();
    let read: Vec<&Path> = read.into_iter().map(Path::new).collect();
    args.to.put(text, &read)
}

/// What stands on one side: a scenario or an overlay, and overlays laid on it. A file whose name has
/// a plus in it is that file.
fn parts(words: &str) -> Vec<&str> {
    if Path::new(words).exists() { vec![words] } else { words.split('+').collect() }
}

fn side(words: &str, plain: bool) -> Result<Kept, Failure> {
    let parts = parts(words);
    let mut base: Option<(Scenario, &str)> = None;
    let mut layers: Vec<(&str, Vec<Saved>)> = Vec::new();
    for part in &parts {
        let any = open_any(part).map_err(|faulty| unopened(&faulty, part, plain))?;
        let (scenario, changes) = opened(any, plain);
        if let (None, Some((_, first))) = (&changes, &base) {
            return Err(Failure::call(format!(
                "{words}: {part} is a scenario, and only an overlay can be laid on {first}. Give it as \
                 a side of its own."
            )));
        }
        match &base {
            None => base = Some((scenario, part)),
            Some((own, first)) if own.words.sha256 != scenario.words.sha256 => {
                let (own, other) = (&own.words.title, &scenario.words.title);
                return Err(Failure::call(format!(
                    "{words}: {part} changes “{other}”, and {first} stands on “{own}”. Only overlays \
                     of one scenario can be laid one on another: give them as two sides."
                )));
            }
            Some(_) => {}
        }
        layers.extend(changes.map(|changes| (*part, changes)));
    }
    let Some((base, _)) = base else { return Err(Failure::call("A side needs a name.")) };
    let named: Vec<Layer<'_>> =
        layers.iter().map(|(name, changes)| Layer { name, changes }).collect();
    let stacked = stack(&base, &named, words);
    say_stacked(&stacked);
    Ok(Kept::new(words, base, stacked.scenario))
}

/// The scenario as its file has it, and the changes if it is an overlay; warnings are said.
fn opened(any: Any, plain: bool) -> (Scenario, Option<Vec<Saved>>) {
    match any {
        Any::Scenario(loaded) => {
            say(&document::render_in(&loaded.warnings, &loaded.source, look(plain)));
            (loaded.scenario, None)
        }
        Any::Overlay(opened) => {
            let Opened { overlay, source, base, warnings, .. } = *opened;
            say(&document::render_in(&warnings, &source, look(plain)));
            (base.scenario, Some(overlay.changes))
        }
    }
}

fn unopened(faulty: &Faulty, part: &str, plain: bool) -> Failure {
    if part.trim().is_empty() {
        return Failure::call("A side needs a name: nothing stands before or after a plus.");
    }
    refused(faulty, plain)
}
