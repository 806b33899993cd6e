//! Which hosts are the same one, and what is none.

use bypass::{Host, HostError};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expected: Result<&str, HostError>) {
    let found = text.parse::<Host>();
    assert_eq!(found.as_ref().map(Host::as_str).map_err(|why| *why), expected, "{text}");
}

#[test]
fn spellings_of_one_host() {
    check("example.org", Ok("example.org"));
    check("EXAMPLE.Org", Ok("example.org"));
    check("example.org.", Ok("example.org"));
    check("example.org:443", Ok("example.org"));
    check("Example.org.:8443", Ok("example.org"));
    check("example.org:", Ok("example.org"));
    check("localhost:8787", Ok("localhost"));
    check("my_app.example.org", Ok("my_app.example.org"));
    check("XN--mnchen-3ya.example", Ok("xn--mnchen-3ya.example"));
    check("192.0.2.7:80", Ok("192.0.2.7"));
    check("[2001:DB8:0::1]:8787", Ok("[2001:db8::1]"));
    check("[::1]", Ok("[::1]"));
}

#[test]
fn what_is_no_host() {
    check("", Err(HostError::Empty));
    check(".", Err(HostError::Empty));
    check(":8787", Err(HostError::Empty));
    check("example..org", Err(HostError::Empty));
    check("example.org..", Err(HostError::Empty));
    check(".example.org", Err(HostError::Empty));
    check("https://example.org/", Err(HostError::Unexpected { found: '/' }));
    check("example.org/records", Err(HostError::Unexpected { found: '/' }));
    check("münchen.example", Err(HostError::Unexpected { found: 'ü' }));
    check("user@example.org", Err(HostError::Unexpected { found: '@' }));
    check("example.org ", Err(HostError::Unexpected { found: ' ' }));
    check("example.org\n1", Err(HostError::Unexpected { found: '\n' }));
    check("*.example.org", Err(HostError::Unexpected { found: '*' }));
    check("example.org:https", Err(HostError::Port));
    check("example.org:80:80", Err(HostError::Port));
    check("example.org:80\n", Err(HostError::Port));
    check("[::1]8787", Err(HostError::Port));
    check("[::1", Err(HostError::Ipv6));
    check("[example.org]", Err(HostError::Ipv6));
    check("[fe80::1%eth0]", Err(HostError::Ipv6));
    check("2001:db8::1", Err(HostError::Port));
    let long = "a".repeat(254);
    check(&long, Err(HostError::TooLong { characters: 254 }));
    check(&long[1..], Ok(&long[1..]));
}

#[test]
fn the_way_out_is_said() {
    for (why, expected) in [
        (HostError::Empty, "expected a host such as `example.org`, found an empty name"),
        (
            HostError::TooLong { characters: 254 },
            "expected a host of at most 253 characters, found 254",
        ),
        (
            HostError::Unexpected { found: '/' },
            "expected a host alone such as `example.org`, found a `/`: leave out `https://` before it \
             and the path after it",
        ),
        (
            HostError::Unexpected { found: 'ü' },
            "expected letters, digits, `-`, `_` and `.` in a host, found 'ü': a name in another script \
             is written as its punycode, `xn--…`",
        ),
        (HostError::Port, "expected a number after the `:` of a host, found no number"),
        (
            HostError::Ipv6,
            "expected an IPv6 address in the brackets of a host such as `[2001:db8::1]`, found \
             something else",
        ),
    ] {
        assert_eq!(why.to_string(), expected);
    }
}

proptest! {
    #[test]
    fn prop_a_host_is_read_back_as_it_was(text in "\\PC*|[A-Za-z0-9.:\\[\\]-]*") {
        if let Ok(host) = text.parse::<Host>() {
            prop_assert_eq!(host.as_str().parse::<Host>(), Ok(host.clone()));
            // What is signed ends a host with a line feed.
            prop_assert!(host.as_str().bytes().all(|octet| octet.is_ascii_graphic()));
        }
    }
}
