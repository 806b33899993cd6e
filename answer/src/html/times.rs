//! When it is, in the service's zone and, by the script, in the visitor's; how long still.

use catalogue::Language;
use chrono::{DateTime, FixedOffset, SecondsFormat};
use maud::{Markup, html};
use schedule::speech::Speech;

/// From when to when a page says that it is, in the service's zone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Times<'a> {
    pub(crate) start: DateTime<FixedOffset>,
    pub(crate) end: Option<DateTime<FixedOffset>>,
    pub(crate) speech: Speech<'a>,
}

impl Times<'_> {
    /// Rows of a description list: "When", and a hidden "In your time" for the script.
    pub(crate) fn rows(&self, language: Language) -> Markup {
        let words = language.page();
        html! {
            div { dt { (words.when) } dd { (self.span()) } }
            div #local hidden { dt { (words.in_your_time) } dd { bdi {} } }
        }
    }

    /// A hidden "Time left" for the script.
    pub(super) fn countdown(language: Language) -> Markup {
        html! {
            div #left hidden { dt { (language.page().countdown) } dd { span role="timer" {} } }
        }
    }

    /// From when to when, in words.
    pub(crate) fn said(&self) -> String {
        match self.end {
            Some(end) => self.speech.span(self.start, end),
            None => self.speech.open_span(self.start),
        }
    }

    /// The same with both instants marked up.
    pub(crate) fn span(&self) -> Markup {
        let Self { start, end, speech } = *self;
        let first = speech.local(start.naive_local());
        let said = self.said();
        let Some(end) = end else { return marked(&said, &[(&first, start)]) };
        let last = speech.time(end.time());
        marked(&said, &[(&first, start), (&last, end)])
    }
}

/// A sentence in which each of the words, in this order, are marked up as the instant they say.
pub(super) fn marked(sentence: &str, said: &[(&str, DateTime<FixedOffset>)]) -> Markup {
    let found = said.first().and_then(|(words, instant)| {
        let (before, after) = sentence.split_once(words)?;
        Some((before, *words, *instant, after))
    });
    let Some((before, words, instant, after)) = found else { return html! { (sentence) } };
    html! {
        (before) time datetime=(machine(instant)) { (words) } (marked(after, &said[1..]))
    }
}

/// As machines write an instant, with the offset that the service's clocks have then.
pub(crate) fn machine(instant: DateTime<FixedOffset>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, false)
}
