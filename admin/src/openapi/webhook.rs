//! Webhooks: subscriptions, and what became of their messages.

use serde_json::{Value, json};

use super::{
    answer, example,
    operation::{Operation, schema},
    parameter,
    paths::{Path, admin},
};
use crate::{Kind, Scope};

const TAG: &str = "webhooks";

pub(super) fn paths() -> Vec<Path> {
    let step =
        |verb: &str, operation| admin(&format!("webhooks/{{id}}/{verb}"), [("post", operation)]);
    vec![
        admin("webhooks", [("get", webhooks()), ("post", create())]),
        admin("webhooks/{id}", [("get", webhook()), ("delete", delete())]),
        step("pause", pause()),
        step("resume", resume()),
        step("rotate", rotate()),
        step("test", test()),
        step("replay", replay()),
        admin("webhooks/{id}/deliveries", [("get", deliveries())]),
        admin("webhooks/{id}/dead", [("get", dead())]),
    ]
}

fn id() -> Value {
    parameter::id("The id of a subscription.", "WebhookId", example::WEBHOOK)
}

fn webhooks() -> Operation {
    Operation::of(Scope::Read, TAG, "listWebhooks", "Read which subscriptions there are")
        .answers(200, answer::json("All of them, by name", "Webhooks", &example::webhooks()))
}

fn webhook() -> Operation {
    Operation::of(Scope::Read, TAG, "getWebhook", "See how a subscription fares")
        .at(id())
        .refused(&[Kind::NotFound])
        .answers(200, answer::json("The subscription", "Webhook", &example::webhook()))
}

/// What does something to a subscription, and takes a body.
fn write(operation: &str, summary: &str, body: &str, example: Value) -> Operation {
    Operation::of(Scope::Write, TAG, operation, summary)
        .body(&schema(body), &[("usual", "As it is mostly sent", example)])
        .refused(&[Kind::TooLarge, Kind::UnsupportedMediaType, Kind::StorageFull])
}

/// The same to one that there is.
fn step(operation: &str, summary: &str) -> Operation {
    write(operation, summary, "Nothing", json!({})).at(id()).refused(&[Kind::NotFound])
}

fn create() -> Operation {
    let created = answer::json(
        "The subscription, and its secret: this is the one time that it is told",
        "SecretWebhook",
        &example::secret_webhook(),
    );
    write("createWebhook", "Subscribe somebody", "NewWebhook", example::new_webhook())
        .about(
            "It is told of what happens from now on. Its secret is told only once, so a repeat with \
             the same `Idempotency-Key` is refused.",
        )
        .takes([parameter::idempotency_key()])
        .refused(&[Kind::KeyReused])
        .answers(201, created)
}

fn delete() -> Operation {
    Operation::of(Scope::Write, TAG, "deleteWebhook", "Tell a subscriber nothing more")
        .about("Its messages, its log and its secret go with it.")
        .at(id())
        .refused(&[Kind::NotFound, Kind::StorageFull])
        .answers(200, answer::json("The subscription as it was", "Webhook", &example::webhook()))
}

fn pause() -> Operation {
    step("pauseWebhook", "Keep messages back")
        .about("They are kept, and sent once it is resumed.")
        .answers(200, answer::json("The subscription as it is now", "Webhook", &example::webhook()))
}

fn resume() -> Operation {
    step("resumeWebhook", "Send what was kept back")
        .answers(200, answer::json("The subscription as it is now", "Webhook", &example::webhook()))
}

fn rotate() -> Operation {
    step("rotateWebhook", "Make a new secret")
        .about("For 24 hours messages are signed with the one before as well.")
        .answers(
            200,
            answer::json("With the new secret", "SecretWebhook", &example::secret_webhook()),
        )
}

fn test() -> Operation {
    step("testWebhook", "Send a ping")
        .about("It waits its turn behind what is not delivered yet.")
        .answers(200, answer::json("The subscription as it is now", "Webhook", &example::webhook()))
}

fn replay() -> Operation {
    let all = json!({});
    write("replayWebhook", "Send messages again", "Replay", all)
        .about("One of them, or all dead letters. They keep their ids.")
        .at(id())
        .refused(&[Kind::NotFound])
        .answers(200, answer::json("How many", "Replayed", &example::replayed()))
}

fn deliveries() -> Operation {
    log("listDeliveries", "Read what became of messages")
}

fn dead() -> Operation {
    log("listDeadLetters", "Read which messages were given up")
}

fn log(operation: &str, summary: &str) -> Operation {
    let page =
        answer::json("A page of the log, the newest first", "Deliveries", &example::deliveries());
    Operation::of(Scope::Read, TAG, operation, summary)
        .at(id())
        .takes(parameter::page())
        .refused(&[Kind::NotFound])
        .answers(200, page)
}
