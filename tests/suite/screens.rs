//! Every screen at every size, in colour and without: read, then held as snapshots.

use std::sync::Arc;

use fairshare::app::{App, Look, Message, Problems, TABS};
use fairshare::document;
use fairshare::report::svg;
use fairshare::ron_text::Source;
use fairshare::view::render;
use fairshare::view::theme::{Depth, Theme};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::results_screen::westmarch;
use super::stage::{Stage, east_of_england, setup};

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (50, 20), (20, 6)];

/// Every screen by the keys that lead to it from the first.
pub(crate) const SCREENS: &[(&str, &str)] = &[
    ("start", ""),
    ("changed", "text:-200 Enter Down Down Right"),
    ("tree", "Shift-Tab"),
    ("programmes", "Tab"),
    ("rules", "Down Down Enter Down"),
    ("number", "text:-200m"),
    ("refused", "text:200m"),
    ("keys", "?"),
    ("palette", ": text:undo"),
    ("leave", "Left q"),
    ("go_to", "g"),
    ("open", "o Down"),
    ("open_a_path", "o G Enter text:area.ron"),
    ("card_of_a_lever", "Down Down Down Down Down s"),
    ("card_of_an_ask", "Shift-Tab s"),
    ("card_of_an_unknown_cost", "Tab Down s"),
    ("card_changed", "text:-200 Enter s"),
    ("sources", "g o"),
    ("sources_by_source", "g o S S Down"),
    ("sources_changed", "text:-200 Enter g o d"),
    ("timeline", "g t"),
    ("timeline_changed", "g t Right Right Down"),
    ("timeline_year", "g t Tab Down Down"),
    ("timeline_said", "g t / text:unclear Enter"),
    ("councils", "g c"),
    ("council", "g c Tab"),
    ("councils_changed", "Down Down Right g c"),
    ("place_not_known", "g c G"),
    ("sign_up", "g s"),
    ("bears", "g b"),
    ("bears_changed", "g b Right"),
    ("bears_table", "g b Right t Tab Tab"),
    ("bears_led", "g b / text:hertfordshire Enter Down Tab Tab"),
    ("bears_splits", "g b Shift-Tab Down Down Down"),
    ("explain", "Shift-Tab e"),
    ("explain_effects", "Shift-Tab e Tab Down"),
    ("explain_words", "Shift-Tab e Shift-Tab Down"),
    ("explain_followed", "Shift-Tab e Up Up Up Enter"),
    ("explain_changed", "Left Left e Tab"),
    ("explain_of_a_position", "g r e"),
    ("history", "Left Down Down Right b Up Up text:-210 Enter u g h Up"),
    ("history_of_nothing", "g h"),
    ("results_of_a_cliff", "g r"),
    ("fit", "g f"),
    ("fit_used", "g f Down Down Enter"),
    ("fit_doubts", "g f Tab Down Down"),
    ("fit_typed", "g f + text:06Q Space text:1.1m Enter"),
    ("compare", "Down Down Right c"),
    ("compare_inputs", "text:-200 Enter Down Down Right c a Enter R g g"),
    ("compare_additions", "c a"),
    ("present_1", "P"),
    ("present_2", "P 2 Enter"),
    ("present_3", "P 3 Enter"),
    ("present_4", "P 4 Enter"),
    ("present_5", "P 5 Enter"),
    ("present_6", "P 6 Enter"),
    ("present_what_if", "P 4 Enter Up n"),
    ("present_find", "P / text:thurr"),
    ("present_found", "P / text:crisis Enter"),
    ("present_now", "Left P"),
    ("present_add", "P a"),
    ("learn", "L"),
    ("learn_asked", "L Down Enter i"),
    ("learn_sure", "L Down Enter text:25m Enter"),
    ("learn_told", "L Down Enter text:25m Enter Enter Right"),
    ("learn_choice", "L Enter n n n n"),
    ("learn_words", "L Down Enter / text:off"),
    ("learn_working", "L Down Enter n e"),
    ("results_over_the_cliff", "g r Tab Down Down Down Space"),
];

/// Results of a scenario with every kind of support, by the keys that lead there.
pub(crate) const RESULTS: [(&str, &str); 5] = [
    ("results", "g r"),
    ("results_missed", "g r Down Tab"),
    ("results_conditions", "g r Down Down Tab G"),
    ("results_all_kinds", "g r G Up Tab G"),
    ("results_changed", "g r Down Enter text:0 Enter"),
];

fn cells(app: &App, look: Look, (columns, rows): (u16, u16)) -> Buffer {
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    render(app, &Theme::new(look, Depth::True), area, &mut buffer);
    buffer
}

/// A letter for how a cell looks: its role by colour, a capital if it is bold.
fn letter(cell: &Cell, theme: &Theme) -> char {
    let roles = [
        ('f', theme.faint),
        ('s', theme.second),
        ('a', theme.accent),
        ('w', theme.worse),
        ('b', theme.better),
        ('c', theme.changed),
        ('y', theme.warning),
        ('x', theme.stop),
        ('o', theme.bar_open),
        ('l', theme.lost),
        ('t', theme.text),
    ];
    if cell.symbol() == " " && !cell.modifier.contains(Modifier::UNDERLINED) {
        return if theme.tint.bg.is_some_and(|tint| tint == cell.bg) { '·' } else { ' ' };
    }
    let role = roles.iter().find(|(_, style)| style.fg == Some(cell.fg)).map_or('t', |(c, _)| *c);
    if cell.modifier.contains(Modifier::BOLD) { role.to_ascii_uppercase() } else { role }
}

/// The screen as text, then how its cells look in colour, then what mono leaves: bold and underline.
fn picture(app: &App, size: (u16, u16)) -> String {
    let colour = cells(app, Look::Dark, size);
    let mono = cells(app, Look::Mono, size);
    let theme = Theme::new(Look::Dark, Depth::True);
    let lines = |buffer: &Buffer, sign: &dyn Fn(&Cell) -> char| {
        let width = usize::from(size.0).max(1);
        let rows = buffer.content().chunks(width);
        let row = |cells: &[Cell]| cells.iter().map(sign).collect::<String>();
        rows.map(|cells| row(cells).trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    };
    let in_mono = |cell: &Cell| {
        assert_eq!((cell.fg, cell.bg), Default::default(), "mono has no colour");
        match (cell.modifier.contains(Modifier::BOLD), cell.modifier.contains(Modifier::UNDERLINED))
        {
            (true, true) => '#',
            (true, false) => 'B',
            (false, true) => '_',
            (false, false) => ' ',
        }
    };
    format!(
        "{}\n--- colour\n{}\n--- mono\n{}\n--- mono, bold and underlined\n{}",
        svg::text(&colour),
        lines(&colour, &|cell| letter(cell, &theme)),
        svg::text(&mono),
        lines(&mono, &in_mono),
    )
}

fn hold(name: &str, app: &App, (columns, rows): (u16, u16)) {
    insta::assert_snapshot!(format!("{name}_{columns}x{rows}"), picture(app, (columns, rows)));
}

#[test]
fn every_screen_looks_as_it_was_read() {
    for (name, keys) in SCREENS {
        for size in SIZES {
            let mut stage = Stage::new(size.0, size.1);
            stage.press(keys);
            hold(name, &stage.app, size);
        }
    }
}

#[test]
fn results_look_as_they_were_read() {
    for (name, keys) in RESULTS {
        for size in SIZES {
            let mut stage = Stage::of(westmarch(), Look::Dark).sized(size.0, size.1);
            stage.press(keys);
            hold(name, &stage.app, size);
        }
    }
}

#[test]
fn sign_up_looks_as_it_was_read() {
    let scenario = document::library("north-east-london-2017").unwrap();
    for (name, keys) in [("sign_up_refuses", "g s"), ("sign_up_ticked", "g s Space Down Space Tab")]
    {
        for size in SIZES {
            let mut stage = Stage::of(scenario.clone(), Look::Dark).sized(size.0, size.1);
            stage.press(keys);
            hold(name, &stage.app, size);
        }
    }
}

pub(crate) fn broken() -> App {
    let text = "(format: 1, title: \"A\", year: \"2019/20\", regions: [(id: \"N\", nmae: \"North\", systems: [])])";
    let faulty = document::parse(Source::new("my-region.ron", text)).unwrap_err();
    App::broken(Problems::new(*faulty), setup(Look::Dark))
}

#[test]
fn problems_look_as_they_were_read() {
    for size in SIZES {
        let mut app = broken();
        app.update(Message::Resize(size.0, size.1));
        hold("problems", &app, size);
    }
}

#[test]
fn every_size_is_drawn_without_a_panic() {
    // What lies over a screen takes turns, a size each; the screens themselves are drawn at every size.
    let mut stages: Vec<Stage> = SCREENS
        .iter()
        .map(|(_, keys)| {
            let mut stage = Stage::new(120, 36);
            stage.press(keys);
            stage
        })
        .collect();
    let mut tabs: Vec<Stage> = TABS
        .iter()
        .map(|tab| {
            let mut stage = Stage::new(120, 36);
            stage.app.show(tab.screen);
            stage
        })
        .collect();
    let mut broken = [broken(), self::broken()];
    broken[1].update(Message::Key("o".parse().unwrap()));
    let theme = Theme::new(Look::Dark, Depth::True);
    for columns in 0..=60 {
        for rows in 0..=20 {
            let area = Rect::new(0, 0, columns, rows);
            let turn = usize::from(columns * 7 + rows) % stages.len();
            let stages = tabs.iter_mut().chain(&mut stages[turn..=turn]);
            for app in stages.map(|stage| &mut stage.app).chain(&mut broken) {
                app.update(Message::Resize(columns, rows));
                render(app, &theme, area, &mut Buffer::empty(area));
            }
        }
    }
}

#[test]
fn hostile_names_keep_the_frame_whole() {
    let names = [
        "x".repeat(10_000),
        "漢字".repeat(40),
        "e\u{301}\u{302}\u{303}".repeat(30),
        "\u{202e}evil\u{202c}\u{200b}".to_owned(),
        "\u{1b}[31mred\u{7}\r\n\t".to_owned(),
        "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿".repeat(9),
        String::new(),
    ];
    for name in names {
        let mut scenario = east_of_england();
        let words = Arc::make_mut(&mut scenario.words);
        let all = [&mut words.systems, &mut words.groups, &mut words.bodies, &mut words.programmes];
        for node in all.into_iter().flatten() {
            node.name.clone_from(&name);
            node.short = Some(name.clone());
            node.note = Some(name.clone());
        }
        words.title.clone_from(&name);
        let mut stage = Stage::of(scenario, Look::Dark).sized(80, 24);
        for keys in ["", "Left", "Down Down Enter Down", "Esc Esc Esc ?", "Esc :"] {
            stage.press(keys);
            let buffer = stage.buffer().0;
            for row in buffer.content().chunks(80) {
                // A symbol that moved the cursor or turned the writing would break the row.
                let harmless = |cell: &Cell| !cell.symbol().chars().any(char::is_control);
                assert!(row.iter().all(harmless), "{name:?}");
            }
            // The right edge of the frame stands: the tab ends one column before it.
            assert_eq!(buffer.content()[78].symbol(), "›", "{name:?}");
        }
    }
}
