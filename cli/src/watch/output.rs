//! Where it goes: a terminal, a pipe, a program.

use std::io::{self, IsTerminal, Write};

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{
    change::changes,
    lines::lines,
    screen::{Screen, Size, plain},
    seen::{Channel, Seen, Window},
};
use crate::{keeper::KeeperError, said};

/// Where it goes.
#[derive(Debug)]
pub(super) struct Output {
    form: Form,
    /// Whether the edge did not answer when it was asked last.
    lost: bool,
}

#[derive(Debug)]
enum Form {
    /// Changes stay, and below them stands what is seen now.
    Terminal { screen: Screen, styled: bool },
    /// A line for each change.
    Lines,
    /// A document for each change, a line each.
    Json,
}

/// What was seen now, what before, and what the keeper says to a new revision.
#[derive(Clone, Copy, Debug)]
pub(super) struct Update<'a> {
    pub(super) before: Option<&'a Seen>,
    pub(super) seen: &'a Seen,
    pub(super) said: &'a [String],
}

#[derive(Serialize)]
struct Document<'a> {
    at: DateTime<Utc>,
    /// By which the edge decides; 0 is the timeline that was deployed.
    revision: Option<u64>,
    age: Option<u64>,
    channels: &'a [Channel],
    windows: &'a [Window],
    changes: &'a [String],
    /// Of a new revision, in the keeper's words.
    said: &'a [String],
}

#[derive(Serialize)]
struct Lost<'a> {
    at: DateTime<Utc>,
    error: Error<'a>,
}

#[derive(Serialize)]
struct Error<'a> {
    kind: &'a str,
    message: String,
}

impl Output {
    pub(super) fn new(json: bool) -> Self {
        let stdout = io::stdout();
        let form = match json {
            true => Form::Json,
            false if stdout.is_terminal() => {
                let styled = said::may_be_styled(&stdout);
                Form::Terminal { screen: Screen::default(), styled }
            }
            false => Form::Lines,
        };
        Self { form, lost: false }
    }

    /// # Errors
    ///
    /// Nobody listens any more.
    pub(super) fn update(&mut self, update: &Update<'_>) -> io::Result<()> {
        let Update { before, seen, said } = *update;
        let changes = changes(before, seen);
        let returned = std::mem::take(&mut self.lost);
        match &mut self.form {
            Form::Terminal { screen, styled } => {
                // What is there at the beginning stands in the lines.
                let above = if before.is_some() { dated(seen, &changes, said) } else { Vec::new() };
                write(&screen.draw(&above, &lines(seen), Size::find(), *styled))
            }
            Form::Lines => {
                let mut told = dated(seen, &changes, said);
                if returned {
                    told.insert(0, format!("{} the edge answers again", stamp(seen)));
                }
                write(&told.iter().map(|line| plain(line) + "\n").collect::<String>())
            }
            Form::Json if changes.is_empty() && !returned => Ok(()),
            Form::Json => write_json(&Document {
                at: seen.now,
                revision: seen.revision(),
                age: seen.health.age,
                channels: &seen.timeline.channels,
                windows: &seen.timeline.windows,
                changes: &changes,
                said,
            }),
        }
    }

    /// The edge does not answer: said each time on a terminal, and else once.
    ///
    /// # Errors
    ///
    /// Nobody listens any more.
    pub(super) fn lost(&mut self, error: &KeeperError, now: DateTime<Utc>) -> io::Result<()> {
        let known = std::mem::replace(&mut self.lost, true);
        match &mut self.form {
            Form::Terminal { screen, .. } => {
                let line = format!("{} {error}", now.format("%H:%M:%SZ"));
                write(&screen.draw(&[line], &[], Size::find(), false))
            }
            Form::Lines | Form::Json if known => Ok(()),
            Form::Lines => {
                let line = format!("{} {error}", now.format("%Y-%m-%dT%H:%M:%SZ"));
                write(&(plain(&line) + "\n"))
            }
            Form::Json => {
                let error = Error { kind: error.kind(), message: error.to_string() };
                write_json(&Lost { at: now, error })
            }
        }
    }
}

/// Each change with the instant at which it was seen, and what the keeper says behind that of the
/// revision.
fn dated(seen: &Seen, changes: &[String], said: &[String]) -> Vec<String> {
    let stamp = stamp(seen);
    let mut lines: Vec<String> = changes.iter().map(|change| format!("{stamp} {change}")).collect();
    let place = lines.len().min(1);
    lines.splice(place..place, said.iter().map(|said| format!("{stamp} {said}")));
    lines
}

fn stamp(seen: &Seen) -> String {
    let service = &seen.timeline.service;
    service.at(seen.now).format("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn write_json(document: &impl Serialize) -> io::Result<()> {
    let text = serde_json::to_string(document)
        .expect("documents have only string keys and no type whose serialisation can fail");
    write(&(text + "\n"))
}

fn write(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()
}
