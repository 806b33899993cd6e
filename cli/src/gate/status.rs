//! `intermission gate status`.

use chrono::{DateTime, SecondsFormat, Utc};
use schedule::{Occurrence, Phase};
use serde::Serialize;

use super::{
    arguments::Status,
    decision::Decision,
    error::GateError,
    guard::{Guard, Situation},
    locks::{Batch, Locks},
};
use crate::{countdown, said::Said};

#[derive(Serialize)]
struct Document<'a> {
    channel: &'a str,
    service: &'a str,
    /// `open` or `held`.
    state: &'static str,
    line: &'a str,
    hold: Option<Held<'a>>,
    /// What will hold next.
    next: Option<Window<'a>>,
    /// Seconds.
    lead: i64,
    copy: Copy<'a>,
    /// Whether somebody keeps batches out.
    drained: bool,
    batches: &'a [Batch],
    /// What does not change the decision.
    notes: Vec<&'a str>,
}

#[derive(Serialize)]
struct Held<'a> {
    phase: Phase,
    #[serde(flatten)]
    window: Window<'a>,
    resumes: Option<String>,
}

#[derive(Serialize)]
struct Window<'a> {
    window: &'a str,
    start: String,
    end: Option<String>,
}

#[derive(Serialize)]
struct Copy<'a> {
    revision: u64,
    from: &'a str,
    confirmed: String,
    /// Seconds.
    age: i64,
}

/// All that is known. It is no question, so its exit code is no answer: 0 for held, too.
pub(super) fn run(options: &Status) -> Result<Said, GateError> {
    let guard = Guard::new(&options.options)?;
    let situation = guard.look()?;
    let locks = Locks::new(&guard.state, &guard.channel);
    let (drained, batches) = (locks.is_drained()?, locks.batches());
    let line = situation.answer().line;
    if options.json {
        return Ok(Said::json(&document(&situation, &line, drained, &batches)));
    }
    let aside = situation.notes.iter().chain(&situation.warning);
    let aside = aside.map(|note| format!("{note}\n")).collect();
    Ok(Said { text: text(&situation, &line, drained, &batches), aside })
}

fn document<'a>(
    situation: &'a Situation,
    line: &'a str,
    drained: bool,
    batches: &'a [Batch],
) -> Document<'a> {
    let (plan, copy) = (situation.plan(), &situation.kept.copy);
    let (state, hold, next) = match situation.decision() {
        Decision::Held(hold) => {
            let held = Held {
                phase: hold.phase,
                window: window(hold.occurrence),
                resumes: hold.resumes.map(|resumes| utc(resumes.to_utc())),
            };
            ("held", Some(held), None)
        }
        Decision::Open(next) => ("open", None, next.map(window)),
    };
    Document {
        channel: &plan.channels[situation.place].id,
        service: &plan.name,
        state,
        line,
        hold,
        next,
        lead: situation.lead.num_seconds(),
        copy: Copy {
            revision: plan.revision,
            from: &copy.from,
            confirmed: utc(copy.confirmed),
            age: (situation.now - copy.confirmed).num_seconds().max(0),
        },
        drained,
        batches,
        notes: situation.notes.iter().chain(&situation.warning).map(String::as_str).collect(),
    }
}

fn text(situation: &Situation, line: &str, drained: bool, batches: &[Batch]) -> String {
    let (plan, copy) = (situation.plan(), &situation.kept.copy);
    let moment = |at: DateTime<Utc>| plan.told.speech().moment(plan.told.tell(at.fixed_offset()));
    let revision = match plan.revision {
        0 => "the schedule that was deployed".to_owned(),
        number => format!("revision {number}"),
    };
    let mut text = format!(
        "{line}\n  copy     {revision}, confirmed {} ({} ago) by {}\n",
        moment(copy.confirmed),
        countdown::about(situation.now - copy.confirmed),
        copy.from,
    );
    if drained {
        text += "  drain    somebody keeps batches out\n";
    }
    for Batch { process, command, since } in batches {
        text += &format!("  running  process {process}, {command}, since {}\n", moment(*since));
    }
    text
}

fn window(occurrence: &Occurrence) -> Window<'_> {
    Window {
        window: occurrence.window.as_str(),
        start: utc(occurrence.start.to_utc()),
        end: occurrence.end.map(|end| utc(end.to_utc())),
    }
}

fn utc(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}
