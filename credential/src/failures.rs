//! Who has failed too often.

use std::collections::{BTreeMap, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};

use crate::Client;

/// The failures of the last minute, by client.
///
/// A client may fail [`MOST`](Self::MOST) times in any minute. Beyond that it has to wait until the
/// first of these is a minute ago. At most [`CLIENTS`](Self::CLIENTS) are remembered; who failed
/// the longest ago is forgotten first.
#[derive(Debug, Default)]
pub struct Failures {
    /// In the order of time, at most `MOST` each, never none.
    recent: BTreeMap<Client, VecDeque<DateTime<Utc>>>,
}

const MINUTE: TimeDelta = TimeDelta::minutes(1);

impl Failures {
    /// Failures in a minute that are not too many.
    pub const MOST: usize = 10;
    /// Clients that are remembered.
    pub const CLIENTS: usize = 4096;

    /// How many whole seconds, from 1 to 60, a client has to wait before it may try again; `None`
    /// when it may try now.
    pub fn wait(&self, client: Client, now: DateTime<Utc>) -> Option<u32> {
        let instants = self.recent.get(&client)?;
        let first = *instants.front()?;
        let is_full = instants.iter().filter(|at| is_recent(**at, now)).count() == Self::MOST;
        // Rounded up, so that who waits as long as we say has waited long enough.
        let left = ((first + MINUTE - now).num_milliseconds() + 999) / 1000;
        is_full.then(|| u32::try_from(left.clamp(1, 60)).unwrap_or(60))
    }

    /// Remembers that a client failed.
    pub fn record(&mut self, client: Client, now: DateTime<Utc>) {
        if !self.recent.contains_key(&client) && self.recent.len() >= Self::CLIENTS {
            self.forget(now);
        }
        let instants = self.recent.entry(client).or_default();
        // A clock that was set back leaves instants of a time that has not come.
        instants.retain(|at| is_recent(*at, now));
        if instants.len() == Self::MOST {
            instants.pop_front();
        }
        instants.push_back(now);
    }

    /// How many clients are remembered.
    pub fn clients(&self) -> usize {
        self.recent.len()
    }

    /// Makes room for one client.
    fn forget(&mut self, now: DateTime<Utc>) {
        self.recent.retain(|_, instants| instants.back().is_some_and(|at| is_recent(*at, now)));
        if self.recent.len() >= Self::CLIENTS {
            let oldest = self.recent.iter().min_by_key(|(_, instants)| instants.back());
            if let Some(client) = oldest.map(|(client, _)| *client) {
                self.recent.remove(&client);
            }
        }
    }
}

fn is_recent(at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    (TimeDelta::zero()..MINUTE).contains(&(now - at))
}
