//! `fairshare notes SCENARIO`: what the speaker reads, all of it or as the talk goes on.

use std::io;

use super::failure::Failure;
use super::output::say;
use super::screen::{Wanted, begin};
use crate::app::Look;
use crate::app::present::{Origin, Present};
use crate::document::podium::Podium;
use crate::terminal::{environment, follow};

/// Whose, and whether they follow the talk.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A name from `fairshare list`, a scenario file or an overlay.
    scenario: String,
    /// Show the notes of the step that is presented right now in another terminal, until Ctrl-C.
    #[arg(long)]
    follow: bool,
}

/// The notes of every step; with `follow` nothing, once nobody reads any more.
pub(super) fn run(args: &Args, look: Look) -> Result<String, Failure> {
    let wanted = Wanted { name: &args.scenario, look, colour: false, mouse: false };
    let begun = begin(&wanted)?;
    let Some(work) = begun.app.work() else {
        let name = &args.scenario;
        return Err(Failure::call(format!("{name} has faults: run  fairshare check {name}")));
    };
    if args.follow {
        return followed(&begun.opened_from);
    }
    let mut present = Present::new(&work.session, &work.screens.explore);
    let told = (0..present.steps.len()).filter(|at| present.steps[*at].1 != Origin::Now);
    let told: Vec<usize> = told.collect();
    if told.is_empty() {
        say("This scenario has no story yet: P in the program makes one, a adds a step to it.");
    }
    let mut all = Vec::new();
    for at in told {
        present.go(at);
        all.push(present.for_the_speaker());
    }
    Ok(all.join("\n----\n\n"))
}

fn followed(opened: &str) -> Result<String, Failure> {
    let Some(folder) = environment().state else {
        return Err(Failure::call(
            "There is no place for notes: neither HOME nor XDG_STATE_HOME is set.",
        ));
    };
    match follow(&Podium::new(&folder, opened)) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::call(format!("The notes cannot be followed: {error}.")))
        }
        _ => Ok(String::new()),
    }
}
