//! What `timeline.json` tells, as far as decisions depend on it; its texts stay with the page.

use schedule::{Boundaries, Phase};

use crate::Span;

/// What `timeline.json` tells. Places are those in the document, so that the page finds the texts.
#[derive(Clone, Debug, Default)]
pub struct Told {
    pub revision: u32,
    /// How long before its start a window counts as imminent, in milliseconds.
    pub imminent: i64,
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
    /// The hash of what is told of it; another one is another telling.
    pub print: u32,
    span: Span,
    reopens: Option<i64>,
    cancelled: bool,
    /// Places in [`Told::channels`].
    channels: Vec<usize>,
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
        Self { revision: 0, imminent: 0, channels: Vec::new(), windows: Vec::new() }
    }

    pub fn phase(&self, window: &Window, now: i64) -> Phase {
        self.boundaries(window).phase(now)
    }

    /// Whether there is a channel of this name.
    pub fn knows(&self, channel: u32) -> bool {
        self.channels.iter().any(|known| known.name == channel)
    }

    /// The names of a window's channels whose users notice it.
    pub fn affected<'a>(&'a self, window: &'a Window) -> impl Iterator<Item = u32> + 'a {
        let channels = window.channels.iter();
        let channels = channels.filter_map(|&place| self.channels.get(place));
        channels.filter(|channel| channel.affected).map(|channel| channel.name)
    }

    /// The instants that part a window's phases. What a document names is announced.
    pub fn boundaries(&self, window: &Window) -> Boundaries<i64> {
        let Span { start, end } = window.span;
        Boundaries {
            announced: None,
            imminent: start.saturating_sub(self.imminent),
            start,
            end,
            reopens: window.reopens,
            cancelled: window.cancelled,
        }
    }
}

impl Window {
    /// Nothing, when the facts hold an instant that no calendar of people has.
    pub fn new(facts: Facts) -> Option<Self> {
        let Facts { name, print, over, start, read, hold, channels, .. } = facts;
        let released = facts.reopens.filter(|_| hold);
        let instants =
            [Some(start), facts.end, released, Some(read).filter(|_| over == Over::Ended)];
        if !instants.iter().flatten().all(|instant| (0..=LAST).contains(instant)) {
            return None;
        }
        let mut end = facts.end;
        let mut reopens = if hold { released } else { end };
        // What was over when the document was read is over, whatever its end was to be.
        if over == Over::Ended {
            end = Some(end.filter(|end| *end <= read).unwrap_or(read));
            reopens = reopens.filter(|reopens| *reopens <= read).or(end);
        }
        let cancelled = over == Over::Cancelled;
        Some(Self { name, print, span: Span { start, end }, reopens, cancelled, channels })
    }

    pub fn span(&self) -> Span {
        self.span
    }
}

/// The last millisecond of the year 9999: so far from the ends of what can be counted that nothing
/// overflows.
pub(crate) const LAST: i64 = 253_402_300_799_999;
