//! What is particular about an answer.

use expect_test::expect;

use crate::run::{EVERYTHING, INSIDE, says, tells};

#[test]
fn an_acknowledgement() {
    let message =
        "MSH|^~\\&|EHR|FAC|IIS|TX|20250206193000||VXU^V04^VXU_V04|MSGID123|P|2.5.1\rPID|1\r";
    let kind = "Content-Type: application/hl7-v2+er7";
    let curl = ["curl", "https://registry.example/hl7", "-H", kind, "--data-binary"];
    says(
        EVERYTHING,
        &[INSIDE, &curl, &[message]],
        &expect![[r#"
            POST https://registry.example/hl7
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   messages – messages, by the route /hl7
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 200 OK, not passed to the origin
            form      hl7, an HL7 acknowledgement that rejects the message (AR), because its Content-Type is one
                      of HL7 v2
            language  en, the service's, because it sends no Accept-Language
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it

            HTTP/1.1 200 OK
            Content-Type: application/hl7-v2+er7; charset=utf-8
            Cache-Control: no-store
            Content-Language: en
            Vary: Accept, Accept-Language, Content-Type, Origin, Sec-Fetch-Dest
            X-Content-Type-Options: nosniff
            Link: <https://registry.example/_maintenance/timeline.json>; rel="status"; type="application/json", <https://registry.example/_maintenance/windows/deployment>; rel="help"; type="text/html"
            Access-Control-Allow-Origin: *
            Access-Control-Expose-Headers: Retry-After, Link
            Content-Length: 237

            MSH|^~\&|IIS|TX|EHR|FAC|20250207013000+0000||ACK^V04^ACK|20250207013000000.MSGID123|P|2.5.1
            MSA|AR|MSGID123
            ERR||MSH^1|207^Application internal error^HL70357|E||||This message was NOT processed. Send it again after 2025-02-07T03:00:00Z.
        "#]],
    );
    tells(
        EVERYTHING,
        &[INSIDE, &curl, &["@message.hl7"]],
        &expect![[r#"
            POST https://registry.example/hl7
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   messages – messages, by the route /hl7
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      hl7, text as HL7 v2 over HTTP has it, because its Content-Type is one of HL7 v2
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 9 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it
            note      the channel acknowledges messages (`AR`), but its message is in the file `message.hl7`,
                      which is not read, so this is the text
        "#]],
    );
    tells(
        EVERYTHING,
        &[INSIDE, &["-X", "POST", "-H", kind, "/hl7"]],
        &expect![[r#"
            POST https://registry.example/hl7
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   messages – messages, by the route /hl7
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      hl7, text as HL7 v2 over HTTP has it, because its Content-Type is one of HL7 v2
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 9 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them; from
                      192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it
            note      the channel acknowledges messages (`AR`), but it carries no message, so this is the text
        "#]],
    );
}

#[test]
fn what_has_no_body() {
    says(
        EVERYTHING,
        &[INSIDE, &["curl", "-sI", "https://registry.example/api/x"]],
        &expect![[r#"
            HEAD https://registry.example/api/x
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web-services – web services, by the route /api/*
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
            Content-Length: 384
            Retry-After: 3600
        "#]],
    );
}

#[test]
fn who_passes_nevertheless() {
    tells(
        EVERYTHING,
        &[INSIDE, &["--client", "192.0.2.7", "/records"]],
        &expect![[r#"
            GET https://registry.example/records
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web – the portal, by the route /records/*
            window    deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      text, in short lines, because nothing in the request asks for more
            language  en, the service's, because it sends no Accept-Language
            retry     in 3749 s, at 8:32:29 p.m. (CT); the window is still open then, so it will be told again
            bypass    from 192.0.2.7 it passes, where INTERMISSION_ADDRESS_HEADER names the header that states
                      it
        "#]],
    );
    let token = ["-H", "Intermission-Bypass: secret", "/records"];
    tells(
        EVERYTHING,
        &[INSIDE, &token],
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
            bypass    it carries a token, and passes if that is the edge's
        "#]],
    );
    let cookie = ["-H", "Cookie: a=b; __Host-intermission-bypass=1.x", "/records"];
    tells(
        EVERYTHING,
        &[INSIDE, &cookie],
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
            bypass    it carries the cookie of a signed link, and passes while that holds
        "#]],
    );
}
