//! The commands, as clap reads them. What each one does is in the file of its name.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};

use super::explore::Colour;
use super::{
    check, compare, completions, explain, explore, fit, learn, levers, measures, new, notes,
    report, schema, shot, sources,
};
use crate::app::Look;

/// The words of one call.
#[derive(Debug, Parser)]
#[command(
    name = "fairshare",
    version,
    about = "How one NHS system's planned overspend becomes other people's cuts, to the penny.",
    after_help = "SCENARIO is a name from `fairshare list`, or the path of a scenario file.\n\
                  Exit code: 0 fine, 1 the scenario has faults, 2 the call was wrong.",
    max_term_width = 100
)]
pub(super) struct Call {
    /// What is asked for; without it, the screen on the first scenario of the list.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// Linear text for screen readers: no tables, no frames, ASCII minus.
    #[arg(long, global = true)]
    pub(super) plain: bool,
    /// When colour is used.
    #[arg(long, global = true, value_enum, default_value_t)]
    pub(super) color: Colour,
    /// The theme of screens and pictures.
    #[arg(long, global = true, default_value = "auto", value_parser = themes())]
    pub(super) theme: Look,
    /// Only signs of ASCII on screens and in pictures, L for the pound; by itself where the locale is
    /// not UTF-8.
    #[arg(long, global = true)]
    pub(super) ascii: bool,
}

/// What fairshare can be asked for.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// The screen: what `fairshare` alone opens.
    Explore(explore::Args),
    /// The scenarios inside the program, one a line.
    List,
    /// All problems of scenario files; exit code 1 if there are any.
    Check(check::Args),
    /// The outcome of a scenario, with changes if you like.
    Report(report::Args),
    /// The working of one number, from the gap down to it, with the lines of the file and sources.
    Explain(explain::Args),
    /// Up to four scenarios or overlays side by side: which inputs differ, and what comes of it.
    Compare(compare::Args),
    /// Every lever of a scenario: path, unit, value now.
    Levers(levers::Args),
    /// Every outcome measure of a scenario: path, unit, value now.
    Measures(measures::Args),
    /// Every figure of a scenario by its standing, with its source.
    Sources(sources::Args),
    /// Which rule meets the shares that were published, and how far to trust that.
    Fit(fit::Args),
    /// The split rules alone: JSON cases on stdin, JSON answers on stdout.
    Split,
    /// A picture of a screen, without a terminal.
    Shot(shot::Args),
    /// The speaker's notes of a story; `--follow`: on a second screen, as the talk goes on.
    Notes(notes::Args),
    /// The lessons; with a name, that lesson on the screen; --check FILE: are its answers right?
    Learn(learn::Args),
    /// The keys of the screen, as a table.
    Keys,
    /// A commented scenario file to begin with.
    New(new::Args),
    /// The fields of a scenario file; `schema report`: the JSON Schema of a report.
    Schema(schema::Args),
    /// Completions for a shell.
    Completions(completions::Args),
    /// The manual page, for `man -l -`.
    Man,
}

fn themes() -> impl TypedValueParser<Value = Look> {
    let names = PossibleValuesParser::new(Look::ALL.map(Look::name));
    names.try_map(|name| Look::named(&name).ok_or("no such theme"))
}
