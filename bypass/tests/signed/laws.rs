//! Laws that hold whatever is signed, and whatever is sent.

use bypass::{Host, Link, Secret, cookie};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use crate::{host, secret};

fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (0..4_102_444_800_000_i64)
        .prop_map(|millis| DateTime::UNIX_EPOCH + TimeDelta::milliseconds(millis))
}

/// From a second to 40 days, mostly around the half day that a cookie lives at most.
fn lifetime() -> impl Strategy<Value = TimeDelta> {
    prop_oneof![1_000..60_000_i64, 43_190_000..43_210_000_i64, 1_000..3_456_000_000_i64]
        .prop_map(TimeDelta::milliseconds)
}

fn name() -> impl Strategy<Value = Host> {
    "[a-z]{1,3}(\\.[a-z]{1,3}){0,2}".prop_map(|text| host(&text))
}

fn other_secret() -> impl Strategy<Value = Secret> {
    "[!-~]{44}".prop_filter_map("fit", |text| Secret::new(&text).ok().flatten())
}

fn cookie_of(set_cookie: &str) -> &str {
    set_cookie.split_once(';').expect("attributes").0
}

/// A text with one bit of it turned over; what is not UTF-8 then arrives as the platform reads it.
fn flipped(text: &str, bit: usize) -> String {
    let mut octets = text.as_bytes().to_vec();
    let bit = bit % (octets.len() * 8);
    octets[bit / 8] ^= 1 << (bit % 8);
    String::from_utf8_lossy(&octets).into_owned()
}

#[test]
fn no_bit_of_a_link_or_a_cookie_can_be_changed() {
    let (now, host) = (DateTime::UNIX_EPOCH, host("portal.example.org"));
    let query = Link::new(host.clone(), now + TimeDelta::hours(2)).sign(&secret());
    let pass = Link::verify(&secret(), &host, &query, now).expect("signed");
    let cookie = cookie_of(pass.set_cookie());
    assert!(cookie::passes(&secret(), &host, cookie, now));
    for bit in 0..query.len() * 8 {
        let query = flipped(&query, bit);
        assert!(Link::verify(&secret(), &host, &query, now).is_err(), "{query}");
    }
    for bit in 0..cookie.len() * 8 {
        let cookie = flipped(cookie, bit);
        assert!(!cookie::passes(&secret(), &host, &cookie, now), "{cookie}");
    }
}

proptest! {
    #[test]
    fn prop_a_changed_bit_is_refused(
        secret in other_secret(), host in name(), now in instant(), lifetime in lifetime(),
        bit in any::<usize>(),
    ) {
        let query = Link::new(host.clone(), now + lifetime).sign(&secret);
        let Ok(pass) = Link::verify(&secret, &host, &query, now) else { return Ok(()) };
        prop_assert!(Link::verify(&secret, &host, &flipped(&query, bit), now).is_err());
        let cookie = cookie_of(pass.set_cookie());
        prop_assert!(!cookie::passes(&secret, &host, &flipped(cookie, bit), now));
    }

    #[test]
    fn prop_nothing_passes_from_its_expiry_on(
        host in name(), now in instant(), lifetime in lifetime(), late in 0..10_000_000_000_i64,
    ) {
        let expires = now + lifetime;
        let query = Link::new(host.clone(), expires).sign(&secret());
        let late = TimeDelta::milliseconds(late);
        prop_assert!(Link::verify(&secret(), &host, &query, expires + late).is_err());

        let pass = Link::verify(&secret(), &host, &query, now).expect("a second or more is left");
        prop_assert!(pass.expires() <= expires);
        prop_assert!(pass.expires() <= now + cookie::LONGEST);
        prop_assert!(pass.expires() > now + lifetime.min(cookie::LONGEST) - TimeDelta::seconds(1));
        let cookie = cookie_of(pass.set_cookie());
        let just_before = pass.expires() - TimeDelta::nanoseconds(1);
        prop_assert!(cookie::passes(&secret(), &host, cookie, now));
        prop_assert!(cookie::passes(&secret(), &host, cookie, just_before));
        prop_assert!(!cookie::passes(&secret(), &host, cookie, pass.expires()));
        prop_assert!(!cookie::passes(&secret(), &host, cookie, pass.expires() + late));
    }

    #[test]
    fn prop_nothing_passes_on_another_host_or_with_another_secret(
        host in name(), other in name(), new in other_secret(), now in instant(), lifetime in lifetime(),
    ) {
        prop_assume!(host != other);
        let query = Link::new(host.clone(), now + lifetime).sign(&secret());
        let pass = Link::verify(&secret(), &host, &query, now).expect("a second or more is left");
        let cookie = cookie_of(pass.set_cookie());
        prop_assert!(Link::verify(&secret(), &other, &query, now).is_err());
        prop_assert!(Link::verify(&new, &host, &query, now).is_err());
        prop_assert!(!cookie::passes(&secret(), &other, cookie, now));
        prop_assert!(!cookie::passes(&new, &host, cookie, now));
    }

    #[test]
    fn prop_no_bytes_pass_or_bring_it_down(octets in any::<Vec<u8>>(), now in instant(), named in any::<bool>()) {
        let (host, text) = (host("example.org"), String::from_utf8_lossy(&octets));
        let (query, header) = if named {
            (format!("expires=4102444800&signature={text}"), format!("{}=4102444800.{text}", cookie::NAME))
        } else {
            (text.to_string(), text.to_string())
        };
        prop_assert!(Link::verify(&secret(), &host, &query, now).is_err());
        prop_assert!(!cookie::passes(&secret(), &host, &header, now));
    }

    #[test]
    fn prop_no_signature_of_the_right_length_passes(signature in "[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]", now in instant()) {
        let host = host("example.org");
        let query = format!("expires=4102444800&signature={signature}");
        prop_assert!(Link::verify(&secret(), &host, &query, now).is_err());
        let header = format!("{}=4102444800.{signature}", cookie::NAME);
        prop_assert!(!cookie::passes(&secret(), &host, &header, now));
    }
}
