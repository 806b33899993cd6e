//! What is said of which window, in every phase, to whom, and what of it is said again.

use schedule::Phase;
use widget::{Advice, Banner, Change, Channel, Facts, Over, Reminder, Span, State, Told, Window};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
/// 2025-02-07T01:00:00Z, when the founding notice's window starts.
const START: i64 = 1_738_890_000_000;
const END: i64 = START + 2 * HOUR;
const WEB: u32 = 11;
const SERVICES: u32 = 12;
const PHONE: u32 = 13;
const ANY: u32 = 1;

fn facts() -> Facts {
    Facts { name: 7, start: START, end: Some(END), channels: vec![0, 1], ..Facts::default() }
}

fn told(revision: u32, windows: impl IntoIterator<Item = Facts>) -> Told {
    let channel = |name, affected| Channel { name, affected };
    Told {
        revision,
        imminent: 30 * MINUTE,
        channels: vec![channel(WEB, true), channel(SERVICES, true), channel(PHONE, false)],
        windows: windows.into_iter().filter_map(Window::new).collect(),
    }
}

/// A banner that was told so long before the start.
fn banner(windows: impl IntoIterator<Item = Facts>) -> Banner {
    let mut banner = Banner::default();
    banner.tell(told(1, windows), START - 24 * HOUR);
    banner
}

#[test]
fn what_is_said_in_which_phase() {
    let hold = Facts { hold: true, ..facts() };
    let endless = Facts { end: None, ..facts() };
    let cancelled = Facts { over: Over::Cancelled, ..facts() };
    for (name, facts, now, phase, state, advice, until) in [
        (
            "far away",
            facts(),
            START - 26 * HOUR - 1,
            Phase::Announced,
            State::StartsIn(26 * HOUR),
            Advice::Before,
            START - 26 * HOUR + 1000,
        ),
        (
            "imminent",
            facts(),
            START - 30 * MINUTE,
            Phase::Imminent,
            State::StartsIn(30 * MINUTE),
            Advice::Before,
            START - 30 * MINUTE + 1000,
        ),
        (
            "the last minute",
            facts(),
            START - 1500,
            Phase::Imminent,
            State::StartsIn(2000),
            Advice::Before,
            START - 1000,
        ),
        (
            "open",
            facts(),
            START,
            Phase::Active,
            State::EndsIn(2 * HOUR),
            Advice::During,
            START + 1000,
        ),
        (
            "the last instant",
            facts(),
            END - 1,
            Phase::Active,
            State::EndsIn(1000),
            Advice::During,
            END,
        ),
        ("held", hold, END, Phase::Overrun, State::Overrun, Advice::During, i64::MAX),
        (
            "without an end",
            endless,
            START + 50 * HOUR,
            Phase::Active,
            State::EndUnknown,
            Advice::During,
            i64::MAX,
        ),
    ] {
        let said = banner([facts]).say(WEB, now, true);
        let message = said.message.unwrap_or_else(|| panic!("{name}: nothing was said"));
        assert_eq!(
            (message.phase, message.state, message.advice),
            (phase, state, advice),
            "{name}"
        );
        assert_eq!(said.until.unwrap_or(i64::MAX), until, "{name}");
    }
    // What nobody was told of is no news when it is called off, or over.
    for (over, now) in [(cancelled, START - HOUR), (facts(), END)] {
        let mut banner = Banner::default();
        banner.tell(told(1, [over]), now);
        assert_eq!(banner.say(WEB, now, true).message, None);
    }
}

#[test]
fn whose_users_are_told() {
    let only_services = || Facts { channels: vec![1], ..facts() };
    let only_phone = || Facts { channels: vec![2], ..facts() };
    for (facts, channel, expected) in [
        (facts(), WEB, true),
        (facts(), ANY, true),
        (only_services(), WEB, false),
        (only_services(), SERVICES, true),
        // A name that nobody has hides nothing: it may be misspelt.
        (only_services(), ANY, true),
        (only_phone(), PHONE, false),
        (only_phone(), ANY, false),
    ] {
        let said = banner([facts.clone()]).say(channel, START, true);
        assert_eq!(said.message.is_some(), expected, "{channel} {facts:?}");
    }
}

#[test]
fn the_window_that_matters_most_comes_first() {
    let window = |name, start, end| Facts { name, start, end: Some(end), ..facts() };
    let windows = || {
        [
            window(1, START + 48 * HOUR, START + 49 * HOUR),
            window(2, START + 24 * HOUR, START + 25 * HOUR),
            window(3, START, END),
            window(4, START + HOUR, END + HOUR),
        ]
    };
    for (now, expected) in [
        (START - HOUR, 2),
        (START, 2),
        // Of two that are open, the newer.
        (START + HOUR, 3),
        (END + HOUR, 1),
    ] {
        let message = banner(windows()).say(WEB, now, true).message;
        assert_eq!(message.map(|message| message.place), Some(expected), "{now}");
    }
}

#[test]
fn what_has_changed_is_told_beside_it() {
    let before = Span { start: START, end: Some(END) };
    let moved = Facts { start: START + HOUR, end: Some(END + HOUR), ..facts() };
    let extended = Facts { end: Some(END + HOUR), ..facts() };
    let endless = Facts { end: None, ..facts() };
    let shortened = Facts { end: Some(END - HOUR), ..facts() };
    let cancelled = Facts { over: Over::Cancelled, ..facts() };
    let early = Facts { over: Over::Ended, end: Some(START + HOUR), read: START + HOUR, ..facts() };
    let punctual = Facts { over: Over::Ended, read: END, ..facts() };
    for (name, changed, now, expected) in [
        ("moved", moved, START - HOUR, Some(Change::Moved(before))),
        ("extended", extended, START, Some(Change::Extended(before))),
        ("the end is open now", endless, START, Some(Change::Extended(before))),
        ("shortened", shortened, START, Some(Change::Shortened(before))),
        ("cancelled", cancelled, START - HOUR, Some(Change::Cancelled(before))),
        ("over early", early, START + HOUR, Some(Change::Early(before))),
        ("over as planned", punctual, END, None),
        ("nothing", facts(), START, None),
    ] {
        let mut banner = banner([facts()]);
        banner.say(WEB, START - HOUR, true);
        banner.say(WEB, START, true);
        banner.tell(told(2, [changed.clone()]), now);
        let message = banner.say(WEB, now, true).message;
        assert_eq!(message.map(|message| message.change), Some(expected), "{name}");

        // Another page knows it from what was kept.
        let mut other = Banner::default();
        banner.kept().iter().for_each(|row| other.recall(*row));
        other.tell(told(2, [changed]), now);
        let message = other.say(WEB, now, true).message;
        // That it is over is told once.
        let over = matches!(name, "over early" | "over as planned");
        let expected = (!over).then_some(expected);
        assert_eq!(message.map(|message| message.change), expected, "{name}, on another page");
    }
}

#[test]
fn an_older_revision_changes_nothing() {
    let mut banner = banner([facts()]);
    banner.tell(told(3, [Facts { start: START + HOUR, ..facts() }]), START - HOUR);
    let newest = banner.clone();
    banner.tell(told(2, []), START - HOUR);
    assert_eq!(banner.say(WEB, START - HOUR, true), newest.clone().say(WEB, START - HOUR, true));
}

#[test]
fn what_is_put_away_stays_away_until_its_next_phase_or_a_change() {
    let mut banner = banner([facts()]);
    banner.dismiss(WEB, START - HOUR);
    let is_said = |banner: &mut Banner, now| banner.say(WEB, now, true).message.is_some();
    assert!(!is_said(&mut banner, START - HOUR));
    assert!(!is_said(&mut banner, START - 31 * MINUTE));
    assert!(is_said(&mut banner, START - 30 * MINUTE), "imminent is another phase");

    // Another window that is published changes nothing about this one.
    let other =
        Facts { name: 8, start: START + 100 * HOUR, end: None, channels: vec![1], ..facts() };
    banner.tell(told(2, [facts(), other]), START - HOUR);
    assert!(!is_said(&mut banner, START - HOUR));

    // Other words, or another time, do.
    banner.tell(told(3, [Facts { print: 5, ..facts() }]), START - HOUR);
    assert!(is_said(&mut banner, START - HOUR));
    banner.dismiss(WEB, START - HOUR);
    assert!(!is_said(&mut banner, START - HOUR));
    banner.tell(told(4, [Facts { end: None, print: 5, ..facts() }]), START - HOUR);
    assert!(is_said(&mut banner, START - HOUR));
}

#[test]
fn each_phase_is_read_out_once() {
    let mut banner = banner([facts()]);
    let mut read = Vec::new();
    for minute in -60..180 {
        let now = START + minute * MINUTE;
        // Two elements on a page.
        for _ in 0..2 {
            let message = banner.say(WEB, now, true).message;
            read.extend(message.filter(|message| message.announce).map(|message| message.phase));
        }
    }
    assert_eq!(read, [Phase::Announced, Phase::Imminent, Phase::Active, Phase::Ended]);
}

#[test]
fn who_met_it_closed_hears_that_it_is_over() {
    let mut met = banner([facts()]);
    met.say(WEB, START, true);
    let over = || told(1, [Facts { over: Over::Ended, read: END, ..facts() }]);
    let is_over = |banner: &mut Banner| {
        banner.tell(over(), END);
        banner.say(WEB, END, true).message.map(|message| message.state) == Some(State::Over)
    };
    let pages = |from: &Banner| {
        let mut page = Banner::default();
        from.kept().iter().for_each(|row| page.recall(*row));
        page
    };
    let mut next = pages(&met);
    assert!(is_over(&mut next), "the next page says it");
    assert!(is_over(&mut next), "and goes on to");
    assert!(!is_over(&mut pages(&next)), "but not the one after it");
    assert!(is_over(&mut met), "the page that met it says it in any case");
    assert!(!is_over(&mut Banner::default()), "who never heard of it hears nothing");
}

#[test]
fn two_reminders_before_the_start() {
    for (now, expected) in [
        (START - 31 * MINUTE, None),
        (START - 30 * MINUTE, Some(Reminder::First)),
        (START - 5 * MINUTE - 1, Some(Reminder::First)),
        (START - 5 * MINUTE, Some(Reminder::Last)),
        (START - 1, Some(Reminder::Last)),
        (START, None),
    ] {
        let message = banner([facts()]).say(WEB, now, true).message;
        assert_eq!(message.and_then(|message| message.reminder), expected, "{}", now - START);
    }
}

#[test]
fn a_page_that_nobody_sees_wakes_for_phases_only() {
    for (now, seen, until) in [
        (START - HOUR, false, START - 30 * MINUTE),
        (START - 30 * MINUTE, false, START - 5 * MINUTE),
        (START - 5 * MINUTE, false, START),
        (START, false, END),
    ] {
        assert_eq!(banner([facts()]).say(WEB, now, seen).until, Some(until));
    }
}

#[test]
fn a_window_at_no_time_is_left_out() {
    for start in [-1, i64::MIN, i64::MAX] {
        assert!(Window::new(Facts { start, ..facts() }).is_none(), "{start}");
        assert!(Window::new(Facts { end: Some(start), ..facts() }).is_none(), "{start}");
    }
}
