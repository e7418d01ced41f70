//! The whole life of the program on a terminal: taken, run, given back on every way out.

use std::io::{self, Stdout};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Position, Rect};

use super::effects::{Desk, Write};
use super::input::{self, Arrival};
use super::run::{Ask, Done, run};
use super::{modes, signals, watch};
use crate::app::{App, Message};
use crate::view;
use crate::view::theme::{Depth, Theme};

/// What the caller knows of the outside, as plain values.
#[derive(Clone, Debug)]
pub struct Setting {
    /// How many colours the terminal shows.
    pub depth: Depth,
    /// Whether the mouse is wanted.
    pub mouse: bool,
    /// The file to watch, if the scenario came from one.
    pub watched: Option<PathBuf>,
    /// Where unsaved changes are kept.
    pub recovery: Option<PathBuf>,
    /// Writes a file whole or not at all.
    pub write: Write,
    /// Whether there is a file of that name that this program did not write.
    pub is_foreign: fn(&Path) -> bool,
}

/// Shows the program on this terminal until it leaves.
///
/// The caller has made sure that standard input and output are a terminal.
///
/// # Errors
/// The terminal cannot be set up or written to; it has been given back all the same.
pub fn show(app: &mut App, setting: &Setting) -> io::Result<()> {
    modes::install_panic_hook(setting.recovery.clone());
    let size = crossterm::terminal::size()?;
    let (inbox, arrivals) = mpsc::channel();
    signals::listen(inbox.clone())?;
    let _watch = watched(setting.watched.as_deref(), &inbox);
    let given_back = GiveBack;
    modes::take(setting.mouse)?;
    thread::Builder::new().name("input".to_owned()).spawn(move || input::read(&inbox))?;
    app.update(Message::Resize(size.0, size.1));
    let mut terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    let ended = serve(app, &arrivals, (&mut terminal, setting));
    drop(given_back);
    // A terminal that went away is an end, not a fault: nobody is there to read of it.
    match ended {
        Err(fault)
            if fault.kind() == io::ErrorKind::BrokenPipe || fault.raw_os_error() == Some(EIO) =>
        {
            Ok(())
        }
        other => other,
    }
}

/// What writing to a terminal that went away answers on Unix.
const EIO: i32 = 5;

fn serve(
    app: &mut App,
    arrivals: &mpsc::Receiver<Arrival>,
    (terminal, setting): (&mut Terminal<CrosstermBackend<Stdout>>, &Setting),
) -> io::Result<()> {
    let mut desk = Desk {
        recovery: setting.recovery.clone(),
        watched: setting.watched.clone(),
        write: setting.write,
        is_foreign: setting.is_foreign,
        mouse: setting.mouse,
        stale: false,
    };
    run(app, arrivals, &mut |ask| match ask {
        Ask::Draw(app) => {
            if std::mem::take(&mut desk.stale) {
                // `clear` would ask the terminal for its cursor, and the answer would have to come
                // through the very events that the input thread reads.
                let size = terminal.size()?;
                terminal.resize(Rect::from((Position::ORIGIN, size)))?;
            }
            draw(app, setting.depth, terminal)?;
            Ok(Done::Quietly)
        }
        Ask::Perform(effect) => Ok(desk.perform(effect)),
    })
}

/// Draws one frame; a terminal that knows how shows it all at once.
fn draw(
    app: &App,
    depth: Depth,
    terminal: &mut Terminal<CrosstermBackend<Stdout>>,
) -> io::Result<()> {
    let theme = Theme::new(app.look(), depth);
    queue!(terminal.backend_mut(), BeginSynchronizedUpdate)?;
    let drawn = terminal.draw(|frame| view::draw(app, &theme, frame)).map(|_| ());
    queue!(terminal.backend_mut(), EndSynchronizedUpdate)?;
    io::Write::flush(terminal.backend_mut())?;
    drawn
}

/// Gives the terminal back when it goes out of scope, whichever way.
struct GiveBack;

impl Drop for GiveBack {
    fn drop(&mut self) {
        modes::give_back();
    }
}

/// Without a watch the program works all the same; the file is then not read again by itself.
fn watched(file: Option<&Path>, inbox: &mpsc::Sender<Arrival>) -> Option<watch::Watch> {
    watch::watch(file?, inbox.clone()).ok()
}
