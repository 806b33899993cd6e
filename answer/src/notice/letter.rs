//! What a notice says, before it takes a form.

use catalogue::{Language, texts};
use chrono::{DateTime, FixedOffset, Utc};
use schedule::{Phase, Reader, Timeline, speech::Speech};

use super::{
    About, Before, Kind, announcement, contact, impacts, overview,
    run::{Run, plain, sentence},
    solution,
};
use crate::facts;

/// What people are written, and when.
#[derive(Clone, Copy, Debug)]
pub struct Notice<'a> {
    pub about: About<'a>,
    pub kind: Kind,
    /// What they were told before; [`Kind::Moved`] and [`Kind::Extended`] put it beside what holds
    /// now.
    pub before: Option<Before>,
    /// The instant of which it speaks.
    pub now: DateTime<Utc>,
}

/// A notice in the words of one language, ready to take a form.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Letter {
    pub language: Language,
    /// One line.
    pub subject: String,
    pub(super) sections: Vec<Section>,
}

/// A heading and what stands below it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Section {
    pub(super) heading: Vec<Run>,
    pub(super) blocks: Vec<Block>,
}

/// What stands between two blank lines.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Block {
    Paragraph(Vec<Run>),
    Items(Vec<Vec<Run>>),
    /// Short terms, each with one value.
    Rows(Vec<(Vec<Run>, Vec<Run>)>),
    /// Headings, each with its own items.
    Groups(Vec<(Vec<Run>, Vec<Vec<Run>>)>),
    /// What was, and what is, side by side: a heading and a value each.
    Beside([(Vec<Run>, Vec<Run>); 2]),
}

impl<'a> Notice<'a> {
    /// In our own words.
    pub fn letter(&self, language: Language) -> Letter {
        self.letter_for(Reader::of(language, &self.about.timeline.service))
    }

    /// In our own words, with the schedule's texts as a reader has them rather.
    pub fn letter_for(&self, reader: Reader<'_>) -> Letter {
        let voice = Voice::new(self.about.timeline, reader);
        let words = voice.words;
        let sections = [
            (words.overview, overview::blocks(self, &voice)),
            (words.announcement, announcement::blocks(self, &voice)),
            (words.impacts, impacts::blocks(self, &voice)),
            (words.solution, solution::blocks(self, &voice)),
            (words.contact, contact::blocks(self, &voice)),
        ];
        let sections = sections
            .into_iter()
            .filter(|(_, blocks)| !blocks.is_empty())
            .map(|(heading, blocks)| Section { heading: vec![Run::words(heading)], blocks })
            .collect();
        Letter { language: voice.language, subject: self.subject(&voice), sections }
    }

    /// What it is about in a few words, for places where times have their own: "ImmTrac2: Emergency
    /// maintenance".
    pub fn title(&self, language: Language) -> String {
        let timeline = self.about.timeline;
        let voice = Voice::new(timeline, Reader::of(language, &timeline.service));
        let values = [("service", self.service(&voice)), ("kind", self.what(&voice))];
        plain(&sentence(voice.words.title, &values))
    }

    /// The page about the window, where it is known how people reach it.
    pub fn link(&self) -> Option<String> {
        contact::link(self)
    }

    fn subject(&self, voice: &Voice<'_>) -> String {
        let words = voice.words;
        let pattern = match self.kind {
            Kind::Announcement => words.subject_announcement,
            Kind::Reminder => words.subject_reminder,
            Kind::Moved => words.subject_moved,
            Kind::Started => words.subject_started,
            Kind::Extended => words.subject_extended,
            Kind::Over => words.subject_over,
            Kind::Cancelled => words.subject_cancelled,
        };
        let values = [
            ("service", self.service(voice)),
            ("kind", self.what(voice)),
            ("when", self.when(voice)),
        ];
        plain(&sentence(pattern, &values))
    }

    /// What the service is called.
    pub(super) fn service(&self, voice: &Voice<'_>) -> Run {
        Run::own(self.about.timeline.service.name_for(voice.reader))
    }

    /// "Emergency maintenance".
    pub(super) fn what(&self, voice: &Voice<'_>) -> Run {
        Run::words(facts::kind(self.about.occurrence, voice.language))
    }

    /// From when to when it is.
    pub(super) fn when(&self, voice: &Voice<'_>) -> Run {
        voice.span(self.about.occurrence.start, self.about.end(self.now))
    }

    /// Whether it cannot be told without what people were told before.
    pub fn wants_earlier_times(&self) -> bool {
        match self.kind {
            Kind::Moved => true,
            // A window that is held after its planned end tells that end itself.
            Kind::Extended => self.about.phase(self.now) != Phase::Overrun,
            _ => false,
        }
    }

    /// Whether it tells of downtime that people can still do something about.
    pub(super) fn is_ahead(&self) -> bool {
        matches!(self.kind, Kind::Announcement | Kind::Reminder | Kind::Moved)
    }

    pub(super) fn is_past(&self) -> bool {
        matches!(self.kind, Kind::Over | Kind::Cancelled)
    }
}

/// How a notice speaks.
#[derive(Debug)]
pub(super) struct Voice<'a> {
    pub(super) language: Language,
    pub(super) words: &'static texts::Notice,
    pub(super) reader: Reader<'a>,
    pub(super) speech: Speech<'a>,
}

impl<'a> Voice<'a> {
    pub(super) fn new(timeline: &'a Timeline, reader: Reader<'a>) -> Self {
        let language = reader.language();
        let speech = Speech::to(reader, &timeline.service);
        Self { language, words: language.notice(), reader, speech }
    }

    pub(super) fn span(
        &self,
        start: DateTime<FixedOffset>,
        end: Option<DateTime<FixedOffset>>,
    ) -> Run {
        Run::time(spoken(self.speech, start, end))
    }
}

pub(super) fn spoken(
    speech: Speech<'_>,
    start: DateTime<FixedOffset>,
    end: Option<DateTime<FixedOffset>>,
) -> String {
    match end {
        Some(end) => speech.span(start, end),
        None => speech.open_span(start),
    }
}
