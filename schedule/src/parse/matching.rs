//! `[[channel.match]]`.

use super::{
    Sink,
    table::{Placed, Table},
};
use crate::{Form, HeaderPattern, Match, MediaPattern, Problem};

/// The rules of a channel, each with its place. One whose conditions cannot be read is left out,
/// and reported.
pub(super) fn rules(tables: Vec<Table<'_>>, sink: &mut Sink) -> Vec<Placed<Match>> {
    tables.into_iter().filter_map(|table| rule(table, sink)).collect()
}

fn rule(mut table: Table<'_>, sink: &mut Sink) -> Option<Placed<Match>> {
    let span = table.span.clone();
    let route = table.text("route", sink).map(|text| match text.value.parse() {
        Ok(route) => Some(route),
        Err(error) => {
            sink.report(Problem::MalformedRoute { found: text.value, error }, text.span);
            None
        }
    });
    let methods = methods(&mut table, sink);
    let content_type = table.text("content-type", sink).map(|text| media(text, sink));
    let header = table.text("header", sink).map(|text| header(text, sink));
    // Of these two the request itself decides, and nothing else.
    let chosen = |form: &Form| !matches!(form, Form::WebSocket | Form::Preflight);
    let forms: Vec<_> =
        Form::ALL.into_iter().filter(chosen).map(|form| (form.word(), form)).collect();
    let answer = table.word("answer", &forms, sink);
    table.finish(sink);

    Some(Placed {
        value: Match {
            route: route.unwrap_or_else(|| "/*".parse().ok())?,
            methods: methods?,
            content_type: swap(content_type)?,
            header: swap(header)?,
            answer,
        },
        span,
    })
}

/// `None` for a condition that could not be read; a rule without it would match too much.
fn swap<T>(condition: Option<Option<T>>) -> Option<Option<T>> {
    match condition {
        Some(None) => None,
        Some(found) => Some(found),
        None => Some(None),
    }
}

fn methods(table: &mut Table<'_>, sink: &mut Sink) -> Option<Vec<String>> {
    const HELP: &str = "write a list such as `[\"POST\", \"PUT\"]`";
    let Some(texts) = table.texts("methods", HELP, sink) else { return Some(Vec::new()) };
    if texts.value.is_empty() {
        sink.report(Problem::EmptyList { key: "methods" }, texts.span);
        return None;
    }
    let mut methods = Some(Vec::new());
    for text in texts.value {
        if text.value.bytes().all(|c| c.is_ascii_uppercase() || c == b'-') {
            methods.as_mut().map(|methods| methods.push(text.value)).unwrap_or_default();
        } else {
            let problem = Problem::Malformed {
                key: "methods",
                expected: "a method in capitals",
                found: text.value,
                help: "methods are told apart by case: write `POST`",
            };
            sink.report(problem, text.span);
            methods = None;
        }
    }
    methods
}

fn media(text: Placed<String>, sink: &mut Sink) -> Option<MediaPattern> {
    let name = |c: u8| c.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&c);
    let pattern = text.value.strip_suffix('*').unwrap_or(&text.value);
    let halves = pattern.split_once('/');
    if !halves
        .is_some_and(|(kind, rest)| !kind.is_empty() && kind.bytes().chain(rest.bytes()).all(name))
    {
        let problem = Problem::Malformed {
            key: "content-type",
            expected: "a media type",
            found: text.value,
            help: "write it without parameters, such as `text/xml`, or its beginning, such as \
                   `application/fhir*`",
        };
        sink.report(problem, text.span);
        return None;
    }
    Some(MediaPattern(text.value.to_ascii_lowercase()))
}

fn header(text: Placed<String>, sink: &mut Sink) -> Option<HeaderPattern> {
    let (name, value) = match text.value.split_once(':') {
        Some((name, value)) => (name.trim(), Some(value.trim().to_owned())),
        None => (text.value.trim(), None),
    };
    let token = |c: u8| c.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&c);
    if name.is_empty() || !name.bytes().all(token) || value.as_deref() == Some("") {
        let problem = Problem::Malformed {
            key: "header",
            expected: "a header",
            found: text.value,
            help: "write its name, `X-Sender`, or its name and value, `X-Sender: smm*`",
        };
        sink.report(problem, text.span);
        return None;
    }
    Some(HeaderPattern { name: name.to_ascii_lowercase(), value })
}
