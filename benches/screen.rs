//! How long a person waits: from a file to the first frame, and from a key to the changed frame.

use divan::Bencher;
use fairshare::app::{App, Key, Look, Message, Origin, Setup};
use fairshare::document;
use fairshare::view::picture;
use fairshare::view::theme::Shown;

fn main() {
    divan::main();
}

fn app() -> Option<App> {
    let scenario = document::library("east-of-england-2019").ok()?;
    let setup = Setup { origin: Origin::default(), look: Look::Dark, colour: true, mouse: true };
    let mut app = App::new(scenario, setup);
    app.update(Message::Resize(160, 50));
    Some(app)
}

/// Reads and checks the file that the program starts on.
#[divan::bench]
fn load() -> bool {
    document::library("east-of-england-2019").is_ok()
}

/// From nothing to a drawn screen.
#[divan::bench]
fn load_and_first_frame() -> Option<usize> {
    app().map(|app| picture(&app, Shown::default()).content.len())
}

/// Steps the plan and draws the whole screen at 160 × 50; writing it out is the terminal's.
#[divan::bench]
fn key_to_frame(bencher: Bencher<'_, '_>) {
    let Some(mut app) = app() else { return };
    let keys = ["Left", "Right"].map(str::parse::<Key>);
    let [Ok(left), Ok(right)] = keys else { return };
    let mut turn = false;
    bencher.bench_local(|| {
        turn = !turn;
        app.update(Message::Key(if turn { left } else { right }));
        picture(&app, Shown::default()).content.len()
    });
}
