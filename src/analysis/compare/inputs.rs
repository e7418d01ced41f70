//! The inputs that differ: every lever of every side, by path.

use super::{Comparison, Place, Side};
use crate::levers::{FIELDS, Field, Lever, Value, path_of, value_text};
use crate::model::Node;
use crate::split::Column;

/// An input that differs from the baseline on some side.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// Its path: `EoE.offset`.
    pub path: String,
    /// Its place in the alignment.
    pub place: usize,
    /// The lever, side by side; `None` where a side has none of that path.
    pub levers: Vec<Option<Lever>>,
    /// Which sides hold something else than the baseline.
    pub differs: Vec<bool>,
}

impl Input {
    /// Whether at least two sides have it.
    fn is_shared(&self) -> bool {
        self.levers.iter().flatten().count() > 1
    }
}

impl Comparison<'_> {
    /// The inputs that differ from the baseline, in the order of the file; those that one side alone
    /// has stand last.
    pub fn inputs(&self) -> Vec<Input> {
        let measures = measures(self);
        let mut inputs = Vec::new();
        for (at, place) in self.alignment.places().iter().enumerate() {
            inputs.extend(fields(place, &measures).filter_map(|own| self.input(at, &own)));
        }
        inputs.sort_by_key(|input| !input.is_shared());
        inputs
    }

    /// A lever as an input, whether it differs or not; `None` if no side has it.
    pub fn input_at(&self, side: usize, lever: Lever) -> Option<Input> {
        let place = self.alignment.place_of(side, lever.node)?;
        let own = &self.alignment.places()[place];
        let measures = measures(self);
        let columns = fields(own, &measures)
            .find(|columns| columns.lever(&own.nodes, side) == Some(lever))?;
        self.differing(place, self.movable(columns.levers(&own.nodes)))
    }

    /// What a side holds of an input.
    pub fn held(&self, input: &Input, side: usize) -> Option<Value> {
        input.levers[side].map(|lever| lever.get(self.sides[side].now))
    }

    /// A field of a place as an input, if it differs.
    fn input(&self, place: usize, columns: &Columns<'_>) -> Option<Input> {
        let nodes = &self.alignment.places()[place].nodes;
        let lever = |side: usize| columns.lever(nodes, side);
        let base = (self.baseline, lever(self.baseline));
        // Nearly all are the same: that is found out without writing anything down.
        if (0..nodes.len()).all(|side| self.same(base, (side, lever(side)))) {
            return None;
        }
        let input = self.differing(place, self.movable(columns.levers(nodes)))?;
        // Of what only some sides have, only what is set says something.
        let is_set = |side| self.held(&input, side).is_some_and(|value| is_set(&value));
        let says = input.levers.iter().all(Option::is_some) || (0..self.sides.len()).any(is_set);
        (says && input.differs.contains(&true)).then_some(input)
    }

    /// Without those that are no levers as the side stands: sums of others' figures.
    fn movable(&self, levers: Vec<Option<Lever>>) -> Vec<Option<Lever>> {
        let movable = |(side, lever): (usize, Option<Lever>)| {
            lever.filter(|own| own.why_fixed(self.sides[side].now).is_none())
        };
        levers.into_iter().enumerate().map(movable).collect()
    }

    fn differing(&self, place: usize, levers: Vec<Option<Lever>>) -> Option<Input> {
        let (first, lever) =
            levers.iter().enumerate().find_map(|(side, own)| Some((side, (*own)?)))?;
        let base = levers[self.baseline];
        let differs = |side| !self.same((self.baseline, base), (side, levers[side]));
        let differs = (0..levers.len()).map(differs).collect();
        Some(Input { path: path_of(self.sides[first].now, lever), place, levers, differs })
    }

    /// Whether two sides hold the same.
    fn same(&self, (a, one): (usize, Option<Lever>), (b, other): (usize, Option<Lever>)) -> bool {
        let (Some(one), Some(other)) = (one, other) else {
            return one.is_none() && other.is_none();
        };
        let (here, there) = (self.sides[a].now, self.sides[b].now);
        let (held, theirs) = (one.get(here), other.get(there));
        if self.alignment.same_file(a, b) || !names_places(&held) {
            return held == theirs;
        }
        value_text(here, one, &held) == value_text(there, other, &theirs)
    }
}

/// Whether a value names bodies or measures by their places, which are another file's own.
const fn names_places(value: &Value) -> bool {
    matches!(value, Value::Rule(_) | Value::Limit(_) | Value::Lead(_))
}

/// Whether anything is set at all.
const fn is_set(value: &Value) -> bool {
    !matches!(
        value,
        Value::Money(None)
            | Value::Share(None)
            | Value::Count(None)
            | Value::Measure(None)
            | Value::Limit(None)
            | Value::Lead(None)
            | Value::Month(None)
            | Value::Known(None)
    )
}

/// The measures of all sides by their names, each with its column on every side.
fn measures(comparison: &Comparison<'_>) -> Vec<Vec<Option<Column>>> {
    let lists = comparison.sides.iter().map(|side| &side.now.measures.list);
    let mut ids: Vec<&str> = Vec::new();
    for own in lists.flat_map(|list| list.iter()) {
        if !ids.contains(&own.id.as_str()) {
            ids.push(&own.id);
        }
    }
    let column = |side: &Side<'_>, id: &str| {
        let place = side.now.measures.list.iter().position(|own| own.id == id)?;
        u16::try_from(place).ok().map(Column)
    };
    let columns = |id: &str| comparison.sides.iter().map(|side| column(side, id)).collect();
    ids.into_iter().map(columns).collect()
}

/// A field on every side: the same on all, or a measure, which is another column in another file.
enum Columns<'c> {
    Field(Field),
    Measure(&'c [Option<Column>]),
}

impl Columns<'_> {
    fn lever(&self, nodes: &[Option<Node>], side: usize) -> Option<Lever> {
        let node = nodes[side]?;
        let field = match self {
            Self::Field(field) => *field,
            Self::Measure(columns) => Field::Measure(columns[side]?),
        };
        Some(Lever { node, field })
    }

    fn levers(&self, nodes: &[Option<Node>]) -> Vec<Option<Lever>> {
        (0..nodes.len()).map(|side| self.lever(nodes, side)).collect()
    }
}

/// Every field of a place.
fn fields<'f>(
    place: &Place,
    measures: &'f [Vec<Option<Column>>],
) -> impl Iterator<Item = Columns<'f>> + use<'f> {
    let first = place.node();
    let own = FIELDS.iter().filter(move |row| first.is_some_and(|node| row.is_at(node)));
    let own = own.filter(|row| !matches!(row.field, Field::Measure(_)));
    let sized = matches!(first, Some(Node::System(_) | Node::Group(_) | Node::Body(_)));
    let measures = measures.iter().filter(move |_| sized);
    own.map(|row| Columns::Field(row.field))
        .chain(measures.map(|columns| Columns::Measure(columns)))
}
