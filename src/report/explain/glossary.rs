//! The words of the field, each in a sentence (MECHANISM section 2).

use std::ops::Range;

/// A word and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word.
    pub word: &'static str,
    /// What it means, in at most 25 words.
    pub means: &'static str,
}

const fn term(word: &'static str, means: &'static str) -> Term {
    Term { word, means }
}

/// The words that are explained beside a text that uses them, in the order of the alphabet.
const TERMS: &[Term] = &[
    term("allocation", "the money that a commissioner is given for its people’s care in a year"),
    term(
        "ask",
        "what a system, group or body is asked to find in all: contribution and own recovery",
    ),
    term("body", "a commissioner (CCG), a provider (trust) or a council"),
    term("cap", "the most that somebody can be asked for"),
    term("cliff", "where a little money less loses much: support that is paid whole or not at all"),
    term(
        "commissioner",
        "a body that buys care for its people: a clinical commissioning group (CCG)",
    ),
    term("contribution", "what a system is asked to find towards the offset"),
    term(
        "control total",
        "the least surplus or greatest deficit that a body or system may end the year with: a target, not a pot of money",
    ),
    term("cut", "what one programme loses in the year"),
    term("down(", "rounded to the penny below; every limit and cap is"),
    term(
        "fair-shares target",
        "what a body would be given if money followed its people’s weighted needs alone",
    ),
    term("floor", "the least that somebody is asked for"),
    term("gap", "the control total less the plan; nought if the plan is the better of the two"),
    term("group", "partners inside a system that are asked together: commissioners, providers"),
    term(
        "key test",
        "a condition, named beforehand, under which a partner would sign a partnership’s plan",
    ),
    term(
        "largest remainder",
        "every share is rounded down; the pennies that leaves go, one each, to the shares that lost most by it",
    ),
    term("lead payer", "the body that carries its group’s whole ask in the year"),
    term("limit", "the most that a programme can lose: what is not protected and not yet spent"),
    term("max(", "the largest of what stands in the brackets"),
    term("min(", "the smallest of what stands in the brackets"),
    term("need", "what the systems of a region are short of, after savings and recovery"),
    term(
        "not described",
        "money to be found whose place nobody published: not all programmes of the body are known",
    ),
    term("offset", "the part of a region’s gap that other systems cover by over-achieving"),
    term(
        "opening allocation",
        "a commissioner’s money at the start of the year, the budget for GPs in it where it held that",
    ),
    term("plan", "the position expected before anyone helps: a surplus is +, a deficit is −"),
    term("position", "the result with support and bonus"),
    term("priority", "how important a programme is to its body: 1 is the most"),
    term("provider", "a body that gives care: a trust"),
    term("recovery", "the part of its own gap that a system asks of its own bodies"),
    term("recovery fund", "support for bodies in deficit: it is paid if its test is met"),
    term("registered people", "people on the lists of GPs"),
    term(
        "relief",
        "what others cover of a system’s gap: it may end the year so much below its control total",
    ),
    term("reserve", "money that a plan spends and that is not committed yet: it is used first"),
    term("resident people", "people who live in an area"),
    term("result", "what the year ends with before support: the plan, savings and what is found"),
    term("round(", "rounded to the nearest penny, a half up"),
    term("savings", "agreed schemes that close part of a gap before anyone is asked"),
    term("split rule", "how an amount is divided over those who are asked"),
    term("support", "conditional money that is paid only if a test is met"),
    term(
        "target",
        "what must be reached: the control total, more by what is asked for, less by relief; or the plan, if that was agreed",
    ),
    term("turnover", "a provider’s income in a year"),
    term("uncovered", "what is left of a region’s need after its own reserve and the offset"),
    term("unplaced", "money for which no place was found; never dropped, always with a reason"),
    term("weighted people", "people counted by how much care they are expected to need"),
];

/// Words of the tree: they stand on nearly every screen, so they are looked up but not listed beside
/// a text.
const TREE: &[Term] = &[
    term(
        "programme",
        "a service or scheme that a body pays for; what it loses is a cut or a delay",
    ),
    term(
        "region",
        "the systems that are looked at together; what one is short of others may cover",
    ),
    term(
        "system",
        "the NHS and councils of one area, planning together: an STP, or later an integrated care system",
    ),
];

/// Every word that can be looked up, in the order of the alphabet.
pub fn terms() -> Vec<Term> {
    // Signs of calculations are no words that somebody looks up.
    let words = TERMS.iter().filter(|term| !term.word.ends_with('('));
    let mut words: Vec<Term> = words.chain(TREE).copied().collect();
    words.sort_by_key(|term| term.word);
    words
}

/// The words that a text uses, in the order of the alphabet.
pub fn glossary(text: &str) -> Vec<Term> {
    let text = text.to_lowercase();
    let stands = |term: &Term| -> Vec<Range<usize>> {
        let whole = |(at, word): &(usize, &str)| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            let before = text[..*at].chars().next_back();
            let after =
                text[at + word.len()..].strip_prefix('s').unwrap_or(&text[at + word.len()..]);
            !letter(before) && (word.ends_with('(') || !letter(after.chars().next()))
        };
        text.match_indices(term.word).filter(whole).map(|(at, own)| at..at + own.len()).collect()
    };
    let found: Vec<(Term, Vec<Range<usize>>)> =
        TERMS.iter().map(|term| (*term, stands(term))).collect();
    // In “opening allocation” nothing is said of allocations.
    let is_part = |own: &Range<usize>| {
        let longer = |other: &Range<usize>| {
            other.len() > own.len() && other.start <= own.start && other.end >= own.end
        };
        found.iter().any(|(_, all)| all.iter().any(longer))
    };
    let used = |(term, all): &(Term, Vec<Range<usize>>)| {
        all.iter().any(|own| !is_part(own)).then_some(*term)
    };
    found.iter().filter_map(used).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_in_the_plural() {
        let words =
            |text: &str| -> Vec<&str> { glossary(text).iter().map(|own| own.word).collect() };
        assert_eq!(words("Thurrock’s ask, from the gap"), ["ask", "gap"]);
        assert_eq!(words("its tasks and masks"), Vec::<&str>::new());
        assert_eq!(words("two gaps; = min(1; 2)"), ["gap", "min("]);
        assert_eq!(words("its opening allocation"), ["opening allocation"]);
        assert_eq!(
            words("of allocations, opening allocation"),
            ["allocation", "opening allocation"]
        );
    }

    #[test]
    fn the_words_stand_in_order_and_are_short() {
        assert!(TERMS.is_sorted_by_key(|term| term.word));
        for term in TERMS.iter().chain(TREE) {
            assert!(term.means.split_whitespace().count() <= 25, "{}", term.word);
        }
    }
}
