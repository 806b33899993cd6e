//! The whole description.

use serde::Serialize;
use serde_json::{Value, json};

use super::{
    operation::Operation,
    ordered::Ordered,
    paths, refusal,
    schemas::{Schemas, schemas},
    security,
};

/// The description of the API as JSON, indented, with a newline at its end.
///
/// # Examples
///
/// ```
/// assert!(admin::openapi::document().starts_with("{\n  \"openapi\": \"3.1.0\",\n"));
/// ```
pub fn document() -> String {
    let mut schemas = schemas();
    let paths = paths::paths(&schemas);
    // Each step has a selection of its members.
    schemas.remove("StepRequest");
    let components = Components {
        responses: refusal::responses(&paths),
        security_schemes: security::schemes(),
        schemas,
    };
    let document = Document {
        openapi: "3.1.0",
        info: json!({
            "title": "Intermission",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "One maintenance schedule, and everything a downtime needs",
            "description": ABOUT,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        }),
        servers: json!([{
            "url": "/_maintenance",
            "description": "The prefix, where the schedule says nothing else",
        }]),
        tags: paths::tags(),
        paths: Ordered(paths.into_iter().map(|(path, methods)| (path, Ordered(methods))).collect()),
        components,
    };
    let text = serde_json::to_string_pretty(&document)
        .expect("texts and numbers under fixed keys can always be written");
    text + "\n"
}

#[derive(Serialize)]
struct Document {
    openapi: &'static str,
    info: Value,
    servers: Value,
    tags: Value,
    paths: Ordered<Ordered<Operation>>,
    components: Components,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Components {
    security_schemes: Value,
    responses: Value,
    schemas: Schemas,
}

const ABOUT: &str = "\
Windows of maintenance, announced, moved, held, finished: each change makes a new revision of the \
schedule, and every edge location follows within ten seconds.

**Writing.** A write names the revision that it is about in `If-Match`: its number in quotation \
marks, as `ETag` gave it, or `*` for whichever is in force. When the schedule has changed since, \
nothing is written, and the answer is 412 with the revision that is in force. With `dry-run=true` \
a write says what it would do, and does nothing. With an `Idempotency-Key` it can be sent again \
when its answer was lost: for 24 hours the same request gets the same answer, with \
`Idempotency-Replayed: true`, and is not done twice. The body is `application/json`, at most 4 MiB.

**Refusals** of the admin API are problem details (RFC 9457). The last part of `type` is the kind; \
the address leads to a page about it. Only a `fault`, `keeper-unreachable` and `too-many-failures` \
are worth trying again without a change.

**Reading.** What can be read with `GET` below the prefix outside `admin/` can be asked for with \
`HEAD` too, by everybody and from every origin.";
