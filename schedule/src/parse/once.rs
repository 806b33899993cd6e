//! A window that comes once.

use chrono::{DateTime, FixedOffset};

use super::{
    Sink,
    finished::{self, Bound},
    instant::{in_years, instant, written},
    table::{Placed, Table},
    window::About,
};
use crate::{Announce, Diagnostic, Overrun, Problem, When};

/// Search engines begin to drop pages that answer 503 for longer than this.
pub(super) const LONG_DAYS: i64 = 3;

type Instant = Placed<DateTime<FixedOffset>>;

/// When it is, with the place of its start.
pub(super) fn when(
    table: &mut Table<'_>,
    about: &About<'_>,
    sink: &mut Sink,
) -> Option<Placed<When>> {
    let mut read = |key, sink: &mut Sink| {
        written(table, key, sink).and_then(|written| instant(written, about.zone, sink))
    };
    let end = read("end", sink);
    let released = read("released", sink);
    let finished = finished::finished(table, about, sink);
    let start = table.required("start", "start = 2025-02-06T19:00:00", sink, |table, sink| {
        written(table, "start", sink).and_then(|written| instant(written, about.zone, sink))
    });
    let length = table.placed_length("length", sink);

    let start = start?;
    let end = match (end, length) {
        (Some(end), Some(length)) => {
            sink.push(Diagnostic::against(Problem::EndAndLength, length.span, end.span));
            return None;
        }
        (end, None) => end,
        (None, Some(length)) => {
            let end = start.value + length.value.to_delta();
            let value = about.zone.map_or(end, |zone| zone.at(end));
            if !in_years(&value) {
                sink.report(Problem::OutOfRange { found: value.to_rfc3339() }, length.span);
                return None;
            }
            Some(Placed { value, span: length.span })
        }
    };
    judge(&start, end.as_ref(), released.as_ref(), about, sink);
    let bound = |instant: &Instant| Bound { at: instant.value, span: Some(instant.span.clone()) };
    let (first, last) = (bound(&start), end.as_ref().map(bound));
    let finished = finished::judged(finished, about.over, &first, last.as_ref(), about, sink);
    let value = When::Once {
        start: start.value,
        end: end.map(|end| end.value),
        released: released.map(|released| released.value),
        finished,
    };
    Some(Placed { value, span: start.span })
}

/// Reports what the instants of a window say against each other.
fn judge(
    start: &Instant,
    end: Option<&Instant>,
    released: Option<&Instant>,
    about: &About<'_>,
    sink: &mut Sink,
) {
    if let Some(end) = end.filter(|end| end.value <= start.value) {
        let problem = Problem::EndNotAfterStart { start: start.value, end: end.value };
        sink.push(Diagnostic::against(problem, end.span.clone(), start.span.clone()));
    }
    announced(about.announce, start, sink);
    if let (Some(released), Some(end)) = (released, end)
        && released.value < end.value
    {
        let problem = Problem::ReleasedBeforeEnd { released: released.value, end: end.value };
        sink.push(Diagnostic::against(problem, released.span.clone(), end.span.clone()));
    }
    if let Some(released) = released {
        match (about.overrun, end) {
            (Overrun::Reopen, _) => {
                sink.report(Problem::ReleasedWithoutHold, released.span.clone());
            }
            (Overrun::Hold, None) => {
                sink.report(Problem::ReleasedWithoutEnd, released.span.clone());
            }
            (Overrun::Hold, Some(_)) => {}
        }
    }
    let limit = limit(end, about, sink);
    if let Some(end) = end {
        let days = (end.value - start.value).num_days();
        if days >= LONG_DAYS {
            sink.report(Problem::Long { days }, end.span.clone());
        }
    }
    let over = match about.overrun {
        Overrun::Reopen => end,
        Overrun::Hold => released.or(limit.as_ref()),
    };
    if let Some(over) = over.filter(|over| over.value <= about.now && !about.cancelled) {
        sink.report(Problem::Past { end: over.value }, over.span.clone());
    }
}

/// When a window that holds opens by itself, with the place of the limit.
fn limit(end: Option<&Instant>, about: &About<'_>, sink: &mut Sink) -> Option<Instant> {
    let span = about.hold_limit?.span.clone();
    let Some(end) = end else {
        if about.overrun == Overrun::Hold {
            sink.report(Problem::HoldLimitWithoutEnd, span);
        }
        return None;
    };
    let value = about.limit(end.value)?;
    if !in_years(&value) {
        sink.report(Problem::OutOfRange { found: value.to_rfc3339() }, span);
        return None;
    }
    Some(Placed { value, span })
}

/// Reports an announcement that comes after the (first) start.
pub(super) fn announced(announce: Option<&Placed<Announce>>, start: &Instant, sink: &mut Sink) {
    let Some(Placed { value: Announce::At(at), span }) = announce else { return };
    if *at > start.value {
        let problem = Problem::AnnouncedAfterStart { announce: *at, start: start.value };
        sink.push(Diagnostic::against(problem, span.clone(), start.span.clone()));
    }
}
