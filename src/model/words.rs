//! The words of a scenario: names, sources, standings, notes. They never change after loading.

use crate::format::{FinancialYear, Month};
use crate::money::{Pence, Share};

use super::{Lesson, Node, StoryStep};

/// What is said of one node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NodeWords {
    /// Its id as in the file.
    pub id: String,
    /// Its whole name.
    pub name: String,
    /// A name for narrow places, if the file gives one.
    pub short: Option<String>,
    /// A sentence about it, or the reported effect of a programme.
    pub note: Option<String>,
    /// Why it is exempt, refuses or is protected.
    pub reason: Option<String>,
    /// The last word of a programme's row on screen, as the file puts it.
    pub status: Option<String>,
    /// Labels that outcomes can be summed by.
    pub tags: Vec<String>,
    /// Whether a programme runs, where it has no start and the file says so.
    pub running: Option<bool>,
    /// The councils that a body serves; of a programme those that it reaches, where the file says
    /// so itself.
    pub councils: Vec<CouncilShare>,
    /// What performance is counted in: `emergency admissions`.
    pub unit: Option<String>,
    /// What is not sure about a system, shown beside its partners and results.
    pub doubts: Vec<String>,
    /// The code of a council in the official register, if the file gives one.
    pub code: Option<String>,
}

impl NodeWords {
    /// The whole name, and the one for narrow places.
    pub fn names(&self) -> (String, String) {
        (self.name.clone(), self.brief().to_owned())
    }

    /// The short name, or the whole one.
    pub fn brief(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

/// The share of a body's people who live in one council's area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CouncilShare {
    /// The council, as a place in the scenario's list.
    pub council: usize,
    /// The share of the body's people.
    pub share: Share,
}

/// A named set of councils, such as a combined authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// Its id as in the file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its councils, as places in the scenario's list.
    pub councils: Vec<usize>,
}

/// A source that figures refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceEntry {
    /// Its id as in the file.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date as the file gives it.
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
}

/// How well a figure is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// An official paper or data set.
    Published,
    /// The press, or one body's statement.
    Reported,
    /// Worked out from other figures.
    Derived,
    /// Needed, and not known.
    Assumed,
    /// The file says nothing about it.
    Plain,
}

impl Standing {
    /// The word for it in exports: `published`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Reported => "reported",
            Self::Derived => "derived",
            Self::Assumed => "assumed",
            Self::Plain => "plain",
        }
    }
}

/// One figure or choice of the file with its standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Where it is used: `07G.allocation`.
    pub path: String,
    /// The node it stands at.
    pub node: Option<Node>,
    /// The field of that node.
    pub field: String,
    /// The value as written in the file.
    pub value: String,
    /// How well it is known.
    pub standing: Standing,
    /// The id of a source (published, reported) or the reason in words (derived, assumed).
    pub source: String,
    /// The line of the file, from 1.
    pub line: u32,
}

/// A published or reported figure that the outcome can be held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observed {
    /// The path of the outcome.
    pub path: String,
    /// What was published.
    pub amount: Pence,
    /// What is said of this figure.
    pub note: Option<String>,
}

/// Money beside the mechanism: a council's own, put into a service of a body's area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alongside {
    /// The body on whose screen it is shown.
    pub body: usize,
    /// The council whose money it is, if the file names one.
    pub council: Option<usize>,
    /// Its name.
    pub name: String,
    /// How much, where known.
    pub amount: Option<Pence>,
    /// Its first month, where known.
    pub starts: Option<Month>,
    /// What is said of it.
    pub note: Option<String>,
    /// The last word of its row on screen.
    pub status: Option<String>,
}

/// A named condition of a partner, kept as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyTest {
    /// Its id, and what it demands, in a sentence.
    pub words: NodeWords,
    /// The partner whose condition it is.
    pub partner: Option<String>,
    /// Whether programmes are tested one by one, and with which tag.
    pub every: Option<Every>,
    /// Whether the sum over the partner's programmes is tested, and with which tag.
    pub sum: Option<Every>,
    /// The outcome measure, or its path.
    pub measure: Option<String>,
    /// The bound as written, and whether it is an upper one.
    pub bound: Option<(String, bool)>,
    /// A measure that the bound is a share of.
    pub of: Option<String>,
}

/// Something that happened, as a source has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The date as the file gives it: `2019-05`, `2019-06-26`.
    pub date: String,
    /// Its month, where the date says so.
    pub month: Option<Month>,
    /// What happened.
    pub what: String,
    /// Who said or did it.
    pub who: Option<String>,
    /// The id of a source.
    pub source: Option<String>,
    /// What it is about, where that has a place of its own.
    pub about: Option<About>,
}

/// What an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// Paying contributions back.
    Repayment,
    /// A programme, as a place in the scenario's list.
    Programme(usize),
}

/// What a source says was repaid to a pool's contributors in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaid {
    /// The pool.
    pub pool: Node,
    /// The year.
    pub year: FinancialYear,
    /// How much.
    pub amount: Pence,
}

/// Programmes that a key test looks at one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Every {
    /// Only those with this tag, if one is given.
    pub tag: Option<String>,
}

/// All words of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Its title.
    pub title: String,
    /// Its financial year as written: `2019/20`.
    pub year: String,
    /// What it is about, in a sentence or two.
    pub about: Option<String>,
    /// What is known, assumed and in dispute.
    pub notes: Vec<String>,
    /// What is said beside the uncovered amount, by region.
    pub uncovered_notes: Vec<Option<String>>,
    /// Its sources.
    pub sources: Vec<SourceEntry>,
    /// The country, where the file describes one.
    pub nation: NodeWords,
    /// Words of the regions, in their order.
    pub regions: Vec<NodeWords>,
    /// Words of the systems.
    pub systems: Vec<NodeWords>,
    /// Words of the savings schemes.
    pub savings: Vec<NodeWords>,
    /// Words of the groups.
    pub groups: Vec<NodeWords>,
    /// Words of the bodies.
    pub bodies: Vec<NodeWords>,
    /// Words of the programmes.
    pub programmes: Vec<NodeWords>,
    /// Words of the councils.
    pub councils: Vec<NodeWords>,
    /// Words of the parts of support.
    pub supports: Vec<NodeWords>,
    /// Words of their conditions.
    pub conditions: Vec<NodeWords>,
    /// Words of what partners pay: their ids and names.
    pub joint_parts: Vec<NodeWords>,
    /// Words of the knock-on costs.
    pub knock_ons: Vec<NodeWords>,
    /// What happened when, in the order of the file.
    pub events: Vec<Event>,
    /// What a source says was repaid.
    pub repaid: Vec<Repaid>,
    /// Words of what is paid for performance.
    pub performances: Vec<NodeWords>,
    /// Named sets of councils.
    pub authorities: Vec<Authority>,
    /// Money beside the mechanism.
    pub alongside: Vec<Alongside>,
    /// Figures with their standing.
    pub figures: Vec<Figure>,
    /// Published outcomes.
    pub observed: Vec<Observed>,
    /// Key tests.
    pub key_tests: Vec<KeyTest>,
    /// What is told to an audience.
    pub story: Vec<StoryStep>,
    /// What is taught with it.
    pub lessons: Vec<Lesson>,
    /// The fingerprint of the file: SHA-256 in hexadecimal.
    pub sha256: String,
}

impl Words {
    /// The words of a node.
    pub fn of(&self, node: Node) -> &NodeWords {
        match node {
            Node::Nation => &self.nation,
            Node::Region(i) => &self.regions[i],
            Node::System(i) => &self.systems[i],
            Node::Saving(i) => &self.savings[i],
            Node::Group(i) => &self.groups[i],
            Node::Body(i) => &self.bodies[i],
            Node::Programme(i) => &self.programmes[i],
            Node::Council(i) => &self.councils[i],
            Node::Support(i) => &self.supports[i],
            Node::Condition(i) => &self.conditions[i],
            Node::JointPart(i) => &self.joint_parts[i],
            Node::KnockOn(i) => &self.knock_ons[i],
            Node::KeyTest(i) => &self.key_tests[i].words,
            Node::Performance(i) => &self.performances[i],
        }
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&SourceEntry> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The figure or choice of the file that a field of a node begins with, if the file gives one.
    pub fn figure(&self, node: Node, field: &str) -> Option<&Figure> {
        self.figures.iter().find(|own| own.node == Some(node) && own.field == field)
    }

    /// What was published or reported of an outcome, by the outcome's path.
    pub fn observed_figure(&self, path: &str) -> Option<&Figure> {
        self.figures.iter().find(|own| own.node.is_none() && own.path == path)
    }
}
