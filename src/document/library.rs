//! The scenarios inside the program.

use std::sync::LazyLock;

use super::{Faulty, Loaded, open};
use crate::model::Scenario;

/// One scenario that ships.
#[derive(Debug)]
pub struct Entry {
    /// Its name on the command line.
    pub name: &'static str,
    /// Its title, as its text has it.
    pub title: &'static str,
    /// One line about it.
    pub about: &'static str,
    text: &'static str,
}

impl Entry {
    /// Whether lessons are taught with it: its text says so without being read whole.
    pub fn teaches(&self) -> bool {
        self.text.lines().any(|line| line.trim_start().starts_with("lessons: ["))
    }
}

/// All of them; the first is opened unless another is asked for.
pub const LIBRARY: &[Entry] = &[
    Entry {
        name: "east-of-england-2019",
        title: "East of England 2019/20",
        about: "£50.4m short in one system; five neighbours asked for £5m each (real, 2019/20)",
        text: include_str!("../../scenarios/east-of-england-2019.ron"),
    },
    Entry {
        name: "north-east-london-2017",
        title: "North East London 2017/18",
        about: "a gap of £587m; a partner that has not signed, and what that does (real, 2017/18)",
        text: include_str!("../../scenarios/north-east-london-2017.ron"),
    },
    Entry {
        name: "better-care-fund-2015",
        title: "Better Care Fund 2015/16",
        about: "£5.3bn put together by the NHS and councils; £457m worse than planned (real, 2015/16)",
        text: include_str!("../../scenarios/better-care-fund-2015.ron"),
    },
    Entry {
        name: "england-2016",
        title: "England 2016: 44 footprints",
        about: "44 systems, £22.0bn short by 2020/21: pooled by region or by the country (real gaps)",
        text: include_str!("../../scenarios/england-2016.ron"),
    },
    Entry {
        name: "northshire",
        title: "Northshire (invented)",
        about: "a small invented region for lessons and first steps: round figures, every part once",
        text: include_str!("../../scenarios/northshire.ron"),
    },
];

/// The text of a shipped scenario; `.ron` behind its name is allowed.
pub(super) fn text(name: &str) -> Option<&'static str> {
    let bare = name.strip_suffix(".ron").unwrap_or(name);
    // A file of the same name in the working folder was typed with its ending.
    let is_file = bare != name && std::path::Path::new(name).exists();
    LIBRARY.iter().find(|entry| entry.name == bare && !is_file).map(|entry| entry.text)
}

/// A shipped scenario.
///
/// # Errors
/// If nothing ships under that name.
pub fn library(name: &str) -> Result<Scenario, Box<Faulty>> {
    open(name).map(|Loaded { scenario, .. }| scenario)
}

/// The scenarios that ship with lessons, read once.
pub fn teaching() -> &'static [Scenario] {
    static READ: LazyLock<Vec<Scenario>> = LazyLock::new(|| {
        let teaching = LIBRARY.iter().filter(|entry| entry.teaches());
        teaching.filter_map(|entry| library(entry.name).ok()).collect()
    });
    &READ
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_titles_of_the_list_are_those_of_the_scenarios() {
        for entry in LIBRARY {
            assert_eq!(library(entry.name).unwrap().words.title, entry.title);
        }
    }
}
