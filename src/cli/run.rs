//! From the words of a call to its output and exit code.

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser as _;
use clap::error::{ContextKind, ContextValue};

use super::command::{Call, Command};
use super::failure::Failure;
use super::output::{print, say};
use super::{
    check, compare, completions, explain, explore, fit, keys, learn, levers, library, man,
    measures, new, notes, report, schema, shot, sources, stdin,
};
use crate::app::Look;
use crate::document::LIBRARY;

const FINE: u8 = 0;
const FAULTS: u8 = 1;
const WRONG_CALL: u8 = 2;

/// Does what the words of a call ask for; the first word is the program's own name.
///
/// Data goes to stdout, everything else to stderr. The exit code is 0 if all is fine, 1 if the
/// scenario has faults, 2 if the call was wrong or its output could not be written.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let done = match Call::try_parse_from(words) {
        Ok(call) => match perform(&call) {
            Ok(Done::Data(data)) => Ok(data),
            Ok(Done::Ended(code)) => return code,
            Err(failure) => Err(failure),
        },
        // Help and version are answers; clap puts everything else on stderr.
        Err(refusal) if !refusal.use_stderr() => Ok(refusal.render().to_string()),
        Err(refusal) => Err(Failure::Call(said(&refusal))),
    };
    let (data, talk, code) = match done {
        Ok(data) => (data, String::new(), FINE),
        Err(Failure::Call(talk)) => (String::new(), talk, WRONG_CALL),
        Err(Failure::Faults { data, talk }) => (data, talk, FAULTS),
    };
    let written = print(&data);
    say(&talk);
    match written {
        Err(Failure::Call(sentence)) => {
            say(&sentence);
            ExitCode::from(WRONG_CALL)
        }
        _ => ExitCode::from(code),
    }
}

/// What clap says, and what was meant if a scenario stands where a command belongs.
fn said(refusal: &clap::Error) -> String {
    let words = refusal.render().to_string();
    match refusal.get(ContextKind::InvalidSubcommand) {
        Some(ContextValue::String(name)) if is_scenario(name) => {
            format!("{words}\nTo open a scenario: fairshare explore SCENARIO\n")
        }
        _ => words,
    }
}

fn is_scenario(name: &str) -> bool {
    Path::new(name).is_file() || LIBRARY.iter().any(|entry| entry.name == name)
}

/// What a command comes to.
enum Done {
    /// Data for stdout.
    Data(String),
    /// It had the terminal to itself, and this is how it ended.
    Ended(ExitCode),
}

fn perform(call: &Call) -> Result<Done, Failure> {
    let nothing = Command::Explore(explore::Args::default());
    match call.command.as_ref().unwrap_or(&nothing) {
        Command::Explore(args) => explore::run(args, call).map(Done::Ended),
        Command::Learn(args) if args.lesson.is_some() => {
            explore::learn(args, call).map(Done::Ended)
        }
        other => data(other, call).map(Done::Data),
    }
}

fn data(command: &Command, call: &Call) -> Result<String, Failure> {
    let plain = call.plain;
    match command {
        Command::Explore(_) => Ok(String::new()),
        Command::Shot(args) => {
            let mono = call.color == explore::Colour::Never;
            shot::run(args, if mono { Look::Mono } else { call.theme }, call.ascii)
        }
        Command::Learn(args) => learn::run(args, plain),
        Command::Notes(args) => notes::run(args, call.theme),
        Command::Keys => Ok(keys::run(plain)),
        Command::List => Ok(library::run(plain)),
        Command::Check(args) => check::run(args, plain),
        Command::Report(args) => report::run(args, plain),
        Command::Compare(args) => compare::run(args, plain),
        Command::Levers(args) => levers::run(args, plain),
        Command::Explain(args) => explain::run(args, plain),
        Command::Measures(args) => measures::run(args, plain),
        Command::Sources(args) => sources::run(args, plain),
        Command::Fit(args) => fit::run(args, plain),
        Command::Split => stdin::run(),
        Command::New(args) => new::run(args),
        Command::Schema(args) => schema::run(args),
        Command::Completions(args) => Ok(completions::run(args)),
        Command::Man => man::run(),
    }
}
