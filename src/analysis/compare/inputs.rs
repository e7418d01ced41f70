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
            let fields = fields(place, &measures).into_iter();
            inputs.extend(fields.filter_map(|levers| self.input(at, levers)));
        }
        inputs.sort_by_key(|input| !input.is_shared());
        inputs
    }

    /// A lever as an input, whether it differs or not; `None` if no side has it.
    pub fn input_at(&self, side: usize, lever: Lever) -> Option<Input> {
        let place = self.alignment.place_of(side, lever.node)?;
        let fields = fields(&self.alignment.places()[place], &measures(self));
        let levers = fields.into_iter().find(|own| own[side] == Some(lever))?;
        self.differing(place, self.movable(levers))
    }

    /// What a side holds of an input.
    pub fn held(&self, input: &Input, side: usize) -> Option<Value> {
        input.levers[side].map(|lever| lever.get(self.sides[side].now))
    }

    fn input(&self, place: usize, levers: Vec<Option<Lever>>) -> Option<Input> {
        let base = levers[self.baseline];
        if (0..levers.len()).all(|side| self.same((self.baseline, base), (side, levers[side]))) {
            return None;
        }
        let input = self.differing(place, self.movable(levers))?;
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

/// Every field of a place, as the lever of each side.
fn fields(place: &Place, measures: &[Vec<Option<Column>>]) -> Vec<Vec<Option<Lever>>> {
    let Some(first) = place.node() else { return Vec::new() };
    let own =
        FIELDS.iter().filter(|row| row.is_at(first) && !matches!(row.field, Field::Measure(_)));
    let own = own.map(|row| {
        let lever = |node: &Option<Node>| node.map(|node| Lever { node, field: row.field });
        place.nodes.iter().map(lever).collect()
    });
    let sized = matches!(first, Node::System(_) | Node::Group(_) | Node::Body(_));
    let measures = measures.iter().filter(|_| sized).map(|columns| {
        // They stand beside each other by their names, not by their columns.
        let both = place.nodes.iter().zip(columns);
        both.map(|(node, column)| Some(Lever { node: (*node)?, field: Field::Measure((*column)?) }))
            .collect()
    });
    own.chain(measures).collect()
}
