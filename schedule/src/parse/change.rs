//! `[[window.change]]`: what is different about single instances of a recurring window.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta};

use super::{
    Sink,
    instant::{instant, local_time, written},
    table::Table,
    window::{self, About},
};
use crate::{Change, Overrun, Problem, Series};

pub(super) fn changes(
    tables: Vec<Table<'_>>,
    series: &Series,
    about: &About<'_>,
    sink: &mut Sink,
) -> BTreeMap<NaiveDateTime, Change> {
    let mut changes = BTreeMap::new();
    for mut table in tables {
        let of = table.required("of", "of = 2026-02-12T19:00:00", sink, |table, sink| {
            written(table, "of", sink)
        });
        let change = change(&mut table, about, sink);
        let span = table.span.clone();
        table.finish(sink);
        let Some(of) = of else { continue };
        let Some(local) = local_time(&of, series.zone, Some(series.first.time()), sink) else {
            continue;
        };
        if !series.has(local) || series.except.contains(&local) {
            sink.report(Problem::NoSuchOccurrence { of: local }, of.span);
            continue;
        }
        if changes.contains_key(&local) {
            sink.report(Problem::ChangedTwice { of: local }, of.span);
            continue;
        }
        judge(series, local, &change, about, &span, sink);
        changes.insert(local, change);
    }
    changes
}

fn change(table: &mut Table<'_>, about: &About<'_>, sink: &mut Sink) -> Change {
    let mut read = |key, sink: &mut Sink| {
        let written = written(table, key, sink)?;
        instant(written, about.zone, sink).map(|instant| instant.value)
    };
    let (start, end, released) = (read("start", sink), read("end", sink), read("released", sink));
    let channels = match table.has("channels") {
        true => window::over(table, about.channels, sink),
        false => None,
    };
    let cancelled = table.truth("cancelled", sink).unwrap_or(false);
    Change { start, end, released, channels, cancelled }
}

/// Reports what a change makes of its instance, when that cannot be.
fn judge(
    series: &Series,
    of: NaiveDateTime,
    change: &Change,
    about: &About<'_>,
    span: &std::ops::Range<usize>,
    sink: &mut Sink,
) {
    if *change == Change::default() {
        return sink.report(Problem::ChangesNothing, span.clone());
    }
    let mut changed = series.clone();
    changed.changes = BTreeMap::from([(of, change.clone())]);
    let horizon = of.and_utc() + TimeDelta::days(2);
    let Some(instance) = changed.instances(horizon).find(|instance| instance.of == of) else {
        return;
    };
    let (start, end): (DateTime<FixedOffset>, _) = (instance.start, instance.end);
    if end <= start {
        sink.report(Problem::EndNotAfterStart { start, end }, span.clone());
    }
    if let Some(released) = change.released {
        if about.overrun == Overrun::Reopen {
            sink.report(Problem::ReleasedWithoutHold, span.clone());
        } else if released < end {
            sink.report(Problem::ReleasedBeforeEnd { released, end }, span.clone());
        }
    }
}
