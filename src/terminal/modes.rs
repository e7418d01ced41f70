//! The terminal's modes: taken once, given back on every way out, also after a panic.

use std::io::{self, Write};
use std::panic;
use std::path::{Path, PathBuf};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

/// Presses, drags and the wheel with places as numbers; not every movement, which would wake an
/// idle program.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// Takes the screen: raw mode, the alternate screen, paste in brackets, the mouse if wanted.
///
/// # Errors
/// The terminal cannot be written to or set.
pub(super) fn take(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    let mut out = io::stdout();
    queue!(out, EnterAlternateScreen, EnableBracketedPaste)?;
    use_mouse(mouse)
}

/// Gives everything back. Goes on after a failure: the rest may still work.
pub(super) fn give_back() {
    let mut out = io::stdout();
    let _ = out.write_all(MOUSE_OFF);
    let _ = queue!(out, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// Takes the mouse, or leaves it to the terminal.
///
/// # Errors
/// The terminal cannot be written to.
pub(super) fn use_mouse(wanted: bool) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(if wanted { MOUSE_ON } else { MOUSE_OFF })?;
    out.flush()
}

/// After a panic, first gives the terminal back, then says in one paragraph what happened and where
/// the changes are.
pub(super) fn install_panic_hook(recovery: Option<PathBuf>) {
    panic::set_hook(Box::new(move |info| {
        give_back();
        let place = info.location().map(|at| format!(" ({}:{})", at.file(), at.line()));
        let paragraph = farewell(&place.unwrap_or_default(), recovery.as_deref());
        // Nobody may be there to read it.
        let _ = writeln!(io::stderr(), "{paragraph}");
    }));
}

fn farewell(place: &str, recovery: Option<&Path>) -> String {
    let kept = match recovery {
        Some(path) => {
            format!("Your changes are in {} and are offered on the next start.", path.display())
        }
        None => "There was nowhere to keep your changes.".to_owned(),
    };
    format!(
        "fairshare met a fault of its own and had to stop{place}. The scenario file was not touched. \
         {kept} Please report what you did last."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_words_name_the_recovery_file() {
        let words = farewell(" (x.rs:7)", Some(Path::new("state/a.whatif.ron")));
        assert!(words.contains("state/a.whatif.ron") && words.contains("x.rs:7"));
        assert!(farewell("", None).contains("nowhere"));
    }
}
