//! What hangs on a result, part by part: support, pay for performance, partners' money, knock-on
//! costs; and what stands beside it: what was reported, what is not sure.

use super::detail::DetailRow;
use super::figures::{Figures, exact_words};
use crate::app::explore::{Figure, standing_words};
use crate::app::session::Session;
use crate::app::{Line, Mark, Tone};
use crate::engine::{Source, SupportOutcome, measure_at};
use crate::format::{self, Minus};
use crate::levers::{Field, Lever, node_path};
use crate::model::{Holder, Node, Scenario, SupportTest};
use crate::money::Pence;

/// Each part of support with its test, its conditions and its bonus. Of a pool: all of them in sum.
pub(super) fn supports(session: &Session, node: Node) -> Vec<DetailRow> {
    let scenario = session.now();
    let holder = match node {
        Node::System(place) => Holder::System(place),
        Node::Body(place) => Holder::Body(place),
        _ => return Vec::new(),
    };
    let own = scenario.supports.iter().enumerate().filter(|(_, part)| part.holder == holder);
    let mut rows: Vec<DetailRow> = own.flat_map(|(place, _)| support(session, place)).collect();
    rows.extend(of_bodies(session, node));
    let head = DetailRow::head("Support");
    if rows.is_empty() {
        let none = match scenario.supports.is_empty() {
            true => "none in this file, so what a miss loses is not known",
            false => "",
        };
        return vec![head, DetailRow::default().named("none described here").saying(none)];
    }
    std::iter::once(head).chain(rows).collect()
}

fn support(session: &Session, place: usize) -> Vec<DetailRow> {
    let scenario = session.now();
    let node = Node::Support(place);
    let (before, now) = (session.before().supports[place], session.after().supports[place]);
    let both = |before: Option<Pence>, now: Option<Pence>| Some(Figure { before, now });
    let lever = |field: Field| DetailRow::of(session, Lever { node, field });
    let (said, tone) = verdict(scenario, place, &now);
    let amount = DetailRow {
        said: Line::default().with(said, tone),
        paid: both(before.comes_to.paid, now.comes_to.paid),
        lost: both(before.comes_to.lost(), now.comes_to.lost()),
        ..lever(Field::Amount).named(scenario.words.of(node).name.clone())
    };
    let test = lever(Field::Test).part().saying(tests(session, place));
    let has_bonus = scenario.supports[place].bonus.is_some();
    let rate = if has_bonus { "of each pound above the target is paid on top" } else { "" };
    let bonus = DetailRow {
        paid: both(before.comes_to.bonus, now.comes_to.bonus).filter(|_| has_bonus),
        reads: has_bonus.then_some("bonus"),
        ..lever(Field::Bonus).part().saying(rate)
    };
    let conditions = scenario.supports[place].conditions.clone().map(|at| condition(session, at));
    let signature = signature(session, place);
    [amount, test].into_iter().chain(signature).chain(conditions).chain([bonus]).collect()
}

fn condition(session: &Session, place: usize) -> DetailRow {
    let scenario = session.now();
    let node = Node::Condition(place);
    let own = scenario.conditions[place];
    let tick = if own.met { "☑" } else { "☐" };
    let label = format!("{tick} {}", scenario.words.of(node).name);
    let weight = format::percent(own.weight, Minus::Sign);
    let said = match own.met {
        true => format!("{weight} of it, paid if the result is met too"),
        false => format!("{weight} of it is lost, whatever the result"),
    };
    DetailRow::of(session, Lever { node, field: Field::Met }).part().named(label).saying(said)
}

/// “lost whole: £1.7m short”.
fn verdict(scenario: &Scenario, place: usize, own: &SupportOutcome) -> (String, Tone) {
    let signed = scenario.supports[place].test == SupportTest::Signed;
    let why = match (own.margin, own.met) {
        (_, Some(true)) if signed => ": it has not refused".to_owned(),
        (_, Some(false)) if signed => ": it refuses, or has not signed".to_owned(),
        (Some(margin), _) => format!(": {}", to_the_target(margin)),
        _ => String::new(),
    };
    let whole = own.comes_to.amount;
    match own.comes_to.paid {
        None => ("not available: target or result is not known".to_owned(), Tone::Faint),
        Some(_) if whole.is_zero() => ("comes to £0".to_owned(), Tone::Second),
        Some(paid) if paid == whole => (format!("✓ paid whole{why}"), Tone::Better),
        Some(paid) if paid.is_zero() => (format!("✕ lost whole{why}"), Tone::Stop),
        Some(_) => (format!("✕ paid in part{why}"), Tone::Stop),
    }
}

/// “£1.7m short”, “£5 to spare”, “not a penny to spare”.
pub(super) fn to_the_target(margin: Pence) -> String {
    let size = exact_words(margin.abs());
    match margin.cmp(&Pence::ZERO) {
        std::cmp::Ordering::Less => format!("{size} short"),
        std::cmp::Ordering::Equal => "not a penny to spare".to_owned(),
        std::cmp::Ordering::Greater => format!("{size} to spare"),
    }
}

/// How the results stand that a part hangs on.
fn tests(session: &Session, place: usize) -> String {
    let scenario = session.now();
    let part = &scenario.supports[place];
    let (own, system) = match part.holder {
        Holder::System(system) => (Node::System(system), system),
        Holder::Body(body) => (Node::Body(body), scenario.bodies[body].system),
    };
    let stands = |node: Node, who: &str| {
        let margin = Figures::of(scenario, session.after(), node).margin;
        let stands = margin.map_or_else(|| "not available".to_owned(), to_the_target);
        format!("{who} {stands}")
    };
    let whole = || stands(Node::System(system), scenario.words.systems[system].brief());
    match part.test {
        SupportTest::Own => stands(own, "its own:"),
        SupportTest::System => whole(),
        SupportTest::Linked(_) => format!("{} · {}", whole(), stands(own, "its own")),
        SupportTest::Signed => "no result decides it".to_owned(),
    }
}

/// What decides a test of signature: whether the holder refuses, and whether it has signed.
fn signature(session: &Session, place: usize) -> Vec<DetailRow> {
    let part = &session.now().supports[place];
    let decides = |lever: &Lever| matches!(lever.field, Field::Stance | Field::Signed);
    Lever::all(session.now(), part.holder.node())
        .filter(|lever| part.test == SupportTest::Signed && decides(lever))
        .map(|lever| DetailRow::of(session, lever).part())
        .collect()
}

/// What the support of a system's bodies comes to together.
fn of_bodies(session: &Session, node: Node) -> Option<DetailRow> {
    let Node::System(place) = node else { return None };
    let bodies = session.now().systems[place].bodies.clone();
    let sum = |outcome: &crate::engine::Outcome, lost: bool| -> Option<Pence> {
        let own = outcome.bodies[bodies.clone()].iter().map(|body| body.support);
        own.map(|own| if lost { own.lost() } else { own.paid }).sum()
    };
    let both =
        |lost| Figure { before: sum(session.before(), lost), now: sum(session.after(), lost) };
    let holds = |holder: Holder| matches!(holder, Holder::Body(body) if bodies.contains(&body));
    session.now().supports.iter().any(|part| holds(part.holder)).then(|| DetailRow {
        paid: Some(both(false)),
        lost: Some(both(true)),
        node: Some(node),
        explained: Some(Source::All(node, "support")),
        ..DetailRow::default().named("its bodies’ support").saying("each body’s parts stand there")
    })
}

/// What a body pays for performance, if all that was planned is achieved.
pub(super) fn earned_by(scenario: &Scenario, node: Node) -> Pence {
    let own = scenario.performances.iter().filter(|own| Node::Body(own.body) == node);
    own.map(|own| own.amount).sum()
}

/// Pay for performance: what was planned, what came of it, what that earns.
pub(super) fn performances(session: &Session, node: Node) -> Vec<DetailRow> {
    let scenario = session.now();
    let mut rows = Vec::new();
    for (place, own) in scenario.performances.iter().enumerate() {
        if node != Node::Body(own.body) {
            continue;
        }
        let at = Node::Performance(place);
        let words = scenario.words.of(at);
        let unit = words.unit.clone().unwrap_or_default();
        let paid = Figure::known(session.base().performances[place].paid(), own.paid());
        let kept = exact_words(own.amount - own.paid());
        let lever = |field: Field| DetailRow::of(session, Lever { node: at, field });
        rows.push(DetailRow {
            paid: Some(paid),
            ..lever(Field::Amount)
                .named(words.name.clone())
                .saying(format!("{kept} is not earned and stays with the payer"))
        });
        rows.push(lever(Field::Planned).part().saying(unit.clone()));
        rows.push(lever(Field::Achieved).part().saying(unit));
    }
    headed("Pay for performance", rows)
}

/// Partners' money in the joint programmes of a body.
pub(super) fn joint(session: &Session, node: Node) -> Vec<DetailRow> {
    let Node::Body(body) = node else { return Vec::new() };
    let scenario = session.now();
    let programmes = scenario.bodies[body].programmes.clone();
    let parts = programmes.flat_map(|programme| scenario.joint_parts_of(programme));
    let row = |place: usize| {
        let (before, now) =
            (session.before().joint_parts[place], session.after().joint_parts[place]);
        let programme = scenario.joint_parts[place].programme;
        let partner = scenario.words.of(Node::JointPart(place)).brief();
        let joint = scenario.words.of(Node::Programme(programme)).brief();
        let said =
            if now.refused { format!("to {joint}: it refuses") } else { format!("to {joint}") };
        DetailRow {
            figure: Some(Figure { before: before.budget, now: now.budget }),
            lost: Some(Figure { before: before.lost, now: now.lost }),
            node: Some(Node::Programme(programme)),
            explained: Some(match now.lost.is_some_and(|lost| !lost.is_zero()) {
                true => Source::PaysNoMore(place),
                false => Source::Pays(place),
            }),
            ..DetailRow::default().named(partner).saying(said)
        }
    };
    headed("Partners’ money", parts.map(row).collect())
}

/// Knock-on costs: all of the file at a pool, else those that this result bears.
pub(super) fn knock_ons(session: &Session, node: Node) -> Vec<DetailRow> {
    let scenario = session.now();
    let bears = |to: Option<usize>| match node {
        Node::Body(place) => to == Some(place),
        Node::System(place) => to.is_some_and(|body| scenario.bodies[body].system == place),
        _ => true,
    };
    let mut rows = Vec::new();
    for (place, own) in scenario.knock_ons.iter().enumerate().filter(|(_, own)| bears(own.to)) {
        let at = Node::KnockOn(place);
        let percent = |share| format::percent(share, Minus::Sign);
        let (least, most) = own.between;
        let when = if own.next_year { "the year after" } else { "this year" };
        let who = own.to.map_or_else(
            || "to nobody’s result".to_owned(),
            |body| format!("to {}", scenario.words.bodies[body].brief()),
        );
        let lever = |field: Field| DetailRow::of(session, Lever { node: at, field });
        rows.push(DetailRow {
            lost: Some(Figure::known(
                session.before().knock_ons[place],
                session.after().knock_ons[place],
            )),
            is_cost: true,
            ..lever(Field::On)
                .named(scenario.words.of(at).name.clone())
                .saying(format!("{who}, {when}; counts only while it is on"))
        });
        let range = format!("of a cut: between {} and {}", percent(least), percent(most));
        rows.push(lever(Field::Returns).part().saying(range));
    }
    headed("What cuts cost elsewhere", rows)
}

/// What was published or reported of this node, beside what the model has, the difference named.
pub(super) fn observed(session: &Session, node: Node) -> Vec<DetailRow> {
    let scenario = session.now();
    let at = format!("{}.", node_path(scenario, node));
    let own =
        scenario.words.observed.iter().filter(|own| {
            own.path.strip_prefix(&at).is_some_and(|rest| !rest.contains(['/', '.']))
        });
    let row = |own: &crate::model::Observed| {
        let measure = measure_at(scenario, &own.path).ok()?;
        let model = measure.read(scenario, session.after()).pence();
        let said = match model {
            None => "the modelled one is not available".to_owned(),
            Some(model) => beside(model, own.amount),
        };
        let behind = scenario.words.observed_figure(&own.path);
        let source = behind.map(|figure| format!(" – {}", standing_words(scenario, figure)));
        let word = measure.row.id.replace('_', " ");
        Some(DetailRow {
            figure: Some(Figure::known(own.amount, own.amount)),
            mark: behind.and_then(|figure| Mark::of_standing(figure.standing)),
            node: Some(node),
            reads: Some(measure.row.id),
            note: source.unwrap_or_default(),
            ..DetailRow::default().named(word).saying(said)
        })
    };
    headed("As reported", own.filter_map(row).collect())
}

/// “modelled −£105.4m: £4.4m lower”.
fn beside(model: Pence, reported: Pence) -> String {
    let difference = exact_words((model - reported).abs());
    let side = match model.cmp(&reported) {
        std::cmp::Ordering::Less => format!("{difference} lower"),
        std::cmp::Ordering::Equal => "the same".to_owned(),
        std::cmp::Ordering::Greater => format!("{difference} higher"),
    };
    format!("modelled {}: {side}", exact_words(model))
}

/// What is not sure about a system.
pub(super) fn doubts(session: &Session, node: Node) -> Vec<DetailRow> {
    let words = session.now().words.of(node);
    let row = |doubt: &String| DetailRow {
        node: Some(node),
        said: Line::plain(doubt.clone()),
        ..DetailRow::default()
    };
    headed("What is not sure", words.doubts.iter().map(row).collect())
}

fn headed(words: &str, rows: Vec<DetailRow>) -> Vec<DetailRow> {
    let head = (!rows.is_empty()).then(|| DetailRow::head(words));
    head.into_iter().chain(rows).collect()
}
