//! Where a link may lead afterwards: nowhere but on the same host.

use bypass::{LocalPath, LocalPathError};
use proptest::prelude::*;
use url::Url;

#[track_caller]
fn check(text: &str, expected: Result<(), LocalPathError>) {
    assert_eq!(
        text.parse::<LocalPath>().map(|path| assert_eq!(path.as_str(), text)),
        expected,
        "{text}"
    );
}

#[test]
fn paths_on_the_same_host() {
    for path in [
        "/",
        "/records",
        "/records/?page=2&to=//example.org#top",
        "/a//b",
        "/a%2F%2Fb",
        "/%2F/example.org",
        "/%5Cexample.org",
        "/.//example.org",
        "/..//example.org",
        "/@example.org",
        "/:80",
        "/javascript:alert(1)",
        "/?//example.org",
    ] {
        check(path, Ok(()));
        assert!(is_local(path), "{path}");
    }
}

#[test]
fn what_may_lead_elsewhere() {
    for path in [
        "",
        "records",
        "https://example.org/",
        "//example.org",
        "///example.org",
        "javascript:alert(1)",
        "?page=2",
        "#top",
        "../records",
        "@example.org",
        "%2Frecords",
    ] {
        check(path, Err(LocalPathError::Elsewhere));
    }
    for (path, found) in [
        ("/\\example.org", '\\'),
        ("\\\\example.org", '\\'),
        ("/records\\", '\\'),
        ("/\n/example.org", '\n'),
        ("/\t/example.org", '\t'),
        ("/\r\nSet-Cookie: a=b", '\r'),
        (" /records", ' '),
        ("/a b", ' '),
        ("/a\0", '\0'),
        ("/a\u{7f}", '\u{7f}'),
        ("/año", 'ñ'),
        ("/\u{2028}", '\u{2028}'),
        ("／／example.org", '／'),
    ] {
        check(path, Err(LocalPathError::Unexpected { found }));
    }
    check(&format!("/{}", "a".repeat(1023)), Ok(()));
    check(&format!("/{}", "a".repeat(1024)), Err(LocalPathError::TooLong { bytes: 1025 }));
}

#[test]
fn the_way_out_is_said() {
    for (why, expected) in [
        (
            LocalPathError::Elsewhere,
            "expected a path on the same host such as `/records`, found a text that does not begin \
             with exactly one `/`",
        ),
        (
            LocalPathError::Unexpected { found: '\n' },
            r"expected visible ASCII characters other than `\` in a path, found '\n': percent-encode it",
        ),
        (
            LocalPathError::TooLong { bytes: 1025 },
            "expected a path of at most 1024 bytes, found 1025",
        ),
    ] {
        assert_eq!(why.to_string(), expected);
    }
}

/// As browsers read it, from a page that is anywhere on the host.
fn is_local(path: &str) -> bool {
    ["https://portal.example/", "https://portal.example/_maintenance/bypass?expires=1"].iter().all(
        |from| {
            let from = Url::parse(from).expect("an address");
            from.join(path).is_ok_and(|to| to.origin() == from.origin() && to.username().is_empty())
        },
    )
}

proptest! {
    #[test]
    fn prop_a_local_path_stays_on_its_host(text in "\\PC*|/?[/.\\\\@:%25a\t\n?#]{0,12}") {
        if let Ok(path) = text.parse::<LocalPath>() {
            prop_assert!(is_local(path.as_str()), "{}", path);
        }
    }
}
