//! Pieces of a file that were taken apart already, for whoever asks next.
//!
//! A piece is known by its place in memory: nodes are slices of one text.

use std::collections::HashMap;

use crate::ron_text::{Field, Mismatch, Node};

/// The parts of nodes, each handed out once.
#[derive(Default)]
pub(super) struct Pieces<'a> {
    fields: HashMap<Key, Vec<Field<'a>>>,
    items: HashMap<Key, Vec<Node<'a>>>,
}

/// Address and length.
type Key = (usize, usize);

fn key(node: Node<'_>) -> Key {
    (node.source().as_ptr().addr(), node.source().len())
}

impl<'a> Pieces<'a> {
    /// Keeps the fields of a node.
    pub(super) fn keep_fields(&mut self, node: Node<'a>, fields: Vec<Field<'a>>) {
        self.fields.insert(key(node), fields);
    }

    /// Keeps the items of a list.
    pub(super) fn keep_items(&mut self, node: Node<'a>, items: Vec<Node<'a>>) {
        self.items.insert(key(node), items);
    }

    /// The fields of a node, as [`Node::fields`].
    pub(super) fn fields(&mut self, node: Node<'a>) -> Result<Vec<Field<'a>>, Mismatch<'a>> {
        let kept = self.fields.remove(&key(node)).filter(|fields| !fields.is_empty());
        kept.map_or_else(|| node.fields(), Ok)
    }

    /// The fields of a node, none if it has no fields; they are kept for the next.
    pub(super) fn look_at(&mut self, node: Node<'a>) -> &[Field<'a>] {
        let fields = self.fields.entry(key(node));
        fields.or_insert_with(|| node.fields().unwrap_or_default())
    }

    /// The items of a node, as [`Node::items`].
    pub(super) fn items(&mut self, node: Node<'a>) -> Result<Vec<Node<'a>>, Mismatch<'a>> {
        self.items.remove(&key(node)).map_or_else(|| node.items(), Ok)
    }
}
