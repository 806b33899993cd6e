//! `intermission import`: windows from a Statuspage, or from a calendar.
//!
//! | file | what |
//! | --- | --- |
//! | `arguments` | the words of the command |
//! | `origin` | the source as text: a file, standard input, the answer of a host |
//! | `statuspage`, `calendar` | what it says, event by event |
//! | `event`, `why` | an event as far as it was understood; why one was not taken |
//! | `base`, `channels`, `id` | the schedule that it is imported into, and the names in it |
//! | `series` | an event that recurs, by the clocks of the service |
//! | `draft`, `window`, `probe` | the window that is made of an event, as text that the parser takes |
//! | `report`, `json` | what is said about it |
//! | `plain` | texts of others as plain text |
//! | `error` | why nothing can be imported |
//!
//! Every event of the source ends up in one of two lists, taken or not, and the schedule's parser has the
//! last word on every window: nothing is printed that `intermission check` would refuse.

mod arguments;
mod base;
mod calendar;
mod channels;
mod draft;
mod error;
mod event;
mod id;
mod json;
mod origin;
mod plain;
mod probe;
mod report;
mod series;
mod statuspage;
#[cfg(test)]
mod tests;
mod why;
mod window;

use chrono::{DateTime, Utc};

pub(crate) use arguments::Arguments;
use base::Base;
use calendar::{Calendars, Malformed, Reading};
use channels::Channels;
use draft::{Draft, Making};
pub(crate) use error::ImportError;
use event::{Event, Untaken};
use origin::Origin;
use statuspage::Statuspage;

use crate::{clock, failure::Failure, pull, said::Said, source::Source};

/// What was made of a source.
#[derive(Debug)]
struct Imported {
    source: String,
    /// What it is, in words.
    what: String,
    notes: Vec<String>,
    taken: Vec<Draft>,
    untaken: Vec<Untaken>,
    /// The windows alone where they are for a schedule that is there, or else a whole schedule.
    document: String,
    /// The file that they were appended to, or would have been.
    written: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Said, Failure> {
    let origin = Origin::read(&arguments.source)?;
    let into = arguments.into.as_deref().map(Source::read).transpose()?;
    let (mut imported, whole) = import(&origin, into, arguments, clock::now())?;
    if let Some(path) = arguments.into.as_ref().filter(|_| arguments.write) {
        if !imported.taken.is_empty() {
            pull::write(path, &whole)
                .map_err(|error| Failure::Unwritable { path: path.clone(), error })?;
        }
        imported.written = Some(path.display().to_string());
    }
    let said = match arguments.json {
        true => Said::json(&json::Document::new(&imported)),
        false => {
            let text = if arguments.write { String::new() } else { imported.document.clone() };
            Said { text, aside: report::words(&imported) }
        }
    };
    match imported.untaken.iter().all(|untaken| untaken.why.is_settled()) {
        true => Ok(said),
        false => Err(Failure::Untaken(said)),
    }
}

/// What is made of a source, and the whole schedule with it.
fn import(
    origin: &Origin,
    into: Option<Source>,
    arguments: &Arguments,
    now: DateTime<Utc>,
) -> Result<(Imported, String), Failure> {
    let found = Found::read(origin)?;
    let base = match into {
        Some(source) => Base::read(source, now)?,
        None => Base::new(arguments, found.name(), found.zone())?,
    };
    let mut channels = match &base {
        Base::There { schedule, .. } => Channels::of(schedule, arguments)?,
        Base::New { .. } => Channels::growing(arguments, &found.objects())?,
    };
    let reading = Reading { zone: base.zone(), length: arguments.length };
    let events = found.events(reading);
    let mut objects = found.objects();
    objects.extend(events.iter().flatten().flat_map(|event| event.objects.iter().cloned()));
    let unheard = channels.unheard(&objects);
    let notes = unheard.map(|object| format!("--channel: the source has no `{object}`")).collect();
    let making = Making { base: &base, past: arguments.past, now };
    let (drafts, mut untaken) = draft::drafts(events, &mut channels, making);
    let head = base.text(&origin.name, channels.known());
    let joined = draft::joined(&head, drafts, now).map_err(|(text, diagnostics)| {
        let name =
            arguments.into.as_ref().map_or("a new schedule".into(), |it| it.display().to_string());
        Failure::Mistakes { source: Source { name, text }, diagnostics }
    })?;
    untaken.extend(joined.untaken);
    let document = match &base {
        Base::There { .. } => joined.document[head.len()..].to_owned(),
        Base::New { .. } => joined.document.clone(),
    };
    let whole = match head.contains("\r\n") {
        true => joined.document.replace("\r\n", "\n").replace('\n', "\r\n"),
        false => joined.document,
    };
    let imported = Imported {
        source: origin.name.clone(),
        what: found.what(),
        notes,
        taken: joined.drafts,
        untaken,
        document,
        written: None,
    };
    Ok((imported, whole))
}

/// A source, by what it is, whatever it is called.
#[derive(Debug)]
enum Found {
    Statuspage(Statuspage),
    Calendars(Calendars),
}

impl Found {
    fn read(origin: &Origin) -> Result<Self, ImportError> {
        let name = || origin.name.clone();
        let text = origin.text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
        let begins = text.lines().next().unwrap_or_default().trim();
        if begins.eq_ignore_ascii_case("BEGIN:VCALENDAR") {
            return Calendars::read(text).map(Self::Calendars).map_err(
                |malformed| match malformed {
                    Malformed::Line(line) => ImportError::Calendar { name: name(), line },
                    Malformed::CutOff => ImportError::CutOff { name: name() },
                },
            );
        }
        if text.starts_with('{') && text.contains("\"scheduled_maintenances\"") {
            return Statuspage::read(text)
                .map(Self::Statuspage)
                .map_err(|error| ImportError::Json { name: name(), error });
        }
        let begins = begins.chars().take(60).collect();
        Err(ImportError::Neither { name: name(), begins })
    }

    fn what(&self) -> String {
        let s = |count: usize| if count == 1 { "" } else { "s" };
        match self {
            Self::Statuspage(page) => {
                format!("a Statuspage with {} maintenance{}", page.len(), s(page.len()))
            }
            Self::Calendars(calendars) => {
                format!("a calendar with {} event{}", calendars.len(), s(calendars.len()))
            }
        }
    }

    fn name(&self) -> Option<String> {
        match self {
            Self::Statuspage(page) => page.name().map(plain::line),
            Self::Calendars(calendars) => calendars.name(),
        }
    }

    fn zone(&self) -> Option<String> {
        match self {
            Self::Statuspage(page) => page.zone().map(ToOwned::to_owned),
            Self::Calendars(calendars) => calendars.zone(),
        }
    }

    fn objects(&self) -> Vec<String> {
        match self {
            Self::Statuspage(page) => page.objects(),
            Self::Calendars(_) => Vec::new(),
        }
    }

    fn events(&self, reading: Reading) -> Vec<Result<Event, Untaken>> {
        match self {
            Self::Statuspage(page) => page.events(reading.length),
            Self::Calendars(calendars) => calendars.events(reading),
        }
    }
}
