//! Where the gate knows from: the copy, and the edge behind it.

use std::{cell::Cell, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use schedule::Length;

use super::{
    error::{Trouble, Unknown, Why},
    kept::{Copied, Kept},
    state::State,
};
use crate::{
    clock::{self, Stopwatch},
    keeper::{Client, Published},
    told::Told,
};

/// A younger copy is taken as it is: who runs a batch each minute asks the edge each time.
const FRESH: TimeDelta = TimeDelta::seconds(30);

/// One who waits does not ask an edge that cannot be reached more often than that.
const PAUSE: Duration = Duration::from_secs(30);

/// How far two clocks may be apart. The `Date` of an answer is cut to seconds and some seconds old; a
/// machine that is kept by NTP is never off by so much.
const APART: TimeDelta = TimeDelta::minutes(1);

/// Where the gate of one service knows from.
#[derive(Debug)]
pub(super) struct Source {
    client: Client,
    max_age: Length,
    asked: Cell<Option<Stopwatch>>,
}

/// What is known, and what is to be said about that.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) kept: Kept,
    /// Sentences that do not change the decision.
    pub(super) notes: Vec<String>,
    /// Why it could not be kept for later.
    pub(super) warning: Option<String>,
}

impl Source {
    pub(super) fn new(client: Client, max_age: Length) -> Self {
        Self { client, max_age, asked: Cell::default() }
    }

    /// What the copy says, after the edge was asked whether it still is right, if that is due.
    pub(super) fn refreshed(&self, state: &State) -> Result<Known, Box<Unknown>> {
        let path = state.copy();
        let here = Kept::read(&path);
        let usable = here.as_ref().ok().and_then(Option::as_ref);
        let usable = usable.filter(|kept| self.is_ours(kept));
        let (mut notes, mut trouble) = (Vec::new(), None);
        if usable.is_none_or(|kept| is_due(kept, clock::now())) && self.may_ask() {
            match self.ask(usable) {
                Ok(kept) => {
                    if let Err(damage) = &here {
                        notes
                            .push(format!("the copy {} {damage}; it was replaced", path.display()));
                    }
                    let warning = keep(&kept, state).err();
                    return Ok(Known { kept, notes, warning });
                }
                Err(Asked::Clocks(why)) => return Err(Unknown::new(why, None)),
                Err(Asked::Trouble(why)) => trouble = Some(why),
            }
        }
        if let Some(trouble) = &trouble {
            notes.push(format!("the edge could not be asked, so the copy decides: {trouble}"));
        }
        match self.copy(state) {
            Ok(kept) => Ok(Known { kept, notes, warning: None }),
            Err(why) => Err(Unknown::new(why, trouble)),
        }
    }

    /// What the copy says, if it may be believed.
    pub(super) fn copy(&self, state: &State) -> Result<Kept, Why> {
        let (path, now) = (state.copy(), clock::now());
        let kept = match Kept::read(&path) {
            Ok(Some(kept)) if self.is_ours(&kept) => kept,
            Ok(Some(kept)) => return Err(Why::OfAnother { path, from: kept.copy.from }),
            Ok(None) => return Err(Why::NoCopy { path }),
            Err(damage) => return Err(Why::Damaged { path, damage }),
        };
        let (told, confirmed) = (&kept.plan.told, kept.copy.confirmed);
        let age = now - confirmed;
        if age > self.max_age.to_delta() {
            let length = |length| told.speech().length(length);
            let (age, most) = (length(age), length(self.max_age.to_delta()));
            return Err(Why::TooOld { age, most, confirmed: moment(told, confirmed) });
        }
        if age < -APART {
            let (confirmed, now) = (moment(told, confirmed), moment(told, now));
            return Err(Why::Ahead { confirmed, now });
        }
        Ok(kept)
    }

    fn is_ours(&self, kept: &Kept) -> bool {
        kept.copy.from == self.client.address().to_string()
    }

    fn may_ask(&self) -> bool {
        let may = self.asked.get().is_none_or(|asked| asked.elapsed() >= PAUSE);
        if may {
            self.asked.set(Some(Stopwatch::start()));
        }
        may
    }

    fn ask(&self, known: Option<&Kept>) -> Result<Kept, Asked> {
        // Before it was asked: what it says may have changed while the answer was on its way.
        let now = clock::now();
        let tag = known.and_then(|kept| kept.copy.tag.as_deref());
        let published = self.client.timeline_unless(tag);
        let published = published.map_err(|error| Asked::Trouble(Trouble::Asking(error)))?;
        let Published { text, tag, date } = published;
        if let Some(theirs) = date.filter(|theirs| (clock::now() - *theirs).abs() > APART) {
            let told = known.map_or_else(Told::in_utc, |kept| kept.plan.told.clone());
            let (ours, theirs) = (moment(&told, clock::now()), moment(&told, theirs));
            return Err(Asked::Clocks(Why::Clocks { ours, theirs }));
        }
        let host = || self.client.address().host().to_owned();
        let copy = match (text, known) {
            (Some(document), _) => {
                let from = self.client.address().to_string();
                Copied { from, confirmed: now, tag, document }
            }
            (None, Some(known)) => known.copy.clone(),
            // It was not asked for by a tag, so 304 is no answer; there is nothing to be read.
            (None, None) => {
                let from = self.client.address().to_string();
                Copied { from, confirmed: now, tag, document: String::new() }
            }
        };
        let kept = Kept::new(copy)
            .map_err(|error| Asked::Trouble(Trouble::Unreadable { host: host(), error }))?;
        let (found, known) = (kept.plan.revision, known.map_or(0, |known| known.plan.revision));
        if found < known {
            return Err(Asked::Trouble(Trouble::Behind { host: host(), found, known }));
        }
        Ok(kept.confirmed(now))
    }
}

/// Why asking came to nothing.
enum Asked {
    Clocks(Why),
    Trouble(Trouble),
}

/// Old enough to be asked about, from a time that has not come, or bound to say something else by now.
fn is_due(kept: &Kept, now: DateTime<Utc>) -> bool {
    let confirmed = kept.copy.confirmed;
    let changed = kept.plan.next.is_some_and(|next| confirmed < next && next <= now);
    !(TimeDelta::zero()..FRESH).contains(&(now - confirmed)) || changed
}

/// Keeps it, unless somebody else has kept a newer revision meanwhile; or a sentence about why it was
/// not kept.
fn keep(kept: &Kept, state: &State) -> Result<(), String> {
    let unkept = |error: &dyn std::fmt::Display| {
        format!("warning: the copy could not be written, so it gets old: {error}")
    };
    let lock = state.lockable("copy.lock").map_err(|error| unkept(&error))?;
    lock.lock().map_err(|error| unkept(&error))?;
    let newer = Kept::read(&state.copy()).ok().flatten().is_some_and(|here| {
        here.copy.from == kept.copy.from && here.plan.revision > kept.plan.revision
    });
    if newer {
        return Ok(());
    }
    kept.write(&state.copy()).map_err(|error| unkept(&error))
}

fn moment(told: &Told, instant: DateTime<Utc>) -> String {
    told.speech().moment(told.tell(instant.fixed_offset()))
}
