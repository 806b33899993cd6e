//! Links: what is signed, what is verified, and what a person is told.

use bypass::{Flaw, Host, Link, LocalPath, Refused, Secret};
use chrono::{DateTime, TimeDelta, Utc};

use crate::{SECRET, at, host, secret};

const EXPIRES: &str = "2025-02-07T03:00:00Z";

/// Made with Python: `base64.urlsafe_b64encode(hmac.digest(secret, b"intermission bypass link 1\n"
/// b"portal.example.org\n1738897200", "sha256")).rstrip(b"=")`.
const QUERY: &str = "expires=1738897200&signature=oHsn4a9mLubSxqFZnuX0orXAl0ZQHQBt0vnMQZqCBPA";

const SIGNATURE: &str = "oHsn4a9mLubSxqFZnuX0orXAl0ZQHQBt0vnMQZqCBPA";

fn link() -> Link {
    Link::new(host("portal.example.org"), at(EXPIRES))
}

fn verify(query: &str) -> Result<LocalPath, Refused> {
    Link::verify(&secret(), &host("portal.example.org"), query, at("2025-02-07T01:00:00Z"))
        .map(|pass| pass.to().clone())
}

#[track_caller]
fn malformed(query: &str, flaw: Flaw) {
    assert_eq!(verify(query), Err(Refused::Malformed(flaw)), "{query:.200}");
}

#[test]
fn a_link_is_signed_as_it_is_written_down() {
    assert_eq!(link().sign(&secret()), QUERY);
    assert_eq!(
        link().to("/records?page=2".parse().expect("local")).sign(&secret()),
        format!("{QUERY}&to=%2Frecords%3Fpage%3D2"),
    );
    // Down to the second, so that it never lives longer than was asked for.
    let expires = at(EXPIRES) + TimeDelta::milliseconds(999);
    assert_eq!(Link::new(host("portal.example.org"), expires).sign(&secret()), QUERY);
}

#[test]
fn a_link_is_verified_until_it_expires() {
    let verify = |now: &str| {
        Link::verify(&secret(), &host("portal.example.org"), QUERY, at(now))
            .map(|pass| pass.expires())
    };
    let expired = Err(Refused::Expired { at: at(EXPIRES) });
    assert_eq!(verify("1970-01-01T00:00:00Z"), Ok(at("1970-01-01T12:00:00Z")));
    assert_eq!(verify("2025-02-07T02:59:59Z"), Ok(at(EXPIRES)));
    assert_eq!(verify("2025-02-07T02:59:59.999999999Z"), Ok(at(EXPIRES)));
    assert_eq!(verify(EXPIRES), expired);
    assert_eq!(verify("2025-02-07T03:00:00.001Z"), expired);
    assert_eq!(verify("2099-01-01T00:00:00Z"), expired);
}

#[test]
fn a_link_is_for_one_host() {
    let verify = |name: &str| {
        Link::verify(&secret(), &host(name), QUERY, at("2025-02-07T01:00:00Z")).map(|_| ())
    };
    assert_eq!(verify("PORTAL.example.org.:8443"), Ok(()));
    for other in
        ["example.org", "www.portal.example.org", "portal.example.com", "[::1]", "127.0.0.1"]
    {
        assert_eq!(verify(other), Err(Refused::WrongSignature), "{other}");
    }
}

#[test]
fn a_new_secret_revokes_every_link() {
    let new = Secret::new(&SECRET.to_uppercase()).expect("fit").expect("there");
    let found = Link::verify(&new, &host("portal.example.org"), QUERY, at("2025-02-07T01:00:00Z"));
    assert_eq!(found.map(|_| ()), Err(Refused::WrongSignature));
}

#[test]
fn the_signature_is_looked_at_before_the_expiry() {
    let long_over = QUERY.replace("1738897200", "1");
    assert_eq!(verify(&long_over), Err(Refused::WrongSignature));
    let found = Link::verify(&secret(), &host("example.org"), QUERY, at("2099-01-01T00:00:00Z"));
    assert_eq!(found.map(|_| ()), Err(Refused::WrongSignature));
}

#[test]
fn other_parameters_do_not_matter() {
    for query in [
        format!("?{QUERY}"),
        format!("utm_source=mail&{QUERY}&fbclid=1"),
        format!("signature={SIGNATURE}&&expires=1738897200&"),
        format!("{QUERY}&%zz=%ff&=&a=b=c&Expires=1&to[]=x"),
        format!("%65xpires=%31738897200&sig%6eature=%6F{}", &SIGNATURE[1..]),
        format!("{QUERY}&page={}", "x".repeat(3900)),
        format!("{QUERY}&{}", "a&".repeat(1900)),
    ] {
        assert_eq!(verify(&query), Ok(LocalPath::default()), "{query:.200}");
    }
}

#[test]
fn a_link_leads_to_a_local_path_only() {
    for (to, expected) in [
        ("/records", "/records"),
        ("%2Frecords%3Fpage%3D2%23top", "/records?page=2#top"),
        ("", "/"),
        ("records", "/"),
        ("https://example.org/", "/"),
        ("//example.org", "/"),
        ("/%2Fexample.org", "/"),
        ("%2F%2Fexample.org", "/"),
        ("/%5Cexample.org", "/"),
        ("/%0A/example.org", "/"),
        ("/%09/example.org", "/"),
        ("/a+b", "/"),
        ("/%ff", "/"),
        ("/a%252Fb", "/a%2Fb"),
    ] {
        let found = verify(&format!("{QUERY}&to={to}")).map(|to| to.as_str().to_owned());
        assert_eq!(found, Ok(expected.to_owned()), "{to}");
    }
}

#[test]
fn a_longest_path_is_still_within_what_is_looked_at() {
    let path: LocalPath = format!("/{}", "%".repeat(1023)).parse().expect("local");
    let query = link().to(path.clone()).sign(&secret());
    assert_eq!(verify(&query), Ok(path), "{} bytes", query.len());
}

#[test]
fn what_is_no_link_is_malformed() {
    malformed("", Flaw::Missing { parameter: "expires" });
    malformed("?", Flaw::Missing { parameter: "expires" });
    malformed("page=2", Flaw::Missing { parameter: "expires" });
    malformed(&QUERY[..18], Flaw::Missing { parameter: "signature" });
    malformed(&format!("signature={SIGNATURE}"), Flaw::Missing { parameter: "expires" });
    // Copied out of a page's source.
    malformed(&QUERY.replace('&', "&amp;"), Flaw::Missing { parameter: "signature" });
    malformed(&format!("{QUERY}&expires=1738897200"), Flaw::Repeated { parameter: "expires" });
    malformed(&format!("{QUERY}&%73ignature="), Flaw::Repeated { parameter: "signature" });
    malformed(&format!("{QUERY}&to=/a&to=/b"), Flaw::Repeated { parameter: "to" });
    for expires in [
        "",
        "-1",
        "+1738897200",
        "01738897200",
        "1738897200.0",
        "1738897200%20",
        "1e9",
        "soon",
        "0x67",
        "99999999999999",
        "9223372036854775808",
        "99999999999999999999",
        "%D9%A1",
    ] {
        let query = QUERY.replace("1738897200", expires);
        malformed(&query, Flaw::Unreadable { parameter: "expires" });
    }
    let flood = format!("{QUERY}&{}", "x".repeat(1 << 20));
    malformed(&flood, Flaw::TooLong { bytes: flood.len() });
}

#[test]
fn a_signature_has_one_spelling() {
    for signature in [
        "".to_owned(),
        "x".to_owned(),
        SIGNATURE[1..].to_owned(),
        format!("{SIGNATURE}A"),
        // Padding; the same bits, but two that are left over in the last character are set.
        format!("{SIGNATURE}="),
        SIGNATURE.replace("BPA", "BPB"),
        SIGNATURE.to_lowercase(),
        format!("{SIGNATURE}%0A"),
        "A".repeat(43),
        "é".repeat(43),
        "\u{0}".repeat(43),
    ] {
        let query = QUERY.replace(SIGNATURE, &signature);
        assert_eq!(verify(&query), Err(Refused::WrongSignature), "{signature}");
    }
}

#[test]
fn an_expiry_beyond_all_bounds_is_read_back() {
    for (expires, at) in [
        (DateTime::<Utc>::MAX_UTC, 8_210_266_876_799),
        (DateTime::<Utc>::MIN_UTC, 0),
        (DateTime::UNIX_EPOCH, 0),
    ] {
        let host: Host = host("example.org");
        let query = Link::new(host.clone(), expires).sign(&secret());
        let at = DateTime::from_timestamp(at, 0).expect("in range");
        let found = Link::verify(&secret(), &host, &query, DateTime::<Utc>::MAX_UTC);
        assert_eq!(found.map(|_| ()), Err(Refused::Expired { at }), "{query}");
    }
}

#[test]
fn the_way_out_is_said() {
    for (why, expected) in [
        (
            Refused::Malformed(Flaw::TooLong { bytes: 5000 }),
            "this is not a whole link, its 5000 bytes are too many: copy all of it, to its last \
             character",
        ),
        (
            Refused::Malformed(Flaw::Missing { parameter: "signature" }),
            "this is not a whole link, `signature` is missing: copy all of it, to its last character",
        ),
        (
            Refused::Malformed(Flaw::Repeated { parameter: "to" }),
            "this is not a whole link, `to` is there twice: copy all of it, to its last character",
        ),
        (
            Refused::Malformed(Flaw::Unreadable { parameter: "expires" }),
            "this is not a whole link, `expires` cannot be read: copy all of it, to its last \
             character",
        ),
        (
            Refused::WrongSignature,
            "the signature of this link is not right: it was made for another host, or changed on the \
             way, or revoked; ask for a new one",
        ),
        (
            Refused::Expired { at: at(EXPIRES) },
            "this link expired on 2025-02-07 03:00:00 UTC: ask for a new one",
        ),
    ] {
        assert_eq!(why.to_string(), expected);
    }
}
