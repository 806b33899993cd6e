//! What was understood, repeated back.

use admin::{Audience, Finding, Outcome, Severity};
use expect_test::{Expect, expect};
use schedule::Zone;

use super::{NOW, at, window};
use crate::window::{
    repeated::{ReadTime, standing, stretch, text},
    spoken::Spoken,
};

#[test]
fn before_it_is_done() {
    let mut window = window(
        "emergency-2025-02-06",
        "imminent",
        "2025-02-06T19:00:00-06:00",
        Some("2025-02-06T21:00:00-06:00"),
        &[],
    );
    window.overrun = "hold".to_owned();
    window.released = Some("2025-02-07T01:00:00-06:00".to_owned());
    let outcome = Outcome {
        revision: None,
        base: 7,
        summary: "added `emergency-2025-02-06`: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. \
                  (CT)"
            .to_owned(),
        said: vec!["new: `emergency-2025-02-06`".to_owned()],
        audiences: vec![Audience {
            channel: "web".to_owned(),
            said: "web users: closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)"
                .to_owned(),
        }],
        warnings: vec![Finding {
            severity: Severity::Warning,
            message: "the window is announced after it starts".to_owned(),
            line: 3,
            column: 1,
            help: Some("nobody is warned".to_owned()),
        }],
        window: Some(window),
    };
    let read = [
        ReadTime {
            written: "Thu 7pm".to_owned(),
            instant: at("2025-02-07T01:00:00Z").fixed_offset(),
        },
        ReadTime {
            written: "yesterday noon".to_owned(),
            instant: at("2025-02-05T18:00:00Z").fixed_offset(),
        },
    ];
    let zone = |name: &str| name.parse::<Zone>().expect("it is a zone");
    let spoken = Spoken {
        zone: zone("America/Chicago"),
        label: "CT",
        machine: Some(zone("America/New_York")),
    };
    expect![[r#"
        This would be on record: added `emergency-2025-02-06`: Thursday, February 6, 2025, 7:00 p.m. – 9:00
          p.m. (CT)
        You wrote
          - `Thu 7pm` is Thursday, February 6, 2025, 7:00 p.m. (CT), in 20 minutes
          - `yesterday noon` is Wednesday, February 5, 2025, 12:00 noon (CT), which is past
        When is `emergency-2025-02-06`
          - Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
          - Thursday, February 6, 2025, 8:00 p.m. – 10:00 p.m. (America/New_York, where you are)
          - Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC)
          - imminent, starts in 20 minutes and takes 2 hours; over `web`
          - then held until it is released, at the latest Friday, February 7, 2025, 1:00 a.m. (CT)
        What changes
          - new: `emergency-2025-02-06`
        Who will notice
          - web users: closed Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
        warning: the window is announced after it starts (nobody is warned)
    "#]]
    .assert_eq(&text(&outcome, &read, spoken, at(NOW)));
}

#[test]
fn where_a_window_stands() {
    #[track_caller]
    fn check(phase: &str, start: &str, end: Option<&str>, expected: &Expect) {
        let window = window("deployment", phase, start, end, &[]);
        let stretch = stretch(&window).expect("its times are good");
        expected.assert_eq(&standing(&window, stretch, at(NOW)));
    }
    let seven = "2025-02-06T19:00:00-06:00";
    let noon = "2025-02-06T12:00:00-06:00";
    check(
        "imminent",
        seven,
        Some("2025-02-06T21:00:00-06:00"),
        &expect!["imminent, starts in 20 minutes and takes 2 hours"],
    );
    check("announced", seven, None, &expect!["announced, starts in 20 minutes"]);
    check(
        "active",
        noon,
        Some("2025-02-06T19:52:00-06:00"),
        &expect!["active, for 1 hour 12 minutes more"],
    );
    check("active", noon, None, &expect!["active, for 6 hours 40 minutes so far"]);
    check("overrun", noon, Some("2025-02-06T18:14:00-06:00"), &expect!["overrun, 26 minutes over"]);
    check("ended", noon, Some("2025-02-06T18:14:00-06:00"), &expect!["ended"]);
}
