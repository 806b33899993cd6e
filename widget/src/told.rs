//! What `timeline.json` tells, as far as decisions depend on it; its texts stay with the page.

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use schedule::{Occurrence, Overrun, Phase, Reason, Translations, WindowId};
use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};

use crate::Span;

/// What `timeline.json` tells. Places are those in the document, so that the page finds the texts.
#[derive(Clone, Debug, Default)]
pub struct Told {
    pub revision: u32,
    /// How long before its start a window counts as imminent.
    pub imminent: TimeDelta,
    pub channels: Vec<Channel>,
    pub windows: Vec<Window>,
}

/// One way of reaching the service.
#[derive(Clone, Copy, Debug)]
pub struct Channel {
    /// The hash of its id, never 0.
    pub name: u32,
    /// Whether its users notice a window at all.
    pub affected: bool,
}

/// One occurrence of a window.
#[derive(Clone, Debug)]
pub struct Window {
    /// What it is known by from one document to the next: the hash of its id and of which occurrence
    /// it is.
    pub name: u32,
    pub occurrence: Occurrence,
    /// The hash of what is told of it; another one is another telling.
    pub print: u32,
}

/// What a document says of a window, before it is believed.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub name: u32,
    pub print: u32,
    pub over: Over,
    /// Milliseconds since the epoch, as are the others.
    pub start: i64,
    pub end: Option<i64>,
    /// When the document was read.
    pub read: i64,
    /// Whether it stays closed after its end until somebody releases it.
    pub hold: bool,
    /// When it is released, for one that holds, where that is known.
    pub reopens: Option<i64>,
    /// Places in [`Told::channels`].
    pub channels: Vec<usize>,
}

/// What a document knows of a window that its times do not say.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Over {
    #[default]
    No,
    Ended,
    Cancelled,
}

impl Told {
    pub(crate) const fn new() -> Self {
        let imminent = TimeDelta::zero();
        Self { revision: 0, imminent, channels: Vec::new(), windows: Vec::new() }
    }

    pub fn phase(&self, window: &Window, now: DateTime<Utc>) -> Phase {
        window.occurrence.phase(now, self.imminent)
    }

    /// Whether there is a channel of this name.
    pub fn knows(&self, channel: u32) -> bool {
        self.channels.iter().any(|known| known.name == channel)
    }

    /// The names of a window's channels whose users notice it.
    pub fn affected<'a>(&'a self, window: &'a Window) -> impl Iterator<Item = u32> + 'a {
        let channels = window.occurrence.channels.iter();
        let channels = channels.filter_map(|&place| self.channels.get(place));
        channels.filter(|channel| channel.affected).map(|channel| channel.name)
    }

    /// When the phase of a window may change, in milliseconds and in no order.
    pub fn boundaries(&self, window: &Window) -> [Option<i64>; 4] {
        let reopens = window.occurrence.reopens().map(|instant| instant.timestamp_millis());
        let Span { start, end } = window.span();
        [Some(start - self.imminent.num_milliseconds()), Some(start), end, reopens]
    }
}

impl Window {
    /// Nothing, when the facts hold an instant that no calendar of people has.
    pub fn new(facts: Facts) -> Option<Self> {
        let start = instant(facts.start)?;
        let mut end = match facts.end {
            Some(end) => Some(instant(end)?),
            None => None,
        };
        let mut released = match facts.reopens.filter(|_| facts.hold) {
            Some(reopens) => Some(instant(reopens)?),
            None => None,
        };
        // What was over when the document was read is over, whatever its end was to be.
        if facts.over == Over::Ended {
            let read = instant(facts.read)?;
            let by_then = |instant: &DateTime<FixedOffset>| *instant <= read;
            end = Some(end.filter(by_then).unwrap_or(read));
            released = released.filter(by_then).or(end);
        }
        Some(Self {
            name: facts.name,
            print: facts.print,
            occurrence: Occurrence {
                window: anonymous()?,
                of: None,
                start,
                end,
                announced: None,
                released,
                limited: false,
                channels: facts.channels,
                reason: Reason::Planned,
                overrun: if facts.hold { Overrun::Hold } else { Overrun::Reopen },
                summary: None,
                translations: Translations::default(),
                cancelled: facts.over == Over::Cancelled,
            },
        })
    }

    pub fn span(&self) -> Span {
        let end = self.occurrence.end.map(|end| end.timestamp_millis());
        Span { start: self.occurrence.start.timestamp_millis(), end }
    }
}

/// An occurrence has to have a window's id, of which no phase depends; the real one stays with the
/// page. Ids are made by reading only.
fn anonymous() -> Option<WindowId> {
    WindowId::deserialize(StrDeserializer::<Error>::new("window")).ok()
}

/// The last millisecond of the year 9999.
pub(crate) const LAST: i64 = 253_402_300_799_999;

/// From 1970 up to the year 9999: so far from the ends of what can be counted that nothing overflows.
fn instant(millis: i64) -> Option<DateTime<FixedOffset>> {
    if !(0..=LAST).contains(&millis) {
        return None;
    }
    DateTime::from_timestamp_millis(millis).map(|instant| instant.fixed_offset())
}
