//! Slips of the pen that ron can only call a missing comma: told by what stands around the place.
//!
//! This looks at characters and never decides what is RON; where it sees nothing, ron's own
//! complaint stands.

use ron::error::Error;

/// A message and what to do about it.
type Told = (String, Option<&'static str>);

/// What was surely meant at the byte where ron stopped, if that can be seen.
pub(super) fn told(text: &str, at: usize, error: &Error) -> Option<Told> {
    let (before, behind) = text.split_at_checked(at)?;
    let here = behind.chars().next()?;
    let say = |message: &str, remedy| Some((message.to_owned(), Some(remedy)));
    match here {
        '“' | '”' | '„' => {
            return say("these quotation marks are curly", "write straight ones: \"…\"");
        }
        '\'' => return say("texts stand in double quotation marks", "write  \"…\""),
        '#' => return say("a comment begins with two strokes", "write  // …"),
        '£' | '$' | '€' => {
            return say("an amount with its sign stands in quotes", "write  \"£480,000\"");
        }
        _ => {}
    }
    match error {
        Error::ExpectedComma => in_place_of_comma(before, behind, here),
        Error::SuggestRawIdentifier(_)
        | Error::ExpectedIdentifier
        | Error::InvalidIdentifier(_)
            if before.ends_with(',') && is_number(before.trim_end_matches(',')) =>
        {
            say(
                "commas do not part thousands in a bare number",
                "write  12_500_000 or \"12,500,000\"",
            )
        }
        Error::InvalidEscape(_) => {
            say("a backslash begins a sign that is not known", "write  \\\\ for a backslash")
        }
        _ => None,
    }
}

fn in_place_of_comma(before: &str, behind: &str, here: char) -> Option<Told> {
    let say = |message: &str, remedy| Some((message.to_owned(), Some(remedy)));
    let is_part = |c: char| c.is_alphanumeric() || "._%".contains(c);
    match here {
        ';' => say("fields are parted by commas", "write  ,  for the semicolon"),
        '=' => say("a value stands behind a colon", "write  name: value"),
        ':' if before.ends_with('"') => {
            say("the name of a field stands without quotes", "write  name: value")
        }
        ')' | ']' | '}' => say(
            "this bracket is not the one that is open",
            "close brackets in the order in which they were opened",
        ),
        _ if is_part(here) && before.ends_with('"') => say(
            "a text ends just before this: a quotation mark is missing, or one too many",
            "look at the quotation marks in this line",
        ),
        _ if is_part(here) && before.ends_with(|c: char| c.is_ascii_digit()) => {
            let from = before.rfind(|c| !is_part(c)).map_or(0, |at| at + 1);
            let end = behind.find(|c| !is_part(c)).unwrap_or(behind.len());
            let whole = format!("{}{}", before.get(from..)?, behind.get(..end)?);
            let message = format!("`{whole}` is no bare number");
            Some((message, Some("put it in quotes: ids and amounts with units are texts")))
        }
        _ => None,
    }
}

/// Whether a text ends in digits.
fn is_number(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}
