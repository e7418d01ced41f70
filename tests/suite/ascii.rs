//! Every screen with signs of ASCII alone: nothing else is left, and each sign has a twin of its own.

use fairshare::app::Message;
use fairshare::report::svg;
use fairshare::view::ascii::twin;
use fairshare::view::picture;
use fairshare::view::theme::Shown;
use ratatui::buffer::Buffer;

use super::results_screen::westmarch;
use super::screens::{RESULTS, SCREENS, broken};
use super::stage::{Stage, east_of_england};

use fairshare::app::Look;

/// Every screen with its cells as they are, and in ASCII.
fn screens((columns, rows): (u16, u16)) -> Vec<(&'static str, Buffer, Buffer)> {
    let east = SCREENS.iter().map(|own| (east_of_england(), own));
    let west = RESULTS.iter().map(|own| (westmarch(), own));
    let played = |(scenario, (name, keys)): (_, &(&'static str, &'static str))| {
        let mut stage = Stage::of(scenario, Look::Dark).sized(columns, rows);
        stage.press(keys);
        (*name, stage.buffer().0, stage.in_ascii())
    };
    let mut all: Vec<_> = east.chain(west).map(played).collect();
    let mut app = broken();
    app.update(Message::Resize(columns, rows));
    let ascii = Shown { ascii: true, ..Shown::default() };
    all.push(("problems", picture(&app, Shown::default()), picture(&app, ascii)));
    all
}

#[test]
fn every_cell_is_the_twin_of_its_sign_and_ascii() {
    for size in [(120, 36), (80, 24), (50, 20)] {
        for (name, signs, twins) in screens(size) {
            // The keys alone say one thing more: which letter stands for the pound.
            // So do slides: without half cells their figures have other letters.
            let same = name != "keys" && !name.starts_with("present");
            for (own, its) in signs.content().iter().zip(twins.content()) {
                assert!(its.symbol().is_ascii() && its.symbol().len() == 1, "{name}: {its:?}");
                if same {
                    assert_eq!(its.symbol(), twin(own.symbol()).to_string(), "{name}");
                    let known = own.symbol() == "?" || its.symbol() != "?";
                    assert!(known, "{name}: {} has no twin", own.symbol());
                }
            }
        }
    }
}

#[test]
fn screens_in_ascii_look_as_they_were_read() {
    let shown = [
        "changed",
        "bears_table",
        "bears_changed",
        "keys",
        "sign_up",
        "explain",
        "timeline_changed",
    ];
    for (name, _, twins) in screens((80, 24)).into_iter().filter(|own| shown.contains(&own.0)) {
        insta::assert_snapshot!(format!("{name}_ascii_80x24"), svg::text(&twins));
    }
}
