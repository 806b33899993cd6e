//! What holds for every schedule: what our own feeds tell, an import gives back.

use answer::{
    Language, Site,
    calendar::{Wanted, calendar},
    statuspage,
};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use schedule::{Reader, Timeline};

use super::{CHICAGO, imported, now};

/// A schedule with one window a day, some hours long, from a day on; some recur or are at night, when
/// clocks may change.
fn schedules() -> impl Strategy<Value = String> {
    let window = (0..24_u32, 1..=20_u32, 1..8_usize, any::<bool>());
    (0..300_i64, prop::collection::vec(window, 1..8)).prop_map(|(first, windows)| {
        let mut text = CHICAGO.to_owned();
        for (place, (hour, hours, over, recurs)) in windows.into_iter().enumerate() {
            // Two days apart, or for what recurs, yearly: nothing overlaps.
            let days = first + 2 * i64::try_from(place).unwrap_or_default() + 1;
            let date = (now() + TimeDelta::days(days)).date_naive();
            let ids = ["web", "web-services", "ftp"].into_iter().enumerate();
            let ids: Vec<String> = ids
                .filter(|(place, _)| over & (1 << place) != 0)
                .map(|(_, id)| format!("\"{id}\""))
                .collect();
            // With an offset, so that every hour is one.
            text += &format!(
                "[[window]]\nid = \"window-{place}\"\nchannels = [{}]\nlength = \"{hours}h\"\n",
                ids.join(", ")
            );
            text += &match recurs {
                true => format!("start = {date}T12:00:00\nrepeat = \"FREQ=DAILY;COUNT=1\"\n"),
                false => format!("start = {date}T{hour:02}:30:00Z\n"),
            };
        }
        text
    })
}

type Told = (DateTime<Utc>, Option<DateTime<Utc>>, Vec<usize>);

/// What people know of, ascending.
fn known(timeline: &Timeline) -> Vec<Told> {
    let known = timeline.known(now()).into_iter().map(|known| known.whole.occurrence);
    let told = known.map(|it| (it.start.to_utc(), it.end.map(|end| end.to_utc()), it.channels));
    let mut told: Vec<Told> = told.collect();
    told.sort();
    told
}

fn timeline(text: &str) -> Timeline {
    let parsed = schedule::parse(text, now());
    let schedule = parsed.schedule.unwrap_or_else(|| panic!("{:?}\n{text}", parsed.diagnostics));
    schedule.timeline(now())
}

#[track_caller]
fn comes_back(text: &str, feed: impl FnOnce(&Timeline) -> String) {
    let before = timeline(text);
    let imported = imported(&feed(&before), CHICAGO, &[]).expect("our own feeds are understood");
    assert!(imported.untaken.is_empty(), "{:?}", imported.untaken);
    let after = timeline(&format!("{CHICAGO}\n{}", imported.document));
    assert_eq!(known(&after), known(&before));
}

fn site(timeline: &Timeline) -> Site<'_> {
    Site { timeline, origin: "https://registry.example" }
}

proptest! {
    #[test]
    fn prop_our_calendar_comes_back(text in schedules()) {
        comes_back(&text, |timeline| {
            let reader = Reader::of(Language::English, &timeline.service);
            let wanted = Wanted { channel: None, alarm: None, reader };
            calendar(site(timeline), wanted, now()).body
        });
    }

    #[test]
    fn prop_our_statuspage_comes_back(text in schedules()) {
        comes_back(&text, |timeline| {
            statuspage(site(timeline), &["scheduled-maintenances.json"], now()).body
        });
    }

    #[test]
    fn prop_whatever_it_is_nothing_panics(
        lines in prop::collection::vec(
            "(DTSTART|DTEND|RRULE|RDATE|EXDATE|RECURRENCE-ID|DURATION|STATUS|X-MAINTNOTE-[A-Z]{2,8})\
             (;(TZID|VALUE)=[A-Za-z/]{0,8})?:[-+0-9TZPDHWFREQ=;,A-Z]{0,20}",
            0..8,
        ),
    ) {
        let text = format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n{}\nEND:VEVENT\nEND:VCALENDAR\n", lines.join("\n")
        );
        let imported = imported(&text, CHICAGO, &["--default-channel", "web"]).expect("it is a calendar");
        prop_assert_eq!(imported.taken.len() + imported.untaken.len(), 1);
    }
}
