//! Isolates, and the caches of their locations.

use std::time::Duration;

use fastrand::Rng;

use crate::scale::chance;
use crate::scale::keeper::Revision;
use crate::scale::reader::Reader;
use crate::scale::shape::Shape;

/// A revision, and when the keeper last said that it is the one in force.
#[derive(Clone, Copy, Debug)]
pub struct Copy {
    pub revision: Revision,
    pub confirmed: Duration,
}

/// When a fleet is gathered: it has a past.
pub const GATHERED: Duration = Duration::from_secs(60);

pub struct Isolate {
    /// The place of the cache that it looks into, where there is one.
    pub cache: Option<usize>,
    /// The way to the keeper and back.
    pub way: Duration,
    pub held: Option<Copy>,
    /// Requests need not wait.
    pub ready: bool,
    pub asked: Option<Duration>,
    /// Since when it decides by the new revision.
    pub follows: Option<Duration>,
    pub born: Duration,
    pub dies: Option<Duration>,
    /// Counts the isolates that were in this place, so that an answer to one that is gone is known.
    pub generation: u32,
    /// Requests that were decided by what was held, and not counted yet.
    pub decided: Vec<Duration>,
}

pub struct Fleet {
    pub isolates: Vec<Isolate>,
    pub caches: Vec<Option<Copy>>,
}

impl Fleet {
    /// A fleet in the middle of its work: every isolate and every cache holds the old revision, and
    /// was told so at some instant of the past.
    pub fn gather(shape: &Shape, reader: &Reader, rng: &mut Rng) -> Self {
        let mut fleet = Self { isolates: Vec::new(), caches: Vec::new() };
        for population in shape.populations() {
            let way = chance::between(rng, shape.way.0, shape.way.1);
            let first = fleet.caches.len();
            for _ in 0..shape.caches {
                let confirmed =
                    chance::between(rng, GATHERED.saturating_sub(reader.fresh), GATHERED);
                fleet.caches.push(Some(Copy { revision: Revision::Old, confirmed }));
            }
            for _ in 0..population {
                let cache =
                    (shape.caches > 0).then(|| first + rng.usize(..fleet.caches.len() - first));
                let asked = chance::between(rng, GATHERED.saturating_sub(reader.refresh), GATHERED);
                fleet.isolates.push(Isolate {
                    cache,
                    way,
                    held: Some(Copy { revision: Revision::Old, confirmed: asked }),
                    ready: true,
                    asked: Some(asked),
                    follows: None,
                    born: GATHERED,
                    dies: shape.life.map(|life| death(rng, GATHERED, life)),
                    generation: 0,
                    decided: Vec::new(),
                });
            }
        }
        fleet
    }
}

impl Isolate {
    /// Another one takes its place, and knows nothing.
    pub fn replace(&mut self, now: Duration, life: Option<Duration>, rng: &mut Rng) {
        self.held = None;
        self.ready = false;
        self.asked = None;
        self.follows = None;
        self.born = now;
        self.dies = life.map(|life| death(rng, now, life));
        self.generation += 1;
    }

    pub fn is_due(&self, now: Duration, refresh: Duration) -> bool {
        self.asked.is_none_or(|asked| now.saturating_sub(asked) >= refresh)
    }

    /// Whether what it holds was confirmed too long ago to decide by, where there is such a length.
    pub fn is_too_old(&self, now: Duration, limit: Option<Duration>) -> bool {
        let confirmed = self.held.map(|held| held.confirmed);
        let age = now.saturating_sub(confirmed.unwrap_or_default());
        limit.is_some_and(|limit| age > limit)
    }

    /// Takes what is not older than what is held; whether it did.
    pub fn accept(&mut self, copy: Copy, now: Duration) -> bool {
        if self.held.is_some_and(|held| copy.revision < held.revision) {
            return false;
        }
        if copy.revision == Revision::New && self.follows.is_none() {
            self.follows = Some(now);
        }
        let confirmed = self.held.map_or(copy.confirmed, |held| held.confirmed.max(copy.confirmed));
        self.held = Some(Copy { confirmed, ..copy });
        true
    }
}

fn death(rng: &mut Rng, now: Duration, life: Duration) -> Duration {
    now + chance::gap(rng, 1.0 / life.as_secs_f64())
}
