//! The keeper: one at a time.

use std::time::Duration;

/// How many requests it serves in a second.
pub const CAPACITY: u32 = 1_000;

/// Whoever would have to wait longer is refused at once.
const QUEUE: Duration = Duration::from_secs(1);

/// One Durable Object, which serves requests in the order in which they come.
pub struct Keeper {
    free: Duration,
    published: Duration,
}

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Revision {
    Old,
    New,
}

impl Keeper {
    /// One that gets a new revision at an instant.
    pub fn new(published: Duration) -> Self {
        Self { free: Duration::ZERO, published }
    }

    /// When a request that comes now is answered, and with what; `None` when it is refused.
    pub fn serve(&mut self, now: Duration) -> Option<(Duration, Revision)> {
        if self.free.saturating_sub(now) > QUEUE {
            return None;
        }
        self.free = self.free.max(now) + Duration::from_secs(1) / CAPACITY;
        let revision = if self.free < self.published { Revision::Old } else { Revision::New };
        Some((self.free, revision))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_served_one_after_the_other_and_refused_when_too_many_wait() {
        let at = Duration::from_millis;
        let mut keeper = Keeper::new(at(102));
        for (now, answered) in [
            (0, Some((1, Revision::Old))),
            (100, Some((101, Revision::Old))),
            (100, Some((102, Revision::New))),
            (101, Some((103, Revision::New))),
        ] {
            let answered = answered.map(|(millis, revision)| (at(millis), revision));
            assert_eq!(keeper.serve(at(now)), answered, "{now}");
        }
        let served = (0..2_000).filter(|_| keeper.serve(at(200)).is_some()).count();
        // Those whose turn comes within a second, and the one that begins then.
        assert_eq!(served, 1_001);
    }
}
