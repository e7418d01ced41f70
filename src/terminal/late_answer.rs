//! The answer to “which background?” that comes when nobody waits for it any more: over a slow line it
//! would be read as keys, and its digits would begin to type a value.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// How every such answer begins: Alt and a bracket, then this.
const BEGINNING: &str = "11;";
/// What it is made of after that: `rgb:ffff/ffff/ffff`.
const COLOUR: &str = "0123456789abcdefABCDEFrgb:/#";
/// The longest there is has fewer signs.
const LONGEST: usize = 40;

/// Takes one late answer out of what is read.
#[derive(Debug, Default)]
pub(super) struct LateAnswer {
    waits: bool,
    held: Vec<Event>,
}

impl LateAnswer {
    /// One that may yet come, or none.
    pub(super) fn new(waits: bool) -> Self {
        Self { waits, held: Vec::new() }
    }

    /// What is left to be read now that this came: nothing while it looks like the answer, all that was
    /// held if it was none.
    pub(super) fn pass(&mut self, event: Event) -> Vec<Event> {
        if !self.waits {
            return vec![event];
        }
        let key = event.as_key_event();
        if self.held.len() > BEGINNING.len() && key.is_some_and(ends) {
            *self = Self::default();
            return Vec::new();
        }
        let goes_on = key.is_some_and(|key| self.goes_on(key));
        self.held.push(event);
        if goes_on { Vec::new() } else { std::mem::take(&mut self.held) }
    }

    fn goes_on(&self, key: KeyEvent) -> bool {
        let KeyCode::Char(sign) = key.code else { return false };
        let plain = !key.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::CONTROL);
        let Some(place) = self.held.len().checked_sub(1) else {
            return sign == ']' && key.modifiers.contains(KeyModifiers::ALT);
        };
        let wanted = BEGINNING.chars().nth(place);
        let fits = wanted.map_or(COLOUR.contains(sign), |wanted| wanted == sign);
        plain && fits && self.held.len() < LONGEST
    }
}

/// The bell, or Alt and a backslash.
fn ends(key: KeyEvent) -> bool {
    match key.code {
        KeyCode::Char('g') => key.modifiers.contains(KeyModifiers::CONTROL),
        KeyCode::Char('\\') => key.modifiers.contains(KeyModifiers::ALT),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(words: &str) -> Vec<Event> {
        let plain = |sign| Event::Key(KeyEvent::new(KeyCode::Char(sign), KeyModifiers::NONE));
        words.chars().map(plain).collect()
    }

    fn with(sign: char, modifiers: KeyModifiers) -> Vec<Event> {
        vec![Event::Key(KeyEvent::new(KeyCode::Char(sign), modifiers))]
    }

    fn passed(late: &mut LateAnswer, events: &[Event]) -> Vec<Event> {
        events.iter().flat_map(|event| late.pass(event.clone())).collect()
    }

    #[test]
    fn an_answer_that_comes_late_is_no_typing() {
        let begin = with(']', KeyModifiers::ALT);
        for end in [with('g', KeyModifiers::CONTROL), with('\\', KeyModifiers::ALT)] {
            let answer = [begin.clone(), keys("11;rgb:1010/1414/1a1a"), end].concat();
            let mut late = LateAnswer::new(true);
            assert_eq!(passed(&mut late, &[keys("q"), answer.clone()].concat()), keys("q"));
            // There is only one: what looks like a second was typed.
            assert_eq!(passed(&mut late, &answer), answer);
        }
    }

    #[test]
    fn what_only_begins_like_it_is_typed_in_its_order() {
        let begin = with(']', KeyModifiers::ALT);
        for rest in ["x", "1x", "11;rgb:x", "12;"] {
            let typed = [begin.clone(), keys(rest)].concat();
            assert_eq!(passed(&mut LateAnswer::new(true), &typed), typed, "{rest}");
        }
        let typed = [begin, keys("11;rgb:")].concat();
        assert_eq!(passed(&mut LateAnswer::default(), &typed), typed, "nobody was asked");
        let endless = [with(']', KeyModifiers::ALT), keys("11;"), keys(&"f".repeat(50))].concat();
        assert_eq!(passed(&mut LateAnswer::new(true), &endless), endless);
    }
}
