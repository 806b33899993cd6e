//! How windows end: step by step, when somebody releases them, or without having been.

use expect_test::expect;

use crate::run::{EVERYTHING, INSIDE, says, tells};

// The window is over, and machines are let in a growing share at a time.
#[test]
fn step_by_step() {
    let after = ["--at", "2025-02-06T21:02:30"];
    says(
        EVERYTHING,
        &[&after, &["/soap/iis"]],
        &expect![[r#"
            GET https://registry.example/soap/iis
            at        Thursday, February 6, 2025, 9:02:30 p.m. (CT)

            channel   web-services – web services, by the route /soap/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     ended: it was over 2 minutes 30 seconds ago; the channel opens step by step, and is open
                      for everybody in 7 minutes 30 seconds
            outcome   passes or is answered, by the client's address: 25 % of the machines are let in; --client
                      tells for one. This is the answer for the last of them
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 450 s, at 9:10 p.m. (CT); others up to 7 minutes 29 seconds earlier, by their addresses
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
            Content-Length: 408
            Retry-After: 450

            503 Service Unavailable
            The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
            This request was NOT processed. Send it again after 2025-02-07T03:10:00Z.
            Emergency maintenance is over. The service is opening step by step, so that it is not overrun.
            Window: deployment
            Status: https://registry.example/_maintenance/windows/deployment
        "#]],
    );
    // One whose turn it is, and one whose turn it is not.
    tells(
        EVERYTHING,
        &[&after, &["--client", "198.51.100.4", "/soap/iis"]],
        &expect![[r#"
            GET https://registry.example/soap/iis
            at        Thursday, February 6, 2025, 9:02:30 p.m. (CT)

            channel   web-services – web services, by the route /soap/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     ended: it was over 2 minutes 30 seconds ago; the channel opens step by step, and is open
                      for everybody in 7 minutes 30 seconds
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 372 s, at 9:08:42 p.m. (CT)
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it
        "#]],
    );
    tells(
        EVERYTHING,
        &[&after, &["--client", "198.51.100.1", "/soap/iis"]],
        &expect![[r#"
            GET https://registry.example/soap/iis
            at        Thursday, February 6, 2025, 9:02:30 p.m. (CT)

            channel   web-services – web services, by the route /soap/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     ended: it was over 2 minutes 30 seconds ago; the channel opens step by step, and is open
                      for everybody in 7 minutes 30 seconds
            outcome   passes to the origin: the channel opens step by step, and it is this client's turn
        "#]],
    );
    let page = ["-H", "Accept: text/html", "-H", "Sec-Fetch-Mode: navigate"];
    tells(
        EVERYTHING,
        &[&after, &page, &["/records"]],
        &expect![[r#"
            GET https://registry.example/records
            at        Thursday, February 6, 2025, 9:02:30 p.m. (CT)

            channel   web – the portal, by the route /records/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     ended: it was over 2 minutes 30 seconds ago; the channel opens step by step, and is open
                      for everybody in 7 minutes 30 seconds
            outcome   passes to the origin: the channel opens step by step, and people go first
        "#]],
    );
    tells(
        EVERYTHING,
        &[&["--at", "2025-02-06T21:10", "/soap/iis"]],
        &expect![[r#"
            GET https://registry.example/soap/iis
            at        Thursday, February 6, 2025, 9:10 p.m. (CT)

            channel   web-services – web services, by the route /soap/*
            window    none is open, and none is to come
            outcome   passes to the origin: no window over its channel is open
        "#]],
    );
}

#[test]
fn a_window_that_is_not_released() {
    tells(
        EVERYTHING,
        &[INSIDE, &["/archive/1"]],
        &expect![[r#"
            GET https://registry.example/archive/1
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   archive – the archive, by the route /archive/*
            window    migration (planned): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it is planned to end in 1 hour 30 minutes, and stays closed until somebody
                      releases it
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 120 s, at 7:32 p.m. (CT); others up to 10 minutes later, by their addresses
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it
        "#]],
    );
    tells(
        EVERYTHING,
        &[&["--at", "2025-02-06T21:15", "/archive/1"]],
        &expect![[r#"
            GET https://registry.example/archive/1
            at        Thursday, February 6, 2025, 9:15 p.m. (CT)

            channel   archive – the archive, by the route /archive/*
            window    migration (planned): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     overrun: it was planned to end 15 minutes ago, and it stays closed until somebody releases
                      it
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 120 s, at 9:17 p.m. (CT); others up to 10 minutes later, by their addresses
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it
        "#]],
    );
}

#[test]
fn a_window_that_is_called_off() {
    // The one before it is not released, so another schedule would be needed to see it pass.
    tells(
        EVERYTHING,
        &[&["--at", "2025-02-10T20:00", "/archive/1"]],
        &expect![[r#"
            GET https://registry.example/archive/1
            at        Monday, February 10, 2025, 8:00 p.m. (CT)

            channel   archive – the archive, by the route /archive/*
            window    migration (planned): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     overrun: it was planned to end 3 days 23 hours ago, and it stays closed until somebody
                      releases it
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 120 s, at 8:02 p.m. (CT); others up to 10 minutes later, by their addresses
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it
            note      window called-off would be open, but is cancelled
        "#]],
    );
}
