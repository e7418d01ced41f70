//! What the environment says, once, as plain values.
//!
//! Beside `cli` the only place that reads it. What follows for the screen is decided elsewhere.

use std::env;
use std::path::PathBuf;

use etcetera::BaseStrategy as _;

use crate::view::theme::Depth;

/// What the environment says about the terminal and about where files belong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Environment {
    /// How many colours may be used; `None` if none at all.
    pub depth: Option<Depth>,
    /// Whether the terminal takes more than ASCII.
    pub utf8: bool,
    /// The program's own folder for what it remembers between two starts; it may not exist yet.
    pub state: Option<PathBuf>,
}

/// Reads the environment.
pub fn environment() -> Environment {
    let variable = |name: &str| env::var(name).ok();
    let folders = etcetera::base_strategy::Xdg::new().ok();
    Environment {
        depth: depth(&variable),
        utf8: is_utf8(&variable),
        state: folders.and_then(|folders| folders.state_dir()).map(|all| all.join("fairshare")),
    }
}

type Variables<'a> = &'a dyn Fn(&str) -> Option<String>;

/// `NO_COLOR` with anything in it, or a terminal that says it is dumb, means none.
fn depth(variable: Variables<'_>) -> Option<Depth> {
    let value = |name: &str| variable(name).unwrap_or_default();
    let terminal = value("TERM");
    if !value("NO_COLOR").is_empty() || matches!(terminal.as_str(), "" | "dumb") {
        return None;
    }
    let many = matches!(value("COLORTERM").as_str(), "truecolor" | "24bit")
        || terminal.ends_with("-direct");
    Some(match terminal {
        _ if many => Depth::True,
        terminal if terminal.contains("256") => Depth::TwoFiftySix,
        _ => Depth::Sixteen,
    })
}

/// The first of the three that says anything decides, as in the C library.
fn is_utf8(variable: Variables<'_>) -> bool {
    let said = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(variable);
    let first = said.into_iter().find(|value| !value.is_empty());
    let first = first.unwrap_or_default().to_ascii_lowercase();
    first.contains("utf-8") || first.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    type Set<'a> = &'a [(&'a str, &'a str)];

    fn with(set: Set<'_>) -> impl Fn(&str) -> Option<String> + '_ {
        let find = |name: &str| set.iter().find(|(own, _)| *own == name);
        move |name| find(name).map(|(_, value)| (*value).to_owned())
    }

    #[test]
    fn colours_are_used_as_far_as_the_terminal_says_it_has_them() {
        let cases: [(Set<'_>, Option<Depth>); 8] = [
            (&[("TERM", "xterm-256color")], Some(Depth::TwoFiftySix)),
            (&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], Some(Depth::True)),
            (&[("TERM", "xterm-direct")], Some(Depth::True)),
            (&[("TERM", "linux")], Some(Depth::Sixteen)),
            (&[("TERM", "dumb"), ("COLORTERM", "truecolor")], None),
            (&[("TERM", "xterm-256color"), ("NO_COLOR", "1")], None),
            (&[("TERM", "xterm-256color"), ("NO_COLOR", "")], Some(Depth::TwoFiftySix)),
            (&[], None),
        ];
        for (set, wanted) in cases {
            assert_eq!(depth(&with(set)), wanted, "{set:?}");
        }
    }

    #[test]
    fn the_character_set_is_what_the_first_variable_says() {
        let cases: [(Set<'_>, bool); 5] = [
            (&[("LANG", "en_GB.UTF-8")], true),
            (&[("LANG", "C.utf8")], true),
            (&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "C")], false),
            (&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "")], true),
            (&[], false),
        ];
        for (set, wanted) in cases {
            assert_eq!(is_utf8(&with(set)), wanted, "{set:?}");
        }
    }
}
