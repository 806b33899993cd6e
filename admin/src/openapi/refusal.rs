//! The problems that an operation may be answered with.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{answer, paths::Path};
use crate::Kind;

/// What may happen to every request that has to say who asks.
pub(super) const ANY: [Kind; 6] = [
    Kind::InvalidRequest,
    Kind::Unauthenticated,
    Kind::Forbidden,
    Kind::TooManyFailures,
    Kind::Fault,
    Kind::KeeperUnreachable,
];

/// What may happen besides to every write of the schedule.
pub(super) const WRITE: [Kind; 7] = [
    Kind::RevisionConflict,
    Kind::TooLarge,
    Kind::UnsupportedMediaType,
    Kind::InvalidSchedule,
    Kind::KeyReused,
    Kind::RevisionRequired,
    Kind::StorageFull,
];

/// Links to the descriptions of these problems by status, where one may have several kinds.
pub(super) fn links(kinds: &BTreeSet<&'static str>) -> BTreeMap<String, Value> {
    by_status(kinds)
        .into_iter()
        .map(|(status, kinds)| {
            let link = format!("#/components/responses/{}", name(&kinds));
            (status.to_string(), json!({ "$ref": link }))
        })
        .collect()
}

/// What all the links of these paths lead to.
pub(super) fn responses(paths: &[Path]) -> Value {
    let mut responses = Map::new();
    for (_, operation) in paths.iter().flat_map(|(_, methods)| methods) {
        for (status, kinds) in by_status(&operation.refusals) {
            responses.insert(name(&kinds), response(status, &kinds));
        }
    }
    responses.into()
}

fn by_status(kinds: &BTreeSet<&'static str>) -> BTreeMap<u16, Vec<Kind>> {
    let mut statuses: BTreeMap<u16, Vec<Kind>> = BTreeMap::new();
    for kind in Kind::ALL.into_iter().filter(|kind| kinds.contains(kind.as_str())) {
        statuses.entry(kind.status()).or_default().push(kind);
    }
    statuses
}

fn name(kinds: &[Kind]) -> String {
    kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join("-or-")
}

fn response(status: u16, kinds: &[Kind]) -> Value {
    let titles: Vec<_> = kinds.iter().map(|kind| kind.title()).collect();
    let names: Vec<_> = kinds.iter().map(|kind| kind.as_str()).collect();
    let mut members = json!({
        "type": { "pattern": format!("/problems/({})$", names.join("|")) },
        "title": { "enum": titles },
        "status": { "const": status },
    });
    let mut required = Vec::new();
    let mut headers = Map::new();
    match kinds {
        [Kind::Unauthenticated] => {
            headers.insert("WWW-Authenticate".to_owned(), answer::challenge());
        }
        [Kind::RevisionConflict] => {
            required.push("revision");
            headers.insert("ETag".to_owned(), answer::etag("The revision in force"));
        }
        [Kind::ImpossibleStep] => required.push("code"),
        [Kind::TooManyFailures] => {
            headers.insert("Retry-After".to_owned(), answer::retry_after());
        }
        _ => {}
    }
    if kinds.contains(&Kind::InvalidSchedule) {
        members["findings"] = json!({ "description": "The mistakes, for `invalid-schedule`." });
    }
    let exactly = json!({ "properties": members, "required": required });
    let schema = json!({ "allOf": [{ "$ref": "#/components/schemas/Problem" }, exactly] });
    let mut response = json!({
        "description": titles.join(", or: "),
        "content": { "application/problem+json": { "schema": schema } },
    });
    if !headers.is_empty() {
        response["headers"] = headers.into();
    }
    response
}
