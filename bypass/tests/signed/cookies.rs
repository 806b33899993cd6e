//! Cookies: what a verified link becomes, and what a browser may send back.

use bypass::{Grounds, HEADER, Link, Secret, cookie};
use expect_test::expect;

use crate::{SECRET, at, host, secret};

const OPENED: &str = "2025-02-07T01:00:00Z";

/// What a browser sends after a link until `expires` was opened at [`OPENED`], and what it was told.
fn opened(expires: &str) -> (String, String) {
    let link = Link::new(host("portal.example.org"), at(expires));
    let query = link.sign(&secret());
    let pass = Link::verify(&secret(), &host("portal.example.org"), &query, at(OPENED))
        .expect("before it expires");
    let told = pass.set_cookie().to_owned();
    let (sent, _) = told.split_once(';').expect("attributes");
    (sent.to_owned(), told)
}

fn passes(header: &str, now: &str) -> bool {
    cookie::passes(&secret(), &host("portal.example.org"), header, at(now))
}

// The signature was made with Python, as in `links.rs`, over "intermission bypass cookie 1".
#[test]
fn a_link_becomes_a_cookie() {
    let (_, told) = opened("2025-02-07T03:00:00Z");
    expect!["__Host-intermission-bypass=1738897200.7ERyltTav7CK9wh3omC226ge4bu3-p6csX6vbDYQ030; Path=/; Max-Age=7200; Secure; HttpOnly; SameSite=Lax"]
        .assert_eq(&told);
    assert!(told.starts_with(cookie::NAME));
}

#[test]
fn a_cookie_lives_as_long_as_the_link_but_half_a_day_at_most() {
    for (expires, seconds, last) in [
        ("2025-02-07T01:00:01Z", 1, "2025-02-07T01:00:00.999Z"),
        ("2025-02-07T03:00:00Z", 7200, "2025-02-07T02:59:59.999Z"),
        ("2025-02-07T13:00:00Z", 43200, "2025-02-07T12:59:59.999Z"),
        ("2025-02-07T13:00:01Z", 43200, "2025-02-07T12:59:59.999Z"),
        ("2035-01-01T00:00:00Z", 43200, "2025-02-07T12:59:59.999Z"),
    ] {
        let (sent, told) = opened(expires);
        assert!(told.contains(&format!("; Max-Age={seconds};")), "{told}");
        assert!(passes(&sent, OPENED), "{expires}");
        assert!(passes(&sent, last), "{expires}");
        let over = at(last) + chrono::TimeDelta::milliseconds(1);
        assert!(!cookie::passes(&secret(), &host("portal.example.org"), &sent, over), "{expires}");
        assert!(!passes(&sent, "2099-01-01T00:00:00Z"), "{expires}");
    }
}

#[test]
fn a_cookie_is_found_among_others() {
    let (ours, _) = opened("2025-02-07T03:00:00Z");
    let old = ours.replace("1738897200", "1738890000");
    for header in [
        format!("session=1; {ours}"),
        format!("{ours}; session=1"),
        format!("a=b;{ours};c"),
        format!("  {ours}  "),
        format!("{old}; {ours}"),
        format!("{}=; {}=x; {ours}", cookie::NAME, cookie::NAME),
        format!("{}; {ours}", "=;;=".repeat(5000)),
        // Two headers that were joined by somebody who does not know cookies.
        format!("session=1, {ours}"),
        format!("{ours}, session=1"),
    ] {
        assert!(passes(&header, "2025-02-07T02:00:00Z"), "{header:.200}");
    }
}

#[test]
fn what_is_no_cookie_of_ours_does_not_pass() {
    let (ours, _) = opened("2025-02-07T03:00:00Z");
    let (name, value) = ours.split_once('=').expect("a pair");
    let (expiry, signature) = value.split_once('.').expect("two parts");
    for header in [
        String::new(),
        value.to_owned(),
        name.to_owned(),
        format!("{name}="),
        format!("{name}={expiry}"),
        format!("{name}={expiry}."),
        format!("{name}=.{signature}"),
        format!("{name}={signature}.{expiry}"),
        format!("{name}={expiry}.{signature}."),
        format!("{name}={expiry}.{signature}="),
        format!("{name}=0{expiry}.{signature}"),
        format!("{name}={expiry}0.{signature}"),
        format!("{name}=+{expiry}.{signature}"),
        format!("{name}=\"{value}\""),
        format!("x{name}={value}"),
        format!("{}={value}", name.to_lowercase()),
        // Without the prefix, any neighbour under the same domain could have set it.
        format!("intermission-bypass={value}"),
    ] {
        assert!(!passes(&header, "2025-02-07T02:00:00Z"), "{header}");
    }
}

#[test]
fn of_many_cookies_only_the_first_are_looked_at() {
    let (ours, _) = opened("2025-02-07T03:00:00Z");
    let forged = ours.replace("1738897200", "1738897201");
    for (before, expected) in [(3, true), (4, false), (1000, false)] {
        let header = format!("{}{ours}", format!("{forged}; ").repeat(before));
        assert_eq!(passes(&header, "2025-02-07T02:00:00Z"), expected, "{before} before it");
    }
}

#[test]
fn a_cookie_is_for_one_host_and_one_secret() {
    let (ours, _) = opened("2025-02-07T03:00:00Z");
    let now = at("2025-02-07T02:00:00Z");
    assert!(cookie::passes(&secret(), &host("Portal.Example.Org:8443"), &ours, now));
    assert!(!cookie::passes(&secret(), &host("example.org"), &ours, now));
    assert!(!cookie::passes(&secret(), &host("www.portal.example.org"), &ours, now));
    let new = Secret::new(&SECRET.to_uppercase()).expect("fit").expect("there");
    assert!(!cookie::passes(&new, &host("portal.example.org"), &ours, now));
}

#[test]
fn a_cookie_is_no_link_and_a_link_is_no_cookie() {
    let host = host("portal.example.org");
    let query = Link::new(host.clone(), at("2025-02-07T03:00:00Z")).sign(&secret());
    let (_, signature) = query.split_once("signature=").expect("signed");
    assert!(!passes(&format!("{}=1738897200.{signature}", cookie::NAME), OPENED));

    let (sent, _) = opened("2025-02-07T03:00:00Z");
    let (_, signature) = sent.split_once('.').expect("signed");
    let query = format!("expires=1738897200&signature={signature}");
    assert!(Link::verify(&secret(), &host, &query, at(OPENED)).is_err());
}

#[test]
fn a_browser_is_told_to_forget() {
    expect!["__Host-intermission-bypass=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax"]
        .assert_eq(cookie::CLEAR);
    assert!(cookie::CLEAR.starts_with(cookie::NAME));
}

#[test]
fn a_bypassed_response_says_why() {
    let words =
        [Grounds::Address, Grounds::Cookie, Grounds::Token].map(|grounds| grounds.to_string());
    assert_eq!(
        (HEADER, words.join(" ")),
        ("Intermission-Bypass", "address cookie token".to_owned())
    );
}
