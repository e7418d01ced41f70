//! The real loop on a terminal in memory: what is put into the inbox, what is asked of the world,
//! what is drawn.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use fairshare::app::explore::Pane;
use fairshare::app::{App, Code, Effect, Key, Look, Message, Mouse, Performed};
use fairshare::terminal::{Answer, Arrival, Ending, Stage, run};
use fairshare::view;
use fairshare::view::theme::{Depth, Shown, Theme};
use ratatui::Terminal;
use ratatui::backend::{Backend as _, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::stage::{east_of_england, setup};

fn app() -> App {
    App::new(east_of_england(), setup(Look::Dark))
}

fn stage(columns: u16, rows: u16) -> Stage<TestBackend> {
    let terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    Stage { terminal, shown: Shown::default(), edge: |_, _| Ok(()) }
}

/// What happened while everything in a script was taken in.
struct Played {
    ending: Ending,
    effects: Vec<Effect>,
}

/// Runs the loop on a script until the script's end, or the program's.
fn play(
    app: &mut App,
    stage: &mut Stage<TestBackend>,
    script: impl IntoIterator<Item = Arrival>,
    answer: impl Fn(&Effect) -> Answer,
) -> Played {
    let (inbox, arrivals) = mpsc::channel();
    script.into_iter().for_each(|arrival| inbox.send(arrival).unwrap());
    drop(inbox);
    let mut effects = Vec::new();
    let ending = run(app, stage, &arrivals, &mut |effect| {
        let answer = answer(&effect);
        effects.push(effect);
        answer
    });
    Played { ending: ending.unwrap(), effects }
}

/// Performs nothing, but leaves.
fn idle(effect: &Effect) -> Answer {
    if *effect == Effect::Leave { Answer::Leave } else { Answer::Done }
}

fn key(key: Key) -> Arrival {
    Arrival::Message(Message::Key(key))
}

fn screen(stage: &Stage<TestBackend>) -> String {
    let buffer = stage.terminal.backend().buffer();
    let rows = (0..buffer.area.height).map(|row| {
        (0..buffer.area.width).map(|column| buffer[(column, row)].symbol()).collect::<String>()
            + "\n"
    });
    rows.collect()
}

#[test]
fn the_program_is_drawn_before_the_first_key_and_q_leaves() {
    let mut stage = stage(120, 36);
    let played = play(&mut app(), &mut stage, [key(Key::char('q')), key(Key::char('?'))], idle);
    assert!(screen(&stage).contains("East of England"));
    assert_eq!(played.effects, [Effect::Leave], "what comes after leaving is not read");
    assert_eq!((played.ending, played.ending.exit_code()), (Ending::Left, 0));
}

#[test]
fn a_flood_of_keys_is_taken_in_and_drawn_a_few_times() {
    static FRAMES: AtomicUsize = AtomicUsize::new(0);
    let (mut app, mut stage) = (app(), stage(80, 24));
    stage.edge = |_, _| {
        FRAMES.fetch_add(1, Ordering::SeqCst);
        Ok(())
    };
    let keys = (0..4_000).map(|_| key(Key::plain(Code::F(9))));
    let last = key(Key::char('?'));
    let played = play(&mut app, &mut stage, keys.chain([last]), idle);
    assert_eq!(played.ending, Ending::Gone, "the script's end is the end of the terminal");
    assert!(!app.work().unwrap().over.is_empty(), "the last key arrived");
    // The first frame, and one for each 1,025 of 4,001 arrivals; each has two edges.
    assert_eq!(FRAMES.load(Ordering::SeqCst), 2 * (1 + 4));
}

#[test]
fn the_screen_takes_any_size_that_it_is_given() {
    let mut app = app();
    for (columns, rows) in [(120, 36), (0, 0), (1, 1), (3, 200), (300, 2), (39, 11), (80, 24)] {
        let mut stage = stage(120, 36);
        stage.terminal.backend_mut().resize(columns, rows);
        let storm = (0..300).map(|at| Message::Resize(at, 300 - at));
        let storm = storm.chain([Message::Resize(columns, rows)]).map(Arrival::Message);
        play(&mut app, &mut stage, storm, idle);
        assert_eq!(app.size(), (columns, rows));
        assert_eq!(stage.terminal.backend().buffer().area, Rect::new(0, 0, columns, rows));
    }
    let mut stage = stage(80, 24);
    play(&mut app, &mut stage, [], idle);
    assert!(screen(&stage).contains("East of England"));
}

#[test]
fn a_signal_ends_the_program_after_the_changes_were_kept() {
    let script = [key(Key::plain(Code::Right)), Arrival::Ended(Ending::Signal(15))];
    let played = play(&mut app(), &mut stage(120, 36), script, idle);
    let [Effect::WriteRecovery(kept), Effect::Leave] = &played.effects[..] else {
        panic!("{:?}", played.effects)
    };
    assert_eq!(kept.changes[0].path, "CP.plan");
    // A shell says 128 + 15 of a program that SIGTERM ended.
    assert_eq!((played.ending, played.ending.exit_code()), (Ending::Signal(15), 143));
    assert_eq!(Ending::Gone.exit_code(), 129);
}

#[test]
fn a_held_key_is_kept_once_when_all_that_waits_is_taken_in() {
    let held = (0..50).map(|_| Arrival::Message(Message::Held(Key::plain(Code::Right))));
    let played = play(&mut app(), &mut stage(120, 36), held, idle);
    assert!(matches!(played.effects[..], [Effect::WriteRecovery(_)]), "{:?}", played.effects);
}

#[test]
fn while_the_shell_has_the_screen_nothing_is_drawn_and_then_everything() {
    static FRAMES: AtomicUsize = AtomicUsize::new(0);
    let answer = |effect: &Effect| match effect {
        Effect::Suspend => Answer::Away,
        Effect::Retake => Answer::Back,
        other => idle(other),
    };
    let (mut app, mut stage) = (app(), stage(120, 36));
    stage.edge = |_, _| {
        FRAMES.fetch_add(1, Ordering::SeqCst);
        Ok(())
    };
    let away = [Arrival::Message(Message::Suspend), key(Key::char('?'))];
    play(&mut app, &mut stage, away, answer);
    assert_eq!(FRAMES.load(Ordering::SeqCst), 2, "only the first frame");
    let shell = Buffer::with_lines(["$ ls"; 36]);
    let cells = (0..36).flat_map(|row| (0..4).map(move |column| (column, row)));
    let cells = cells.map(|at| (at.0, at.1, &shell[at]));
    stage.terminal.backend_mut().draw(cells).unwrap();
    assert!(screen(&stage).contains("$ ls"));
    play(&mut app, &mut stage, [Arrival::Message(Message::Resumed)], answer);
    assert!(!screen(&stage).contains("$ ls"), "{}", screen(&stage));
}

#[test]
fn what_the_world_answers_is_heard_and_shown() {
    let words = "The clipboard is full.";
    let answer = |effect: &Effect| match effect {
        Effect::Copy(_) => {
            Answer::Tell(Box::new(Message::Performed(Performed::Failed(words.into()))))
        }
        other => idle(other),
    };
    let mut stage = stage(120, 36);
    let played = play(&mut app(), &mut stage, [key(Key::char('y'))], answer);
    assert!(matches!(played.effects[..], [Effect::Copy(_)]), "{:?}", played.effects);
    assert!(screen(&stage).contains(words));
}

#[test]
fn a_click_finds_what_was_drawn_under_it() {
    let (mut app, mut stage) = (app(), stage(120, 36));
    play(&mut app, &mut stage, [], idle);
    assert_eq!(app.work().unwrap().screens.explore.focus, Pane::Levers);
    let name = "Mid and South Essex";
    let row = screen(&stage).lines().skip(4).position(|line| line.contains(name)).unwrap() + 4;
    let line = screen(&stage).lines().nth(row).unwrap().to_owned();
    let column = line[..line.find(name).unwrap()].chars().count();
    let click =
        Arrival::Pointer(Mouse::Press, u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
    play(&mut app, &mut stage, [click], idle);
    assert_eq!(app.work().unwrap().screens.explore.focus, Pane::Tree);
}

#[test]
fn the_cursor_stands_where_the_view_puts_it() {
    let (mut app, mut stage) = (app(), stage(120, 36));
    play(&mut app, &mut stage, [key(Key::char('/'))], idle);
    let area = Rect::new(0, 0, 120, 36);
    let theme = Theme::new(app.look(), Depth::True);
    let cursor = view::render(&app, &theme, area, &mut Buffer::empty(area)).unwrap();
    assert_eq!(stage.terminal.backend_mut().get_cursor_position().unwrap(), cursor);
    assert_ne!(cursor, Position::ORIGIN);
}

#[test]
fn what_is_typed_behind_the_choice_goes_to_the_scenario_that_was_chosen() {
    let northshire = || {
        let scenario = fairshare::document::library("northshire").unwrap();
        Answer::Become(Box::new(App::new(scenario, setup(Look::Dark))))
    };
    let answer = |effect: &Effect| match effect {
        Effect::Try(path) => Answer::Tell(Box::new(Message::Tried(path.clone(), Ok(())))),
        Effect::Reopen(_) => northshire(),
        other => idle(other),
    };
    let (mut app, mut stage) = (app(), stage(100, 30));
    let keys = ["T", "Left", "o", "Down", "Enter", "n", "Left", "Left"];
    let played = play(&mut app, &mut stage, keys.map(|text| key(text.parse().unwrap())), answer);
    assert!(screen(&stage).starts_with(" Northshire"), "{}", screen(&stage));
    // Its plan is −32.0.
    assert!(screen(&stage).contains("−34.0"), "two steps of a million:\n{}", screen(&stage));
    assert_eq!((app.size(), app.look()), ((100, 30), Look::Light), "the theme that T chose stays");
    // What the one before had to write is written before it goes.
    let asked = |wanted: fn(&Effect) -> bool| played.effects.iter().position(wanted).unwrap();
    let forgotten = asked(|effect| *effect == Effect::ForgetRecovery);
    let reopened = asked(|effect| matches!(effect, Effect::Reopen(_)));
    let written = asked(|effect| matches!(effect, Effect::WriteHistory { .. }));
    assert!(written < forgotten && forgotten < reopened, "{:?}", played.effects);
}
