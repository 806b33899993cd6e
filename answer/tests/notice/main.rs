//! Notices for people: the founding one fact by fact, every kind in every form, and what holds for
//! all of them.

#[cfg(test)]
#[allow(dead_code, reason = "other tests ask for answers")]
#[path = "../founding/mod.rs"]
mod founding;

#[cfg(test)]
#[allow(dead_code, reason = "feeds ask for more of it")]
#[path = "../feeds/night.rs"]
mod night;

mod due;
mod facts;
mod forms;
mod invitations;
mod kinds;
mod laws;
mod open;
mod pages;
mod past;
mod templates;

use answer::{
    Language,
    notice::{About, Before, Kind, Letter, Notice, text},
};
use expect_test::Expect;
use founding::at;
use schedule::{Gate, Timeline};

/// The day before, at noon in Chicago.
const BEFORE: &str = "2025-02-05T18:00:00Z";

const WINDOW: &str = "2025-02-06-deployment";

/// The notice that is due, in one language.
#[track_caller]
fn letter(timeline: &Timeline, before: Option<Before>, now: &str, language: Language) -> Letter {
    notice(timeline, before, now).letter(language)
}

#[track_caller]
fn notice<'a>(timeline: &'a Timeline, before: Option<Before>, now: &str) -> Notice<'a> {
    let now = at(now);
    let about = About::find(timeline, WINDOW, None, now).expect("there is this window");
    Notice { about, kind: about.fitting(before, now), before, now }
}

/// The founding schedule after an edit of its window.
fn changed(old: &str, new: &str) -> Gate {
    founding::gate_with(|text| {
        assert!(text.contains(old), "the schedule says {old}");
        text.replace(old, new)
    })
}

/// The founding schedule with other local times.
fn at_times(start: &str, end: &str) -> Gate {
    changed(
        "start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00",
        &format!("start = {start}\nend = {end}"),
    )
}

/// What was told at first.
fn at_first() -> Option<Before> {
    let told = |instant| chrono::DateTime::parse_from_rfc3339(instant).ok();
    let start = told("2025-02-06T19:00:00-06:00").expect("it is an instant");
    Some(Before { start, end: told("2025-02-06T21:00:00-06:00") })
}

#[track_caller]
fn check(notice: &Notice<'_>, kind: Kind, expected: &Expect) {
    assert_eq!(notice.kind, kind);
    expected.assert_eq(&text(&[notice.letter(Language::English)]));
}

/// The same up to the impacts, which are those of every kind.
#[track_caller]
fn check_beginning(notice: &Notice<'_>, kind: Kind, expected: &Expect) {
    assert_eq!(notice.kind, kind);
    expected.assert_eq(&first_lines(&text(&[notice.letter(Language::English)])));
}

/// Up to the impacts.
fn first_lines(text: &str) -> String {
    text.split_once("Impacts\n").map_or(text, |(first, _)| first).to_owned()
}
