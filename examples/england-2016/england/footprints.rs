//! What the tables do not say of the 44 footprints: an id that can be typed, which is their name
//! in narrow places too, and whether the source of the gap is an official one.

/// How a source stands to the figure that it states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// The partnership, one of its bodies or a council.
    Official,
    /// The press, a campaign, a party.
    Press,
}

use Voice::{Official, Press};

/// By number: id and voice of the first source.
const FOOTPRINTS: [(&str, Voice); 44] = [
    ("NTW", Press),
    ("WNEC", Press),
    ("DDTHRW", Press),
    ("LSC", Press),
    ("WY", Press),
    ("HCV", Press),
    ("GM", Press),
    ("CM", Press),
    ("SYB", Press),
    ("STAFFS", Press),
    ("STW", Press),
    ("DERBYS", Press),
    ("LINCS", Official),
    ("NOTTS", Press),
    ("LLR", Official),
    ("BC", Press),
    ("BSOL", Press),
    ("CW", Press),
    ("HW", Press),
    ("NHANTS", Press),
    ("CP", Press),
    ("NW", Official),
    ("SNEE", Press),
    ("BLMK", Press),
    ("HWE", Press),
    ("MSE", Press),
    ("NWL", Press),
    ("NCL", Press),
    ("NEL", Press),
    ("SEL", Official),
    ("SWL", Press),
    ("KM", Official),
    ("SES", Press),
    ("FRIM", Press),
    ("SH", Press),
    ("CIOS", Press),
    ("DEV", Press),
    ("SOM", Press),
    ("BNSSG", Press),
    ("BSW", Press),
    ("DOR", Official),
    ("HIOW", Press),
    ("GLOS", Press),
    ("BOB", Official),
];

/// The id and the voice of a footprint, by its official number from 1 to 44.
pub(super) fn named(number: usize) -> Option<(&'static str, Voice)> {
    FOOTPRINTS.get(number.checked_sub(1)?).copied()
}

/// By the name that the table gives a region: its id, and its name in narrow places.
const REGIONS: [(&str, &str, &str); 5] = [
    ("North of England", "NORTH", "North"),
    ("Midlands and East of England", "MIDEAST", "Mid and East"),
    ("London", "LONDON", "London"),
    ("South East", "SEAST", "South East"),
    ("South West", "SWEST", "South West"),
];

/// The id and the short name of a region.
pub(super) fn region_named(name: &str) -> Option<(&'static str, &'static str)> {
    REGIONS.iter().find(|(whole, ..)| *whole == name).map(|(_, id, short)| (*id, *short))
}
