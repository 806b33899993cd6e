//! What a schedule says, as a document for programs.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};
use schedule::{
    Diagnostic, Disposition, Finished, Instance, Overrun, Reason, Schedule, Severity, Translations,
    When, Window, WindowTexts, Zone, speech::Speech,
};
use serde::Serialize;

use super::year;
use crate::source::Source;

/// A good schedule; `docs/explain.md` describes the fields.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    schedule: &'a str,
    zones: &'static str,
    service: Service<'a>,
    channels: Vec<Channel<'a>>,
    windows: Vec<Described<'a>>,
    diagnostics: Vec<Diagnosed<'a>>,
}

/// A service by its name and its clocks.
#[derive(Serialize)]
pub(crate) struct Service<'a> {
    name: &'a str,
    zone: &'a str,
    label: &'a str,
}

#[derive(Serialize)]
struct Channel<'a> {
    id: &'a str,
    name: &'a str,
    disposition: Disposition,
}

#[derive(Serialize)]
struct Described<'a> {
    id: &'a str,
    channels: Vec<&'a str>,
    reason: Reason,
    overrun: Overrun,
    #[serde(skip_serializing_if = "Option::is_none")]
    hold_limit: Option<String>,
    cancelled: bool,
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Translations::is_empty")]
    translations: &'a Translations<WindowTexts>,
    /// Of a window that comes once.
    starts: Option<DateTime<FixedOffset>>,
    ends: Option<DateTime<FixedOffset>>,
    #[serde(skip_serializing_if = "Early::is_empty")]
    finished: Early<'a>,
    /// Of one that recurs.
    repeats: Option<String>,
    decisions: Vec<String>,
    /// Of one that recurs, in the year that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    occurrences: Option<Vec<Occurrence<'a>>>,
}

/// Channels that were finished early, and when.
type Early<'a> = BTreeMap<&'a str, DateTime<FixedOffset>>;

#[derive(Serialize)]
struct Occurrence<'a> {
    of: NaiveDateTime,
    starts: DateTime<FixedOffset>,
    ends: DateTime<FixedOffset>,
    #[serde(skip_serializing_if = "Early::is_empty")]
    finished: Early<'a>,
    cancelled: bool,
    changed: bool,
    decisions: Vec<String>,
}

/// One thing that is wrong with a schedule, and where.
#[derive(Serialize)]
pub(crate) struct Diagnosed<'a> {
    severity: &'static str,
    message: String,
    help: Option<String>,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> Document<'a> {
    /// `year` is the beginning of the year whose occurrences are listed, if they are.
    pub(super) fn new(
        source: &'a Source,
        schedule: &'a Schedule,
        warnings: &[Diagnostic],
        now: DateTime<Utc>,
        year: Option<DateTime<Utc>>,
    ) -> Self {
        let channels = schedule.channels().iter();
        let windows = schedule.windows().iter();
        Self {
            schedule: &source.name,
            zones: Zone::RELEASE,
            service: Service::of(schedule.service()),
            channels: channels
                .map(|channel| Channel {
                    id: channel.id.as_str(),
                    name: &channel.name,
                    disposition: channel.disposition,
                })
                .collect(),
            windows: windows.map(|window| Described::new(window, schedule, now, year)).collect(),
            diagnostics: Diagnosed::all(warnings, source),
        }
    }
}

impl<'a> Service<'a> {
    pub(crate) fn of(service: &'a schedule::Service) -> Self {
        Self { name: &service.name, zone: &service.zone, label: &service.label }
    }
}

impl<'a> Described<'a> {
    fn new(
        window: &'a Window,
        schedule: &'a Schedule,
        now: DateTime<Utc>,
        year: Option<DateTime<Utc>>,
    ) -> Self {
        let speech = Speech::of(schedule.service());
        let (mut starts, mut ends, mut repeats) = (None, None, None);
        let mut finished = Early::new();
        let mut instances: Vec<Instance> = Vec::new();
        match &window.when {
            When::Once { start, end, finished: early, .. } => {
                (starts, ends) = (Some(*start), *end);
                finished = self::early(early, schedule);
            }
            When::Repeating(series) => {
                repeats = series.rule().map(ToString::to_string);
                instances = year::instances(series, now).collect();
            }
        }
        let ids = window.channels.iter().map(|&place| schedule.channels()[place].id.as_str());
        Self {
            id: window.id.as_str(),
            channels: ids.collect(),
            reason: window.reason,
            overrun: window.overrun,
            hold_limit: window.hold_limit.map(|limit| limit.to_string()),
            cancelled: window.cancelled,
            summary: window.summary.as_deref(),
            translations: &window.translations,
            starts,
            ends,
            finished,
            repeats,
            decisions: instances.iter().flat_map(|instance| decisions(instance, speech)).collect(),
            occurrences: year.filter(|_| starts.is_none()).map(|_| {
                instances.iter().map(|instance| Occurrence::new(instance, schedule)).collect()
            }),
        }
    }
}

impl<'a> Occurrence<'a> {
    fn new(instance: &Instance, schedule: &'a Schedule) -> Self {
        let speech = Speech::of(schedule.service());
        Self {
            of: instance.of,
            starts: instance.start,
            ends: instance.end,
            finished: early(&instance.finished, schedule),
            cancelled: instance.cancelled,
            changed: instance.changed,
            decisions: decisions(instance, speech),
        }
    }
}

fn early<'a>(finished: &Finished, schedule: &'a Schedule) -> Early<'a> {
    let id = |place: usize| schedule.channels()[place].id.as_str();
    finished.iter().map(|(place, at)| (id(*place), *at)).collect()
}

fn decisions(instance: &Instance, speech: Speech<'_>) -> Vec<String> {
    instance.decisions.iter().map(|decided| speech.decided(decided)).collect()
}

impl<'a> Diagnosed<'a> {
    pub(crate) fn all(diagnostics: &[Diagnostic], source: &'a Source) -> Vec<Self> {
        diagnostics.iter().map(|diagnostic| Self::new(diagnostic, source)).collect()
    }

    /// What the keeper found about a document, which is a file here or only text.
    pub(crate) fn found(findings: &[admin::Finding], source: Option<&'a Source>) -> Vec<Self> {
        let found = |finding: &admin::Finding| Self {
            severity: match finding.severity {
                admin::Severity::Error => "error",
                admin::Severity::Warning => "warning",
            },
            message: finding.message.clone(),
            help: finding.help.clone(),
            file: source.map_or("schedule", |source| &source.name),
            line: finding.line,
            column: finding.column,
            end_line: finding.line,
            end_column: finding.column,
        };
        findings.iter().map(found).collect()
    }

    fn new(diagnostic: &Diagnostic, source: &'a Source) -> Self {
        let (line, column) = diagnostic.place(&source.text);
        let (end_line, end_column) = diagnostic.end_place(&source.text);
        Self {
            severity: match diagnostic.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            message: diagnostic.to_string(),
            help: diagnostic.problem.help(),
            file: &source.name,
            line,
            column,
            end_line,
            end_column,
        }
    }
}
