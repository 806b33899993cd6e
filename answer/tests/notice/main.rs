//! Notices for people: the founding one fact by fact, every kind in every form, and what holds for
//! all of them.

#[cfg(test)]
#[allow(dead_code, reason = "other tests ask for answers")]
#[path = "../founding/mod.rs"]
mod founding;

mod facts;
mod invitations;
mod kinds;
mod laws;
mod pages;
mod templates;

use answer::{
    Language,
    notice::{About, Before, Letter, Notice},
};
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
