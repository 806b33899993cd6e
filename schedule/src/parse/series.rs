//! A window that recurs.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{
    Sink, change,
    instant::{Written, list, local_time, written},
    once::{LONG_DAYS, announced},
    table::{Placed, Table},
    window::About,
};
use crate::{Diagnostic, Instance, Overrun, Problem, Rule, Schedule, Series, Stretch, When, Zone};

/// Whether a window says that it recurs.
pub(super) fn repeats(table: &Table<'_>) -> bool {
    ["repeat", "also", "except", "change"].iter().any(|key| table.has(key))
}

/// When it is, with the place of its first start.
pub(super) fn when(
    table: &mut Table<'_>,
    about: &About<'_>,
    sink: &mut Sink,
) -> Option<Placed<When>> {
    let rule = table.text("repeat", sink).and_then(|text| rule(text, sink));
    let start = table.required("start", "start = 2026-01-08T19:00:00", sink, |table, sink| {
        written(table, "start", sink)
    });
    let end = written(table, "end", sink);
    let length = table.placed_length("length", sink);
    let released = written(table, "released", sink);
    if let Some(finished) = table.value("finished") {
        sink.report(Problem::FinishedSeries, finished.span());
    }
    let also = list(table, "also", sink);
    let except = list(table, "except", sink);
    let changes = table.tables("change", sink);
    if let Some(released) = released {
        sink.report(Problem::ReleasedSeries, released.span);
    }

    // Without a zone nothing here means anything; that there is none has been reported.
    let zone = about.zone?;
    let start = start?;
    let first = local_time(&start, zone, None, sink)?;
    let stretch = match (end, length) {
        (Some(end), Some(length)) => {
            sink.push(Diagnostic::against(Problem::EndAndLength, length.span, end.span));
            return None;
        }
        (None, Some(length)) => {
            Placed { value: Stretch::Elapsed(length.value.to_delta()), span: length.span }
        }
        (Some(end), None) => by_clock(&end, first, &start, zone, sink)?,
        (None, None) => {
            sink.report(Problem::RepeatsWithoutEnd, table.span.clone());
            return None;
        }
    };
    let (Stretch::Elapsed(length) | Stretch::Clock(length)) = stretch.value;
    if length.num_days() >= LONG_DAYS {
        sink.report(Problem::Long { days: length.num_days() }, stretch.span.clone());
    }

    let locals = |written: Vec<Written<'_>>, sink: &mut Sink| -> Vec<Placed<NaiveDateTime>> {
        let time = Some(first.time());
        written
            .into_iter()
            .filter_map(|written| {
                let value = local_time(&written, zone, time, sink)?;
                Some(Placed { value, span: written.span })
            })
            .collect()
    };
    let also = locals(also, sink);
    let except = locals(except, sink);
    let mut series = Series {
        zone,
        first,
        stretch: stretch.value,
        rule: rule.as_ref().map(|rule| rule.value.clone()),
        also: also.into_iter().map(|local| local.value).collect(),
        except: BTreeSet::new(),
        changes: BTreeMap::new(),
    };
    if let Some(rule) = &rule {
        in_step(&series, rule, &start, sink)?;
    }
    // Looked up rather than found anew for each of them: a daily window has 29,000.
    let starts: BTreeSet<NaiveDateTime> = match except.is_empty() && changes.is_empty() {
        true => BTreeSet::new(),
        false => series.starts().collect(),
    };
    for local in except {
        if starts.contains(&local.value) {
            series.except.insert(local.value);
        } else {
            sink.report(no_such(&series, &starts, local.value), local.span);
        }
    }
    series.changes = change::changes(changes, &series, &starts, about, sink);
    judge(&series, about, &start, sink);
    Some(Placed { value: When::Repeating(Box::new(series)), span: start.span })
}

/// What is said of a time at which a window does not start.
pub(super) fn no_such(
    series: &Series,
    starts: &BTreeSet<NaiveDateTime>,
    of: NaiveDateTime,
) -> Problem {
    let left = |start: &&NaiveDateTime| !series.except.contains(start);
    // Not beyond a hundred that are left out: with thousands of them, looking would take long.
    let before = starts.range(..of).rev().take(100).find(left);
    let beside = [before, starts.range(of..).take(100).find(left)];
    let nearest = beside.into_iter().flatten().copied().min_by_key(|start| (*start - of).abs());
    Problem::NoSuchOccurrence { of, nearest }
}

fn rule(text: Placed<String>, sink: &mut Sink) -> Option<Placed<Rule>> {
    match text.value.parse() {
        Ok(rule) => Some(Placed { value: rule, span: text.span }),
        Err(error) => {
            sink.report(Problem::MalformedRule { error }, text.span);
            None
        }
    }
}

/// An `end` says what clocks show at the end of the first instance, and so of every one.
fn by_clock(
    end: &Written<'_>,
    first: NaiveDateTime,
    start: &Written<'_>,
    zone: Zone,
    sink: &mut Sink,
) -> Option<Placed<Stretch>> {
    let local = local_time(end, zone, None, sink)?;
    if local <= first {
        let problem = Problem::EndByClockNotAfterStart { start: first, end: local };
        sink.push(Diagnostic::against(problem, end.span.clone(), start.span.clone()));
        return None;
    }
    Some(Placed { value: Stretch::Clock(local - first), span: end.span.clone() })
}

/// Reports a rule that never fires, or whose start is not one of its dates: what such a start means
/// is undefined in RFC 5545, and calendars differ over it.
fn in_step(
    series: &Series,
    rule: &Placed<Rule>,
    start: &Written<'_>,
    sink: &mut Sink,
) -> Option<()> {
    let (first, time) = (series.first.date(), series.first.time());
    let fires = rule.value.dates(first).next();
    match fires.filter(|date| series.bounded(date.and_time(time))) {
        Some(date) if date == first => return Some(()),
        Some(date) => {
            let next = date.and_time(time);
            let problem = Problem::StartOutOfStep { start: first, next };
            sink.push(Diagnostic::against(problem, start.span.clone(), rule.span.clone()));
        }
        None => sink.report(Problem::NeverFires, rule.span.clone()),
    }
    None
}

/// Reports instances that overlap, and a series that is over or empty.
fn judge(series: &Series, about: &About<'_>, start: &Written<'_>, sink: &mut Sink) {
    let until = Schedule::horizon(about.now.max(series.first.and_utc()));
    let mut instances: Vec<_> =
        series.instances(until).filter(|instance| !instance.cancelled).collect();
    instances.sort_by_key(|instance| instance.start);
    // What comes seldom may come next beyond the horizon.
    let ever = || series.instances(DateTime::<Utc>::MAX_UTC).filter(|instance| !instance.cancelled);
    let Some(first) = instances.first().cloned().or_else(|| ever().next()) else {
        return sink.report(Problem::NeverFires, start.span.clone());
    };
    announced(about.announce, &Placed { value: first.start, span: start.span.clone() }, sink);
    let mut pairs = instances.iter().zip(instances.iter().skip(1));
    if let Some((one, other)) = pairs.find(|(one, other)| one.end > other.start) {
        let problem = Problem::OverlapsItself { end: one.end, start: other.start };
        sink.report(problem, start.span.clone());
    }
    let over = |instance: &Instance| match about.overrun {
        Overrun::Reopen => Some(instance.end),
        Overrun::Hold => instance.released.or_else(|| about.limit(instance.end)),
    };
    let is_over = |instance: Instance| over(&instance).is_some_and(|over| over <= about.now);
    let last = instances.iter().filter_map(over).max();
    if let Some(end) = last.filter(|_| !about.cancelled && ever().all(is_over)) {
        sink.report(Problem::Past { end }, start.span.clone());
    }
}
