//! What the terminal sends, turned into the program's own messages.
//!
//! The only place that knows both kinds of key. What a key does stands in `app/keymap`.

use std::io;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

use super::late_answer::LateAnswer;
use super::run::{Arrival, Ending};
use crate::app::{Code, Key, Message, Mouse};

/// A key that follows itself sooner than this is held down: fingers are slower.
const HELD: Duration = Duration::from_millis(100);

/// Reads events, and remembers what it takes to tell a held key from one pressed twice.
#[derive(Debug, Default)]
pub(super) struct Reader {
    last: Option<(Key, Instant)>,
}

impl Reader {
    /// What an event that came at this moment means: nothing, one arrival, or two.
    pub(super) fn read(&mut self, event: Event, now: Instant) -> Vec<Arrival> {
        let message = match event {
            Event::Key(event) => return self.keys(event, now),
            Event::Mouse(event) => return pointer(event).into_iter().collect(),
            Event::Paste(text) => Message::Paste(text),
            Event::Resize(columns, rows) => Message::Resize(columns, rows),
            // Nobody asked for these.
            Event::FocusGained | Event::FocusLost => return Vec::new(),
        };
        vec![Arrival::Message(message)]
    }

    fn keys(&mut self, event: KeyEvent, now: Instant) -> Vec<Arrival> {
        let Some(key) = key(event) else { return Vec::new() };
        let before = self.last.replace((key, now));
        let soon = before.is_some_and(|(own, at)| own == key && now.duration_since(at) < HELD);
        let held = soon || event.kind == KeyEventKind::Repeat;
        let message = if held { Message::Held(key) } else { Message::Key(key) };
        // Escape and a character in one breath look like Alt and the character.
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        let escape = (alt && matches!(key.code, Code::Char(_)))
            .then_some(Message::Key(Key::plain(Code::Esc)));
        escape.into_iter().chain([message]).map(Arrival::Message).collect()
    }
}

/// Reads the terminal until it or the inbox is gone, and then says so.
pub(super) fn read(inbox: &Sender<Arrival>, mut late: LateAnswer) {
    let mut reader = Reader::default();
    while let Ok(event) = event::read() {
        let now = Instant::now();
        let events = late.pass(event).into_iter();
        for arrival in events.flat_map(|event| reader.read(event, now)) {
            if inbox.send(arrival).is_err() {
                return;
            }
        }
    }
    gone(inbox);
}

/// Waits until the terminal has hung up, and says so: crossterm goes on reading a terminal that
/// has nothing more to say, and a hang-up signal comes only to those whom the terminal started.
pub(super) fn await_hang_up(inbox: &Sender<Arrival>) {
    let stdin = io::stdin();
    // Nothing is asked for, so that keys wake nobody: a hang-up is told without being asked for.
    let mut waiting = [PollFd::new(&stdin, PollFlags::empty())];
    while let Err(Errno::INTR) = poll(&mut waiting, None) {}
    gone(inbox);
}

fn gone(inbox: &Sender<Arrival>) {
    // If nobody listens any more, the program has ended already.
    let _ = inbox.send(Arrival::Ended(Ending::Gone));
}

/// The key of a press or a repeat; a release is nothing.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let code = match event.code {
        KeyCode::Char(c) => return Some(character(c, ctrl, shift)),
        KeyCode::BackTab => return Some(Key::shift(Code::Tab)),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    Some(Key { code, ctrl, shift })
}

fn character(c: char, ctrl: bool, shift: bool) -> Key {
    match (c, ctrl) {
        // Many terminals send Ctrl-H for the key above Enter, and Ctrl-J for Enter in a script.
        ('h' | 'H', true) => Key::plain(Code::Backspace),
        ('j' | 'J', true) => Key::plain(Code::Enter),
        (_, true) => Key::ctrl(Code::Char(c.to_ascii_lowercase())),
        (_, false) if shift && c.is_lowercase() => Key::char(c.to_ascii_uppercase()),
        (_, false) => Key::char(c),
    }
}

fn pointer(event: MouseEvent) -> Option<Arrival> {
    let mouse = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Mouse::Press,
        MouseEventKind::Drag(MouseButton::Left) => Mouse::Drag,
        MouseEventKind::ScrollUp => Mouse::WheelUp,
        MouseEventKind::ScrollDown => Mouse::WheelDown,
        _ => return None,
    };
    Some(Arrival::Pointer(mouse, event.column, event.row))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys that an event means; nothing else may come of it.
    fn keys(event: KeyEvent) -> Vec<Key> {
        let arrivals = Reader::default().read(Event::Key(event), Instant::now());
        let key = |arrival| match arrival {
            Arrival::Message(Message::Key(key)) => key,
            other => panic!("{other:?} is no key"),
        };
        arrivals.into_iter().map(key).collect()
    }

    #[test]
    fn every_way_to_send_a_key_is_the_same_key() {
        use KeyModifiers as With;
        let cases = [
            (KeyCode::Char('G'), With::SHIFT, Key::char('G')),
            (KeyCode::Char('g'), With::SHIFT, Key::char('G')),
            (KeyCode::Char('?'), With::SHIFT, Key::char('?')),
            (KeyCode::Char('P'), With::CONTROL, Key::ctrl(Code::Char('p'))),
            (KeyCode::Char('h'), With::CONTROL, Key::plain(Code::Backspace)),
            (KeyCode::Backspace, With::NONE, Key::plain(Code::Backspace)),
            (KeyCode::BackTab, With::SHIFT, Key::shift(Code::Tab)),
            (KeyCode::BackTab, With::NONE, Key::shift(Code::Tab)),
            (KeyCode::Left, With::SHIFT, Key::shift(Code::Left)),
            (KeyCode::F(1), With::NONE, Key::plain(Code::F(1))),
        ];
        for (code, modifiers, key) in cases {
            let event = KeyEvent::new(code, modifiers);
            assert_eq!(keys(event), [key], "{code:?} with {modifiers:?}");
        }
    }

    #[test]
    fn releases_and_keys_without_a_meaning_are_nothing() {
        let event = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
        let release = KeyEvent { kind: KeyEventKind::Release, ..event };
        assert_eq!(keys(release), []);
        assert_eq!(keys(KeyEvent::new(KeyCode::Insert, KeyModifiers::NONE)), []);
    }

    #[test]
    fn escape_and_a_character_in_one_breath_are_two_keys() {
        let event = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::ALT);
        assert_eq!(keys(event), [Key::plain(Code::Esc), Key::char('q')]);
    }

    #[test]
    fn a_key_is_held_only_if_it_follows_itself_at_once() {
        let mut reader = Reader::default();
        let start = Instant::now();
        let mut press = |code, after: u64| {
            let event = Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
            let arrivals = reader.read(event, start + Duration::from_millis(after));
            matches!(arrivals[..], [Arrival::Message(Message::Held(_))])
        };
        assert!(!press(KeyCode::Right, 0));
        assert!(press(KeyCode::Right, 40));
        assert!(!press(KeyCode::Left, 60));
        assert!(!press(KeyCode::Right, 80));
        assert!(!press(KeyCode::Right, 400));
    }

    #[test]
    fn only_what_the_program_uses_of_the_mouse_arrives() {
        let mouse = |kind| {
            let event = MouseEvent { kind, column: 7, row: 3, modifiers: KeyModifiers::NONE };
            let arrivals = Reader::default().read(Event::Mouse(event), Instant::now());
            let pointer = |arrival| match arrival {
                Arrival::Pointer(mouse, column, row) => (mouse, column, row),
                other => panic!("{other:?} is not the mouse"),
            };
            arrivals.into_iter().map(pointer).collect::<Vec<_>>()
        };
        assert_eq!(mouse(MouseEventKind::Down(MouseButton::Left)), [(Mouse::Press, 7, 3)]);
        assert_eq!(mouse(MouseEventKind::ScrollUp), [(Mouse::WheelUp, 7, 3)]);
        assert_eq!(mouse(MouseEventKind::Moved), []);
        assert_eq!(mouse(MouseEventKind::Up(MouseButton::Left)), []);
    }
}
