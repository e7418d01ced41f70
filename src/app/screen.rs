//! The screens there are. One table says what a screen is called on its tab, by which letter after
//! `g` it is reached, and by which name `fairshare shot --screen` draws it.
//!
//! How to add a screen: (1) a value of `Screen` and its row in `TABS`, in the order of the tabs: the
//! tab (if its row says so), the letters after `g`, the palette, the list of keys and `shot` follow
//! from it. (2) Its state and its rows in `app/NAME.rs`; the struct is a field of `Screens`
//! (`app/screens.rs`), named there in
//! `new`, `current` and `current_mut`. (3) What keys do there: `impl Room for NAME` in
//! `app/update/NAME.rs`. The lever that it answers is the one that ←→, Enter, digits, `r`, the picker
//! and the field act on. A key that only it has is a row of `keymap` with a `Context` of its own.
//! (4) `view/NAME.rs` with `draw` (its panes; head, sentences, message and keys are drawn around it)
//! and `spot` (what the mouse is over), named in `view/draw.rs` and `view/spot.rs`; lists are drawn by
//! `view/list.rs`. (5) Its keys in `SCREENS` of `tests/suite/screens.rs`, its snapshots read, and the
//! README's key table printed anew with `fairshare keys`.

/// A screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// Who is asked, what decides it, which programmes it reaches.
    #[default]
    Explore,
    /// What happened when, and what became of the money in the years after.
    Timeline,
    /// What reaches one council's area.
    Councils,
    /// Whether a partner would sign, and what its refusal does.
    SignUp,
    /// Target, result, support paid or lost.
    Results,
    /// The working of one number.
    Explain,
    /// Every figure with its standing and its source.
    Sources,
    /// Who bears what a split asks for, and how far apart that is.
    Fairness,
    /// Every step that was taken, to go back to.
    History,
    /// Which rule meets published shares.
    Fit,
    /// Several scenarios side by side.
    Compare,
}

/// How a screen is called and reached.
#[derive(Clone, Copy, Debug)]
pub struct Tab {
    /// Which screen.
    pub screen: Screen,
    /// Its name on the tab.
    pub name: &'static str,
    /// The letter after `g`.
    pub letter: char,
    /// Its name for `fairshare shot --screen`.
    pub id: &'static str,
    /// What is seen there.
    pub words: &'static str,
    /// Whether it has a tab of its own; without one it is reached by its letter alone, and named
    /// among the tabs only while it is shown.
    pub tab: bool,
}

/// Every screen, in the order of the tabs.
pub const TABS: &[Tab] = &[
    Tab {
        screen: Screen::Explore,
        name: "Explore",
        letter: 'x',
        id: "explore",
        words: "Explore: who is asked, what decides it, which programmes",
        tab: true,
    },
    Tab {
        screen: Screen::Timeline,
        name: "Timeline",
        letter: 't',
        id: "timeline",
        words: "Timeline: what happened when, and who is still owed",
        tab: true,
    },
    Tab {
        screen: Screen::Councils,
        name: "Councils",
        letter: 'c',
        id: "councils",
        words: "Councils: what reaches my council",
        tab: true,
    },
    Tab {
        screen: Screen::SignUp,
        name: "Sign-up",
        letter: 's',
        id: "sign-up",
        words: "Sign-up: who would sign, and what a refusal does",
        tab: true,
    },
    Tab {
        screen: Screen::Results,
        name: "Results",
        letter: 'r',
        id: "results",
        words: "Results: targets met or missed, support paid or lost",
        tab: true,
    },
    Tab {
        screen: Screen::Compare,
        name: "Compare",
        letter: 'm',
        id: "compare",
        words: "Compare: the baseline, what stands now and others, side by side",
        tab: true,
    },
    Tab {
        screen: Screen::Fit,
        name: "Fit",
        letter: 'f',
        id: "fit",
        words: "Fit: which rule did they use, and how sure is that",
        tab: true,
    },
    Tab {
        screen: Screen::Explain,
        name: "Explain",
        letter: 'w',
        id: "explain",
        words: "Working: the way to the number that was explained last",
        tab: false,
    },
    Tab {
        screen: Screen::Sources,
        name: "Sources",
        letter: 'o',
        id: "sources",
        words: "Sources: every figure, how well it is known, where it is from",
        tab: false,
    },
    Tab {
        screen: Screen::Fairness,
        name: "Bears",
        letter: 'b',
        id: "fairness",
        words: "Who bears it: by head, by allocation; how far apart",
        tab: false,
    },
    Tab {
        screen: Screen::History,
        name: "History",
        letter: 'h',
        id: "history",
        words: "History: every step that was taken, to go back to",
        tab: false,
    },
];

impl Screen {
    /// The screen that a name of `fairshare shot --screen` means.
    pub fn named(id: &str) -> Option<Self> {
        TABS.iter().find(|tab| tab.id == id).map(|tab| tab.screen)
    }
}
