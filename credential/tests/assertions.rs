//! What of single sign-on is believed, once its signature is.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use credential::{
    Assertion, AssertionError, ClaimsError, Expected, Identity, KeysError, Part, Team, TeamError,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Made and signed with node's crypto, with the claims that Access makes.
const REAL: &str = include_str!("signed_on/assertion.jwt");
/// The answer of `/cdn-cgi/access/certs` that belongs to it.
const CERTS: &str = include_str!("signed_on/certs.json");

const AUDIENCE: &str = "32eafc7626e737969664d3b3a3b2b5c1d2bb0b2f1a7d2f6cbd4b76d2dbc0ce0a";
const MADE: i64 = 1_738_888_200;
const EXPIRES: i64 = 1_738_891_800;

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).expect("in range")
}

fn team() -> Team {
    Team::new("https://example.cloudflareaccess.com").expect("fit").expect("there")
}

fn person() -> Result<Identity, ClaimsError> {
    Ok(Identity::Person { email: "jane@example.org".into() })
}

fn text(header: &Value, claims: &Value) -> String {
    let [header, claims] = [header, claims].map(|part| URL_SAFE_NO_PAD.encode(part.to_string()));
    format!("{header}.{claims}.c2ln")
}

fn claims() -> Value {
    json!({ "iss": "https://example.cloudflareaccess.com", "aud": [AUDIENCE],
        "email": "jane@example.org", "exp": EXPIRES, "iat": MADE, "nbf": MADE })
}

/// The claims above with these in place of theirs; `null` leaves one out.
fn with(changes: &Value) -> Value {
    let mut claims = claims();
    let object = claims.as_object_mut().expect("an object");
    for (name, value) in changes.as_object().expect("an object") {
        object.insert(name.clone(), value.clone());
    }
    object.retain(|_, value| !value.is_null());
    claims
}

fn identify(claims: &Value, now: DateTime<Utc>) -> Result<Identity, ClaimsError> {
    let text = text(&json!({ "alg": "RS256", "kid": "a" }), claims);
    let claims = Assertion::new(&text).expect("readable").claims().expect("readable");
    claims.identify(Expected { team: &team(), audience: AUDIENCE }, now)
}

#[test]
fn a_real_assertion_says_who_asks() {
    let assertion = Assertion::new(REAL).expect("an assertion");
    assert_eq!(assertion.key_id(), "6e3b0c1f5a");
    assert_eq!(assertion.signature().len(), 256);
    let signed = std::str::from_utf8(assertion.signed()).expect("ASCII");
    assert_eq!(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(assertion.signature())), REAL.trim(),);
    let keys = credential::keys(CERTS.as_bytes()).expect("keys");
    assert_eq!(keys.iter().map(|key| &*key.id).collect::<Vec<_>>(), ["6e3b0c1f5a"]);

    let claims = assertion.claims().expect("claims");
    let expected = Expected { team: &team(), audience: AUDIENCE };
    assert_eq!(claims.identify(expected, at(MADE + 60)), person());
    let elsewhere = Team::new("https://other.cloudflareaccess.com").expect("fit").expect("there");
    for (team, audience, error) in [
        (&elsewhere, AUDIENCE, ClaimsError::Issuer),
        (&team(), "another", ClaimsError::Audience),
        (&team(), "", ClaimsError::Audience),
    ] {
        let refused = claims.identify(Expected { team, audience }, at(MADE + 60));
        assert_eq!(refused, Err(error));
    }
    assert_eq!(format!("{assertion:?}"), r#"Assertion { key_id: "6e3b0c1f5a", .. }"#);
}

#[test]
fn what_is_no_assertion_is_refused() {
    let plain = claims();
    let headed = |header: Value| text(&header, &plain);
    let unreadable = |part| AssertionError::Unreadable { part };
    for (text, expected) in [
        (String::new(), AssertionError::Parts { found: 1 }),
        ("a.b".into(), AssertionError::Parts { found: 2 }),
        ("a.b.c.d".into(), AssertionError::Parts { found: 4 }),
        ("..".into(), unreadable(Part::Header)),
        ("e30.e30.".into(), unreadable(Part::Header)),
        ("x".repeat(20_000), AssertionError::TooLong { bytes: 20_000 }),
        (headed(json!({ "alg": "none", "kid": "a" })), AssertionError::Algorithm),
        (headed(json!({ "alg": "HS256", "kid": "a" })), AssertionError::Algorithm),
        (headed(json!({ "alg": "rs256", "kid": "a" })), AssertionError::Algorithm),
        (headed(json!({ "alg": ["RS256"], "kid": "a" })), unreadable(Part::Header)),
        (headed(json!({ "alg": "RS256" })), unreadable(Part::Header)),
        (headed(json!({ "alg": "RS256", "kid": 7 })), unreadable(Part::Header)),
        (headed(json!({ "alg": "RS256", "kid": "a", "crit": ["b64"] })), AssertionError::Critical),
        (headed(json!({ "alg": "RS256", "kid": "a" })) + "=", unreadable(Part::Signature)),
    ] {
        assert_eq!(Assertion::new(&text).expect_err("refused"), expected, "{text:.80}");
    }
}

#[test]
fn claims_that_cannot_be_read_are_refused() {
    let header = json!({ "alg": "RS256", "kid": "a" });
    for changes in [
        json!({ "iss": null }),
        json!({ "aud": null }),
        json!({ "exp": null }),
        json!({ "iat": null }),
        json!({ "exp": "1738891800" }),
        json!({ "exp": 1e300 }),
        json!({ "aud": 7 }),
        json!({ "aud": { "a": "b" } }),
        json!({ "email": ["jane@example.org"] }),
    ] {
        let text = text(&header, &with(&changes));
        let assertion = Assertion::new(&text).expect("an assertion");
        let error = assertion.claims().expect_err("unreadable");
        assert_eq!(error, AssertionError::Unreadable { part: Part::Claims }, "{changes}");
    }
    // Two members of one name: whoever verified it may have read the other.
    let twice = claims().to_string().replacen('{', r#"{"email":"root@example.org","#, 1);
    let encode = |text: &str| URL_SAFE_NO_PAD.encode(text);
    let text = format!("{}.{}.c2ln", encode(&header.to_string()), encode(&twice));
    assert!(Assertion::new(&text).expect("an assertion").claims().is_err());
}

#[test]
fn claims_hold_for_one_team_one_application_and_their_time() {
    let service = |name: &str| Ok(Identity::Service { name: name.into() });
    let early = Err(ClaimsError::Early);
    let expired = Err(ClaimsError::Expired);
    let nobody = Err(ClaimsError::Nobody);
    for (changes, now, expected) in [
        (json!({}), MADE, person()),
        (json!({}), MADE - 60, person()),
        (json!({}), MADE - 61, early.clone()),
        (json!({}), EXPIRES + 59, person()),
        (json!({}), EXPIRES + 60, expired.clone()),
        (json!({ "nbf": null }), MADE, person()),
        (json!({ "nbf": MADE + 600 }), MADE + 539, early.clone()),
        (json!({ "nbf": MADE + 600 }), MADE + 540, person()),
        (json!({ "iat": MADE + 600 }), MADE + 539, early.clone()),
        (json!({ "exp": i64::MAX }), EXPIRES + 60, person()),
        (json!({ "exp": i64::MIN }), MADE, expired),
        (json!({ "nbf": i64::MAX }), MADE, early),
        (json!({ "nbf": i64::MIN, "iat": i64::MIN }), MADE, person()),
        (json!({ "aud": AUDIENCE }), MADE, person()),
        (json!({ "aud": ["other", AUDIENCE] }), MADE, person()),
        (json!({ "aud": [] }), MADE, Err(ClaimsError::Audience)),
        (json!({ "aud": "" }), MADE, Err(ClaimsError::Audience)),
        (json!({ "aud": ["other"] }), MADE, Err(ClaimsError::Audience)),
        (json!({ "aud": &AUDIENCE[1..] }), MADE, Err(ClaimsError::Audience)),
        (json!({ "iss": "https://example.cloudflareaccess.com/" }), MADE, Err(ClaimsError::Issuer)),
        (json!({ "iss": "https://EXAMPLE.cloudflareaccess.com" }), MADE, Err(ClaimsError::Issuer)),
        (json!({ "iss": "https://evil.example" }), MADE, Err(ClaimsError::Issuer)),
        (json!({ "email": null, "common_name": "ci.access" }), MADE, service("ci.access")),
        (json!({ "email": "", "common_name": "ci.access" }), MADE, service("ci.access")),
        (json!({ "common_name": "ci.access" }), MADE, person()),
        (json!({ "email": null }), MADE, nobody.clone()),
        (json!({ "email": " " }), MADE, nobody.clone()),
        (json!({ "email": "deploy" }), MADE, nobody.clone()),
        (json!({ "email": "jane@example.org\nroot" }), MADE, nobody.clone()),
        (json!({ "email": "\u{202e}gro@enaj" }), MADE, nobody.clone()),
        (json!({ "email": format!("{}@example.org", "x".repeat(250)) }), MADE, nobody),
    ] {
        assert_eq!(identify(&with(&changes), at(now)), expected, "{changes} at {now}");
    }
}

#[test]
fn a_team_is_a_host_over_https() {
    let issuer = |text: &str| Team::new(text).map(|team| team.map(|team| team.issuer().to_owned()));
    assert_eq!(issuer(" \n"), Ok(None));
    assert_eq!(issuer(" https://a.example:8443/ "), Ok(Some("https://a.example:8443".into())));
    for found in ["a.example", "http://127.0.0.1:8799", "HTTPS://a.example", "ftp://a.example"] {
        assert_eq!(issuer(found), Err(TeamError::NotHttps { found: found.into() }));
    }
    for found in [
        "https://",
        "https:///",
        "https://a.example/team",
        "https://a.example?",
        "https://a.example#",
        "https://a@b.example",
        "https://a.example:99999",
        "https://a.example//",
        "https://a b",
    ] {
        assert_eq!(issuer(found), Err(TeamError::NotAHost { found: found.into() }));
    }
    let local = Team::for_development("http://127.0.0.1:8799").expect("fit").expect("there");
    assert_eq!(local.certs(), "http://127.0.0.1:8799/cdn-cgi/access/certs");
}

#[test]
fn only_keys_that_are_safe_for_rs256_are_taken() {
    let set = |changes: Value| {
        let mut set: Value = serde_json::from_str(CERTS).expect("JSON");
        let key = set["keys"][0].as_object_mut().expect("an object");
        for (name, value) in changes.as_object().expect("an object") {
            key.insert(name.clone(), value.clone());
        }
        credential::keys(set.to_string().as_bytes()).map(|keys| keys.len())
    };
    assert_eq!(set(json!({})), Ok(1));
    assert_eq!(set(json!({ "alg": null, "use": null })), Ok(1));
    for unfit in [
        json!({ "kty": "EC" }),
        json!({ "alg": "RS512" }),
        json!({ "use": "enc" }),
        json!({ "kid": null }),
        json!({ "kid": "" }),
        json!({ "e": "AQ" }),
        json!({ "e": "" }),
        json!({ "e": "Ag" }),
        json!({ "n": "AQAB" }),
        json!({ "n": null }),
        json!({ "n": URL_SAFE_NO_PAD.encode([1; 255]) }),
        json!({ "n": URL_SAFE_NO_PAD.encode([1; 1025]) }),
        json!({ "n": "not base64url!" }),
    ] {
        assert_eq!(set(unfit.clone()), Err(KeysError::None), "{unfit}");
    }
    for text in ["", "[]", "{}", r#"{"keys":7}"#, "<html>"] {
        assert_eq!(credential::keys(text.as_bytes()), Err(KeysError::Unreadable), "{text}");
    }
}

proptest! {
    #[test]
    fn prop_claims_open_nothing_outside_their_time(
        now in -10_000..10_000_i64, from in -5_000..5_000_i64, made in -5_000..5_000_i64,
        until in -5_000..5_000_i64, millis in 0..1_000_i64,
    ) {
        let changes = json!({ "nbf": MADE + from, "iat": MADE + made, "exp": MADE + until });
        let instant = at(MADE + now) + TimeDelta::milliseconds(millis);
        let is_in_time = now + 60 >= from && now + 60 >= made && now < until + 60;
        prop_assert_eq!(identify(&with(&changes), instant).is_ok(), is_in_time);
    }

    #[test]
    fn prop_reading_never_panics(
        text in ".*", bytes in any::<Vec<u8>>(), parts in any::<[Vec<u8>; 3]>(),
    ) {
        let _ = Assertion::new(&text);
        let _ = credential::keys(&bytes);
        let _ = Team::new(&text);
        let parts = parts.map(|part| URL_SAFE_NO_PAD.encode(part)).join(".");
        let _ = Assertion::new(&parts).map(|assertion| assertion.claims());
    }

    #[test]
    fn prop_one_changed_character_is_not_the_same_assertion(
        place in 0..REAL.len() - 1, letter in "[A-Za-z0-9_.-]",
    ) {
        let real = REAL.trim();
        let mut text = real.to_owned();
        text.replace_range(place..=place, &letter);
        prop_assume!(text != real);
        let original = Assertion::new(real).expect("an assertion");
        // A change is seen in what is signed, or in the signature.
        if let Ok(changed) = Assertion::new(&text) {
            prop_assert!(
                changed.signed() != original.signed() || changed.signature() != original.signature()
            );
        }
    }
}
