//! Every screen at every size.

use super::stage::Stage;

#[test]
fn look() {
    let keys = std::env::var("LOOK_KEYS").unwrap_or_default();
    let size = std::env::var("LOOK_SIZE").unwrap_or("120x36".to_owned());
    let (columns, rows) = size.split_once('x').unwrap();
    let mut stage = Stage::new(columns.parse().unwrap(), rows.parse().unwrap());
    stage.press(&keys);
    println!("{}", stage.text());
}
