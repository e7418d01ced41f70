//! What a file may say, as a page of Markdown: written from the tables that also read it.

use std::fmt::Write as _;

use super::code::CODES;
use super::noun::{Noun, SCENARIO};
use super::overlay::OVERLAY;
use crate::levers::RULES;

const HEAD: &str = "\
# The fields of a scenario file

Written by `fairshare schema` from the tables that read the file: mend those, not this page.

A file is RON: `(name: value, …)` for a thing, `[…]` for a list, `// …` for a comment.

- money: `\"12.5m\"`, `\"480k\"`, `\"1.2bn\"`, `\"-142m\"`, `\"£480,000\"`, or whole pounds: `12_500_000`
- percent: `\"2.5%\"`, in quotes; month: `\"2019-12\"`; id: letters, digits, `-` and `_`
- any figure or choice may say how well it is known:
  `Published(value, \"source\")`, `Reported(value, \"source\")`, `Derived(value, \"how\")`,
  `Assumed(value, \"why\")`; a source is an id of `sources`
- what is not known is left out: it is never taken for nought
";

/// The fields of scenario and overlay files, the split rules, and the codes of faults.
pub fn schema_text() -> String {
    let mut text = HEAD.to_owned();
    for noun in nouns(&SCENARIO) {
        describe(&mut text, noun);
    }
    text += "\n## a split rule\n\n";
    for rule in RULES {
        let words = rule.words.replace("{}", "a measure");
        let _ = writeln!(text, "- `{}`: {words}", rule.example());
    }
    text +=
        "\n# The fields of an overlay file\n\nWhat was changed in a scenario: `NAME.whatif.ron`.\n";
    for noun in nouns(&OVERLAY) {
        describe(&mut text, noun);
    }
    text += "\n# What can be wrong with a file\n\n";
    for code in CODES {
        let _ = writeln!(text, "- {}: {}", code.text(), code.meaning());
    }
    text
}

/// A noun and all that stand in its fields, each after the one that first holds it.
pub fn nouns(root: &'static Noun) -> Vec<&'static Noun> {
    let mut nouns = vec![root];
    let mut next = 0;
    while let Some(noun) = nouns.get(next).copied() {
        for part in noun.fields.iter().filter_map(|field| field.kind.noun()) {
            if !nouns.iter().any(|known| std::ptr::eq(*known, part)) {
                nouns.push(part);
            }
        }
        next += 1;
    }
    nouns
}

fn describe(text: &mut String, noun: &Noun) {
    let _ = writeln!(text, "\n## {}\n", noun.name);
    for field in noun.fields {
        let needed = if field.needed { "needed, " } else { "" };
        let _ = writeln!(
            text,
            "- `{}` ({needed}{}): {}",
            field.name,
            field.kind.words(),
            field.meaning
        );
    }
}
