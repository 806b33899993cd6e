//! Answers that are not problems, and the fields of all of them.

use serde_json::{Map, Value, json};

use crate::name;

/// An answer in JSON by a schema.
pub(super) fn json(about: &str, schema: &str, example: &Value) -> Value {
    json!({
        "description": about,
        "content": { "application/json": {
            "schema": { "$ref": format!("#/components/schemas/{schema}") },
            "example": example,
        } },
    })
}

/// Several of one shape.
pub(super) fn list(about: &str, schema: &str) -> Value {
    let items = json!({ "$ref": format!("#/components/schemas/{schema}") });
    json!({
        "description": about,
        "content": { "application/json": { "schema": { "type": "array", "items": items } } },
    })
}

/// What a write did, or would do; with the revision that is in force then.
pub(super) fn outcome(about: &str, example: &Value) -> Value {
    let fields =
        [("ETag", etag("The revision in force")), (name::IDEMPOTENCY_REPLAYED, replayed())];
    with(json(about, "Outcome", example), &fields)
}

/// An object in JSON of which no more is said here.
pub(super) fn any(about: &str) -> Value {
    json!({
        "description": about,
        "content": { "application/json": { "schema": { "type": "object" } } },
    })
}

/// What was read before is still in force.
pub(super) fn unchanged() -> Value {
    let fields = [("ETag", etag("The revision"))];
    with(json!({ "description": "It is the revision that was named" }), &fields)
}

/// A document that is known already.
pub(super) fn known() -> Value {
    json!({ "description": "It is what was read before, by the `ETag` in `If-None-Match`" })
}

/// A document of another type.
pub(super) fn document(about: &str, media: &str) -> Value {
    json!({
        "description": about,
        "content": { media: { "schema": { "type": "string" } } },
    })
}

/// The answer with fields besides.
pub(super) fn with(mut answer: Value, fields: &[(&str, Value)]) -> Value {
    let fields: Map<_, _> =
        fields.iter().map(|(name, field)| ((*name).to_owned(), field.clone())).collect();
    answer["headers"] = fields.into();
    answer
}

/// `ETag` with the number of a revision.
pub(super) fn etag(about: &str) -> Value {
    json!({
        "description": format!("{about}: what a write names in `If-Match`."),
        "required": true,
        "schema": { "type": "string", "pattern": r#"^"(0|[1-9][0-9]*)"$"#, "examples": ["\"7\""] },
    })
}

/// `Idempotency-Replayed`, on an answer that was given before.
pub(super) fn replayed() -> Value {
    json!({
        "description": "This is the answer that was given to this `Idempotency-Key` before.",
        "schema": { "const": "true" },
    })
}

/// `Retry-After` in seconds.
pub(super) fn retry_after() -> Value {
    json!({
        "description": "How many seconds to wait before the request is sent again.",
        "required": true,
        "schema": { "type": "integer", "minimum": 1 },
    })
}

/// `WWW-Authenticate`
pub(super) fn challenge() -> Value {
    json!({
        "description": "How to say who asks.",
        "required": true,
        "schema": { "type": "string", "pattern": "^Bearer\\b" },
    })
}
