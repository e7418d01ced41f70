//! Themes: gone through by one key, and each with the background that belongs to it.

use fairshare::app::Look;
use fairshare::view::render;
use fairshare::view::theme::{Depth, Ground, Shown, Theme};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::screens::SCREENS;
use super::stage::{Stage, east_of_england};

const AREA: Rect = Rect { x: 0, y: 0, width: 80, height: 24 };

/// Every screen in a theme, by its name.
fn drawn(theme: &Theme) -> Vec<(&'static str, Buffer)> {
    let screen = |(name, keys): &(&'static str, &'static str)| {
        let mut stage = Stage::new(AREA.width, AREA.height);
        stage.press(keys);
        let mut buffer = Buffer::empty(AREA);
        render(&stage.app, theme, AREA, &mut buffer);
        (*name, buffer)
    };
    SCREENS.iter().map(screen).collect()
}

#[test]
fn one_key_goes_through_all_themes_and_says_their_names() {
    let mut stage = Stage::of(east_of_england(), Look::Auto).sized(80, 24);
    for look in ["dark", "light", "high-contrast", "mono", "ansi16", "auto", "dark"] {
        stage.press("T");
        assert!(stage.text().contains(&format!("Theme: {look}.")), "{look}");
        assert_eq!(stage.app.look(), Look::named(look).unwrap());
    }
}

#[test]
fn a_theme_that_was_chosen_covers_the_whole_screen() {
    for look in [Look::Dark, Look::Light, Look::HighContrast] {
        for (name, buffer) in drawn(&Theme::new(look, Depth::True)) {
            let bare = |cell: &Cell| cell.bg == Color::Reset || cell.fg == Color::Reset;
            assert!(!buffer.content().iter().any(bare), "{look:?}: {name}");
        }
    }
}

#[test]
fn the_background_of_the_terminal_is_left_alone_unless_a_theme_was_chosen() {
    for ground in [Ground::Dark, Ground::Light] {
        for look in [Look::Auto, Look::Mono, Look::Ansi16] {
            let theme = Theme::on(look, Shown { ground, ..Shown::default() });
            for (name, buffer) in drawn(&theme) {
                let laid = [Some(Color::Reset), theme.tint.bg];
                let mut cells = buffer.content().iter();
                assert!(cells.all(|cell| laid.contains(&Some(cell.bg))), "{look:?}: {name}");
            }
        }
    }
}
