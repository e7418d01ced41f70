//! What stands around the figures: the head of the file, its notes, its sources, and the reasons
//! of what is assumed. A figure in these words stands in the tables or in a source that is named.

/// Above the first bracket.
pub(super) const HEAD: &str = "\
// England 2016: the 44 footprints, what each said it would be short of in 2020/21, and the 191 CCGs
// and 151 councils in them. Written by `cargo run --example england-2016` from the tables in
// tests/data/england: mend those, not this file.
//
// Money      \"452.771m\" is text and exact.
// Standing   Published(value, source)  an official paper or data set
//            Reported(value, source)   the press, or one body’s statement
//            Derived(value, how)       worked out here, the sum in words
//            Assumed(value, why)       nobody published it
//            `source` is an id of `sources`; in running text it stands in brackets: [ons-lookups].
// Unknown    is left out. It is never taken for nought: no trust, no programme, no reserve is here.
// Shares     of a CCG’s people by council are derived: small-area residents, mid-2019, counted
//            council by council [ons-mid-2019] [ons-lookups]; they are said once, here.
// Footprint  has its official number as a note; its id is a short word for typing.
//
// By hand (£m)                       gaps    allocations    its part of 22,029.9 by allocation
//   North of England              5,620.0     23,595.361    6,632.4
//   Midlands and East of England  6,696.4     23,001.963    6,465.6
//   London                        4,490.0     12,446.075    3,498.5
//   South East                    2,743.0     11,715.944    3,293.2
//   South West                    2,480.5      7,613.638    2,140.1
//   England                      22,029.9     78,372.981   22,029.9 (rounded one by one: 22,029.8)
";

pub(super) const TITLE: &str = "England 2016: 44 footprints";
pub(super) const YEAR: &str = "2020/21";
pub(super) const ABOUT: &str = "In 2016 each of 44 footprints said what it would be short of in 2020/21. Who pays for whom hangs on the pooling.";

pub(super) const NOTES: &[&str] = &[
    "Known: 44 footprints each stated a “do nothing” gap: what would be short in 2020/21 if nothing changed. The 44 collected here come to £22,029.9m (derived).",
    "Said in 2019, no source found that shows how: a planned miss used to be balanced nationally, from 2019/20 by the region. `ENG.pooling` moves between the two.",
    "Known: many plans did not close their gap. West Yorkshire’s closed £983m of £1,070m; Sussex and East Surrey planned £530m of £864m; Bristol’s left £104m of £305.5m unidentified.",
    "Known: councils do not nest in footprints. 13 of them have at least 1% of their people on each side of a border (derived): Surrey 71, 16 and 13%, County Durham 52 and 48%.",
    "Mixed years: gaps for 2020/21, stated in 2016 and 2017; allocations of 2019/20; the CCGs and councils of April 2019; people of mid-2019; regions as in 2018.",
    "Three northern footprints (1, 2, 3) became one in 2018. They stay three here, as in 2016, and their CCGs are placed as in April 2017 [ons-lookups].",
    "A gap is not a planned miss of a control total. It stands as `gap` so that it can be pooled; nobody pooled these 44 in this way.",
    "People are residents, not registered patients: 892,627 in Cambridgeshire and Peterborough, where about 980,000 were registered. Allocations follow registered patients, so £ a head of residents is only near.",
    "Allocations leave out GP budgets, specialised services and running costs [nhse-core].",
    "Not known: any trust’s turnover and any CCG’s programmes and reserve, so none is here. Distance from target was found for two CCGs only [hfma].",
    "Assumed: the whole need is covered, by all, in proportion to allocation. No such rule was used. With a gap everywhere, a footprint’s own contribution nets off against its relief.",
    "In dispute, what a gap counts: some are the NHS’s alone, some with social care; North Central London’s leaves out over £300m of social care, Dorset’s its councils’ £70m and more.",
    "In dispute, which years it counts: Birmingham and Solihull’s £712m is cumulative to 2020/21. Somerset’s £596m, £1,060 a resident, is probably so too (inferred).",
    "In dispute, draft or final: Northumberland, Tyne and Wear had £960m in June 2016 and £641m later; Norfolk and Waveney £545m, then £415m; Cornwall £50m, £140m, then £277m.",
    "In dispute, gross or net: Cambridgeshire and Peterborough’s £504m is about half its organisations’ ordinary savings; with £43m of investment it is given as £543m.",
    "In dispute: Surrey Heartlands’ £102m is the least a resident here, £119; a think tank ranked it the highest in England, at £768.50 a head [ippr].",
    "In dispute: North East London’s plan says £578m; the press had £587m [gap-nel-2]. No source explains the difference.",
    "In doubt: Cheshire and Merseyside’s “£1bn” and South East London’s £0.9bn are round figures; no exact ones were found.",
];

/// Id, title, date, address.
pub(super) type Source = (&'static str, &'static str, &'static str, Option<&'static str>);

pub(super) const SOURCES: &[Source] = &[
    (
        "nhse-core",
        "NHS England core (programme) allocations 2019/20, “final allocation after place-based pace of change”, as held in austerity_and_privatisation",
        "2019",
        Some("https://github.com/BenGoodair/austerity_and_privatisation"),
    ),
    (
        "ons-mid-2019",
        "Office for National Statistics: small-area population estimates for mid-2019, as held in geographr",
        "2020",
        Some("https://github.com/britishredcrosssociety/geographr"),
    ),
    (
        "ons-lookups",
        "Office for National Statistics: lookups from small areas to CCGs, footprints and councils, 2017 and 2019, as held in ons-lookups",
        "2019",
        Some("https://github.com/jtrim-ons/ons-lookups"),
    ),
    (
        "hfma",
        "Healthcare Financial Management Association: on the CCG allocations of 2019/20",
        "2019-01-29",
        None,
    ),
    (
        "ippr",
        "Institute for Public Policy Research: STPs, kill or cure?",
        "2017",
        Some("https://ippr.org/articles/stps-kill-or-cure"),
    ),
];

/// Above the councils.
pub(super) const COUNCILS: &str = "    \
    // the upper-tier and unitary councils of April 2019, called as statistics call their areas
    councils: [
";

pub(super) const WHY_POOLING: &str =
    "as in 2016, when planned misses were balanced nationally; no source says how these would be";
pub(super) const WHY_OFFSET: &str =
    "no rule was published; the whole need shows who would pay for whom";
pub(super) const WHY_SPLIT: &str =
    "no rule was published; allocations are the size that is known of all";
pub(super) const WHY_ALL: &str =
    "every footprint has a gap, so without this nobody would contribute";
pub(super) const WHY_SYSTEM: &str =
    "no source splits a footprint’s part; allocations are known of all its CCGs";
pub(super) const HOW_RESIDENTS: &str = "small areas, mid-2019, summed [ons-mid-2019] [ons-lookups]";
