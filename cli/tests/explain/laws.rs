//! What holds for whatever is pasted.

use proptest::prelude::*;

use crate::run::{EVERYTHING, INSIDE, explain};

/// What a shell takes apart, in every order.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        Just("curl ".to_owned()),
        "[a-z]{1,6}".prop_map(|word| format!("{word} ")),
        "-{1,2}[a-zA-Z-]{1,10} ",
        "https?://[a-z.]{0,8}(/[ -~]{0,8})? ",
        "[$'\"\\\\|&;<>#`^\n\r ]{1,4}",
        "\\\\[ux0-9a-f]{1,6}",
        "-H '[ -~]{0,12}' ",
        any::<String>(),
    ];
    prop::collection::vec(scrap, 0..12).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn prop_no_text_stops_it_or_reaches_the_terminal(text in scraps()) {
        let command = format!("curl {text}");
        for text in [&text, &command] {
            let said = explain(EVERYTHING, &[INSIDE, &["--curl", "-"]], text);
            let code = said.lines().last().and_then(|line| line.strip_prefix("exit code "));
            prop_assert!(code.is_none_or(|code| code == "2"), "{said}");
            prop_assert!(!said.chars().any(|c| c.is_control() && c != '\n'), "{said:?}");
        }
    }

    // However a shell quotes them, words are the same words.
    #[test]
    fn prop_a_quoted_command_is_read_as_its_words(
        words in prop::collection::vec("[ -~\t\n]{0,12}", 0..4),
        path in "[a-z0-9/.-]{0,12}",
        escaped in any::<bool>(),
    ) {
        let url = format!("https://registry.example/{path}");
        let mut all = vec!["curl".to_owned()];
        all.extend(words.into_iter().flat_map(|word| ["-d".to_owned(), word]));
        all.extend(["-G".to_owned(), url]);
        let quote = |word: &String| match escaped {
            true => format!("$'{}'", word.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n")),
            false => format!("'{}'", word.replace('\'', "'\\''")),
        };
        let text = all.iter().map(quote).collect::<Vec<_>>().join(" \\\n");
        let words: Vec<&str> = all.iter().map(String::as_str).collect();
        let apart = explain(EVERYTHING, &[INSIDE, &["--json", "--"], &words], "");
        prop_assert_eq!(explain(EVERYTHING, &[INSIDE, &["--json", "--curl", "-"]], &text), apart);
    }
}
