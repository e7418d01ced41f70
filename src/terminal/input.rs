//! The terminal's events become the program's own messages; the only place that knows both.

use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};

use crate::app::{Code, Key, Message, Mouse};

/// What threads put into the inbox.
#[derive(Debug)]
pub enum Arrival {
    /// A message that is ready.
    Message(Message),
    /// The mouse did something at a column and a row; what stands there, the screen knows.
    Pointer(Mouse, u16, u16),
}

/// Reads events until the terminal or the inbox is gone, and then says so once.
///
/// A key that follows itself within a moment is held: its changes are one change.
pub(super) fn read(inbox: &Sender<Arrival>) {
    let mut last: Option<(Key, Instant)> = None;
    loop {
        let Ok(event) = event::read() else {
            // A terminal that cannot be read is gone: reading again would spin.
            let _ = inbox.send(Arrival::Message(Message::End));
            return;
        };
        let Some(mut arrival) = translate(event) else { continue };
        if let Arrival::Message(Message::Key(key)) = arrival {
            let now = Instant::now();
            let held = last.is_some_and(|(own, at)| own == key && now.duration_since(at) < HOLD);
            last = Some((key, now));
            if held {
                arrival = Arrival::Message(Message::Held(key));
            }
        }
        if inbox.send(arrival).is_err() {
            return;
        }
    }
}

/// Two presses of a key less than this apart are one hold.
const HOLD: Duration = Duration::from_millis(400);

fn translate(event: Event) -> Option<Arrival> {
    Some(Arrival::Message(match event {
        Event::Key(event) => Message::Key(key(event)?),
        Event::Mouse(event) => return mouse(event),
        Event::Paste(text) => Message::Paste(text),
        Event::Resize(columns, rows) => Message::Resize(columns, rows),
        Event::FocusGained | Event::FocusLost => return None,
    }))
}

/// A press or a repeat; a release is nothing.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let code = match event.code {
        // What was typed before raw mode was on has its returns turned into line feeds.
        KeyCode::Char('j') if ctrl => return Some(Key::plain(Code::Enter)),
        KeyCode::Char(c) => {
            let c = if ctrl { c.to_ascii_lowercase() } else { c };
            return Some(Key { code: Code::Char(c), ctrl, shift: false });
        }
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => return Some(Key::shift(Code::Tab)),
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

fn mouse(event: MouseEvent) -> Option<Arrival> {
    let did = match event.kind {
        // With shift the terminal's own selection is meant.
        _ if event.modifiers.contains(KeyModifiers::SHIFT) => return None,
        MouseEventKind::Down(MouseButton::Left) => Mouse::Press,
        MouseEventKind::Drag(MouseButton::Left) => Mouse::Drag,
        MouseEventKind::ScrollUp => Mouse::WheelUp,
        MouseEventKind::ScrollDown => Mouse::WheelDown,
        _ => return None,
    };
    Some(Arrival::Pointer(did, event.column, event.row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_nothing_and_a_repeat_is_a_press() {
        let mut event = KeyEvent::new(KeyCode::Right, KeyModifiers::SHIFT);
        assert_eq!(key(event), Some(Key::shift(Code::Right)));
        event.kind = KeyEventKind::Repeat;
        assert_eq!(key(event), Some(Key::shift(Code::Right)));
        event.kind = KeyEventKind::Release;
        assert_eq!(key(event), None);
    }

    #[test]
    fn a_capital_is_a_character_and_control_ignores_case() {
        let capital = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
        assert_eq!(key(capital), Some(Key::char('G')));
        let held = KeyEvent::new(KeyCode::Char('P'), KeyModifiers::CONTROL);
        assert_eq!(key(held), Some(Key::ctrl(Code::Char('p'))));
        let ahead = KeyEvent::new(KeyCode::Char('j'), KeyModifiers::CONTROL);
        assert_eq!(key(ahead), Some(Key::plain(Code::Enter)));
        let back = KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
        assert_eq!(key(back), Some(Key::shift(Code::Tab)));
    }
}
