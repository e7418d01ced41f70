//! Effects, performed: whatever does not work comes back as a sentence, and nothing is lost.
//!
//! How the terminal's modes are switched stands in `modes`, where unsaved changes are kept in
//! `recovery`; files are written by `document`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

use super::clock::Clock;
use super::modes::Modes;
use super::names::{beside, free};
use super::recovery::Recovery;
use super::run::Answer;
use super::signals;
use crate::app::{
    Effect, FileToWrite, Hindered, Hindrance, Lay, Message, Opening, Paper, Performed,
};
use crate::document::claim::{Claims, Holder};
use crate::document::overlay::Overlay;
use crate::document::podium::Podium;
use crate::document::progress;
use crate::document::{self, SaveFault};

/// More than this many bytes terminals and tmux do not take into a clipboard (100,000 as base64).
const MOST_TO_COPY: usize = 74_994;

/// What effects are performed with.
#[derive(Debug)]
pub(super) struct Hands {
    /// The terminal's modes.
    pub(super) modes: Modes,
    /// The file that the scenario came from, if there is one.
    pub(super) source: Option<PathBuf>,
    /// Where unsaved changes are kept, if there is a place.
    pub(super) recovery: Option<Recovery>,
    /// What files held when this run read or wrote them: as long as they still do, they are ours to
    /// replace.
    pub(super) known: BTreeMap<PathBuf, String>,
    /// The overlays that this process has claimed, if there is a place for that.
    pub(super) claims: Option<Claims>,
    /// The clock of a talk.
    pub(super) clock: Clock,
    /// Where a second screen finds the speaker's notes, if there is a place for them.
    pub(super) podium: Option<Podium>,
    /// Where a learner's progress is kept, if there is a place for it.
    pub(super) progress: Option<progress::Slate>,
}

impl Hands {
    /// Performs one effect.
    pub(super) fn perform(&mut self, effect: Effect) -> Answer {
        match effect {
            Effect::Read => self.read(),
            Effect::Compare(overlay) => self.compare(overlay),
            Effect::Find(overlay) => tell(Message::Found(document::overlay::beside(&overlay))),
            Effect::LookAround(overlay) => tell(Message::Listed(around(&overlay))),
            Effect::Open(path, lay) => opened(path, lay),
            Effect::Try(path) => {
                let read = document::readable(&path.display().to_string());
                tell(Message::Tried(path, read))
            }
            // Another scenario brings other hands: whoever has these puts them away.
            Effect::Reopen(_) => Answer::Done,
            Effect::Copy(text) => copy(text),
            Effect::Write(file) => self.write(file),
            Effect::WriteRecovery(overlay) => self.keep(&overlay),
            Effect::WriteHistory { overlay, saved } => {
                self.keep_history(&overlay, saved.as_deref())
            }
            Effect::ForgetRecovery => self.forget(),
            Effect::ForgetOffered => self.forget_offered(),
            Effect::BeginClock => {
                self.clock.begin();
                Answer::Done
            }
            Effect::RunClock(wanted) => {
                self.clock.run(wanted);
                Answer::Done
            }
            Effect::GiveNotes(notes) => {
                let given = self.podium.as_ref().map(|podium| podium.put(&notes));
                unless(given, "A second screen sees no notes")
            }
            Effect::WriteProgress(progress) => {
                let kept = self.progress.as_ref().map(|own| own.write(&progress));
                unless(kept, "How far you have come is not kept")
            }
            Effect::UseMouse(wanted) => {
                told(self.modes.use_mouse(wanted), "The mouse cannot be switched")
            }
            Effect::Suspend => {
                self.modes.give_back();
                match signals::stop() {
                    Ok(()) => Answer::Away,
                    Err(_) => self.retake(),
                }
            }
            Effect::Retake => self.retake(),
            Effect::Leave => Answer::Leave,
        }
    }

    fn read(&self) -> Answer {
        let Some(source) = &self.source else { return Answer::Done };
        let read = document::read(source).and_then(document::parse);
        tell(Message::Loaded(read.map(|loaded| Box::new(loaded.scenario))))
    }

    fn write(&mut self, mut file: FileToWrite) -> Answer {
        match file.paper {
            Paper::Outcome => file.path = free(&file.path),
            Paper::Changes => {
                // Asked for in any case: who replaces a file has it open from then on.
                let taken = self.claim(&file.path).map(Hindrance::Open);
                let hindrance = taken.or_else(|| self.hindrance(&file.path));
                if let Some(why) = hindrance.filter(|_| !file.replace) {
                    let aside = beside(&file.path);
                    let hindered = Hindered { file, why, aside };
                    return tell(Message::Performed(Performed::WouldOverwrite(hindered)));
                }
            }
        }
        match document::write_atomically(&file.path, &file.text) {
            Ok(()) => {
                self.known.insert(file.path.clone(), file.text);
                tell(Message::Performed(Performed::Written(file.paper, file.path)))
            }
            Err(fault) => failed(format!("{fault}.")),
        }
    }

    /// Claims an overlay; answers who has it, if another process does.
    fn claim(&mut self, overlay: &Path) -> Option<Holder> {
        let now = self.recovery.as_ref().map(|recovery| (recovery.now)())?;
        self.claims.as_mut()?.take(overlay, &now)
    }

    /// Why a file may not be replaced unasked: changes of an earlier run, or of another program, are
    /// as dear as those of today.
    fn hindrance(&self, path: &Path) -> Option<Hindrance> {
        match (fs::read_to_string(path), self.known.get(path)) {
            (Ok(there), Some(known)) if there == *known => None,
            (_, Some(_)) if path.exists() => Some(Hindrance::Changed),
            (Err(error), _) if error.kind() == io::ErrorKind::NotFound => None,
            _ => Some(Hindrance::Unseen),
        }
    }

    /// Tells if the overlay is another one than this run read or wrote.
    fn compare(&self, overlay: PathBuf) -> Answer {
        match self.hindrance(&overlay) {
            Some(_) => tell(Message::Performed(Performed::Foreign(overlay))),
            None => Answer::Done,
        }
    }

    fn keep_history(&self, overlay: &Overlay, saved: Option<&Path>) -> Answer {
        let kept = self.recovery.as_ref().map(|recovery| recovery.keep_history(overlay, saved));
        kept.and_then(Result::err).map_or(Answer::Done, failed)
    }

    fn keep(&self, overlay: &Overlay) -> Answer {
        let kept = self.recovery.as_ref().map(|recovery| recovery.keep(overlay));
        kept.and_then(Result::err).map_or(Answer::Done, failed)
    }

    fn forget(&self) -> Answer {
        let forgotten = self.recovery.as_ref().map(Recovery::forget);
        forgotten.and_then(Result::err).map_or(Answer::Done, failed)
    }

    fn forget_offered(&mut self) -> Answer {
        let forgotten = self.recovery.as_mut().map(Recovery::forget_offered);
        forgotten.and_then(Result::err).map_or(Answer::Done, failed)
    }

    /// Takes the speaker's notes away: whoever follows them is told that nobody presents.
    pub(super) fn end_talk(&self) {
        if let Some(podium) = &self.podium {
            // A file that stays harms nobody.
            let _ = podium.put("");
        }
    }

    fn retake(&self) -> Answer {
        match self.modes.take() {
            Ok(()) => Answer::Back,
            Err(_) => Answer::Leave,
        }
    }
}

/// The scenarios and overlays in the working folder, and in an overlay's own.
fn around(overlay: &Path) -> Vec<PathBuf> {
    let own = overlay.parent().unwrap_or(Path::new(""));
    document::lying_in(&[Path::new(""), own])
}

/// A name from the list, or a file.
fn opened(path: PathBuf, lay: Lay) -> Answer {
    let read = document::open_any(&path.display().to_string());
    tell(Message::Opened(Box::new(Opening { path, lay, read })))
}

fn tell(message: Message) -> Answer {
    Answer::Tell(Box::new(message))
}

fn failed(words: String) -> Answer {
    tell(Message::Performed(Performed::Failed(words)))
}

/// The same of a file that the program keeps for itself, where there is a place for it.
fn unless(kept: Option<Result<(), SaveFault>>, what: &str) -> Answer {
    let fault = kept.and_then(Result::err);
    fault.map_or(Answer::Done, |fault| failed(format!("{what}: {fault}.")))
}

/// Nothing if it went well, else what did not and why.
fn told(done: io::Result<()>, what: &str) -> Answer {
    match done {
        Ok(()) => Answer::Done,
        Err(error) => failed(format!("{what}: {error}.")),
    }
}

fn copy(text: String) -> Answer {
    let size = text.len();
    if size > MOST_TO_COPY {
        return failed(format!(
            "Not copied: {size} bytes are more than a terminal’s clipboard takes. x writes a file."
        ));
    }
    let copied = execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text));
    told(copied, "Not copied, the terminal does not take it")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::overlay::{Base, Saved};
    use crate::document::past::Past;
    use crate::document::recovery::{Moment, Slot};
    use crate::terminal::modes::Hold;

    fn hands(recovery: Option<Recovery>) -> Hands {
        let modes = Modes::new(Hold::default(), false);
        let (clock, known) = (Clock::new(None), BTreeMap::new());
        let (source, claims, podium, progress) = (None, None, None, None);
        Hands { modes, source, recovery, known, claims, clock, podium, progress }
    }

    fn file(path: &Path, paper: Paper, replace: bool) -> FileToWrite {
        let text = "// changes\n(2)\n".to_owned();
        FileToWrite { path: path.to_owned(), paper, text, replace }
    }

    /// The question that is asked, with `a-2.whatif.ron` as the other name.
    fn hindered(wanted: &FileToWrite, why: Hindrance) -> Answer {
        let aside = wanted.path.with_file_name("a-2.whatif.ron");
        let hindered = Hindered { file: wanted.clone(), why, aside };
        tell(Message::Performed(Performed::WouldOverwrite(hindered)))
    }

    fn written(paper: Paper, path: &Path) -> Answer {
        tell(Message::Performed(Performed::Written(paper, path.to_owned())))
    }

    /// What the program is told, compared by its words: a message has faults inside.
    fn same(one: &Answer, other: &Answer) -> bool {
        format!("{one:?}") == format!("{other:?}")
    }

    #[test]
    fn a_file_of_somebody_else_is_replaced_only_if_that_was_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.whatif.ron");
        fs::write(&path, "a letter").unwrap();
        let mut hands = hands(None);
        let wanted = file(&path, Paper::Changes, false);
        let asks = hindered(&wanted, Hindrance::Unseen);
        assert!(same(&hands.perform(Effect::Write(wanted.clone())), &asks));
        assert_eq!(fs::read_to_string(&path).unwrap(), "a letter");
        let saved = written(Paper::Changes, &path);
        let anyway = FileToWrite { replace: true, ..wanted.clone() };
        assert!(same(&hands.perform(Effect::Write(anyway)), &saved));
        assert!(same(&hands.perform(Effect::Write(wanted)), &saved));
    }

    #[test]
    fn an_overlay_is_replaced_without_a_question_only_while_it_is_as_this_run_knows_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.whatif.ron");
        let wanted = file(&path, Paper::Changes, false);
        let asks = hindered(&wanted, Hindrance::Unseen);
        let saved = written(Paper::Changes, &path);
        // Changes that an earlier run saved and this one has not opened.
        fs::write(&path, "// changes\n(1)\n").unwrap();
        let mut hands = hands(None);
        assert!(same(&hands.perform(Effect::Write(wanted.clone())), &asks));
        // Opened by this run.
        hands.known.insert(path.clone(), "// changes\n(1)\n".to_owned());
        assert!(same(&hands.perform(Effect::Write(wanted.clone())), &saved));
        assert!(same(&hands.perform(Effect::Write(wanted.clone())), &saved));
        // Saved by another program since.
        fs::write(&path, "// changes\n(3)\n").unwrap();
        let asks = hindered(&wanted, Hindrance::Changed);
        assert!(same(&hands.perform(Effect::Write(wanted.clone())), &asks));
        assert_eq!(fs::read_to_string(&path).unwrap(), "// changes\n(3)\n");
        let foreign = tell(Message::Performed(Performed::Foreign(path.clone())));
        assert!(same(&hands.perform(Effect::Compare(path.clone())), &foreign));
        fs::remove_file(&path).unwrap();
        assert!(same(&hands.perform(Effect::Write(wanted)), &saved));
        assert!(same(&hands.perform(Effect::Compare(path)), &Answer::Done), "its own writing");
    }

    #[test]
    fn what_is_exported_twice_is_there_twice() {
        let folder = tempfile::tempdir().unwrap();
        let (path, second) = (folder.path().join("area.csv"), folder.path().join("area-2.csv"));
        fs::write(&path, "one").unwrap();
        let answer = hands(None).perform(Effect::Write(file(&path, Paper::Outcome, true)));
        assert!(same(&answer, &written(Paper::Outcome, &second)), "{answer:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
    }

    #[test]
    fn what_cannot_be_written_is_said_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("missing").join("a.csv");
        for paper in [Paper::Changes, Paper::Outcome] {
            let answer = hands(None).perform(Effect::Write(file(&path, paper, false)));
            let Answer::Tell(message) = answer else { panic!("not told") };
            let Message::Performed(Performed::Failed(words)) = *message else {
                panic!("not failed")
            };
            assert!(words.contains("missing"), "{words}");
        }
    }

    #[test]
    fn what_was_offered_stays_until_it_is_decided_on_whatever_else_is_kept_or_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let offered = folder.path().join("earlier.recovery.ron");
        fs::write(&offered, "()").unwrap();
        let slot = Slot::new(&folder.path().join("state"), "a.ron");
        let path = slot.path().to_owned();
        let now = || Moment { seconds: 1, words: "10:42".to_owned() };
        let past = Past::new(&folder.path().join("state"), "a.ron");
        let mut hands = hands(Some(Recovery { slot, offered: Some(offered.clone()), past, now }));
        let base = Base { name: "a".to_owned(), sha256: "b".to_owned() };
        let one = Saved {
            path: "CP.plan".to_owned(),
            from: "None".to_owned(),
            to: "\"-1m\"".to_owned(),
            note: None,
        };
        let overlay = Overlay {
            title: String::new(),
            base,
            changes: vec![one],
            story: Vec::new(),
            unsaved: None,
            history: None,
        };
        let kept = hands.perform(Effect::WriteRecovery(Box::new(overlay)));
        assert!(same(&kept, &Answer::Done), "{kept:?}");
        assert!(path.exists() && offered.exists());
        for _ in 0..2 {
            assert!(same(&hands.perform(Effect::ForgetRecovery), &Answer::Done));
        }
        assert!(!path.exists() && offered.exists());
        for _ in 0..2 {
            assert!(same(&hands.perform(Effect::ForgetOffered), &Answer::Done));
        }
        assert!(!offered.exists());
    }

    #[test]
    fn more_than_a_clipboard_takes_is_refused_with_another_way() {
        let answer = hands(None).perform(Effect::Copy("x".repeat(MOST_TO_COPY + 1)));
        let Answer::Tell(message) = answer else { panic!("not told") };
        assert!(format!("{message:?}").contains("74995 bytes"), "{message:?}");
    }
}
