//! The right name that somebody probably meant.

/// The name most like what was written, if it is like it at all; capitals do not count.
///
/// A name is close if a third of its letters or fewer have to change (one, in names of three to
/// five letters; none but capitals in shorter ones). Equally close ones: the first.
pub fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let wanted = written.to_lowercase();
    let distance = |name: &str| strsim::damerau_levenshtein(&wanted, &name.to_lowercase());
    let allowed = |name: &str| wanted.chars().count().max(name.chars().count()) / 3;
    let measured = names.into_iter().map(|name| (distance(name), name));
    let close = measured.filter(|&(distance, name)| distance <= allowed(name));
    close.min_by_key(|&(distance, _)| distance).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_mended_and_strangers_are_not() {
        let fields = ["id", "name", "allocation", "opening_allocation", "turn", "turnover"];
        assert_eq!(nearest("alocation", fields), Some("allocation"));
        assert_eq!(nearest("Allocation", fields), Some("allocation"));
        assert_eq!(nearest("nmae", fields), Some("name"));
        assert_eq!(nearest("ID", fields), Some("id"));
        assert_eq!(nearest("ix", fields), None);
        assert_eq!(nearest("colour", fields), None);
        assert_eq!(nearest("07X", ["06Q", "07G"]), Some("07G"));
    }
}
