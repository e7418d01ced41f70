//! `fairshare` alone, or `fairshare explore`: the screen.

use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use jiff::Zoned;

use super::command::Call;
use super::failure::Failure;
use super::learn;
use super::screen::{Begun, Wanted, begin};
use crate::app::App;
use crate::app::over::TakeUp;
use crate::document::LIBRARY;
use crate::document::claim::Claims;
use crate::document::past::Past;
use crate::document::podium::Podium;
use crate::document::progress;
use crate::document::recovery::{Moment, Slot, damaged, offers};
use crate::terminal::{self, Environment, Opened, Options, Recovery, Reopen, environment};
use crate::view::theme::{Depth, Shown};

/// What is opened.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Args {
    /// A name from `fairshare list`, a scenario file or an overlay; without it the first of the list.
    scenario: Option<String>,
    /// Leave the mouse to the terminal.
    #[arg(long)]
    no_mouse: bool,
}

/// When colour is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// If the terminal has it and `NO_COLOR` is not set.
    #[default]
    Auto,
    /// In any case.
    Always,
    /// Not at all.
    Never,
}

/// Begins with a lesson instead, on the scenario that is named or the first of the list.
pub(super) fn learn(args: &learn::Args, call: &Call) -> Result<ExitCode, Failure> {
    let own = Args { scenario: args.scenario.clone(), no_mouse: false };
    show(&own, call, args.lesson.as_deref())
}

/// Shows the screen until it is left; answers how it ended.
pub(super) fn run(args: &Args, call: &Call) -> Result<ExitCode, Failure> {
    show(args, call, None)
}

fn show(args: &Args, call: &Call, lesson: Option<&str>) -> Result<ExitCode, Failure> {
    let world = environment();
    let (look, depth) = (call.theme, depth(call.color, &world));
    let first = LIBRARY.first().map_or("", |entry| entry.name);
    let name = args.scenario.as_deref().unwrap_or(first);
    let wanted = Wanted { name, look, colour: depth.is_some(), mouse: !args.no_mouse };
    let folder = world.state.as_deref();
    let mut claims = folder.map(Claims::new);
    let (mut app, opened) = take_up(&wanted, (folder, claims.as_mut()))?;
    if let Some(lesson) = lesson.filter(|lesson| !app.learn(Some(lesson))) {
        return Err(learn::no_such(&app, lesson));
    }
    let reopen: &mut Reopen<'_> = &mut |path, claims| {
        let name = &path.display().to_string();
        let begun = take_up(&Wanted { name, ..wanted }, (folder, claims));
        begun.map_err(|_| format!("{name} cannot be read any more: nothing else is opened."))
    };
    let depth = depth.unwrap_or(Depth::Sixteen);
    let shown = Shown { depth, ascii: call.ascii || !world.utf8, ..Shown::default() };
    let progress = folder.map(progress::Slate::new);
    let options = Options { opened, claims, progress, shown, mouse: wanted.mouse };
    let ended = terminal::explore(&mut app, options, reopen).map_err(Failure::call)?;
    Ok(ExitCode::from(ended.exit_code()))
}

/// Begins with what is wanted: claims its overlay and no other, goes on with its history, and offers
/// what an earlier run left of it.
fn take_up(
    wanted: &Wanted<'_>,
    (folder, mut claims): (Option<&Path>, Option<&mut Claims>),
) -> Result<(App, Opened), Failure> {
    let Begun { mut app, source, opened: held, opened_from, past_of } = begin(wanted)?;
    let overlay = app.origin().overlay.clone();
    let holder = claims.as_mut().and_then(|claims| {
        claims.release();
        claims.take(&overlay, &now())
    });
    let recovery = folder.map(|folder| {
        let past = Past::new(folder, &past_of);
        restore(&mut app, &past);
        // What the first does would be lost if the second wrote its own in the same place.
        let past = if holder.is_some() { past.of_saved_only() } else { past };
        recovery(&mut app, (folder, &opened_from), past)
    });
    if let Some(holder) = holder {
        app.beside(holder);
    }
    let podium = folder.map(|folder| Podium::new(folder, &opened_from));
    let (progress, damaged) =
        folder.map(|own| progress::Slate::new(own).read()).unwrap_or_default();
    app.with_progress(progress);
    if let Some(words) = damaged {
        app.tell(words);
    }
    Ok((app, Opened { source, held, overlay, recovery, podium }))
}

/// Goes on with the history as it was left.
fn restore(app: &mut App, past: &Past) {
    match past.read() {
        Ok(Some(history)) => app.with_history(history),
        Ok(None) => {}
        Err(damaged) => app.tell(damaged.to_string()),
    }
}

/// Where unsaved changes are kept; what an earlier run left there is offered.
fn recovery(app: &mut App, (folder, opened_from): (&Path, &str), past: Past) -> Recovery {
    let fingerprint = app.work().map(|work| work.session.file().words.sha256.clone());
    let left = offers(folder, opened_from, &fingerprint.unwrap_or_default(), &now());
    let latest = left.into_iter().next();
    let offered = latest.as_ref().map(|offer| offer.path.clone());
    if let Some(offer) = latest {
        app.offer(TakeUp { overlay: offer.overlay, when: offer.unsaved.at });
    }
    for (path, why) in damaged(folder, opened_from) {
        let path = path.display();
        app.tell(format!("Unsaved changes in {path} cannot be read ({why}): they are left there."));
    }
    Recovery { slot: Slot::new(folder, opened_from), offered, past, now }
}

/// The moment, as people read it where they are.
fn now() -> Moment {
    let now = Zoned::now();
    let seconds = u64::try_from(now.timestamp().as_second()).unwrap_or_default();
    Moment { seconds, words: now.strftime("%H:%M").to_string() }
}

fn depth(colour: Colour, world: &Environment) -> Option<Depth> {
    match colour {
        Colour::Never => None,
        Colour::Auto => world.depth,
        Colour::Always => Some(world.depth.unwrap_or(Depth::TwoFiftySix)),
    }
}
