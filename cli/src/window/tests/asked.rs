//! What the keeper is asked for.

use expect_test::{Expect, expect};

use super::{at, request, sent, situation, window, windows};

#[track_caller]
fn check(words: &[&str], expected: &Expect) {
    expected.assert_eq(&sent(words, &situation(windows())));
}

const ADD: [&str; 5] = ["add", "--channels", "web,web-services", "--start", "Thu 7pm"];

fn add<'w>(more: &[&'w str]) -> Vec<&'w str> {
    [&ADD, more].concat()
}

#[test]
fn a_new_window() {
    check(
        &add(&[
            "--for",
            "2h",
            "--reason",
            "emergency",
            "--summary",
            "Data fixes.",
            "--why",
            "ticket 7",
        ]),
        &expect![[
            r#"POST {"channels":["web","web-services"],"start":"2025-02-06T19:00:00-06:00","length":"2h","reason":"emergency","summary":"Data fixes.","overrun":"reopen","why":"ticket 7"}"#
        ]],
    );
    // The first nine in the evening after the start, not after now.
    check(
        &["add", "--start", "Fri 7pm", "--end", "9pm", "--channels", "web"],
        &expect![[
            r#"POST {"channels":["web"],"start":"2025-02-07T19:00:00-06:00","end":"2025-02-07T21:00:00-06:00","reason":"planned","overrun":"reopen"}"#
        ]],
    );
    check(
        &["add", "--start", "Fri 11pm", "--end", "2am", "--channels", "web"],
        &expect![[
            r#"POST {"channels":["web"],"start":"2025-02-07T23:00:00-06:00","end":"2025-02-08T02:00:00-06:00","reason":"planned","overrun":"reopen"}"#
        ]],
    );
    check(
        &add(&["--end", "unknown", "--announce", "3d", "--id", "fixes"]),
        &expect![[
            r#"POST {"id":"fixes","channels":["web","web-services"],"start":"2025-02-06T19:00:00-06:00","end":"unknown","reason":"planned","announce":"3d","overrun":"reopen"}"#
        ]],
    );
    check(
        &add(&["--for", "2h", "--announce", "6:50pm"]),
        &expect![[
            r#"POST {"channels":["web","web-services"],"start":"2025-02-06T19:00:00-06:00","length":"2h","reason":"planned","announce":"2025-02-06T18:50:00-06:00","overrun":"reopen"}"#
        ]],
    );
    check(
        &add(&["--for", "2h", "--overrun", "hold", "--hold-limit", "4h"]),
        &expect![[
            r#"POST {"channels":["web","web-services"],"start":"2025-02-06T19:00:00-06:00","length":"2h","reason":"planned","overrun":"hold","hold-limit":"4h"}"#
        ]],
    );
    // Now is the keeper's, when it is done.
    check(
        &["add", "--start", "now", "--for", "30m", "--channels", " web "],
        &expect![[
            r#"POST {"channels":["web"],"start":"now","length":"30m","reason":"planned","overrun":"reopen"}"#
        ]],
    );
}

#[test]
fn a_new_window_that_cannot_be_understood() {
    check(
        &add(&["--for", "2h", "--hold-limit", "4h"]),
        &expect!["error: --hold-limit: expected a window that is held at its end"],
    );
    check(
        &["add", "--start", "Thu 7", "--for", "2h", "--channels", "web"],
        &expect![
            "error: --start: expected one time, found `Thu 7`, which may be in the morning or in the evening"
        ],
    );
    check(
        &["add", "--start", "Thu 7pm", "--end", "9", "--channels", "web"],
        &expect![
            "error: --end: expected one time, found `9`, which may be in the morning or in the evening"
        ],
    );
    check(
        &["add", "--start", "Thu 7pm", "--for", "2h", "--channels", "web,soap"],
        &expect!["error: expected the id of a channel, found `soap`"],
    );
    check(
        &add(&["--for", "2h", "--end", "9pm"]),
        &expect![[r#"
            error: the argument '--for <LENGTH>' cannot be used with '--end <TIME>'

            Usage: window add --start <TIME> --channels <IDS> <--for <LENGTH>|--end <TIME>>

            For more information, try '--help'."#]],
    );
    check(
        &add(&[]),
        &expect![[r#"
            error: the following required arguments were not provided:
              <--for <LENGTH>|--end <TIME>>

            Usage: window add --start <TIME> --channels <IDS> <--for <LENGTH>|--end <TIME>>

            For more information, try '--help'."#]],
    );
}

#[test]
fn steps() {
    check(
        &["extend", "deployment", "--by", "30m", "--why", "slow index"],
        &expect![[r#"POST deployment/extend {"by":"30m","why":"slow index"}"#]],
    );
    check(
        &["extend", "deployment", "--until", "21:30"],
        &expect![[r#"POST deployment/extend {"until":"2025-02-06T21:30:00-06:00"}"#]],
    );
    check(
        &["extend", "deployment", "--until", "in 3h"],
        &expect![[r#"POST deployment/extend {"until":"2025-02-06T21:40:00-06:00"}"#]],
    );
    check(
        &["shorten", "deployment", "--until", "8:30pm"],
        &expect![[r#"POST deployment/shorten {"until":"2025-02-06T20:30:00-06:00"}"#]],
    );
    check(
        &["reschedule", "deployment", "--start", "tomorrow 19:00"],
        &expect![[r#"POST deployment/reschedule {"start":"2025-02-07T19:00:00-06:00"}"#]],
    );
    check(
        &["reschedule", "deployment", "--start", "tomorrow 19:00", "--end", "21:00"],
        &expect![[
            r#"POST deployment/reschedule {"start":"2025-02-07T19:00:00-06:00","end":"2025-02-07T21:00:00-06:00"}"#
        ]],
    );
    check(&["finish", "deployment"], &expect!["POST deployment/finish {}"]);
    check(
        &["finish", "deployment", "--channels", "web"],
        &expect![[r#"POST deployment/finish {"channels":["web"]}"#]],
    );
    check(
        &["finish", "deployment", "--channels", "wep"],
        &expect!["error: expected the id of a channel, found `wep`"],
    );
    check(&["hold", "deployment"], &expect![[r#"POST deployment/hold {"limit":"4h"}"#]]);
    check(&["cancel", "deployment"], &expect!["POST deployment/cancel {}"]);
}

// An occurrence is always named, so that the next is not taken for one that has just ended.
#[test]
fn steps_of_a_window_that_recurs() {
    check(
        &["extend", "patches", "--until", "21:30"],
        &expect![[
            r#"POST patches/extend {"of":"2025-02-13T19:00:00","until":"2025-02-13T21:30:00-06:00"}"#
        ]],
    );
    check(
        &["extend", "patches", "--of", "2025-02-20", "--until", "21:30"],
        &expect![[
            r#"POST patches/extend {"of":"2025-02-20","until":"2025-02-20T21:30:00-06:00"}"#
        ]],
    );
    check(
        &["extend", "patches", "--of", "2025-02-20T19:00", "--until", "21:30"],
        &expect![[
            r#"POST patches/extend {"of":"2025-02-20T19:00","until":"2025-02-20T21:30:00-06:00"}"#
        ]],
    );
    check(
        &["cancel", "patches"],
        &expect!["error: expected one occurrence of `patches`, or all of them: it recurs"],
    );
    check(
        &["cancel", "patches", "--of", "2025-03-13"],
        &expect![[r#"POST patches/cancel {"of":"2025-03-13"}"#]],
    );
    check(&["cancel", "patches", "--all"], &expect!["POST patches/cancel {}"]);
}

#[test]
fn the_end_of_a_window_that_is_over_its_time_is_looked_for_from_now_on() {
    let start = "2025-02-06T14:00:00-06:00";
    let end = Some("2025-02-06T18:00:00-06:00");
    let situation = situation(vec![window("deployment", "overrun", start, end, &["extend"])]);
    assert_eq!(situation.after("deployment", None), at(super::NOW));
    let request = request(&["extend", "--until", "19:30"], &situation).expect("one can be meant");
    assert_eq!(request.read[0].instant.to_rfc3339(), "2025-02-06T19:30:00-06:00");
    assert_eq!(request.taken.as_deref(), Some("deployment"));
}
