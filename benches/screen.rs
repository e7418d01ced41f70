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

/// Presses two keys in turn and draws the whole screen after each.
fn in_turn(bencher: Bencher<'_, '_>, mut app: App, keys: [&str; 2]) {
    let [Ok(one), Ok(other)] = keys.map(str::parse::<Key>) else { return };
    let mut turn = false;
    bencher.bench_local(|| {
        turn = !turn;
        app.update(Message::Key(if turn { one } else { other }));
        picture(&app, Shown::default()).content.len()
    });
}

/// Steps the plan and draws the whole screen at 160 × 50; writing it out is the terminal's.
#[divan::bench]
fn key_to_frame(bencher: Bencher<'_, '_>) {
    let Some(app) = app() else { return };
    in_turn(bencher, app, ["Left", "Right"]);
}

/// The next step of a story and back: another scenario is worked out, and its slide drawn.
#[divan::bench]
fn step_of_a_story(bencher: Bencher<'_, '_>) {
    let Some(mut app) = app() else { return };
    app.present();
    in_turn(bencher, app, ["Right", "Left"]);
}

/// The what-if of a step, made and taken back.
#[divan::bench]
fn what_if_of_a_step(bencher: Bencher<'_, '_>) {
    let Some(mut app) = app() else { return };
    app.present();
    in_turn(bencher, app, ["Up", "Down"]);
}

/// The list of lessons: the first time the scenarios that they are taught with are read.
#[divan::bench]
fn open_the_lessons(bencher: Bencher<'_, '_>) {
    let Some(app) = app() else { return };
    in_turn(bencher, app, ["L", "Esc"]);
}

/// Something to try in a lesson, moved and drawn.
#[divan::bench]
fn try_in_a_lesson(bencher: Bencher<'_, '_>) {
    let Some(mut app) = app() else { return };
    app.learn(Some("who-pays"));
    for key in ["n", "Right"] {
        if let Ok(key) = key.parse() {
            app.update(Message::Key(key));
        }
    }
    in_turn(bencher, app, ["Left", "Right"]);
}
