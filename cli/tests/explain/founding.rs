//! The founding notice, asked about by people and by those who send records. The requests are those
//! that the clients' own software sends.

use expect_test::expect;

use crate::run::{FOUNDING, INSIDE, explain, says, tells};

const SOAP: &str = "https://registry.example/soap/iis";

#[test]
fn curl_as_it_is() {
    says(
        FOUNDING,
        &[INSIDE, &["curl", "https://registry.example/records"]],
        &expect![[r#"
            GET https://registry.example/records
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web – ImmTrac2 (web) online application, by the route /*
            window    2025-02-06-deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 4 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them

            HTTP/1.1 503 Service Unavailable
            Content-Type: text/plain; charset=utf-8
            Cache-Control: no-store
            Content-Language: en
            Vary: Accept, Accept-Language, Content-Type, Sec-Fetch-Dest
            X-Content-Type-Options: nosniff
            Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"
            Access-Control-Allow-Origin: *
            Access-Control-Expose-Headers: Retry-After, Link
            Content-Length: 382
            Retry-After: 3600

            503 Service Unavailable
            The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
            This request was NOT processed. Send it again after 2025-02-07T03:00:00Z.
            Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).
            Window: 2025-02-06-deployment
            Status: /_maintenance/windows/2025-02-06-deployment
        "#]],
    );
}

#[test]
fn soap_by_java() {
    let java = ["Content-Type: text/xml; charset=utf-8", "SOAPAction: \"submitSingleMessage\""];
    let accept = "Accept: text/html, image/gif, image/jpeg, */*; q=0.2";
    let headers = ["-H", java[0], "-H", java[1], "-H", accept];
    says(
        FOUNDING,
        &[INSIDE, &["-X", "POST"], &headers, &[SOAP]],
        &expect![[r#"
            POST https://registry.example/soap/iis
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web-services – web services (bidirectional data exchange), by the route /soap/*
            window    2025-02-06-deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      soap-1.1, a SOAP 1.1 fault, because its Content-Type is XML
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 4 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them

            HTTP/1.1 503 Service Unavailable
            Content-Type: text/xml; charset=utf-8
            Cache-Control: no-store
            Content-Language: en
            Vary: Accept, Accept-Language, Content-Type, Sec-Fetch-Dest
            X-Content-Type-Options: nosniff
            Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"
            Access-Control-Allow-Origin: *
            Access-Control-Expose-Headers: Retry-After, Link
            Content-Length: 1008
            Retry-After: 3600

            <?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>soap:Server</faultcode><faultstring xml:lang="en">Service Unavailable. The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. This message was NOT processed. Send it again after 2025-02-07T03:00:00Z.</faultstring><detail><fault xmlns="urn:cdc:iisb:2011"><Code>503</Code><Reason>ServiceUnavailable</Reason><Detail>This message was NOT processed. Send it again after 2025-02-07T03:00:00Z. Window: 2025-02-06-deployment. Status: /_maintenance/windows/2025-02-06-deployment</Detail></fault><m:maintenance xmlns:m="urn:intermission:maintenance"><m:window>2025-02-06-deployment</m:window><m:starts>2025-02-07T01:00:00Z</m:starts><m:ends>2025-02-07T03:00:00Z</m:ends><m:status>/_maintenance/windows/2025-02-06-deployment</m:status></m:maintenance></detail></soap:Fault></soap:Body></soap:Envelope>
        "#]],
    );
}

#[test]
fn a_browser_in_spanish() {
    let headers = [
        "-H",
        "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "-H",
        "Accept-Language: es-MX,es;q=0.9,en;q=0.8",
        "-H",
        "Sec-Fetch-Dest: document",
        "-H",
        "Sec-Fetch-Mode: navigate",
    ];
    let client = ["--client", "203.0.113.7"];
    let said = explain(FOUNDING, &[INSIDE, &client, &headers, &["https://registry.example/"]], "");
    let (told, page) = said.split_once("<!DOCTYPE html>").expect("the body is a page");
    // What a page looks like changes more often than what it says.
    let told: String = told
        .lines()
        .filter(|line| !line.starts_with("Content-Security-Policy") && !line.contains("Length"))
        .map(|line| format!("{line}\n"))
        .collect();
    expect![[r#"
        GET https://registry.example/
        at        Thursday, February 6, 2025, 7:30 p.m. (CT)

        channel   web – ImmTrac2 (web) online application, by the route /*
        window    2025-02-06-deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        phase     active: it ends in 1 hour 30 minutes
        outcome   answered 503 Service Unavailable, not passed to the origin
        form      html, a page for a person, because its Sec-Fetch-Dest is document
        language  es, as its Accept-Language asks
        retry     in 3895 s, at 8:34:55 p.m. (CT); the window is still open then, so it will be told again
        bypass    with a signed link or a token it passes, where the edge has secrets for them

        HTTP/1.1 503 Service Unavailable
        Content-Type: text/html; charset=utf-8
        Cache-Control: no-store
        Content-Language: es
        Vary: Accept, Accept-Language, Content-Type, Sec-Fetch-Dest
        X-Content-Type-Options: nosniff
        Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"
        Access-Control-Allow-Origin: *
        Access-Control-Expose-Headers: Retry-After, Link
        Referrer-Policy: no-referrer
        Retry-After: 3895

    "#]].assert_eq(&told);
    for words in ["Servicio no disponible", "<style>…</style>", "…</script>"] {
        assert!(page.contains(words), "{words} is not in:\n{page}");
    }
}

#[test]
fn a_form_of_a_page() {
    let curl =
        ["curl", "https://registry.example/records", "-d", "name=Ana", "-H", "Accept: text/html"];
    tells(
        FOUNDING,
        &[INSIDE, &curl],
        &expect![[r#"
            POST https://registry.example/records
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web – ImmTrac2 (web) online application, by the route /*
            window    2025-02-06-deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      html, a page for a person, because its Accept prefers text/html
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 4 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them
        "#]],
    );
}

#[test]
fn an_hl7_message() {
    let message = "MSH|^~\\&|EHR|FAC|IIS|TX|20250206193000||VXU^V04^VXU_V04|MSGID123|P|2.5.1\r";
    let kind = "Content-Type: application/hl7-v2+er7; charset=utf-8";
    let url = "https://registry.example/api/hl7";
    let curl = ["curl", url, "-H", kind, "--data-binary", message];
    says(
        FOUNDING,
        &[INSIDE, &curl],
        &expect![[r#"
            POST https://registry.example/api/hl7
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web-services – web services (bidirectional data exchange), by the route /api/*
            window    2025-02-06-deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      hl7, text as HL7 v2 over HTTP has it, because its Content-Type is one of HL7 v2
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 4 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them

            HTTP/1.1 503 Service Unavailable
            Content-Type: text/plain; charset=utf-8
            Cache-Control: no-store
            Content-Language: en
            Vary: Accept, Accept-Language, Content-Type, Sec-Fetch-Dest
            X-Content-Type-Options: nosniff
            Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"
            Access-Control-Allow-Origin: *
            Access-Control-Expose-Headers: Retry-After, Link
            Content-Length: 388
            Retry-After: 3600

            503 Service Unavailable
            The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
            This message was NOT processed. Send it again after 2025-02-07T03:00:00Z.
            Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).
            Window: 2025-02-06-deployment
            Status: /_maintenance/windows/2025-02-06-deployment
        "#]],
    );
}

#[test]
fn before_and_after() {
    says(
        FOUNDING,
        &[&["--at", "2025-01-15T09:00", SOAP]],
        &expect![[r#"
            GET https://registry.example/soap/iis
            at        Wednesday, January 15, 2025, 9:00 a.m. (CT)

            channel   web-services – web services (bidirectional data exchange), by the route /soap/*
            window    none is open; the next is 2025-02-06-deployment (emergency): Thursday, February 6, 2025,
                      7:00 p.m. – 9:00 p.m. (CT)
            phase     announced: it starts in 22 days 10 hours
            outcome   passes to the origin: no window over its channel is open
        "#]],
    );
    // Half an hour before, and the very last instant.
    says(
        FOUNDING,
        &[&["--at", "2025-02-06T18:30", SOAP]],
        &expect![[r#"
            GET https://registry.example/soap/iis
            at        Thursday, February 6, 2025, 6:30 p.m. (CT)

            channel   web-services – web services (bidirectional data exchange), by the route /soap/*
            window    none is open; the next is 2025-02-06-deployment (emergency): Thursday, February 6, 2025,
                      7:00 p.m. – 9:00 p.m. (CT)
            phase     imminent: it starts in 30 minutes
            outcome   passes to the origin: no window over its channel is open
        "#]],
    );
    tells(
        FOUNDING,
        &[&["--at", "2025-02-07T02:59:59.5Z", SOAP]],
        &expect![[r#"
            GET https://registry.example/soap/iis
            at        Thursday, February 6, 2025, 8:59:59 p.m. (CT)

            channel   web-services – web services (bidirectional data exchange), by the route /soap/*
            window    2025-02-06-deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 0 seconds
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 1 s, at 9:00 p.m. (CT); others up to 5 minutes later, by their addresses
            bypass    with a signed link or a token it passes, where the edge has secrets for them
        "#]],
    );
    says(
        FOUNDING,
        &[&["--at", "2025-02-06T21:00", SOAP]],
        &expect![[r#"
        GET https://registry.example/soap/iis
        at        Thursday, February 6, 2025, 9:00 p.m. (CT)

        channel   web-services – web services (bidirectional data exchange), by the route /soap/*
        window    none is open, and none is to come
        outcome   passes to the origin: no window over its channel is open
    "#]],
    );
}
