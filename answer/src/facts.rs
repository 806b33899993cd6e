//! What an answer says, in words, before it takes a form: so that no two forms can disagree.

use catalogue::{Language, fill};
use schedule::{
    Channel, Closing, Disposition, Occurrence, Phase, Reader, Reason, Service, Timeline, Words,
    speech::Speech,
};

use crate::{Cause, Fate, Refusal, Sent, instant::utc};

/// What an answer says.
#[derive(Debug)]
pub(crate) struct Facts<'a> {
    pub(crate) language: Language,
    /// What the service is called.
    pub(crate) service: Words<'a>,
    pub(crate) channel: Option<&'a Channel>,
    pub(crate) title: Words<'a>,
    pub(crate) message: Words<'a>,
    /// Whether it was processed, for messages: "This message was NOT processed."
    pub(crate) message_fate: &'a str,
    /// The same for requests.
    pub(crate) request_fate: &'a str,
    /// `None` where nobody knows.
    pub(crate) processed: Option<bool>,
    /// "Send it again after 2025-02-07T03:00:00Z."; `None` where looking comes first.
    pub(crate) resend: Option<String>,
    /// Why a request that changes something is refused, while reading works.
    pub(crate) read_only: Option<&'a str>,
    /// "Emergency maintenance ends Thursday, …"
    pub(crate) outlook: Option<String>,
    pub(crate) window: Option<&'a str>,
    /// RFC 3339, UTC.
    pub(crate) starts: Option<String>,
    pub(crate) ends: Option<String>,
    /// What machines look at.
    pub(crate) status: String,
    /// What people look at.
    pub(crate) help: String,
    /// Says what kind of problem it is.
    pub(crate) problem: String,
    /// A name for it that programs compare.
    pub(crate) code: &'static str,
}

impl<'a> Facts<'a> {
    pub(crate) fn of(refusal: &Refusal<'a>) -> Self {
        match &refusal.cause {
            Cause::Window(closing) => Self::of_window(refusal, closing),
            Cause::Outage { timeline, channel, fate } => {
                Self::of_outage(refusal, timeline, *channel, *fate)
            }
        }
    }

    fn of_window(refusal: &Refusal<'a>, closing: &Closing<'a>) -> Self {
        let timeline = closing.timeline();
        let occurrence = closing.occurrence();
        let words = refusal.reader.language().answer();
        let channel = closing.channel();
        let refused = channel.disposition == Disposition::ReadOnly;
        let resend = match closing.reopens {
            Some(reopens) => fill(words.resend_after, &[("instant", &utc(reopens.to_utc()))]),
            None => words.resend_later.to_owned(),
        };
        Self {
            channel: Some(channel),
            message_fate: words.message_not_processed,
            request_fate: words.not_processed,
            resend: Some(resend),
            read_only: refused.then_some(words.read_only),
            outlook: Some(outlook(closing, refusal.reader)),
            window: Some(occurrence.window.as_str()),
            starts: Some(utc(occurrence.start.to_utc())),
            ends: closing.reopens.map(|reopens| utc(reopens.to_utc())),
            help: address(timeline, &window_document(occurrence)),
            problem: address(timeline, "problems/maintenance"),
            code: "scheduled_maintenance",
            ..Self::plain(timeline, refusal)
        }
    }

    fn of_outage(
        refusal: &Refusal<'a>,
        timeline: &'a Timeline,
        channel: Option<usize>,
        fate: Fate,
    ) -> Self {
        let reader = refusal.reader;
        let words = reader.language().answer();
        let plain = Self::plain(timeline, refusal);
        let own = timeline.edge.outage.as_ref();
        let ours = Words { text: words.outage_message, language: reader.language().tag() };
        let unknown = refusal.sent == Sent::Something && fate == Fate::Unknown;
        let said = |known| if unknown { words.perhaps_processed } else { known };
        Self {
            channel: channel.map(|place| &timeline.channels[place]),
            title: own.and_then(|own| own.title_for(reader)).unwrap_or(plain.title),
            message: own.and_then(|own| own.message_for(reader)).unwrap_or(ours),
            message_fate: said(plain.message_fate),
            request_fate: said(plain.request_fate),
            processed: (!unknown).then_some(false),
            resend: plain.resend.filter(|_| !unknown),
            code: "outage",
            problem: address(timeline, "problems/outage"),
            ..plain
        }
    }

    /// What holds for any cause.
    fn plain(timeline: &'a Timeline, refusal: &Refusal<'a>) -> Self {
        let service = &timeline.service;
        let reader = refusal.reader;
        let words = reader.language().answer();
        let told = |own: Words<'a>, default: &str, translated: &'static str| {
            // The founding notice's words are in every catalogue; what an operator wrote is not.
            if own.text == default && own.language == reader.own() {
                Words { text: translated, language: reader.language().tag() }
            } else {
                own
            }
        };
        Self {
            language: reader.language(),
            service: service.name_for(reader),
            channel: None,
            title: told(service.title_for(reader), Service::DEFAULT_TITLE, words.title),
            message: told(service.message_for(reader), Service::DEFAULT_MESSAGE, words.message),
            message_fate: words.message_not_processed,
            request_fate: words.not_processed,
            processed: Some(false),
            resend: Some(words.resend_later.to_owned()),
            read_only: None,
            outlook: None,
            window: None,
            starts: None,
            ends: None,
            status: address(timeline, "timeline.json"),
            help: address(timeline, "timeline.json"),
            problem: address(timeline, "problems/maintenance"),
            code: "scheduled_maintenance",
        }
    }

    /// Everything in one paragraph, for formats that have room for one text.
    pub(crate) fn whole(&self) -> String {
        let told = self.told(self.message_fate);
        let sentences = [Some(self.message.text), self.read_only, Some(&told)];
        format!("{}. {}", self.title.text, joined(&sentences))
    }

    /// The same about a request, without the title, for formats that have a place for it.
    pub(crate) fn request_details(&self) -> String {
        let told = self.told(self.request_fate);
        joined(&[Some(self.message.text), self.read_only, Some(&told)])
    }

    /// What became of it, and where to look: for the formats that have a second text.
    pub(crate) fn details(&self) -> String {
        let words = self.language.answer();
        let mut details = self.told(self.message_fate);
        if let Some(window) = self.window {
            details += &format!(" {}: {window}.", words.window);
        }
        details += &format!(" {}: {}", words.status, self.help);
        details
    }

    /// What became of it, and when to send it again.
    pub(crate) fn told(&self, fate: &str) -> String {
        joined(&[Some(fate), self.resend.as_deref()])
    }
}

/// Those sentences that there are.
fn joined(sentences: &[Option<&str>]) -> String {
    sentences.iter().copied().flatten().collect::<Vec<_>>().join(" ")
}

/// When it is over, as far as anybody knows, as a sentence.
fn outlook(closing: &Closing<'_>, reader: Reader<'_>) -> String {
    let words = reader.language().answer();
    let speech = Speech::to(reader, &closing.timeline().service);
    let occurrence = closing.occurrence();
    let kind = kind(occurrence, reader.language());
    let say = |pattern, end| fill(pattern, &[("kind", kind), ("end", end)]);
    let end = |end| speech.end(occurrence.start, end);
    match (closing.phase, closing.reopens, occurrence.end) {
        (Phase::Ended | Phase::Cancelled, ..) => say(words.reopening, ""),
        (_, Some(reopens), _) => say(words.ends, &end(reopens)),
        (Phase::Overrun, None, Some(planned)) => say(words.overrun, &end(planned)),
        (_, None, Some(planned)) => say(words.planned_to_end, &end(planned)),
        (_, None, None) => say(words.going_on, ""),
    }
}

/// What it is: "Emergency maintenance".
pub(crate) fn kind(occurrence: &Occurrence, language: Language) -> &'static str {
    let words = language.answer();
    match occurrence.reason {
        Reason::Emergency => words.emergency,
        Reason::Planned => words.planned,
    }
}

/// The field `Link` by which what a channel answers says where its status is (RFC 8631).
pub fn status_link(timeline: &Timeline, channel: usize) -> String {
    let id = timeline.channels[channel].id.as_str();
    pointing_at(&address(timeline, &format!("timeline.json?channel={id}")))
}

pub(crate) fn pointing_at(status: &str) -> String {
    format!("<{status}>; rel=\"status\"; type=\"application/json\"")
}

/// The path, or the address when the service's is known, of one of our documents.
pub(crate) fn address(timeline: &Timeline, document: &str) -> String {
    let base = timeline.service.url.as_deref().unwrap_or_default();
    format!("{base}{}/{document}", timeline.edge.prefix)
}

/// The document about one window.
pub(crate) fn window_document(occurrence: &Occurrence) -> String {
    format!("windows/{}", occurrence.window.as_str())
}
