//! The lessons there are: those of the file that is open, those that ship, and questions made from
//! the file.

use std::collections::BTreeSet;

use super::Learn;
use crate::app::session::Session;
use crate::document::progress::Progress;
use crate::document::teaching;
use crate::model::{Lesson, Scenario};
use crate::report::questions;

/// A lesson and what it is taught with.
#[derive(Clone, Debug)]
pub struct Course {
    /// The lesson.
    pub lesson: Lesson,
    /// Its scenario.
    pub scenario: Scenario,
    /// Whether its questions were made from a scenario.
    pub is_made: bool,
    /// By which name its progress is kept: a file of one's own may call its lessons as it likes.
    pub key: String,
}

/// All lessons, in the order of their numbers: those of a file that does not ship come first. Questions
/// are made from what stands now, lessons are taught with what the files have.
pub fn courses(open: &Scenario, now: &Scenario) -> Vec<Course> {
    let shipped = teaching();
    let ships = shipped.iter().any(|own| own.words.sha256 == open.words.sha256);
    let of = |scenario: &Scenario, is_own: bool| -> Vec<Course> {
        let lessons = scenario.words.lessons.iter();
        let begin = scenario.words.sha256.get(..8).filter(|_| is_own);
        let key = |lesson: &Lesson| match begin {
            Some(begin) => format!("{begin}/{}", lesson.id),
            None => lesson.id.clone(),
        };
        let course = |lesson: &Lesson| Course {
            lesson: lesson.clone(),
            scenario: scenario.clone(),
            is_made: false,
            key: key(lesson),
        };
        lessons.map(course).collect()
    };
    let mut own = if ships { Vec::new() } else { of(open, true) };
    own.sort_by_key(|course| course.lesson.number);
    let mut all: Vec<Course> = shipped.iter().flat_map(|own| of(own, false)).collect();
    all.sort_by_key(|course| course.lesson.number);
    own.append(&mut all);
    let mut lesson = questions(now);
    if !lesson.steps.is_empty() {
        if open != now {
            let title = &now.words.title;
            lesson.about =
                format!("Made from “{title}” with your changes, and marked by the engine.");
        }
        own.push(Course { lesson, scenario: now.clone(), is_made: true, key: String::new() });
    }
    own
}

impl Learn {
    /// Begins with the list, at the first lesson that is not done.
    pub fn new(session: &Session, progress: &Progress) -> Self {
        let courses = courses(session.file(), session.now());
        let open = |course: &Course| progress.done(&course.key) < course.lesson.steps.len();
        let cursor = courses.iter().position(open).unwrap_or(0);
        let noted = BTreeSet::new();
        Self { courses, cursor, running: None, aside: None, noted, made_at: 0 }
    }
}
