//! What the users of each channel notice.

use expect_test::expect;

use crate::compared::{DOCUMENT, audiences, with, with_line};

const NOON: &str = "2025-02-06T12:00";
const OPEN: &str = "2025-02-06T20:00";

fn all(rows: &[String], now: &str) -> String {
    rows.iter().map(|row| audiences(DOCUMENT, row, now)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_window_that_moves() {
    expect![[r#"
        web users: closed Thursday, February 6, 2025, 7:00 p.m. – 9:30 p.m. (CT) instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        soap users: closed Thursday, February 6, 2025, 7:00 p.m. – 9:30 p.m. (CT) instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)

        web users: closed from Thursday, February 6, 2025, 7:00 p.m. (CT) on; the end is not known yet; before, it was Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        soap users: closed from Thursday, February 6, 2025, 7:00 p.m. (CT) on; the end is not known yet; before, it was Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)

        web users: stays open instead of closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        soap users: stays open instead of closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)

        web users: stays open instead of closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        ftp users: not processed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)

        web users: closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT), and then until it is released instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        soap users: closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT), and then until it is released instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)

        web users: closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT), and then until it is released, Friday, February 7, 2025, 1:00 a.m. (CT) at the latest instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        soap users: closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT), and then until it is released, Friday, February 7, 2025, 1:00 a.m. (CT) at the latest instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)

        web users: told from Thursday, February 6, 2025, 3:00 p.m. (CT) on of the window Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        soap users: told from Thursday, February 6, 2025, 3:00 p.m. (CT) on of the window Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)

    "#]].assert_eq(&all(
        &[
            with("end = 2025-02-06T21:00:00", "end = 2025-02-06T21:30:00"),
            with("end = 2025-02-06T21:00:00\n", ""),
            with_line("summary =", "cancelled = true"),
            with("channels = [\"web\", \"soap\"]", "channels = [\"soap\", \"ftp\"]"),
            with_line("summary =", "overrun = \"hold\""),
            with_line("summary =", "overrun = \"hold\"\nhold-limit = \"4h\""),
            with_line("summary =", "announce = 2025-02-06T15:00:00"),
            // What is over is noticed by nobody.
            with(
                "2025-01-09T22:00:00\nlength = \"2h\"",
                "2025-01-09T22:00:00\nlength = \"2h\"\nexcept = [2025-01-16]",
            ),
        ],
        NOON,
    ));
    let secret = with_line("summary =", "announce = 2025-02-06T15:00:00");
    expect![[r#"
        web users: told now of the window Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        soap users: told now of the window Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
    "#]]
    .assert_eq(&audiences(&secret, DOCUMENT, NOON));
}

#[test]
fn a_window_that_is_open() {
    expect![[r#"
        web users: open again Thursday, February 6, 2025, 8:00 p.m. (CT) instead of closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        soap users: open again Thursday, February 6, 2025, 8:00 p.m. (CT) instead of closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)

        soap users: open again Thursday, February 6, 2025, 8:00 p.m. (CT) instead of closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)

        web users: open again now instead of closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
    "#]].assert_eq(&all(
        &[
            with("end = 2025-02-06T21:00:00", "end = 2025-02-06T20:00:00"),
            with_line("summary =", "finished = { soap = 2025-02-06T20:00:00 }"),
            with("channels = [\"web\", \"soap\"]", "channels = [\"soap\"]"),
        ],
        OPEN,
    ));
}

#[test]
fn a_recurring_window() {
    expect![[r#"
        web users: closed Thursday, February 6, 2025, 10:00 p.m. – Friday, February 7, 1:00 a.m. (CT) instead of Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT); closed Thursday, February 13, 2025, 10:00 p.m. – Friday, February 14, 1:00 a.m. (CT) instead of Thursday, February 13, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT); closed Thursday, February 20, 2025, 10:00 p.m. – Friday, February 21, 1:00 a.m. (CT) instead of Thursday, February 20, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT); and 258 more

        web users: stays open instead of closed Thursday, February 13, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT)
    "#]].assert_eq(&all(
        &[
            with("length = \"2h\"", "length = \"3h\""),
            format!("{DOCUMENT}\n[[window.change]]\nof = 2025-02-13\ncancelled = true\n"),
        ],
        NOON,
    ));
}

#[test]
fn a_channel_that_is_another() {
    let ftp = "[[channel]]\nid = \"ftp\"\nname = \"file transfer\"\ndisposition = \"hold\"\n";
    expect![[r#"
        soap users: read-only Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT) instead of closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)

        web users: given other instructions

        soap users: other requests belong to it

        soap users: sent to another contact

        soap users: asked to do something else afterwards; given answers of another form

        ftp users: no channel any more

    "#]].assert_eq(&all(
        &[
            with("afterwards = \"resend\"", "disposition = \"read-only\"\nafterwards = \"resend\""),
            with("Write it down.", "Wait."),
            with("routes = [\"/soap/*\"]", "routes = [\"/ws/*\"]"),
            with("data@example.org", "exchange@example.org"),
            with("afterwards = \"resend\"\n", "hl7-acknowledge = true\n"),
            with(ftp, ""),
            with("prefix = \"/_maintenance\"", "prefix = \"/_m\""),
        ],
        NOON,
    ));
}

#[test]
fn the_first_schedule() {
    let after = crate::compared::schedule(DOCUMENT);
    let said: Vec<String> = lifecycle::audiences(None, &after, crate::compared::instant(NOON))
        .into_iter()
        .map(|audience| format!("{}: {}\n", audience.channel, audience.said))
        .collect();
    expect![[r#"
        web: web users: closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT); closed Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT); closed Thursday, February 13, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT); and 259 more
        soap: soap users: closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
    "#]].assert_eq(&said.concat());
}
