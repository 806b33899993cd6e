//! A section a step.

use lifecycle::{Ending, Step, Until, Verb};

use crate::example::{ONCE, PATCHES, done, once_with, refusal};

/// A step as the document shows it.
struct Section {
    verb: Verb,
    what: &'static str,
    /// Behind `intermission window`, and behind `POST windows/`.
    calls: &'static [(&'static str, &'static str)],
    /// Steps that are possible: what is special about each, the window, the instant.
    done: Vec<(&'static str, String, &'static str, Step)>,
    refused: Vec<(String, &'static str, Step)>,
}

impl Section {
    fn text(&self) -> String {
        let mut text = format!("\n### {}\n\n{}\n\n```console\n", self.verb, self.what);
        for (command, call) in self.calls {
            text += &format!("$ intermission window {command}\nPOST windows/{call}\n");
        }
        text += "```\n";
        for (special, window, now, step) in &self.done {
            let special = match *special {
                "" => String::new(),
                special => format!("{special}:\n\n"),
            };
            text += &format!("\n{special}{}", done(window, now, step));
        }
        text += "\nRefused, as:\n\n";
        for (window, now, step) in &self.refused {
            text += &refusal(window, now, step);
        }
        text
    }
}

pub(crate) fn sections() -> String {
    let sections = [
        announce(),
        start(),
        extend(),
        shorten(),
        reschedule(),
        finish(),
        hold(),
        release(),
        cancel(),
    ];
    assert!(sections.iter().map(|section| section.verb).eq(Verb::ALL), "each has a section");
    sections.iter().map(Section::text).collect()
}

const RECURRING: &str = "An occurrence of a recurring one";

const EARLY: &str = "2025-02-04T12:00";
const NOON: &str = "2025-02-06T12:00";
const OPEN: &str = "2025-02-06T20:10";
const PAST: &str = "2025-02-06T21:10";
const PATCHING: &str = "2025-02-13T23:10";

fn once() -> String {
    ONCE.to_owned()
}

fn patches() -> String {
    PATCHES.to_owned()
}

fn by(length: &str) -> Until {
    Until::By(length.parse().expect("a length"))
}

fn until(moment: &str) -> Until {
    Until::At(moment.parse().expect("a time"))
}

fn announce() -> Section {
    let secret = once_with("announce = 2025-02-05T09:00:00\n");
    let patches = PATCHES.replace("repeat", "announce = \"1d\"\nrepeat");
    Section {
        verb: Verb::Announce,
        what: "People are told of a window from now on.",
        calls: &[("announce deployment", "deployment/announce {}")],
        done: vec![("", secret, EARLY, Step::Announce)],
        refused: vec![(once(), EARLY, Step::Announce), (patches, EARLY, Step::Announce)],
    }
}

fn start() -> Section {
    Section {
        verb: Verb::Start,
        what: "A window begins now, and ends as planned.",
        calls: &[("start deployment", "deployment/start {}")],
        done: vec![
            ("", once(), "2025-02-06T18:40", Step::Start),
            (RECURRING, patches(), "2025-02-13T21:40", Step::Start),
        ],
        refused: vec![(once(), OPEN, Step::Start)],
    }
}

fn extend() -> Section {
    let held = once_with("overrun = \"hold\"\n");
    let open = ONCE.replace("end = 2025-02-06T21:00:00 # at the latest\n", "");
    Section {
        verb: Verb::Extend,
        what: "A window ends later.",
        calls: &[
            ("extend deployment --by 30m", "deployment/extend {\"by\":\"30m\"}"),
            (
                "extend deployment --until 22:00",
                "deployment/extend {\"until\":\"2025-02-06T22:00\"}",
            ),
        ],
        done: vec![
            ("", once(), OPEN, Step::Extend(by("30m"))),
            ("One that is held past its end", held, PAST, Step::Extend(by("30m"))),
            (RECURRING, patches(), PATCHING, Step::Extend(by("30m"))),
        ],
        refused: vec![
            (once(), OPEN, Step::Extend(until("2025-02-06T20:30"))),
            (open, OPEN, Step::Extend(by("30m"))),
            (once(), OPEN, Step::Extend(until("2025-03-09T02:30"))),
            (once(), OPEN, Step::Extend(until("2025-11-02T01:30"))),
            (once(), PAST, Step::Extend(by("30m"))),
        ],
    }
}

fn shorten() -> Section {
    Section {
        verb: Verb::Shorten,
        what: "A window ends earlier, but not yet.",
        calls: &[
            ("shorten deployment --by 30m", "deployment/shorten {\"by\":\"30m\"}"),
            (
                "shorten deployment --until 20:30",
                "deployment/shorten {\"until\":\"2025-02-06T20:30\"}",
            ),
        ],
        done: vec![("", once(), OPEN, Step::Shorten(by("30m")))],
        refused: vec![
            (once(), OPEN, Step::Shorten(by("1h"))),
            (once(), OPEN, Step::Shorten(until("2025-02-06T21:30"))),
            (once_with("overrun = \"hold\"\n"), PAST, Step::Shorten(by("30m"))),
        ],
    }
}

fn reschedule() -> Section {
    let to =
        |start: &str, ending| Step::Reschedule { start: start.parse().expect("a time"), ending };
    let length = Some(Ending::After("1h".parse().expect("a length")));
    Section {
        verb: Verb::Reschedule,
        what: "A window is at another time, for as long as before where nothing else is said.",
        calls: &[
            (
                "reschedule deployment --start 'Fri 8pm'",
                "deployment/reschedule {\"start\":\"2025-02-07T20:00\"}",
            ),
            (
                "reschedule patches --of 2025-02-13 --start 'Fri 8pm' --for 1h",
                "patches/reschedule {\"of\":\"2025-02-13\",\"start\":\"2025-02-14T20:00\",\"length\":\"1h\"}",
            ),
        ],
        done: vec![
            ("", once(), NOON, to("2025-02-07T20:00", None)),
            (RECURRING, patches(), NOON, to("2025-02-14T20:00", length)),
        ],
        refused: vec![
            (once(), NOON, to("2025-02-06T11:00", None)),
            (patches(), NOON, to("2025-02-14T20:00", Some(Ending::Unknown))),
            (once(), OPEN, to("2025-02-07T20:00", None)),
        ],
    }
}

fn finish() -> Section {
    let finish = |channels: &[&str]| Step::Finish {
        channels: channels.iter().map(|channel| (*channel).to_owned()).collect(),
    };
    let held = once_with("overrun = \"hold\"\n");
    Section {
        verb: Verb::Finish,
        what: "A window is over now, on all of its channels or on some. One that holds is released \
               with it.",
        calls: &[
            ("finish deployment", "deployment/finish {}"),
            ("finish deployment --channels web", "deployment/finish {\"channels\":[\"web\"]}"),
        ],
        done: vec![
            ("", once(), OPEN, finish(&[])),
            ("Some channels", once(), OPEN, finish(&["web"])),
            ("One that holds", held.clone(), OPEN, finish(&[])),
            (RECURRING, patches(), PATCHING, finish(&[])),
        ],
        refused: vec![
            (once(), NOON, finish(&[])),
            (patches(), PATCHING, finish(&["soap"])),
            (held, PAST, finish(&["web"])),
        ],
    }
}

fn hold() -> Section {
    let hold = || Step::Hold { limit: "4h".parse().expect("a length") };
    let open = ONCE.replace("end = 2025-02-06T21:00:00 # at the latest\n", "");
    Section {
        verb: Verb::Hold,
        what: "At its end a window stays closed until it is released, as while it is verified.",
        calls: &[("hold deployment --limit 4h", "deployment/hold {\"limit\":\"4h\"}")],
        done: vec![("", once(), OPEN, hold())],
        refused: vec![
            (open, OPEN, hold()),
            (once_with("overrun = \"hold\"\nhold-limit = \"4h\"\n"), OPEN, hold()),
            (patches(), PATCHING, hold()),
        ],
    }
}

fn release() -> Section {
    let held = once_with("overrun = \"hold\"\nhold-limit = \"4h\"\n");
    let patches = PATCHES.replace("repeat", "overrun = \"hold\"\nrepeat");
    Section {
        verb: Verb::Release,
        what: "A window holds no longer: past its end it opens now, before it, at its end.",
        calls: &[("release deployment", "deployment/release {}")],
        done: vec![
            ("", held.clone(), PAST, Step::Release),
            ("Before its end", held, OPEN, Step::Release),
            (RECURRING, patches, "2025-02-14T00:10", Step::Release),
        ],
        refused: vec![(once(), OPEN, Step::Release), (once(), NOON, Step::Release)],
    }
}

fn cancel() -> Section {
    Section {
        verb: Verb::Cancel,
        what: "A window does not take place. It stays on record.",
        calls: &[
            ("cancel deployment", "deployment/cancel {}"),
            ("cancel patches --all", "patches/cancel {}"),
            ("cancel patches --of 2025-02-13", "patches/cancel {\"of\":\"2025-02-13\"}"),
        ],
        done: vec![
            ("", once(), NOON, Step::Cancel),
            ("All of a recurring one", patches(), NOON, Step::Cancel),
        ],
        refused: vec![(once(), OPEN, Step::Cancel), (patches(), PATCHING, Step::Cancel)],
    }
}
