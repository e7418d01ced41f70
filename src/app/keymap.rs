//! The one table of keys: dispatch, the footer, `?`, the palette, `fairshare keys` and the README
//! all read it, so that help cannot say what the program does not do.
//!
//! What an action does stands in `update`; a key that only a later screen needs comes with it.

mod beside;
mod go_to;
mod in_panes;
mod learn;
mod on_screen;
mod on_value;
mod over;
mod present;
mod shorthand;

use super::action::Action;
use super::key::{Code, Key};

/// A situation in which a key has one meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// Wherever nothing is being typed.
    Everywhere,
    /// On a screen with figures, nothing lying over it.
    Screen,
    /// In any list.
    List,
    /// In “Who is asked”.
    Tree,
    /// On a lever that is a number.
    Number,
    /// On a lever that is a choice or a rule.
    Choice,
    /// On one of the shares that total 100 %.
    Share,
    /// In the programmes of a body.
    Programmes,
    /// In the list of councils.
    Areas,
    /// In what reaches a council's area.
    Area,
    /// Among targets and results.
    Results,
    /// Where scenarios stand side by side.
    Compare,
    /// On an input of a side that stays as it is.
    OtherInput,
    /// On a figure of sides that are compared.
    Figure,
    /// On what is either so or not.
    Tick,
    /// On a row of the timeline.
    Timeline,
    /// On a row of another screen about something that Explore has.
    OnExplore,
    /// On a step of the history.
    Steps,
    /// On a partner’s key tests.
    KeyTests,
    /// On what a refusal can do.
    Refusals,
    /// Where a partner is looked at, and nothing can be ticked.
    Partner,
    /// On a split, where who bears it is looked at.
    Splits,
    /// On what burdens are counted in.
    Lens,
    /// On how far apart burdens are.
    Spread,
    /// Wherever who bears it is looked at.
    Bears,
    /// On the working of a number.
    Explain,
    /// On a number in it.
    Followed,
    /// On what would change it.
    Effects,
    /// Where published shares are looked at.
    Fit,
    /// The same, where there are shares of several splits.
    Fits,
    /// On a rule that is held against them.
    FitLine,
    /// In a list to choose from.
    Picker,
    /// In a list that is there to be read.
    ToRead,
    /// While a number is typed.
    Entry,
    /// While a name is typed that is to be found.
    FindLine,
    /// While a share of one's own is typed.
    OwnShare,
    /// While the path of a file is typed.
    PathLine,
    /// While a command is typed.
    Palette,
    /// After `g`: the next letter says where to.
    GoTo,
    /// In the list of keys.
    Keys,
    /// On a source card.
    Card,
    /// Among all figures.
    Sources,
    /// On the problems of a file.
    Problems,
    /// Among what can be opened.
    Shelf,
    /// At the question whether to leave.
    Question,
    /// At the question whether to open another scenario.
    Exchange,
    /// At the question whether a file may be replaced.
    Replace,
    /// At the question whether changes of an earlier run are wanted.
    TakeUp,
    /// When told that another process has the same file open.
    Beside,
    /// While something is shown to a room.
    Present,
    /// While the title of a step is typed.
    SlideTitle,
    /// While something is looked for before a room.
    Seek,
    /// In the list of lessons.
    Lessons,
    /// In a lesson, or their list.
    Lesson,
    /// While a number is predicted.
    LessonNumber,
    /// While one of several answers is chosen.
    LessonChoice,
    /// When asked how sure.
    LessonSure,
    /// Once the answer is told.
    LessonTold,
    /// Where there is something to try.
    LessonTry,
    /// While a working is read.
    LessonText,
    /// Among the words of the field.
    LessonWords,
}

impl Context {
    /// Where that is, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Screen => "on the screen",
            Self::List => "in any list",
            Self::Tree => "in “Who is asked”",
            Self::Number => "on a number",
            Self::Choice => "on a choice",
            Self::Share => "on a share",
            Self::Programmes => "on a programme",
            Self::Areas => "among the councils",
            Self::Area => "in what reaches a council",
            Self::Results => "among the results",
            Self::Compare => "on Compare",
            Self::OtherInput => "on another side’s value",
            Self::Figure => "on a figure compared",
            Self::Tick => "on a yes or no",
            Self::Timeline => "on the timeline",
            Self::OnExplore => "on what Explore has too",
            Self::Steps => "in the history",
            Self::KeyTests => "on key tests",
            Self::Refusals => "on what a refusal does",
            Self::Partner => "on a partner",
            Self::Splits => "on a split",
            Self::Lens => "on what burdens are counted in",
            Self::Spread => "on how far apart burdens are",
            Self::Bears => "where who bears it is looked at",
            Self::Explain => "on a working",
            Self::Followed => "on a number of a working",
            Self::Effects => "on what would change a number",
            Self::Fit => "on published shares",
            Self::Fits => "with shares of several splits",
            Self::FitLine => "on a rule held against shares",
            Self::OwnShare => "while typing a share",
            Self::Picker => "while choosing",
            Self::ToRead => "in a list to read",
            Self::Entry => "while typing",
            Self::FindLine => "while finding",
            Self::PathLine => "while typing a path",
            Self::Palette => "among the commands",
            Self::Keys => "among the keys",
            Self::Card => "on a source card",
            Self::Sources => "among the figures",
            Self::Problems => "on a file’s problems",
            Self::Shelf => "among what can be opened",
            Self::Question => "when asked about leaving",
            Self::Exchange => "when asked about opening another",
            Self::TakeUp => "when offered old changes",
            Self::Replace => "when asked about a file",
            Self::Beside => "when told of another",
            Self::GoTo => "after g",
            Self::Present => "while presenting",
            Self::SlideTitle => "while typing a title",
            Self::Seek => "while finding before a room",
            Self::Lessons => "among the lessons",
            Self::Lesson => "in a lesson",
            Self::LessonNumber => "while predicting a number",
            Self::LessonChoice => "while choosing an answer",
            Self::LessonSure => "when asked how sure",
            Self::LessonTold => "once the answer is told",
            Self::LessonTry => "where there is something to try",
            Self::LessonText => "while reading a working",
            Self::LessonWords => "among the words",
        }
    }
}

/// Under which heading a row stands in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Changing a value.
    Values,
    /// Moving about.
    Moving,
    /// Shaping what is seen.
    View,
    /// Going back.
    History,
    /// Finding.
    Find,
    /// Before a room.
    Present,
    /// In a lesson.
    Learn,
    /// Files and the way out.
    Program,
}

impl Group {
    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Values => "Change a value",
            Self::Moving => "Move about",
            Self::View => "See more or less",
            Self::History => "Take back",
            Self::Find => "Find",
            Self::Present => "Present",
            Self::Learn => "Learn",
            Self::Program => "Files, copies, leaving",
        }
    }
}

/// Whether and where the footer names a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Foot {
    /// Not at all.
    No,
    /// At the left, among the keys of what has the focus; the first rows stay longest.
    Left,
    /// At the right, among the keys that always work.
    Right,
}

/// One row: what some keys do in some situations, and the words for it.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Where it holds.
    pub within: &'static [Context],
    /// The keys and what each does.
    pub keys: &'static [(Key, Action)],
    /// What they do, in words that stand alone.
    pub words: &'static str,
    /// The same for the footer.
    pub brief: &'static str,
    /// Its heading in the help.
    pub group: Group,
    /// Its place in the footer.
    pub foot: Foot,
}

impl Row {
    /// The keys as people write them, each once: `←→ h l`.
    pub fn label(&self) -> String {
        let keys: Vec<String> = self.keys.iter().map(|(key, _)| symbol(*key)).collect();
        join(&keys)
    }

    /// The keys that the footer shows: the first for each action.
    pub fn short_label(&self) -> String {
        let mut seen = Vec::new();
        let mut keys = Vec::new();
        for (key, action) in self.keys {
            let is_arrow = matches!(key.code, Code::Left | Code::Right | Code::Up | Code::Down);
            if !seen.contains(action) && (is_arrow || keys.is_empty()) {
                seen.push(*action);
                keys.push(symbol(*key));
            }
        }
        join(&keys)
    }
}

/// Puts keys side by side: `←→`, `Shift-←→`, `n N`.
fn join(keys: &[String]) -> String {
    let mut all = String::new();
    let mut last: Option<&String> = None;
    for key in keys {
        let arrow = key.chars().next_back().filter(|c| "←→↑↓".contains(*c));
        let held = &key[..key.len() - arrow.map_or(0, char::len_utf8)];
        let follows = last.is_some_and(|last| {
            let ends_in_arrow = last.chars().next_back().is_some_and(|c| "←→↑↓".contains(c));
            ends_in_arrow
                && last.starts_with(held)
                && last.chars().count() == held.chars().count() + 1
        });
        match arrow {
            Some(arrow) if follows => all.push(arrow),
            _ => {
                if !all.is_empty() {
                    all.push(' ');
                }
                all.push_str(key);
            }
        }
        last = Some(key);
    }
    all
}

/// A key's text with arrows drawn as arrows.
pub fn symbol(key: Key) -> String {
    let arrow = match key.code {
        Code::Left => "←",
        Code::Right => "→",
        Code::Up => "↑",
        Code::Down => "↓",
        _ => return key.to_string(),
    };
    let text = key.to_string();
    let held = text.rfind('-').map_or("", |at| &text[..=at]);
    format!("{held}{arrow}")
}

/// What a key does in these situations, the first of them first.
pub fn lookup(active: &[Context], key: Key) -> Option<Action> {
    rows(active).find_map(|row| row.keys.iter().find(|(own, _)| *own == key)).map(|(_, a)| *a)
}

/// The rows that hold in these situations, in the order of the table.
pub fn rows(active: &[Context]) -> impl Iterator<Item = &'static Row> {
    table().filter(move |row| row.within.iter().any(|context| active.contains(context)))
}

/// Every row of the program.
pub fn table() -> impl Iterator<Item = &'static Row> {
    go_to::ROWS
        .iter()
        .chain(over::ROWS)
        .chain(on_value::ROWS)
        .chain(in_panes::ROWS)
        .chain(beside::ROWS)
        .chain(learn::ROWS)
        .chain(present::ROWS)
        .chain(on_screen::ROWS)
}
