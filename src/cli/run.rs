//! From the words of a call to its output and exit code.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser as _;

use super::command::{Call, Command};
use super::failure::Failure;
use super::output::{print, say};
use super::{
    check, completions, levers, library, man, measures, new, report, schema, sources, stdin,
};

const FINE: u8 = 0;
const FAULTS: u8 = 1;
const WRONG_CALL: u8 = 2;

/// Does what the words of a call ask for; the first word is the program's own name.
///
/// Data goes to stdout, everything else to stderr. The exit code is 0 if all is fine, 1 if the
/// scenario has faults, 2 if the call was wrong or its output could not be written.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let done = match Call::try_parse_from(words) {
        Ok(call) => perform(&call),
        // Help and version are answers; clap puts everything else on stderr.
        Err(refusal) if !refusal.use_stderr() => Ok(refusal.render().to_string()),
        Err(refusal) => Err(Failure::Call(refusal.render().to_string())),
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

fn perform(call: &Call) -> Result<String, Failure> {
    let plain = call.plain;
    match &call.command {
        Command::List => Ok(library::run(plain)),
        Command::Check(args) => check::run(args, plain),
        Command::Report(args) => report::run(args, plain),
        Command::Levers(args) => levers::run(args, plain),
        Command::Measures(args) => measures::run(args, plain),
        Command::Sources(args) => sources::run(args, plain),
        Command::Split => stdin::run(),
        Command::New(args) => new::run(args),
        Command::Schema(args) => schema::run(args, plain),
        Command::Completions(args) => Ok(completions::run(args)),
        Command::Man => man::run(),
    }
}
