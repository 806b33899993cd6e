//! What a request says outside of its body.

use serde_json::{Value, json};

use crate::name;

/// Nine digits are a revision a second for thirty years.
const LARGEST_REVISION: u64 = 999_999_999;

const LARGEST_NUMBER: u64 = 999_999_999_999;

/// The number of a revision, in the path.
pub(super) fn number() -> Value {
    json!({
        "name": "number",
        "in": "path",
        "description": "The number of a revision.",
        "required": true,
        "schema": { "type": "integer", "minimum": 1, "maximum": LARGEST_REVISION },
        "example": 7,
    })
}

/// An id in the path, by the schema `form`.
pub(super) fn id(about: &str, form: &str, example: &str) -> Value {
    json!({
        "name": "id",
        "in": "path",
        "description": about,
        "required": true,
        "schema": { "$ref": format!("#/components/schemas/{form}") },
        "example": example,
    })
}

/// One of these words in the path.
pub(super) fn word(name: &str, about: &str, words: &[&str]) -> Value {
    json!({
        "name": name,
        "in": "path",
        "description": about,
        "required": true,
        "schema": { "type": "string", "enum": words },
    })
}

/// One channel of the schedule.
pub(super) fn channel() -> Value {
    json!({
        "name": "channel",
        "in": "query",
        "description": "Only what concerns the channel of this id.",
        "schema": { "$ref": "#/components/schemas/Id" },
        "example": "web",
    })
}

/// The language of the texts.
pub(super) fn language() -> Value {
    json!({
        "name": "lang",
        "in": "query",
        "description": "The language of the texts: one of these, or one that the schedule has. Where it is \
                        absent, `Accept-Language` says, or else the service's.",
        "schema": { "type": "string", "enum": ["en", "es"] },
    })
}

/// How long before the start a calendar rings.
pub(super) fn alarm() -> Value {
    json!({
        "name": "alarm",
        "in": "query",
        "description": "How long before the start a calendar rings; not at all where it is absent.",
        "schema": { "$ref": "#/components/schemas/Length" },
        "example": "30m",
    })
}

/// From where on a record is read, and how much of it.
pub(super) fn page() -> [Value; 2] {
    [
        json!({
            "name": "before",
            "in": "query",
            "description": "Only what is older than this number: `next` of the page before.",
            "schema": { "type": "integer", "minimum": 1, "maximum": LARGEST_NUMBER },
        }),
        json!({
            "name": "limit",
            "in": "query",
            "description": "How many at most.",
            "schema": { "type": "integer", "minimum": 1, "maximum": 200, "default": 50 },
        }),
    ]
}

/// With which revision one is compared.
pub(super) fn from() -> Value {
    json!({
        "name": "from",
        "in": "query",
        "description": "The revision to compare with; the one before where it is absent. 0 is the \
                        empty schedule.",
        "schema": { "type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER },
    })
}

/// What was read before.
pub(super) fn if_none_match() -> Value {
    json!({
        "name": "If-None-Match",
        "in": "header",
        "description": "The `ETag` of what was read before: 304 while it is in force.",
        "schema": { "type": "string" },
        "example": "\"7\"",
    })
}

/// The same of a document for everybody, whose tag is no number.
pub(super) fn tag() -> Value {
    json!({
        "name": "If-None-Match",
        "in": "header",
        "description": "The `ETag` of what was read before: 304 while it says the same.",
        "schema": { "type": "string" },
    })
}

/// What every write of the schedule takes.
pub(super) fn write() -> [Value; 3] {
    [if_match(), idempotency_key(), dry_run()]
}

fn if_match() -> Value {
    json!({
        "name": "If-Match",
        "in": "header",
        "description": "The revision that the write is about, as `ETag` gave it (`\"0\"` before \
                        the first publication), or `*` for whichever is in force.",
        "required": true,
        "schema": { "type": "string", "pattern": r#"^(\*|"(0|[1-9][0-9]{0,8})")$"# },
        "examples": {
            "revision": { "summary": "Revision 7", "value": "\"7\"" },
            "any": { "summary": "Whichever is in force", "value": "*" },
        },
    })
}

/// What makes it safe to send a request again.
pub(super) fn idempotency_key() -> Value {
    json!({
        "name": name::IDEMPOTENCY_KEY,
        "in": "header",
        "description": "A text of the client's own, such as a UUID, that names this write for 24 \
                        hours: a repeat of it gets the same answer, and is not done twice.",
        "schema": { "type": "string", "pattern": "^[!-~]{1,255}$" },
        "example": "6f1c52d0-40a3-4f5d-9d3b-0f3c2c3f6f4e",
    })
}

fn dry_run() -> Value {
    json!({
        "name": name::DRY_RUN,
        "in": "query",
        "description": "Whether to say only what the write would do.",
        "schema": { "type": "boolean", "default": false },
    })
}
