//! Overlays laid one on another, on one base: where two of them move the same lever the later one
//! stands, and what it covers is listed with both values. Nothing is dropped without a word.
//!
//! How one overlay's changes are made again is in `replay`.

use super::read::Saved;
use super::replay::{Refused, Replayed, replay, understood};
use crate::levers::{Field, History, Lever, Refusal, Value, percents_beside};
use crate::model::Scenario;
use crate::money::Share;

/// The changes of one overlay, and what it is called where it is spoken of.
#[derive(Clone, Copy, Debug)]
pub struct Layer<'l> {
    /// Its name: `plan-b.whatif.ron`.
    pub name: &'l str,
    /// Its changes.
    pub changes: &'l [Saved],
}

/// Overlays on their base.
#[derive(Clone, Debug)]
pub struct Stacked {
    /// The scenario with all that stands.
    pub scenario: Scenario,
    /// The changes as one step that can be undone.
    pub history: History,
    /// What an earlier layer says and a later one covers.
    pub conflicts: Vec<Conflict>,
    /// What does not fit, layer by layer.
    pub misfits: Vec<Unfit>,
}

/// A lever that two layers would have differently: the later one stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The lever.
    pub path: String,
    /// The layer that does not stand, and what it would have.
    pub earlier: Said,
    /// The layer that stands, and what the lever now holds.
    pub later: Said,
    /// Whether the later layer does not move this lever itself: its shares of the same split would
    /// not add up to 100 % with the earlier one's.
    pub is_share: bool,
}

/// What a layer says of a lever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The layer's name.
    pub layer: String,
    /// The value, as it would be typed.
    pub value: String,
}

/// A change that does not fit the base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfit {
    /// The layer's name.
    pub layer: String,
    /// The change.
    pub change: Saved,
    /// Why.
    pub refusal: Refusal,
}

impl Conflict {
    /// `EoE.offset: a.whatif.ron has 30m, b.whatif.ron has 50m, which stands`.
    pub fn words(&self) -> String {
        let Self { path, earlier, later, is_share } = self;
        let (first, second) = (&earlier.layer, &later.layer);
        let (lost, stands) = (&earlier.value, &later.value);
        match is_share {
            true => format!(
                "{path}: {first} has {lost}, which does not add up to 100% with the shares of {second}; {stands} stands"
            ),
            false => format!("{path}: {first} has {lost}, {second} has {stands}, which stands"),
        }
    }
}

impl Unfit {
    /// `b.whatif.ron: ZZ.plan = -1m does not fit: Nothing is called “ZZ”.`
    pub fn words(&self) -> String {
        let Saved { path, to, .. } = &self.change;
        format!("{}: {path} = {to} does not fit: {}", self.layer, self.refusal)
    }
}

/// Lays the layers on the base, the first one lowest.
///
/// `words` say what is done, for the history.
pub fn stack(base: &Scenario, layers: &[Layer<'_>], words: &str) -> Stacked {
    let mut pile = Pile { base, layers, moves: Vec::new(), conflicts: Vec::new() };
    let mut misfits: Vec<(usize, Saved, Refusal)> = Vec::new();
    for (place, layer) in layers.iter().enumerate() {
        let mut fitting = Vec::new();
        for (index, saved) in layer.changes.iter().enumerate() {
            match understood(base, index, saved) {
                Ok((_, lever, value)) => {
                    fitting.push(Move { layer: place, lever, value, saved: saved.clone() });
                }
                Err(Refused { refusal, .. }) => misfits.push((place, saved.clone(), refusal)),
            }
        }
        pile.put(place, &fitting);
    }
    let Pile { moves, conflicts, .. } = pile;
    let merged: Vec<Saved> = moves.iter().map(|own| own.saved.clone()).collect();
    let Replayed { scenario, history, misfits: refused } = replay(base, &merged, words);
    misfits.extend(refused.into_iter().map(|own| {
        let Move { layer, saved, .. } = &moves[own.index];
        (*layer, saved.clone(), own.refusal)
    }));
    misfits.sort_by_key(|(layer, ..)| *layer);
    let unfit = |(layer, change, refusal): (usize, Saved, Refusal)| Unfit {
        layer: layers[layer].name.to_owned(),
        change,
        refusal,
    };
    let misfits = misfits.into_iter().map(unfit).collect();
    Stacked { scenario, history, conflicts, misfits }
}

/// A change that is understood, and whose it is.
#[derive(Clone, Debug)]
struct Move {
    layer: usize,
    lever: Lever,
    value: Value,
    saved: Saved,
}

/// What stands so far.
struct Pile<'p> {
    base: &'p Scenario,
    layers: &'p [Layer<'p>],
    moves: Vec<Move>,
    conflicts: Vec<Conflict>,
}

impl Pile<'_> {
    /// Puts a layer on top.
    fn put(&mut self, layer: usize, changes: &[Move]) {
        let below = self.moves.clone();
        for own in changes {
            let Some(at) = self.moves.iter().position(|earlier| earlier.lever == own.lever) else {
                self.restate(own);
                self.moves.push(own.clone());
                continue;
            };
            if self.moves[at].value != own.value {
                self.restate(own);
                let earlier = &self.moves[at];
                if earlier.layer != layer {
                    let conflict = self.conflict(earlier, (layer, plain(&own.saved.to)), false);
                    self.conflicts.push(conflict);
                }
                // The base held what the lowest layer found there.
                let saved = Saved { from: earlier.saved.from.clone(), ..own.saved.clone() };
                self.moves[at] = Move { saved, ..own.clone() };
            }
        }
        self.shares(layer, (&below, changes));
    }

    /// What was covered before is covered by this now; what says the same stands again.
    fn restate(&mut self, own: &Move) {
        let later = self.said(own.layer, plain(&own.saved.to));
        let path = &own.saved.path;
        self.conflicts.retain(|known| known.path != *path || known.earlier.value != later.value);
        for known in self.conflicts.iter_mut().filter(|known| known.path == *path) {
            known.later = later.clone();
            known.is_share = false;
        }
    }

    /// Takes the earlier layers' shares of a split away where the new layer's own add up to 100 %
    /// without them and do not with them.
    fn shares(&mut self, layer: usize, (below, changes): (&[Move], &[Move])) {
        let percents = changes.iter().filter(|own| own.lever.field == Field::Percent);
        for own in percents {
            let all = percents_beside(self.base, own.lever);
            if !self.adds_up(&all, changes) || self.adds_up(&all, &self.moves) {
                continue;
            }
            let is_covered = |earlier: &&Move| {
                all.contains(&earlier.lever)
                    && changes.iter().all(|later| later.lever != earlier.lever)
            };
            for earlier in below.iter().filter(is_covered) {
                let stands =
                    super::write::piece(self.base, earlier.lever, &earlier.lever.get(self.base));
                let conflict = self.conflict(earlier, (layer, plain(&stands)), true);
                self.conflicts.push(conflict);
                self.moves.retain(|standing| standing.lever != earlier.lever);
            }
        }
    }

    /// Whether shares total 100 % once these moves are made on the base.
    fn adds_up(&self, shares: &[Lever], moves: &[Move]) -> bool {
        let value = |lever: &Lever| {
            let moved = moves.iter().rfind(|own| own.lever == *lever);
            moved.map_or_else(|| lever.get(self.base), |own| own.value.clone())
        };
        let units = |lever: &Lever| match value(lever) {
            Value::Share(share) => share.unwrap_or(Share::ZERO).units(),
            _ => 0,
        };
        shares.iter().map(units).sum::<i64>() == Share::UNITS
    }

    fn conflict(&self, earlier: &Move, later: (usize, String), is_share: bool) -> Conflict {
        Conflict {
            path: earlier.saved.path.clone(),
            earlier: self.said(earlier.layer, plain(&earlier.saved.to)),
            later: self.said(later.0, later.1),
            is_share,
        }
    }

    fn said(&self, layer: usize, value: String) -> Said {
        Said { layer: self.layers[layer].name.to_owned(), value }
    }
}

/// A piece of RON as it is typed on a command line: a text without its quotes.
fn plain(piece: &str) -> String {
    let inner = piece.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.unwrap_or(piece).to_owned()
}
