//! Every colour against everything that it can stand on, by the formula of WCAG 2.

use ratatui::style::{Color, Modifier, Style};

use super::{Depth, Ground, Shown, Theme, paper};
use crate::app::Look;
use crate::report::svg::{Paper, rgb};

/// The least that words need, and what is no word.
const WORDS: f64 = 4.5;
const SIGNS: f64 = 3.0;
const HIGH: f64 = 7.0;

type Rgb = (u8, u8, u8);
/// The name of a role, its style, the least contrast that it needs.
type Ink = (&'static str, Style, f64);

#[expect(clippy::float_arithmetic, reason = "the WCAG formula is one of floats")]
fn luminance((red, green, blue): Rgb) -> f64 {
    let linear = |byte: u8| {
        let c = f64::from(byte) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

#[expect(clippy::float_arithmetic, reason = "the WCAG formula is one of floats")]
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Every role that has an ink, its name, and the least contrast that it needs; and what can lie under
/// it. There is no `..` here, so that nothing compiles with a role that is not among them.
fn table(theme: &Theme) -> (Vec<Ink>, [(&'static str, Style); 3]) {
    #[rustfmt::skip]
    let Theme {
        text, second, faint, strong, accent, yours, worse, better, changed, warning, stop, tint, held,
        bar, bar_open, lost, other, ground, ascii: _,
    } = *theme;
    let inks = vec![
        ("text", text, WORDS),
        ("second", second, WORDS),
        ("strong", strong, WORDS),
        ("accent", accent, WORDS),
        ("yours", yours, WORDS),
        ("worse", worse, WORDS),
        ("better", better, WORDS),
        ("changed", changed, WORDS),
        ("warning", warning, WORDS),
        ("stop", stop, WORDS),
        ("ground", ground, WORDS),
        ("faint", faint, SIGNS),
        ("bar", bar, SIGNS),
        ("bar_open", bar_open, SIGNS),
        ("lost", lost, SIGNS),
        ("other", other, SIGNS),
    ];
    (inks, [("ground", ground), ("tint", tint), ("held", held)])
}

/// The colours of an ink on what lies under it, as a terminal shows them on this paper.
fn pair(ink: Style, (ground, under): (Style, Style), paper: Paper) -> (Rgb, Rgb) {
    let style = ground.patch(under).patch(ink);
    let fore = style.fg.and_then(rgb).unwrap_or(paper.ink);
    let back = style.bg.and_then(rgb).unwrap_or(paper.ground);
    match style.add_modifier.contains(Modifier::REVERSED) {
        true => (back, fore),
        false => (fore, back),
    }
}

#[test]
fn every_ink_can_be_read_on_everything_that_lies_under_it() {
    let grounds = [(Look::Auto, Ground::Dark), (Look::Auto, Ground::Light)];
    let own = [Look::Dark, Look::Light, Look::HighContrast].map(|look| (look, Ground::Dark));
    for (look, ground) in grounds.into_iter().chain(own) {
        for depth in [Depth::True, Depth::TwoFiftySix] {
            let theme = Theme::on(look, Shown { depth, ground, ascii: false });
            let paper = paper(if ground == Ground::Light { Look::Light } else { look });
            let (inks, unders) = table(&theme);
            for (name, ink, least) in inks {
                let least = if look == Look::HighContrast { HIGH } else { least };
                for (place, under) in unders {
                    let (fore, back) = pair(ink, (theme.ground, under), paper);
                    let found = contrast(fore, back);
                    assert!(
                        found >= least,
                        "{name} on {place}, {look:?} {ground:?} {depth:?}: {found:.2} < {least}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_means_something_else_has_another_colour() {
    for ground in [Ground::Dark, Ground::Light] {
        for depth in [Depth::Sixteen, Depth::TwoFiftySix, Depth::True] {
            let theme = Theme::on(Look::Auto, Shown { depth, ground, ascii: false });
            let Theme { accent, worse, better, changed, warning, stop, .. } = theme;
            let inks = [accent, worse, better, changed, warning, stop].map(|style| style.fg);
            for (place, ink) in inks.iter().enumerate() {
                assert!(!inks[..place].contains(ink), "{inks:?} {depth:?} {ground:?}");
            }
        }
    }
}

#[test]
fn the_formula_is_that_of_wcag() {
    // Black on white is 21 : 1; #767676 on white is the known edge of 4.5.
    assert!((20.99..21.01).contains(&contrast((0, 0, 0), (255, 255, 255))));
    assert!((4.5..4.6).contains(&contrast((0x76, 0x76, 0x76), (255, 255, 255))));
}

#[test]
fn only_a_theme_that_was_chosen_has_a_background_of_its_own() {
    for look in Look::ALL {
        for depth in [Depth::Sixteen, Depth::TwoFiftySix, Depth::True] {
            let theme = Theme::new(look, depth);
            let wanted = match look {
                Look::Auto | Look::Mono | Look::Ansi16 => false,
                Look::Dark | Look::Light => depth != Depth::Sixteen,
                Look::HighContrast => true,
            };
            assert_eq!(theme.ground.bg.is_some(), wanted, "{look:?} {depth:?}");
        }
    }
}

#[test]
fn what_has_no_colour_has_none_and_says_so_otherwise() {
    let theme = Theme::new(Look::Mono, Depth::True);
    let (inks, unders) = table(&theme);
    let styles = inks.iter().map(|own| own.1).chain(unders.map(|own| own.1));
    assert!(styles.into_iter().all(|own| own.fg.is_none() && own.bg.is_none()));
    assert!(theme.underlines_yours());
    let theme = Theme::new(Look::HighContrast, Depth::Sixteen);
    let (inks, _) = table(&theme);
    assert!(inks.iter().all(|own| own.1.fg == Some(Color::White)), "white alone");
    assert!(theme.underlines_yours());
}

#[test]
fn the_sixteen_are_those_of_the_terminal() {
    for ground in [Ground::Dark, Ground::Light] {
        let shown = Shown { depth: Depth::True, ground, ascii: false };
        let (inks, unders) = table(&Theme::on(Look::Ansi16, shown));
        for style in inks.iter().map(|own| own.1).chain(unders.map(|own| own.1)) {
            let foreign =
                |own: Option<Color>| matches!(own, Some(Color::Rgb(..) | Color::Indexed(_)));
            assert!(!foreign(style.fg) && !foreign(style.bg), "{style:?}");
        }
    }
}
