//! What can arrive in the inbox, and what the program then asks the world to do.
//!
//! Both are plain values without a terminal, so that a test can send the one and read the other.

use std::path::PathBuf;

use super::key::Key;
use super::screen::Screen;
use crate::document::claim::Holder;
use crate::document::overlay::Overlay;
use crate::document::progress::Progress;
use crate::document::{Any, Faulty};
use crate::model::Scenario;

/// What arrives in the inbox.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// A key is held: it was pressed again within a moment.
    Held(Key),
    /// The mouse did something over a place of the screen.
    Mouse(Mouse, Spot),
    /// Text was pasted.
    Paste(String),
    /// The screen has another size.
    Resize(u16, u16),
    /// The scenario's file changed on disk.
    FileChanged,
    /// The file that the changes are saved in changed on disk.
    OverlayChanged(PathBuf),
    /// The file was read again.
    Loaded(Result<Box<Scenario>, Box<Faulty>>),
    /// An effect was performed; the words say how it went.
    Performed(Performed),
    /// The overlays that lie beside the scenario's own were looked for.
    Found(Vec<PathBuf>),
    /// The scenarios and overlays that lie around were looked for.
    Listed(Vec<PathBuf>),
    /// A name or file that is to take the place of what is open can be read, or why it cannot.
    Tried(PathBuf, Result<(), String>),
    /// A file that was to stand beside the others, or on top, was read.
    Opened(Box<Opening>),
    /// A second of the clock has passed; so many since it began.
    Second(u64),
    /// The program runs again after it was stopped.
    Resumed,
    /// The program was asked to stop for a while.
    Suspend,
    /// The terminal is gone, or the program was told to end.
    End,
}

/// What is done with a file that is opened beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lay {
    /// It is a column of its own.
    Beside,
    /// Its changes are made on top of those that stand now.
    OnTop,
}

/// A file that was opened to stand beside the others.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Its path, as it was named.
    pub path: PathBuf,
    /// What is to be done with it.
    pub lay: Lay,
    /// What was read.
    pub read: Result<Any, Box<Faulty>>,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mouse {
    /// The first button was pressed.
    Press,
    /// It was moved with the button held.
    Drag,
    /// The wheel, towards the top.
    WheelUp,
    /// The wheel, towards the bottom.
    WheelDown,
}

/// What stands at the place where the mouse did something, as the screen was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// A row of a list: which list and which row.
    Row(Area, usize),
    /// Elsewhere in a list.
    List(Area),
    /// The tab of a screen.
    Tab(Screen),
    /// A key hint in the footer.
    Hint(Key),
    /// Nothing that listens.
    Nothing,
}

/// The lists of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Area {
    /// A pane of the screen that is shown, in the order of Tab.
    Pane(usize),
    /// What lies over the screen: rules, choices, keys, commands, problems.
    Over,
}

/// How an effect went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Performed {
    /// The paper is in this file.
    Written(Paper, PathBuf),
    /// It did not work; the words say what, why and what to do.
    Failed(String),
    /// There is a file of that name that is not this run's to replace.
    WouldOverwrite(Hindered),
    /// The file that the changes are saved in holds something else than this run read or wrote.
    Foreign(PathBuf),
    /// The program could not go on with another scenario; the words say why.
    Stayed(String),
}

/// A file that was not written, because another one would be lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hindered {
    /// What was to be written.
    pub file: FileToWrite,
    /// Why it was not.
    pub why: Hindrance,
    /// A name beside it that is free.
    pub aside: PathBuf,
}

/// Why a file is not replaced without a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// It holds something that this run has never seen.
    Unseen,
    /// It was changed since this run read or wrote it.
    Changed,
    /// Another process has it open.
    Open(Holder),
}

/// What the world is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Reads the scenario's file again.
    Read,
    /// Looks whether the overlay still holds what this run read or wrote.
    Compare(PathBuf),
    /// Looks for the overlays beside the scenario's own.
    Find(PathBuf),
    /// Looks for scenarios and overlays here, and in the folder of this overlay.
    LookAround(PathBuf),
    /// Opens a scenario or an overlay to stand beside the others, or on top.
    Open(PathBuf, Lay),
    /// Looks whether this name or file can be read, before anything is given up for it.
    Try(PathBuf),
    /// Goes on with this name or file, as if the program had been started with it.
    Reopen(PathBuf),
    /// Puts text into the clipboard.
    Copy(String),
    /// Writes a file, whole or not at all.
    Write(FileToWrite),
    /// Writes unsaved changes where the next start looks for them.
    WriteRecovery(Box<Overlay>),
    /// Writes the history down for the next start.
    WriteHistory {
        /// What stands, and how it came about.
        overlay: Box<Overlay>,
        /// The saved overlay that holds the same: the history is its own, too.
        saved: Option<PathBuf>,
    },
    /// There are no unsaved changes any more.
    ForgetRecovery,
    /// What an earlier run left was taken up or turned down: its file goes.
    ForgetOffered,
    /// Takes the mouse, or leaves it to the terminal.
    UseMouse(bool),
    /// Begins the clock anew.
    BeginClock,
    /// Tells every second how late it is, or no longer.
    RunClock(bool),
    /// Keeps how far a learner has come.
    WriteProgress(Progress),
    /// Gives the speaker's notes to whoever follows them on a second screen.
    GiveNotes(String),
    /// Back to the shell until it says so.
    Suspend,
    /// Takes the screen again after the program was stopped from outside.
    Retake,
    /// Leaves the program.
    Leave,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paper {
    /// The changes, as an overlay.
    Changes,
    /// The outcome.
    Outcome,
}

/// A text and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileToWrite {
    /// Where.
    pub path: PathBuf,
    /// What it is.
    pub paper: Paper,
    /// What it says.
    pub text: String,
    /// Whether a file that this program did not write may be replaced.
    pub replace: bool,
}
