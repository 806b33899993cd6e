//! `finished`: channels of a window that were finished before its end.

use std::ops::Range;

use chrono::{DateTime, FixedOffset};

use super::{
    Sink,
    instant::{datetime, instant},
    table::{Placed, Table},
    window::About,
};
use crate::{Diagnostic, Finished, Problem};

/// A channel, and when it was finished.
pub(super) struct Early {
    channel: Placed<usize>,
    at: Placed<DateTime<FixedOffset>>,
}

/// An end of what a channel must be finished within, and where that stands, if it does.
#[derive(Clone)]
pub(super) struct Bound {
    pub(super) at: DateTime<FixedOffset>,
    pub(super) span: Option<Range<usize>>,
}

/// The table of channels and date-times; empty where there is none.
pub(super) fn finished(table: &mut Table<'_>, about: &About<'_>, sink: &mut Sink) -> Vec<Early> {
    let Some(table) = table.optional_table("finished", sink) else { return Vec::new() };
    table
        .entries()
        .filter_map(|(name, value)| {
            let at = datetime("finished", value, sink)
                .and_then(|written| instant(written, about.zone, sink));
            let Some(place) = about.channel(&name.value) else {
                let known = about.known();
                sink.report(Problem::UnknownChannel { id: name.value, known }, name.span);
                return None;
            };
            Some(Early { channel: Placed { value: place, span: name.span }, at: at? })
        })
        .collect()
}

/// Reports what says something against the window; what does not is left.
pub(super) fn judged(
    early: Vec<Early>,
    over: Option<&[usize]>,
    start: &Bound,
    end: Option<&Bound>,
    about: &About<'_>,
    sink: &mut Sink,
) -> Finished {
    let mut finished = Finished::new();
    for Early { channel, at } in early {
        if let Some(over) = over
            && !over.contains(&channel.value)
        {
            let id = about.id(channel.value);
            let over = over.iter().map(|place| about.id(*place)).collect();
            sink.report(Problem::NotOver { channel: id, over }, channel.span);
        } else if at.value <= start.at {
            let problem = Problem::FinishedNotAfterStart { finished: at.value, start: start.at };
            sink.push(Diagnostic { problem, span: at.span, other: start.span.clone() });
        } else if let Some(end) = end.filter(|end| start.at < end.at && end.at <= at.value) {
            let problem = Problem::FinishedNotBeforeEnd { finished: at.value, end: end.at };
            sink.push(Diagnostic { problem, span: at.span, other: end.span.clone() });
        } else {
            finished.insert(channel.value, at.value);
        }
    }
    finished
}
