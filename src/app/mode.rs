//! What takes the whole screen for itself: showing something to a room, learning.
//!
//! Each works on a scenario of its own; what the analyst works on waits as it is.

use super::keymap::Context;
use super::learn::{Aside, Learn, Phase, Running};
use super::present::{Present, Typing};

/// What has the whole screen.
#[derive(Debug)]
pub enum Mode {
    /// A story, told to a room.
    Present(Box<Present>),
    /// A lesson, or the list of them.
    Learn(Box<Learn>),
}

impl Mode {
    /// The situations in which its keys are looked up.
    pub fn contexts(&self) -> &'static [Context] {
        match self {
            Self::Present(own) if own.blank => &[],
            Self::Present(own) => match &own.typing {
                Some(Typing::Title(_)) => &[Context::SlideTitle],
                Some(Typing::Seek(_)) => &[Context::Seek],
                None => &[Context::Present],
            },
            Self::Learn(own) => match (&own.aside, &own.running) {
                (Some(Aside::Working(..)), _) => &[Context::LessonText],
                (Some(Aside::Words(_)), _) => &[Context::LessonWords],
                (None, None) => &[Context::Lessons, Context::Lesson],
                (None, Some(running)) => in_lesson(running),
            },
        }
    }
}

fn in_lesson(running: &Running) -> &'static [Context] {
    match &running.phase {
        // Every letter is one of what is typed: 1.2bn, 12 million, 2 years.
        Phase::Asked if running.is_typing() => &[Context::LessonTyping],
        Phase::Asked if running.asks_number() => &[Context::LessonNumber, Context::Lesson],
        Phase::Asked => &[Context::LessonChoice, Context::Lesson],
        Phase::Answered(_) => &[Context::LessonSure, Context::Lesson],
        Phase::Told(_) if running.tries().is_some() => {
            &[Context::LessonTry, Context::LessonWorking, Context::LessonTold, Context::Lesson]
        }
        Phase::Told(_) if running.has_working() => {
            &[Context::LessonWorking, Context::LessonTold, Context::Lesson]
        }
        Phase::Told(_) => &[Context::LessonTold, Context::Lesson],
    }
}
