//! The `{placeholders}` of a text.

use std::collections::BTreeSet;

/// The names of all placeholders, or nothing when a brace has no partner or no name in it.
pub(crate) fn of(text: &str) -> Option<BTreeSet<&str>> {
    let mut pieces = text.split('{');
    let first = pieces.next().filter(|piece| !piece.contains('}'));
    let names = pieces.map(|piece| {
        let (name, rest) = piece.split_once('}')?;
        let named = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        (named && !rest.contains('}')).then_some(name)
    });
    first.and_then(|_| names.collect())
}

/// As they are written: "`{end}` and `{kind}`".
pub(crate) fn shown(names: &BTreeSet<&str>) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{{{name}}}`")).collect();
    if names.is_empty() { "no placeholder".to_owned() } else { names.join(" and ") }
}

#[test]
fn placeholders_are_found() {
    #[track_caller]
    fn check(text: &str, expected: Option<&[&str]>) {
        assert_eq!(of(text), expected.map(|names| names.iter().copied().collect()), "{text}");
    }
    check("", Some(&[]));
    check("{kind} ends {end}.", Some(&["end", "kind"]));
    check("{end}{end}", Some(&["end"]));
    check("{first_day}", Some(&["first_day"]));
    for broken in ["{", "}", "{end", "end}", "{}", "{ end }", "{end}}", "{{end}}", "{fin\u{301}}"] {
        check(broken, None);
    }
}
