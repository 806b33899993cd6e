//! Reading `schedule.toml`: every problem at once, each with its place.

mod channel;
mod conflict;
mod instant;
mod service;
mod table;
mod window;

use chrono::{DateTime, Utc};
use toml::de::DeTable;

use crate::{Diagnostic, Problem, Schedule, Severity};
use table::Table;

/// What became of a document.
#[derive(Debug)]
pub struct Parsed {
    /// The schedule, unless the document has an error.
    pub schedule: Option<Schedule>,
    /// Errors and warnings, in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a schedule. `now` is only used for warnings about windows that are over.
///
/// A document with problems of its syntax is read as far as it goes, so that one missing quote
/// does not hide the other problems.
pub fn parse(source: &str, now: DateTime<Utc>) -> Parsed {
    let (document, errors) = DeTable::parse_recoverable(source);
    let mut sink = Sink::default();
    for error in &errors {
        // At the end of the text there is nothing to point at but its last byte.
        let span = error.span().unwrap_or_default();
        let problem = Problem::Syntax { message: sentence(error.message()) };
        sink.push(Diagnostic::new(problem, span));
    }

    let mut root = Table::root(document.get_ref());
    let service = root.table("service", &mut sink);
    let edge = root.optional_table("edge", &mut sink);
    let channels = root.tables("channel", &mut sink);
    let windows = root.tables("window", &mut sink);
    root.finish(&mut sink);

    let service = service.and_then(|table| service::service(table, &mut sink));
    let edge = service::edge(edge, &mut sink);
    let channels = channel::channels(channels, &mut sink);
    let zone = service.as_ref().and_then(|service| service.zone.parse().ok());
    let windows = window::windows(windows, zone, &channels, now, &mut sink);
    conflict::routes(&channels, &mut sink);
    conflict::overlaps(&windows, &channels, &mut sink);

    let diagnostics = sink.sorted();
    let refused = diagnostics.iter().any(|problem| problem.severity() == Severity::Error);
    let schedule = match (service, refused) {
        (Some(service), false) => Some(Schedule {
            service,
            edge,
            channels: channels.into_iter().filter_map(|channel| channel.value).collect(),
            windows: windows.into_iter().map(|window| window.value).collect(),
        }),
        _ => None,
    };
    Parsed { schedule, diagnostics }
}

/// Where problems are gathered while reading goes on.
#[derive(Default)]
struct Sink(Vec<Diagnostic>);

impl Sink {
    fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    fn report(&mut self, problem: Problem, span: std::ops::Range<usize>) {
        self.push(Diagnostic::new(problem, span));
    }

    fn sorted(mut self) -> Vec<Diagnostic> {
        self.0.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.severity()));
        self.0
    }
}

/// The parser's message on one line, as our sentences are.
fn sentence(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}
