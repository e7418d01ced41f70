//! `fairshare learn`: the lessons there are; with one's name the lesson itself; `--check`: whether the
//! engine confirms what a file's lessons say.

use std::fmt::Write as _;

use super::aligned::{aligned, spoken};
use super::failure::Failure;
use super::open::{look, refused};
use crate::app::App;
use crate::app::learn::courses;
use crate::document::{self, Code, LIBRARY, library};
use crate::format::{nearest, plural};
use crate::model::{Answer, Lesson, LessonStep};

/// Which lesson, or which file.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The name or number of a lesson, or `questions` for those made from the scenario; without one,
    /// the lessons there are.
    pub(super) lesson: Option<String>,
    /// Prove the answers of the lessons in a scenario file, or in one of `fairshare list`: exit code
    /// 0 if the engine confirms all of them, 1 if not or if the file has faults, 2 if it has no lessons.
    #[arg(long, value_name = "FILE", conflicts_with = "lesson")]
    check: Option<String>,
    /// The scenario with whose lessons to begin: its own come first.
    #[arg(long, value_name = "SCENARIO", conflicts_with = "check")]
    pub(super) scenario: Option<String>,
}

/// The list of lessons, or the proof of a file's.
pub(super) fn run(args: &Args, plain: bool) -> Result<String, Failure> {
    match &args.check {
        Some(name) => check(name, plain),
        None => list(args.scenario.as_deref(), plain),
    }
}

/// The lessons, one a line: name, title, what is learnt.
fn list(scenario: Option<&str>, plain: bool) -> Result<String, Failure> {
    let first = LIBRARY.first().map_or("", |entry| entry.name);
    let open = match scenario {
        Some(name) => super::open::open(name, plain)?,
        None => library(first).map_err(|faulty| refused(&faulty, plain))?,
    };
    let lessons = courses(&open, &open).into_iter().filter(|course| !course.is_made);
    let row = |lesson: Lesson| {
        let title = format!("{}. {}", lesson.number, lesson.title);
        vec![lesson.id, title, lesson.about]
    };
    let rows: Vec<Vec<String>> = lessons.map(|course| row(course.lesson)).collect();
    Ok(match plain {
        true => spoken(&["name", "title", "about"], &rows),
        false => format!("{}\n`fairshare learn NAME` begins one.\n", aligned(&[], &rows)),
    })
}

/// That no lesson is called so, with the nearest that is.
pub(super) fn no_such(app: &App, wanted: &str) -> Failure {
    let Some(work) = app.work() else {
        return Failure::call("The scenario has faults: `fairshare check` names them.");
    };
    let courses = courses(work.session.file(), work.session.file());
    let names: Vec<&str> = courses.iter().map(|course| course.lesson.id.as_str()).collect();
    let meant = match nearest(wanted, names.iter().copied()) {
        Some(name) => format!(" Did you mean {name}?"),
        None => String::new(),
    };
    let names = names.join(", ");
    Failure::call(format!(
        "No lesson is called {wanted}.{meant} There are, by name or number: {names}. A file that does not ship is named \
         with --scenario FILE."
    ))
}

/// What the engine says of every lesson of a file.
fn check(name: &str, plain: bool) -> Result<String, Failure> {
    let loaded = document::open(name).map_err(|faulty| refused(&faulty, plain))?;
    let lessons = &loaded.scenario.words.lessons;
    if lessons.is_empty() {
        return Err(Failure::call(format!(
            "{name} has no lessons. `fairshare schema` says how one is written, under “a lesson”."
        )));
    }
    let wrong: Vec<_> =
        loaded.warnings.iter().filter(|fault| fault.code == Code::NOT_CONFIRMED).cloned().collect();
    if !wrong.is_empty() {
        let data = document::render_in(&wrong, &loaded.source, look(plain));
        let answers = plural(wrong.len(), "answer is", "answers are");
        let them = if wrong.len() == 1 { "it" } else { "them" };
        let talk = format!("{name}: {answers} not what the engine works out. Mend {them} there.");
        return Err(Failure::Faults { data: data + "\n", talk });
    }
    let mut text = String::new();
    for lesson in lessons {
        let confirmed = lesson.steps.iter().filter(|step| step.question.is_some()).count();
        let tried = lesson.steps.iter().filter(|step| step.play.is_some()).count();
        let slips: usize = lesson.steps.iter().map(slips).sum();
        let _ = writeln!(
            text,
            "{}: {}, {}, {}, {}: all confirmed by the engine",
            lesson.id,
            plural(lesson.steps.len(), "step", "steps"),
            plural(confirmed, "answer", "answers"),
            plural(slips, "slip", "slips"),
            plural(tried, "thing to try", "things to try"),
        );
    }
    Ok(text)
}

fn slips(step: &LessonStep) -> usize {
    match step.question.as_ref().map(|own| &own.answer) {
        Some(Answer::Number(number)) => number.slips.len(),
        _ => 0,
    }
}
