//! `[[window.change]]`: what is different about single instances of a recurring window.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
};

use chrono::{DateTime, FixedOffset, NaiveDateTime};

use super::{
    Sink,
    finished::{self, Bound, Early},
    instant::{instant, local_time, written},
    series::no_such,
    table::{Placed, Table},
    window::{self, About},
};
use crate::{Change, Diagnostic, Finished, Instance, Overrun, Problem, Series};

pub(super) fn changes(
    tables: Vec<Table<'_>>,
    series: &Series,
    starts: &BTreeSet<NaiveDateTime>,
    about: &About<'_>,
    sink: &mut Sink,
) -> BTreeMap<NaiveDateTime, Change> {
    let mut changes = BTreeMap::new();
    let mut seen: HashMap<NaiveDateTime, Range<usize>> = HashMap::new();
    for mut table in tables {
        let of = table.required("of", "of = 2026-02-12T19:00:00", sink, |table, sink| {
            written(table, "of", sink)
        });
        let draft = Draft::read(&mut table, about, sink);
        table.finish(sink);
        let Some(of) = of else { continue };
        let Some(local) = local_time(&of, series.zone, Some(series.first.time()), sink) else {
            continue;
        };
        if !starts.contains(&local) || series.except.contains(&local) {
            sink.report(no_such(series, starts, local), of.span);
            continue;
        }
        if let Some(first) = seen.get(&local) {
            let problem = Problem::ChangedTwice { of: local };
            sink.push(Diagnostic::against(problem, of.span, first.clone()));
            continue;
        }
        seen.insert(local, of.span);
        changes.insert(local, draft.judged(series, local, about, sink));
    }
    changes
}

/// A change with the places of its instants.
struct Draft {
    start: Option<Placed<DateTime<FixedOffset>>>,
    end: Option<Placed<DateTime<FixedOffset>>>,
    released: Option<Placed<DateTime<FixedOffset>>>,
    channels: Option<Vec<usize>>,
    finished: Vec<Early>,
    cancelled: bool,
}

impl Draft {
    fn read(table: &mut Table<'_>, about: &About<'_>, sink: &mut Sink) -> Self {
        let mut read = |key, sink: &mut Sink| {
            let written = written(table, key, sink)?;
            instant(written, about.zone, sink)
        };
        let (start, end) = (read("start", sink), read("end", sink));
        let released = read("released", sink);
        let channels = match table.has("channels") {
            true => window::over(table, about.channels, sink),
            false => None,
        };
        let finished = finished::finished(table, about, sink);
        let cancelled = table.truth("cancelled", sink);
        // What cannot be read says something all the same, and has been reported.
        let cancels = cancelled.unwrap_or(table.has("cancelled"));
        if !cancels && !table.has_more_than(&["of", "cancelled"]) {
            sink.report(Problem::ChangesNothing, table.span.clone());
        }
        Self { start, end, released, channels, finished, cancelled: cancelled.unwrap_or(false) }
    }

    /// Reports what the change makes of its instance, when that cannot be.
    fn judged(
        self,
        series: &Series,
        of: NaiveDateTime,
        about: &About<'_>,
        sink: &mut Sink,
    ) -> Change {
        let value = |placed: &Option<Placed<DateTime<FixedOffset>>>| {
            placed.as_ref().map(|placed| placed.value)
        };
        let change = Change {
            start: value(&self.start),
            end: value(&self.end),
            released: value(&self.released),
            channels: self.channels,
            finished: Finished::new(),
            cancelled: self.cancelled,
        };
        let Instance { start, end, .. } = series.instance(of, Some(&change));
        let span = |placed: &Option<Placed<DateTime<FixedOffset>>>| {
            placed.as_ref().map(|placed| placed.span.clone())
        };
        let first = Bound { at: start, span: span(&self.start) };
        let last = Bound { at: end, span: span(&self.end) };
        let over = change.channels.as_deref().or(about.over);
        let finished = finished::judged(self.finished, over, &first, Some(&last), about, sink);
        let change = Change { finished, ..change };
        if let Some(place) = self.end.or(self.start).filter(|_| end <= start) {
            sink.report(Problem::EndNotAfterStart { start, end }, place.span);
        }
        if let Some(released) = self.released {
            if about.overrun == Overrun::Reopen {
                sink.report(Problem::ReleasedWithoutHold, released.span);
            } else if released.value < end {
                let problem = Problem::ReleasedBeforeEnd { released: released.value, end };
                sink.report(problem, released.span);
            }
        }
        change
    }
}
