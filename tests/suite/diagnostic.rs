//! Faults of a file as they are printed: place, lines, carets, and what to do.

use fairshare::document::{
    Code, Diagnostic, Excerpt, ExcerptLine, Look, Window, render, render_in,
};
use fairshare::format::{Unit, parse_amount, width};
use fairshare::ron_text::{NotUtf8, Source};
use proptest::prelude::*;

const REGION: &str = "(bodies: [\n    (id: \"99G\", name: \"Southend\",\n        kind: \
                      Commissioner),\n    (id: \"07G\", alocation: Derived(\"224.492m\", \
                      \"mh-share\"),\n        opening_allocation: 5),\n])\n";

#[test]
fn a_misspelt_field_is_shown_with_its_cure() {
    let source = Source::new("my-region.ron", REGION);
    let at = REGION.find("alocation").unwrap();
    let fault = Diagnostic::new(Code::UNKNOWN_FIELD, at..at + 9, "unknown field `alocation`")
        .nearest(Some("allocation"))
        .label("not a field of a body")
        .remedy("write  allocation: …")
        .why("A body has: id, name, kind, allocation, opening_allocation, turnover, cap, floor.");
    let look = Look { columns: 62, ascii: false };
    let expected = "\
my-region.ron:4:17  E012  unknown field `alocation`. Did you mean `allocation`?
  2 │ (id: \"99G\", name: \"Southend\",
  3 │     kind: Commissioner),
  4 │ (id: \"07G\", alocation: Derived(\"224.492m\", \"mh-share\"),
    │             ───────── not a field of a body
  write  allocation: …
  A body has: id, name, kind, allocation, opening_allocation,
  turnover, cap, floor.
";
    assert_eq!(render_in(std::slice::from_ref(&fault), &source, look), expected);
    let ascii = render_in(&[fault], &source, Look { columns: 62, ascii: true });
    assert!(ascii.contains("\n    |             ^^^^^^^^^ not a field"));
}

#[test]
fn faults_stand_in_the_order_of_their_places() {
    let source = Source::new("a.ron", "(a: 1,\nb: 2)");
    let first = Diagnostic::new(Code::WRONG_KIND, 1..2, "first");
    let second = Diagnostic::new(Code::WRONG_KIND, 7..8, "second");
    let expected = "\
a.ron:1:2  E010  first
  1 │ (a: 1,
    │  ─

a.ron:2:1  E010  second
  1 │ (a: 1,
  2 │ b: 2)
    │ ─
";
    assert_eq!(render(&[second, first], &source), expected);
}

#[test]
fn a_fault_of_the_whole_file_needs_no_lines() {
    let source = Source::new("a.ron", "");
    let fault = Diagnostic::encoding(&NotUtf8 { valid_up_to: 3, line: 2 });
    let expected = "a.ron  E004  the file is not UTF-8 text: byte 4 (line 2) fits no character\n";
    assert_eq!(render(&[fault], &source), expected);
}

#[test]
fn what_could_not_be_read_tells_what_to_write() {
    let source = Source::new("a.ron", "(plan: \"-2OOm\", name: 5)");
    let fields = source.root().unwrap().fields().unwrap();
    let plan = fields[0].value;
    let unread = parse_amount(&plan.text().unwrap(), Unit::Pounds).unwrap_err();
    let name = fields[1].value.text().unwrap_err();
    let faults = [
        Diagnostic::unread(Code::BAD_AMOUNT, &source, plan, &unread).of("plan"),
        Diagnostic::mismatch(&source, &name).of("name"),
    ];
    let expected = "\
a.ron:1:8  E020  plan: “2OO” has the letter O. For −£200m type -200m
  1 │ (plan: \"-2OOm\", name: 5)
    │        ─────── not an amount of money
  write  \"-200m\"

a.ron:1:23  E010  name: expected text in quotes, found a number
  1 │ (plan: \"-2OOm\", name: 5)
    │                       ─ not text in quotes
  write  \"5\"
";
    assert_eq!(render(&faults, &source), expected);
}

#[test]
fn a_syntax_error_is_a_fault_like_any_other() {
    let source = Source::new("a.ron", "(\n  a: 1\n  b: 2,\n)");
    let fault = Diagnostic::syntax(&source.root().unwrap_err());
    let expected = "\
a.ron:3:3  E005  a comma is missing
  1 │ (
  2 │   a: 1
  3 │   b: 2,
    │   ─ here
  put a , between two fields or values
";
    assert_eq!(render(&[fault], &source), expected);
}

#[test]
fn tabs_wide_and_hidden_characters_keep_the_carets_under_the_fault() {
    // Two tabs are eight columns, the same in front of both lines: they go. 漢 takes two columns,
    // an escape character is written as \u{1b}, six columns: 1 + 2 + 6 + 1 = 10 before the fault.
    let text = "\t\tname\n\t\t\"漢\u{1b}\"bad";
    let source = Source::new("a", text);
    let at = text.find("bad").unwrap();
    let excerpt =
        Excerpt::new(&source, &(at..at + 3), "no", Window { above: 1, below: 0, columns: 40 });
    let expected = [
        ExcerptLine::Text { number: 1, text: "name".into() },
        ExcerptLine::Text { number: 2, text: "\"漢\\u{1b}\"bad".into() },
        ExcerptLine::Marks { column: 10, columns: 3, label: "no".into() },
    ];
    assert_eq!(excerpt.lines, expected);
}

#[test]
fn a_long_line_is_cut_around_the_fault() {
    let text = "0123456789abcdefghijklmnopqrstuvwxyz";
    let source = Source::new("a", text);
    // `k` is column 20; a quarter of 12 columns, 3, stay before it: the window is 17 to 28, its
    // first and last column are `…`.
    let excerpt = Excerpt::new(
        &source,
        &(20..22),
        "far too long",
        Window { above: 0, below: 0, columns: 12 },
    );
    let expected = [
        ExcerptLine::Text { number: 1, text: "…ijklmnopqr…".into() },
        ExcerptLine::Marks { column: 3, columns: 2, label: String::new() },
        ExcerptLine::Label { column: 0, text: "far too long".into() },
    ];
    assert_eq!(excerpt.lines, expected);
}

proptest! {
    #[test]
    fn an_excerpt_keeps_to_its_window(
        text in "[a\t\n\u{1b}漢e\u{301} ]{0,60}",
        at in 0_usize..90,
        length in 0_usize..20,
        (above, below, columns) in (0_usize..4, 0_usize..4, 0_usize..30),
    ) {
        let source = Source::new("a", text);
        let window = Window { above, below, columns };
        let excerpt = Excerpt::new(&source, &(at..at + length), "a label", window);
        let marked = excerpt.lines.iter().filter(|line| matches!(line, ExcerptLine::Marks { .. }));
        prop_assert_eq!(marked.count(), 1);
        for line in &excerpt.lines {
            let taken = match line {
                ExcerptLine::Text { text, .. } => width(text),
                ExcerptLine::Marks { column, columns: wide, label } => {
                    column + wide + if label.is_empty() { 0 } else { 1 + width(label) }
                }
                ExcerptLine::Label { column, text } => column + width(text),
            };
            prop_assert!(taken <= columns.max(1), "{:?} in {}", line, columns);
        }
    }

    #[test]
    fn a_caret_stands_under_what_it_means(before in "[a漢\t]{0,40}", columns in 20_usize..50) {
        let text = format!("{before}#rest");
        let source = Source::new("a", text.clone());
        let at = text.find('#').unwrap_or(0);
        let window = Window { above: 0, below: 0, columns };
        let excerpt = Excerpt::new(&source, &(at..at + 1), "", window);
        let [ExcerptLine::Text { text, .. }, ExcerptLine::Marks { column, .. }] = &excerpt.lines[..]
        else {
            return Err(TestCaseError::fail("a line and its marks"));
        };
        let shown = text.split('#').next().unwrap_or_default();
        prop_assert_eq!(width(shown), *column);
    }
}
