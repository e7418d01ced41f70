//! The rows of the years after: what was given, promised back, found to be repaid and is still owed;
//! who pays in the end for a lead that is not repaid; who said what.

use super::owed::{Owed, Years, found};
use super::rows::{AfterRow, Cell, YearsRow};
use super::{date, is_repayment};
use crate::app::Tone;
use crate::app::explore::{Figure, LeverRow};
use crate::app::session::Session;
use crate::engine::{Due, Fallback};
use crate::format::{self, FinancialYear, Minus};
use crate::levers::{Field, Lever, Value, value_words};
use crate::model::{Node, Scenario};
use crate::money::Pence;

pub(super) fn rows(own: &Owed, session: &Session) -> Vec<AfterRow> {
    let mut rows = pool(own, session);
    rows.extend(followed(own, session));
    rows.extend(one_off(own));
    let mut fallbacks: Vec<&Fallback> = own.now.fallbacks.iter().collect();
    let scenario = session.now();
    fallbacks.sort_by_key(|fallback| Some(scenario.groups[fallback.group].system) != own.system);
    rows.extend(fallbacks.into_iter().flat_map(|fallback| fall_back(own, session, fallback)));
    rows.extend(said(session));
    rows.extend(systems(own, session));
    rows
}

/// The rows of the pool as a whole.
fn pool(own: &Owed, session: &Session) -> Vec<AfterRow> {
    let given = match own.now.systems.len() {
        0 => "nobody".to_owned(),
        count => format::plural(count, "system", "systems"),
    };
    let names = [format!("{given} contributed"), format!("{given} gave")];
    let given = YearsRow {
        lever: lever(own, session, Field::Recurrent),
        shows: Some(Due::Contributed),
        ..row(names, Tone::Text, amounts(Some(&own.now.pool.contributed)))
    };
    let given = with_change(own, given, (own.pool, Years::Given));
    if own.promise.is_none() {
        let none = AfterRow::Words("Nothing was promised back in this file.".to_owned());
        return given.into_iter().chain([none]).collect();
    }
    let held = own.now.years.iter().map(|year| own.in_promise(*year, Cell::Held)).collect();
    let repaid = YearsRow {
        lever: lever(own, session, Field::Repaid),
        shows: Some(Due::Repaid),
        ..row(["repaid of what was promised", "repaid"].map(str::to_owned), Tone::Text, held)
    };
    let mut rows = vec![AfterRow::Years(repaid)];
    rows.extend(given);
    rows.extend(promised(own, session));
    let left = own.at_last(own.pool, Years::Owed).now.is_none_or(|left| !left.is_zero());
    let tone = if left { Tone::Worse } else { Tone::Text };
    let owed = sized(amounts(own.now.pool.owed.as_deref()), own.now.years.len());
    let owed = row(["still owed", "still owed"].map(str::to_owned), tone, owed);
    let owed = YearsRow { shows: Some(Due::Owed), ..owed };
    rows.extend(with_change(own, owed, (own.pool, Years::Owed)));
    rows
}

/// What was promised back, and what sources show to have been paid.
fn promised(own: &Owed, session: &Session) -> [AfterRow; 2] {
    let years = &own.now.years;
    let parts = years.iter().zip(rounded(&own.now.pool.promised));
    let parts = parts.map(|(year, part)| own.in_promise(*year, part)).collect();
    let names = ["promised back, if in equal parts (assumed)", "promised, if in equal parts"];
    let promised = YearsRow {
        lever: lever(own, session, Field::Years),
        shows: Some(Due::Promised),
        ..row(names.map(str::to_owned), Tone::Second, parts)
    };
    let found = |year: &FinancialYear| match found(session, own.pool, *year) {
        Some(amount) => Cell::Amount(amount, amount),
        None => own.in_promise(*year, Cell::Unknown),
    };
    let found = years.iter().map(found).collect();
    let names = ["found to be repaid", "found to be repaid"].map(str::to_owned);
    [AfterRow::Years(promised), AfterRow::Years(row(names, Tone::Text, found))]
}

/// A row of nothing that Explore has.
fn row(names: [String; 2], tone: Tone, cells: Vec<Cell>) -> YearsRow {
    YearsRow { names, tone, depth: 0, lever: None, cells, node: None, shows: None }
}

/// A lever of the pool, if it has it.
fn lever(own: &Owed, session: &Session, field: Field) -> Option<LeverRow> {
    let lever = Lever { node: own.pool, field };
    let here = Lever::all(session.now(), own.pool).any(|other| other == lever);
    here.then(|| LeverRow { value: held(session.now(), lever), ..LeverRow::of(session, lever) })
}

/// What a lever of a pool's years holds, in words that need no name beside them.
fn held(scenario: &Scenario, lever: Lever) -> String {
    match lever.get(scenario) {
        Value::Yes(true) => "every year".to_owned(),
        Value::Yes(false) => "once".to_owned(),
        Value::Share(None) => "[x]".to_owned(),
        Value::Count(Some(1)) => "1 year".to_owned(),
        Value::Count(Some(years)) => format!("{years} years"),
        value => value_words(scenario, lever, &value),
    }
}

/// The system that is followed, and below it the body.
fn followed(own: &Owed, session: &Session) -> Vec<AfterRow> {
    let scenario = session.now();
    let system = own.system.map(|place| (Node::System(place), Tone::Second));
    let body = own.body.map(|place| (Node::Body(place), Tone::Strong));
    let rows = system.into_iter().chain(body);
    let row = |(node, tone): (Node, Tone)| {
        let account = own.account(node);
        let row = of_which(own, scenario, (node, amounts(own.years().of(&account))));
        with_change(own, YearsRow { tone, depth: 1, ..row }, (node, own.years()))
    };
    rows.flat_map(row).collect()
}

/// Every system that gave, if there are several; each year adds up to that of the pool.
fn systems(own: &Owed, session: &Session) -> Vec<AfterRow> {
    if own.now.systems.len() < 2 {
        return Vec::new();
    }
    let years = own.years();
    let head =
        if own.promise.is_some() { "Still owed, by system" } else { "Contributed, by system" };
    let mut rows = vec![head_of(head)];
    let all: Option<Vec<&[Pence]>> =
        own.now.systems.iter().map(|system| years.of(system)).collect();
    let column = |year: usize| {
        let all = all.as_ref()?;
        let amounts: Vec<Pence> = all.iter().map(|system| system[year]).collect();
        Some(rounded(&amounts))
    };
    let columns: Option<Vec<Vec<Cell>>> = (0..own.now.years.len()).map(column).collect();
    for (at, account) in own.now.systems.iter().enumerate() {
        let cells = columns.iter().flatten().map(|column| column[at].clone()).collect();
        let cells = sized(cells, own.now.years.len());
        let words = session.now().words.of(account.node);
        let names = words.names().into();
        let row = of_which(own, session.now(), (account.node, cells));
        rows.extend(with_change(own, YearsRow { names, ..row }, (account.node, years)));
    }
    rows
}

fn of_which(own: &Owed, scenario: &Scenario, (node, cells): (Node, Vec<Cell>)) -> YearsRow {
    let words = scenario.words.of(node);
    let name = if matches!(node, Node::Body(_)) { words.brief() } else { &words.name };
    YearsRow {
        names: [format!("of which {name}"), format!("of which {}", words.brief())],
        tone: Tone::Text,
        depth: 0,
        lever: None,
        cells: sized(cells, own.now.years.len()),
        node: Some(node),
        shows: Some(own.years().due()),
    }
}

/// What savings closed once opens again a year later.
fn one_off(own: &Owed) -> Option<AfterRow> {
    let amount = own.now.one_off_savings;
    let mut cells = vec![Cell::Blank; own.now.years.len()];
    *cells.get_mut(1)? = Cell::Amount(amount, amount);
    let names = ["saved once, to be found again", "saved once, open again"].map(str::to_owned);
    let row = YearsRow { shows: Some(Due::OpenAgain), ..row(names, Tone::Worse, cells) };
    (!amount.is_zero()).then_some(AfterRow::Years(row))
}

/// The bodies of a group whose lead is not repaid, and what that comes to.
fn fall_back(own: &Owed, session: &Session, fallback: &Fallback) -> Vec<AfterRow> {
    let scenario = session.now();
    let group = &scenario.groups[fallback.group];
    let Some(lead) = group.lead else { return Vec::new() };
    let system = &scenario.words.systems[group.system];
    let brief = |body: usize| scenario.words.bodies[body].brief();
    let repaid = own.promise.and_then(|promise| promise.repaid);
    let full =
        if repaid.is_some_and(|share| share > crate::money::Share::ZERO) { " in full" } else { "" };
    let head = |system: &str| format!("{system}, if {} is not repaid{full}", brief(lead));
    let mut rows = vec![AfterRow::Head([head(&system.name), head(system.brief())])];
    for (body, years) in &fallback.bodies {
        let names = [brief(*body), brief(*body)].map(str::to_owned);
        let node = Some(Node::Body(*body));
        let own = row(names, Tone::Text, amounts(Some(years)));
        rows.push(AfterRow::Years(YearsRow { node, shows: Some(Due::Fallback), ..own }));
    }
    let asked = |(body, years): &&(usize, Vec<Pence>)| {
        *body != lead && years.get(1).is_some_and(|next| *next > Pence::ZERO)
    };
    let asked = fallback.bodies.iter().filter(asked).count();
    let lever = Lever { node: Node::Group(fallback.group), field: Field::Split };
    let rule = value_words(scenario, lever, &lever.get(scenario));
    let rule = rule.strip_prefix("in proportion to ").map_or(rule.clone(), |by| format!("by {by}"));
    let year = own.now.years.get(1).map(ToString::to_string).unwrap_or_default();
    let bears = format::millions(fallback.lead_bears, 3, Minus::Sign);
    let are = if asked == 1 { "is asked its part" } else { "are asked their parts" };
    rows.push(AfterRow::Words(format!(
        "In {year} {} {are}, {rule}; {} still bears {bears}.",
        format::plural(asked, "body", "bodies"),
        brief(lead),
    )));
    rows
}

/// Who said what about repayment, in the order of the dates.
fn said(session: &Session) -> Vec<AfterRow> {
    let events = session.now().words.events.iter().enumerate();
    let mut events: Vec<_> = events.filter(|(_, event)| is_repayment(event)).collect();
    events.sort_by_key(|(_, event)| event.date.as_str());
    let row = |(place, event): &(usize, &crate::model::Event)| {
        let who = event.who.clone().unwrap_or_default();
        AfterRow::Said(*place, [date(event), who, event.what.clone()])
    };
    let head = head_of("Who said what about repayment");
    let head = (!events.is_empty()).then_some(head);
    head.into_iter().chain(events.iter().map(row)).collect()
}

/// A row, and how it differs from the baseline if it does.
fn with_change(own: &Owed, row: YearsRow, (node, years): (Node, Years)) -> Vec<AfterRow> {
    let change = own.changes(node, years).map(|figures| {
        let cell = |figure: Option<Figure>| figure.map_or(Cell::Blank, Cell::Change);
        let names = ["change", "change"].map(str::to_owned);
        let cells = figures.into_iter().map(cell).collect();
        AfterRow::Change(YearsRow { depth: row.depth + 1, ..self::row(names, Tone::Second, cells) })
    });
    [AfterRow::Years(row)].into_iter().chain(change).collect()
}

fn head_of(words: &str) -> AfterRow {
    AfterRow::Head([words.to_owned(), words.to_owned()])
}

/// A thousand pounds: one in the last place of £m with three decimals.
const THOUSAND: Pence = Pence::pounds(1_000);

/// Amounts that add up as they are shown.
fn rounded(amounts: &[Pence]) -> Vec<Cell> {
    let shown = format::rounded_to_add_up(amounts, THOUSAND);
    amounts.iter().zip(shown).map(|(exact, shown)| Cell::Amount(*exact, shown)).collect()
}

/// Amounts each by itself; none is not known.
fn amounts(amounts: Option<&[Pence]>) -> Vec<Cell> {
    let all = amounts.into_iter().flatten();
    all.map(|amount| Cell::Amount(*amount, *amount)).collect()
}

/// Years that nobody knows are filled up.
fn sized(mut cells: Vec<Cell>, years: usize) -> Vec<Cell> {
    cells.resize(years, Cell::Unknown);
    cells
}
