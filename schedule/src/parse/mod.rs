//! Reading `schedule.toml`: every problem at once, each with its place.

mod banner;
mod change;
mod channel;
mod conflict;
mod edge;
mod finished;
mod instant;
mod matching;
mod notice;
mod once;
mod series;
mod service;
mod syntax;
mod table;
mod translations;
mod window;

use std::ops::Range;

use chrono::{DateTime, Utc};
use toml::de::DeTable;

use crate::{Diagnostic, Problem, Schedule, Service, Severity};
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
/// does not hide the other problems. Only what may be an echo of such a problem is left out.
pub fn parse(source: &str, now: DateTime<Utc>) -> Parsed {
    let (document, errors) = DeTable::parse_recoverable(source);
    let (problems, unreadable) = syntax::problems(document.get_ref(), &errors);
    let mut sink = Sink { problems, unreadable };

    let mut root = Table::root(document.get_ref());
    let service = root.table("service", &mut sink);
    let edge = root.optional_table("edge", &mut sink);
    let notice = root.optional_table("notice", &mut sink);
    let channels = root.tables("channel", &mut sink);
    let windows = root.tables("window", &mut sink);
    root.finish(&mut sink);

    let own = service.as_ref().and_then(service::own_language);
    let own = own.as_ref();
    let (service, zone) = service.map_or((None, None), |table| service::service(table, &mut sink));
    let edge = edge::edge(edge, own, &mut sink);
    let notice = notice::notice(notice, own, &mut sink);
    let channels = channel::channels(channels, own, &mut sink);
    let windows = window::windows(windows, zone, own, &channels, now, &mut sink);
    conflict::routes(&channels, &mut sink);
    conflict::rules(&channels, &mut sink);
    conflict::overlaps(&windows, &channels, now, &mut sink);

    let diagnostics = sink.sorted();
    let refused = diagnostics.iter().any(|problem| problem.severity() == Severity::Error);
    let schedule = match (service, refused) {
        (Some(service), false) => Some(Schedule {
            service: Service { notice, ..service },
            edge,
            channels: channels.into_iter().filter_map(|channel| channel.value).collect(),
            windows: windows.into_iter().map(|window| window.value).collect(),
        }),
        _ => None,
    };
    Parsed { schedule, diagnostics }
}

/// Where problems are gathered while reading goes on.
struct Sink {
    problems: Vec<Diagnostic>,
    /// What the TOML parser could not read.
    unreadable: Vec<Range<usize>>,
}

impl Sink {
    fn push(&mut self, diagnostic: Diagnostic) {
        if !syntax::echoes(&diagnostic, &self.unreadable) {
            self.problems.push(diagnostic);
        }
    }

    fn report(&mut self, problem: Problem, span: Range<usize>) {
        self.push(Diagnostic::new(problem, span));
    }

    fn sorted(mut self) -> Vec<Diagnostic> {
        self.problems.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.severity()));
        self.problems
    }
}
