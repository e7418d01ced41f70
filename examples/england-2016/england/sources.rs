//! Citing: the table's notes of where a gap was read become entries of `sources`.

/// Sites whose address is a person's name: they are cited by what they are, without it.
const PERSONAL: [(&str, &str); 1] = [("www.rachaelmaskell.com", "A local MP’s site")];

/// One entry of `sources`.
#[derive(Debug)]
pub(super) struct Cited {
    /// Its id: `gap-nwl`, and of the second `gap-nwl-2`.
    pub(super) id: String,
    /// Its title.
    pub(super) title: String,
    /// Where it can be read.
    pub(super) url: Option<String>,
}

/// The sources of one footprint's gap: `address remark ; address remark`.
pub(super) fn cited(system: &str, name: &str, written: &str) -> Vec<Cited> {
    let own = format!("gap-{}", system.to_lowercase());
    (1..)
        .zip(written.split(" ; "))
        .map(|(place, piece)| {
            let (address, remark) = piece.split_once(' ').unwrap_or((piece, ""));
            let id = if place == 1 { own.clone() } else { format!("{own}-{place}") };
            entry(id, name, (address, remark))
        })
        .collect()
}

fn entry(id: String, name: &str, (address, remark): (&str, &str)) -> Cited {
    let is_url = address.starts_with("http");
    let site = if is_url { address.split('/').nth(2).unwrap_or(address) } else { address };
    let person = PERSONAL.iter().find(|(own, _)| *own == site);
    let site = person.map_or_else(|| site.trim_start_matches("www."), |(_, words)| words);
    let remark = remark.trim_start_matches('(').trim_end_matches(')');
    let remark = if remark.is_empty() { String::new() } else { format!(" ({remark})") };
    Cited {
        id,
        title: format!("{site}, on the gap of {name}{remark}"),
        url: (is_url && person.is_none()).then(|| address.to_owned()),
    }
}
