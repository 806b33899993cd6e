//! What the keeper is asked for.

use admin::{NewWindow, Outcome, StepRequest, Window};
use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};
use schedule::Length;

use super::{
    WindowError,
    arguments::{Add, Cancel, Finish, Hold, Move, Overrun, Plain, Reason, Reschedule, Which},
    candidate,
    repeated::ReadTime,
    situation::Situation,
};
use crate::{
    failure::Failure,
    keeper::{Client, KeeperError, Write},
};

/// What the keeper is asked for, and what of it was read or guessed.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub(super) body: Body,
    pub(super) read: Vec<ReadTime>,
    /// The window that was taken because none was named.
    pub(super) taken: Option<String>,
}

#[derive(Clone, Debug)]
pub(super) enum Body {
    Add(NewWindow),
    Step { window: String, verb: &'static str, step: StepRequest },
}

impl Request {
    pub(super) fn send(&self, client: &Client, write: &Write) -> Result<Outcome, KeeperError> {
        match &self.body {
            Body::Add(window) => client.add_window(window, write),
            Body::Step { window, verb, step } => client.step(window, verb, step, write),
        }
    }

    /// Whether a window as the keeper tells it is the occurrence that this is about.
    pub(super) fn is_about(&self, window: &Window) -> bool {
        match (&self.body, &window.of) {
            (Body::Step { step: StepRequest { of: Some(of), .. }, .. }, Some(told)) => {
                told.starts_with(of.as_str())
            }
            _ => true,
        }
    }

    pub(super) fn add(options: &Add, situation: &Situation) -> Result<Self, Failure> {
        let mut read = Vec::new();
        let start = point(&mut read, situation, "--start", &options.start, situation.now)?;
        let after = start.instant.to_utc();
        let ending = ending(&mut read, situation, options.end.as_deref(), after)?;
        if options.hold_limit.is_some() && matches!(options.overrun, Overrun::Reopen) {
            return Err(Failure::Window(WindowError::HoldLimitAlone));
        }
        let body = Body::Add(NewWindow {
            id: options.id.clone(),
            channels: situation.channels(&options.channels)?,
            start: start.sent,
            end: ending,
            length: options.length.map(|length| length.to_string()),
            reason: Some(match options.reason {
                Reason::Planned => "planned".to_owned(),
                Reason::Emergency => "emergency".to_owned(),
            }),
            summary: options.summary.clone(),
            announce: announcement(&mut read, situation, &options.announce)?,
            overrun: Some(match options.overrun {
                Overrun::Reopen => "reopen".to_owned(),
                Overrun::Hold => "hold".to_owned(),
            }),
            hold_limit: options.hold_limit.map(|limit| limit.to_string()),
            why: options.how.why.clone(),
        });
        Ok(Self { body, read, taken: None })
    }

    pub(super) fn plain(
        options: &Plain,
        verb: &'static str,
        situation: &Situation,
    ) -> Result<Self, Failure> {
        Self::step(
            &options.which,
            verb,
            situation,
            StepRequest { why: options.how.why.clone(), ..StepRequest::default() },
        )
    }

    pub(super) fn moved(
        options: &Move,
        verb: &'static str,
        situation: &Situation,
    ) -> Result<Self, Failure> {
        let (window, _) = which(&options.which, verb, situation)?;
        let after = situation.after(&window, options.which.occurrence.of.as_deref());
        let mut read = Vec::new();
        let until = match &options.until {
            Some(text) => Some(sent(point(&mut read, situation, "--until", text, after)?.instant)),
            None => None,
        };
        let step = StepRequest {
            by: options.by.map(|by| by.to_string()),
            until,
            why: options.how.why.clone(),
            ..StepRequest::default()
        };
        Ok(Self { read, ..Self::step(&options.which, verb, situation, step)? })
    }

    pub(super) fn reschedule(options: &Reschedule, situation: &Situation) -> Result<Self, Failure> {
        let mut read = Vec::new();
        let start = point(&mut read, situation, "--start", &options.start, situation.now)?;
        let after = start.instant.to_utc();
        let step = StepRequest {
            end: ending(&mut read, situation, options.end.as_deref(), after)?,
            start: Some(sent(start.instant)),
            length: options.length.map(|length| length.to_string()),
            why: options.how.why.clone(),
            ..StepRequest::default()
        };
        Ok(Self { read, ..Self::step(&options.which, "reschedule", situation, step)? })
    }

    pub(super) fn finish(options: &Finish, situation: &Situation) -> Result<Self, Failure> {
        let channels = situation.channels(&options.channels)?;
        Self::step(
            &options.which,
            "finish",
            situation,
            StepRequest {
                channels: (!channels.is_empty()).then_some(channels),
                why: options.how.why.clone(),
                ..StepRequest::default()
            },
        )
    }

    pub(super) fn hold(options: &Hold, situation: &Situation) -> Result<Self, Failure> {
        Self::step(
            &options.which,
            "hold",
            situation,
            StepRequest {
                limit: Some(options.limit.to_string()),
                why: options.how.why.clone(),
                ..StepRequest::default()
            },
        )
    }

    pub(super) fn cancel(options: &Cancel, situation: &Situation) -> Result<Self, Failure> {
        let (window, _) = which(&options.which, "cancel", situation)?;
        if situation.recurs(&window) && options.which.occurrence.of.is_none() && !options.all {
            let next = situation.window(&window).and_then(|window| window.of.clone());
            return Err(Failure::Window(WindowError::WhichOccurrence { window, next }));
        }
        let request = Self::step(
            &options.which,
            "cancel",
            situation,
            StepRequest { why: options.how.why.clone(), ..StepRequest::default() },
        )?;
        Ok(if options.all { request.of_all() } else { request })
    }

    /// About the window and not about one of its occurrences.
    fn of_all(mut self) -> Self {
        if let Body::Step { step, .. } = &mut self.body {
            step.of = None;
        }
        self
    }

    fn step(
        asked: &Which,
        verb: &'static str,
        situation: &Situation,
        step: StepRequest,
    ) -> Result<Self, Failure> {
        let (window, taken) = which(asked, verb, situation)?;
        // The occurrence by its name: until the change is agreed to, the one that is open may end,
        // and the next would be taken.
        let of = asked.occurrence.of.clone().or_else(|| situation.window(&window)?.of.clone());
        let step = StepRequest { of, ..step };
        Ok(Self {
            taken: taken.then(|| window.clone()),
            body: Body::Step { window, verb, step },
            read: Vec::new(),
        })
    }
}

/// The window's id, and whether it was taken because none was named.
fn which(asked: &Which, verb: &str, situation: &Situation) -> Result<(String, bool), Failure> {
    match &asked.window {
        Some(id) => Ok((id.clone(), false)),
        None => {
            let only = candidate::only(&situation.windows, Some(verb)).map_err(Failure::Window)?;
            Ok((only.id.clone(), true))
        }
    }
}

/// A time as it is sent.
struct Point {
    instant: DateTime<FixedOffset>,
    sent: String,
}

/// `now` stays now: the keeper's, when it is done.
fn point(
    read: &mut Vec<ReadTime>,
    situation: &Situation,
    option: &'static str,
    text: &str,
    after: DateTime<Utc>,
) -> Result<Point, Failure> {
    let instant = situation.read(option, text, after)?;
    let is_now = text.trim().eq_ignore_ascii_case("now");
    if !is_now {
        read.push(ReadTime { written: text.trim().to_owned(), instant });
    }
    Ok(Point { instant, sent: if is_now { "now".to_owned() } else { sent(instant) } })
}

fn ending(
    read: &mut Vec<ReadTime>,
    situation: &Situation,
    end: Option<&str>,
    after: DateTime<Utc>,
) -> Result<Option<String>, Failure> {
    match end {
        None => Ok(None),
        Some(text) if text.trim().eq_ignore_ascii_case("unknown") => Ok(Some("unknown".to_owned())),
        Some(text) => {
            let instant = situation.read("--end", text, after)?;
            read.push(ReadTime { written: text.trim().to_owned(), instant });
            Ok(Some(sent(instant)))
        }
    }
}

/// A length before the start, a time, or `now`.
fn announcement(
    read: &mut Vec<ReadTime>,
    situation: &Situation,
    text: &str,
) -> Result<Option<String>, Failure> {
    if text.trim().eq_ignore_ascii_case("now") {
        return Ok(None);
    }
    if let Ok(length) = text.trim().parse::<Length>() {
        return Ok(Some(length.to_string()));
    }
    Ok(Some(point(read, situation, "--announce", text, situation.now)?.sent))
}

fn sent(instant: DateTime<FixedOffset>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, false)
}
