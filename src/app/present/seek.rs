//! Whatever the room asks for: any body, programme, council or lever, found by some letters of its name.

use super::Figure;
use crate::app::over::Search;
use crate::app::session::Session;
use crate::engine::{Area, first_measure};
use crate::format::capital;
use crate::levers::{Lever, all_nodes, range, whose};
use crate::model::{Node, Scenario};
use crate::report::area_words;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sought {
    /// A number, to be shown big.
    Number(Figure),
    /// A lever, to be moved by ↑↓.
    Lever(Lever),
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Its words.
    pub words: String,
    /// What it is in a word: `show`, `move`.
    pub what: &'static str,
    /// What it leads to.
    pub leads_to: Sought,
}

/// What can be found before a room.
pub type Seek = Search<Hit>;

impl Seek {
    /// Numbers first, then levers.
    pub fn of(session: &Session) -> Self {
        let scenario = session.now();
        let nodes = all_nodes(scenario);
        let named = |node: &Node| !scenario.words.of(*node).id.is_empty();
        let numbers = nodes
            .iter()
            .filter(|node| named(node) || is_group(scenario, **node))
            .filter_map(|node| {
                let measure = first_measure(scenario, session.after(), *node)?;
                // A part whose number is read of its owner would stand here twice; of what is not
                // known there is nothing to show.
                let known = measure.read(scenario, session.after()).value.is_some();
                (measure.node == *node && known).then(|| Hit {
                    words: name(scenario, *node),
                    what: "show",
                    leads_to: Sought::Number(Figure::Outcome(measure)),
                })
            });
        let levers = nodes.iter().flat_map(|node| Lever::all(scenario, *node));
        let movable = |lever: &Lever| {
            lever.field.row().kind.is_chosen() || range(scenario, session.base(), *lever).is_some()
        };
        let levers = levers.filter(movable).map(|lever| Hit {
            // The lever's own name comes first: of a long line the end is cut.
            words: format!("{} of {}", lever.field.words(scenario), name(scenario, lever.node)),
            what: "move",
            leads_to: Sought::Lever(lever),
        });
        let areas = Area::all(scenario).filter(|area| *area != Area::NotKnown);
        let areas = areas.map(|area| Hit {
            words: area_words(scenario, area),
            what: "show",
            leads_to: Sought::Number(Figure::of_area(area)),
        });
        let all: Vec<Hit> =
            numbers.chain(areas).chain(levers).filter(|hit| !hit.words.is_empty()).collect();
        Self::new(all)
    }
}

/// Whether it is a group with a name of its own: one without is its system once more.
fn is_group(scenario: &Scenario, node: Node) -> bool {
    matches!(node, Node::Group(place) if !scenario.words.groups[place].name.is_empty())
}

/// A name that stands alone: whole where it is one of its own, with its owner's where it is a part.
fn name(scenario: &Scenario, node: Node) -> String {
    let words = scenario.words.of(node);
    match node {
        Node::Nation | Node::Region(_) | Node::System(_) | Node::Body(_) => words.name.clone(),
        Node::Programme(_) => {
            let body = scenario.parent(node).map_or("", |body| scenario.words.of(body).brief());
            format!("{} ({body})", words.name)
        }
        // In England a council and a footprint may be called alike.
        Node::Council(_) if !words.name.contains("ouncil") => format!("{} (council)", words.name),
        _ => capital(&whose(scenario, node)),
    }
}
