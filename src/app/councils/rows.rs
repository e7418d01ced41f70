//! The rows of what reaches an area: who is asked, which programmes, whose footprints, the council
//! itself. Amounts are the area's part.

use super::{Councils, names};
use crate::app::explore::{Figure, LeverRow, ProgrammeRow};
use crate::app::session::Session;
use crate::engine::{Area, Reach, places};
use crate::format::{self, Minus};
use crate::levers::Lever;
use crate::model::{Node, Partner};
use crate::money::{Pence, Share};

/// A body that serves the area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyPart {
    /// The body.
    pub body: usize,
    /// Its name, whole and short.
    pub names: (String, String),
    /// The share of its people who live here; `None` is not known.
    pub share: Option<Share>,
    /// What it is asked for in all.
    pub ask: Pence,
    /// The area's part of that; not known where no place of it is.
    pub here: Figure,
}

/// A programme that reaches the area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammePart {
    /// The programme.
    pub programme: usize,
    /// What becomes of it.
    pub row: ProgrammeRow,
    /// The area's part of what it loses; `None` where that, or its place, is not known.
    pub here: Option<Figure>,
    /// How many people a year it reaches here; `None` is not known.
    pub people: Option<i128>,
    /// How many of them it no longer reaches; `None` is not known, or only delayed.
    pub lost: Option<i128>,
    /// Whether it is known where its people live.
    pub placed: bool,
}

/// A system that covers a part of the area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FootprintPart {
    /// The system.
    pub system: usize,
    /// Its name, whole and short.
    pub names: (String, String),
    /// How many people live in both.
    pub people: Option<i128>,
    /// The share of the area's people.
    pub of_area: Option<Share>,
    /// The share of its own people.
    pub of_system: Option<Share>,
}

/// What a council pays towards a programme of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JointRow {
    /// The part, as a place in the scenario's list.
    pub part: usize,
    /// Towards which programme.
    pub name: String,
    /// What it would pay in the year; `None` is not known.
    pub budget: Option<Pence>,
    /// What of that goes.
    pub lost: Figure,
    /// Why, or that it stays.
    pub said: &'static str,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub enum AreaRow {
    /// Who is asked: bodies follow.
    Bodies,
    /// A body.
    Body(BodyPart),
    /// Programmes follow.
    Programmes,
    /// A programme.
    Programme(ProgrammePart),
    /// Footprints follow; whose people they are measured by.
    Footprints(String),
    /// A system.
    Footprint(FootprintPart),
    /// The council itself follows; whether it pays towards programmes.
    Council(String, bool),
    /// Whether the council takes part.
    Stance(LeverRow),
    /// What it pays towards a programme of a body.
    Joint(JointRow),
    /// Its own money: name, amount, what is said of it.
    Beside(String, Option<Pence>, String),
    /// The area's part of what no programme gives: what it is, how much.
    Left(&'static str, Figure),
    /// There is none, in words.
    Nothing(&'static str),
}

impl AreaRow {
    /// Whether the cursor can stand on it.
    pub const fn is_selectable(&self) -> bool {
        self.node().is_some() || matches!(self, Self::Stance(_) | Self::Beside(..))
    }

    /// What it is about.
    pub const fn node(&self) -> Option<Node> {
        match self {
            Self::Body(own) => Some(Node::Body(own.body)),
            Self::Programme(own) => Some(Node::Programme(own.programme)),
            Self::Joint(own) => Some(Node::JointPart(own.part)),
            Self::Footprint(own) => Some(Node::System(own.system)),
            _ => None,
        }
    }

    fn differs(&self) -> bool {
        match self {
            Self::Body(own) => own.here.differs(),
            Self::Programme(own) => own.row.moved || own.here.is_some_and(Figure::differs),
            Self::Stance(own) => own.moved,
            Self::Left(_, figure) => figure.differs(),
            Self::Joint(own) => own.lost.differs(),
            Self::Footprint(_) | Self::Beside(..) => false,
            _ => true,
        }
    }

    /// The row for those who hear it.
    pub fn sentence(&self, session: &Session) -> String {
        let money = |amount: Option<Pence>| {
            amount.map_or_else(|| "not known".to_owned(), |a| format::exact(a, Minus::Sign))
        };
        match self {
            Self::Bodies => "Who is asked:".to_owned(),
            Self::Programmes => "Programmes:".to_owned(),
            Self::Footprints(_) => "Footprints:".to_owned(),
            Self::Council(name, _) => format!("{name}:"),
            Self::Nothing(words) => (*words).to_owned(),
            Self::Left(words, figure) => format!("{words}: {}", money(figure.now)),
            Self::Body(own) => format!(
                "{}: {} of its people live here, asked {}, here {}",
                own.names.0,
                percent(own.share),
                format::exact(own.ask, Minus::Sign),
                money(own.here.now),
            ),
            Self::Programme(own) => {
                let cut = money(own.here.and_then(|figure| figure.now));
                let people = own.people.map_or_else(
                    || "people not known".to_owned(),
                    |people| format!("{people} people a year"),
                );
                let name = session.now().words.of(Node::Programme(own.programme)).brief();
                format!("{name}: cut here {cut}, {people}; {}", own.row.status.0)
            }
            Self::Footprint(own) => format!(
                "{}: {} of the area’s people, {} of its own",
                own.names.0,
                percent(own.of_area),
                percent(own.of_system),
            ),
            Self::Stance(own) => format!("{}: {}", own.word, own.value),
            Self::Joint(own) => {
                let (budget, lost) = (money(own.budget), money(own.lost.now));
                format!("{}: {budget}, of which {lost} goes; {}", own.name, own.said)
            }
            Self::Beside(name, amount, _) => format!("{name}: {}", money(*amount)),
        }
    }
}

/// `16.0%`, or that it is not known.
fn percent(share: Option<Share>) -> String {
    share.map_or_else(
        || "[x]".to_owned(),
        |share| format!("{}%", format::percent_column(share, 1, Minus::Sign)),
    )
}

pub(super) fn rows(councils: &Councils, session: &Session) -> Vec<AreaRow> {
    let (scenario, area) = (session.now(), councils.area);
    let mut rows = vec![AreaRow::Bodies];
    let bodies = area.bodies(scenario).into_iter();
    let mut bodies: Vec<BodyPart> = bodies.filter_map(|reach| body(session, area, reach)).collect();
    bodies.sort_by_key(|own| {
        (own.share.is_none(), std::cmp::Reverse(own.here.now.unwrap_or(own.ask)))
    });
    rows.extend(bodies.into_iter().map(AreaRow::Body));
    section(&mut rows, "no body says that it serves this area");
    rows.push(AreaRow::Programmes);
    let programmes = area.programmes(scenario).into_iter();
    rows.extend(programmes.filter_map(|reach| programme(session, area, reach)));
    section(&mut rows, "no programme of theirs is described");
    rows.extend(left(session, area));
    if area != Area::NotKnown {
        rows.push(AreaRow::Footprints(names(scenario, area).1));
        let mut footprints = area.footprints(scenario);
        footprints.sort_by_key(|own| std::cmp::Reverse(own.people));
        rows.extend(footprints.into_iter().map(|own| {
            AreaRow::Footprint(FootprintPart {
                system: own.system,
                names: scenario.words.of(Node::System(own.system)).names(),
                people: own.people,
                of_area: own.of_area,
                of_system: own.of_system,
            })
        }));
        section(&mut rows, "no system covers this area");
    }
    rows.extend(itself(session, area));
    if councils.only_changed {
        rows.retain(AreaRow::differs);
    }
    rows
}

/// Says that a section is empty, if nothing followed its head.
fn section(rows: &mut Vec<AreaRow>, words: &'static str) {
    if rows.last().is_some_and(|row| !row.is_selectable()) {
        rows.push(AreaRow::Nothing(words));
    }
}

/// What of the asks no programme gives: the area's part of each, where there is some.
fn left(session: &Session, area: Area) -> impl Iterator<Item = AreaRow> {
    let before = area.money(session.now(), session.before());
    let now = area.money(session.now(), session.after());
    let rows = [
        ("from reserves", Figure::known(before.reserve_used, now.reserve_used)),
        ("unplaced", Figure::known(before.unplaced, now.unplaced)),
        ("not described", Figure::known(before.not_described, now.not_described)),
    ];
    let none = Figure::known(Pence::ZERO, Pence::ZERO);
    rows.into_iter().filter(move |row| row.1 != none).map(|(words, own)| AreaRow::Left(words, own))
}

fn body(session: &Session, area: Area, reach: Reach) -> Option<BodyPart> {
    let Node::Body(body) = reach.node else { return None };
    let scenario = session.now();
    let shares = &scenario.words.bodies[body].councils;
    let part = |ask: Pence| match (reach.share, area) {
        (None, Area::NotKnown) => Some(ask),
        (None, _) => ask.is_zero().then_some(Pence::ZERO),
        (Some(_), _) => Some(area.part(scenario, ask, shares)),
    };
    let (before, now) = (session.before().bodies[body].ask, session.after().bodies[body].ask);
    let asked = !before.is_zero() || !now.is_zero();
    if reach.share.is_none() && !asked && area != Area::NotKnown {
        // Nearby and asked for nothing: nothing of it reaches anybody.
        return None;
    }
    Some(BodyPart {
        body,
        names: scenario.words.of(reach.node).names(),
        share: reach.share,
        ask: now,
        here: Figure { before: part(before), now: part(now) },
    })
}

fn programme(session: &Session, area: Area, reach: Reach) -> Option<AreaRow> {
    let Node::Programme(programme) = reach.node else { return None };
    let scenario = session.now();
    let shares = places(scenario, programme);
    let row = ProgrammeRow::of(session, programme);
    let placed = reach.share.is_some();
    let part = |amount: Pence| area.part(scenario, amount, shares);
    let here = row
        .cut
        .filter(|_| placed || area == Area::NotKnown)
        .map(|cut| Figure { before: cut.before.map(part), now: cut.now.map(part) });
    let people = |all: Option<(i128, i128)>| {
        let ((people, of), share) = all.zip(reach.share)?;
        let whole = of * i128::from(Share::UNITS);
        Some((2 * people * i128::from(share.units()) + whole).div_euclid(2 * whole.max(1)))
    };
    let reaches = scenario.programmes[programme].reaches.map(|all| (i128::from(all), 1));
    let lost = crate::engine::OutcomeMeasure::find(reach.node, "people_lost")
        .and_then(|measure| measure.read(scenario, session.after()).value);
    let (people, lost) = (people(reaches), people(lost));
    Some(AreaRow::Programme(ProgrammePart { programme, row, here, people, lost, placed }))
}

/// What the council pays towards a programme of a body, and how much of that goes.
fn joint_part(session: &Session, part: usize) -> AreaRow {
    let (before, now) = (session.before().joint_parts[part], session.after().joint_parts[part]);
    let said = match (now.refused, session.now().joint_parts[part].matched) {
        (true, _) => "withdraws",
        (false, true) => "matched",
        (false, false) => "on top",
    };
    let scenario = session.now();
    let towards = scenario.words.of(Node::Programme(scenario.joint_parts[part].programme));
    let name = format!("towards {}", towards.brief());
    let lost = Figure { before: before.lost, now: now.lost };
    AreaRow::Joint(JointRow { part, name, budget: now.budget, lost, said })
}

/// Whether the council takes part, what it pays towards, and its own money.
fn itself(session: &Session, area: Area) -> Vec<AreaRow> {
    let scenario = session.now();
    let council = |place: usize| area.holds(scenario, place);
    let stance = match area {
        Area::Council(place) => Lever::all(scenario, Node::Council(place)).next(),
        _ => None,
    };
    let stance = stance.map(|lever| AreaRow::Stance(LeverRow::of(session, lever)));
    let joint =
        (0..scenario.joint_parts.len()).filter(|part| match scenario.joint_parts[*part].partner {
            Partner::Council(place) => council(place),
            Partner::Body(_) => false,
        });
    let joint = joint.map(|part| joint_part(session, part));
    let beside = scenario.words.alongside.iter().filter(|own| own.council.is_some_and(council));
    let beside = beside.map(|own| {
        let said = own.status.clone().or_else(|| own.note.clone()).unwrap_or_default();
        AreaRow::Beside(own.name.clone(), own.amount, said)
    });
    let rows: Vec<AreaRow> = stance.into_iter().chain(joint).chain(beside).collect();
    let pays = rows.iter().any(|row| matches!(row, AreaRow::Joint(_)));
    let head = (!rows.is_empty()).then(|| AreaRow::Council(names(scenario, area).0, pays));
    head.into_iter().chain(rows).collect()
}
