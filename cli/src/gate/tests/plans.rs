//! Documents that are read, and documents that are none.

use super::{super::plan::Plan, document, founding, window};

/// The beginning of the sentence about a document that is none; nothing for one that is read.
#[track_caller]
fn check(text: &str, expected: &str) {
    let said = Plan::read(text).map_or_else(|error| error.to_string(), |_| String::new());
    match expected {
        "" => assert_eq!(said, "", "{text}"),
        expected => assert!(said.starts_with(expected), "{text}: {said}"),
    }
}

#[test]
fn what_is_no_timeline_says_so() {
    let whole = document(&[founding()]);
    check(&whole, "");
    // A member may be added.
    check(&whole.replace("\"revision\":7", "\"revision\":7,\"weather\":\"fine\""), "");
    let zones = whole.replace("America/Chicago", "Mars/Olympus_Mons");
    check(&zones, "");
    let none = "expected a `timeline.json`: ";
    check("", none);
    check("null", none);
    check("[]", none);
    check("{}", none);
    check("<!DOCTYPE html><title>Sign in</title>", none);
    check(&whole[..whole.len() / 2], none);
    check(&whole.replace("\"windows\"", "\"window\""), none);
    check(&whole.replace("\"phase\":\"announced\"", "\"phase\":\"postponed\""), none);
    check(&whole.replace("2025-02-07T01:00:00Z", "7 p.m."), none);
}

#[test]
fn what_cannot_be_is_refused() {
    let of = |start: &str, end: &str| {
        document(&[window("deployment", start, end, "reopen", end, "active")])
    };
    check(
        &of("2025-02-07T03:00:00Z", "2025-02-07T01:00:00Z"),
        "expected an end after the start of window `deployment`, found one before",
    );
    check(
        &of("1933-02-07T03:00:00Z", "1933-02-07T04:00:00Z"),
        "expected instants from 1970 on, found others in window `deployment`",
    );
    check(
        &document(&[founding().replace("\"ftp\"", "\"fpt\"")]),
        "expected window `deployment` over channels that there are, found `fpt`",
    );
}
