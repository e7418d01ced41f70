//! What the Councils screen says in sentences.

use super::{AreaRow, names};
use crate::app::explore::{Figure, effect, more};
use crate::app::session::Session;
use crate::app::{Headline, Line, Tone};
use crate::engine::{Area, Footprint, places};
use crate::format::{self, Minus, capital};
use crate::model::Node;
use crate::money::{Pence, Share};
use crate::report::area_words;

/// “In Thurrock Council’s area £478,905 is asked of the NHS bodies that serve it; …”
pub(super) fn headline(area: Area, session: &Session) -> Headline {
    let scenario = session.now();
    if scenario.councils.is_empty() {
        let first = Line::default().strong("This scenario names no councils.");
        let second = "A file names them in “councils”; each body says whose people it serves.";
        return Headline { narrow: first.clone(), first, second: Line::plain(second) };
    }
    let ask = |outcome| area.money(scenario, outcome).ask;
    let figure = Figure::known(ask(session.before()), ask(session.after()));
    let first = asked(area, session, figure).text(".");
    let how = match how(area, session) {
        words if words.is_empty() => words,
        words => format!("{}. ", capital(&words)),
    };
    Headline {
        narrow: briefly(area, session, figure),
        first,
        second: Line::plain(how).and(also(area, session)),
    }
}

/// What becomes of an area's programmes, and what else is asked there, as sentences.
pub(in crate::app) fn in_area(area: Area, session: &Session) -> String {
    let Headline { first, second, .. } = headline(area, session);
    let second = second.words();
    if second.trim().is_empty() { first.words() } else { second.trim().to_owned() }
}

fn asked(area: Area, session: &Session, figure: Figure) -> Line {
    let whose = area_words(session.now(), area);
    let now = figure.now.unwrap_or_default();
    let pounds = format::whole_pounds(now, Minus::Sign);
    let who = match area {
        Area::NotKnown => "NHS bodies",
        _ => "the NHS bodies that serve it",
    };
    let is = if session.is_changed() { "is now asked" } else { "is asked" };
    let line = match (area, now.is_zero()) {
        (Area::NotKnown, _) => format!("For {whose}, {pounds} {is} of {who}"),
        (_, true) => format!("In {whose} nothing {is} of {who}"),
        (_, false) => format!("In {whose} {pounds} {is} of {who}"),
    };
    let line = Line::default().strong(line);
    if session.is_changed() { line.and(more(figure)) } else { line }
}

/// The same for a narrow screen: “£501,336 is now asked in Thurrock Council’s area, ▲ £22,431 more.”
fn briefly(area: Area, session: &Session, figure: Figure) -> Line {
    let pounds = format::whole_pounds(figure.now.unwrap_or_default(), Minus::Sign);
    let place = match area {
        Area::NotKnown => "where no place is known".to_owned(),
        _ => format!("in {}", area_words(session.now(), area)),
    };
    let line = Line::default();
    match session.is_changed() {
        true => line.strong(format!("{pounds} is now asked {place}")).and(more(figure)).text("."),
        false => line.strong(format!("{pounds} is asked {place}.")),
    }
}

/// What becomes of the programmes that reach it.
fn how(area: Area, session: &Session) -> String {
    let scenario = session.now();
    let hit: Vec<usize> = (0..scenario.programmes.len())
        .filter(|place| {
            let cut = session.after().programmes[*place].cut;
            !cut.is_zero() && !area.part(scenario, cut, places(scenario, *place)).is_zero()
        })
        .collect();
    match hit[..] {
        [] => String::new(),
        [only] => effect(only, session),
        _ => format!("{} programmes give way", format::count(hit.len())),
    }
}

/// What else is asked in its footprints, of bodies of which no place is known.
fn also(area: Area, session: &Session) -> Line {
    let scenario = session.now();
    let bodies = area.bodies(scenario).into_iter().filter(|reach| reach.share.is_none());
    let ask = |node: Node| session.after().ask(node).unwrap_or_default();
    let open: Pence = bodies.map(|reach| ask(reach.node)).sum();
    match area {
        Area::NotKnown => {
            Line::plain("They name no council, or some of their people live in none that is named.")
        }
        _ if open.is_zero() => Line::default(),
        _ => {
            let open = format::millions(open, 1, Minus::Sign);
            Line::plain(format!("{open} more is asked of bodies here that name no council."))
        }
    }
}

/// “16.0% of Suffolk’s people live in another footprint than Suffolk and North East Essex.”
pub(super) fn footprints(area: Area, session: &Session, narrow: bool) -> Line {
    let scenario = session.now();
    let footprints = area.footprints(scenario);
    let system = |own: &Footprint| {
        let words = &scenario.words.systems[own.system];
        if narrow { words.brief().to_owned() } else { words.name.clone() }
    };
    let shares: Option<Vec<Share>> = footprints.iter().map(|own| own.of_area).collect();
    let said = match (&footprints[..], shares) {
        ([], _) => {
            let pounds = area.money(scenario, session.after()).ask;
            format!("{} of what is asked has no known place.", format::short(pounds, Minus::Sign))
        }
        ([only], _) => {
            let own = only.of_system.filter(|share| *share < Share::ONE);
            let own = own.map_or_else(String::new, |share| {
                format!(" {}% of its people live here.", percent(share))
            });
            format!(
                "{} is the only footprint in {}.{own}",
                system(only),
                area_words(scenario, area)
            )
        }
        (_, Some(shares)) => {
            let largest = (0..shares.len()).rev().max_by_key(|at| shares[*at]).unwrap_or(0);
            let all = shares.iter().map(|share| share.units()).sum::<i64>();
            format!(
                "{}% of {} people live in another footprint than {}.",
                percent(Share::from_units(all - shares[largest].units())),
                format::possessive(&names(scenario, area).1),
                system(&footprints[largest]),
            )
        }
        (all, None) => {
            let brief = |own: &Footprint| scenario.words.systems[own.system].brief().to_owned();
            let systems: Vec<String> = all.iter().map(brief).collect();
            let whose = capital(&area_words(scenario, area));
            let systems = format::list(&systems);
            format!("{whose} lies in {systems}. What part in which is not known.")
        }
    };
    Line::plain(said)
}

fn percent(share: Share) -> String {
    format::percent_column(share, 1, Minus::Sign)
}

/// What the file says about the row under the cursor.
pub(super) fn about(row: Option<&AreaRow>, session: &Session) -> Line {
    let scenario = session.now();
    let Some(row) = row else { return Line::default() };
    if let AreaRow::Beside(_, _, said) = row {
        let said = said.trim().trim_end_matches('.');
        let end = if said.is_empty() { "" } else { "." };
        return Line::plain(format!("{}{end}", capital(said)));
    }
    if matches!(row, AreaRow::Stance(_)) {
        return Line::plain(
            "If it refuses, its part of joint programmes goes, and savings that need it. It carries no ask.",
        );
    }
    let Some(node) = row.node() else { return Line::default() };
    let words = scenario.words.of(node);
    let said = words.note.as_ref().or(words.reason.as_ref());
    match said {
        Some(said) => Line::default().with(format!("{}: ", words.brief()), Tone::Second).text(said),
        None => Line::default().with("Enter shows it on Explore.", Tone::Second),
    }
}
