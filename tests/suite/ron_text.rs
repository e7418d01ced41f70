//! RON text as nodes: what is found, where it stands, and that no text can break the reader.

use fairshare::ron_text::{Kind, Node, Place, Source};
use proptest::prelude::*;

const FILE: &str = "// head ( not a bracket\n#![enable(implicit_some)]\n(\n    title: \"a \\\"b\\\" \
                    // c\", // after\n    amount: /* in */ 12_500_000 /* out */,\n    \
                    allocation: Derived(\"224.492m\", \"why, (really)\"),\n    \
                    split: Blend([(\"30%\", Equal), (\"70%\", Proportional(by: Allocation))]),\n    \
                    fact: false, amount: -1.50,\n    raw: r#\"no \\n escape\"#,\n)\n// tail";

fn field<'a>(node: Node<'a>, name: &str) -> Option<Node<'a>> {
    let fields = node.fields().ok()?;
    fields.iter().find(|field| field.name.source() == name).map(|field| field.value)
}

#[test]
fn fields_are_found_in_their_order_repeated_ones_too() {
    let source = Source::new("a.ron", FILE);
    let root = source.root().unwrap();
    assert_eq!(root.kind(), Kind::Fields);
    let names: Vec<_> = root.fields().unwrap().iter().map(|f| f.name.source()).collect();
    let all = ["title", "amount", "allocation", "split", "fact", "amount", "raw"];
    assert_eq!(names, all);
}

#[test]
fn values_are_what_stands_in_the_file_without_the_comments_beside_them() {
    let source = Source::new("a.ron", FILE);
    let root = source.root().unwrap();
    assert_eq!(field(root, "title").unwrap().text().unwrap(), "a \"b\" // c");
    assert_eq!(field(root, "raw").unwrap().text().unwrap(), "no \\n escape");
    assert_eq!(field(root, "amount").unwrap().number_text().unwrap(), "12_500_000");
    assert!(!field(root, "fact").unwrap().bool().unwrap());
    let figure = field(root, "allocation").unwrap();
    assert_eq!((figure.kind(), figure.tag().unwrap().source()), (Kind::Tuple, "Derived"));
    let parts: Vec<_> = figure.items().unwrap().iter().map(|n| n.text().unwrap()).collect();
    assert_eq!(parts, ["224.492m", "why, (really)"]);
}

#[test]
fn comments_on_either_side_belong_to_no_value() {
    let text = "(a: 5 // five)\n, b: Word /* ] */, c: /* x */ \"t // t\" // y\n /* z */)";
    let source = Source::new("a", text);
    let fields = source.root().unwrap().fields().unwrap();
    let values: Vec<_> = fields.iter().map(|field| field.value.source()).collect();
    assert_eq!(values, ["5", "Word", "\"t // t\""]);
}

#[test]
fn rules_within_rules_are_taken_apart_level_by_level() {
    let source = Source::new("a.ron", FILE);
    let blend = field(source.root().unwrap(), "split").unwrap();
    assert_eq!(blend.tag().unwrap().source(), "Blend");
    let list = blend.items().unwrap()[0];
    assert_eq!(list.kind(), Kind::List);
    let second = list.items().unwrap()[1];
    assert_eq!((second.kind(), second.tag()), (Kind::Tuple, None));
    let rule = second.items().unwrap()[1];
    assert_eq!(rule.tag().unwrap().source(), "Proportional");
    assert_eq!(field(rule, "by").unwrap().word().unwrap(), "Allocation");
}

#[test]
fn a_node_knows_its_line_and_column() {
    let source = Source::new("a.ron", FILE);
    let root = source.root().unwrap();
    // Line 3 is the bracket; `    amount: /* in */ 12_500_000`: 4 + 8 + 9 characters before it.
    assert_eq!(source.place_of(&root), Place { line: 3, column: 1 });
    assert_eq!(source.place_of(&field(root, "amount").unwrap()), Place { line: 5, column: 22 });
    let names = root.fields().unwrap();
    assert_eq!(source.place_of(&names[5].name), Place { line: 8, column: 18 });
    let span = source.span_of(&field(root, "fact").unwrap());
    assert_eq!(&source.text()[span], "false");
}

#[test]
fn what_is_not_there_is_said_with_what_is() {
    let says = |text: &str, ask: fn(Node<'_>) -> String| {
        let source = Source::new("a", text);
        ask(source.root().unwrap())
    };
    let text = |node: Node<'_>| node.text().unwrap_err().to_string();
    assert_eq!(says("[1]", text), "expected text in quotes, found a list in square brackets: […]");
    assert_eq!(says("Equal", text), "expected text in quotes, found the word `Equal`");
    assert_eq!(says("Some(1)", text), "expected text in quotes, found `Some(…)`");
    assert_eq!(says("12", text), "expected text in quotes, found a number");
    let number = |node: Node<'_>| node.number_text().unwrap_err().to_string();
    assert_eq!(says("true", number), "expected a number, found `true`");
    assert_eq!(says("Layers(a: 1)", number), "expected a number, found `Layers(…)`");
    let fields = |node: Node<'_>| node.fields().unwrap_err().to_string();
    let wanted = "expected fields in round brackets: (name: value, …), found ";
    assert_eq!(says("{\"a\": 1}", fields), format!("{wanted}a map in curly brackets"));
    assert_eq!(says("1..5", fields), format!("{wanted}a value that has no use here"));
    assert_eq!(says("'c'", fields), format!("{wanted}a value that has no use here"));
}

#[test]
fn nothing_in_brackets_is_an_empty_struct_and_an_empty_list() {
    for text in ["()", "( )", "(/* none */)", "Name()", "[]"] {
        let source = Source::new("a", text);
        let root = source.root().unwrap();
        assert!(root.is_empty(), "{text}");
        assert_eq!(root.items().unwrap(), []);
    }
    assert_eq!(Source::new("a", "Name()").root().unwrap().fields().unwrap(), []);
    assert!(!Source::new("a", "(1)").root().unwrap().is_empty());
}

#[test]
fn crlf_and_a_byte_order_mark_change_nothing() {
    let source = Source::new("a", "\u{feff}(\r\n  a: 1,\r\n  b: Word,\r\n)\r\n");
    let root = source.root().unwrap();
    assert_eq!(source.place_of(&field(root, "b").unwrap()), Place { line: 3, column: 6 });
    assert_eq!(source.line_text(2), "  a: 1,");
}

#[test]
fn a_syntax_error_points_at_the_character() {
    let at = |text: &str| {
        let source = Source::new("a", text);
        let error = source.root().unwrap_err();
        (source.place_at(error.span.start), error.message)
    };
    let (place, message) = at("(\n  a: 1\n  b: 2,\n)");
    assert_eq!(place, Place { line: 3, column: 3 });
    assert_eq!(message, "a comma is missing");
    assert_eq!(at("(a: [1, 2").1, "the file ends too early");
    assert_eq!(at("(a: 1))").0, Place { line: 1, column: 7 });
    assert_eq!(at("#![enable(implicit_some)] (a: 1,\nb 2)").0, Place { line: 2, column: 3 });
    assert_eq!(at("#![enable(implicit_some)] (a: 1 b: 2)").0, Place { line: 1, column: 33 });
    assert_eq!(at(&"[".repeat(5000)).1, "brackets stand too deep inside one another");
    assert_eq!(at("").1, "the file ends too early");
}

/// Asks a node and all below it every question; gives back how many nodes there were.
fn walk(source: &Source, root: Node<'_>) -> usize {
    let mut open = vec![root];
    let mut seen = 0;
    while let Some(node) = open.pop() {
        seen += 1;
        let span = source.span_of(&node);
        assert_eq!(&source.text()[span], node.source());
        assert!(source.place_of(&node).line <= source.line_count());
        let answers = (node.text().is_ok(), node.number_text().is_ok(), node.bool().is_ok());
        assert!([answers.0, answers.1, answers.2].iter().filter(|&&yes| yes).count() <= 1);
        let _ = (node.tag(), node.word().is_ok(), node.is_empty());
        for field in node.fields().unwrap_or_default() {
            assert!(source.span_of(&field.name).end < source.span_of(&field.value).start + 1);
            open.push(field.value);
        }
        if node.kind() != Kind::Fields {
            open.extend(node.items().unwrap_or_default());
        }
    }
    seen
}

#[test]
fn words_of_ron_s_own_and_deep_brackets_break_nothing() {
    let odd = [
        "Some(a)",
        "Some(Some(1))",
        "None",
        "inf",
        "NaN",
        "-inf",
        "r#type(r#a-b: 1)",
        "b\"bytes\"",
        "b'x'",
        "..",
        "..5",
        "1..=5",
        "#![enable(unwrap_variant_newtypes)] Some(a: 1)",
        "Some()",
        "#![type = \"x\"] (a: 1)",
        "(a: 1) // no line break",
        "Word // c",
        "\u{200e}(a: 1)\u{200f}",
        "Some(/* c */ (1, /* d */ 2) // e\n)",
    ];
    for text in odd {
        let source = Source::new("a", text);
        if let Ok(root) = source.root() {
            walk(&source, root);
        }
    }
    let deep = format!("{}1{}", "[".repeat(60), "]".repeat(60));
    let source = Source::new("a", deep);
    assert_eq!(walk(&source, source.root().unwrap()), 61);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_breaks_the_reader(text in any::<String>()) {
        let source = Source::new("a", text);
        match source.root() {
            Ok(root) => { walk(&source, root); }
            Err(error) => {
                prop_assert!(error.span.end <= source.text().len());
                prop_assert!(source.text().get(error.span).is_some());
            }
        }
    }

    #[test]
    fn no_text_made_of_ron_s_own_pieces_breaks_it(text in pieces()) {
        let source = Source::new("a", text);
        if let Ok(root) = source.root() {
            walk(&source, root);
        }
    }

    #[test]
    fn line_and_column_lead_back_to_the_byte(text in "[a€\u{301}\n\r ]{0,30}", at in 0usize..60) {
        let source = Source::new("a", text);
        let byte = source.text().floor_char_boundary(at);
        let back = source.byte_at(source.place_at(byte));
        // A line's break belongs to no column: a byte inside it leads to the line's end.
        prop_assert!(back == byte || source.text()[back..byte].trim().is_empty());
    }
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "a",
        "b",
        "Some",
        "None",
        "Equal",
        "1",
        "-1.5",
        "..",
        "\"t\"",
        "\"\\\"\"",
        "r#\"x\"#",
        "'c'",
        " ",
        "\n",
        "// c\n",
        "/* d */",
        "true",
        "r#raw",
        "a: 1",
        "(a: 1)",
        "[1, 2]",
        "#![enable(unwrap_variant_newtypes)]",
        "\\",
        "\"",
        "*/",
        "/*",
    ]);
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}
