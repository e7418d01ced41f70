//! The loop: wait for something, let the program decide, perform what it asks for, draw once.
//!
//! It knows neither the terminal's modes nor its backend, so that tests run this very loop.

use std::io;
use std::sync::mpsc::Receiver;

use super::input::Arrival;
use crate::app::{App, Effect, Message};
use crate::view;

/// How an effect went, for the loop.
#[derive(Debug)]
pub enum Done {
    /// Nothing more to do.
    Quietly,
    /// The program should hear of it.
    Tell(Box<Message>),
    /// The program ends.
    End,
}

/// What the loop asks of the edge of the program.
#[derive(Debug)]
pub enum Ask<'a> {
    /// Draws the whole state.
    Draw(&'a App),
    /// Performs an effect.
    Perform(Effect),
}

/// The edge of the program: a terminal, or a test's stand-in for one.
pub type World<'w> = &'w mut dyn FnMut(Ask<'_>) -> io::Result<Done>;

/// So many arrivals are taken before the screen is drawn again, however fast they come.
const MOST_AT_ONCE: usize = 4_096;

/// Runs until the program leaves or the inbox is gone.
///
/// # Errors
/// The screen cannot be drawn: the terminal is gone.
pub fn run(app: &mut App, inbox: &Receiver<Arrival>, world: World<'_>) -> io::Result<()> {
    world(Ask::Draw(app))?;
    while let Ok(first) = inbox.recv() {
        let waiting = inbox.try_iter().take(MOST_AT_ONCE);
        for arrival in std::iter::once(first).chain(waiting) {
            if !handle(app, arrival, world)? {
                return Ok(());
            }
        }
        world(Ask::Draw(app))?;
    }
    Ok(())
}

/// Answers whether the program goes on.
fn handle(app: &mut App, arrival: Arrival, world: World<'_>) -> io::Result<bool> {
    let mut next = vec![match arrival {
        Arrival::Message(message) => message,
        Arrival::Pointer(did, column, row) => Message::Mouse(did, view::spot_at(app, column, row)),
    }];
    while let Some(message) = next.pop() {
        if matches!(message, Message::End) {
            return Ok(false);
        }
        for effect in app.update(message) {
            match world(Ask::Perform(effect))? {
                Done::Quietly => {}
                Done::Tell(message) => next.push(*message),
                Done::End => return Ok(false),
            }
        }
    }
    Ok(true)
}
