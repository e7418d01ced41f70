//! The whole file as text: head, notes, sources, then region by region what the tables say.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use super::footprints::{Voice, named, region_named};
use super::sources::{Cited, cited};
use super::tables::{Ccg, Footprint, Tables};
use super::words::{
    ABOUT, COUNCILS, HEAD, HOW_RESIDENTS, NOTES, SOURCES, TITLE, WHY_ALL, WHY_OFFSET, WHY_POOLING,
    WHY_SPLIT, WHY_SYSTEM, YEAR,
};

/// The scenario, from the tables in a folder.
///
/// # Errors
/// If a table cannot be read, or names a region or a footprint that has no id.
pub(crate) fn scenario(folder: &Path) -> Result<String, Box<dyn Error>> {
    let tables = Tables::read(folder)?;
    let mut text = String::from(HEAD);
    writeln!(text, "(\n    format: 1,")?;
    for (field, words) in [("title", TITLE), ("year", YEAR), ("about", ABOUT)] {
        writeln!(text, "    {field}: {},", quoted(words))?;
    }
    writeln!(text, "\n    notes: [")?;
    for note in NOTES {
        writeln!(text, "        {},", quoted(note))?;
    }
    writeln!(text, "    ],\n\n    sources: [")?;
    text.push_str(&general_sources()?);
    for footprint in &tables.footprints {
        for source in sources_of(footprint)? {
            text.push_str(&source_line(&source)?);
        }
    }
    writeln!(text, "    ],\n\n    nation: (")?;
    writeln!(text, "        id: \"ENG\",\n        name: \"England\",")?;
    writeln!(text, "        pooling: {},", assumed("National", WHY_POOLING))?;
    text.push_str(&policy(8)?);
    writeln!(text, "    ),\n\n    regions: [")?;
    for region in regions(&tables) {
        text.push_str(&region_text(&tables, region)?);
    }
    writeln!(text, "    ],\n")?;
    text.push_str(&councils(&tables)?);
    text.push_str(")\n");
    Ok(text)
}

/// The regions, in the order of their first footprints.
fn regions(tables: &Tables) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for footprint in &tables.footprints {
        if !names.contains(&footprint.region.as_str()) {
            names.push(&footprint.region);
        }
    }
    names
}

fn region_text(tables: &Tables, name: &str) -> Result<String, Box<dyn Error>> {
    let (id, short) = region_named(name).ok_or_else(|| format!("no id for the region {name}"))?;
    let mut text = String::new();
    writeln!(text, "        (\n            id: \"{id}\",\n            name: {},", quoted(name))?;
    writeln!(text, "            short: \"{short}\",")?;
    text.push_str(&policy(12)?);
    writeln!(text, "\n            systems: [")?;
    for footprint in tables.footprints.iter().filter(|footprint| footprint.region == name) {
        text.push_str(&system(tables, footprint)?);
    }
    writeln!(text, "            ],\n        ),")?;
    Ok(text)
}

/// The same for each region and for the country, so that only pooling tells them apart.
fn policy(indent: usize) -> Result<String, Box<dyn Error>> {
    let mut text = String::new();
    let rows = [
        ("offset", "WholeNeed", WHY_OFFSET),
        ("split", "Proportional(by: Allocation)", WHY_SPLIT),
        ("contributors", "All", WHY_ALL),
    ];
    for (field, value, why) in rows {
        writeln!(text, "{:indent$}{field}: {},", "", assumed(value, why))?;
    }
    Ok(text)
}

fn system(tables: &Tables, footprint: &Footprint) -> Result<String, Box<dyn Error>> {
    let (id, voice) = identity(footprint)?;
    let standing = match voice {
        Voice::Official => "Published",
        Voice::Press => "Reported",
    };
    let sources = sources_of(footprint)?;
    let [first, further @ ..] = &sources[..] else {
        return Err(format!("footprint {} has no source", footprint.number).into());
    };
    let gap = footprint.gap.trim_end_matches(".0");
    let pad = " ".repeat(20);
    let mut text = String::new();
    writeln!(text, "{:16}(", "")?;
    writeln!(text, "{pad}id: \"{id}\",")?;
    writeln!(text, "{pad}name: {},", quoted(&footprint.name))?;
    writeln!(text, "{pad}short: \"{id}\",")?;
    writeln!(text, "{pad}gap: {standing}(\"{gap}m\", \"{}\"),", first.id)?;
    writeln!(text, "{pad}split: {},", assumed("Proportional(by: Allocation)", WHY_SYSTEM))?;
    writeln!(text, "{pad}note: {},", quoted(&note(footprint, further)))?;
    writeln!(text, "\n{pad}bodies: [")?;
    for ccg in tables.ccgs_of(footprint) {
        text.push_str(&body(tables, ccg)?);
    }
    writeln!(text, "{pad}],\n{:16}),", "")?;
    Ok(text)
}

/// What the gap counts, what else was found, and where else it stands.
fn note(footprint: &Footprint, further: &[Cited]) -> String {
    let mut note = format!("Footprint {}, {}.", footprint.number, footprint.code);
    let round = [&footprint.scope, &footprint.others].iter().any(|text| text.contains("approx"));
    if round {
        note.push_str(" The gap is a round figure.");
    }
    let _ = write!(note, " What the gap counts: {}.", footprint.scope);
    if !footprint.others.is_empty() {
        let _ = write!(note, " Also found (£m): {}.", footprint.others);
    }
    for source in further {
        let _ = write!(note, " See also [{}].", source.id);
    }
    note
}

fn body(tables: &Tables, ccg: &Ccg) -> Result<String, Box<dyn Error>> {
    let pad = " ".repeat(28);
    let short = ccg.name.trim_start_matches("NHS ").trim_end_matches(" CCG");
    let allocation = match ccg.note.strip_prefix("derived: ") {
        Some(how) => {
            format!("Derived(\"{}m\", {})", ccg.allocation, quoted(&format!("{how} [nhse-core]")))
        }
        None => format!("Published(\"{}m\", \"nhse-core\")", ccg.allocation),
    };
    let served = tables.councils_of(ccg).into_iter().map(|(row, share)| {
        format!("(id: \"{}\", share: \"{}%\")", slug(&row.council_name), thousandths(share))
    });
    let served: Vec<String> = served.collect();
    let mut text = String::new();
    writeln!(text, "{:24}(", "")?;
    writeln!(text, "{pad}id: \"{}\",", ccg.code)?;
    writeln!(text, "{pad}name: {},", quoted(&ccg.name))?;
    writeln!(text, "{pad}short: {},", quoted(short))?;
    writeln!(text, "{pad}kind: Commissioner,")?;
    writeln!(text, "{pad}allocation: {allocation},")?;
    let people = grouped(ccg.residents);
    writeln!(text, "{pad}resident_population: Derived({people}, {}),", quoted(HOW_RESIDENTS))?;
    if let Some(distance) = &ccg.distance {
        writeln!(text, "{pad}distance_from_target: Reported(\"{distance}%\", \"hfma\"),")?;
    }
    writeln!(text, "{pad}councils: [{}],", served.join(", "))?;
    writeln!(text, "{:24}),", "")?;
    Ok(text)
}

/// Every council that a CCG serves, by name.
fn councils(tables: &Tables) -> Result<String, Box<dyn Error>> {
    let mut text = String::from(COUNCILS);
    for ((name, code), people) in tables.councils() {
        let (id, name, people) = (slug(name), quoted(name), grouped(people));
        let people = format!("Derived({people}, {})", quoted(HOW_RESIDENTS));
        write!(text, "        (id: \"{id}\", name: {name}, code: \"{code}\", ")?;
        writeln!(text, "population: {people}),")?;
    }
    text.push_str("    ],\n");
    Ok(text)
}

fn identity(footprint: &Footprint) -> Result<(&'static str, Voice), Box<dyn Error>> {
    named(footprint.number)
        .ok_or_else(|| format!("no id for footprint {}", footprint.number).into())
}

fn sources_of(footprint: &Footprint) -> Result<Vec<Cited>, Box<dyn Error>> {
    let (id, _) = identity(footprint)?;
    Ok(cited(id, &footprint.name, &footprint.source))
}

fn general_sources() -> Result<String, Box<dyn Error>> {
    let mut text = String::new();
    for (id, title, date, url) in SOURCES {
        let url = url.map_or_else(String::new, |url| format!(", url: \"{url}\""));
        writeln!(text, "        (id: \"{id}\", date: \"{date}\", title: {}{url}),", quoted(title))?;
    }
    Ok(text)
}

fn source_line(source: &Cited) -> Result<String, Box<dyn Error>> {
    let url = source.url.as_ref().map_or_else(String::new, |url| format!(", url: \"{url}\""));
    let mut line = String::new();
    writeln!(line, "        (id: \"{}\", title: {}{url}),", source.id, quoted(&source.title))?;
    Ok(line)
}

fn assumed(value: &str, why: &str) -> String {
    format!("Assumed({value}, {})", quoted(why))
}

/// A text as a file holds it: straight quotes become the pairs that print uses.
fn quoted(text: &str) -> String {
    let mut opens = false;
    let letters = text.chars().map(|letter| match letter {
        '"' => {
            opens = !opens;
            if opens { '“' } else { '”' }
        }
        '\'' => '’',
        other => other,
    });
    format!("\"{}\"", letters.collect::<String>())
}

/// A council's id: its name in small letters, without “, City of”.
fn slug(name: &str) -> String {
    let name = name.split(", City").next().unwrap_or(name);
    let name = name.split(", County").next().unwrap_or(name).to_lowercase();
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// 73215 thousandths of a percent as `73.215`, 100000 as `100`.
fn thousandths(share: u64) -> String {
    let written = format!("{}.{:03}", share / 1000, share % 1000);
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// 1026426 as `1_026_426`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push('_');
        }
        written.push(digit);
    }
    written
}
