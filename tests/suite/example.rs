//! A small invented region whose sums are worked out in the head of its file.

use fairshare::document;
use fairshare::engine;
use fairshare::levers::node_at;
use fairshare::ron_text::Source;

#[test]
fn the_example_of_the_design_gives_what_its_head_says() {
    let source = Source::new("northshire.ron", include_str!("../northshire.ron"));
    let loaded =
        document::parse(source).map_err(|faulty| document::render(&faulty.faults, &faulty.source));
    let scenario = loaded.unwrap().scenario;
    let outcome = engine::compute(&scenario);
    let ask = |path: &str| outcome.ask(node_at(&scenario, path).unwrap()).unwrap().get();
    // Gap 10m, offset 5m, uncovered 5m. Vale 5m = commissioners 3.5m + providers 1.5m.
    assert_eq!(outcome.pools[0].uncovered.get(), 5_000_000_00);
    assert_eq!(ask("Vale/commissioners"), 3_500_000_00);
    assert_eq!(ask("Vale/providers"), 1_500_000_00);
    // East Vale 2m = reserve 320k + crisis line 480k + beds 1.2m; West Vale 1.5m.
    assert_eq!(ask("EV"), 2_000_000_00);
    assert_eq!(ask("EV/crisis-line"), 480_000_00);
    assert_eq!(ask("EV/beds"), 1_200_000_00);
    assert_eq!(ask("WV/diabetes"), 1_500_000_00);
}
