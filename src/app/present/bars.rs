//! The picture of a slide: at most five bars, each with its figure.

use super::{Figure, Present};
use crate::app::explore::pool_above;
use crate::engine::{AreaPart, OutcomeMeasure, Reading, Status, measure_at};
use crate::format::{self, capital};
use crate::model::{Node, Picture, Scenario};
use crate::report::{brief_words, large, what_words};

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is of.
    pub name: String,
    /// Its length against the others, in thousandths of the longest there is or was.
    pub length: u16,
    /// The same before the what-if.
    pub was: u16,
    /// Its figure.
    pub figure: String,
    /// Whether it is more now than before the what-if, and whether that is worse.
    pub turned: Option<(bool, Option<bool>)>,
    /// Whether it is the number that is shown big.
    pub is_shown: bool,
    /// Whether it is what is left uncovered.
    pub is_open: bool,
}

/// A bar before its length is known.
struct Raw {
    name: String,
    of: Figure,
    note: String,
    is_open: bool,
}

impl Present {
    /// The bars of the slide.
    pub fn bars(&self) -> Vec<Bar> {
        let picture = match self.sought {
            Some(_) => &Picture::Shares,
            None => &self.step().picture,
        };
        let raws = match picture {
            Picture::Nothing => Vec::new(),
            Picture::Gap => self.gap(),
            Picture::Shares => self.shares(),
            Picture::Programmes => self.programmes(),
            Picture::Bars(paths) => self.named(paths),
        };
        self.drawn(&raws)
    }

    /// Who covers what of the pool's need, and what is left uncovered.
    fn gap(&self) -> Vec<Raw> {
        let scenario = self.stage.now();
        let Some(pool) = self.measure().map(|own| pool_above(scenario, own.node)) else {
            return Vec::new();
        };
        let open = raw(pool, "uncovered", "left uncovered".to_owned());
        let systems = scenario.pool(pool).map_or(0..0, |own| own.systems.clone());
        let pays = |place: &usize| !self.stage.after().systems[*place].contribution.is_zero();
        let paying: Vec<usize> = systems.filter(pays).collect();
        let reserve = raw(pool, "reserve_used", "the region’s reserve".to_owned());
        let reserve = reserve.filter(|own| self.is_above_nought(own.of));
        let room = Picture::MOST - 2 - usize::from(reserve.is_some());
        let others: Vec<Option<Raw>> = if paying.len() > room {
            let rest = paying.len() < scenario.pool(pool).map_or(0, |own| own.systems.len());
            let other = if rest { "other " } else { "" };
            let words = format!("{} {other}systems", format::count(paying.len()));
            vec![raw(pool, "covered", capital(&words))]
        } else {
            let system = |place: usize| {
                let node = Node::System(place);
                raw(node, "contribution", name(scenario, node))
            };
            paying.into_iter().map(system).collect()
        };
        let open = open.map(|own| Raw { is_open: true, ..own });
        // What nobody is there to pay is as open as what nobody is asked for.
        let unplaced = raw(pool, "unplaced", "no payer found".to_owned());
        let unplaced = unplaced.filter(|own| self.is_above_nought(own.of));
        let unplaced = unplaced.map(|own| Raw { is_open: true, ..own });
        let all = [reserve].into_iter().chain(others).chain([open, unplaced]).flatten();
        let mut all: Vec<Raw> = all.collect();
        all.truncate(Picture::MOST);
        all
    }

    /// Who shares in the same amount, the largest part first.
    fn shares(&self) -> Vec<Raw> {
        let scenario = self.stage.now();
        let Some(shown) = self.measure() else { return self.here() };
        // A gap is no part that others share in: what is told of it is who covers it.
        let is_pool = matches!(shown.node, Node::Nation | Node::Region(_));
        if is_pool || matches!(shown.row.id, "gap" | "need" | "relief") {
            return self.gap();
        }
        let children = siblings(scenario, shown.node);
        let named = |node: Node| {
            let of = |id: &str| raw(node, id, name(scenario, node));
            of(shown.row.id).or_else(|| of("ask"))
        };
        let mut raws: Vec<Raw> = children.into_iter().filter_map(named).collect();
        let is_shown = |own: &Raw| own.of.measure().is_some_and(|own| own.node == shown.node);
        raws.retain(|own| is_shown(own) || self.is_above_nought(own.of));
        raws.sort_by(|a, b| self.order(b.of, a.of));
        // The one that is shown big is always among them.
        if let Some(place) = raws.iter().position(is_shown)
            && place >= Picture::MOST
        {
            raws.swap(place, Picture::MOST - 1);
        }
        raws.truncate(Picture::MOST);
        raws
    }

    /// The number of the outcome that is shown.
    fn measure(&self) -> Option<OutcomeMeasure> {
        self.shown()?.measure()
    }

    /// Which bodies an area's part is asked of, the largest first.
    fn here(&self) -> Vec<Raw> {
        let Some(Figure::Area(whole)) = self.shown() else { return Vec::new() };
        let scenario = self.stage.now();
        let part = |node: Node| Raw {
            name: name(scenario, node),
            of: Figure::Area(AreaPart { of: Some(node), ..whole }),
            note: String::new(),
            is_open: false,
        };
        let bodies = whole.area.bodies(scenario).into_iter();
        let mut raws: Vec<Raw> = bodies.map(|reach| part(reach.node)).collect();
        raws.retain(|own| self.is_above_nought(own.of));
        raws.sort_by(|a, b| self.order(b.of, a.of));
        raws.truncate(Picture::MOST);
        raws
    }

    /// The programmes of the body, those that lose most first.
    fn programmes(&self) -> Vec<Raw> {
        let scenario = self.stage.now();
        let Some(shown) = self.measure() else { return Vec::new() };
        let ((Node::Body(body), _) | (Node::Programme(_), Some(Node::Body(body)))) =
            (shown.node, scenario.parent(shown.node))
        else {
            return Vec::new();
        };
        let named = |place: usize| {
            let own = &self.stage.after().programmes[place];
            let note = match own.status? {
                Status::Late => {
                    let delay = OutcomeMeasure::find(Node::Programme(place), "delay")?;
                    format!(", {} late", large(delay.read(scenario, self.stage.after())))
                }
                Status::NotThisYear => ", not this year".to_owned(),
                Status::Stops => ", stops".to_owned(),
                Status::Protected => ", protected".to_owned(),
                Status::Reduced | Status::OnTime => String::new(),
            };
            let name = scenario.words.programmes[place].brief().to_owned();
            raw(Node::Programme(place), "cut", name).map(|own| Raw { note, ..own })
        };
        let programmes = scenario.bodies[body].programmes.clone();
        let mut raws: Vec<Raw> = programmes.filter_map(named).collect();
        raws.sort_by(|a, b| self.order(b.of, a.of));
        raws.truncate(Picture::MOST);
        raws
    }

    fn named(&self, paths: &[String]) -> Vec<Raw> {
        let scenario = self.stage.now();
        let measures: Vec<OutcomeMeasure> =
            paths.iter().filter_map(|path| measure_at(scenario, path).ok()).collect();
        // Only what differs is said: of one kind of number whose it is, of one owner what it is.
        let all = |same: fn(&OutcomeMeasure, &OutcomeMeasure) -> bool| {
            measures.windows(2).all(|two| same(&two[0], &two[1]))
        };
        let is_kind = all(|a, b| a.row.id == b.row.id);
        let is_owner = all(|a, b| a.node == b.node);
        let called = |own: &OutcomeMeasure| match (is_kind, is_owner) {
            (true, _) => name(scenario, own.node),
            (false, true) => what_words(*own),
            (false, false) => brief_words(scenario, *own),
        };
        let made = measures.iter().map(|own| Raw {
            name: called(own),
            of: Figure::Outcome(*own),
            note: String::new(),
            is_open: own.row.id == "uncovered",
        });
        made.collect()
    }

    fn drawn(&self, raws: &[Raw]) -> Vec<Bar> {
        let read = |own: &Raw| own.of.read(self.stage.now(), self.stage.after());
        let (was, year_before) = self.before();
        let before = |own: &Raw| own.of.read(was, year_before);
        // What was and what is are drawn to one scale: else nothing would be seen to move.
        let all = raws.iter().flat_map(|own| [read(own), before(own)]);
        let longest = all.map(size).max().unwrap_or(0).max(1);
        let length = |own: Reading| u16::try_from(size(own) * 1_000 / longest).unwrap_or(1_000);
        let shown = self.shown();
        let bar = |own: &Raw| {
            let (now, was) = (read(own), before(own));
            let turned = own.of.turn(was, now);
            Bar {
                name: own.name.clone(),
                length: length(now),
                was: length(was),
                figure: format!("{}{}", large(now), own.note),
                turned: turned.is_more.map(|more| (more, turned.is_worse)),
                is_shown: shown == Some(own.of),
                is_open: own.is_open,
            }
        };
        raws.iter().map(bar).collect()
    }

    fn is_above_nought(&self, figure: Figure) -> bool {
        size(figure.read(self.stage.now(), self.stage.after())) > 0
    }

    /// As they stood before the what-if: rows stay where they are.
    fn order(&self, a: Figure, b: Figure) -> std::cmp::Ordering {
        let (was, year_before) = self.before();
        let read = |own: Figure| size(own.read(was, year_before));
        read(a).cmp(&read(b))
    }
}

/// A room does not know how systems are abbreviated.
fn name(scenario: &Scenario, node: Node) -> String {
    let words = scenario.words.of(node);
    if let Node::System(_) = node { words.name.clone() } else { words.brief().to_owned() }
}

fn raw(node: Node, id: &str, name: String) -> Option<Raw> {
    let measure = OutcomeMeasure::find(node, id)?;
    Some(Raw { name, of: Figure::Outcome(measure), note: String::new(), is_open: false })
}

/// The size of a reading in thousandths of its unit; of what is not known nothing.
fn size(reading: Reading) -> i128 {
    reading.value.map_or(0, |(n, d)| (n.saturating_mul(1_000) / d.max(1)).abs())
}

/// Those who share in the amount that a node has a part of, the node among them.
fn siblings(scenario: &Scenario, node: Node) -> Vec<Node> {
    let pool = |node| {
        let pool = scenario.pool(node);
        pool.map(|own| own.systems.clone().map(Node::System).collect()).unwrap_or_default()
    };
    match (node, scenario.parent(node)) {
        (Node::System(_), _) => pool(pool_above(scenario, node)),
        (Node::Nation | Node::Region(_), _) => pool(node),
        (Node::Group(_), Some(Node::System(place))) => {
            scenario.systems[place].groups.clone().map(Node::Group).collect()
        }
        (Node::Body(_), Some(Node::Group(place))) => {
            scenario.groups[place].bodies.clone().map(Node::Body).collect()
        }
        (Node::Programme(_), Some(Node::Body(place))) => {
            scenario.bodies[place].programmes.clone().map(Node::Programme).collect()
        }
        _ => Vec::new(),
    }
}
