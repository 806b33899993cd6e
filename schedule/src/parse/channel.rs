//! `[[channel]]`.

use std::{collections::HashMap, ops::Range};

use super::{
    Sink, matching,
    table::{Placed, Table},
    translations::{Text, translations},
};
use crate::{
    Afterwards, Channel, ChannelId, ChannelTexts, Contact, Diagnostic, Disposition, Instructions,
    LanguageTag, Match, Problem, Route,
};

/// A channel as far as it could be read: its id serves the windows even when the rest is wrong,
/// so that one problem is not reported as two.
pub(super) struct Draft {
    pub(super) id: Option<Placed<ChannelId>>,
    pub(super) routes: Vec<Placed<Route>>,
    pub(super) matches: Vec<Placed<Match>>,
    pub(super) value: Option<Channel>,
}

const DISPOSITIONS: [(&str, Disposition); 4] = [
    ("unavailable", Disposition::Unavailable),
    ("read-only", Disposition::ReadOnly),
    ("hold", Disposition::Hold),
    ("unaffected", Disposition::Unaffected),
];

const AFTERWARDS: [(&str, Afterwards); 3] = [
    ("nothing", Afterwards::Nothing),
    ("reconnect", Afterwards::Reconnect),
    ("resend", Afterwards::Resend),
];

const TEXTS: [Text; 5] = [
    Text::same("name"),
    Text { key: "before", of: Some("instructions.before") },
    Text { key: "during", of: Some("instructions.during") },
    Text { key: "after", of: Some("instructions.after") },
    Text { key: "topic", of: Some("contact.topic") },
];

pub(super) fn channels(
    tables: Vec<Table<'_>>,
    own: Option<&LanguageTag>,
    sink: &mut Sink,
) -> Vec<Draft> {
    let mut seen = HashMap::new();
    tables
        .into_iter()
        .map(|mut table| {
            let id = id(&mut table, "channel", "id = \"web\"", &mut seen, sink)
                .map(|id| Placed { value: ChannelId(id.value), span: id.span });
            channel(table, id, own, sink)
        })
        .collect()
}

/// The `id` of a table, which no other table of its kind may have.
pub(super) fn id(
    table: &mut Table<'_>,
    what: &'static str,
    example: &'static str,
    seen: &mut HashMap<String, Range<usize>>,
    sink: &mut Sink,
) -> Option<Placed<String>> {
    let id = table.required("id", example, sink, |table, sink| table.text("id", sink))?;
    let allowed = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    if !id.value.bytes().all(allowed) || id.value.starts_with('-') || id.value.len() > 64 {
        sink.report(Problem::MalformedId { found: id.value }, id.span);
        return None;
    }
    if let Some(first) = seen.get(&id.value) {
        let problem = Problem::DuplicateId { what, id: id.value.clone() };
        sink.push(Diagnostic::against(problem, id.span.clone(), first.clone()));
    } else {
        seen.insert(id.value.clone(), id.span.clone());
    }
    Some(id)
}

pub(super) fn routes(
    table: &mut Table<'_>,
    key: &'static str,
    sink: &mut Sink,
) -> Vec<Placed<Route>> {
    const HELP: &str = "write a list such as `[\"/soap/*\", \"/api/*\"]`";
    let mut routes = Vec::new();
    for text in table.texts(key, HELP, sink).into_iter().flat_map(|texts| texts.value) {
        match text.value.parse() {
            Ok(route) => routes.push(Placed { value: route, span: text.span }),
            Err(error) => {
                sink.report(Problem::MalformedRoute { found: text.value, error }, text.span);
            }
        }
    }
    routes
}

fn channel(
    mut table: Table<'_>,
    id: Option<Placed<ChannelId>>,
    own: Option<&LanguageTag>,
    sink: &mut Sink,
) -> Draft {
    let name = table.required("name", "name = \"the web application\"", sink, |table, sink| {
        table.text("name", sink)
    });
    let disposition = table.word("disposition", &DISPOSITIONS, sink);
    let routes = routes(&mut table, "routes", sink);
    let matches = matching::rules(table.tables("match", sink), sink);
    let afterwards = table.word("afterwards", &AFTERWARDS, sink);
    let instructions = table
        .optional_table("instructions", sink)
        .map(|table| instructions(table, sink))
        .unwrap_or_default();
    let contact = table.optional_table("contact", sink).and_then(|table| contact(table, sink));
    let soap_fault_status = fault_status(&mut table, sink);
    let hl7_acknowledge = table.truth("hl7-acknowledge", sink);
    let translations = translations(&mut table, own, &TEXTS, sink, |text| ChannelTexts {
        name: text("name"),
        before: text("before"),
        during: text("during"),
        after: text("after"),
        topic: text("topic"),
    });
    table.finish(sink);

    let value = id.clone().zip(name).map(|(id, name)| Channel {
        id: id.value,
        name: name.value,
        disposition: disposition.unwrap_or(Disposition::Unavailable),
        routes: routes.iter().map(|route| route.value.clone()).collect(),
        matches: matches.iter().map(|rule| rule.value.clone()).collect(),
        afterwards: afterwards.unwrap_or(Afterwards::Nothing),
        instructions,
        contact,
        soap_fault_status: soap_fault_status.unwrap_or(503),
        hl7_acknowledge: hl7_acknowledge.unwrap_or(false),
        translations,
    });
    Draft { id, routes, matches, value }
}

/// Of SOAP's own bindings only 500 carries a fault; 503 is what HTTP calls this.
fn fault_status(table: &mut Table<'_>, sink: &mut Sink) -> Option<u16> {
    const HELP: &str = "write 503, or 500 for clients that drop the body of a 503";
    let status = table.number("soap-fault-status", HELP, sink)?;
    match status.value {
        500 => Some(500),
        503 => Some(503),
        found => {
            let problem = Problem::Malformed {
                key: "soap-fault-status",
                expected: "500 or 503",
                found: found.to_string(),
                help: HELP,
            };
            sink.report(problem, status.span);
            None
        }
    }
}

fn instructions(mut table: Table<'_>, sink: &mut Sink) -> Instructions {
    let mut text = |key| table.text(key, sink).map(|text| text.value);
    let instructions =
        Instructions { before: text("before"), during: text("during"), after: text("after") };
    table.finish(sink);
    instructions
}

fn contact(mut table: Table<'_>, sink: &mut Sink) -> Option<Contact> {
    let topic = table.required("topic", "topic = \"Data Exchange\"", sink, |table, sink| {
        table.text("topic", sink)
    });
    let email = table.required("email", "email = \"help@example.org\"", sink, |table, sink| {
        table.text("email", sink)
    });
    table.finish(sink);
    Some(Contact { topic: topic?.value, email: email?.value })
}
