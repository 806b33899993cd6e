//! Windows that come once.

use expect_test::expect;

use crate::compared::{DOCUMENT, differences, schedule, with, with_line};

const NOON: &str = "2025-02-06T12:00";
const OPEN: &str = "2025-02-06T20:00";

/// Every row against the document, at noon before the window opens.
fn all(rows: &[String], now: &str) -> String {
    rows.iter().map(|row| differences(DOCUMENT, row, now)).collect::<Vec<_>>().join("\n")
}

#[test]
fn times() {
    expect![[r#"
        `deployment` is extended: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.

        `deployment` is shortened: ends Thursday, February 6, 2025, 8:30 p.m. (CT) instead of 9:00 p.m.

        `deployment` has no known end any more; it was to end Thursday, February 6, 2025, 9:00 p.m. (CT)

        `deployment` starts Thursday, February 6, 2025, 6:00 p.m. (CT) instead of 7:00 p.m.

        `deployment` is at another time: Friday, February 7, 2025, 8:00 p.m. – 9:00 p.m. (CT) instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)

        `deployment` is at another time: from Friday, February 7, 2025, 8:00 p.m. (CT) on; the end is not known yet; before, it was Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
    "#]].assert_eq(&all(
        &[
            with("end = 2025-02-06T21:00:00", "end = 2025-02-06T21:30:00"),
            with("end = 2025-02-06T21:00:00", "end = 2025-02-06T20:30:00"),
            with("end = 2025-02-06T21:00:00\n", ""),
            with("start = 2025-02-06T19:00:00", "start = 2025-02-06T18:00:00"),
            with("start = 2025-02-06T19:00:00\nend = 2025", "start = 2025-02-07T20:00:00\nend = 2025")
                .replace("2025-02-06T21", "2025-02-07T21"),
            with("start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00", "start = 2025-02-07T20:00:00"),
        ],
        NOON,
    ));
    let open = with("end = 2025-02-06T21:00:00\n", "");
    expect![[r#"
        `deployment` ends Thursday, February 6, 2025, 9:00 p.m. (CT); its end was not known
    "#]]
    .assert_eq(&differences(&open, DOCUMENT, NOON));
    let finished = with("end = 2025-02-06T21:00:00", "end = 2025-02-06T20:00:00");
    expect![[r#"
        `deployment` is finished: ends Thursday, February 6, 2025, 8:00 p.m. (CT) instead of 9:00 p.m.
    "#]].assert_eq(&differences(DOCUMENT, &finished, OPEN));
}

#[test]
fn what_happens_at_the_end() {
    let hold = with("summary =", "overrun = \"hold\"\nsummary =");
    let limit = with("summary =", "overrun = \"hold\"\nhold-limit = \"4h\"\nsummary =");
    let longer = limit.replace("4h", "6h");
    let released = limit.replace("summary =", "released = 2025-02-06T22:00:00\nsummary =");
    let later = limit.replace("2025-02-06T21:00:00", "2025-02-06T21:30:00");
    expect![[r#"
        `deployment` stays closed after its end until it is released; so far it opens by itself at its end

        `deployment` stays closed after its end until it is released, at most 4 hours; so far it opens by itself at its end

        `deployment` stays closed after its end until it is released, at most 4 hours; so far it stays closed after its end until it is released

        `deployment` stays closed after its end until it is released, at most 6 hours; so far it stays closed after its end until it is released, at most 4 hours

        `deployment` opens Thursday, February 6, 2025, 10:00 p.m. (CT) instead of Friday, February 7, 2025, 1:00 a.m. (CT)

        `deployment` stays closed after its end until it is released, at most 4 hours; so far it stays closed after its end until it is released
        `deployment` opens Thursday, February 6, 2025, 10:00 p.m. (CT) instead of when it is released

        `deployment` is extended: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.

        `deployment` opens by itself at its end; so far it stays closed after its end until it is released, at most 4 hours
    "#]].assert_eq(
        &[
            differences(DOCUMENT, &hold, NOON),
            differences(DOCUMENT, &limit, NOON),
            differences(&hold, &limit, NOON),
            differences(&limit, &longer, NOON),
            differences(&limit, &released, "2025-02-06T22:00"),
            differences(&hold, &released, "2025-02-06T22:00"),
            differences(&limit, &later, NOON),
            differences(&limit, DOCUMENT, NOON),
        ]
        .join("\n"),
    );
}

#[test]
fn channels_that_are_finished_early() {
    let web = with("summary =", "finished = { web = 2025-02-06T20:00:00 }\nsummary =");
    let both = with(
        "summary =",
        "finished = { web = 2025-02-06T20:00:00, soap = 2025-02-06T20:10:00 }\nsummary =",
    );
    expect![[r#"
        `deployment` is finished early on `web`: Thursday, February 6, 2025, 8:00 p.m. (CT)

        `deployment` is not finished early on `web` any more

        `deployment` is finished: ends Thursday, February 6, 2025, 8:10 p.m. (CT) instead of 9:00 p.m.

        `deployment` is finished: ends Thursday, February 6, 2025, 8:10 p.m. (CT) instead of 9:00 p.m.
        `deployment` is finished early on `web`: Thursday, February 6, 2025, 8:00 p.m. (CT)
    "#]].assert_eq(
        &[
            differences(DOCUMENT, &web, OPEN),
            differences(&web, DOCUMENT, OPEN),
            differences(&web, &both, "2025-02-06T20:10"),
            differences(DOCUMENT, &both, "2025-02-06T20:10"),
        ]
        .join("\n"),
    );
}

#[test]
fn everything_else_about_a_window() {
    expect![[r#"
        `deployment` is over `ftp` too
        `deployment` is no longer over `web`

        `deployment` is an emergency instead of planned

        `deployment` is announced Wednesday, February 5, 2025, 9:00 a.m. (CT) instead of at once

        `deployment` is announced 3 days before it starts instead of at once

        `deployment` is cancelled; it was planned for Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)

        `deployment` says nothing instead of “The new release.”

        `deployment` says “The newer release.” instead of “The new release.”
    "#]]
    .assert_eq(&all(
        &[
            with("channels = [\"web\", \"soap\"]", "channels = [\"soap\", \"ftp\"]"),
            with_line("summary =", "reason = \"emergency\""),
            with_line("summary =", "announce = 2025-02-05T09:00:00"),
            with_line("summary =", "announce = \"3d\""),
            with_line("summary =", "cancelled = true"),
            with("summary = \"The new release.\"\n", ""),
            with("The new release.", "The newer release."),
        ],
        NOON,
    ));
    let cancelled = with_line("summary =", "cancelled = true");
    expect![[r#"
        `deployment` takes place after all: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
    "#]]
    .assert_eq(&differences(&cancelled, DOCUMENT, NOON));
}

#[test]
fn windows_that_are_new_or_gone() {
    let place = DOCUMENT.find("[[window]]").expect("there are windows");
    let other = "\n[[window]]\nid = \"migration\"\nchannels = [\"ftp\"]\nstart = 2025-03-06T19:00:00\n\
                 reason = \"emergency\"\nannounce = \"3d\"\noverrun = \"hold\"\nsummary = \"Moves.\"\n";
    let more = format!("{DOCUMENT}{other}");
    expect![[r#"
        `migration` is new, on `ftp`: from Thursday, March 6, 2025, 7:00 p.m. (CT) on; the end is not known yet; it is an emergency; it is announced 3 days before it starts; it stays closed after its end until it is released; “Moves.”

        `migration` is removed: from Thursday, March 6, 2025, 7:00 p.m. (CT) on; the end is not known yet

        `deployment` is removed: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        `patches` is removed: by `FREQ=WEEKLY`, next Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)

        `deployment` is new, on `soap`, `web`: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT); “The new release.”
        `patches` is new, on `web`: by `FREQ=WEEKLY`, next Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
    "#]].assert_eq(&[
        differences(DOCUMENT, &more, NOON),
        differences(&more, DOCUMENT, NOON),
        differences(DOCUMENT, &DOCUMENT[..place], NOON),
        differences(&DOCUMENT[..place], DOCUMENT, NOON),
    ].join("\n"));
}

/// Open ones first, then the next.
#[test]
fn the_order() {
    let after = with("end = 2025-02-06T21:00:00", "end = 2025-02-06T21:30:00")
        .replace("length = \"2h\"", "length = \"2h\"\nsummary = \"New.\"")
        + "\n[[window]]\nid = \"old\"\nchannels = [\"ftp\"]\nstart = 2025-01-06T19:00:00\nend = 2025-01-06T20:00:00\n";
    expect![[r#"
        `deployment` is extended: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
        `patches` says “New.” instead of nothing
        `old` is new, on `ftp`: Monday, January 6, 2025, 7:00 p.m. – 8:00 p.m. (CT)
    "#]].assert_eq(&differences(DOCUMENT, &after, OPEN));
    expect![[r#"
        `patches` says “New.” instead of nothing
        `old` is new, on `ftp`: Monday, January 6, 2025, 7:00 p.m. – 8:00 p.m. (CT)
        `deployment` is extended: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.
    "#]].assert_eq(&differences(DOCUMENT, &after, "2025-02-06T22:30"));
}

#[test]
fn the_first_schedule_is_new_as_a_whole() {
    let now = crate::compared::instant(NOON);
    let after = schedule(&with("/_maintenance", "/_m"));
    let said: String = lifecycle::difference(None, &after, now)
        .iter()
        .map(|difference| format!("{:?}: {}\n", difference.window, difference.said))
        .collect();
    expect![[r#"
        Some("deployment"): `deployment` is new, on `soap`, `web`: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT); “The new release.”
        Some("patches"): `patches` is new, on `web`: by `FREQ=WEEKLY`, next Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
        None: channel `web` is new: “the web application”, unavailable during a window; routes `/*`
        None: channel `soap` is new: “web services”, unavailable during a window; routes `/soap/*`
        None: channel `ftp` is new: “file transfer”, processed only afterwards during a window; routes none
        None: the service is “Registry”; local times are those of America/Chicago (“CT”)
        None: Intermission's own pages, links and API move: they are below `/_m` instead of `/_maintenance`
    "#]].assert_eq(&said);
}
