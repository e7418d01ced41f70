//! The keys of lessons.

use super::shorthand::{ENTER, ESC, LEFT, RIGHT, char, plain, row};
use super::{Context, Foot, Group, Row};
use crate::app::action::{Action, Give, Open, Program, Study};
use crate::app::key::{Code, Key};

const fn study(study: Study) -> Action {
    Action::Study(study)
}

const NEXT: (Key, Action) = (ENTER, study(Study::Next));
const UP: (Key, Action) = (plain(Code::Up), study(Study::Row(false)));
const DOWN: (Key, Action) = (plain(Code::Down), study(Study::Row(true)));

pub(super) const ROWS: &[Row] = &[
    row(
        &[Context::Screen],
        &[(char('L'), Action::Open(Open::Learn))],
        ("learn: six lessons, and questions from this scenario", "learn"),
        (Group::Learn, Foot::Right),
    ),
    row(
        &[Context::Lessons, Context::LessonChoice, Context::LessonText],
        &[UP, DOWN, (char('k'), UP.1), (char('j'), DOWN.1)],
        ("the row above or below", "row"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::LessonWords],
        &[UP, DOWN],
        ("the word above or below", "word"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::Lessons],
        &[NEXT, (char(' '), study(Study::Next))],
        ("begin this lesson, or go on with it", "begin"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::LessonNumber, Context::LessonTyping, Context::LessonChoice],
        &[NEXT],
        ("answer", "answer"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::LessonSure],
        &[
            (LEFT, study(Study::Sure(false))),
            (RIGHT, study(Study::Sure(true))),
            (char('h'), study(Study::Sure(false))),
            (char('l'), study(Study::Sure(true))),
        ],
        ("less or more sure", "how sure"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::LessonSure],
        &[NEXT],
        ("see what it really is", "reveal"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::LessonTold],
        &[NEXT, (char(' '), study(Study::Next)), (char('n'), study(Study::Next))],
        ("the next step", "next step"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::LessonTold],
        &[
            UP,
            DOWN,
            (char('k'), UP.1),
            (char('j'), DOWN.1),
            (plain(Code::PageUp), study(Study::Page(false))),
            (plain(Code::PageDown), study(Study::Page(true))),
        ],
        ("up or down, where it is longer than the screen", "scroll"),
        (Group::Learn, Foot::No),
    ),
    row(
        &[Context::LessonTry],
        &[
            (LEFT, study(Study::Try(-10))),
            (RIGHT, study(Study::Try(10))),
            (char('h'), study(Study::Try(-10))),
            (char('l'), study(Study::Try(10))),
        ],
        ("try: one step less or more", "try"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::LessonTry],
        &[
            (Key::shift(Code::Left), study(Study::Try(-100))),
            (Key::shift(Code::Right), study(Study::Try(100))),
            (char('<'), study(Study::Try(-100))),
            (char('>'), study(Study::Try(100))),
        ],
        ("try: ten steps less or more", "ten"),
        (Group::Learn, Foot::No),
    ),
    row(
        &[Context::LessonTry],
        &[(char('r'), study(Study::PutBack))],
        ("put back what was tried", "put back"),
        (Group::Learn, Foot::No),
    ),
    row(
        &[Context::LessonWorking],
        &[(char('e'), study(Study::Working))],
        ("the whole working of the answer", "the whole working"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::LessonNumber, Context::LessonChoice, Context::LessonSure],
        &[(char('i'), study(Study::Hint))],
        ("a hint; again, a stronger one", "hint"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::LessonNumber, Context::LessonChoice, Context::LessonSure, Context::LessonTold],
        &[(plain(Code::Backspace), study(Study::Back))],
        ("back to the answer, or to the step before", "back"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::LessonSure],
        &[(plain(Code::Up), study(Study::Back))],
        ("back to the answer", "back"),
        (Group::Learn, Foot::No),
    ),
    row(
        &[Context::LessonNumber, Context::LessonChoice, Context::LessonSure],
        &[(char('n'), study(Study::Skip))],
        ("see the answer without a prediction", "skip"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::Lesson],
        &[(char('/'), study(Study::Words))],
        ("any word of the field, with an example", "any word"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::LessonText],
        &[
            (plain(Code::PageUp), study(Study::Page(false))),
            (plain(Code::PageDown), study(Study::Page(true))),
            (char(' '), study(Study::Page(true))),
        ],
        ("a page up or down", "page"),
        (Group::Learn, Foot::Left),
    ),
    row(
        &[Context::LessonText, Context::LessonWords],
        &[(ESC, study(Study::Leave))],
        ("back to where it was opened", "back"),
        (Group::Learn, Foot::Right),
    ),
    row(
        &[Context::Lesson, Context::LessonTyping],
        &[(ESC, study(Study::Leave))],
        ("back one level; what was learnt is kept", "leave (kept)"),
        (Group::Learn, Foot::Right),
    ),
    row(
        &[Context::Lesson, Context::LessonText],
        &[(char('q'), study(Study::Leave))],
        ("back one level, as Esc", "leave"),
        (Group::Learn, Foot::No),
    ),
    row(
        &[Context::LessonText],
        &[(char('e'), study(Study::Leave))],
        ("back to the lesson", "back"),
        (Group::Learn, Foot::No),
    ),
    row(
        &[Context::Lesson],
        &[(char('?'), Action::Open(Open::Keys)), (plain(Code::F(1)), Action::Open(Open::Keys))],
        ("the keys that work here; Enter does what one does", "keys"),
        (Group::Learn, Foot::Right),
    ),
    row(
        &[Context::Lesson],
        &[(char('y'), Action::Give(Give::Copy))],
        ("copy the step as sentences", "copy"),
        (Group::Learn, Foot::No),
    ),
    row(
        &[Context::Lesson],
        &[(char('T'), Action::Program(Program::Theme))],
        ("another theme", "theme"),
        (Group::Learn, Foot::No),
    ),
];
