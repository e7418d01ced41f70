//! What the screen says in sentences, made from the outcome and never from a name in the code.

use super::bar::pool_above;
use super::figures::{Figure, ask, change_sign, pooled};
use super::programmes::one_decimal;
use super::within::{gap_of, within, within_now};
use crate::app::session::Session;
use crate::app::{Headline, Line, Tone};
use crate::engine::{Outcome, Role, Status};
use crate::format::{self, Minus, capital};
use crate::levers::{Field, Lever, value_words};
use crate::model::{Node, Scenario};
use crate::money::Pence;

pub(super) fn headline(node: Node, session: &Session) -> Headline {
    let pool = pool_above(session.now(), node);
    if session.is_changed() {
        let second = changed_node(node, session);
        let narrow = if second.is_empty() { changed_pool(pool, session) } else { second.clone() };
        let split = split_words(pool, session);
        let second = if split.is_empty() { second } else { Line::plain(split).and(second) };
        Headline { first: changed_pool(pool, session), second, narrow }
    } else {
        Headline {
            first: reported_pool(pool, session, false),
            second: reported_node(node, session),
            narrow: reported_pool(pool, session, true),
        }
    }
}

pub(super) fn million(amount: Pence) -> String {
    format::millions(amount, 1, Minus::Sign)
}

/// “… plans to miss its control total by £50.4m. Five neighbours are each asked for £5.0m.”
fn reported_pool(pool: Node, session: &Session, short: bool) -> Line {
    let scenario = session.now();
    let (Some(own), Some(settings)) = (pooled(session.after(), pool), scenario.pool(pool)) else {
        return Line::default();
    };
    let systems = &session.after().systems;
    let needing = |place: &usize| systems[*place].role == Role::Receives;
    let receivers: Vec<usize> = settings.systems.clone().filter(needing).collect();
    if receivers.is_empty() {
        let name = &scenario.words.of(pool).name;
        return Line::default().strong(format!("No system of {name} misses its control total."));
    }
    let asked = settings.systems.clone().filter(|place| !systems[*place].contribution.is_zero());
    let asked: Vec<usize> = asked.collect();
    let gap = gap_of(receivers.iter().copied(), session.after());
    let first = short_of(&receivers, (gap, session), short);
    let among_themselves = within(pool, (session, short)).filter(|_| asked.is_empty());
    if let Some(second) = among_themselves {
        return Line::default().strong(format!("{first} {second}"));
    }
    let second = match asked.iter().any(needing) {
        true if asked.len() == receivers.len() && short => "All are asked.".to_owned(),
        true if asked.len() == receivers.len() => {
            format!("All of them are asked, for {} together.", million(own.offset))
        }
        together => neighbours(&asked, (own.offset, session), (short, together)),
    };
    Line::default().strong(format!("{first} {second}"))
}

/// “… plans to miss its control total by £50.4m.” A gap that is stated alone is no missed total.
fn short_of(receivers: &[usize], (gap, session): (Pence, &Session), short: bool) -> String {
    let scenario = session.now();
    let stated = |place: &usize| {
        let system = &scenario.systems[*place];
        system.control_total.is_none() || system.plan.is_none()
    };
    let (stated, gap) = (receivers.iter().all(stated), million(gap));
    match receivers[..] {
        [_] if short && stated => format!("One system has a gap of {gap}."),
        [_] if short => format!("One system misses its total by {gap}."),
        [only] => {
            let name = &scenario.words.systems[only].name;
            let does = if stated { "has a gap of" } else { "plans to miss its control total by" };
            format!("{name} {does} {gap}.")
        }
        _ => {
            let many = capital(&format::count(receivers.len()));
            if stated {
                format!("{many} systems have gaps of {gap} in all.")
            } else {
                format!("{many} systems plan to miss their control totals by {gap} in all.")
            }
        }
    }
}

/// “Five neighbours are each asked for £5.0m.” `together` are some who have a gap themselves.
fn neighbours(
    asked: &[usize],
    (offset, session): (Pence, &Session),
    (short, together): (bool, bool),
) -> String {
    let amount = |place: &usize| session.after().systems[*place].contribution;
    let many = capital(&format::count(asked.len()));
    let noun = match (short, together) {
        (true, _) => "",
        (false, true) => " systems",
        (false, false) => " neighbours",
    };
    match asked {
        [] => "Nobody is asked to cover it.".to_owned(),
        [only] => {
            format!(
                "One {} is asked for {}.",
                if together { "system" } else { "neighbour" },
                million(amount(only))
            )
        }
        [first, ..] if asked.iter().all(|other| amount(other) == amount(first)) => {
            let each = million(amount(first));
            if short {
                format!("{many} are asked for {each} each.")
            } else {
                format!("{many}{noun} are each asked for {each}.")
            }
        }
        _ => format!("{many}{noun} are asked for {} in all.", million(offset)),
    }
}

/// “Thurrock finds its £478,905: 24-hour crisis line and team starts four months late.”
fn reported_node(node: Node, session: &Session) -> Line {
    let Some(ask) = session.after().ask(node) else { return Line::default() };
    let scenario = session.now();
    let name = scenario.words.of(node).brief();
    let pounds = format::whole_pounds(ask, Minus::Sign);
    match node {
        Node::Nation | Node::Region(_) => {
            let about = scenario.words.about.clone().unwrap_or_default();
            Line::default().with(about, Tone::Second)
        }
        // Of a system that is alone the first sentence has said what it is asked for.
        Node::System(_) if scenario.systems.len() == 1 && scenario.words.about.is_some() => {
            Line::default().with(scenario.words.about.clone().unwrap_or_default(), Tone::Second)
        }
        _ if ask.is_zero() => Line::plain(format!("{name} is asked for nothing.")),
        Node::Body(place) => {
            let how = how(place, session);
            if how.is_empty() {
                Line::plain(format!("{name} is asked for ")).strong(pounds).text(".")
            } else {
                Line::plain(format!("{name} finds its ")).strong(pounds).text(format!(": {how}."))
            }
        }
        _ => Line::plain(format!("{} asked for ", who(scenario, node))).strong(pounds).text("."),
    }
}

/// Who is asked, with its verb: “Mid and South Essex is”, “MSE’s commissioners are”.
fn who(scenario: &Scenario, node: Node) -> String {
    let words = scenario.words.of(node);
    match (node, scenario.parent(node)) {
        (Node::Group(_), Some(parent)) => {
            let owner = format::possessive(scenario.words.of(parent).brief());
            let group = if words.id.is_empty() { "bodies" } else { &words.name };
            format!("{owner} {} are", group.to_lowercase())
        }
        _ => format!("{} is", words.name),
    }
}

/// How a body finds its ask: reserve, programmes, and what nobody described.
fn how(place: usize, session: &Session) -> String {
    let scenario = session.now();
    let own = session.after().bodies[place];
    let mut parts = Vec::new();
    if !own.reserve_used.is_zero() {
        let used = format::whole_pounds(own.reserve_used, Minus::Sign);
        parts.push(format!("{used} from its reserve"));
    }
    let hit: Vec<usize> = scenario.bodies[place]
        .programmes
        .clone()
        .filter(|p| !session.after().programmes[*p].cut.is_zero())
        .collect();
    match hit[..] {
        [] => {}
        [only] => parts.push(effect(only, session)),
        _ => parts.push(format!("{} programmes give way", format::count(hit.len()))),
    }
    if !own.not_described.is_zero() && !parts.is_empty() {
        let rest = format::whole_pounds(own.not_described, Minus::Sign);
        parts.push(format!("{rest} nobody has described"));
    }
    format::list(&parts)
}

/// “24-hour crisis line and team starts four months late”.
pub(in crate::app) fn effect(place: usize, session: &Session) -> String {
    let scenario = session.now();
    let own = session.after().programmes[place];
    let name = &scenario.words.programmes[place].name;
    match own.status {
        Some(Status::Late) => {
            let months = own.months_late(&scenario.programmes[place]);
            format!("{name} starts {} late", months.map_or_else(String::new, months_words))
        }
        Some(Status::NotThisYear) => format!("{name} does not start this year"),
        Some(Status::Stops) => format!("{name} stops"),
        _ => format!("{name} runs smaller"),
    }
}

/// “four months”, “2.5 months”.
fn months_words(months: (i128, i128)) -> String {
    let written = one_decimal(months);
    match written.strip_suffix(".0").and_then(|whole| whole.parse().ok()) {
        Some(whole) => format::plural(whole, "month", "months"),
        None => format!("{written} months"),
    }
}

/// “The gap is now £58.0m. The five still cover £25.0m, so £33.0m is uncovered.”
fn changed_pool(pool: Node, session: &Session) -> Line {
    let Some(after) = pooled(session.after(), pool) else { return Line::default() };
    if let Some(words) = within_now(pool, session, after.left).filter(|_| after.offset.is_zero()) {
        return Line::default().strong(words);
    }
    let before = pooled(session.before(), pool);
    let name = &session.now().words.of(pool).name;
    let need = million(after.need);
    // After savings and what it finds itself a region needs less than its gap.
    let of_pool = session.now().pool(pool).map_or(0..0, |own| own.systems.clone());
    let gap: Pence = of_pool.filter_map(|place| session.after().systems[place].gap).sum();
    let word = if pool == Node::Nation || gap == after.need { "gap" } else { "need" };
    let pooling = Lever { node: Node::Nation, field: Field::Pooling };
    let gap = match (session.is_moved(pooling), pool) {
        (true, Node::Nation) if session.now().is_national() => {
            format!("{name} is now balanced as one, a gap of {need}.")
        }
        (true, Node::Nation) => format!("Each region now balances its own gap, {need} in all."),
        (true, _) => format!("{name} now balances its own gap of {need}."),
        (false, _) if before.is_some_and(|before| before.need == after.need) => {
            format!("The {word} stays {need}.")
        }
        (false, _) => format!("The {word} is now {need}."),
    };
    let still = match before {
        Some(before) if before.offset == after.offset => "still",
        Some(_) => "now",
        None => "",
    };
    let systems = session.now().pool(pool).map_or(0..0, |pool| pool.systems.clone());
    let paying = systems.filter(|s| !session.after().systems[*s].contribution.is_zero()).count();
    let offset = million(after.offset);
    let who = match (paying, still) {
        (0, _) => "Nobody covers any of it".to_owned(),
        (1, "") => format!("One system covers {offset}"),
        (1, still) => format!("One system {still} covers {offset}"),
        (many, "") => format!("Its {} systems cover {offset}", format::count(many)),
        (many, still) => format!("The {} {still} cover {offset}", format::count(many)),
    };
    let left = after.left;
    let reserve = match after.reserve_used {
        Pence::ZERO => String::new(),
        own => format!(", its reserve {}", million(own)),
    };
    let so = if left.is_zero() {
        ", and nothing is left.".to_owned()
    } else {
        format!(", so {} is uncovered.", million(left))
    };
    Line::default().strong(format!("{gap} {who}{reserve}{so}"))
}

/// “Split by allocation, ”, if the pool's rule was changed.
fn split_words(pool: Node, session: &Session) -> String {
    let lever = Lever { node: pool, field: Field::Split };
    if !session.is_moved(lever) {
        return String::new();
    }
    let words = value_words(session.now(), lever, &lever.get(session.now()));
    match words.strip_prefix("in proportion to ") {
        Some(measure) => format!("Split by {measure}: "),
        None => format!("Split with {words}: "),
    }
}

/// “Thurrock must find £501,336, ▲ £22,431 more. £21,336 of it has no place.”
fn changed_node(node: Node, session: &Session) -> Line {
    let is_pool = |outcome: &Outcome| outcome.pool(node).is_some();
    if is_pool(session.before()) && is_pool(session.after()) {
        return Line::default();
    }
    let scenario = session.now();
    let before = ask(session.base(), session.before(), node);
    let figure = Figure { before, now: ask(scenario, session.after(), node) };
    let Some(now) = figure.now else { return Line::default() };
    let name = match node {
        Node::Group(_) => who(scenario, node).trim_end_matches(" are").to_owned(),
        _ => scenario.words.of(node).brief().to_owned(),
    };
    let line = Line::plain(format!("{name} must find "))
        .strong(format::whole_pounds(now, Minus::Sign))
        .and(more(figure));
    let left = no_place(node, session);
    if left.is_zero() {
        return line.text(".");
    }
    let left = format::whole_pounds(left, Minus::Sign);
    line.text(". ").with(format!("{left} of it has no place."), Tone::Stop)
}

/// “, ▲ £22,431 more”.
pub(in crate::app) fn more(figure: Figure) -> Line {
    let change = figure.change().unwrap_or_default();
    let (sign, tone) = change_sign(change);
    if change.is_zero() {
        return Line::plain(", as before");
    }
    let word = if change > Pence::ZERO { "more" } else { "less" };
    let by = format::whole_pounds(change.abs(), Minus::Sign);
    Line::plain(", ").with(format!("{sign} {by} {word}"), tone)
}

fn no_place(node: Node, session: &Session) -> Pence {
    let outcome = session.after();
    match node {
        Node::Body(place) => {
            let own = outcome.bodies[place];
            // What nobody ever described at the baseline is no news of this change.
            let earlier = session.before().bodies[place];
            let described = session.now().bodies[place].complete || !own.cuts.is_zero();
            let left = own.unplaced + own.not_described;
            if described || !earlier.cuts.is_zero() { left } else { own.unplaced }
        }
        Node::Group(place) => outcome.groups[place].unplaced,
        Node::System(place) => {
            let groups = session.now().systems[place].groups.clone();
            let lost: Pence = outcome.groups[groups].iter().map(|group| group.unplaced).sum();
            outcome.systems[place].unplaced + lost
        }
        _ => Pence::ZERO,
    }
}
