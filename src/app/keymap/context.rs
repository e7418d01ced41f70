//! The situations in which a key has one meaning, and what they are called.

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
    /// Where a number is to be predicted.
    LessonNumber,
    /// While it is typed.
    LessonTyping,
    /// While one of several answers is chosen.
    LessonChoice,
    /// When asked how sure.
    LessonSure,
    /// Once the answer is told.
    LessonTold,
    /// Where the answer is a number that can be worked out.
    LessonWorking,
    /// Where there is something to try.
    LessonTry,
    /// While a working is read.
    LessonText,
    /// Among the words of the field.
    LessonWords,
}

/// Where each situation is, in words.
const WORDS: &[(Context, &str)] = &[
    (Context::Everywhere, "everywhere"),
    (Context::Screen, "on the screen"),
    (Context::List, "in any list"),
    (Context::Tree, "in “Who is asked”"),
    (Context::Number, "on a number"),
    (Context::Choice, "on a choice"),
    (Context::Share, "on a share"),
    (Context::Programmes, "on a programme"),
    (Context::Areas, "among the councils"),
    (Context::Area, "in what reaches a council"),
    (Context::Results, "among the results"),
    (Context::Compare, "on Compare"),
    (Context::OtherInput, "on another side’s value"),
    (Context::Figure, "on a figure compared"),
    (Context::Tick, "on a yes or no"),
    (Context::Timeline, "on the timeline"),
    (Context::OnExplore, "on what Explore has too"),
    (Context::Steps, "in the history"),
    (Context::KeyTests, "on key tests"),
    (Context::Refusals, "on what a refusal does"),
    (Context::Partner, "on a partner"),
    (Context::Splits, "on a split"),
    (Context::Lens, "on what burdens are counted in"),
    (Context::Spread, "on how far apart burdens are"),
    (Context::Bears, "where who bears it is looked at"),
    (Context::Explain, "on a working"),
    (Context::Followed, "on a number of a working"),
    (Context::Effects, "on what would change a number"),
    (Context::Fit, "on published shares"),
    (Context::Fits, "with shares of several splits"),
    (Context::FitLine, "on a rule held against shares"),
    (Context::OwnShare, "while typing a share"),
    (Context::Picker, "while choosing"),
    (Context::ToRead, "in a list to read"),
    (Context::Entry, "while typing"),
    (Context::FindLine, "while finding"),
    (Context::PathLine, "while typing a path"),
    (Context::Palette, "among the commands"),
    (Context::Keys, "among the keys"),
    (Context::Card, "on a source card"),
    (Context::Sources, "among the figures"),
    (Context::Problems, "on a file’s problems"),
    (Context::Shelf, "among what can be opened"),
    (Context::Question, "when asked about leaving"),
    (Context::Exchange, "when asked about opening another"),
    (Context::TakeUp, "when offered old changes"),
    (Context::Replace, "when asked about a file"),
    (Context::Beside, "when told of another"),
    (Context::GoTo, "after g"),
    (Context::Present, "while presenting"),
    (Context::SlideTitle, "while typing a title"),
    (Context::Seek, "while finding before a room"),
    (Context::Lessons, "among the lessons"),
    (Context::Lesson, "in a lesson"),
    (Context::LessonNumber, "where a number is asked for"),
    (Context::LessonTyping, "while predicting a number"),
    (Context::LessonChoice, "while choosing an answer"),
    (Context::LessonSure, "when asked how sure"),
    (Context::LessonTold, "once the answer is told"),
    (Context::LessonWorking, "once the number is told"),
    (Context::LessonTry, "where there is something to try"),
    (Context::LessonText, "while reading a working"),
    (Context::LessonWords, "among the words"),
];

impl Context {
    /// Where that is, in words.
    pub fn words(self) -> &'static str {
        WORDS.iter().find(|(own, _)| *own == self).map_or("", |(_, words)| words)
    }
}
