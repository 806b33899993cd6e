//! Documents, instants and steps as the laws draw them.

use chrono::{DateTime, TimeDelta, Utc};
use lifecycle::{Ending, Moment, Step, Until, Verb, Which};
use proptest::prelude::*;
use schedule::{Length, Schedule};

/// The first day of the drawn week, on whose second night clocks are put back in Chicago.
const FIRST: &str = "2025-11-01T00:00:00Z";

pub(crate) const IDS: [&str; 4] = ["one", "two", "three", "nightly"];

/// Three windows that come once, on three days, and one every night; with comments all over.
#[derive(Clone, Debug)]
pub(crate) struct Drawn {
    windows: Vec<Window>,
    nightly: Window,
    layout: u8,
}

#[derive(Clone, Debug)]
struct Window {
    start: i64,
    length: i64,
    open_end: bool,
    by_length: bool,
    announced: Option<i64>,
    hold: bool,
    limit: Option<i64>,
    channels: usize,
}

fn window() -> impl Strategy<Value = Window> {
    (
        0..8 * 60_i64,
        1..8 * 60_i64,
        prop::bool::weighted(0.15),
        any::<bool>(),
        prop::option::of(1..600_i64),
        any::<bool>(),
        prop::option::of(1..600_i64),
        1..8_usize,
    )
        .prop_map(|(start, length, open_end, by_length, announced, hold, limit, channels)| {
            Window { start, length, open_end, by_length, announced, hold, limit, channels }
        })
}

pub(crate) fn drawn() -> impl Strategy<Value = Drawn> {
    (prop::collection::vec(window(), 3), window(), 0..3_u8)
        .prop_map(|(windows, nightly, layout)| Drawn { windows, nightly, layout })
}

impl Drawn {
    pub(crate) fn document(&self) -> String {
        let mut text = "# the schedule\n[service] # one\nname = \"x\"\nzone = \"America/Chicago\"\nlabel = \"CT\"\n"
            .to_owned();
        for id in ["a", "b", "c"] {
            text +=
                &format!("\n# channel {id}\n[[channel]]\nid = \"{id}\" # {id}\nname = \"{id}\"\n");
        }
        let first: DateTime<Utc> = FIRST.parse().expect("a literal instant");
        for ((day, window), id) in (0..).zip(&self.windows).zip(IDS) {
            text += &window.write(id, first + TimeDelta::days(day), "");
        }
        // By day, so that it overlaps none of the others, which are at night.
        let nightly = Window {
            start: self.nightly.start / 4 + 17 * 60,
            length: self.nightly.length / 4 + 1,
            open_end: false,
            by_length: true,
            announced: None,
            ..self.nightly.clone()
        };
        text += &nightly.write(
            IDS[3],
            first - TimeDelta::days(2),
            "repeat = \"FREQ=DAILY;COUNT=12\"\n",
        );
        text += "# the end";
        match self.layout {
            0 => text,
            1 => text.replace('\n', "\r\n"),
            _ => text.replace(" = ", "   =   "),
        }
    }

    pub(crate) fn schedule(&self) -> Schedule {
        parsed(&self.document())
    }
}

pub(crate) fn parsed(document: &str) -> Schedule {
    let parsed = schedule::parse(document, DateTime::UNIX_EPOCH);
    parsed.schedule.unwrap_or_else(|| {
        let pictures = schedule::render(&parsed.diagnostics, document, "drawn", false);
        unreachable!("what is drawn is valid, but:\n{pictures}")
    })
}

impl Window {
    fn write(&self, id: &str, day: DateTime<Utc>, more: &str) -> String {
        let start = day + TimeDelta::minutes(self.start);
        let channels: Vec<&str> = ["a", "b", "c"]
            .into_iter()
            .zip(0..)
            .filter(|(_, bit)| self.channels >> bit & 1 == 1)
            .map(|(id, _)| id)
            .collect();
        let mut text = format!(
            "\n# window {id}\n[[window]] # header {id}\nid = \"{id}\"\nchannels = {channels:?}\n\
             # start {id}\nstart = {} # at {id}\n",
            start.to_rfc3339()
        );
        let held = !self.open_end;
        if held && self.by_length {
            text += &format!("length = \"{}m\" # length {id}\n", self.length);
        } else if held {
            let end = start + TimeDelta::minutes(self.length);
            text += &format!("end = {} # end {id}\n", end.to_rfc3339());
        }
        if let Some(before) = self.announced {
            let at = start - TimeDelta::minutes(before);
            text += &format!("announce = {} # told {id}\n", at.to_rfc3339());
        }
        if self.hold && held {
            text += &format!("# holds {id}\noverrun = \"hold\"\n");
            if let Some(limit) = self.limit {
                text += &format!("hold-limit = \"{limit}m\" # limit {id}\n");
            }
        }
        text + more
    }
}

/// An instant around the drawn windows, with fractions of seconds now and then.
pub(crate) fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    let first: DateTime<Utc> = FIRST.parse().expect("a literal instant");
    (-24 * 3600..5 * 24 * 3600_i64, prop_oneof![Just(0), 0..1000_i64]).prop_map(
        move |(seconds, millis)| {
            first + TimeDelta::seconds(seconds) + TimeDelta::milliseconds(millis)
        },
    )
}

pub(crate) fn which() -> impl Strategy<Value = Which> {
    (prop::sample::select(&IDS[..]), prop::option::weighted(0.3, 0..12_u32)).prop_map(
        |(id, place)| {
            let first = chrono::NaiveDate::from_ymd_opt(2025, 10, 30).expect("a date");
            let day =
                place.and_then(|place| first.checked_add_days(chrono::Days::new(place.into())));
            let of = day.filter(|_| id == IDS[3]).map(lifecycle::Of::Date);
            Which { window: id.to_owned(), of }
        },
    )
}

fn length() -> impl Strategy<Value = Length> {
    (1..7 * 3600_u32).prop_map(|seconds| Length::try_from(seconds).expect("it is in range"))
}

fn moment() -> impl Strategy<Value = Moment> {
    (instant(), any::<bool>()).prop_map(|(instant, local)| match local {
        true => Moment::Local((instant - TimeDelta::hours(6)).naive_utc()),
        false => Moment::At(instant.fixed_offset()),
    })
}

fn until() -> impl Strategy<Value = Until> {
    prop_oneof![length().prop_map(Until::By), moment().prop_map(Until::At)]
}

fn ending() -> impl Strategy<Value = Option<Ending>> {
    prop_oneof![
        Just(None),
        Just(Some(Ending::Unknown)),
        length().prop_map(|length| Some(Ending::After(length))),
        moment().prop_map(|moment| Some(Ending::At(moment))),
    ]
}

/// A step of a verb.
pub(crate) fn step_of(verb: Verb) -> BoxedStrategy<Step> {
    match verb {
        Verb::Announce => Just(Step::Announce).boxed(),
        Verb::Start => Just(Step::Start).boxed(),
        Verb::Extend => until().prop_map(Step::Extend).boxed(),
        Verb::Shorten => until().prop_map(Step::Shorten).boxed(),
        Verb::Reschedule => (moment(), ending())
            .prop_map(|(start, ending)| Step::Reschedule { start, ending })
            .boxed(),
        Verb::Finish => prop::sample::subsequence(vec!["a", "b", "c"], 0..=2)
            .prop_map(|channels| Step::Finish {
                channels: channels.into_iter().map(str::to_owned).collect(),
            })
            .boxed(),
        Verb::Hold => length().prop_map(|limit| Step::Hold { limit }).boxed(),
        Verb::Release => Just(Step::Release).boxed(),
        Verb::Cancel => Just(Step::Cancel).boxed(),
    }
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    prop::sample::select(&Verb::ALL[..]).prop_flat_map(step_of)
}
