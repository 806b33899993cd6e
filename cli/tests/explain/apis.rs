//! The founding notice, asked about by the clients of interfaces.

use expect_test::expect;

use crate::run::{FOUNDING, INSIDE, says};

#[test]
fn fhir() {
    let url = "https://registry.example/api/fhir/Patient?_format=application%2Ffhir%2Bxml";
    says(
        FOUNDING,
        &[INSIDE, &[url]],
        &expect![[r#"
            GET https://registry.example/api/fhir/Patient?_format=application%2Ffhir%2Bxml
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web-services – web services (bidirectional data exchange), by the route /api/*
            window    2025-02-06-deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      fhir-xml, a FHIR OperationOutcome in XML, because the _format in its address is one of
                      FHIR
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 4 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them

            HTTP/1.1 503 Service Unavailable
            Content-Type: application/fhir+xml; charset=utf-8
            Cache-Control: no-store
            Content-Language: en
            Vary: Accept, Accept-Language, Content-Type, Sec-Fetch-Dest
            X-Content-Type-Options: nosniff
            Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"
            Access-Control-Allow-Origin: *
            Access-Control-Expose-Headers: Retry-After, Link
            Content-Length: 533
            Retry-After: 3600

            <?xml version="1.0" encoding="UTF-8"?><OperationOutcome xmlns="http://hl7.org/fhir"><issue><severity value="error"/><code value="transient"/><details><text value="Service Unavailable. The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later."/></details><diagnostics value="This message was NOT processed. Send it again after 2025-02-07T03:00:00Z. Window: 2025-02-06-deployment. Status: /_maintenance/windows/2025-02-06-deployment"/></issue></OperationOutcome>
        "#]],
    );
}

#[test]
fn graphql_by_urql() {
    let accept = "Accept: application/graphql-response+json, application/graphql+json, \
        application/json, text/event-stream, multipart/mixed";
    let url = "https://registry.example/api/graphql?query=%7B%20me%20%7B%20id%20%7D%20%7D";
    says(
        FOUNDING,
        &[INSIDE, &["-H", accept, url]],
        &expect![[r#"
            GET https://registry.example/api/graphql?query=%7B%20me%20%7B%20id%20%7D%20%7D
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web-services – web services (bidirectional data exchange), by the route /api/*
            window    2025-02-06-deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 503 Service Unavailable, not passed to the origin
            form      graphql, a GraphQL response with errors, because its Accept begins with a type of GraphQL
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, at 8:30 p.m. (CT); others up to 4 minutes 59 seconds later, by their addresses;
                      the window is still open then, so it will be told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them

            HTTP/1.1 503 Service Unavailable
            Content-Type: application/graphql-response+json; charset=utf-8
            Cache-Control: no-store
            Content-Language: en
            Vary: Accept, Accept-Language, Content-Type, Sec-Fetch-Dest
            X-Content-Type-Options: nosniff
            Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"
            Access-Control-Allow-Origin: *
            Access-Control-Expose-Headers: Retry-After, Link
            Content-Length: 445
            Retry-After: 3600

            {"errors":[{"message":"Service Unavailable. The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. This message was NOT processed. Send it again after 2025-02-07T03:00:00Z.","extensions":{"code":"SERVICE_UNAVAILABLE","window":"2025-02-06-deployment","starts":"2025-02-07T01:00:00Z","ends":"2025-02-07T03:00:00Z","about":"/_maintenance/windows/2025-02-06-deployment"}}]}
        "#]],
    );
}

#[test]
fn server_sent_events() {
    let url = "https://registry.example/api/changes";
    says(
        FOUNDING,
        &[INSIDE, &["-H", "Accept: text/event-stream", url]],
        &expect![[r#"
            GET https://registry.example/api/changes
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web-services – web services (bidirectional data exchange), by the route /api/*
            window    2025-02-06-deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 200 OK, not passed to the origin
            form      event-stream, a server-sent event, because its Accept begins with text/event-stream
            language  en, the service's, because it sends no Accept-Language
            retry     in 3600 s, in the line `retry` of the event stream, at 8:30 p.m. (CT); others up to 4
                      minutes 59 seconds later, by their addresses; the window is still open then, so it will be
                      told again
            bypass    with a signed link or a token it passes, where the edge has secrets for them

            HTTP/1.1 200 OK
            Content-Type: text/event-stream; charset=utf-8
            Cache-Control: no-store
            Content-Language: en
            Vary: Accept, Accept-Language, Content-Type, Sec-Fetch-Dest
            X-Content-Type-Options: nosniff
            Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"
            Access-Control-Allow-Origin: *
            Access-Control-Expose-Headers: Retry-After, Link
            Content-Length: 365

            retry: 3600000
            event: maintenance
            data: {"title":"Service Unavailable","message":"The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.","window":"2025-02-06-deployment","starts":"2025-02-07T01:00:00Z","ends":"2025-02-07T03:00:00Z","about":"/_maintenance/windows/2025-02-06-deployment"}
        "#]],
    );
}

#[test]
fn a_preflight() {
    let headers = [
        "-H",
        "Origin: https://app.example",
        "-H",
        "Access-Control-Request-Method: PATCH",
        "-H",
        "Access-Control-Request-Headers: content-type,x-request-id",
    ];
    let url = "https://registry.example/api/records/1";
    says(
        FOUNDING,
        &[INSIDE, &["-X", "OPTIONS"], &headers, &[url]],
        &expect![[r#"
            OPTIONS https://registry.example/api/records/1
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web-services – web services (bidirectional data exchange), by the route /api/*
            window    2025-02-06-deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 204 No Content, not passed to the origin
            form      preflight, the leave to send the request itself, which is then answered 503, because it is
                      an OPTIONS with Access-Control-Request-Method, by which a browser asks whether a script
                      may send the request itself
            bypass    with a signed link or a token it passes, where the edge has secrets for them

            HTTP/1.1 204 No Content
            Cache-Control: no-store
            Access-Control-Allow-Origin: *
            Access-Control-Allow-Methods: GET, HEAD, POST, PUT, PATCH, DELETE
            Access-Control-Allow-Headers: content-type,x-request-id
            Access-Control-Max-Age: 60
            Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers
        "#]],
    );
}

#[test]
fn grpc() {
    let headers = ["-H", "Content-Type: application/grpc", "-H", "TE: trailers"];
    let url = "https://registry.example/registry.Submission/Submit";
    says(
        FOUNDING,
        &[INSIDE, &["-X", "POST"], &headers, &[url]],
        &expect![[r#"
            POST https://registry.example/registry.Submission/Submit
            at        Thursday, February 6, 2025, 7:30 p.m. (CT)

            channel   web – ImmTrac2 (web) online application, by the route /*
            window    2025-02-06-deployment (emergency): Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            phase     active: it ends in 1 hour 30 minutes
            outcome   answered 200 OK, not passed to the origin
            form      grpc, the gRPC status UNAVAILABLE, because its Content-Type is one of gRPC
            language  en, the service's, because it sends no Accept-Language
            retry     not by the client's library, which `grpc-retry-pushback-ms` keeps from it
            bypass    with a signed link or a token it passes, where the edge has secrets for them

            HTTP/1.1 200 OK
            Content-Type: application/grpc
            Cache-Control: no-store
            Content-Language: en
            Vary: Accept, Accept-Language, Content-Type, Sec-Fetch-Dest
            X-Content-Type-Options: nosniff
            Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"
            Access-Control-Allow-Origin: *
            Access-Control-Expose-Headers: Retry-After, Link
            grpc-status: 14
            grpc-message: Service Unavailable. The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. This message was NOT processed. Send it again after 2025-02-07T03:00:00Z.
            grpc-retry-pushback-ms: -1
            Content-Length: 0
        "#]],
    );
}
