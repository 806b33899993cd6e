//! The origin cannot be reached.

use expect_test::expect;

use crate::run::{EVERYTHING, FOUNDING, INSIDE, says, tells};

#[test]
fn an_outage() {
    let before = ["--at", "2025-02-06T12:00", "--outage"];
    says(
        EVERYTHING,
        &[&before, &["-H", "Accept: application/json", "/api/x"]],
        &expect![[r#"
            GET https://registry.example/api/x
            at        Thursday, February 6, 2025, 12:00 noon (CT)

            channel   web-services – web services, by the route /api/*
            window    none is open; the next is deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. –
                      9:00 p.m. (CT)
            phase     announced: it starts in 7 hours
            outcome   answered 503 Service Unavailable, because the origin cannot be reached
            form      problem-json, problem details (RFC 9457) in JSON, because its Accept prefers JSON
            language  en, the service's, because it sends no Accept-Language
            retry     in 30 s, at 12:00:30 p.m. (CT); others up to 30 seconds later, by their addresses

            HTTP/1.1 503 Service Unavailable
            Content-Type: application/problem+json
            Cache-Control: no-store
            Content-Language: en
            Vary: Accept, Accept-Language, Content-Type, Origin, Sec-Fetch-Dest
            X-Content-Type-Options: nosniff
            Link: <https://registry.example/_maintenance/timeline.json>; rel="status"; type="application/json"
            Access-Control-Allow-Origin: *
            Access-Control-Expose-Headers: Retry-After, Link
            Content-Length: 310
            Retry-After: 30

            {"type":"https://registry.example/_maintenance/problems/outage","title":"Service Unavailable","status":503,"detail":"The registry cannot be reached. We are looking into it. This request was NOT processed. Send it again later.","instance":"https://registry.example/_maintenance/timeline.json","processed":false}
        "#]],
    );
    tells(
        EVERYTHING,
        &[&before, &["-X", "POST", "/soap/iis"]],
        &expect![[r#"
            POST https://registry.example/soap/iis
            at        Thursday, February 6, 2025, 12:00 noon (CT)

            channel   web-services – web services, by the route /soap/*
            window    none is open; the next is deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. –
                      9:00 p.m. (CT)
            phase     announced: it starts in 7 hours
            outcome   answered 503 Service Unavailable, because the origin cannot be reached
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 30 s, at 12:00:30 p.m. (CT); others up to 30 seconds later, by their addresses
            note      this is what is said when the connection breaks; where the platform states that the
                      request never arrived, the answer says that it was not processed
        "#]],
    );
    tells(
        EVERYTHING,
        &[&before, &["--client", "198.51.100.4", "/records"]],
        &expect![[r#"
            GET https://registry.example/records
            at        Thursday, February 6, 2025, 12:00 noon (CT)

            channel   web – the portal, by the route /records/*
            window    none is open; the next is deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. –
                      9:00 p.m. (CT)
            phase     announced: it starts in 7 hours
            outcome   answered 503 Service Unavailable, because the origin cannot be reached
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 55 s, at 12:00:55 p.m. (CT)
        "#]],
    );
    tells(
        EVERYTHING,
        &[&before, &["/webhooks/github"]],
        &expect![[r#"
        GET https://registry.example/webhooks/github
        at        Thursday, February 6, 2025, 12:00 noon (CT)

        channel   none: /webhooks/* is among the routes that always pass
        outcome   passes to the origin: this route always passes
        note      what always passes meets the origin's outage as it is
    "#]],
    );
    tells(
        EVERYTHING,
        &[&before, &["/_maintenance/health"]],
        &expect![[r#"
            GET https://registry.example/_maintenance/health
            at        Thursday, February 6, 2025, 12:00 noon (CT)

            channel   none: it is for Intermission itself (whether the gate is on duty)
            outcome   answered by Intermission itself, in a window and outside
            note      Intermission's own documents do not come from the origin
        "#]],
    );
    tells(
        EVERYTHING,
        &[INSIDE, &["--outage", "/records"]],
        &expect![[r#"
            GET https://registry.example/records
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web – the portal, by the route /records/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 9 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it
            note      while the window answers, the origin is not asked, so an outage changes nothing
        "#]],
    );
    let url = "https://registry.example/";
    tells(
        FOUNDING,
        &[&before, &[url]],
        &expect![[r#"
            GET https://registry.example/
            at        Thursday, February 6, 2025, 12:00 noon (CT)

            channel   web – ImmTrac2 (web) online application, by the route /*
            window    none is open; the next is 2025-02-06-deployment (emergency): Thursday, February 6, 2025,
                      7:00 p.m. – 9:00 p.m. (CT)
            phase     announced: it starts in 7 hours
            outcome   passes to the origin: no window over its channel is open
            note      the schedule has no `[edge.outage]`: while the origin cannot be reached, the client gets
                      the platform's own error page
        "#]],
    );
}
