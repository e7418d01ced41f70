//! The real loop on a test's backend: everything enters at the inbox.

use std::io;
use std::sync::mpsc;

use fairshare::app::{App, Effect, Look, Message, Mouse};
use fairshare::terminal::{Arrival, Ask, Done, run};
use fairshare::view::draw;
use fairshare::view::theme::{Depth, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::stage::{east_of_england, setup};

/// Runs the loop over arrivals; answers the screen, how often it was drawn, the effects.
fn play(arrivals: Vec<Arrival>) -> (String, usize, Vec<Effect>) {
    let mut app = App::new(east_of_england(), setup(Look::Dark));
    app.update(Message::Resize(120, 36));
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).unwrap();
    let theme = Theme::new(Look::Dark, Depth::True);
    let (inbox, waiting) = mpsc::channel();
    for arrival in arrivals {
        inbox.send(arrival).unwrap();
    }
    drop(inbox);
    let (mut frames, mut effects) = (0, Vec::new());
    run(&mut app, &waiting, &mut |ask| match ask {
        Ask::Draw(app) => {
            frames += 1;
            terminal.draw(|frame| draw(app, &theme, frame)).map_err(io::Error::other)?;
            Ok(Done::Quietly)
        }
        Ask::Perform(effect) => {
            let leaves = effect == Effect::Leave;
            effects.push(effect);
            Ok(if leaves { Done::End } else { Done::Quietly })
        }
    })
    .unwrap();
    (terminal.backend().to_string(), frames, effects)
}

fn key(text: &str) -> Arrival {
    Arrival::Message(Message::Key(text.parse().unwrap()))
}

#[test]
fn twenty_thousand_events_are_drawn_a_few_times() {
    let mut arrivals: Vec<Arrival> =
        (0..20_000).map(|_| Arrival::Pointer(Mouse::Drag, 5, 5)).collect();
    arrivals.push(key("Left"));
    let (screen, frames, _) = play(arrivals);
    assert!(screen.contains("£51.4m"), "the last of them is shown");
    assert!(frames < 10, "{frames} frames");
}

#[test]
fn leaving_ends_the_loop_and_so_does_a_terminal_that_went_away() {
    let (_, _, effects) = play(vec![key("q"), key("Left")]);
    assert_eq!(effects, [Effect::Leave]);
    let (_, _, effects) = play(vec![Arrival::Message(Message::End), key("Left")]);
    assert!(effects.is_empty());
}

#[test]
fn without_arrivals_nothing_is_drawn_after_the_first_frame() {
    let (_, frames, effects) = play(Vec::new());
    assert_eq!((frames, effects.len()), (1, 0));
}
