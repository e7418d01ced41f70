//! `fairshare fit` as it is run: text, JSON, CSV, and what it refuses.

fn run(words: &[&str]) -> (String, String, Option<i32>) {
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_fairshare"))
        .args(["fit", "east-of-england-2019"])
        .args(words)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(done.stdout), text(done.stderr), done.status.code())
}

#[test]
fn the_command_prints_answer_lines_doubts_and_figures() {
    let (text, _, code) = run(&[]);
    assert_eq!(code, Some(0));
    let row = |words: &str| {
        let own = text.lines().find(|line| line.starts_with(words)).unwrap_or_default();
        own.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    // split_rules.csv, row N and the shares: 786.6 − 788 … ; the worst is marked.
    assert_eq!(row("by opening"), "by opening allocation 70% −1.4 +1.9◂ −0.7 +1.3 −1.1 1.3 0.2%");
    assert_eq!(row("by allocation"), "by allocation 70% +25.2 −35.9 +32.8 −36.9◂ +14.7 29.1 4.2%");
    assert!(text.contains("With Thurrock alone, five lines lie within 7% of £480k: by opening"));
    assert!(
        text.contains("How far to trust it")
            && text.contains("07G.ask 480k: published, hosc-paper")
    );
    assert!(text.contains("Shares are known of EoE and HWE/commissioners too"));
}

#[test]
fn typed_figures_take_the_place_of_the_files() {
    let (text, _, code) = run(&["--observed", "07G.ask=480k"]);
    assert_eq!(code, Some(0));
    assert!(text.contains("Thurrock’s £480k alone: five lines come"), "{text}");
    assert!(!text.contains("06Q.ask"), "{text}");
    let (_, talk, code) = run(&["--observed", "07X.ask=480k"]);
    assert_eq!(code, Some(2));
    assert!(talk.contains("Did you mean `07G.ask`?"), "{talk}");
    let (_, talk, code) = run(&["--observed", "07G=480k", "--observed", "07G.ask=1"]);
    assert_eq!(code, Some(2));
    assert!(talk.contains("07G is said twice"), "{talk}");
    let (_, talk, code) = run(&["--of", "CP"]);
    assert_eq!(code, Some(2));
    assert!(
        talk.contains("There are shares of MSE/commissioners, EoE and HWE/commissioners."),
        "{talk}"
    );
}

#[test]
fn what_was_changed_is_said_to_be() {
    let (text, _, _) =
        run(&["--set", "MSE/commissioners.percent=60%", "--set", "MSE/providers.percent=40%"]);
    assert!(text.contains("MSE/commissioners.percent 60%: changed, in the file derived"), "{text}");
    // 60 % is a third amount: eighteen lines. What the shares say is still 70 %, and still first.
    assert!(text.contains("at 70%: all five within £2k."), "{text}");
    let (text, _, _) = run(&[
        "--format",
        "csv",
        "--set",
        "MSE/commissioners.percent=60%",
        "--set",
        "MSE/providers.percent=40%",
    ]);
    assert_eq!(text.lines().count(), 1 + 18 * 5);
}

#[test]
fn json_and_csv_hold_whole_pence() {
    let (text, _, _) = run(&["--format", "json", "--of", "MSE/commissioners"]);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let line = &json["fit"]["lines"][0];
    assert_eq!(line["rule"], "Proportional(by: \"opening_allocation\")");
    assert_eq!(
        (&line["amount_pence"], &line["share_of_whole"]),
        (&350_000_000.into(), &"0.700000".into())
    );
    // MECHANISM 10: 786,612.62 less 788,000.
    assert_eq!(line["off"][0]["off_pence"], -138_738);
    assert_eq!(line["furthest"], "99F.ask");
    assert_eq!(json["fit"]["alone"][4]["lines"].as_array().unwrap().len(), 5);
    assert!(
        json["figures"]
            .as_array()
            .unwrap()
            .iter()
            .any(|f| f["path"] == "07G.ask" && f["standing"] == "published")
    );
    let (text, _, _) = run(&["--format", "csv"]);
    let rows: Vec<&str> = text.lines().collect();
    // Twelve lines of five shares and the heads.
    assert_eq!(rows.len(), 61);
    assert!(rows[1].ends_with("0.700000,126094,false,99E.ask,78800000,-138738"), "{}", rows[1]);
    // The same words give the same bytes.
    assert_eq!(run(&["--format", "csv"]).0, text);
}
