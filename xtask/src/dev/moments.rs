//! The instants at which a person in front of the demo sees something change.

use chrono::{DateTime, Utc};
use schedule::Timeline;

/// An instant at which a window starts or ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    pub instant: DateTime<Utc>,
    pub change: Change,
    /// The id of the window.
    pub window: String,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Change {
    Starts,
    Ends,
}

/// All of them, from `now` on, in order.
pub fn from(timeline: &Timeline, now: DateTime<Utc>) -> Vec<Moment> {
    let mut moments: Vec<Moment> = timeline
        .occurrences
        .iter()
        .filter(|occurrence| !occurrence.cancelled)
        .flat_map(|occurrence| {
            let moment = |instant: DateTime<_>, change| Moment {
                instant: instant.to_utc(),
                change,
                window: occurrence.window.as_str().to_owned(),
            };
            let end = occurrence.reopens().map(|end| moment(end, Change::Ends));
            [Some(moment(occurrence.start, Change::Starts)), end]
        })
        .flatten()
        .filter(|moment| moment.instant >= now)
        .collect();
    moments.sort_by_key(|moment| moment.instant);
    moments
}
