//! Channels, service and edge.

use expect_test::expect;

use crate::compared::{DOCUMENT, differences, with, with_line};

const NOON: &str = "2025-02-06T12:00";

fn all(rows: &[String]) -> String {
    rows.iter().map(|row| differences(DOCUMENT, row, NOON)).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_notices_say_besides_the_windows() {
    let notice = "[notice]\noperator = \"the county's IT\"\naudience = \"all clinics\"\n\
                  forward-to = \"your vendor\"\ntranslations.es.audience = \"todas\"\n";
    let said = with_line("[edge]", notice);
    expect![[r#"
        who does the work, in notices: “the county's IT” instead of nothing
        whom it affects, in notices: “all clinics” instead of nothing
        to whom notices are passed on: “your vendor” instead of nothing
        whom it affects, in notices:, in `es`, “todas” instead of nothing
    "#]]
    .assert_eq(&differences(DOCUMENT, &said, NOON));
}

#[test]
fn channels() {
    let rule = "[[channel.match]]\nroute = \"/gateway\"\nmethods = [\"POST\"]\n\
                content-type = \"text/xml\"\nheader = \"X-Sender: smm*\"\nanswer = \"hl7\"\n";
    let web = "instructions.during = \"Write it down.\"\n";
    expect![[r#"
        channel `web` says before a window “Save.” instead of nothing
        channel `web` says during a window nothing instead of “Write it down.”
        channel `web` says after a window “Go on.” instead of nothing

        channel `web` has the rule (route `/gateway`, method POST, content type `text/xml`, header `x-sender: smm*`, answered as `hl7`) instead of no rules

        channel `web` has the rules (route `/gateway`, method POST, content type `text/xml`, header `x-sender: smm*`, answered as `hl7`), (route `/*`, header `x-old`) instead of no rules

        channel `soap` has the routes `/soap/*`, `api.example.org/*` instead of `/soap/*`

        channel `soap` is called “data exchange” instead of “web services”

        channel `soap` asks its users to do nothing afterwards instead of to resend afterwards

        channel `soap` sends its users to nobody instead of data@example.org for “Data”

        channel `soap` sends its users to exchange@example.org for “Data” instead of data@example.org for “Data”

        channel `soap` answers a SOAP fault by status 500 instead of 503
        channel `soap` answers HL7 messages with an acknowledgement that rejects them instead of with text

        channel `ftp` is read-only during a window instead of processed only afterwards during a window
    "#]].assert_eq(&all(&[
        with(web, "instructions.before = \"Save.\"\ninstructions.after = \"Go on.\"\n"),
        with(web, &format!("{web}{rule}")),
        with(web, &format!("{web}{rule}[[channel.match]]\nheader = \"X-Old\"\n")),
        with("routes = [\"/soap/*\"]", "routes = [\"/soap/*\", \"api.example.org/*\"]"),
        with("name = \"web services\"", "name = \"data exchange\""),
        with("afterwards = \"resend\"\n", ""),
        with("contact = { topic = \"Data\", email = \"data@example.org\" }\n", ""),
        with("data@example.org", "exchange@example.org"),
        with_line("afterwards =", "soap-fault-status = 500\nhl7-acknowledge = true"),
        with("disposition = \"hold\"", "disposition = \"read-only\""),
    ]));
}

#[test]
fn channels_that_are_new_gone_or_elsewhere() {
    let ftp = "[[channel]]\nid = \"ftp\"\nname = \"file transfer\"\ndisposition = \"hold\"\n";
    let without = with(ftp, "");
    let first = without.replacen("[[channel]]", &format!("{ftp}\n[[channel]]"), 1);
    expect![[r#"
        channel `ftp` is removed

        channel `ftp` is new: “file transfer”, processed only afterwards during a window; routes none

        the channels stand in another order: `ftp`, `web`, `soap` instead of `web`, `soap`, `ftp`
    "#]].assert_eq(&[
        differences(DOCUMENT, &without, NOON),
        differences(&without, DOCUMENT, NOON),
        differences(DOCUMENT, &first, NOON),
    ].join("\n"));
}

#[test]
fn the_service() {
    expect![[r#"
        the service is called “ImmTrac2” instead of “Registry”

        the zone is called “Central” instead of “CT”

        the texts are in the language `es` instead of `en`

        every answer is headed “Closed” instead of “Service Unavailable”

        every answer says “We are at work.” instead of “The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.”

        the service is reached at https://registry.example.org instead of an address that is not told

        a window is imminent before its start for 1 hour instead of 30 minutes
    "#]].assert_eq(&all(&[
        with("name = \"Registry\"", "name = \"ImmTrac2\""),
        with("label = \"CT\"", "label = \"Central\""),
        with("language = \"en\"", "language = \"es\""),
        with_line("language =", "title = \"Closed\""),
        with_line("language =", "message = \"We are at work.\""),
        with_line("language =", "url = \"https://registry.example.org\""),
        with_line("language =", "imminent = \"1h\""),
    ]));
    // Every local time is another instant.
    expect![[r#"
        `deployment` is at another time: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT, UTC−5) instead of Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT, UTC−6)
        `patches` of Thursday, February 6, 2025 is at another time: Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT, UTC−5) instead of Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT, UTC−6)
        `patches` of Thursday, February 13, 2025 is at another time: Thursday, February 13, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT, UTC−5) instead of Thursday, February 13, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT, UTC−6)
        `patches` of Thursday, February 20, 2025 is at another time: Thursday, February 20, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT, UTC−5) instead of Thursday, February 20, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT, UTC−6)
        `patches` of Thursday, February 27, 2025 is at another time: Thursday, February 27, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT, UTC−5) instead of Thursday, February 27, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT, UTC−6)
        `patches` of Thursday, March 6, 2025 is at another time: Thursday, March 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT, UTC−5) instead of Thursday, March 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT, UTC−6)
        `patches`: 260 more occurrences differ
        local times are those of America/New_York instead of America/Chicago
    "#]].assert_eq(&differences(
        DOCUMENT,
        &with("America/Chicago", "America/New_York"),
        NOON,
    ));
}

#[test]
fn the_edge() {
    let prefix = "prefix = \"/_maintenance\"";
    let outage = |keys: &str| with(prefix, &format!("{prefix}\n[edge.outage]\n{keys}"));
    expect![[r#"
        Intermission's own pages, links and API move: they are below `/_m` instead of `/_maintenance`

        requests that always pass are `/status` instead of none

        nobody is sent away for longer than 2 hours instead of 1 hour

        clients come back over 1 minute instead of 5 minutes

        without a known end, clients come back after 4 minutes instead of 2 minutes

        machines are let in after a window in a growing share over 20 minutes instead of all at once

        sites whose scripts may read an answer to a request with cookies are `https://app.example.org` instead of none

        while a window is open, one passes from `192.0.2.0/24` instead of none

        while a window is open, `api/v2/status.json` says `maintenance` instead of `minor`

        `Strict-Transport-Security` is `max-age=63072000` instead of not sent

        outages of the origin are answered from now on

        pages warn of what is to come from now on
    "#]].assert_eq(&all(&[
        with(prefix, "prefix = \"/_m\""),
        with_line(prefix, "pass = [\"/status\"]"),
        with_line(prefix, "retry-after.cap = \"2h\""),
        with_line(prefix, "retry-after.spread = \"1m\""),
        with_line(prefix, "retry-after.overrun = \"4m\""),
        with_line(prefix, "ramp = \"20m\""),
        with_line(prefix, "cors.origins = [\"https://app.example.org\"]"),
        with_line(prefix, "bypass.addresses = [\"192.0.2.0/24\"]"),
        with_line(prefix, "statuspage-maintenance = true"),
        with_line(prefix, "strict-transport-security = \"max-age=63072000\""),
        outage(""),
        with_line(prefix, "banner.cookies = [\"session\"]"),
    ]));
    let said = outage(
        "title = \"Trouble\"\nmessage = \"Soon.\"\nretry-after = \"1m\"\ntimeout = \"20s\"\n",
    );
    expect![[r#"
        during an outage, an answer is headed “Trouble” instead of nothing
        during an outage, an answer says “Soon.” instead of nothing
        during an outage, clients come back after 1 minute instead of 30 seconds
        during an outage, the origin has to begin its answer within 20 seconds instead of what the platform gives it

        outages of the origin are not answered any more
    "#]].assert_eq(&[
        differences(&outage(""), &said, NOON),
        differences(&said, DOCUMENT, NOON),
    ].join("\n"));
}
