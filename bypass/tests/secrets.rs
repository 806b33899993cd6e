//! What is fit to be a secret, and that it is never seen again.

use bypass::{Host, Link, Secret, Token, UnfitSecret};
use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;

const GOOD: &str = "3q2+7wvQ0tXh6yqV1mJ8ZkPpC5rN4sLdUaE9gTfYbWo=";

#[track_caller]
fn check(text: &str, expected: Result<bool, UnfitSecret>) {
    assert_eq!(Secret::new(text).map(|secret| secret.is_some()), expected, "{text:?}");
    assert_eq!(Token::new(text).map(|token| token.is_some()), expected, "{text:?}");
}

#[test]
fn a_missing_secret_switches_bypass_off() {
    for blank in ["", " ", "\n", " \r\n\t"] {
        check(blank, Ok(false));
    }
}

#[test]
fn what_is_not_fit_is_refused() {
    check(GOOD, Ok(true));
    check("0123456789abcdef0123456789abcdef", Ok(true));
    check("correct horse battery staple, or so it was said", Ok(true));
    check("0123456789abcdef0123456789abcde", Err(UnfitSecret::TooShort { characters: 31 }));
    // The line break at its end is not its 32nd character.
    check("0123456789abcdef0123456789abcde\n", Err(UnfitSecret::TooShort { characters: 31 }));
    check("changeme", Err(UnfitSecret::TooShort { characters: 8 }));
    check(&"changeme".repeat(4), Err(UnfitSecret::Monotonous));
    check(&"a".repeat(44), Err(UnfitSecret::Monotonous));
    check(&"abcdefgh".repeat(4), Ok(true));
    check(&"abcdefgh".repeat(128), Ok(true));
    check(&"abcdefgh".repeat(129), Err(UnfitSecret::TooLong { bytes: 1032 }));
    check(&format!("\u{feff}{GOOD}"), Err(UnfitSecret::NotAscii));
    check(&format!("{GOOD}\n{GOOD}"), Err(UnfitSecret::NotAscii));
    check(&format!("{GOOD}\0"), Err(UnfitSecret::NotAscii));
    check("Einß größer Schlüssel ohne Zufall 123", Err(UnfitSecret::NotAscii));
}

#[test]
fn the_way_out_is_said() {
    for (why, expected) in [
        (
            UnfitSecret::TooShort { characters: 8 },
            "expected at least 32 characters of secret, found 8: make one with `openssl rand -base64 \
             32`",
        ),
        (
            UnfitSecret::TooLong { bytes: 1032 },
            "expected at most 1024 bytes of secret, found 1032: make one with `openssl rand -base64 \
             32`",
        ),
        (
            UnfitSecret::Monotonous,
            "expected at least 8 different characters in a secret, found fewer: make one with \
             `openssl rand -base64 32`",
        ),
        (
            UnfitSecret::NotAscii,
            "expected a secret of visible ASCII characters, found others (perhaps a line break or a \
             byte order mark): make one with `openssl rand -base64 32`",
        ),
    ] {
        assert_eq!(why.to_string(), expected);
    }
}

#[test]
fn blanks_around_a_secret_are_not_part_of_it() {
    let now = DateTime::UNIX_EPOCH;
    let host: Host = "example.org".parse().expect("a host");
    let [plain, echoed] = [GOOD.to_owned(), format!(" {GOOD}\r\n")]
        .map(|text| Secret::new(&text).expect("fit").expect("there"));
    let query = Link::new(host.clone(), now + TimeDelta::hours(1)).sign(&plain);
    assert!(Link::verify(&echoed, &host, &query, now).is_ok());
    let token = Token::new(&format!(" {GOOD}\r\n")).expect("fit").expect("there");
    assert!(token.matches(GOOD));
}

#[test]
fn a_token_matches_itself_and_nothing_else() {
    let token = Token::new(GOOD).expect("fit").expect("there");
    assert!(token.matches(GOOD));
    for other in ["", " ", &GOOD[1..], &GOOD[..GOOD.len() - 1], &GOOD.to_lowercase()] {
        assert!(!token.matches(other), "{other}");
    }
    for other in ["Bearer ", " ", "\0"] {
        assert!(!token.matches(&format!("{other}{GOOD}")), "{other:?} before it");
        assert!(!token.matches(&format!("{GOOD}{other}")), "{other:?} after it");
    }
    assert!(!token.matches(&GOOD.repeat(2)));
    assert!(!token.matches(&"x".repeat(1 << 20)));
}

/// Every run of six characters of the text.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    (6..=text.len()).filter_map(|end| text.get(end - 6..end))
}

#[test]
fn nothing_prints_a_secret() {
    let secret = Secret::new(GOOD).expect("fit").expect("there");
    let token = Token::new(GOOD).expect("fit").expect("there");
    assert_eq!(format!("{secret:?}"), "Secret { .. }");
    assert_eq!(format!("{token:?}"), "Token { .. }");

    let now = DateTime::UNIX_EPOCH;
    let host: Host = "example.org".parse().expect("a host");
    let link = Link::new(host.clone(), now + TimeDelta::hours(1));
    let query = link.sign(&secret);
    let pass = Link::verify(&secret, &host, &query, now).expect("signed");
    assert_eq!(
        format!("{pass:?}"),
        r#"Pass { expires: 1970-01-01T01:00:00Z, to: LocalPath("/"), .. }"#,
    );
    let refusals = [
        Link::verify(&secret, &host, "", now),
        Link::verify(&secret, &host, &query.replace('=', "=x"), now),
        Link::verify(&secret, &host, &query.replace("signature=", "signature=x"), now),
        Link::verify(&secret, &host, &query, now + TimeDelta::hours(1)),
    ]
    .map(|refused| refused.expect_err("altered or over"));
    let printed = format!("{secret:?} {token:?} {link:?} {pass:?} {refusals:?} {refusals:#?}")
        + &refusals.map(|refused| refused.to_string()).concat()
        + &query
        + pass.set_cookie();
    for run in runs(GOOD) {
        assert!(!printed.contains(run), "{run} in {printed}");
    }
    // A cookie is worth as much as a secret for as long as it lives.
    let (_, cookie) = pass.set_cookie().split_once('.').expect("a signature");
    assert!(!format!("{pass:?} {pass:#?}").contains(&cookie[..6]));
}

proptest! {
    // Letters that stand in none of our sentences.
    #[test]
    fn prop_an_unfit_secret_is_not_printed(text in "[QXZVW]{1,40}\u{feff}?|[QXZVW]{1025,1100}") {
        let why = Secret::new(&text).expect_err("short, monotonous, long or not ASCII");
        let printed = format!("{why} {why:?} {why:#?}");
        prop_assert!(!printed.contains(['Q', 'X', 'Z', 'V', 'W']), "{}", printed);
    }

    #[test]
    fn prop_a_token_matches_one_text(one in "[ -~]{32,80}", other in "[ -~]{0,80}") {
        let Ok(Some(token)) = Token::new(&one) else { return Ok(()) };
        prop_assert!(token.matches(one.trim()));
        prop_assert_eq!(token.matches(&other), one.trim() == other);
    }

    #[test]
    fn prop_no_text_brings_a_token_down(text in any::<Vec<u8>>()) {
        let token = Token::new(GOOD).expect("fit").expect("there");
        let text = String::from_utf8_lossy(&text);
        prop_assert!(!token.matches(&text));
        let _ = Secret::new(&text);
    }
}
