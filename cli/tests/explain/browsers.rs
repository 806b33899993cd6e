//! curl commands as browsers and vendors' scripts have them.

use expect_test::{Expect, expect};

use crate::run::{EVERYTHING, INSIDE, explain};

/// What is told about a command on standard input.
#[track_caller]
fn pasted(command: &str, expected: &Expect) {
    let said = explain(EVERYTHING, &[INSIDE, &["--curl", "-"]], command);
    let told = said.split_once("\n\nHTTP/1.1 ").map_or(&*said, |(told, _)| told);
    expected.assert_eq(&format!("{}\n", told.trim_end()));
}

// As “Copy as cURL (bash)” gives it. The body has an apostrophe and an exclamation mark, which is
// why it is in `$'…'`.
#[test]
fn chrome() {
    pasted(
        r#"curl 'https://registry.example/api/records?page=2' \
  -X 'PATCH' \
  -H 'accept: application/json, text/plain, */*' \
  -H 'accept-language: es-MX,es;q=0.9,en;q=0.8' \
  -H 'content-type: application/json' \
  -b 'session=0f3a; theme=dark' \
  -H 'origin: https://app.registry.example' \
  -H 'priority: u=1, i' \
  -H 'referer: https://app.registry.example/' \
  -H 'sec-ch-ua: "Chromium";v="140", "Not=A?Brand";v="24"' \
  -H 'sec-fetch-dest: empty' \
  -H 'sec-fetch-mode: cors' \
  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36' \
  --data-raw $'{"note":"it\'s late\u0021"}' ;
"#,
        &expect![[r#"
            PATCH https://registry.example/api/records?page=2
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web-services – web services, by the route /api/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      problem-json, problem details (RFC 9457) in JSON, because its Accept prefers JSON
            language  es, as its Accept-Language asks
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 9 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it
        "#]],
    );
}

// As “Copy as cURL (POSIX)” gives it.
#[test]
fn firefox() {
    pasted(
        "curl 'https://registry.example/records/7' --compressed \
         -H 'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0' \
         -H 'Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' \
         -H 'Accept-Language: en-US,en;q=0.5' -H 'Accept-Encoding: gzip, deflate, br, zstd' \
         -H 'Connection: keep-alive' -H 'Cookie: session=0f3a' \
         -H 'Upgrade-Insecure-Requests: 1' -H 'Sec-Fetch-Dest: document' \
         -H 'Sec-Fetch-Mode: navigate' -H 'Sec-Fetch-Site: none' -H 'Priority: u=0, i'",
        &expect![[r#"
            GET https://registry.example/records/7
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web – the portal, by the route /records/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      html, a page for a person, because its Sec-Fetch-Dest is document
            language  en, as its Accept-Language asks
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 9 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it
        "#]],
    );
}

// A ticket of a vendor: an address first, a file, options that say nothing, output to a file.
#[test]
fn a_vendors_script() {
    pasted(
        "$ curl -sS -k --cert client.pem --max-time 30 -o answer.xml \\\r\n\
         \x20 -H \"Content-Type: application/soap+xml; charset=utf-8\" \\\r\n\
         \x20 --data-binary @submit.xml https://registry.example/soap/iis > log.txt 2>&1\r\n",
        &expect![[r#"
            POST https://registry.example/soap/iis
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web-services – web services, by the route /soap/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      soap-1.2, a SOAP 1.2 fault, because its Content-Type is application/soap+xml
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 9 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it
            note      what follows the `>` is not for curl, and was left out
        "#]],
    );
}
