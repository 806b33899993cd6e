//! What is said, decided as in the browser and put into words.

use catalogue::{Language, fill, texts};
use chrono::{DateTime, TimeDelta, Utc};
use schedule::{
    Channel, Disposition, Occurrence, Phase, Reader, Reason, Timeline, Words, speech::Speech,
};
use widget::{Advice, Banner, Facts, Message, Over, State, Told, Window};

use super::Dismissed;

/// What a banner would say at `now` to somebody who remembers nothing but what they have put away, and of
/// which occurrence.
pub(super) fn said<'a>(
    timeline: &'a Timeline,
    told: &[&'a Occurrence],
    channel: usize,
    dismissed: Dismissed<'_>,
    now: DateTime<Utc>,
) -> Option<(&'a Occurrence, Message)> {
    let mut banner = Banner::new();
    let document = document(timeline, told, now)?;
    let now = now.timestamp_millis();
    banner.tell(document, now);
    let name = number(channel);
    // Each turn puts one away.
    for _ in 0..=told.len() {
        let message = banner.say(name, now, true).message?;
        let occurrence = *told.get(message.place)?;
        if !dismissed.has(occurrence, message.phase) {
            return Some((occurrence, message));
        }
        banner.dismiss(name, now);
    }
    None
}

/// The same as the browser reads `timeline.json`; names are places.
fn document(timeline: &Timeline, told: &[&Occurrence], now: DateTime<Utc>) -> Option<Told> {
    let channels = timeline
        .channels
        .iter()
        .enumerate()
        .map(|(place, channel)| widget::Channel {
            name: number(place),
            affected: channel.disposition != Disposition::Unaffected,
        })
        .collect();
    let windows = told.iter().enumerate();
    let windows = windows
        .map(|(place, occurrence)| Window::new(facts(timeline, place, occurrence, now)))
        .collect::<Option<_>>()?;
    let imminent = timeline.service.imminent.to_delta().num_milliseconds();
    Some(Told { imminent, channels, windows, ..Told::default() })
}

fn facts(timeline: &Timeline, place: usize, occurrence: &Occurrence, now: DateTime<Utc>) -> Facts {
    let phase = timeline.phase(occurrence, now);
    Facts {
        name: number(place),
        print: 0,
        over: match phase {
            Phase::Cancelled => Over::Cancelled,
            Phase::Ended => Over::Ended,
            _ => Over::No,
        },
        start: occurrence.start.timestamp_millis(),
        end: occurrence.end.map(|end| end.timestamp_millis()),
        read: now.timestamp_millis(),
        hold: occurrence.overrun == schedule::Overrun::Hold,
        reopens: occurrence.promises().map(|reopens| reopens.timestamp_millis()),
        channels: occurrence.channels.clone(),
    }
}

/// Names are never 0.
fn number(place: usize) -> u32 {
    u32::try_from(place + 1).unwrap_or(u32::MAX)
}

/// A message to the users of a channel, and the words for it.
#[derive(Clone, Debug)]
pub(super) struct Telling<'a> {
    pub(super) timeline: &'a Timeline,
    pub(super) channel: usize,
    pub(super) reader: Reader<'a>,
    pub(super) message: (&'a Occurrence, Message),
}

impl<'a> Telling<'a> {
    pub(super) fn words(&self) -> &'static texts::Banner {
        self.reader.language().banner()
    }

    pub(super) fn occurrence(&self) -> &'a Occurrence {
        self.message.0
    }

    pub(super) fn phase(&self) -> Phase {
        self.message.1.phase
    }

    pub(super) fn channel(&self) -> &'a Channel {
        &self.timeline.channels[self.channel]
    }

    pub(super) fn language(&self) -> Language {
        self.reader.language()
    }

    pub(super) fn speech(&self) -> Speech<'a> {
        Speech::to(self.reader, &self.timeline.service)
    }

    pub(super) fn kind(&self) -> &'static str {
        match self.occurrence().reason {
            Reason::Planned => self.words().planned,
            Reason::Emergency => self.words().emergency,
        }
    }

    pub(super) fn state(&self) -> String {
        let words = self.words();
        let with =
            |text, left| fill(text, &[("length", &self.length(TimeDelta::milliseconds(left)))]);
        match self.message.1.state {
            State::StartsIn(left) => with(words.starts_in, left),
            State::EndsIn(left) => with(words.ends_in, left),
            State::EndUnknown => words.end_unknown.to_owned(),
            State::Overrun => words.overrun.to_owned(),
            State::Over => words.over.to_owned(),
            State::Cancelled => words.cancelled.to_owned(),
        }
    }

    /// What becomes of the channel.
    pub(super) fn what(&self) -> Option<String> {
        let words = self.words();
        let text = match self.channel().disposition {
            Disposition::Unavailable => words.unavailable,
            Disposition::ReadOnly => words.read_only,
            Disposition::Hold => words.hold,
            Disposition::Unaffected => return None,
        };
        Some(fill(text, &[("channels", self.channel().name_for(self.reader).text)]))
    }

    /// When, by the service's clocks.
    pub(super) fn span(&self) -> String {
        let Occurrence { start, end, .. } = *self.occurrence();
        match end {
            Some(end) => self.speech().span(start, end),
            None => self.speech().open_span(start),
        }
    }

    /// How long it takes, where that is known.
    pub(super) fn takes(&self) -> Option<String> {
        let occurrence = self.occurrence();
        occurrence.end.map(|end| self.length(end - occurrence.start))
    }

    fn length(&self, length: TimeDelta) -> String {
        self.speech().length(length)
    }

    /// What its users are to do now.
    pub(super) fn advice(&self) -> Option<Words<'a>> {
        let channel = self.channel();
        match self.message.1.advice {
            Advice::Before => channel.before_for(self.reader),
            Advice::During => channel.during_for(self.reader),
            Advice::After => channel.after_for(self.reader),
            Advice::None => None,
        }
    }

    /// All of it in one paragraph, for where nothing else can be shown.
    pub(super) fn sentence(&self) -> String {
        let what = self.what().unwrap_or_default();
        let advice = self.advice().map_or("", |advice| advice.text);
        let parts = [self.kind(), ": ", &self.span(), ". ", &what, " ", advice];
        parts.concat().trim_end().to_owned()
    }
}
