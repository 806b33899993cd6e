//! Whole answers, to the byte.

#[cfg(test)]
mod founding;

use answer::{Answer, Form, refusal};
use expect_test::{Expect, expect};
use founding::{INSIDE, closing, gate, gate_with};

fn written(answer: &Answer) -> String {
    let headers: String =
        answer.headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    format!("{}\n{headers}\n{}", answer.status, answer.body)
}

#[track_caller]
fn check(answer: &Answer, expected: &Expect) {
    expected.assert_eq(&written(answer));
}

#[test]
fn text_for_a_partner() {
    let gate = gate();
    check(
        &refusal(&closing(&gate, "/soap/iis", INSIDE), Form::Text, "GET"),
        &expect![[r#"
        503
        Content-Type: text/plain; charset=utf-8
        Cache-Control: no-store
        Content-Language: en
        Vary: Accept, Accept-Language
        X-Content-Type-Options: nosniff
        Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"

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
fn page_for_a_person() {
    let gate = gate();
    let mut answer = refusal(&closing(&gate, "/records", INSIDE), Form::Html, "GET");
    let (before, rest) = answer.body.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    answer.body = format!("{before}<style>…</style>{after}");
    check(
        &answer,
        &expect![[r#"
        503
        Content-Type: text/html; charset=utf-8
        Cache-Control: no-store
        Content-Language: en
        Vary: Accept, Accept-Language
        X-Content-Type-Options: nosniff
        Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"
        Content-Security-Policy: default-src 'none'; style-src 'sha256-37IsslJhmuZ1/SbyZQ1SdHca6rINTnP8DJLyv64PZoo='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
        Referrer-Policy: no-referrer

        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Service Unavailable – ImmTrac2</title><style>…</style></head><body><main><p class="service">ImmTrac2</p><h1>Service Unavailable</h1><p class="message">The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.</p><p class="outlook">Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).</p><h2>In the meantime</h2><p>Record time-sensitive tasks manually until the application is available again.</p><h2>Afterwards</h2><p>Continue normal business.</p><h2>Contact</h2><p>Access to ImmTrac2 web application (online): <a href="mailto:ImmTrac2@dshs.texas.gov">ImmTrac2@dshs.texas.gov</a></p><p class="details"><a href="/_maintenance/windows/2025-02-06-deployment">About this maintenance</a></p></main></body></html>"#]],
    );
}

#[test]
fn somebody_who_sent_a_form_is_told_that_it_is_lost() {
    const LOST: &str = "What you sent was not processed. Please send it again afterwards.";
    let gate = gate();
    let page = |method| refusal(&closing(&gate, "/records", INSIDE), Form::Html, method).body;
    assert!(page("POST").contains(LOST));
    assert!(!page("GET").contains(LOST));
}

#[test]
fn text_with_the_address_of_the_service() {
    let url = "label = \"CT\"\nurl = \"https://registry.example\"";
    let gate = gate_with(|text| text.replace("label = \"CT\"", url));
    check(
        &refusal(&closing(&gate, "/soap/iis", INSIDE), Form::Text, "GET"),
        &expect![[r#"
        503
        Content-Type: text/plain; charset=utf-8
        Cache-Control: no-store
        Content-Language: en
        Vary: Accept, Accept-Language
        X-Content-Type-Options: nosniff
        Link: <https://registry.example/_maintenance/timeline.json>; rel="status"; type="application/json", <https://registry.example/_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"

        503 Service Unavailable
        The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
        This request was NOT processed. Send it again after 2025-02-07T03:00:00Z.
        Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).
        Window: 2025-02-06-deployment
        Status: https://registry.example/_maintenance/windows/2025-02-06-deployment
    "#]],
    );
}

#[test]
fn text_when_the_end_is_not_known() {
    let gate = gate_with(|text| text.replace("end = 2025-02-06T21:00:00", ""));
    check(
        &refusal(&closing(&gate, "/soap/iis", INSIDE), Form::Text, "GET"),
        &expect![[r#"
        503
        Content-Type: text/plain; charset=utf-8
        Cache-Control: no-store
        Content-Language: en
        Vary: Accept, Accept-Language
        X-Content-Type-Options: nosniff
        Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"

        503 Service Unavailable
        The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
        This request was NOT processed. Send it again later.
        Emergency maintenance is going on. Its end is not known yet.
        Window: 2025-02-06-deployment
        Status: /_maintenance/windows/2025-02-06-deployment
    "#]],
    );
}

#[test]
fn text_when_it_takes_longer_than_planned() {
    let gate = gate_with(|text| text + "overrun = \"hold\"\n");
    let late = "2025-02-07T03:00:00Z";
    check(
        &refusal(&closing(&gate, "/soap/iis", late), Form::Text, "GET"),
        &expect![[r#"
        503
        Content-Type: text/plain; charset=utf-8
        Cache-Control: no-store
        Content-Language: en
        Vary: Accept, Accept-Language
        X-Content-Type-Options: nosniff
        Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"

        503 Service Unavailable
        The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
        This request was NOT processed. Send it again later.
        Emergency maintenance is taking longer than planned. It was to end Thursday, February 6, 2025, 9:00 p.m. (CT).
        Window: 2025-02-06-deployment
        Status: /_maintenance/windows/2025-02-06-deployment
    "#]],
    );
}

#[test]
fn text_before_the_end_of_a_window_that_holds() {
    let gate = gate_with(|text| text + "overrun = \"hold\"\n");
    check(
        &refusal(&closing(&gate, "/soap/iis", INSIDE), Form::Text, "GET"),
        &expect![[r#"
        503
        Content-Type: text/plain; charset=utf-8
        Cache-Control: no-store
        Content-Language: en
        Vary: Accept, Accept-Language
        X-Content-Type-Options: nosniff
        Link: </_maintenance/timeline.json>; rel="status"; type="application/json", </_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"

        503 Service Unavailable
        The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.
        This request was NOT processed. Send it again later.
        Emergency maintenance is planned to end Thursday, February 6, 2025, 9:00 p.m. (CT).
        Window: 2025-02-06-deployment
        Status: /_maintenance/windows/2025-02-06-deployment
    "#]],
    );
}

#[test]
fn what_the_schedule_says_cannot_become_markup() {
    let gate = gate_with(|text| {
        text.replace("name = \"ImmTrac2\"", "name = \"<script>alert('&')</script>\"")
            .replace("[service]", "[service]\nmessage = \"a </style><b> & \\\"c\\\"\"")
    });
    let page = refusal(&closing(&gate, "/records", INSIDE), Form::Html, "GET").body;
    assert!(page.contains("&lt;script&gt;alert('&amp;')&lt;/script&gt;"), "{page}");
    assert!(page.contains("a &lt;/style&gt;&lt;b&gt; &amp; &quot;c&quot;"), "{page}");
    assert!(!page.contains("<script>") && !page.contains("<b>"), "{page}");
}

#[test]
fn no_header_can_be_broken_by_the_schedule() {
    let gate =
        gate_with(|text| text.replace("name = \"ImmTrac2\"", "name = \"a\\r\\nSet-Cookie: b\""));
    for form in [Form::Html, Form::Text] {
        for (name, value) in refusal(&closing(&gate, "/records", INSIDE), form, "GET").headers {
            assert!(!value.contains(['\r', '\n']), "{name}: {value:?}");
        }
    }
}
