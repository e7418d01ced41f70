//! The lessons there are: those of the file that is open, those that ship, and questions made from
//! the file.

use super::Learn;
use crate::app::session::Session;
use crate::document::progress::Progress;
use crate::document::{LIBRARY, library};
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
}

/// All lessons, in the order of their numbers: those of a file that does not ship come first.
pub fn courses(open: &Scenario) -> Vec<Course> {
    let shipped = LIBRARY.iter().filter(|entry| entry.teaches());
    let shipped: Vec<Scenario> = shipped.filter_map(|entry| library(entry.name).ok()).collect();
    let ships = shipped.iter().any(|own| own.words.sha256 == open.words.sha256);
    let of = |scenario: &Scenario| -> Vec<Course> {
        let lessons = scenario.words.lessons.iter();
        let course = |lesson: &Lesson| Course {
            lesson: lesson.clone(),
            scenario: scenario.clone(),
            is_made: false,
        };
        lessons.map(course).collect()
    };
    let mut own = if ships { Vec::new() } else { of(open) };
    own.sort_by_key(|course| course.lesson.number);
    let mut all: Vec<Course> = shipped.iter().flat_map(of).collect();
    all.sort_by_key(|course| course.lesson.number);
    own.append(&mut all);
    let lesson = questions(open);
    if !lesson.steps.is_empty() {
        own.push(Course { lesson, scenario: open.clone(), is_made: true });
    }
    own
}

impl Learn {
    /// Begins with the list, at the first lesson that is not done.
    pub fn new(session: &Session, progress: &Progress) -> Self {
        let courses = courses(session.now());
        let open = |course: &Course| progress.done(&course.lesson.id) < course.lesson.steps.len();
        let cursor = courses.iter().position(open).unwrap_or(0);
        Self { courses, cursor, running: None, aside: None }
    }
}
