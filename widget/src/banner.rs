//! All that the banner knows, and what it says at an instant.

use schedule::Phase;

use crate::{Advice, Countdown, Known, Memory, Message, Met, Reminder, Row, State, Told, Window};

/// All that the banner of a page knows. A channel is given by its name (see [`crate::Channel`]); by
/// one that there is not, all channels are meant.
#[derive(Clone, Debug, Default)]
pub struct Banner {
    told: Told,
    memory: Memory,
    /// The windows of which this page has spoken: it has to tell how each came out.
    spoken: Vec<u32>,
}

/// What a banner says at an instant, and for how long.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    pub message: Option<Message>,
    /// The next instant at which it may say something else by itself, if there is one: of any window,
    /// spoken of or not.
    pub until: Option<i64>,
}

impl Banner {
    /// One that knows nothing yet.
    pub const fn new() -> Self {
        Self { told: Told::new(), memory: Memory::new(), spoken: Vec::new() }
    }

    /// Takes in a document. One of an older revision changes nothing: another place may not have
    /// heard yet what we know, and what is said must not go to and fro.
    pub fn tell(&mut self, told: Told, now: i64) {
        if told.revision >= self.told.revision {
            self.memory.learn(&told, |window| told.phase(window, now).is_public());
            self.told = told;
        }
    }

    /// Takes in what another tab, or an earlier page, has kept.
    pub fn recall(&mut self, row: Row) {
        self.memory.recall(row);
    }

    /// What to keep for later pages.
    pub fn kept(&self) -> &[Row] {
        self.memory.rows()
    }

    /// What the users of a channel are told at `now`. `seen` is whether somebody sees the time run.
    pub fn say(&mut self, channel: u32, now: i64, seen: bool) -> Said {
        let chosen = self.choose(channel, now);
        let mut said = Said { message: None, until: self.until(channel, now) };
        let Some((phase, window)) =
            chosen.and_then(|(phase, place)| Some((phase, self.told.windows.get(place)?)))
        else {
            return said;
        };
        let place = chosen.map_or(0, |(_, place)| place);
        let known = self.telling(window, channel);
        let revision = known.map_or(self.told.revision, |known| known.revision);
        let span = window.span();
        let target = match phase {
            Phase::Scheduled | Phase::Announced | Phase::Imminent => Some(span.start),
            Phase::Active => span.end,
            Phase::Overrun | Phase::Ended | Phase::Cancelled => None,
        };
        let countdown = target.and_then(|target| Countdown::to(target, now));
        if let Some(countdown) = countdown.filter(|_| seen) {
            said.until =
                Some(said.until.map_or(countdown.until, |until| until.min(countdown.until)));
        }
        said.message = Some(Message {
            place,
            phase,
            state: State::new(phase, countdown),
            change: known.and_then(|known| known.change(phase)),
            advice: Advice::new(phase),
            announce: !self.memory.has(Met::Heard, window, phase, revision),
            reminder: Reminder::due(phase, span.start, now),
        });
        self.memory.meet(Met::Heard, window, phase, revision);
        if !self.spoken.contains(&window.name) {
            self.spoken.push(window.name);
        }
        said
    }

    /// Puts away what the users of a channel are told at `now`, until the next phase of it, or until
    /// something about it changes.
    pub fn dismiss(&mut self, channel: u32, now: i64) {
        let chosen = self.choose(channel, now);
        if let Some((phase, place)) = chosen
            && let Some(window) = self.told.windows.get(place)
        {
            let revision = self.revision(window, channel);
            self.memory.meet(Met::Closed, window, phase, revision);
        }
    }

    /// The place of the window that matters most, and its phase: what is closed, then what is about to
    /// be, then how something came out, then what comes next.
    fn choose(&self, channel: u32, now: i64) -> Option<(Phase, usize)> {
        let mut best = None;
        for (place, window) in self.told.windows.iter().enumerate() {
            let phase = self.told.phase(window, now);
            if !self.concerns(window, channel) || !self.is_worth_saying(phase, window, channel) {
                continue;
            }
            let start = window.span().start;
            let rank = match phase {
                // Of several that are open, the newest.
                Phase::Active | Phase::Overrun => (0, -start),
                Phase::Imminent => (1, start),
                Phase::Ended | Phase::Cancelled => (2, -start),
                Phase::Scheduled | Phase::Announced => (3, start),
            };
            if best.is_none_or(|(best, _)| rank < best) {
                best = Some((rank, (phase, place)));
            }
        }
        best.map(|(_, chosen)| chosen)
    }

    fn is_worth_saying(&self, phase: Phase, window: &Window, channel: u32) -> bool {
        let known = self.telling(window, channel);
        let is_news = match phase {
            Phase::Scheduled => false,
            Phase::Announced | Phase::Imminent | Phase::Active | Phase::Overrun => true,
            // To whoever met it closed, or was told of a later end: on this page for as long as it
            // is open, and on another one once.
            Phase::Ended => {
                let heard = |phase| self.memory.has_heard(window, phase);
                let expects = heard(Phase::Active)
                    || heard(Phase::Overrun)
                    || known.is_some_and(|known| known.change(phase).is_some());
                self.spoken.contains(&window.name) || (expects && !heard(Phase::Ended))
            }
            Phase::Cancelled => known.is_some(),
        };
        is_news && !self.memory.has(Met::Closed, window, phase, self.revision(window, channel))
    }

    /// The next instant after `now` at which a phase may change, or a reminder is due.
    fn until(&self, channel: u32, now: i64) -> Option<i64> {
        let mut until: Option<i64> = None;
        for window in &self.told.windows {
            let last = window.span().start - Reminder::LAST;
            for boundary in self.told.boundaries(window).instants().chain([last]) {
                if boundary > now && self.concerns(window, channel) {
                    until = Some(until.map_or(boundary, |until| until.min(boundary)));
                }
            }
        }
        until
    }

    /// Whether the users of a channel notice a window.
    fn concerns(&self, window: &Window, channel: u32) -> bool {
        self.first(window, channel).is_some()
    }

    /// The channel, or the first whose users notice a window.
    fn first(&self, window: &Window, channel: u32) -> Option<u32> {
        let all = !self.told.knows(channel);
        self.told.affected(window).find(|affected| all || *affected == channel)
    }

    /// What was told of a window to the users of a channel, or to the first who notice it.
    fn telling(&self, window: &Window, channel: u32) -> Option<Known> {
        self.memory.known(window, self.first(window, channel)?)
    }

    /// The one in which what is told of a window came.
    fn revision(&self, window: &Window, channel: u32) -> u32 {
        self.telling(window, channel).map_or(self.told.revision, |known| known.revision)
    }
}
