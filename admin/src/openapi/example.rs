//! Examples: the evening of the founding notice, from types, so that they are what the types say.

use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    Audience, Audit, CreatedToken, Current, Deliveries, Delivery, Difference, Entry, Health,
    NewToken, NewWebhook, NewWindow, Outcome, Publication, Replayed, Revision,
    RevisionWithDocument, Revisions, Rollback, Scope, SecretWebhook, Session, Token, Tokens,
    Webhook, Webhooks, Window, Windows,
};

pub(super) const WINDOW: &str = "2025-02-06-deployment";
pub(super) const TOKEN: &str = "Zt4kQ0_b7x";
pub(super) const WEBHOOK: &str = "3f9a1c07be";

/// The whole founding notice.
const FOUNDING: &str = include_str!("../../../examples/immtrac2/schedule.toml");

/// As little as makes a schedule.
const SMALL: &str = "\
[service]\nname = \"ImmTrac2\"\nzone = \"America/Chicago\"\nlabel = \"CT\"\n\n\
[[channel]]\nid = \"web\"\nname = \"ImmTrac2 (web) online application\"\nroutes = [\"/*\"]\n";

const PLANNED: &str = "Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)";

pub(super) fn value(of: &impl Serialize) -> Value {
    serde_json::to_value(of).expect("texts and numbers under fixed keys can always be written")
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

pub(super) fn current() -> Value {
    value(&Current { revision: 7, document: SMALL.to_owned() })
}

pub(super) fn publication() -> Value {
    let why = some("Data fixes that cannot wait.");
    value(&Publication { document: FOUNDING.to_owned(), why })
}

pub(super) fn published() -> Value {
    let said = format!("new window `{WINDOW}`: {PLANNED}");
    let audiences = ["web", "web-services", "ftp"].map(|channel| audience(channel, PLANNED));
    value(&Outcome {
        revision: Some(1),
        base: 0,
        summary: "published the schedule".to_owned(),
        said: vec![said],
        audiences: audiences.into(),
        warnings: Vec::new(),
        window: None,
    })
}

fn audience(channel: &str, when: &str) -> Audience {
    Audience { channel: channel.to_owned(), said: format!("closed {when}") }
}

fn change() -> Revision {
    Revision {
        number: 2,
        at: "2025-02-07T02:50:12.041Z".to_owned(),
        author: "night shift".to_owned(),
        action: "extend".to_owned(),
        window: some(WINDOW),
        why: some("The import is slow."),
        said: vec![extended()],
    }
}

fn extended() -> String {
    format!(
        "extended `{WINDOW}`: ends Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m."
    )
}

pub(super) fn revisions() -> Value {
    value(&Revisions { revisions: vec![change()], next: Some(2) })
}

pub(super) fn revision() -> Value {
    value(&RevisionWithDocument { revision: change(), document: SMALL.to_owned() })
}

pub(super) fn difference() -> Value {
    value(&Difference { from: 1, to: 2, said: vec![extended()] })
}

pub(super) fn rollback() -> Value {
    value(&Rollback { why: some("The wrong file was published.") })
}

pub(super) fn rolled_back() -> Value {
    outcome("went back to revision 1", None)
}

pub(super) fn windows() -> Value {
    value(&Windows { revision: 7, windows: vec![planned()] })
}

pub(super) fn window() -> Value {
    value(&planned())
}

fn planned() -> Window {
    Window {
        id: WINDOW.to_owned(),
        of: None,
        phase: "announced".to_owned(),
        start: "2025-02-06T19:00:00-06:00".to_owned(),
        end: some("2025-02-06T21:00:00-06:00"),
        released: None,
        channels: texts(&["web", "web-services", "ftp"]),
        reason: "emergency".to_owned(),
        overrun: "reopen".to_owned(),
        summary: some("Emergency production deployment for data fixes."),
        steps: texts(&["start", "extend", "shorten", "reschedule", "hold", "cancel"]),
        said: PLANNED.to_owned(),
    }
}

pub(super) fn emergency() -> Value {
    value(&NewWindow {
        channels: texts(&["web", "web-services"]),
        start: "now".to_owned(),
        length: some("2h"),
        reason: some("emergency"),
        overrun: some("hold"),
        hold_limit: some("4h"),
        why: some("The database does not answer."),
        ..NewWindow::default()
    })
}

pub(super) fn deployment() -> Value {
    value(&NewWindow {
        id: some("february-deployment"),
        channels: texts(&["web", "web-services", "ftp"]),
        start: "2025-02-13T19:00".to_owned(),
        end: some("2025-02-13T21:00"),
        summary: some("Production deployment."),
        announce: some("2d"),
        ..NewWindow::default()
    })
}

pub(super) fn added() -> Value {
    outcome(
        "added `emergency-2025-02-06`: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)",
        None,
    )
}

pub(super) fn extension() -> Value {
    let open = Window {
        phase: "active".to_owned(),
        end: some("2025-02-06T21:30:00-06:00"),
        steps: texts(&["extend", "shorten", "finish", "hold"]),
        said: "Thursday, February 6, 2025, 7:00 p.m. – 9:30 p.m. (CT)".to_owned(),
        ..planned()
    };
    outcome(&extended(), Some(open))
}

fn outcome(summary: &str, window: Option<Window>) -> Value {
    value(&Outcome {
        revision: Some(2),
        base: 1,
        summary: summary.to_owned(),
        said: vec![summary.to_owned()],
        audiences: vec![Audience {
            channel: "web".to_owned(),
            said: "closed until Thursday, February 6, 2025, 9:30 p.m. (CT)".to_owned(),
        }],
        warnings: Vec::new(),
        window,
    })
}

pub(super) fn session() -> Value {
    value(&Session { author: "night shift".to_owned(), scopes: vec![Scope::Read, Scope::Write] })
}

pub(super) fn audit() -> Value {
    let entry = Entry {
        number: 12,
        at: "2025-02-07T02:50:12.041Z".to_owned(),
        author: some("night shift"),
        address: some("192.0.2.7"),
        action: "extend".to_owned(),
        subject: some(WINDOW),
        status: 200,
        revision: Some(2),
        said: Some(extended()),
    };
    value(&Audit { entries: vec![entry], next: Some(12) })
}

fn token() -> Token {
    Token {
        id: TOKEN.to_owned(),
        name: "night shift".to_owned(),
        scopes: vec![Scope::Read, Scope::Write],
        author: "root".to_owned(),
        created: "2025-02-01T15:04:05Z".to_owned(),
        expires: some("2025-05-02T15:04:05Z"),
        last_used: some("2025-02-07T02:50:00Z"),
        revoked: None,
    }
}

pub(super) fn tokens() -> Value {
    value(&Tokens { tokens: vec![token()] })
}

pub(super) fn new_token() -> Value {
    value(&NewToken {
        name: "deployment pipeline".to_owned(),
        scopes: vec![Scope::Read, Scope::Write],
        valid_for: some("90d"),
    })
}

/// The secret is not one: no token is made of `x` alone.
pub(super) fn created_token() -> Value {
    let token = Token { last_used: None, ..token() };
    let secret = format!("imt_{TOKEN}_{}", "x".repeat(43));
    value(&CreatedToken { token, secret })
}

pub(super) fn revoked_token() -> Value {
    value(&Token { revoked: some("2025-02-07T14:00:00Z"), ..token() })
}

fn subscription() -> Webhook {
    Webhook {
        id: WEBHOOK.to_owned(),
        name: "Example EHR".to_owned(),
        url: "https://ehr.example/hooks/immtrac2".to_owned(),
        kind: "cloudevents".to_owned(),
        channels: texts(&["web-services"]),
        events: Vec::new(),
        destination: None,
        template: None,
        author: "night shift".to_owned(),
        created: "2025-02-01T15:04:05Z".to_owned(),
        rotating_until: None,
        health: Health {
            state: "failing".to_owned(),
            said: some("answered 500"),
            pending: 1,
            dead: 0,
            delivered: some("2025-02-07T00:30:00.412Z"),
            next: some("2025-02-07T02:50:48.102Z"),
        },
    }
}

pub(super) fn webhook() -> Value {
    value(&subscription())
}

pub(super) fn webhooks() -> Value {
    value(&Webhooks { webhooks: vec![subscription()] })
}

pub(super) fn new_webhook() -> Value {
    value(&NewWebhook {
        name: "Example EHR".to_owned(),
        url: "https://ehr.example/hooks/immtrac2".to_owned(),
        channels: texts(&["web-services"]),
        ..NewWebhook::default()
    })
}

/// The secret is none: nobody has 32 bytes of zeros.
pub(super) fn secret_webhook() -> Value {
    let secret = format!("whsec_{}=", "A".repeat(43));
    value(&SecretWebhook { webhook: subscription(), secret })
}

pub(super) fn deliveries() -> Value {
    let delivery = Delivery {
        number: 5,
        event: format!("{WINDOW}_extended_r2"),
        kind: "intermission.window.extended".to_owned(),
        state: "pending".to_owned(),
        at: "2025-02-07T02:50:12.041Z".to_owned(),
        attempts: 2,
        tried: some("2025-02-07T02:50:18.001Z"),
        status: Some(500),
        said: some("answered 500"),
        next: some("2025-02-07T02:50:48.102Z"),
    };
    value(&Deliveries { deliveries: vec![delivery], next: Some(5) })
}

pub(super) fn replayed() -> Value {
    value(&Replayed { replayed: 3 })
}

pub(super) fn timeline() -> Value {
    json!({
        "service": {
            "name": "ImmTrac2", "zone": "America/Chicago", "label": "CT", "language": "en", "url": null,
            "imminent": 1800,
        },
        "revision": 1,
        "next": "2025-02-07T03:00:00Z",
        "channels": [{
            "id": "web", "name": "ImmTrac2 (web) online application", "disposition": "unavailable",
            "afterwards": "nothing",
            "instructions": {
                "before": "Ensure that all time-sensitive tasks are recorded manually.",
                "during": null, "after": "Continue normal business.",
            },
            "contact": { "topic": "Access to the web application", "email": "help@registry.example" },
            "phase": "active", "window": WINDOW,
        }],
        "windows": [{
            "id": WINDOW, "of": null, "phase": "active", "start": "2025-02-07T01:00:00Z",
            "end": "2025-02-07T03:00:00Z", "overrun": "reopen", "reopens": "2025-02-07T03:00:00Z",
            "reason": "emergency", "summary": "Emergency production deployment for data fixes.",
            "channels": ["web"],
            "changes": [
                { "phase": "imminent", "at": "2025-02-07T00:30:00Z" },
                { "phase": "active", "at": "2025-02-07T01:00:00Z" },
                { "phase": "ended", "at": "2025-02-07T03:00:00Z" },
            ],
            "revision": 1,
            "history": [{
                "kind": "moved", "revision": 1, "at": "2025-02-06T22:10:00Z",
                "before": { "start": "2025-02-07T00:00:00Z", "end": "2025-02-07T02:00:00Z" },
            }],
        }],
    })
}

pub(super) fn health() -> Value {
    json!({ "status": "pass", "service": "ImmTrac2", "zones": "2025c", "revision": 1, "age": 3 })
}
