//! What keys do in lessons.

use crate::app::key::{Code, Key};
use crate::app::learn::{Aside, Course, Learn, Phase, Running, Sure, Words, courses};
use crate::app::over::request;
use crate::app::{App, Effect, Mode, Study, Work};
use crate::document::{LIBRARY, teaching};
use crate::engine::{Mark, Source, Told, told_at, workings};
use crate::model::{Answer, Scenario};
use crate::report::explain::{Asked, as_text_within, working};

impl App {
    /// Shows the lessons, or begins the one with this id or number. Answers whether there is one.
    pub fn learn(&mut self, id: Option<&str>) -> bool {
        begin(self);
        let Some(own) = learning(self.work.as_mut()) else { return false };
        let Some(id) = id else { return true };
        let is_it = |course: &Course| {
            course.lesson.id == id || (!course.is_made && course.lesson.number.to_string() == id)
        };
        match own.courses.iter().position(is_it) {
            Some(place) => {
                own.cursor = place;
                start(self);
                true
            }
            None => false,
        }
    }
}

/// Begins with the list of lessons.
pub(super) fn begin(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    work.session.end_preview();
    let learn = Learn::new(&work.session, &app.progress);
    work.mode = Some(Mode::Learn(Box::new(learn)));
}

fn learning(work: Option<&mut Work>) -> Option<&mut Learn> {
    match work?.mode.as_mut()? {
        Mode::Learn(own) => Some(own),
        Mode::Present(_) => None,
    }
}

/// Does what a key asks for.
pub(super) fn study(app: &mut App, study: Study) -> Vec<Effect> {
    // A margin at either side.
    let columns = usize::from(app.size.0.saturating_sub(2));
    let rows = app.size.1.saturating_sub(8);
    let Some(own) = learning(app.work.as_mut()) else { return Vec::new() };
    if let Some(aside) = &mut own.aside {
        read(aside, study, rows);
        if study == Study::Leave {
            own.aside = None;
        }
        return Vec::new();
    }
    let made_at = own.running.as_ref().filter(|own| own.is_made).map(Running::goes_on_at);
    own.made_at = made_at.unwrap_or(own.made_at);
    let Some(running) = &mut own.running else {
        return in_list(app, study);
    };
    let rubs_out = std::mem::take(&mut running.rubs_out);
    match study {
        Study::Next => return next(app),
        Study::Back if rubs_out => {
            running.rubs_out = true;
            app.say("Nothing is typed any more. Backspace leads back after any other key.");
        }
        Study::Back if running.at == 0 && matches!(running.phase, Phase::Asked) => {
            app.say("This is the first step; Esc leaves the lesson.");
        }
        Study::Back => back(running),
        Study::Skip => return skip(app),
        Study::Hint => {
            let all = running.step().question.as_ref().map_or(0, |own| own.hints.len());
            match running.hints < all {
                true => running.hints += 1,
                false => app.say("There is no stronger hint; n goes on without an answer."),
            }
        }
        Study::Working => own.aside = working_of(running, columns),
        Study::Row(down) if matches!(running.phase, Phase::Told(_)) => shift(running, down, 1),
        Study::Page(down) => shift(running, down, 10),
        Study::Words => own.aside = Some(Aside::Words(Words::default())),
        Study::Row(down) => choose(running, down),
        Study::Sure(more) => running.sure = surer(running.sure, more),
        Study::Try(tenths) => {
            if let Some(words) = running.try_it(i32::from(tenths)) {
                app.refuse(words);
            }
        }
        Study::PutBack => running.put_back(),
        // What is done is kept: the list says so.
        Study::Leave => own.running = None,
    }
    Vec::new()
}

fn in_list(app: &mut App, study: Study) -> Vec<Effect> {
    let Some(work) = &mut app.work else { return Vec::new() };
    let Some(Mode::Learn(own)) = &mut work.mode else { return Vec::new() };
    match study {
        Study::Row(true) => own.cursor = (own.cursor + 1).min(own.courses.len().saturating_sub(1)),
        Study::Row(false) => own.cursor = own.cursor.saturating_sub(1),
        Study::Next => start(app),
        Study::Words => own.aside = Some(Aside::Words(Words::default())),
        Study::Leave => work.mode = None,
        _ => {}
    }
    Vec::new()
}

/// Begins the lesson under the cursor, or goes on where it was left.
fn start(app: &mut App) {
    let Some(own) = learning(app.work.as_mut()) else { return };
    let Some(course) = own.courses.get(own.cursor).cloned() else { return };
    let made_at = own.made_at;
    let done = if course.is_made { made_at } else { app.progress.done(&course.key) };
    // A lesson that is done begins anew.
    let at = if done >= course.lesson.steps.len() { 0 } else { done };
    own.running = Some(Running::new(course, at));
}

/// Whatever comes next: the answer is taken, told, or the next step begins.
fn next(app: &mut App) -> Vec<Effect> {
    let Some(own) = learning(app.work.as_mut()) else { return Vec::new() };
    let Some(running) = &mut own.running else { return Vec::new() };
    match &running.phase {
        Phase::Asked => match running.answer() {
            Ok(guess) => {
                running.problem = None;
                running.phase = Phase::Answered(guess);
            }
            Err(problem) => running.problem = Some(problem),
        },
        Phase::Answered(guess) => {
            let (guess, sure) = (guess.clone(), running.sure);
            let (is_near, mark) = running.mark(&guess);
            let is_certain = sure == Sure::Certain;
            running.phase = Phase::Told(Some((guess, sure)));
            let is_first = seen(app);
            if is_first {
                app.progress.note((is_near, mark == Mark::Right), is_certain);
            }
            return written(app, is_first);
        }
        Phase::Told(_) => return on(app),
    }
    Vec::new()
}

/// Goes on to the next step; after the last one back to the list.
fn on(app: &mut App) -> Vec<Effect> {
    // A step that asks nothing is done once it was read.
    let is_new = seen(app);
    let Some(own) = learning(app.work.as_mut()) else { return Vec::new() };
    let Some(running) = &mut own.running else { return Vec::new() };
    if running.is_last() {
        let title = running.lesson.title.clone();
        own.made_at = if running.is_made { 0 } else { own.made_at };
        own.running = None;
        own.cursor = (own.cursor + 1).min(own.courses.len().saturating_sub(1));
        app.say(format!("“{title}” is done."));
    } else {
        running.go(running.at + 1);
    }
    written(app, is_new)
}

/// The answer of the step is seen, so it is done: whoever stops there goes on with the next. Answers
/// whether it was seen for the first time.
fn seen(app: &mut App) -> bool {
    let Some(own) = learning(app.work.as_mut()) else { return false };
    let Some(running) = &own.running else { return false };
    match running.is_made {
        true => own.noted.insert(running.at),
        false => app.progress.reach(&running.key, running.at + 1),
    }
}

/// Progress is written down if there is any.
fn written(app: &App, is_new: bool) -> Vec<Effect> {
    is_new.then(|| Effect::WriteProgress(app.progress.clone())).into_iter().collect()
}

/// Shows the answer unmarked.
fn skip(app: &mut App) -> Vec<Effect> {
    let Some(own) = learning(app.work.as_mut()) else { return Vec::new() };
    let Some(running) = &mut own.running else { return Vec::new() };
    running.phase = Phase::Told(None);
    running.problem = None;
    // Who has seen the answer predicts no more.
    let is_new = seen(app);
    written(app, is_new)
}

fn back(running: &mut Running) {
    match &running.phase {
        Phase::Answered(_) => running.phase = Phase::Asked,
        // Before the first step is nothing: its question is open once more.
        Phase::Told(_) if running.at == 0 => running.reopen(),
        Phase::Asked | Phase::Told(_) => running.go(running.at.saturating_sub(1)),
    }
}

/// Moves what is told up or down, where it is longer than the screen.
fn shift(running: &mut Running, down: bool, rows: i16) {
    // No step is longer than that.
    let most = 30;
    let by = if down { rows } else { -rows };
    running.shift = (running.shift + by).clamp(-most, most);
}

fn choose(running: &mut Running, down: bool) {
    let last = match running.step().question.as_ref().map(|own| &own.answer) {
        Some(Answer::Choice(choices)) => choices.len().saturating_sub(1),
        _ => 0,
    };
    running.cursor = Some(match (running.cursor, down) {
        (None, true) => 0,
        (None, false) => last,
        (Some(at), true) => (at + 1).min(last),
        (Some(at), false) => at.saturating_sub(1),
    });
    running.problem = None;
}

fn surer(sure: Sure, more: bool) -> Sure {
    let all = Sure::ALL;
    let at = all.iter().position(|own| *own == sure).unwrap_or(1);
    all[if more { (at + 1).min(all.len() - 1) } else { at.saturating_sub(1) }]
}

/// Scrolls a working, a row or so many, or goes through the words.
fn read(aside: &mut Aside, study: Study, rows: u16) {
    match (aside, study) {
        (Aside::Working(lines, from), Study::Row(down) | Study::Page(down)) => {
            let by = if matches!(study, Study::Page(_)) { usize::from(rows.max(1)) } else { 1 };
            let last = lines.len().saturating_sub(1);
            *from = if down { (*from + by).min(last) } else { from.saturating_sub(by) };
        }
        (Aside::Words(words), Study::Row(down)) => words.step(down),
        _ => {}
    }
}

/// The whole working of what was asked for, or of what is watched.
fn working_of(running: &Running, columns: usize) -> Option<Aside> {
    let watched = running.step().play.as_ref().map(|own| own.watch.as_str());
    // What was asked stays what it was, whatever is tried by now.
    let (path, scenario) = match running.asked() {
        Some(path) => (path, running.stage.base()),
        None => (watched?, running.stage.now()),
    };
    let source = match told_at(scenario, path).ok()? {
        Told::Read(measure) => Source::Outcome(measure.node, measure.row.id),
        Told::Held(lever) => Source::Lever(lever),
        Told::NewStart(_) => return None,
    };
    let worked = workings(scenario);
    let asked = Asked { now: scenario, worked: &worked, changes: &[], file: file_of(scenario) };
    let text = as_text_within(&working(&asked, source), columns);
    Some(Aside::Working(text.lines().map(str::to_owned).collect(), 0))
}

/// The name of the file that a lesson is taught with.
fn file_of(scenario: &Scenario) -> &'static str {
    let ships = teaching().iter().any(|own| own.words.sha256 == scenario.words.sha256);
    let entry = LIBRARY.iter().find(|own| ships && own.title == scenario.words.title);
    entry.map_or("line", |own| own.name)
}

/// A letter of a prediction, or of a word that is looked for.
pub(super) fn take(own: &mut Learn, key: Key) {
    match (&mut own.aside, &mut own.running) {
        (Some(Aside::Words(words)), _) => words.take(key, |own| own.word.to_owned()),
        (None, Some(running)) if running.asks_number() => {
            running.rubs_out = key.code == Code::Backspace && !running.input.value().is_empty();
            let _ = request(key).and_then(|request| running.input.handle(request));
            running.problem = None;
        }
        (None, Some(running)) => number_of_choice(running, key),
        _ => {}
    }
}

/// Another version of the file is taught with: a lesson that it changes begins its step anew.
pub(super) fn reload(work: &mut Work) {
    let Some(Mode::Learn(own)) = &mut work.mode else { return };
    let next = courses(work.session.file(), work.session.now());
    let same = |running: &Running| {
        let is_it = |course: &&Course| {
            course.lesson.id == running.lesson.id && course.is_made == running.is_made
        };
        next.iter().find(is_it).map(|course| Running::new(course.clone(), running.at))
    };
    let is_untouched = |running: &Running| {
        let is_it =
            |course: &Course| course.lesson == running.lesson && course.scenario == running.file.0;
        next.iter().any(is_it)
    };
    if !own.running.as_ref().is_some_and(is_untouched) {
        own.running = own.running.as_ref().and_then(same);
        own.aside = None;
    }
    own.cursor = own.cursor.min(next.len().saturating_sub(1));
    own.courses = next;
}

/// Text that was pasted into a prediction.
pub(super) fn paste(own: &mut Learn, text: &str) {
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        take(own, Key::char(letter));
    }
}

/// Selects a row with the mouse: a word, a lesson, an answer, how sure. Answers whether it was
/// selected before.
pub(super) fn select(own: &mut Learn, row: usize) -> bool {
    match (&mut own.aside, &mut own.running) {
        (Some(Aside::Words(words)), _) => {
            words.select(row);
            false
        }
        (Some(Aside::Working(..)), _) => false,
        (None, None) => std::mem::replace(&mut own.cursor, row) == row,
        (None, Some(running)) => match running.phase {
            Phase::Asked => {
                running.problem = None;
                running.cursor.replace(row) == Some(row)
            }
            Phase::Answered(_) => {
                let sure = Sure::ALL[row.min(Sure::ALL.len() - 1)];
                std::mem::replace(&mut running.sure, sure) == sure
            }
            Phase::Told(_) => false,
        },
    }
}

/// A digit selects the choice of that number.
fn number_of_choice(running: &mut Running, key: Key) {
    let Code::Char(c) = key.code else { return };
    let choices = match running.step().question.as_ref().map(|own| &own.answer) {
        Some(Answer::Choice(choices)) => choices.len(),
        _ => 0,
    };
    let place = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
    if let (Phase::Asked, Some(place)) = (&running.phase, place.filter(|own| *own < choices)) {
        running.cursor = Some(place);
        running.problem = None;
    }
}
