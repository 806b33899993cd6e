//! `intermission bypass link`, as an operator runs it.

use std::process::{Command, Output};

use bypass::{Host, Link, Refused, Secret};
use chrono::{DateTime, TimeDelta, Utc};
use expect_test::{Expect, expect};

const SECRET: &str = "3q2+7wvQ0tXh6yqV1mJ8ZkPpC5rN4sLdUaE9gTfYbWo=";

const FOUNDING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/immtrac2/schedule.toml");

fn link(secret: Option<&str>, options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_intermission"));
    command.args(["bypass", "link"]).args(options).env_remove("INTERMISSION_BYPASS_SECRET");
    if let Some(secret) = secret {
        command.env("INTERMISSION_BYPASS_SECRET", secret);
    }
    command.output().expect("the command was built for this test")
}

fn text(octets: &[u8]) -> String {
    String::from_utf8(octets.to_vec()).expect("it speaks UTF-8")
}

/// The query of a link for a host, and the instant at which it expires.
#[track_caller]
fn made(output: &Output, address: &str) -> (String, DateTime<Utc>) {
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{said}{}", text(&output.stderr));
    let query = said.trim_end().strip_prefix(address).expect("it begins so");
    let expires = query.strip_prefix("expires=").and_then(|rest| rest.split('&').next());
    let expires: i64 = expires.and_then(|seconds| seconds.parse().ok()).expect("it expires");
    (query.to_owned(), DateTime::from_timestamp(expires, 0).expect("in this era"))
}

/// `now` as far as a test can know it: from the command itself.
fn length(options: &[&str]) -> TimeDelta {
    let (_, short) = made(
        &link(Some(SECRET), &["--host", "a.example", "--for", "1s"]),
        "https://a.example/_maintenance/bypass?",
    );
    let options = [&["--host", "a.example"], options].concat();
    let (_, long) = made(&link(Some(SECRET), &options), "https://a.example/_maintenance/bypass?");
    long - short
}

#[test]
fn a_link_is_one_that_the_edge_takes() {
    let options = ["--host", "Registry.Example.org:8443", "--to", "/records?page=2"];
    let output = link(Some(SECRET), &options);
    let (query, expires) = made(&output, "https://registry.example.org:8443/_maintenance/bypass?");
    let secret = Secret::new(SECRET).expect("it is strong").expect("it is there");
    let verify = |host: &str, now| {
        let host: Host = host.parse().expect("it is a host");
        Link::verify(&secret, &host, &query, now)
    };
    let before = expires - TimeDelta::seconds(1);
    let pass = verify("registry.example.org", before).expect("it holds until it expires");
    assert_eq!(pass.to().as_str(), "/records?page=2");
    assert_eq!(
        verify("registry.example.org", expires).err(),
        Some(Refused::Expired { at: expires })
    );
    assert_eq!(verify("example.org", before).err(), Some(Refused::WrongSignature));
}

#[test]
fn a_link_works_for_two_hours_unless_told_otherwise() {
    let about = |length: TimeDelta, hours: i64| {
        (length - TimeDelta::hours(hours)).abs() < TimeDelta::minutes(5)
    };
    assert!(about(length(&[]), 2));
    assert!(about(length(&["--for", "24h"]), 24));
}

#[test]
fn only_the_link_is_on_standard_output() {
    let output = link(Some(SECRET), &["--host", "registry.example.org", "--schedule", FOUNDING]);
    assert_eq!(text(&output.stdout).lines().count(), 1);
    let aside = text(&output.stderr);
    assert!(
        aside.starts_with("Whoever opens it passes until ") && aside.contains("(CT)"),
        "{aside}"
    );
    let output = link(Some(SECRET), &["--host", "registry.example.org"]);
    assert!(text(&output.stderr).contains("(UTC)"));
    let output = link(Some(SECRET), &["--host", "registry.example.org", "--prefix", "/_closed"]);
    made(&output, "https://registry.example.org/_closed/bypass?");
}

#[test]
fn the_same_as_json() {
    let options = ["--host", "[2001:db8:0::1]:8443", "--schedule", FOUNDING, "--json"];
    let output = link(Some(SECRET), &options);
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(json["host"], "[2001:db8::1]");
    let link = json["link"].as_str().expect("a text");
    assert!(link.starts_with("https://[2001:db8::1]:8443/_maintenance/bypass?expires="), "{link}");
    let expires = json["expires"].as_str().expect("a text");
    let offset = DateTime::parse_from_rfc3339(expires).expect("an instant").offset().to_string();
    assert!(["-06:00", "-05:00"].contains(&&*offset), "{expires}");
}

#[track_caller]
fn refused(secret: Option<&str>, options: &[&str], expected: &Expect) {
    let output = link(secret, options);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    expected.assert_eq(&text(&output.stderr));
}

#[test]
fn what_is_refused() {
    let host = ["--host", "registry.example.org"];
    let with = |more: &[&'static str]| [&host[..], more].concat();
    refused(
        None,
        &host,
        &expect![[r#"
        error: expected a secret in the variable INTERMISSION_BYPASS_SECRET, found none
          = help: set it to the one that the edge has; make a new one with `openssl rand -base64 32`
    "#]],
    );
    refused(
        Some("  "),
        &host,
        &expect![[r#"
        error: expected a secret in the variable INTERMISSION_BYPASS_SECRET, found none
          = help: set it to the one that the edge has; make a new one with `openssl rand -base64 32`
    "#]],
    );
    refused(
        Some("letmein"),
        &host,
        &expect![[r#"
        error: INTERMISSION_BYPASS_SECRET: expected at least 32 characters of secret, found 7: make one with `openssl rand -base64 32`
    "#]],
    );
    refused(
        Some(&"changeme".repeat(4)),
        &host,
        &expect![[r#"
        error: INTERMISSION_BYPASS_SECRET: expected at least 8 different characters in a secret, found fewer: make one with `openssl rand -base64 32`
    "#]],
    );
    refused(
        Some(SECRET),
        &["--host", "https://registry.example.org/"],
        &expect![[r#"
        error: --host: expected a host alone such as `example.org`, found a `/`: leave out `https://` before it and the path after it
    "#]],
    );
    refused(
        Some(SECRET),
        &with(&["--for", "25h"]),
        &expect![[r#"
        error: --for: expected at most 24h, found 1d1h: a link is a key
    "#]],
    );
    refused(
        Some(SECRET),
        &with(&["--for", "soon"]),
        &expect![[r#"
        error: invalid value 'soon' for '--for <LENGTH>': expected a length such as `90s`, `30m`, `1h30m` or `3d`

        For more information, try '--help'.
    "#]],
    );
    refused(
        Some(SECRET),
        &with(&["--to", "//elsewhere.example/"]),
        &expect![[r#"
        error: --to: expected a path on the same host such as `/records`, found a text that does not begin with exactly one `/`
    "#]],
    );
    refused(
        Some(SECRET),
        &with(&["--prefix", "closed/"]),
        &expect![[r#"
        error: --prefix: expected a path without a slash at its end such as `/_maintenance`, found `closed/`
    "#]],
    );
    refused(
        Some(SECRET),
        &with(&["--secret", "x"]),
        &expect![[r#"
        error: unexpected argument '--secret' found

        Usage: intermission bypass link --host <HOST>

        For more information, try '--help'.
    "#]],
    );
}

#[test]
fn a_refusal_as_json() {
    let output = link(None, &["--host", "registry.example.org", "--json"]);
    assert_eq!((output.status.code(), output.stderr.len()), (Some(2), 0));
    expect![[r#"
        {
          "error": {
            "kind": "secret",
            "message": "expected a secret in the variable INTERMISSION_BYPASS_SECRET, found none",
            "help": "set it to the one that the edge has; make a new one with `openssl rand -base64 32`"
          }
        }
    "#]].assert_eq(&text(&output.stdout));
}
