//! How well a figure is known: `Derived("5m", "why")` is taken apart, and its source looked up.

use super::sheet::{Reading, Sheet, Stranger};
use super::{Code, Diagnostic};
use crate::format;
use crate::model::{Figure, Node as Place, Standing};
use crate::ron_text::{Kind, Node};

const STANDINGS: [(&str, Standing); 4] = [
    ("Published", Standing::Published),
    ("Reported", Standing::Reported),
    ("Derived", Standing::Derived),
    ("Assumed", Standing::Assumed),
];

/// What stands around a value.
enum Around<'a> {
    /// Nothing: the value is plain.
    Nothing,
    /// A standing: the value, and the source or the reason.
    Standing(Standing, Node<'a>, Node<'a>),
    /// A standing that cannot be read; the fault is noted.
    Wrong,
}

impl<'a> Reading<'a> {
    /// Takes the standing off a value and notes it: `Derived("5m", "why")` is `"5m"`.
    pub(super) fn standing(
        &mut self,
        (path, field, at): (&str, &str, Option<Place>),
        sheet: &Sheet<'a>,
    ) -> Option<Node<'a>> {
        let node = sheet.get(field)?;
        let plain = Figure {
            path: if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") },
            node: at,
            field: field.to_owned(),
            value: String::new(),
            standing: Standing::Plain,
            source: String::new(),
            line: u32::try_from(self.source.place_of(&node).line).unwrap_or(u32::MAX),
        };
        match self.around(node) {
            Around::Nothing => {
                if sheet.has_figure(field) {
                    self.figures.push(Figure { value: shown(node), ..plain });
                }
                Some(node)
            }
            Around::Standing(standing, value, about) => {
                let source = self.about(standing, about);
                self.figures.push(Figure { value: shown(value), standing, source, ..plain });
                Some(value)
            }
            Around::Wrong => None,
        }
    }

    fn around(&mut self, node: Node<'a>) -> Around<'a> {
        let Some(tag) = node.tag() else { return Around::Nothing };
        let word = tag.source();
        let known = STANDINGS.iter().find(|(name, _)| *name == word);
        let items = match node.kind() {
            Kind::Tuple => node.items().unwrap_or_default(),
            _ => Vec::new(),
        };
        let pair = match items[..] {
            [value, about] => Some((value, about)),
            _ => None,
        };
        match (known, pair) {
            (Some((_, standing)), Some((value, about))) => {
                Around::Standing(*standing, value, about)
            }
            (Some(_), None) => {
                let message = format!("{word} has a value and where it is from, or why");
                let fault = self.at(Code::WRONG_LENGTH, node, message);
                let label = match items.len() {
                    0 | 1 => "something is missing here",
                    _ => "too much stands here",
                };
                let fault = fault.label(label);
                let value = items.first().map_or("…", |first| first.source());
                let about = if matches!(word, "Published" | "Reported") { "source" } else { "why" };
                self.note(fault.remedy(format!("write  {word}({value}, \"{about}\")")));
                Around::Wrong
            }
            (None, Some((value, about))) => self.misspelt(tag, value, about),
            (None, None) => Around::Nothing,
        }
    }

    /// A pair behind a word that is nearly a standing is read as if it were that.
    fn misspelt(&mut self, tag: Node<'a>, value: Node<'a>, about: Node<'a>) -> Around<'a> {
        let word = tag.source();
        let nearest = format::nearest(word, STANDINGS.iter().map(|(name, _)| *name));
        let Some((name, standing)) = STANDINGS.iter().find(|(name, _)| Some(*name) == nearest)
        else {
            return Around::Nothing;
        };
        let fault = self.at(Code::UNKNOWN_WORD, tag, format!("there is no standing `{word}`"));
        let fault = fault.label("not a standing").nearest(Some(name));
        self.note(fault.remedy("write  Published, Reported, Derived or Assumed"));
        Around::Standing(*standing, value, about)
    }

    /// The source that is cited, looked up; or the reason that is given, which is not empty.
    fn about(&mut self, standing: Standing, about: Node<'a>) -> String {
        let Some(words) = self.words(about) else { return String::new() };
        if matches!(standing, Standing::Published | Standing::Reported) {
            self.cite(about, &words);
        } else if words.trim().is_empty() {
            let fault = self.at(Code::EMPTY_NAME, about, "no reason is given");
            let remedy = "say how it was worked out, or why it is assumed";
            self.note(fault.label("nothing is written here").remedy(remedy));
        }
        words
    }

    /// Looks up a source that is named.
    pub(super) fn cite(&mut self, about: Node<'a>, id: &str) {
        // What is cited may be listed in the part of `sources` that could not be read.
        if self.sources_lost || self.sources.iter().any(|known| known == id) {
            return;
        }
        if let Some(stranger) = self.strangers.iter_mut().find(|stranger| stranger.id == id) {
            stranger.figures += 1;
            return;
        }
        let nearest = format::nearest(id, self.sources.iter().map(String::as_str));
        let nearest = nearest.map(str::to_owned);
        let fault = self.at(Code::UNKNOWN_SOURCE, about, format!("no source is called `{id}`"));
        let fault = fault.label("not in `sources`").nearest(nearest.as_deref());
        let remedy = match nearest {
            Some(near) => format!("write  \"{near}\", or add an entry to `sources`"),
            None => format!("add  (id: \"{id}\", title: \"…\"),  to `sources`"),
        };
        let stranger = Stranger { id: id.to_owned(), fault: self.faults.len(), figures: 1 };
        self.strangers.push(stranger);
        self.note(fault.remedy(remedy));
    }

    /// Says of each source that nobody lists how many figures name it.
    pub(super) fn count_strangers(&mut self) {
        for stranger in self.strangers.iter().filter(|stranger| stranger.figures > 1) {
            if let Some(fault) = self.faults.get_mut(stranger.fault) {
                let why = format!("{} figures name it; this is the first.", stranger.figures);
                *fault = Diagnostic { why: Some(why), ..fault.clone() };
            }
        }
    }
}

fn shown(node: Node<'_>) -> String {
    node.text().map_or_else(|_| node.source().to_owned(), std::borrow::Cow::into_owned)
}
