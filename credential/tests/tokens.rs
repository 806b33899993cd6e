//! What is a token, what opens something, and that a secret is never seen again.

use chrono::{DateTime, TimeDelta, Utc};
use credential::{Digest, Kept, KeptError, Malformed, Token, bearer, leak};
use expect_test::expect;
use proptest::prelude::*;

const GOOD: &str = "imt_0123456789_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
}

fn kept(token: &Token) -> Kept {
    Kept { digest: token.digest(), expires: None, revoked: None }
}

#[test]
fn only_whole_tokens_are_tokens() {
    assert_eq!(GOOD.len(), 58);
    let token: Token = GOOD.parse().expect("whole");
    assert_eq!(token.id(), "0123456789");
    assert_eq!(token.reveal(), GOOD);
    for text in [
        "",
        "imt_",
        "imt_0123456789",
        "imt_0123456789_",
        &GOOD[..57],
        &GOOD[1..],
        &format!("{GOOD}A"),
        &format!("{GOOD}="),
        &format!(" {GOOD}"),
        &GOOD.replace("imt", "IMT"),
        &GOOD.replace("0123456789_", "012345678__"),
        // Letters that are no names': `i`, `l`, `o`, `u`, and those that are not in small.
        &GOOD.replace("0123456789_", "012345678i_"),
        &GOOD.replace("0123456789_", "012345678A_"),
        // Standard base64, and one with bits left over.
        &GOOD.replace("AAEC", "AA+C"),
        &GOOD.replace("Hh8", "Hh9"),
        &GOOD.replace("0123456789", "01234567é"),
    ] {
        assert_eq!(text.parse::<Token>().map(|token| token.reveal()), Err(Malformed), "{text:?}");
    }
}

#[test]
fn a_digest_is_that_of_the_43_characters() {
    // printf AAEC… | sha256sum
    let digest = GOOD.parse::<Token>().expect("whole").digest();
    let hex: String = digest.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    expect!["ea866a757e4c38babfa8127cbe9a409d3e1f93a00ff1488ff735fcf917afffd0"].assert_eq(&hex);
    assert!(Digest::from_kept(digest.as_bytes()).expect("32 bytes").matches(&digest));
    assert!(Digest::from_kept(&digest.as_bytes()[1..]).is_none());
}

#[test]
fn only_who_has_the_secret_learns_what_became_of_a_token() {
    let mine: Token = GOOD.parse().expect("whole");
    let guess = Token::new([1; 10], [1; 32]);
    let at = now() - TimeDelta::seconds(1);
    let (living, expired, revoked) = (
        kept(&mine),
        Kept { expires: Some(now()), ..kept(&mine) },
        Kept { revoked: Some(at), expires: Some(at), ..kept(&mine) },
    );
    let last_second = Kept { expires: Some(now() + TimeDelta::milliseconds(1)), ..kept(&mine) };
    for (what, kept, sent, expected) in [
        ("nothing kept", None, &mine, Err(KeptError::Unknown)),
        ("living", Some(&living), &mine, Ok(())),
        ("in its last moment", Some(&last_second), &mine, Ok(())),
        ("expired", Some(&expired), &mine, Err(KeptError::Expired { at: now() })),
        ("revoked", Some(&revoked), &mine, Err(KeptError::Revoked { at })),
        ("living, guessed", Some(&living), &guess, Err(KeptError::Unknown)),
        ("expired, guessed", Some(&expired), &guess, Err(KeptError::Unknown)),
        ("revoked, guessed", Some(&revoked), &guess, Err(KeptError::Unknown)),
    ] {
        assert_eq!(Kept::admit(kept, sent, now()), expected, "{what}");
    }
}

#[test]
fn a_token_stands_behind_bearer() {
    for (header, expected) in [
        ("Bearer abc", Some("abc")),
        ("bearer abc", Some("abc")),
        ("BEARER  abc ", Some("abc")),
        ("Bearer", Some("")),
        ("Bearer ", Some("")),
        ("Basic YTpi", None),
        ("Bearerabc", None),
        ("", None),
        ("abc", None),
    ] {
        assert_eq!(bearer::token(header), expected, "{header:?}");
    }
}

#[test]
fn a_token_in_an_address_is_seen() {
    for (query, is_leak) in [
        (&[][..], false),
        (&[("dry-run", "true"), ("before", "7")], false),
        (&[("limit", "imt")], false),
        (&[("access_token", "")], true),
        (&[("before", "7"), ("key", "imt_0123456789_x")], true),
        (&[("key", " imt_0123456789_x")], true),
        (&[("imt_0123456789_x", "")], true),
    ] {
        assert_eq!(leak::check(query.iter().copied()).is_err(), is_leak, "{query:?}");
    }
}

fn token() -> impl Strategy<Value = Token> {
    (any::<[u8; 10]>(), any::<[u8; 32]>()).prop_map(|(id, secret)| Token::new(id, secret))
}

proptest! {
    #[test]
    fn prop_reading_never_panics(text in ".*", bytes in any::<Vec<u8>>()) {
        let _ = text.parse::<Token>();
        let _ = format!("imt_{text}").parse::<Token>();
        let _ = leak::check([(&*text, &*text)]);
        let _ = bearer::token(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn prop_what_is_made_is_read(token in token()) {
        let read: Token = token.reveal().parse().expect("made by us");
        prop_assert_eq!(read.id(), token.id());
        prop_assert!(Kept::admit(Some(&kept(&token)), &read, now()).is_ok());
    }

    #[test]
    fn prop_only_the_exact_secret_opens(
        token in token(), place in 15..58_usize, letter in "[A-Za-z0-9_-]",
    ) {
        let mut text = token.reveal();
        let same = text[place..=place] == letter;
        text.replace_range(place..=place, &letter);
        let opens = text
            .parse::<Token>()
            .is_ok_and(|sent| Kept::admit(Some(&kept(&token)), &sent, now()).is_ok());
        prop_assert_eq!(opens, same);
    }

    #[test]
    fn prop_nothing_prints_a_secret(token in token()) {
        let text = token.reveal();
        let printed = format!("{token:?} {token:#?} {:?} {:?}", token.digest(), kept(&token));
        for end in 21..=text.len() {
            prop_assert!(!printed.contains(&text[end - 6..end]), "{}", printed);
        }
    }
}
