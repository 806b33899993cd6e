//! Maintenances of a Statuspage, and what is there already.

use expect_test::expect;

use super::{CHICAGO, check, imported, told};

/// A page with one maintenance, which says this besides its id and name.
fn page(rest: &str) -> String {
    format!(
        "{{\"page\": {{\"name\": \"ImmTrac2\"}}, \"scheduled_maintenances\": [\
         {{\"id\": \"p31zjtct2jer\", \"name\": \"Data fixes\", {rest}}}]}}"
    )
}

const WEB: &str = r#""components": [{"name": "Web"}], "#;
const EVENING: &str = r#""scheduled_for": "2025-02-06T17:00:00.000-08:00", "scheduled_until": "2025-02-06T19:00:00.000-08:00""#;

#[test]
fn states() {
    let table = [
        (
            "scheduled",
            expect![[r#"
            [[window]]
            id = "p31zjtct2jer"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
            summary = "Data fixes"
        "#]],
        ),
        (
            "in_progress",
            expect![[r#"
            [[window]]
            id = "p31zjtct2jer"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
            summary = "Data fixes"
        "#]],
        ),
        (
            "verifying",
            expect![[r#"
            [[window]]
            id = "p31zjtct2jer"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
            summary = "Data fixes"
            note: it is being verified; the window ends as it was planned
        "#]],
        ),
        (
            "completed",
            expect![[r#"
            Data fixes (over): it is over
        "#]],
        ),
        (
            "cancelled",
            expect![[r#"
            Data fixes (status): its status `cancelled` is in no standard, and senders differ over it
        "#]],
        ),
    ];
    for (status, expected) in table {
        check(&page(&format!("\"status\": \"{status}\", {WEB}{EVENING}")), &[], &expected);
    }
}

#[test]
fn quirks() {
    let table = [
        (
            r#""status": "scheduled", "components": [{"name": "Web"}], "scheduled_for": "2025-02-06T19:00:00.000-06:00", "scheduled_until": null"#,
            &["--for", "90m"][..],
            expect![[r#"
                [[window]]
                id = "p31zjtct2jer"
                channels = ["web"]
                start = 2025-02-06T19:00:00
                end = 2025-02-06T20:30:00
                summary = "Data fixes"
                note: its end is not said; it takes 1h30m, by `--for`
            "#]],
        ),
        (
            r#""status": "scheduled", "components": [{"name": "Web"}], "scheduled_for": "2025-02-06T19:00:00.000-06:00", "scheduled_until": null"#,
            &[],
            expect![[r#"
                Data fixes (no-end): it has no `scheduled_until`, so nobody knows when it ends
            "#]],
        ),
        (
            r#""status": "scheduled", "scheduled_for": "2025-02-06 19:00", "scheduled_until": null"#,
            &[],
            expect![[r#"
                Data fixes (malformed): expected an instant such as `2025-02-06T19:00:00.000-06:00` for `scheduled_for`, found `2025-02-06 19:00`
            "#]],
        ),
        (
            r#""status": "scheduled", "scheduled_for": null"#,
            &[],
            expect![[r#"
            Data fixes (malformed): it has no `scheduled_for`
        "#]],
        ),
        (
            r#""status": 7"#,
            &[],
            expect![[r#"
            Data fixes (malformed): expected an object as Statuspage's for `scheduled_maintenances`, found `invalid type: integer `7`, expected a string`
        "#]],
        ),
        (
            r#""status": "in_progress", "scheduled_for": "2025-01-30T04:00:00Z", "scheduled_until": "2025-01-30T06:00:00Z""#,
            &[],
            expect![[r#"
                Data fixes (overrun): it is in progress, and its end has passed
            "#]],
        ),
        // Groups are no components; where there are none, the newest update has them.
        (
            r#""status": "scheduled", "impact": "critical", "scheduled_for": "2025-02-07T01:00:00Z", "scheduled_until": "2025-02-07T03:00:00Z",
            "components": [{"name": "All", "group": true}], "incident_updates": [
            {"body": "<p>Moved by an hour.<br>Sorry &amp; thanks</p>", "created_at": "2025-01-30T12:00:00Z", "affected_components": [{"name": "FTP"}]},
            {"body": "First.", "created_at": "2025-01-29T12:00:00Z", "affected_components": [{"name": "Web"}]}]"#,
            &[],
            expect![[r##"
                # Moved by an hour.
                # Sorry & thanks
                [[window]]
                id = "p31zjtct2jer"
                channels = ["ftp"]
                start = 2025-02-06T19:00:00
                end = 2025-02-06T21:00:00
                summary = "Data fixes"
                left out: impact `critical`, 1 earlier update
            "##]],
        ),
    ];
    for (rest, words, expected) in table {
        check(&page(rest), words, &expected);
    }
}

#[test]
fn channels() {
    let with = |components: &str| {
        page(&format!("\"status\": \"scheduled\", \"components\": [{components}], {EVENING}"))
    };
    let both = with(r#"{"name": "API = v2"}, {"name": "WEB SERVICES"}"#);
    let table: [(&str, &[&str], _); 7] = [
        (
            &both,
            &[],
            expect![[r#"
            Data fixes (no-channel): `API = v2` is none of the channels
        "#]],
        ),
        (
            &both,
            &["--channel", "API = v2=ftp"],
            expect![[r#"
            [[window]]
            id = "p31zjtct2jer"
            channels = ["web-services", "ftp"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
            summary = "Data fixes"
        "#]],
        ),
        (
            &both,
            &["--default-channel", "web"],
            expect![[r#"
            [[window]]
            id = "p31zjtct2jer"
            channels = ["web", "web-services"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
            summary = "Data fixes"
        "#]],
        ),
        (
            &both,
            &["--channel", "api = V2=nowhere"],
            expect![[r#"
            error: --channel: there is no channel `nowhere`
        "#]],
        ),
        (
            &both,
            &["--default-channel", "nowhere"],
            expect![[r#"
            error: --default-channel: there is no channel `nowhere`
        "#]],
        ),
        (
            &with(""),
            &[],
            expect![[r#"
            Data fixes (no-channel): it does not say what it is about
        "#]],
        ),
        (
            &with(""),
            &["--default-channel", "ftp"],
            expect![[r#"
            [[window]]
            id = "p31zjtct2jer"
            channels = ["ftp"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
            summary = "Data fixes"
        "#]],
        ),
    ];
    for (text, words, expected) in table {
        check(text, words, &expected);
    }
}

#[test]
fn what_is_there_already() {
    let text = page(&format!("\"status\": \"scheduled\", {WEB}{EVENING}"));
    let first = imported(&text, CHICAGO, &[]).expect("it is a Statuspage");
    let there = format!("{CHICAGO}\n{}", first.document);
    let later = text.replace("T19:00:00.000-08:00", "T20:00:00.000-08:00");
    let table = [
        (
            &text,
            there.clone(),
            expect![[r#"
            Data fixes (there): the schedule has it already, as `p31zjtct2jer`
        "#]],
        ),
        (
            &later,
            there.clone(),
            expect![[r#"
            Data fixes (changed): the schedule has `p31zjtct2jer` otherwise; in the source it is Thursday, February 6, 2025, 7:00 p.m. – 10:00 p.m. (CT), on web
        "#]],
        ),
        // Another window is in the way.
        (
            &later,
            there.replace("p31zjtct2jer", "other"),
            expect![[r#"
            Data fixes (refused): the window overlaps window `other` on channel `web`
        "#]],
        ),
    ];
    for (text, into, expected) in table {
        expected.assert_eq(&told(&imported(text, &into, &[]).expect("it is a Statuspage")));
    }
    let event = |lines: &str| {
        format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:p31zjtct2jer\nDTSTART:20250207T010000Z\n\
                 DURATION:PT2H\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
        )
    };
    let table = [
        (
            event("STATUS:CANCELLED"),
            expect![[r#"
            p31zjtct2jer (cancelled-since): it is cancelled, and the schedule has `p31zjtct2jer` as if it came
        "#]],
        ),
        (
            event("RECURRENCE-ID:20250207T010000Z"),
            expect![[r#"
            p31zjtct2jer (changed): it changes one occurrence of `p31zjtct2jer`, which the schedule has
        "#]],
        ),
    ];
    for (text, expected) in table {
        let words = ["--default-channel", "web"];
        expected.assert_eq(&told(&imported(&text, &there, &words).expect("it is a calendar")));
    }
    let wrong = imported(&text, &there.replace("start", "begin"), &[]);
    assert!(wrong.expect_err("it has a mistake").to_string().contains("schedule.toml has"));
}
