//! Where a request belongs.

use expect_test::expect;

use crate::run::{EVERYTHING, INSIDE, tells};

#[test]
fn what_belongs_nowhere() {
    tells(
        EVERYTHING,
        &[INSIDE, &["/nothing"]],
        &expect![[r#"
        GET https://registry.example/nothing
        at        Thursday, February 6, 2025, 7:30 p.m. (CT)

        channel   none: no route of the schedule matches
        outcome   passes to the origin: no route of the schedule matches it
        note      the route portal.registry.example/* of channel web is for another host
    "#]],
    );
    tells(
        EVERYTHING,
        &[INSIDE, &["/report/weekly"]],
        &expect![[r#"
        GET https://registry.example/report/weekly
        at        Thursday, February 6, 2025, 7:30 p.m. (CT)

        channel   none: no route of the schedule matches
        outcome   passes to the origin: no route of the schedule matches it
        note      the route portal.registry.example/* of channel web is for another host
        note      the route /reports/* of channel reports is nearly the same
    "#]],
    );
    tells(
        EVERYTHING,
        &[INSIDE, &["/v2/records"]],
        &expect![[r#"
        GET https://registry.example/v2/records
        at        Thursday, February 6, 2025, 7:30 p.m. (CT)

        channel   none: no route of the schedule matches
        outcome   passes to the origin: no route of the schedule matches it
        note      the route api.registry.example/v2/* of channel web-services is for another host
        note      the route portal.registry.example/* of channel web is for another host
    "#]],
    );
    tells(
        EVERYTHING,
        &[INSIDE, &["/gateway"]],
        &expect![[r#"
        GET https://registry.example/gateway
        at        Thursday, February 6, 2025, 7:30 p.m. (CT)

        channel   none: no route of the schedule matches
        outcome   passes to the origin: no route of the schedule matches it
        note      channel web-services has a rule for /gateway, POST, Content-Type
                  application/x-www-form-urlencoded
        note      the route portal.registry.example/* of channel web is for another host
    "#]],
    );
    tells(
        EVERYTHING,
        &[INSIDE, &["--outage", "/nothing"]],
        &expect![[r#"
        GET https://registry.example/nothing
        at        Thursday, February 6, 2025, 7:30 p.m. (CT)

        channel   none: no route of the schedule matches
        outcome   answered 503 Service Unavailable, because the origin cannot be reached
        form      text, in short lines, because nothing in the request asks for more
        language  en, the service's, because it sends no Accept-Language
        retry     in 30 s, at 7:30:30 p.m. (CT); others up to 30 seconds later, by their addresses
        note      the route portal.registry.example/* of channel web is for another host
    "#]],
    );
}

#[test]
fn a_route_that_wins_by_its_host() {
    tells(
        EVERYTHING,
        &[INSIDE, &["https://portal.registry.example/soap/iis"]],
        &expect![[r#"
            GET https://portal.registry.example/soap/iis
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web – the portal, by the route portal.registry.example/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 9 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it
            note      the route /soap/* of channel web-services matches too, but portal.registry.example/*,
                      which names a host, wins
        "#]],
    );
}

// The route is /soap/*; an origin that does not mind capitals would serve this path from there.
#[test]
fn a_path_that_a_lenient_origin_could_take_for_another() {
    tells(
        EVERYTHING,
        &[INSIDE, &["/SOAP//iis"]],
        &expect![[r#"
            GET https://registry.example/SOAP//iis
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web-services – web services, by the route /soap/*, which a lenient origin could take this
                      path for
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 9 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it
        "#]],
    );
    // While nothing is closed, it belongs nowhere.
    let before = ["--at", "2025-02-06T18:00"];
    tells(
        EVERYTHING,
        &[&before, &["/SOAP/iis"]],
        &expect![[r#"
            GET https://registry.example/SOAP/iis
            at        Thursday, February 6, 2025, 6:00 p.m. (CT)

            channel   none: no route of the schedule matches
            outcome   passes to the origin: no route of the schedule matches it
            note      the route portal.registry.example/* of channel web is for another host
            note      the route /soap/* of channel web-services is spelled in other capitals
        "#]],
    );
}

#[test]
fn a_rule_that_names_the_form() {
    let curl = ["curl", "/gateway", "-d", "message=MSH"];
    tells(
        EVERYTHING,
        &[INSIDE, &curl],
        &expect![[r#"
            POST https://registry.example/gateway
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web-services – web services, by the rule for /gateway, POST, Content-Type
                      application/x-www-form-urlencoded
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      hl7, text as HL7 v2 over HTTP has it, because the schedule names the form
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 9 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it
        "#]],
    );
}
