//! One who guards a channel on this machine.

use std::{cell::RefCell, collections::HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    arguments::{Hooks, Options},
    decision::{Decision, Hold},
    error::{GateError, Unknown},
    hooks,
    kept::Kept,
    line::line,
    plan::Plan,
    source::{Known, Source},
    state::State,
};
use crate::{clock, keeper, page, said};

/// One who guards a channel on this machine.
#[derive(Debug)]
pub(super) struct Guard {
    pub(super) state: State,
    pub(super) channel: String,
    source: Source,
    lead: TimeDelta,
    fail_open: bool,
    quiet: bool,
    /// One who waits for hours says a thing once.
    noted: RefCell<HashSet<String>>,
}

/// What is known of a channel at an instant.
#[derive(Debug)]
pub(super) struct Situation {
    pub(super) kept: Kept,
    /// The channel's place in the plan.
    pub(super) place: usize,
    pub(super) lead: TimeDelta,
    pub(super) now: DateTime<Utc>,
    pub(super) notes: Vec<String>,
    pub(super) warning: Option<String>,
}

/// Whether a batch may start, as it was answered.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Answer {
    pub(super) is_open: bool,
    /// In words.
    pub(super) line: String,
}

impl Guard {
    pub(super) fn new(options: &Options) -> Result<Self, GateError> {
        let client =
            keeper::connect_tokenless(&options.connection).map_err(GateError::Connection)?;
        if let Some(now) = clock::set() {
            said::print("", &format!("the clock is set to {now} by INTERMISSION_CLOCK\n"));
        }
        Ok(Self {
            state: State::open(&options.state)?,
            channel: options.channel.clone(),
            source: Source::new(client, options.max_age),
            lead: options.lead.map_or(TimeDelta::zero(), schedule::Length::to_delta),
            fail_open: options.fail_open,
            quiet: options.quiet,
            noted: RefCell::default(),
        })
    }

    /// What is known, after the edge was asked if that is due.
    pub(super) fn look(&self) -> Result<Situation, GateError> {
        self.situation(self.source.refreshed(&self.state)?)
    }

    /// What the copy says now.
    pub(super) fn look_again(&self) -> Result<Situation, GateError> {
        let kept = self.source.copy(&self.state);
        let kept = kept.map_err(|why| Unknown::new(why, None))?;
        self.situation(Known { kept, notes: Vec::new(), warning: None })
    }

    /// Whether a batch may start. What goes with it is said, and `hooks` are run when that has changed.
    pub(super) fn ask(&self, hooks: &Hooks) -> Result<Answer, GateError> {
        self.answer(self.look().inspect(|situation| {
            situation.notes.iter().for_each(|note| self.say_once(note));
            situation.warning.iter().for_each(|warning| self.warn_once(warning));
            let failed =
                hooks::follow(hooks, &self.state, &self.channel, || self.look_again().ok());
            failed.iter().for_each(|failure| self.warn_once(failure));
        }))
    }

    /// The same at once, by the copy: for those who have waited since.
    pub(super) fn ask_again(&self) -> Result<Answer, GateError> {
        self.answer(self.look_again())
    }

    /// Says something on standard error, unless only what went wrong is to be said.
    pub(super) fn say(&self, sentence: &str) {
        if !self.quiet {
            warn(sentence);
        }
    }

    fn say_once(&self, sentence: &str) {
        if !self.quiet {
            self.warn_once(sentence);
        }
    }

    fn warn_once(&self, sentence: &str) {
        if self.noted.borrow_mut().insert(sentence.to_owned()) {
            warn(sentence);
        }
    }

    fn answer(&self, looked: Result<Situation, GateError>) -> Result<Answer, GateError> {
        match looked {
            Ok(situation) => Ok(situation.answer()),
            Err(GateError::Unknown(unknown)) if self.fail_open => {
                self.warn_once(&format!("warning: {unknown}"));
                let line = format!("open: `{}`, as --fail-open says", self.channel);
                Ok(Answer { is_open: true, line })
            }
            Err(error) => Err(error),
        }
    }

    fn situation(&self, known: Known) -> Result<Situation, GateError> {
        let Known { kept, notes, warning } = known;
        let place = kept.plan.place(&self.channel).ok_or_else(|| GateError::Channel {
            found: self.channel.clone(),
            service: kept.plan.name.clone(),
            known: kept.plan.channels.iter().map(|channel| channel.id.clone()).collect(),
        })?;
        Ok(Situation { kept, place, lead: self.lead, now: clock::now(), notes, warning })
    }
}

impl Situation {
    pub(super) fn plan(&self) -> &Plan {
        &self.kept.plan
    }

    pub(super) fn decision(&self) -> Decision<'_> {
        self.plan().decide(self.place, self.lead, self.now)
    }

    pub(super) fn hold(&self) -> Option<Hold<'_>> {
        match self.decision() {
            Decision::Held(hold) => Some(hold),
            Decision::Open(_) => None,
        }
    }

    pub(super) fn answer(&self) -> Answer {
        let decision = self.decision();
        Answer {
            is_open: matches!(decision, Decision::Open(_)),
            line: line(self.plan(), self.place, self.lead, decision),
        }
    }
}

/// Says something on standard error.
fn warn(sentence: &str) {
    said::print("", &format!("{}\n", page::plain(sentence)));
}
