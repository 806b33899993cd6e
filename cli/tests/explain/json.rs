//! The same for programs: one object, whose fields are always there.

use expect_test::expect;

use crate::run::{EVERYTHING, INSIDE, says};

#[test]
fn an_answer() {
    let client = ["--json", "--client", "198.51.100.4", "-H", "Accept: application/json", "/api/x"];
    says(
        EVERYTHING,
        &[INSIDE, &client],
        &expect![[r#"
            {
              "request": {
                "method": "GET",
                "url": "https://registry.example/api/x",
                "host": "registry.example",
                "path": "/api/x",
                "query": ""
              },
              "at": "2025-02-06T19:30:00-06:00",
              "service": {
                "name": "Registry",
                "zone": "America/Chicago",
                "label": "CT"
              },
              "belongs": "channel",
              "channel": {
                "id": "web-services",
                "name": "web services",
                "disposition": "unavailable",
                "route": "/api/*",
                "rule": null,
                "leniently": false
              },
              "always_open": null,
              "window": {
                "id": "deployment",
                "reason": "emergency",
                "phase": "active",
                "summary": null,
                "starts": "2025-02-06T19:00:00-06:00",
                "ends": "2025-02-06T21:00:00-06:00",
                "overrun": "reopen",
                "reopens": "2025-02-06T21:00:00-06:00"
              },
              "next": null,
              "outcome": "answer",
              "passes": null,
              "let_in_percent": null,
              "cause": "window",
              "form": {
                "name": "problem-json",
                "because": "its Accept prefers JSON",
                "acknowledges": false
              },
              "language": {
                "tag": "en",
                "because": "no-accept-language"
              },
              "retry": {
                "seconds": 3678,
                "least_seconds": 3678,
                "most_seconds": 3678,
                "at": "2025-02-06T20:31:18-06:00",
                "by": "header"
              },
              "answer": {
                "status": 503,
                "headers": [
                  {
                    "name": "Content-Type",
                    "value": "application/problem+json"
                  },
                  {
                    "name": "Cache-Control",
                    "value": "no-store"
                  },
                  {
                    "name": "Content-Language",
                    "value": "en"
                  },
                  {
                    "name": "Vary",
                    "value": "Accept, Accept-Language, Content-Type, Origin, Sec-Fetch-Dest"
                  },
                  {
                    "name": "X-Content-Type-Options",
                    "value": "nosniff"
                  },
                  {
                    "name": "Link",
                    "value": "<https://registry.example/_maintenance/timeline.json>; rel=\"status\"; type=\"application/json\", <https://registry.example/_maintenance/windows/deployment>; rel=\"help\"; type=\"text/html\""
                  },
                  {
                    "name": "Access-Control-Allow-Origin",
                    "value": "*"
                  },
                  {
                    "name": "Access-Control-Expose-Headers",
                    "value": "Retry-After, Link"
                  },
                  {
                    "name": "Content-Length",
                    "value": "500"
                  },
                  {
                    "name": "Retry-After",
                    "value": "3678"
                  }
                ],
                "body": "{\"type\":\"https://registry.example/_maintenance/problems/maintenance\",\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. This request was NOT processed. Send it again after 2025-02-07T03:00:00Z.\",\"instance\":\"https://registry.example/_maintenance/windows/deployment\",\"window\":\"deployment\",\"starts\":\"2025-02-07T01:00:00Z\",\"ends\":\"2025-02-07T03:00:00Z\",\"processed\":false}"
              },
              "bypass": "with a signed link or a token it passes, where the edge has secrets for them; from 192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it",
              "notes": []
            }
        "#]],
    );
}

#[test]
fn a_request_that_passes() {
    says(
        EVERYTHING,
        &[&["--json", "--at", "2025-02-20T10:00", "/records"]],
        &expect![[r#"
            {
              "request": {
                "method": "GET",
                "url": "https://registry.example/records",
                "host": "registry.example",
                "path": "/records",
                "query": ""
              },
              "at": "2025-02-20T10:00:00-06:00",
              "service": {
                "name": "Registry",
                "zone": "America/Chicago",
                "label": "CT"
              },
              "belongs": "channel",
              "channel": {
                "id": "web",
                "name": "the portal",
                "disposition": "unavailable",
                "route": "/records/*",
                "rule": null,
                "leniently": false
              },
              "always_open": null,
              "window": null,
              "next": {
                "id": "patches",
                "reason": "planned",
                "phase": "scheduled",
                "summary": null,
                "starts": "2025-03-13T19:00:00-05:00",
                "ends": "2025-03-13T21:00:00-05:00",
                "overrun": "reopen",
                "reopens": "2025-03-13T21:00:00-05:00"
              },
              "outcome": "pass",
              "passes": {
                "because": "no-window",
                "sentence": "no window over its channel is open"
              },
              "let_in_percent": null,
              "cause": null,
              "form": null,
              "language": null,
              "retry": null,
              "answer": null,
              "bypass": null,
              "notes": []
            }
        "#]],
    );
}

#[test]
fn a_turn() {
    let after = ["--json", "--at", "2025-02-06T21:02:30", "curl", "-sI", "https://a.example/soap"];
    says(
        EVERYTHING,
        &[&after],
        &expect![[r#"
            {
              "request": {
                "method": "HEAD",
                "url": "https://a.example/soap",
                "host": "a.example",
                "path": "/soap",
                "query": ""
              },
              "at": "2025-02-06T21:02:30-06:00",
              "service": {
                "name": "Registry",
                "zone": "America/Chicago",
                "label": "CT"
              },
              "belongs": "channel",
              "channel": {
                "id": "web-services",
                "name": "web services",
                "disposition": "unavailable",
                "route": "/soap/*",
                "rule": null,
                "leniently": false
              },
              "always_open": null,
              "window": {
                "id": "deployment",
                "reason": "emergency",
                "phase": "ended",
                "summary": null,
                "starts": "2025-02-06T19:00:00-06:00",
                "ends": "2025-02-06T21:00:00-06:00",
                "overrun": "reopen",
                "reopens": "2025-02-06T21:10:00-06:00"
              },
              "next": null,
              "outcome": "turn",
              "passes": null,
              "let_in_percent": 25,
              "cause": "window",
              "form": {
                "name": "text",
                "because": "nothing in it says more, so it gets text",
                "acknowledges": false
              },
              "language": {
                "tag": "en",
                "because": "no-accept-language"
              },
              "retry": {
                "seconds": 450,
                "least_seconds": 1,
                "most_seconds": 450,
                "at": "2025-02-06T21:10:00-06:00",
                "by": "header"
              },
              "answer": {
                "status": 503,
                "headers": [
                  {
                    "name": "Content-Type",
                    "value": "text/plain; charset=utf-8"
                  },
                  {
                    "name": "Cache-Control",
                    "value": "no-store"
                  },
                  {
                    "name": "Content-Language",
                    "value": "en"
                  },
                  {
                    "name": "Vary",
                    "value": "Accept, Accept-Language, Content-Type, Origin, Sec-Fetch-Dest"
                  },
                  {
                    "name": "X-Content-Type-Options",
                    "value": "nosniff"
                  },
                  {
                    "name": "Link",
                    "value": "<https://registry.example/_maintenance/timeline.json>; rel=\"status\"; type=\"application/json\", <https://registry.example/_maintenance/windows/deployment>; rel=\"help\"; type=\"text/html\""
                  },
                  {
                    "name": "Access-Control-Allow-Origin",
                    "value": "*"
                  },
                  {
                    "name": "Access-Control-Expose-Headers",
                    "value": "Retry-After, Link"
                  },
                  {
                    "name": "Content-Length",
                    "value": "408"
                  },
                  {
                    "name": "Retry-After",
                    "value": "450"
                  }
                ],
                "body": ""
              },
              "bypass": "with a signed link or a token it passes, where the edge has secrets for them; from 192.0.2.0/24 too, where INTERMISSION_ADDRESS_HEADER names the header that states it",
              "notes": []
            }
        "#]],
    );
}
