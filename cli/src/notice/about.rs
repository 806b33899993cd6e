//! What a notice is about, from the words of the command.

use answer::{
    Language,
    notice::{About, Before, Notice},
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use schedule::{Schedule, Timeline, Zone};

use super::{NoticeError, arguments, changed, earlier, folder::Folder};
use crate::{
    clock,
    failure::Failure,
    keeper::{self, Client},
    source::Source,
    when,
};

/// The schedule that a notice is taken from, and the instant of which it speaks.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) timeline: Timeline,
    /// `None` for a schedule from a file.
    pub(super) revision: Option<u64>,
    /// The revision that changed the occurrence last, by the feed; 0 for a schedule from a file.
    pub(super) changed: u32,
    pub(super) now: DateTime<Utc>,
    pub(super) before: Option<Before>,
    of: Option<NaiveDateTime>,
}

impl Asked {
    pub(super) fn read(options: &arguments::About) -> Result<Self, Failure> {
        let clock = clock::now();
        let mut keeper = None;
        let (schedule, revision) = match &options.schedule {
            Some(file) => (Source::read(file)?.schedule(clock)?.1, None),
            None => in_force(keeper.insert(keeper::connect(&options.connection)?))?,
        };
        let now = match &options.at {
            Some(text) => instant(text, &schedule)?,
            None => clock,
        };
        let timeline = schedule.timeline(now);
        let of = occurrence(&timeline, options)?;
        let asked = Self { timeline, revision, changed: 0, now, before: None, of };
        let about = asked.about(options)?;
        let before = earlier::before(options, &about, keeper.as_ref())?;
        let changed = match keeper.as_ref().zip(revision) {
            Some((keeper, revision)) => changed::last(keeper, &about, revision)?,
            None => 0,
        };
        Ok(Self { before, changed, ..asked })
    }

    /// What is due, or what was asked for where that can be told.
    pub(super) fn notice(&self, options: &arguments::About) -> Result<Notice<'_>, Failure> {
        let about = self.about(options)?;
        let due = about.fitting(self.before, self.now);
        let kind = options.kind.unwrap_or(due);
        let phase = about.phase(self.now);
        if !kind.fits(phase) {
            return Err(NoticeError::Unfitting { kind, phase, due }.into());
        }
        if self.before.is_some_and(|before| !about.bears_out(kind, before, self.now)) {
            return Err(NoticeError::SameTimes { kind, due }.into());
        }
        let notice = Notice { about, kind, before: self.before, now: self.now };
        if notice.wants_earlier_times() && self.before.is_none() {
            return Err(NoticeError::NoEarlierTimes { kind }.into());
        }
        Ok(notice)
    }

    /// The service's own, or those that were asked for.
    pub(super) fn languages(&self, options: &arguments::About) -> Result<Vec<Language>, Failure> {
        if options.languages.is_empty() {
            return Ok(vec![Language::from_tag(&self.timeline.service.language)]);
        }
        let known = |tag: &String| {
            Language::known(tag)
                .ok_or_else(|| Failure::from(NoticeError::UnknownLanguage { found: tag.clone() }))
        };
        let mut languages: Vec<Language> = Vec::new();
        for language in options.languages.iter().map(known) {
            let language = language?;
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        Ok(languages)
    }

    /// What was told about the same occurrence so far.
    pub(super) fn folder(&self, options: &arguments::About) -> Result<Folder, Failure> {
        Folder::open(&options.folder.folder)
    }

    fn about(&self, options: &arguments::About) -> Result<About<'_>, Failure> {
        About::find(&self.timeline, &options.window, self.of, self.now)
            .ok_or_else(|| unknown(&self.timeline, &options.window))
    }
}

fn in_force(client: &Client) -> Result<(Schedule, Option<u64>), Failure> {
    let current = client.current()?;
    if current.revision == 0 {
        return Err(Failure::NothingPublished { host: client.address().host().to_owned() });
    }
    let revision = current.revision;
    let schedule = schedule::parse(&current.document, clock::now()).schedule;
    Ok((schedule.ok_or(Failure::Foreign { revision })?, Some(revision)))
}

fn instant(text: &str, schedule: &Schedule) -> Result<DateTime<Utc>, Failure> {
    let service = schedule.service();
    let zone: Zone = service.zone.parse().expect("a schedule that was read has a zone that exists");
    let clocks = when::Clocks { zone, label: &service.label };
    when::read(text, clocks, clock::now())
        .map(|instant| instant.to_utc())
        .map_err(|error| Failure::Instant { option: "--at", error })
}

/// The local start by the rule that is meant by a date or by itself.
fn occurrence(
    timeline: &Timeline,
    options: &arguments::About,
) -> Result<Option<NaiveDateTime>, Failure> {
    let Some(text) = &options.occurrence.of else { return Ok(None) };
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let starts = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"];
    let start = starts.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    let of = timeline
        .occurrences
        .iter()
        .filter(|occurrence| occurrence.window.as_str() == options.window)
        .filter_map(|occurrence| occurrence.of)
        .find(|of| Some(*of) == start || Some(of.date()) == date);
    if of.is_some() {
        return Ok(of);
    }
    let (window, found) = (options.window.clone(), text.clone());
    Err(NoticeError::UnknownOccurrence { window, found }.into())
}

fn unknown(timeline: &Timeline, found: &str) -> Failure {
    let mut known: Vec<String> = Vec::new();
    for occurrence in timeline.occurrences.iter() {
        let id = occurrence.window.as_str();
        if !known.iter().any(|known| known == id) {
            known.push(id.to_owned());
        }
    }
    NoticeError::UnknownWindow { found: found.to_owned(), known }.into()
}
