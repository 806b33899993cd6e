//! Which revision changed an occurrence last, as the calendar feed says it.

use answer::notice::About;
use chrono::NaiveDateTime;
use serde::Deserialize;

use super::NoticeError;
use crate::{edge::Edge, failure::Failure, keeper::Client};

/// `timeline.json`, as far as it says what was changed.
#[derive(Debug, Deserialize)]
struct Timeline {
    revision: u64,
    windows: Vec<Window>,
}

#[derive(Debug, Deserialize)]
struct Window {
    id: String,
    of: Option<NaiveDateTime>,
    /// The same number as the event's `SEQUENCE` in the feed.
    revision: u32,
}

/// The revision that changed the occurrence last since people could know of it; 0 when none did, or
/// when they cannot know of it yet, as in the feed. `in_force` is the keeper's: the edge is waited for
/// until it follows, because an older timeline knows of no newer change.
pub(super) fn last(client: &Client, about: &About<'_>, in_force: u64) -> Result<u32, Failure> {
    Edge::wait_for(client, in_force);
    let (timeline, _) = client.timeline::<Timeline>()?;
    Ok(found(&timeline, about, in_force)?)
}

fn found(timeline: &Timeline, about: &About<'_>, in_force: u64) -> Result<u32, NoticeError> {
    if timeline.revision < in_force {
        return Err(NoticeError::EdgeBehind { has: timeline.revision, in_force });
    }
    let occurrence = about.occurrence;
    let same =
        |window: &&Window| window.id == occurrence.window.as_str() && window.of == occurrence.of;
    Ok(timeline.windows.iter().find(same).map_or(0, |window| window.revision))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    /// What the edge says of a series of which the second occurrence was moved.
    const SAID: &str = r#"{ "revision": 7, "windows": [
        { "id": "disks", "of": null, "revision": 2 },
        { "id": "patches", "of": "2025-02-06T19:00:00", "revision": 0 },
        { "id": "patches", "of": "2025-02-13T19:00:00", "revision": 5 }
    ] }"#;

    #[track_caller]
    fn check(window: &str, of: Option<&str>, in_force: u64, expected: &Expect) {
        let schedule = r#"
            [service]
            name = "ImmTrac2"
            zone = "America/Chicago"

            [[channel]]
            id = "web"
            name = "the web application"
            routes = ["/*"]

            [[window]]
            id = "disks"
            channels = ["web"]
            start = 2025-02-05T19:00:00
            end = 2025-02-05T21:00:00

            [[window]]
            id = "patches"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
            repeat = "FREQ=WEEKLY;COUNT=3"
        "#;
        let now = "2025-02-01T12:00:00Z".parse().expect("it is an instant");
        let schedule = schedule::parse(schedule, now).schedule.expect("it is one");
        let timeline = schedule.timeline(now);
        let of = of.map(|of| of.parse().expect("it is a local time"));
        let about = About::find(&timeline, window, of, now).expect("there is this window");
        let said = serde_json::from_str(SAID).expect("the edge says such");
        match found(&said, &about, in_force) {
            Ok(revision) => expected.assert_eq(&revision.to_string()),
            Err(error) => expected.assert_eq(&error.to_string()),
        }
    }

    #[test]
    fn each_occurrence_has_its_own() {
        check("disks", None, 7, &expect!["2"]);
        check("patches", Some("2025-02-06T19:00:00"), 7, &expect!["0"]);
        check("patches", Some("2025-02-13T19:00:00"), 7, &expect!["5"]);
        // People cannot know of it yet.
        check("patches", Some("2025-02-20T19:00:00"), 7, &expect!["0"]);
    }

    #[test]
    fn an_edge_that_does_not_follow_knows_nothing_of_it() {
        check("disks", None, 6, &expect!["2"]);
        check(
            "disks",
            None,
            8,
            &expect!["the edge decides by revision 7 still, while revision 8 is in force"],
        );
    }
}
