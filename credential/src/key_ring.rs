//! The keys at hand, and when to fetch them again.

use chrono::{DateTime, TimeDelta, Utc};

/// The keys of single sign-on that were fetched, by the names that assertions call them by.
///
/// They are good for an hour. A name that is not among them, or keys that are older, are a reason
/// to fetch them again, at most once a minute; when that fails, the keys that were there stay.
#[derive(Debug)]
pub struct KeyRing<K> {
    keys: Vec<(String, K)>,
    fetched: Option<DateTime<Utc>>,
    tried: Option<DateTime<Utc>>,
}

/// What to do for an assertion that names a key.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Search<K> {
    /// Verify it with this one.
    Found(K),
    /// Fetch the keys, and look again with [`KeyRing::get`].
    Fetch,
    /// Refuse it: there is no such key, or there was none a minute ago.
    Missing,
}

const GOOD_FOR: TimeDelta = TimeDelta::hours(1);
const PAUSE: TimeDelta = TimeDelta::minutes(1);

impl<K> Default for KeyRing<K> {
    fn default() -> Self {
        Self { keys: Vec::new(), fetched: None, tried: None }
    }
}

impl<K: Clone> KeyRing<K> {
    /// Looks for a key.
    pub fn search(&self, id: &str, now: DateTime<Utc>) -> Search<K> {
        let key = self.get(id);
        let may_fetch = !is_within(self.tried, PAUSE, now);
        match key {
            Some(key) if is_within(self.fetched, GOOD_FOR, now) || !may_fetch => Search::Found(key),
            _ if may_fetch => Search::Fetch,
            _ => Search::Missing,
        }
    }

    /// The key of this name, however old.
    pub fn get(&self, id: &str) -> Option<K> {
        self.keys.iter().find(|(name, _)| name == id).map(|(_, key)| key.clone())
    }

    /// Whether nothing was ever fetched.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Remembers that keys are about to be fetched.
    pub fn trying(&mut self, now: DateTime<Utc>) {
        self.tried = Some(now);
    }

    /// Takes the keys that were fetched, in place of the ones before.
    pub fn replace(&mut self, keys: Vec<(String, K)>, now: DateTime<Utc>) {
        self.keys = keys;
        self.fetched = Some(now);
    }
}

/// A clock that was set back makes an instant that has not come; it counts as long ago.
fn is_within(at: Option<DateTime<Utc>>, length: TimeDelta, now: DateTime<Utc>) -> bool {
    at.is_some_and(|at| (TimeDelta::zero()..length).contains(&(now - at)))
}
