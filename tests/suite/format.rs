//! Numbers from words and back: what is taken, to the penny, and the sentence for what is not.

use fairshare::format::{
    Understood, Unit, parse_amount, parse_count, parse_decimal, parse_percent,
    parse_percent_or_bare, read_amount, rounded_to_add_up, typed, visible,
};
use fairshare::money::{Pence, Share};
use proptest::prelude::*;

fn pounds(words: &str) -> Option<i64> {
    parse_amount(words, Unit::Pounds).ok().map(Pence::get)
}

fn refusal(words: &str, unit: Unit) -> String {
    parse_amount(words, unit).map_or_else(|fault| fault.to_string(), |pence| format!("{pence:?}"))
}

#[test]
fn amounts_are_read_to_the_penny() {
    let pence = [
        ("12_500_000", 1_250_000_000),
        ("12.5m", 1_250_000_000),
        ("480k", 48_000_000),
        ("1.2bn", 120_000_000_000),
        ("-142m", -14_200_000_000),
        ("−142m", -14_200_000_000),
        ("£480,000", 48_000_000),
        ("-£5m", -500_000_000),
        ("£-5m", -500_000_000),
        ("14500000", 1_450_000_000),
        ("£2.39 million", 239_000_000),
        ("478904.64", 47_890_464),
        ("478.90464k", 47_890_464),
        ("+5M", 500_000_000),
        (".5m", 50_000_000),
        ("0.00000001m", 1),
        ("1.000000000000000000000000000", 100),
        ("£1000bn", 100_000_000_000_000),
    ];
    for (words, expected) in pence {
        assert_eq!(pounds(words), Some(expected), "{words}");
    }
}

#[test]
fn a_bare_number_is_what_the_place_says_unless_it_says_itself() {
    let read = |words: &str| read_amount(words, Unit::Millions).unwrap();
    assert_eq!(read("-200").pence, Pence::pounds(-200_000_000));
    assert_eq!(read("-200").understood, Understood::Bare(Unit::Millions));
    assert_eq!(read("-200,000,000").pence, Pence::pounds(-200_000_000));
    assert_eq!(read("-200,000,000").understood, Understood::PoundsWritten);
    assert_eq!(read("£480").pence, Pence::pounds(480));
    assert_eq!(read("480k").understood, Understood::UnitWritten);
    assert_eq!(read("99999").pence, Pence::pounds(99_999_000_000));
}

#[test]
fn what_could_mean_two_amounts_is_asked() {
    let says = |words: &str| refusal(words, Unit::Millions);
    assert_eq!(says("-200000000"), "−£200,000,000m? For −£200m type -200m");
    assert_eq!(says("-200000000m"), "−£200,000,000m? For −£200m type -200m");
    assert_eq!(says("14500000"), "£14,500,000m? For £14.5m type 14.5m");
    assert_eq!(says("100000"), "£100,000m? For £100k type 100k");
}

#[test]
fn a_refusal_says_what_why_and_what_to_write() {
    let says = |words: &str| refusal(words, Unit::Pounds);
    let examples = "Write 12.5m, 480k or -£142m";
    assert_eq!(says("-2OOm"), "“2OO” has the letter O. For −£200m type -200m");
    assert_eq!(says("l2m"), "“l2” has the letter l. For £12m type 12m");
    assert_eq!(says("O.5m"), "“O.5” has the letter O. For £500k type 0.5m");
    let commas = "do not part thousands, so it has two meanings. Write";
    assert_eq!(says("1,00"), format!("the commas in “1,00” {commas} 100 or 1.00"));
    assert_eq!(says("1,0000,000"), format!("the commas in “1,0000,000” {commas} 10000000"));
    assert_eq!(says("5mk"), "“5mk” has two units, “m” and “k”. Write one of them");
    assert_eq!(says("5m 300k"), "“5m 300k” has two units, “m” and “300k”. Write one of them");
    assert_eq!(says("  "), format!("nothing is written here. {examples}"));
    let dollar = "is not a pound sign: all amounts are in pounds. Write £ or leave the sign out";
    assert_eq!(says("$5m"), format!("$ {dollar}"));
    assert_eq!(says("5m€"), format!("€ {dollar}"));
    let unit = "is no unit of money here. Write k, m or bn (thousand, million, billion)";
    assert_eq!(says("5b"), format!("“b” {unit}"));
    assert_eq!(says("1e6"), format!("“1e6” is not an amount of money. {examples}"));
    assert_eq!(says("two"), format!("“two” is not an amount of money. {examples}"));
    assert_eq!(says("--5"), format!("“--5” is not an amount of money. {examples}"));
    assert_eq!(says("1.2.3"), format!("“1.2.3” is not an amount of money. {examples}"));
    assert_eq!(says("(5m)"), "brackets are not read as a minus. Write -5m");
    let fraction = "has a fraction of a penny, and money is counted in whole pence. Write";
    assert_eq!(says("0.0000123k"), format!("“0.0000123k” {fraction} £0.01"));
    assert_eq!(says("1.005"), format!("“1.005” {fraction} £1"));
    let digits = "has 29 digits, and only 28 are kept exactly. Write fewer";
    assert_eq!(says(&"1".repeat(29)), format!("“{}” {digits}", "1".repeat(29)));
    let limit = "is beyond £1,000 billion, the most that is taken. Write less";
    assert_eq!(says("1001bn"), format!("“1001bn” {limit}"));
    assert_eq!(
        says("9999999999999999999999999999bn"),
        format!("“9999999999999999999999999999bn” {limit}")
    );
}

#[test]
fn percentages_are_exact_and_need_their_sign_in_files() {
    assert_eq!(parse_percent("2.5%"), Ok(Share::from_units(25_000_000_000)));
    assert_eq!(parse_percent("70 %"), Ok(Share::percent(70)));
    assert_eq!(parse_percent("-0.0000000001%"), Ok(Share::from_units(-1)));
    assert_eq!(parse_percent_or_bare("33.3"), Ok(Share::from_units(333_000_000_000)));
    let says = |words: &str| parse_percent(words).unwrap_err().to_string();
    assert_eq!(
        says("2.5"),
        "“2.5” has no % sign, so it could be a share or a percentage. Write 2.5%"
    );
    assert!(says("0.00000000001%").contains("more than 10 decimals"));
    assert!(says("1000001%").contains("beyond 1,000,000%"));
    assert_eq!(says("5m"), "“5m” is not a percentage. Write 2.5%");
    assert_eq!(says("7O%"), "“7O” has the letter O. Write digits only");
}

#[test]
fn counts_and_decimals() {
    assert_eq!(parse_count("310_000"), Ok(310_000));
    assert_eq!(parse_count("310,000"), Ok(310_000));
    for words in ["-5", "1.5", "5k", "£5", "1000000000001"] {
        assert!(parse_count(words).is_err(), "{words}");
    }
    assert_eq!(parse_decimal("-1.50").unwrap().to_string(), "-1.5");
    let longest = "0.1234567890123456789012345678";
    // 29 digits with the leading nought: one too many, and refused rather than rounded.
    assert!(parse_decimal(longest).is_err());
    assert_eq!(parse_decimal(&longest[1..]).unwrap().to_string(), longest);
    assert!(parse_decimal("1e3").is_err());
}

proptest! {
    #[test]
    fn what_is_typed_is_read_back(pence in -100_000_000_000_000_i64..=100_000_000_000_000) {
        let words = typed(Pence::new(pence));
        prop_assert!(words.is_ascii());
        prop_assert_eq!(pounds(&words), Some(pence));
        // The unit is written, so it is the same on a field of millions.
        let field = parse_amount(&words, Unit::Millions).ok().map(Pence::get);
        prop_assert_eq!(field, Some(pence));
    }

    #[test]
    fn no_words_break_the_reading(words in any::<String>(), bits in "[-−+£0-9.,_OlmkbnM %()e]{0,40}") {
        for words in [&words, &bits] {
            for unit in [Unit::Pounds, Unit::Millions] {
                if let Err(fault) = parse_amount(words, unit) {
                    prop_assert!(!fault.to_string().is_empty());
                    if let Some(better) = fault.suggestion() {
                        prop_assert!(parse_amount(better, unit).is_ok(), "{} → {}", words, better);
                    }
                }
            }
            let _ = (parse_percent(words), parse_count(words), parse_decimal(words));
        }
    }

    #[test]
    fn rounded_pieces_lose_nothing(
        pence in prop::collection::vec(-1_000_000_000_i64..1_000_000_000, 0..9),
        unit in 2_i64..1_000_000,
    ) {
        let amounts: Vec<Pence> = pence.iter().copied().map(Pence::new).collect();
        let rounded = rounded_to_add_up(&amounts, Pence::new(unit));
        let (sum, total) = (rounded.iter().copied().sum::<Pence>().get(), pence.iter().sum::<i64>());
        prop_assert!((2 * (sum - total)).abs() <= unit);
        for (piece, exact) in rounded.iter().zip(&pence) {
            prop_assert_eq!(piece.get() % unit, 0);
            prop_assert!((piece.get() - exact).abs() < unit);
        }
    }

    #[test]
    fn visible_text_has_nothing_hidden(text in any::<String>()) {
        let shown = visible(&text);
        prop_assert!(!shown.chars().any(char::is_control));
        prop_assert_eq!(visible(&shown), shown.clone());
    }
}
