//! `fairshare split`: cases from stdin.

use std::io::{self, IsTerminal as _, Read as _};

use super::failure::Failure;
use super::split::answer;

/// As much as a scenario file may have: 32 MiB.
const MOST: u64 = 32 * 1024 * 1024;

/// Reads the cases from stdin and answers them.
pub(super) fn run() -> Result<String, Failure> {
    if io::stdin().is_terminal() {
        return Err(Failure::call(
            "The cases come from stdin: fairshare split < cases.json > answers.json",
        ));
    }
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(MOST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::call(format!("stdin cannot be read: {error}.")))?;
    if bytes.len() as u64 > MOST {
        return Err(Failure::call("The cases are larger than 32 MiB: give them in parts."));
    }
    let cases = String::from_utf8(bytes)
        .map_err(|error| Failure::call(format!("The cases are not UTF-8 text: {error}.")))?;
    answer(&cases).map_err(|unreadable| Failure::call(format!("{unreadable}.")))
}
