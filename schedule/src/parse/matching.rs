//! `[[channel.match]]`.

use super::{
    Sink,
    table::{Placed, Table},
};
use crate::{Form, HeaderPattern, Match, MediaPattern, Problem, Route};

/// The rules of a channel, each with its place. One whose conditions cannot be read is left out,
/// and reported.
pub(super) fn rules(tables: Vec<Table<'_>>, sink: &mut Sink) -> Vec<Placed<Match>> {
    tables.into_iter().filter_map(|table| rule(table, sink)).collect()
}

fn rule(mut table: Table<'_>, sink: &mut Sink) -> Option<Placed<Match>> {
    let span = table.span.clone();
    let route = condition(&mut table, "route", sink, route);
    let methods = methods(&mut table, sink);
    let content_type = condition(&mut table, "content-type", sink, media);
    let header = condition(&mut table, "header", sink, header);
    // Of these two the request itself decides, and nothing else.
    let chosen = |form: &Form| !matches!(form, Form::WebSocket | Form::Preflight);
    let forms: Vec<_> =
        Form::ALL.into_iter().filter(chosen).map(|form| (form.word(), form)).collect();
    let answer = table.word("answer", &forms, sink);
    table.finish(sink);

    Some(Placed {
        value: Match {
            route: route?.or_else(|| "/*".parse().ok())?,
            methods: methods?,
            content_type: content_type?,
            header: header?,
            answer,
        },
        span,
    })
}

/// `Some(None)` for a condition that is not there, and `None` for one that cannot be read: a rule
/// without it would match too much, or seem to ask the same as another.
fn condition<T>(
    table: &mut Table<'_>,
    key: &'static str,
    sink: &mut Sink,
    read: impl FnOnce(Placed<String>, &mut Sink) -> Option<T>,
) -> Option<Option<T>> {
    let asked = table.has(key);
    let condition = table.text(key, sink).and_then(|text| read(text, sink));
    (condition.is_some() || !asked).then_some(condition)
}

fn route(text: Placed<String>, sink: &mut Sink) -> Option<Route> {
    match text.value.parse() {
        Ok(route) => Some(route),
        Err(error) => {
            sink.report(Problem::MalformedRoute { found: text.value, error }, text.span);
            None
        }
    }
}

fn methods(table: &mut Table<'_>, sink: &mut Sink) -> Option<Vec<String>> {
    const HELP: &str = "write a list such as `[\"POST\", \"PUT\"]`";
    let asked = table.has("methods");
    let Some(texts) = table.texts("methods", HELP, sink) else {
        return (!asked).then(Vec::new);
    };
    if texts.value.is_empty() {
        sink.report(Problem::EmptyList { key: "methods" }, texts.span);
        return None;
    }
    let mut methods = Some(Vec::new());
    for text in texts.value {
        let capital = |c: u8| c.is_ascii_uppercase() || c == b'-';
        if text.value.is_empty() {
            sink.report(Problem::EmptyText { key: "methods" }, text.span);
            methods = None;
        } else if text.value.bytes().all(capital) {
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
    let beginning = text.value.strip_suffix('*');
    let halves = beginning.unwrap_or(&text.value).split_once('/');
    let whole = |(kind, rest): (&str, &str)| {
        !kind.is_empty()
            && (beginning.is_some() || !rest.is_empty())
            && kind.bytes().chain(rest.bytes()).all(name)
    };
    if !halves.is_some_and(whole) {
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
    // HTTP allows a `*` in a name too. Nobody sends one, and whoever writes it here means any rest.
    let token = |c: u8| c.is_ascii_alphanumeric() || b"!#$%&'+-.^_`|~".contains(&c);
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
