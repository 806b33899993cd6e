//! What a new token may be called and may do.

use admin::{NewToken, Scope};
use credential::{Grant, GrantError};
use expect_test::expect;
use proptest::prelude::*;

fn asked(name: &str, scopes: &[Scope], valid_for: Option<&str>) -> NewToken {
    NewToken { name: name.into(), scopes: scopes.into(), valid_for: valid_for.map(str::to_owned) }
}

fn named(name: &str) -> Result<String, GrantError> {
    Grant::new(&asked(name, &[Scope::Read], None)).map(|grant| grant.name)
}

#[test]
fn names_are_seen_and_are_nobody_elses() {
    for (name, expected) in [
        ("deploy", "deploy"),
        (" deploy pipeline ", "deploy pipeline"),
        ("Wartung für Köln", "Wartung für Köln"),
        ("維護", "維護"),
        ("rooted", "rooted"),
        (&"x".repeat(64), &"x".repeat(64)),
    ] {
        assert_eq!(named(name).as_deref(), Ok(expected));
    }
    for (name, expected) in [
        ("", GrantError::NameLength { characters: 0 }),
        (" \t", GrantError::NameLength { characters: 0 }),
        (&"ä".repeat(65), GrantError::NameLength { characters: 65 }),
        ("a\nb", GrantError::Unprintable { found: '\n' }),
        ("a\0b", GrantError::Unprintable { found: '\0' }),
        ("a\u{202e}b", GrantError::Unprintable { found: '\u{202e}' }),
        ("a\u{200b}b", GrantError::Unprintable { found: '\u{200b}' }),
        ("jane@example.org", GrantError::NameOfOthers { found: "jane@example.org".into() }),
        ("Root", GrantError::NameOfOthers { found: "Root".into() }),
    ] {
        assert_eq!(named(name), Err(expected), "{name:?}");
    }
}

#[test]
fn scopes_are_read_and_write() {
    use Scope::{Read, Root, Write};
    let granted = |scopes: &[Scope]| Grant::new(&asked("a", scopes, None)).map(|it| it.scopes);
    assert_eq!(granted(&[Read]), Ok(vec![Read]));
    assert_eq!(granted(&[Write]), Ok(vec![Write]));
    assert_eq!(granted(&[Write, Read, Write]), Ok(vec![Read, Write]));
    assert_eq!(granted(&[]), Err(GrantError::NoScope));
    assert_eq!(granted(&[Root]), Err(GrantError::Root));
    assert_eq!(granted(&[Read, Write, Root]), Err(GrantError::Root));
}

#[test]
fn tokens_end() {
    let seconds = |valid_for| {
        Grant::new(&asked("a", &[Scope::Read], valid_for)).map(|it| it.valid_for.as_secs())
    };
    assert_eq!(seconds(None), Ok(90 * 86_400));
    assert_eq!(seconds(Some("1s")), Ok(1));
    assert_eq!(seconds(Some("366d")), Ok(366 * 86_400));
    for text in ["", "0s", "366d1s", "forever", "-1d", "1y"] {
        assert!(matches!(seconds(Some(text)), Err(GrantError::ValidFor { .. })), "{text}");
    }
}

#[test]
fn what_is_wrong_is_said() {
    let sentences: Vec<String> = [
        asked("", &[Scope::Read], None),
        asked("a\nb", &[Scope::Read], None),
        asked("root", &[Scope::Read], None),
        asked("a", &[], None),
        asked("a", &[Scope::Root], None),
        asked("a", &[Scope::Read], Some("forever")),
        asked("a", &[Scope::Read], Some("400d")),
    ]
    .iter()
    .map(|asked| Grant::new(asked).expect_err("refused").to_string())
    .collect();
    expect![[r#"
        expected a name of 1 to 64 characters, found 0
        expected a name of printable characters, found '\n'
        expected a name that is neither an address nor `root`, found `root`: on record it would look like somebody else
        expected `read`, `write` or both in `scopes`, found none
        expected `read`, `write` or both in `scopes`, found `root`, which no token can have
        expected a length such as `90s`, `30m`, `1h30m` or `3d` in `valid-for`, found `forever`
        expected a length from 1 second to 366 days in `valid-for`, found `400d`"#]].assert_eq(&sentences.join("\n"));
}

proptest! {
    #[test]
    fn prop_reading_never_panics(name in ".*", valid_for in ".*") {
        if let Ok(grant) = Grant::new(&asked(&name, &[Scope::Read], Some(&valid_for))) {
            prop_assert!(grant.name.chars().count() <= 64);
        }
        if let Ok(grant) = Grant::new(&asked(&name, &[Scope::Read], None)) {
            prop_assert!(!grant.name.is_empty() && !grant.name.contains(char::is_control));
        }
    }
}
