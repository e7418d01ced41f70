//! The page about the file format is what the tables say.

use fairshare::document::schema_text;

#[test]
fn the_page_in_docs_is_in_step_with_the_tables() {
    let page = include_str!("../../docs/FORMAT.md");
    assert!(page == schema_text(), "run  cargo run -- schema > docs/FORMAT.md");
}
