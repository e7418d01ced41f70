//! What a person can do, split by the group of code that does it.
//!
//! A row of `keymap` names one of these; `update` has one file for each group. What happens without
//! a person (a file changes, a signal arrives) is a `Message`, not an action.

use super::screen::Screen;

/// What a person can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Moves a cursor or the focus.
    Move(Move),
    /// Changes the value under the cursor.
    Change(Change),
    /// Goes back and forth in what was changed.
    History(Recall),
    /// Shapes the tree.
    Tree(Tree),
    /// Opens or closes something over the screen.
    Open(Open),
    /// Goes through what `/` found.
    Find(Find),
    /// Gives something out of the program.
    Give(Give),
    /// Sets scenarios beside each other.
    Beside(Beside),
    /// Shows something to a room.
    Show(Show),
    /// Goes on with a lesson.
    Study(Study),
    /// Is about the program itself.
    Program(Program),
}

/// Moves a cursor or the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
    /// To the first row.
    Top,
    /// To the last row.
    Bottom,
    /// To the next pane.
    NextPane,
    /// To the pane before.
    PreviousPane,
    /// To the one before, of those that are looked at one at a time.
    Before,
    /// To the one after.
    After,
    /// To the next value that was changed.
    NextChanged,
    /// To the changed value before.
    PreviousChanged,
}

/// Changes the value under the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// By one step, or to the next choice; down if negative.
    Step(i8),
    /// By ten steps; down if negative.
    Ten(i8),
    /// By a tenth of a step; down if negative.
    Tenth(i8),
    /// To the lower end of its range.
    Least,
    /// To the upper end of its range.
    Most,
    /// Types it, or chooses it from a list.
    Edit,
    /// Takes it away: no cap, no agreed amount, not known.
    Remove,
    /// Puts it back to what it was in the file.
    Reset,
    /// Puts everything back.
    ResetAll,
    /// Protects the programme under the cursor, or no longer does.
    Protect,
    /// Ticks what is under the cursor, or no longer does.
    Tick,
    /// Chooses whether the partner that is looked at takes part.
    Stance,
    /// Completes the name of a lever that is being typed in braces.
    Complete,
    /// Makes the scenario do what the line under the cursor does.
    Adopt,
    /// Locks a share of 100 %, so that moving another leaves it alone.
    Lock,
}

/// Goes back and forth in what was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recall {
    /// Takes the last change back.
    Undo,
    /// Makes it again.
    Redo,
    /// Goes to the step under the cursor of the history.
    GoThere,
    /// Makes what stands now the state that changes are measured against.
    MakeBaseline,
}

/// Shapes the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tree {
    /// Closes a branch, or goes to the one above.
    Fold,
    /// Opens a branch, or goes into it.
    Unfold,
    /// Opens or closes a branch.
    Toggle,
    /// Opens all branches, or closes them.
    ToggleAll,
    /// Another order of the rows.
    Sort,
    /// Only what differs from the baseline, or everything.
    OnlyChanged,
    /// Only programmes that are hit and who has them, or everything.
    OnlyHit,
    /// A chart as a table, or as a chart again.
    AsTable,
}

/// Opens or closes something over the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Open {
    /// The keys that work here.
    Keys,
    /// All commands, found by their words.
    Palette,
    /// The line that finds a name.
    Find,
    /// The letters that go somewhere.
    GoTo,
    /// A screen, with nothing over it.
    Screen(Screen),
    /// The source card of the number in hand.
    Source,
    /// One pane as large as the screen, or all again.
    Zoom,
    /// The line that a share of one's own is typed in.
    Observe,
    /// Back one level.
    Back,
    /// What is under the cursor.
    Enter,
    /// The working of the number in hand.
    Explain,
    /// What was explained before.
    Before,
    /// The story, for a room.
    Present,
    /// The lessons.
    Learn,
}

/// Goes through what `/` found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Find {
    /// The next one.
    Next,
    /// The one before.
    Previous,
}

/// Gives something out of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Give {
    /// The screen as sentences, to the clipboard.
    Copy,
    /// The outcome as a file.
    Export,
    /// The changes as an overlay beside the scenario.
    Save,
}

/// Sets scenarios beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Beside {
    /// Offers what could stand beside.
    Add,
    /// Takes the column under the cursor out.
    Remove,
    /// Takes the value under the cursor into what stands now.
    Take,
}

/// Shows something to a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Show {
    /// The next step; after digits, the step of that number.
    Next,
    /// The step before.
    Back,
    /// The first step.
    First,
    /// The last step.
    Last,
    /// A blank screen, until the next key.
    Blank,
    /// Moves the what-if by so many tenths of a step.
    WhatIf(i8),
    /// Takes the what-if back.
    PutBack,
    /// Notes in the lower third, or no longer.
    Notes,
    /// The clock, or no longer.
    Clock,
    /// The clock from nought.
    ClockAnew,
    /// Finds a body, a programme or a lever.
    Find,
    /// Adds what the slide shows as a step.
    Add,
    /// Takes a step out that was added.
    Remove,
    /// Puts it back.
    Restore,
    /// Keeps what is typed at the foot.
    Keep,
    /// The row above or below of what was found; down if so.
    Row(bool),
    /// Back one level.
    Leave,
}

/// Goes on with a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Study {
    /// Begins, answers, reveals, goes on: whatever comes next.
    Next,
    /// Back: from being sure to the answer, else to the step before.
    Back,
    /// Goes on without an answer.
    Skip,
    /// The next hint.
    Hint,
    /// The whole working of the answer.
    Working,
    /// The words of the field.
    Words,
    /// The row above or below; down if so.
    Row(bool),
    /// A page of what is read; down if so.
    Page(bool),
    /// Less or more sure.
    Sure(bool),
    /// Moves what is to be tried by so many tenths of a step.
    Try(i8),
    /// Puts back what was tried.
    PutBack,
    /// Back one level: what is kept stays kept.
    Leave,
}

/// Is about the program itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Program {
    /// The next theme.
    Theme,
    /// Whether the mouse is ours or the terminal's.
    Mouse,
    /// Offers what can be opened in the place of what is open.
    Open,
    /// Leaves, and asks first if there is something to lose.
    Leave,
    /// Leaves what is open without saving, for the shell or another scenario.
    LeaveWithout,
    /// Saves and leaves, for the shell or another scenario.
    SaveAndLeave,
    /// Saves under another name than the one that is taken.
    SaveAside,
    /// Discards the changes of an earlier run.
    Discard,
    /// Back to the shell for a while.
    Suspend,
}
