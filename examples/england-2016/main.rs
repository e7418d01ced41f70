//! Writes `scenarios/england-2016.ron` from the tables in `tests/data/england/`:
//!
//! ```sh
//! cargo run --example england-2016
//! ```
//!
//! Nobody edits 191 bodies by hand: mend a table, or the words in `england/`, and run this again.
//! A test makes the same text in memory and fails if the file differs.

mod england;

use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = england::scenario(&root.join("tests/data/england"))?;
    fs::write(root.join("scenarios/england-2016.ron"), text)?;
    Ok(())
}
