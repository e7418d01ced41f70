//! `fairshare shot SCENARIO`: a picture of a screen, without a terminal.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser};

use super::failure::Failure;
use super::output::{Target, save};
use super::screen::{Wanted, begin};
use crate::app::{App, Key, Look, Message, Screen, TABS};
use crate::report::svg::{svg, text};
use crate::view::picture;
use crate::view::theme::{Shown, paper};

/// Of what, how large, after which keys, where to.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A name from `fairshare list`, a scenario file or an overlay.
    scenario: String,
    /// Columns and rows.
    #[arg(long, default_value = "120x36", value_parser = size)]
    size: (u16, u16),
    /// Which screen.
    #[arg(long, value_name = "NAME", default_value = TABS[0].id, value_parser = screens())]
    screen: String,
    /// Keys to press first: "Down Down Enter"; text:-200m types letters, _ being a blank.
    #[arg(long, default_value = "")]
    keys: String,
    /// Write to a file whose ending says the form: .svg or .txt. Without it: text, to stdout.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file even if nothing in it says that fairshare wrote it.
    #[arg(long, requires = "output")]
    force: bool,
}

/// The screen of a file that cannot be opened: it has no tab.
const PROBLEMS: &str = "problems";

/// What has the whole screen for itself: it has no tab either.
const PRESENT: &str = "present";
/// The lessons, in the same way.
const LEARN: &str = "learn";

/// The names that a screen may be called by.
fn screens() -> PossibleValuesParser {
    let tabs = TABS.iter().map(|tab| PossibleValue::new(tab.id).help(tab.words));
    let learn = PossibleValue::new(LEARN).help("the lessons");
    let problems = PossibleValue::new(PROBLEMS).help("what is wrong with a file");
    let present = PossibleValue::new(PRESENT).help("a step of the story, for a room");
    PossibleValuesParser::new(tabs.chain([present, learn, problems]))
}

/// The largest picture: enough for any wall.
const LARGEST: u16 = 500;

/// The picture; nothing if it went to a file.
pub(super) fn run(args: &Args, look: Look, ascii: bool) -> Result<String, Failure> {
    let wanted = Wanted { name: &args.scenario, look, colour: look != Look::Mono, mouse: true };
    let mut app = begin(&wanted)?.app;
    if args.screen == PROBLEMS && app.problems().is_none() {
        let name = &args.scenario;
        return Err(Failure::call(format!("{name} has no faults, so there is no such screen.")));
    }
    if let Some(screen) = Screen::named(&args.screen) {
        app.show(screen);
    }
    app.update(Message::Resize(args.size.0, args.size.1));
    match args.screen.as_str() {
        PRESENT => drop(app.present()),
        LEARN => drop(app.learn(None)),
        _ => {}
    }
    press(&mut app, &args.keys)?;
    let buffer = picture(&app, Shown { ascii, ..Shown::default() });
    let Some(path) = &args.output else { return Ok(text(&buffer)) };
    let drawn = match path.extension().and_then(|ending| ending.to_str()) {
        Some("svg") => svg(&buffer, paper(look), &args.scenario),
        Some("txt") => text(&buffer),
        _ => {
            return Err(Failure::call(format!(
                "{} has no ending that says its form. Name a file in .svg or .txt.",
                path.display()
            )));
        }
    };
    let read = [Path::new(&args.scenario)];
    save(&drawn, Target { path, force: args.force, read: &read }).map(|()| String::new())
}

fn press(app: &mut App, keys: &str) -> Result<(), Failure> {
    for word in keys.split_whitespace() {
        let pressed = match word.strip_prefix("text:") {
            Some(typed) => typed.replace('_', " ").chars().map(Key::char).collect(),
            None => vec![word.parse().map_err(|_| {
                Failure::call(format!(
                    "“{word}” is no key. Keys are written Down, Enter, Ctrl-P, Shift-Left, x."
                ))
            })?],
        };
        for key in pressed {
            // A picture performs nothing: what a key would write or copy stays undone.
            app.update(Message::Key(key));
        }
    }
    Ok(())
}

/// Reads `120x36`.
fn size(words: &str) -> Result<(u16, u16), String> {
    let pair = words.split_once(['x', '×']).and_then(|(columns, rows)| {
        Some((columns.trim().parse::<u16>().ok()?, rows.trim().parse::<u16>().ok()?))
    });
    match pair {
        Some((columns, rows)) if columns.max(rows) <= LARGEST => Ok((columns, rows)),
        Some(_) => Err(format!("at most {LARGEST} columns and rows")),
        None => Err("write columns and rows, such as 120x36 or 80x24".to_owned()),
    }
}
