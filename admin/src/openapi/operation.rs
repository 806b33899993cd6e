//! One method of one path.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Value, json};

use super::{parameter, refusal, security};
use crate::{Kind, Scope};

/// One method of one path.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Operation {
    operation_id: String,
    tags: [&'static str; 1],
    summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    /// Empty where everybody may ask.
    security: Value,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parameters: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_body: Option<Value>,
    /// By status.
    responses: BTreeMap<String, Value>,
    /// The kinds of the problems among the responses, by name.
    #[serde(skip)]
    pub(super) refusals: BTreeSet<&'static str>,
}

impl Operation {
    /// What everybody may read.
    pub(super) fn public(id: &str, summary: &str) -> Self {
        Self {
            operation_id: id.to_owned(),
            tags: ["public"],
            summary: summary.to_owned(),
            description: None,
            security: json!([]),
            parameters: Vec::new(),
            request_body: None,
            responses: BTreeMap::new(),
            refusals: BTreeSet::new(),
        }
    }

    /// What takes a scope, and changes nothing.
    pub(super) fn of(scope: Scope, tag: &'static str, id: &str, summary: &str) -> Self {
        let operation = Self::public(id, summary);
        Self { tags: [tag], security: security::with(scope), ..operation }.refused(&refusal::ANY)
    }

    /// What changes the schedule.
    pub(super) fn write(tag: &'static str, id: &str, summary: &str) -> Self {
        Self::of(Scope::Write, tag, id, summary).takes(parameter::write()).refused(&refusal::WRITE)
    }

    pub(super) fn about(mut self, description: &str) -> Self {
        self.description = Some(description.to_owned());
        self
    }

    /// Parameters of the path come before those that every write has.
    pub(super) fn at(mut self, parameter: Value) -> Self {
        self.parameters.insert(0, parameter);
        self
    }

    pub(super) fn takes(mut self, parameters: impl IntoIterator<Item = Value>) -> Self {
        self.parameters.extend(parameters);
        self
    }

    /// A body in JSON, with examples by name.
    pub(super) fn body(mut self, schema: &Value, examples: &[(&str, &str, Value)]) -> Self {
        let examples: serde_json::Map<_, _> = examples
            .iter()
            .map(|(name, summary, value)| {
                ((*name).to_owned(), json!({ "summary": summary, "value": value }))
            })
            .collect();
        self.request_body = Some(json!({
            "required": true,
            "content": { "application/json": { "schema": schema, "examples": examples } },
        }));
        self
    }

    pub(super) fn answers(mut self, status: u16, answer: Value) -> Self {
        self.responses.insert(status.to_string(), answer);
        self
    }

    pub(super) fn refused(mut self, kinds: &[Kind]) -> Self {
        self.refusals.extend(kinds.iter().map(|kind| kind.as_str()));
        self.responses.extend(refusal::links(&self.refusals));
        self
    }
}

/// A link to a schema.
pub(super) fn schema(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}
