//! Our own documents: health, `timeline.json`, and the page about a window.

#[cfg(test)]
mod founding;

use answer::{
    Cause, Following, Form, Health, Language, Refusal, Sent, health, status, window_page,
};
use base64::{Engine, prelude::BASE64_STANDARD};
use expect_test::{Expect, expect};
use founding::{INSIDE, at, gate, gate_with};
use sha2::{Digest, Sha256};

fn announced_on_the_day_before() -> schedule::Gate {
    gate_with(|text| text + "announce = 2025-02-05T09:00:00\n")
}

#[track_caller]
fn check_status(gate: &schedule::Gate, now: &str, expected: &Expect) {
    expected.assert_eq(&status(gate.timeline(), 7, at(now)).body);
}

#[test]
fn nothing_leaks_before_the_announcement() {
    let gate = announced_on_the_day_before();
    check_status(
        &gate,
        "2025-02-05T14:59:59.999Z",
        &expect![[
            r#"{"service":{"name":"ImmTrac2","zone":"America/Chicago","label":"CT"},"now":"2025-02-05T14:59:59.999Z","revision":7,"channels":[{"id":"web","name":"ImmTrac2 (web) online application","disposition":"unavailable","afterwards":"nothing","phase":null,"window":null},{"id":"web-services","name":"web services (bidirectional data exchange)","disposition":"unavailable","afterwards":"resend","phase":null,"window":null},{"id":"ftp","name":"FTP-related data exchange","disposition":"hold","afterwards":"nothing","phase":null,"window":null}],"windows":[]}"#
        ]],
    );
    let page = window_page(
        gate.timeline(),
        "2025-02-06-deployment",
        Language::English,
        at("2025-02-05T14:59:59Z"),
    );
    assert_eq!(page.status, 404);
}

#[test]
fn what_was_cancelled_before_it_was_announced_stays_unknown() {
    let gate = gate_with(|text| text + "announce = 2025-02-05T09:00:00\ncancelled = true\n");
    let page =
        |now| window_page(gate.timeline(), "2025-02-06-deployment", Language::English, at(now));
    assert_eq!(page("2025-02-05T14:59:59Z").status, 404);
    let page = page("2025-02-05T15:00:00Z");
    assert!(page.body.contains("This maintenance was cancelled."), "{}", page.body);
}

// Of a weekly window, the page is about the one that is going on, or the next, or the last.
#[test]
fn the_page_about_a_recurring_window_is_about_the_occurrence_that_matters() {
    let gate = gate_with(|text| text + "repeat = \"FREQ=WEEKLY;COUNT=2\"\n");
    for (now, date) in [
        ("2025-02-01T00:00:00Z", "Thursday, February 6, 2025, 7:00 p.m."),
        ("2025-02-07T02:00:00Z", "Thursday, February 6, 2025, 7:00 p.m."),
        ("2025-02-07T03:00:00Z", "Thursday, February 13, 2025, 7:00 p.m."),
        ("2025-03-01T00:00:00Z", "Thursday, February 13, 2025, 7:00 p.m."),
    ] {
        let page =
            window_page(gate.timeline(), "2025-02-06-deployment", Language::English, at(now));
        assert!(page.body.contains(date), "{now}: expected {date} in {}", page.body);
    }
}

#[test]
fn announced_imminent_active_over() {
    let gate = announced_on_the_day_before();
    check_status(
        &gate,
        "2025-02-05T15:00:00Z",
        &expect![[
            r#"{"service":{"name":"ImmTrac2","zone":"America/Chicago","label":"CT"},"now":"2025-02-05T15:00:00Z","revision":7,"channels":[{"id":"web","name":"ImmTrac2 (web) online application","disposition":"unavailable","afterwards":"nothing","phase":"announced","window":"2025-02-06-deployment"},{"id":"web-services","name":"web services (bidirectional data exchange)","disposition":"unavailable","afterwards":"resend","phase":"announced","window":"2025-02-06-deployment"},{"id":"ftp","name":"FTP-related data exchange","disposition":"hold","afterwards":"nothing","phase":"announced","window":"2025-02-06-deployment"}],"windows":[{"id":"2025-02-06-deployment","phase":"announced","start":"2025-02-07T01:00:00Z","end":"2025-02-07T03:00:00Z","reason":"emergency","summary":"Emergency production deployment for data fixes.","channels":["web","web-services","ftp"]}]}"#
        ]],
    );
    for (now, phase) in [
        ("2025-02-07T00:29:59.999Z", "\"phase\":\"announced\""),
        ("2025-02-07T00:30:00Z", "\"phase\":\"imminent\""),
        ("2025-02-07T01:00:00Z", "\"phase\":\"active\""),
        ("2025-02-07T02:59:59.999Z", "\"phase\":\"active\""),
        ("2025-02-07T03:00:00Z", "\"phase\":null"),
    ] {
        let body = status(gate.timeline(), 7, at(now)).body;
        assert!(body.contains(phase), "{now}: expected {phase} in {body}");
    }
}

#[test]
fn health_is_200_with_and_without_a_timeline() {
    let gate = gate();
    let on_duty = health(&Health::Gating(gate.timeline(), Following { revision: 7, age: Some(3) }));
    assert_eq!(on_duty.status, 200);
    assert!(on_duty.body.contains("\"status\":\"pass\""), "{}", on_duty.body);
    assert!(on_duty.body.contains(schedule::Zone::RELEASE), "{}", on_duty.body);
    let open = health(&Health::Open);
    assert_eq!(open.status, 200);
    expect![[r#"{"status":"warn","output":"there is no readable timeline, so every request passes to the origin"}"#]].assert_eq(&open.body);
}

#[test]
fn the_page_about_a_window_speaks_to_every_channel() {
    let gate = gate();
    let page = window_page(gate.timeline(), "2025-02-06-deployment", Language::English, at(INSIDE));
    assert_eq!(page.status, 200);
    for words in [
        "Emergency maintenance",
        "Thursday, February 6, 2025, 7:00 p.m.",
        "Resend data for processing.",
        "There is no need to resubmit data.",
        "ImmTrac2@dshs.texas.gov",
        "ImmTracMU@dshs.texas.gov",
    ] {
        assert!(page.body.contains(words), "{words} is not in {}", page.body);
    }
}

#[test]
fn a_channel_that_was_finished_early_is_told_apart() {
    let gate = gate_with(|text| {
        format!("{text}\n[window.finished]\nweb = 2025-02-06T20:30:00\nftp = 2025-02-06T20:40:00\n")
    });
    // After the name of each channel: what is said of it first.
    let said = |now: &str| {
        let page =
            window_page(gate.timeline(), "2025-02-06-deployment", Language::English, at(now));
        let sections = page.body.split("<section><h2>").skip(1).map(|section| {
            let (name, rest) = section.split_once("</h2><p>").expect("a name and a sentence");
            let (sentence, _) = rest.split_once("</p>").expect("it ends");
            format!("{name}: {sentence}\n")
        });
        sections.collect::<String>()
    };
    expect![[r#"
        web services (bidirectional data exchange): Not available; requests are answered 503.
        ImmTrac2 (web) online application: This maintenance is over.
        FTP-related data exchange: This maintenance is going on now.
    "#]]
    .assert_eq(&said("2025-02-07T02:35:00Z"));
    expect![[r#"
        web services (bidirectional data exchange): Not available; requests are answered 503.
        ImmTrac2 (web) online application: This maintenance is over.
        FTP-related data exchange: This maintenance is over.
    "#]]
    .assert_eq(&said("2025-02-07T03:00:00Z"));
}

#[test]
fn the_policy_of_every_page_names_the_hashes_of_its_script_and_style() {
    let gate = gate();
    let pages = [
        window_page(gate.timeline(), "2025-02-06-deployment", Language::English, at(INSIDE)),
        Refusal {
            cause: Cause::Window(founding::closing(&gate, "/", INSIDE)),
            form: Form::Html,
            language: Language::English,
            sent: Sent::Nothing,
            origin: None,
        }
        .answer(),
    ];
    for page in pages {
        let policy = page.headers.iter().find(|(name, _)| *name == "Content-Security-Policy");
        let (_, policy) = policy.expect("a page has one");
        for kind in ["script", "style"] {
            let (_, rest) = page.body.split_once(&format!("<{kind}>")).expect("it has one");
            let (text, rest) = rest.split_once(&format!("</{kind}>")).expect("it ends");
            assert!(!rest.contains(&format!("<{kind}")), "a second {kind}");
            let hash = BASE64_STANDARD.encode(Sha256::digest(text));
            assert!(
                policy.contains(&format!("{kind}-src 'sha256-{hash}';")),
                "put {kind}-src 'sha256-{hash}' into CONTENT_SECURITY_POLICY, which says {policy}"
            );
        }
    }
}
