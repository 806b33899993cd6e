//! The steps of a window's life: one path a verb, because each takes other members.

use serde_json::{Map, Value, json};

use super::{
    answer, example, form,
    operation::Operation,
    paths::{Path, admin},
    schemas::Schemas,
    window,
};
use crate::{Kind, StepRequest};

pub(super) fn paths(schemas: &Schemas) -> Vec<Path> {
    steps().into_iter().map(|(verb, step)| path(verb, &step, schemas)).collect()
}

/// In the order of a window's life.
pub(super) fn verbs() -> [&'static str; 9] {
    steps().map(|(verb, _)| verb)
}

fn path(verb: &str, step: &Step, schemas: &Schemas) -> Path {
    let examples: Vec<_> = step
        .examples
        .iter()
        .map(|(name, about, request)| (*name, *about, example::value(request)))
        .collect();
    let operation = Operation::write(window::TAG, &format!("{verb}Window"), step.summary)
        .about(step.description)
        .at(window::id())
        .body(&step.body(schemas), &examples)
        .refused(&[Kind::NotFound, Kind::ImpossibleStep])
        .answers(200, answer::outcome("What changed", &example::extension()));
    admin(&format!("windows/{{id}}/{verb}"), [("post", operation)])
}

struct Step {
    summary: &'static str,
    description: &'static str,
    members: &'static [&'static str],
    /// Keywords on which members go together.
    choice: Value,
    /// A name, a summary and the body of each.
    examples: Vec<(&'static str, &'static str, StepRequest)>,
}

impl Step {
    /// One that says nothing but what all of them may say.
    fn new(summary: &'static str, description: &'static str) -> Self {
        let examples = vec![("nothing", "Nothing more to say", StepRequest::default())];
        Self { summary, description, members: &[], choice: json!({}), examples }
    }

    /// `StepRequest` with the members that a verb takes, and those that all of them take.
    fn body(&self, schemas: &Schemas) -> Value {
        let all = &schemas["StepRequest"]["properties"];
        let members = self.members.iter().chain(&["of", "why"]);
        let properties: Map<_, _> =
            members.map(|member| ((*member).to_owned(), all[*member].clone())).collect();
        let mut body =
            json!({ "type": "object", "properties": properties, "additionalProperties": false });
        for (keyword, value) in self.choice.as_object().into_iter().flatten() {
            body[keyword] = value.clone();
        }
        // What has to be there is not `null` either.
        let required = self.choice["required"].as_array().into_iter().flatten();
        for member in required.filter_map(Value::as_str) {
            body["properties"][member] = body["properties"][member]["anyOf"][0].clone();
        }
        body
    }
}

fn steps() -> [(&'static str, Step); 9] {
    [
        (
            "announce",
            Step::new(
                "Announce a window now",
                "One that is scheduled, and would be announced later.",
            ),
        ),
        ("start", Step::new("Start a window now", "Before its planned start. Its end stays.")),
        ("extend", extend()),
        ("shorten", shorten()),
        ("reschedule", reschedule()),
        ("finish", finish()),
        ("hold", hold()),
        (
            "release",
            Step::new(
                "Let a window go that holds",
                "After its end it opens now; before its end it will open at its end.",
            ),
        ),
        (
            "cancel",
            Step::new(
                "Cancel a window that has not started",
                "One that is open is finished instead. Without `of`, all occurrences of a \
                 recurring window are cancelled.",
            ),
        ),
    ]
}

fn extend() -> Step {
    let by = StepRequest { by: some("30m"), why: some("The import is slow."), ..nothing() };
    let until = StepRequest { until: some("2025-02-06T22:00"), ..nothing() };
    Step {
        members: &["by", "until"],
        choice: json!({ "oneOf": form::one_of("by", "until") }),
        examples: vec![("by", "Thirty minutes more", by), ("until", "Until ten", until)],
        ..Step::new(
            "Move the end later",
            "Exactly one of `by` and `until`. When the old end is past, `by` counts from now.",
        )
    }
}

fn shorten() -> Step {
    let by = StepRequest { by: some("30m"), ..nothing() };
    Step {
        members: &["by", "until"],
        choice: json!({ "oneOf": form::one_of("by", "until") }),
        examples: vec![("by", "Thirty minutes less", by)],
        ..Step::new(
            "Move the end earlier",
            "Exactly one of `by` and `until`. The new end is later than the start and than now; to \
             end it now, finish it.",
        )
    }
}

fn reschedule() -> Step {
    let later = StepRequest { start: some("2025-02-13T19:00"), ..nothing() };
    Step {
        members: &["start", "end", "length"],
        choice: json!({
            "required": ["start"],
            "not": { "allOf": [form::is_text("end"), form::is_text("length")] },
        }),
        examples: vec![("later", "The same a week later", later)],
        ..Step::new(
            "Move a window that has not started",
            "At most one of `end` and `length`; without both it takes as long as before.",
        )
    }
}

fn finish() -> Step {
    let one = StepRequest { channels: Some(vec!["web".to_owned()]), ..nothing() };
    Step {
        members: &["channels"],
        examples: vec![("all", "All channels", nothing()), ("one", "One channel early", one)],
        ..Step::new("End a window now", "For all of its channels, or for some.")
    }
}

fn hold() -> Step {
    let limit = StepRequest { limit: some("2h"), ..nothing() };
    Step {
        members: &["limit"],
        examples: vec![("limit", "Two hours at most", limit)],
        ..Step::new(
            "Keep a window closed at its end until it is released",
            "So long after its end it opens by itself at the latest: `limit`, or four hours.",
        )
    }
}

fn nothing() -> StepRequest {
    StepRequest::default()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}
