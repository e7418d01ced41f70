//! The four tables, read and joined: which footprints lie in a region, which CCGs in a footprint,
//! and how each CCG's people are shared among councils. Amounts stay the text that the table has.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use fairshare::money::{Part, apportion};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Shares are said in thousandths of a percent, as in the table.
const WHOLE: u64 = 100_000;

/// A row of `stps.csv`.
#[derive(Debug, Deserialize)]
pub(super) struct Footprint {
    #[serde(rename = "footprint_no")]
    pub(super) number: usize,
    #[serde(rename = "stp_code")]
    pub(super) code: String,
    #[serde(rename = "stp_name")]
    pub(super) name: String,
    #[serde(rename = "nhs_region_2018")]
    pub(super) region: String,
    /// £m.
    #[serde(rename = "gap_2020_21_gbp_m")]
    pub(super) gap: String,
    #[serde(rename = "gap_scope")]
    pub(super) scope: String,
    #[serde(rename = "gap_alternatives")]
    pub(super) others: String,
    #[serde(rename = "gap_source")]
    pub(super) source: String,
}

/// A row of `ccgs.csv`.
#[derive(Debug, Deserialize)]
pub(super) struct Ccg {
    #[serde(rename = "ccg_code")]
    pub(super) code: String,
    #[serde(rename = "ccg_name")]
    pub(super) name: String,
    #[serde(rename = "stp_code_2019")]
    system: String,
    #[serde(rename = "resident_pop_mid2019")]
    pub(super) residents: u64,
    /// £m.
    #[serde(rename = "core_alloc_2019_20_gbp_m")]
    pub(super) allocation: String,
    #[serde(rename = "distance_from_target_pct")]
    pub(super) distance: Option<String>,
    pub(super) note: String,
}

/// A row of `ccg_council.csv`.
#[derive(Debug, Deserialize)]
pub(super) struct Served {
    ccg_code: String,
    council_code: String,
    pub(super) council_name: String,
    #[serde(rename = "population_mid2019")]
    people: u64,
}

/// A row of `ccg_stp_2017.csv`.
#[derive(Debug, Deserialize)]
struct Before {
    #[serde(rename = "CCG17CDH")]
    ccg: String,
    #[serde(rename = "STP17CD")]
    footprint: String,
}

/// All four.
#[derive(Debug)]
pub(super) struct Tables {
    /// In the order of their numbers.
    pub(super) footprints: Vec<Footprint>,
    ccgs: Vec<Ccg>,
    served: Vec<Served>,
    before: BTreeMap<String, String>,
}

impl Tables {
    /// Reads them.
    pub(super) fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let before: Vec<Before> = rows(&folder.join("ccg_stp_2017.csv"))?;
        Ok(Self {
            footprints: rows(&folder.join("stps.csv"))?,
            ccgs: rows(&folder.join("ccgs.csv"))?,
            served: rows(&folder.join("ccg_council.csv"))?,
            before: before.into_iter().map(|row| (row.ccg, row.footprint)).collect(),
        })
    }

    /// The CCGs of a footprint, by name.
    ///
    /// Three northern footprints became one in 2018; their CCGs are placed as they were in 2017.
    pub(super) fn ccgs_of(&self, footprint: &Footprint) -> Vec<&Ccg> {
        let known = |code: &str| self.footprints.iter().any(|other| other.code == code);
        let place = |ccg: &Ccg| match known(&ccg.system) {
            true => Some(ccg.system.clone()),
            false => self.before.get(&ccg.code).cloned(),
        };
        let here = |ccg: &&Ccg| place(ccg).as_ref() == Some(&footprint.code);
        let mut ccgs: Vec<&Ccg> = self.ccgs.iter().filter(here).collect();
        ccgs.sort_by(|a, b| a.name.cmp(&b.name));
        ccgs
    }

    /// The councils that a CCG serves, the largest first, with their thousandths of a percent.
    ///
    /// The table's own shares are rounded one by one, and two CCGs' do not come to 100 %: these
    /// are rounded together.
    pub(super) fn councils_of(&self, ccg: &Ccg) -> Vec<(&Served, u64)> {
        let mut served: Vec<&Served> =
            self.served.iter().filter(|row| row.ccg_code == ccg.code).collect();
        served.sort_by_key(|row| std::cmp::Reverse(row.people));
        let people: Vec<u64> = served.iter().map(|row| row.people).collect();
        served.into_iter().zip(shares(&people)).collect()
    }

    /// Every council by name and code, with its people: those of all CCGs that serve it.
    pub(super) fn councils(&self) -> BTreeMap<(&str, &str), u64> {
        let mut councils = BTreeMap::new();
        for row in &self.served {
            let key = (row.council_name.as_str(), row.council_code.as_str());
            *councils.entry(key).or_insert(0) += row.people;
        }
        councils
    }
}

/// What each part is of the sum, in thousandths of a percent that come to 100 %.
fn shares(people: &[u64]) -> Vec<u64> {
    let all: u64 = people.iter().sum::<u64>().max(1);
    let part = |(rank, own): (u32, &u64)| Part {
        whole: i64::try_from(own * WHOLE / all).unwrap_or_default(),
        rest: own * WHOLE % all,
        rank,
    };
    let mut parts: Vec<Part<u64>> = (0..).zip(people).map(part).collect();
    let given: i64 = parts.iter().map(|part| part.whole).sum();
    let missing = u64::try_from(given).map_or(0, |given| WHOLE.saturating_sub(given));
    apportion(&mut parts, &mut Vec::new(), usize::try_from(missing).unwrap_or_default());
    parts.iter().map(|part| u64::try_from(part.whole).unwrap_or_default()).collect()
}

fn rows<Row: DeserializeOwned>(path: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(path)?;
    reader.deserialize().map(|row| row.map_err(Into::into)).collect()
}
