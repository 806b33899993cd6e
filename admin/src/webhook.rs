//! Webhooks: who is told of what happens, and what became of it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

#[cfg(feature = "openapi")]
use crate::openapi::form;

/// A subscription, without its secrets.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Webhook {
    #[cfg_attr(feature = "openapi", schemars(with = "form::WebhookId"))]
    pub id: String,
    pub name: String,
    /// Where it is told; of a chat only the host, because the address is a secret there.
    pub url: String,
    #[cfg_attr(feature = "openapi", schemars(with = "form::WebhookKind"))]
    pub kind: String,
    /// The channels that it is told of; empty for all.
    pub channels: Vec<String>,
    /// The events that it is told of; empty for all.
    pub events: Vec<String>,
    /// The destination at the IZ Gateway.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
    /// The shape of messages, where it has one of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::WebhookTemplate>"))]
    pub template: Option<Value>,
    /// Who made it.
    pub author: String,
    /// In RFC 3339, UTC.
    #[cfg_attr(feature = "openapi", schemars(with = "form::Instant"))]
    pub created: String,
    /// Until when messages are signed with the secret before, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Instant>"))]
    pub rotating_until: Option<String>,
    pub health: Health,
}

/// How a subscription fares.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "openapi", schemars(rename = "WebhookHealth"))]
#[serde(rename_all = "kebab-case")]
pub struct Health {
    #[cfg_attr(feature = "openapi", schemars(with = "form::WebhookState"))]
    pub state: String,
    /// Why it is paused, or what went wrong last while it fails.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// Messages that are not delivered yet.
    pub pending: u64,
    /// Messages that were given up, and can be replayed.
    pub dead: u64,
    /// When a message was delivered last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Instant>"))]
    pub delivered: Option<String>,
    /// When the next attempt is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Instant>"))]
    pub next: Option<String>,
}

/// The body of `POST webhooks`.
#[derive(Clone, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NewWebhook {
    /// What it is called: printable characters, and not the name of another subscription.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = 64)))]
    pub name: String,
    /// Where it is told: `https`, a host of the public network, no credentials.
    #[cfg_attr(feature = "openapi", schemars(length(max = 2000)))]
    pub url: String,
    /// What it understands; `cloudevents` where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::WebhookKind>"))]
    pub kind: Option<String>,
    /// Ids of channels; all where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schemars(with = "Vec<form::Id>", length(max = 16)))]
    pub channels: Vec<String>,
    /// Which events; all where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schemars(with = "Vec<form::WebhookEvent>"))]
    pub events: Vec<String>,
    /// The value of the header `Authorization`, such as `Bearer …`; it is never told again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorization: Option<String>,
    /// The id of the destination at the IZ Gateway, for the kind `izgateway`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
    /// For the kind `json`, and for `slack` and `teams` where they want another shape: a JSON object in whose
    /// texts `{said}`, `{service}`, `{event}`, `{window}`, `{channels}`, `{reason}`, `{summary}`, `{start}`,
    /// `{end}` and `{link}` are filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::WebhookTemplate>"))]
    pub template: Option<Value>,
}

/// A subscription with a new secret: the one time that it is told.
#[derive(Clone, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct SecretWebhook {
    #[serde(flatten)]
    pub webhook: Webhook,
    /// What messages are signed with: `whsec_` and base64, as Standard Webhooks has it.
    pub secret: String,
}

/// All subscriptions, by name.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Webhooks {
    pub webhooks: Vec<Webhook>,
}

/// A message to a subscription, and what became of it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Delivery {
    /// In the order in which messages are sent.
    #[cfg_attr(feature = "openapi", schemars(range(min = 1)))]
    pub number: u64,
    /// The id of the event, which is sent as `webhook-id`.
    pub event: String,
    /// `intermission.window.extended` …
    #[serde(rename = "type")]
    pub kind: String,
    #[cfg_attr(feature = "openapi", schemars(with = "form::DeliveryState"))]
    pub state: String,
    /// When it happened.
    #[cfg_attr(feature = "openapi", schemars(with = "form::Instant"))]
    pub at: String,
    /// How often it was tried.
    pub attempts: u64,
    /// When it was tried last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Instant>"))]
    pub tried: Option<String>,
    /// The status of the last answer; absent where there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// What was said then, in a sentence, with the beginning of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// When it is tried again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Instant>"))]
    pub next: Option<String>,
}

/// A page of the log of a subscription, the newest first.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Deliveries {
    pub deliveries: Vec<Delivery>,
    /// What to ask for with `before` to read on; absent at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(range(min = 1)))]
    pub next: Option<u64>,
}

/// The body of `POST webhooks/{id}/replay`.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Replay {
    /// The number of one delivery, also of one that arrived; all dead letters where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(range(min = 1, max = 999_999_999_999_u64)))]
    pub number: Option<u64>,
}

/// How many messages are sent again.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Replayed {
    pub replayed: u64,
}

/// The body of a step that takes nothing: an empty object.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Nothing {}

impl std::fmt::Debug for NewWebhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewWebhook").field("name", &self.name).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for SecretWebhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SecretWebhook").field("webhook", &self.webhook).finish_non_exhaustive()
    }
}
