//! An explanation for people.

use anstyle::{AnsiColor, Style};
use answer::{Because, Form, Language, Retry};
use chrono::{DateTime, FixedOffset, TimeDelta};
use schedule::{Resolution, speech::Speech};

use super::{
    Explanation,
    answered::{Answered, Reason, Spoken, Told},
    bytes,
    outcome::Outcome,
    outlook,
    paragraph::paragraph,
    place::Place,
    words,
};

/// All of it: the request, what became of it and why, and the bytes of the answer. `styled` adds
/// the escapes of a terminal.
pub(super) fn text(explanation: &Explanation, styled: bool) -> String {
    let page = Page { explanation, speech: speech(explanation), styled };
    page.whole()
}

/// The command speaks English, whatever language the service speaks.
fn speech(explanation: &Explanation) -> Speech<'_> {
    Speech::new(Language::English, &explanation.service.label)
}

struct Page<'e> {
    explanation: &'e Explanation,
    speech: Speech<'e>,
    styled: bool,
}

impl Page<'_> {
    fn whole(&self) -> String {
        let Explanation { request, at, outcome, bypass, notes, .. } = self.explanation;
        let mut text = format!("{} {}\n", request.method, request.address);
        text += &self.line("at", &self.moment(*at));
        text.push('\n');
        text += &self.belongs();
        text += &self.windows();
        text += &self.outcome();
        if let Outcome::Answered(answered) | Outcome::Turns { answered, .. } = outcome {
            text += &self.answered(answered);
        }
        if let Some(bypass) = bypass {
            text += &self.line("bypass", bypass);
        }
        for note in notes {
            text += &self.line("note", note);
        }
        if let Outcome::Answered(answered) | Outcome::Turns { answered, .. } = outcome {
            text.push('\n');
            text += &bytes::bytes(answered);
        }
        text
    }

    fn belongs(&self) -> String {
        let said = match &self.explanation.place {
            Place::Channel { channel, way, .. } => {
                format!("{} – {}, {}", channel.id.as_str(), channel.name, words::way(way))
            }
            Place::Nowhere => "none: no route of the schedule matches".to_owned(),
            Place::AlwaysOpen { route, named: true } => {
                format!("none: {route} is among the routes that always pass")
            }
            Place::AlwaysOpen { route, named: false } => {
                format!("none: {route} always passes, whatever the schedule says")
            }
            Place::Ours { document: Some(document) } => {
                format!("none: it is for Intermission itself ({document})")
            }
            Place::Ours { document: None } => {
                "none: it is for Intermission itself, which has no such document".to_owned()
            }
        };
        self.line("channel", &said)
    }

    /// The window that says something about the request, or the next one.
    fn windows(&self) -> String {
        let Explanation { place, window, next, at, .. } = self.explanation;
        let (said, standing) = match (place, window, next) {
            (Place::Channel { .. }, Some(window), _) => {
                (outlook::window(window, self.speech), window)
            }
            (Place::Channel { .. }, None, Some(next)) => {
                (format!("none is open; the next is {}", outlook::window(next, self.speech)), next)
            }
            (Place::Channel { .. }, None, None) => {
                return self.line("window", "none is open, and none is to come");
            }
            _ => return String::new(),
        };
        let phase = outlook::phase(standing, *at, self.speech);
        self.line("window", &said) + &self.line("phase", &phase)
    }

    fn outcome(&self) -> String {
        let (said, colour) = match &self.explanation.outcome {
            Outcome::Passes(why) => {
                (format!("passes to the origin: {}", words::why(*why)), AnsiColor::Green)
            }
            Outcome::Ours => (
                "answered by Intermission itself, in a window and outside".to_owned(),
                AnsiColor::Cyan,
            ),
            Outcome::Answered(answered) => {
                let status = bytes::status(answered.answer.status);
                let why = match answered.cause {
                    Reason::Window => "not passed to the origin",
                    Reason::Outage => "because the origin cannot be reached",
                };
                (format!("answered {status}, {why}"), AnsiColor::Red)
            }
            Outcome::Turns { share, .. } => (
                format!(
                    "passes or is answered, by the client's address: {share} % of the machines \
                     are let in; --client tells for one. This is the answer for the last of them"
                ),
                AnsiColor::Yellow,
            ),
        };
        let style = Style::new().bold().fg_color(Some(colour.into()));
        paragraph("outcome", &said, self.styled.then_some(style))
    }

    fn answered(&self, answered: &Answered) -> String {
        let mut text = self.line("form", &form(answered));
        if answered.form != Form::Preflight {
            text += &self.line("language", &language(answered));
        }
        match (&answered.retry, answered.form) {
            (Some(told), _) => text + &self.line("retry", &self.retry(answered.cause, told)),
            (None, Form::Grpc | Form::GrpcWeb | Form::GrpcWebText) => {
                text + &self.line(
                    "retry",
                    "not by the client's library, which `grpc-retry-pushback-ms` keeps from it",
                )
            }
            (None, _) => text,
        }
    }

    fn retry(&self, cause: Reason, told: &Told) -> String {
        let at = self.explanation.at;
        let place = match told.place {
            Retry::Event => ", in the line `retry` of the event stream",
            Retry::Header | Retry::Nowhere => "",
        };
        let mut said = format!("in {} s{place}, at {}", told.shown, self.after(told.shown));
        let apart = self.speech.length(TimeDelta::seconds(i64::from(told.most - told.least)));
        if told.least != told.most {
            let direction = if told.shown == told.least { "later" } else { "earlier" };
            said += &format!("; others up to {apart} {direction}, by their addresses");
        }
        // While a channel opens step by step, a client is told its very turn.
        let window = self.explanation.window.as_ref().filter(|window| window.opening.is_none());
        let reopens = window.and_then(|window| window.reopens);
        let back = at + TimeDelta::seconds(told.most.into());
        if cause == Reason::Window && reopens.is_some_and(|reopens| back < reopens) {
            said += "; the window is still open then, so it will be told again";
        }
        said
    }

    /// So many seconds after the request: the time of day alone on the same one.
    fn after(&self, seconds: u32) -> String {
        let Explanation { at, zone, .. } = self.explanation;
        let then = zone.at(*at + TimeDelta::seconds(seconds.into()));
        match then.date_naive() == at.date_naive() {
            true => format!("{} ({})", self.speech.time(then.time()), self.speech.label),
            false => self.moment(then),
        }
    }

    /// With the offset where the local time comes twice.
    fn moment(&self, instant: DateTime<FixedOffset>) -> String {
        match self.explanation.zone.resolve(instant.naive_local()) {
            Resolution::Fold { .. } => self.speech.exact(instant),
            _ => self.speech.moment(instant),
        }
    }

    fn line(&self, label: &str, text: &str) -> String {
        paragraph(label, text, self.styled.then(Style::new))
    }
}

fn form(answered: &Answered) -> String {
    let (word, what) = match answered.acknowledges {
        true => ("hl7", "an HL7 acknowledgement that rejects the message (AR)"),
        false => (answered.form.word(), words::form(answered.form)),
    };
    match answered.because {
        Because::Nothing => format!("{word}, {what}, because nothing in the request asks for more"),
        because => format!("{word}, {what}, because {because}"),
    }
}

fn language(answered: &Answered) -> String {
    let tag = answered.language.tag();
    let words = match answered.spoken {
        Spoken::Asked => format!("{tag}, as its Accept-Language asks"),
        Spoken::Silent => format!("{tag}, the service's, because it sends no Accept-Language"),
        Spoken::Unknown => format!(
            "{tag}, the service's, because its Accept-Language asks for none of {}",
            Language::TAGS.join(", ")
        ),
    };
    match &answered.texts {
        Some(tag) => format!("{words}; the schedule's texts in {tag}"),
        None => words,
    }
}
