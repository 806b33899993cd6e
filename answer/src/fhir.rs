//! An `OperationOutcome` whose one issue is `transient`: whoever is sent anything else reports a
//! downtime as data that is wrong.

use serde::Serialize;

use crate::{
    facts::Facts,
    json::written,
    xml::{self, empty, within},
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    resource_type: &'static str,
    issue: [Issue; 1],
}

#[derive(Serialize)]
struct Issue {
    severity: &'static str,
    code: &'static str,
    details: Details,
    diagnostics: String,
}

#[derive(Serialize)]
struct Details {
    text: String,
}

pub(crate) fn json(facts: &Facts<'_>) -> String {
    let issue = Issue {
        severity: "error",
        code: "transient",
        details: Details { text: details(facts) },
        diagnostics: facts.details(),
    };
    written(&Outcome { resource_type: "OperationOutcome", issue: [issue] })
}

pub(crate) fn xml(facts: &Facts<'_>) -> String {
    xml::document(|writer| {
        within(writer, "OperationOutcome", &[("xmlns", "http://hl7.org/fhir")], |writer| {
            within(writer, "issue", &[], |writer| {
                empty(writer, "severity", "error")?;
                empty(writer, "code", "transient")?;
                within(writer, "details", &[], |writer| empty(writer, "text", &details(facts)))?;
                empty(writer, "diagnostics", &facts.details())
            })
        })
    })
}

fn details(facts: &Facts<'_>) -> String {
    format!("{}. {}", facts.title.text, facts.message.text)
}
