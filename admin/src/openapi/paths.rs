//! All paths, below the prefix.

use serde_json::{Value, json};

use super::{
    access, operation::Operation, public, record, schemas::Schemas, step, webhook, window,
};

/// A path with its methods.
pub(super) type Path = (String, Vec<(String, Operation)>);

pub(super) fn paths(schemas: &Schemas) -> Vec<Path> {
    let mut paths = record::paths();
    paths.extend(window::paths());
    paths.extend(step::paths(schemas));
    paths.extend(access::paths());
    paths.extend(webhook::paths());
    paths.extend(public::paths());
    paths
}

/// A path of the admin API.
pub(super) fn admin<const N: usize>(path: &str, methods: [(&str, Operation); N]) -> Path {
    below(&format!("{}/{path}", crate::name::PATH), methods)
}

/// A path below the prefix.
pub(super) fn below<const N: usize>(path: &str, methods: [(&str, Operation); N]) -> Path {
    let methods = methods.into_iter().map(|(method, operation)| (method.to_owned(), operation));
    (path.to_owned(), methods.collect())
}

/// What the operations are about, in the order of their paths.
pub(super) fn tags() -> Value {
    json!([
        { "name": "schedule", "description": "The document, and every change of it" },
        { "name": "windows", "description": "Where windows stand, and the steps of their life" },
        { "name": "access", "description": "Who may do what, and who did" },
        { "name": "webhooks", "description": "Who is told of what happens, and what became of it" },
        { "name": "public", "description": "What everybody may read" },
    ])
}
