//! What holds for any windows, leads and instants.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::{super::decision::Decision, plan, window};

/// A window in minutes after some Monday: start, end, how it is let go, and what the edge called it.
#[derive(Clone, Debug)]
struct Drawn {
    start: i64,
    length: Option<i64>,
    release: Release,
    cancelled: bool,
}

#[derive(Clone, Copy, Debug)]
enum Release {
    AtEnd,
    Never,
    After(i64),
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let release = prop_oneof![
        Just(Release::AtEnd),
        Just(Release::Never),
        (0i64..200).prop_map(Release::After),
    ];
    let length = prop_oneof![4 => (1i64..300).prop_map(Some), 1 => Just(None)];
    (0i64..2000, length, release, prop::bool::weighted(0.15))
        .prop_map(|(start, length, release, cancelled)| Drawn { start, length, release, cancelled })
}

fn instant(minute: i64) -> DateTime<Utc> {
    let monday: DateTime<Utc> = "2025-10-27T00:00:00Z".parse().expect("it is an instant");
    monday + TimeDelta::minutes(minute)
}

impl Drawn {
    /// When it lets go, in minutes.
    fn reopens(&self) -> Option<i64> {
        let end = self.length.map(|length| self.start + length);
        match self.release {
            Release::AtEnd => end,
            Release::Never => None,
            Release::After(minutes) => end.map(|end| end + minutes),
        }
    }

    fn holds(&self, lead: i64, at: i64) -> bool {
        !self.cancelled
            && self.start - lead <= at
            && self.reopens().is_none_or(|reopens| at < reopens)
    }

    fn written(&self, place: usize) -> String {
        let write = |minute: Option<i64>| {
            minute.map(|minute| instant(minute).to_rfc3339()).unwrap_or_default()
        };
        let end = self.length.map(|length| self.start + length);
        let overrun = if matches!(self.release, Release::AtEnd) { "reopen" } else { "hold" };
        let phase = if self.cancelled { "cancelled" } else { "announced" };
        let reopens = write(self.reopens());
        window(
            &format!("w{place}"),
            &write(Some(self.start)),
            &write(end),
            overrun,
            &reopens,
            phase,
        )
    }
}

proptest! {
    #[test]
    fn prop_held_iff_an_occurrence_holds(
        windows in prop::collection::vec(drawn(), 0..6),
        lead in 0i64..120,
        now in -200i64..2600,
    ) {
        let written: Vec<_> = windows.iter().enumerate().map(|(at, it)| it.written(at)).collect();
        let plan = plan(&written);
        let ftp = plan.place("ftp").expect("there is such a channel");
        let lead_time = TimeDelta::minutes(lead);
        let held = |at: i64| windows.iter().any(|window| window.holds(lead, at));
        match plan.decide(ftp, lead_time, instant(now)) {
            Decision::Open(_) => prop_assert!(!held(now)),
            Decision::Held(hold) => {
                prop_assert!(held(now));
                match hold.resumes {
                    Some(resumes) => {
                        let resumes = (resumes.to_utc() - instant(0)).num_minutes();
                        prop_assert!(now < resumes && !held(resumes));
                        prop_assert!((now..resumes).all(held), "nothing opens in between");
                    }
                    None => prop_assert!((now..5000).all(held), "nothing opens, ever"),
                }
            }
        }
        // Who is unaffected never is held.
        let phone = plan.place("phone").expect("there is such a channel");
        prop_assert!(matches!(plan.decide(phone, lead_time, instant(now)), Decision::Open(None)));
    }

    /// A longer lead holds whatever a shorter one does.
    #[test]
    fn prop_a_lead_only_adds(
        windows in prop::collection::vec(drawn(), 0..4),
        shorter in 0i64..60,
        more in 0i64..60,
        now in -200i64..2600,
    ) {
        let written: Vec<_> = windows.iter().enumerate().map(|(at, it)| it.written(at)).collect();
        let plan = plan(&written);
        let held = |lead| {
            let decision = plan.decide(2, TimeDelta::minutes(lead), instant(now));
            matches!(decision, Decision::Held(_))
        };
        prop_assert!(!held(shorter) || held(shorter + more));
    }
}
