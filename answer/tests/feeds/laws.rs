//! What holds at every instant of the evening.

use answer::{Answer, calendar::calendar, feed, statuspage};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use schedule::Timeline;

use crate::night::{self, after, at, in_force, reader, site};

/// Everything that is subscribed to, as it is at `now`.
fn all(timeline: &Timeline, now: DateTime<Utc>) -> [Answer; 3] {
    let site = site(timeline);
    [
        calendar(site, night::all(timeline), now),
        feed(site, None, reader(timeline), now),
        statuspage(site, &["summary.json"], now),
    ]
}

proptest! {
    #[test]
    fn prop_between_changes_the_bytes_are_the_same(
        revisions in 1..=4_usize,
        minutes in 0..5 * 24 * 60_i64,
    ) {
        let timeline = after(revisions);
        let now = in_force(revisions) + TimeDelta::minutes(minutes);
        let next = timeline.next_change(now).unwrap_or(now + TimeDelta::days(1));
        prop_assert!(all(&timeline, now) == all(&timeline, next - TimeDelta::milliseconds(1)));
    }

    #[test]
    fn prop_no_line_of_a_calendar_is_longer_than_it_may_be(minutes in 0..5 * 24 * 60_i64) {
        let timeline = after(4);
        let now = at("2025-02-03T00:00:00Z") + TimeDelta::minutes(minutes);
        let body = calendar(site(&timeline), night::all(&timeline), now).body;
        prop_assert!(body.ends_with("END:VCALENDAR\r\n"));
        prop_assert!(body.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    }
}
