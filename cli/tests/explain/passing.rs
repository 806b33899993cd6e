//! Requests that pass, in a window and outside.

use expect_test::expect;

use crate::run::{EVERYTHING, INSIDE, says};

#[test]
fn a_channel_that_holds() {
    says(
        EVERYTHING,
        &[INSIDE, &["-X", "PUT", "/files/batch-7.hl7"]],
        &expect![[r#"
            PUT https://registry.example/files/batch-7.hl7
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   files – uploaded files, by the route /files/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   passes to the origin: its channel holds: what comes now is accepted, and processed when
                      the window is over
        "#]],
    );
}

#[test]
fn a_channel_that_is_not_affected() {
    says(
        EVERYTHING,
        &[INSIDE, &["/help/faq"]],
        &expect![[r#"
            GET https://registry.example/help/faq
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   help – the help pages, by the route /help/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   passes to the origin: its channel is not affected by windows
        "#]],
    );
}

#[test]
fn a_channel_that_is_only_read() {
    says(
        EVERYTHING,
        &[INSIDE, &["/reports/weekly"]],
        &expect![[r#"
            GET https://registry.example/reports/weekly
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   reports – reports, by the route /reports/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   passes to the origin: its channel stays readable, and this method only reads
        "#]],
    );
    says(
        EVERYTHING,
        &[INSIDE, &["-X", "DELETE", "/reports/weekly"]],
        &expect![[r#"
            DELETE https://registry.example/reports/weekly
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   reports – reports, by the route /reports/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 9 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it

            HTTP/1.1 503 Service Unavailable
            Content-Type: text/plain; charset=utf-8
            Cache-Control: no-store
            Content-Language: en
            Vary: Accept, Accept-Language, Content-Type, Origin, Sec-Fetch-Dest
            X-Content-Type-Options: nosniff
            Link: <https://registry.example/_maintenance/timeline.json>; rel="status"; type="application/json", <https://registry.example/_maintenance/windows/deployment>; rel="help"; type="text/html"
            Access-Control-Allow-Origin: *
            Access-Control-Expose-Headers: Retry-After, Link
            Content-Length: 484
            Retry-After: 3600

            503 Service Unavailable
            The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
            This request was NOT processed. Send it again after 2025-02-07T03:00:00Z.
            Only reading works during this maintenance. This request would change something, so it was refused.
            Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).
            Window: deployment
            Status: https://registry.example/_maintenance/windows/deployment
        "#]],
    );
}

#[test]
fn no_window_but_another_to_come() {
    says(
        EVERYTHING,
        &[&["--at", "2025-02-20T10:00", "/records"]],
        &expect![[r#"
            GET https://registry.example/records
            at        Thursday, February 20, 2025, 10:00 a.m. (CT)

            channel   web – the portal, by the route /records/*
            window    none is open; the next is patches (planned): Thursday, March 13, 2025, 7:00 p.m. – 9:00
                      p.m. (CT)
            phase     scheduled: it starts in 21 days 8 hours, and nobody is told before Monday, March 10, 2025,
                      7:00 p.m. (CT)
            outcome   passes to the origin: no window over its channel is open
        "#]],
    );
    says(
        EVERYTHING,
        &[&["--at", "2025-03-12T10:00", "/records"]],
        &expect![[r#"
            GET https://registry.example/records
            at        Wednesday, March 12, 2025, 10:00 a.m. (CT)

            channel   web – the portal, by the route /records/*
            window    none is open; the next is patches (planned): Thursday, March 13, 2025, 7:00 p.m. – 9:00
                      p.m. (CT)
            phase     announced: it starts in 1 day 9 hours
            outcome   passes to the origin: no window over its channel is open
        "#]],
    );
    says(
        EVERYTHING,
        &[&["--at", "2025-03-13T18:45", "/records"]],
        &expect![[r#"
            GET https://registry.example/records
            at        Thursday, March 13, 2025, 6:45 p.m. (CT)

            channel   web – the portal, by the route /records/*
            window    none is open; the next is patches (planned): Thursday, March 13, 2025, 7:00 p.m. – 9:00
                      p.m. (CT)
            phase     imminent: it starts in 15 minutes
            outcome   passes to the origin: no window over its channel is open
        "#]],
    );
}

#[test]
fn what_always_passes() {
    says(
        EVERYTHING,
        &[INSIDE, &["/robots.txt"]],
        &expect![[r#"
        GET https://registry.example/robots.txt
        at        Thursday, February 6, 2025, 7:30 p.m. (CT)

        channel   none: /robots.txt always passes, whatever the schedule says
        outcome   passes to the origin: this route always passes
    "#]],
    );
    says(
        EVERYTHING,
        &[INSIDE, &["/webhooks/github"]],
        &expect![[r#"
        GET https://registry.example/webhooks/github
        at        Thursday, February 6, 2025, 7:30 p.m. (CT)

        channel   none: /webhooks/* is among the routes that always pass
        outcome   passes to the origin: this route always passes
    "#]],
    );
}

#[test]
fn what_is_ours() {
    says(
        EVERYTHING,
        &[INSIDE, &["/_maintenance/health"]],
        &expect![[r#"
            GET https://registry.example/_maintenance/health
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   none: it is for Intermission itself (whether the gate is on duty)
            outcome   answered by Intermission itself, in a window and outside
        "#]],
    );
    says(
        EVERYTHING,
        &[INSIDE, &["/_maintenance/nothing"]],
        &expect![[r#"
        GET https://registry.example/_maintenance/nothing
        at        Thursday, February 6, 2025, 7:30 p.m. (CT)

        channel   none: it is for Intermission itself, which has no such document
        outcome   answered by Intermission itself, in a window and outside
    "#]],
    );
}
