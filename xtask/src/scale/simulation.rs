//! Requests come, isolates ask behind them, and in the middle of it a revision is published.

use std::time::Duration;

use fastrand::Rng;

use crate::scale::chance;
use crate::scale::fleet::{Copy, Fleet, GATHERED};
use crate::scale::keeper::{Keeper, Revision};
use crate::scale::queue::{Event, Question, Queue};
use crate::scale::reader::Reader;
use crate::scale::record::{Record, STEADY};
use crate::scale::shape::Shape;

/// Any number; the document was made with this one.
const SEED: u64 = 304;

/// What isolates do at the beginning is not what they do in the middle; after this nobody can tell.
const WARM: Duration = Duration::from_secs(15);

/// The instant of the publication.
const PUBLISHED: Duration = GATHERED.saturating_add(WARM).saturating_add(STEADY);

pub fn run(shape: &Shape, reader: &Reader) -> Record {
    let mut world = World::new(shape, reader);
    for isolate in 0..world.fleet.isolates.len() {
        world.draw(GATHERED, isolate);
    }
    while let Some((now, isolate, event)) = world.queue.next() {
        match event {
            Event::Request => world.request(now, isolate),
            Event::Asked(question) => world.ask(now, isolate, question),
            Event::Told(question, told) => world.tell(now, isolate, question, told),
        }
    }
    for isolate in 0..world.fleet.isolates.len() {
        world.count(isolate);
    }
    world.record.complete()
}

struct World<'a> {
    shape: &'a Shape,
    reader: &'a Reader,
    rng: Rng,
    queue: Queue,
    fleet: Fleet,
    keeper: Keeper,
    record: Record,
}

impl<'a> World<'a> {
    fn new(shape: &'a Shape, reader: &'a Reader) -> Self {
        let mut rng = Rng::with_seed(SEED);
        let fleet = Fleet::gather(shape, reader, &mut rng);
        let (keeper, record) = (Keeper::new(PUBLISHED), Record::new(PUBLISHED));
        Self { shape, reader, rng, queue: Queue::default(), fleet, keeper, record }
    }

    fn request(&mut self, now: Duration, place: usize) {
        self.count(place);
        let isolate = &mut self.fleet.isolates[place];
        if isolate.dies.is_some_and(|dies| dies <= now) {
            isolate.replace(now, self.shape.life, &mut self.rng);
        }
        if isolate.ready && isolate.is_too_old(now, self.shape.waits_after) {
            isolate.ready = false;
        }
        let waits = !isolate.ready;
        if waits || isolate.is_due(now, self.reader.refresh) {
            isolate.asked = Some(now);
            if !waits {
                // Decided by what is held now, and not by what is held once it has asked.
                isolate.decided.push(now);
                self.count(place);
            }
            self.check(now, place, waits.then_some(now));
        } else {
            isolate.decided.push(now);
        }
        self.draw(now, place);
    }

    /// Draws the requests to come until one of them makes the isolate ask; those before it change
    /// nothing.
    fn draw(&mut self, now: Duration, place: usize) {
        let isolate = &mut self.fleet.isolates[place];
        let mut at = now;
        loop {
            at = next(self.shape, &mut self.rng, at);
            if at >= PUBLISHED + self.shape.after {
                return;
            }
            let lives = isolate.dies.is_none_or(|dies| dies > at);
            if !(isolate.ready && lives) || isolate.is_due(at, self.reader.refresh) {
                return self.queue.add(at, place, Event::Request);
            }
            isolate.decided.push(at);
        }
    }

    /// Looks into the cache, and asks the keeper unless what it finds is fresh.
    fn check(&mut self, now: Duration, place: usize, waiting: Option<Duration>) {
        let isolate = &self.fleet.isolates[place];
        let found = isolate.cache.and_then(|cache| self.fleet.caches[cache]);
        let accepted = found.filter(|found| self.accept(now, place, *found));
        let is_fresh = accepted.is_some_and(|copy| now - copy.confirmed < self.reader.fresh);
        self.record.checked(now, is_fresh);
        let isolate = &mut self.fleet.isolates[place];
        if is_fresh {
            isolate.ready = true;
            self.decide(now, place, waiting);
            return;
        }
        let known = isolate.held.map(|held| held.revision);
        let question = Question { generation: isolate.generation, known, waiting };
        self.queue.add(now + isolate.way / 2, place, Event::Asked(question));
    }

    fn ask(&mut self, now: Duration, place: usize, question: Question) {
        let served = self.keeper.serve(now);
        let told = served.map(|(_, revision)| revision);
        self.record.asked(now, question, told);
        let done = served.map_or(now, |(done, _)| done);
        let way = self.fleet.isolates[place].way / 2;
        self.queue.add(done + way, place, Event::Told(question, told));
    }

    fn tell(&mut self, now: Duration, place: usize, question: Question, told: Option<Revision>) {
        if self.fleet.isolates[place].generation != question.generation {
            return;
        }
        let copy = told.map(|revision| Copy { revision, confirmed: now });
        if let Some(copy) = copy
            && self.accept(now, place, copy)
            && let Some(cache) = self.fleet.isolates[place].cache
        {
            self.fleet.caches[cache] = Some(copy);
        }
        self.fleet.isolates[place].ready = true;
        self.decide(now, place, question.waiting);
    }

    fn accept(&mut self, now: Duration, place: usize, copy: Copy) -> bool {
        let isolate = &mut self.fleet.isolates[place];
        let followed = isolate.follows.is_some();
        let accepted = isolate.accept(copy, now);
        if !followed && isolate.follows.is_some() && isolate.born < PUBLISHED {
            self.record.followed(now);
        }
        accepted
    }

    /// A request that waited is decided.
    fn decide(&mut self, now: Duration, place: usize, waiting: Option<Duration>) {
        if let Some(came) = waiting {
            let held = self.fleet.isolates[place].held;
            self.record.decided(came, held.map(|held| held.revision));
            self.record.waited(came, now);
        }
    }

    /// Counts the requests that were decided without waiting.
    fn count(&mut self, place: usize) {
        let isolate = &mut self.fleet.isolates[place];
        for came in isolate.decided.drain(..) {
            let follows = isolate.follows.is_some_and(|follows| follows <= came);
            let revision = if follows { Revision::New } else { Revision::Old };
            self.record.decided(came, Some(revision));
        }
    }
}

/// When the next request comes to an isolate. Should the rate change before, it is drawn anew from
/// there: whoever waits for chance has no memory.
fn next(shape: &Shape, rng: &mut Rng, now: Duration) -> Duration {
    let next = now + chance::gap(rng, shape.rate_at(now >= PUBLISHED));
    if shape.burst.is_some() && now < PUBLISHED && next >= PUBLISHED {
        return PUBLISHED + chance::gap(rng, shape.rate_at(true));
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scale::record::hundredth;
    use crate::scale::shape::EVEN;

    const READER: Reader =
        Reader { refresh: Duration::from_secs(5), fresh: Duration::from_secs(3) };

    /// A tenth of what is compared, which shows the same in a tenth of the time.
    const SOME: Shape =
        Shape { isolates: 2_000, locations: 30, after: Duration::from_secs(30), ..EVEN };

    fn old(record: &Record) -> u32 {
        record.old.iter().sum()
    }

    #[test]
    fn the_same_fleet_does_the_same_again() {
        for shape in [SOME, Shape { life: Some(Duration::from_secs(20)), ..SOME }] {
            let run = || format!("{:?}", run(&shape, &READER));
            assert_eq!(run(), run());
        }
    }

    #[test]
    fn every_check_is_answered_by_a_cache_or_reaches_the_keeper() {
        let record = run(&SOME, &READER);
        let Record { steady, .. } = record;
        let apart = steady.checks.abs_diff(steady.fresh + steady.asked());
        // Those under way at the beginning and the end of what is counted.
        assert!(apart < 30, "{steady:?}");
        assert!(steady.fresh > steady.asked() && steady.refused == 0, "{steady:?}");
        assert_eq!((steady.changed, record.waited.len()), (0, 0));
    }

    // Fresh, then five seconds until it may ask again, then the way: one and a half, since what
    // the cache has was confirmed when the keeper's answer had come.
    #[test]
    fn nobody_who_is_always_asked_is_later_than_the_two_intervals_and_the_way() {
        let busy = Shape { isolates: 200, locations: 3, rate: 40.0, ..SOME };
        let record = run(&busy, &READER);
        assert_eq!(record.followed.len(), 200);
        let bound = READER.refresh + READER.fresh + busy.way.1.mul_f64(1.5);
        let slack = Duration::from_millis(500);
        let worst = hundredth(&record.followed, 100);
        assert!(worst < bound + slack, "{worst:?}");
        assert!(record.last_old <= worst && old(&record) > 0, "{:?}", record.last_old);
    }

    #[test]
    fn an_isolate_that_nobody_came_to_decides_one_request_by_what_it_held() {
        let after = Duration::from_secs(60);
        let quiet = Shape { rate: 1.0 / 20.0, after, ..SOME };
        let record = run(&quiet, &READER);
        let followed = u32::try_from(record.followed.len()).expect("fits");
        // Each of them one, and those few that a second request came to before the answer.
        assert!((followed..followed * 6 / 5).contains(&old(&record)), "{}", old(&record));
        assert!(record.last_old > Duration::from_secs(50), "{:?}", record.last_old);
    }

    #[test]
    fn with_a_wait_nothing_is_decided_by_what_is_too_old() {
        let waits_after = Some(Duration::from_secs(10));
        let after = Duration::from_secs(60);
        let quiet = Shape { rate: 1.0 / 20.0, after, waits_after, ..SOME };
        let record = run(&quiet, &READER);
        // What was confirmed just before the publication counts for so long, and the way back.
        assert!(record.last_old < Duration::from_millis(10_500), "{:?}", record.last_old);
        assert!(!record.waited.is_empty());
    }

    #[test]
    fn new_isolates_wait_for_the_way_to_the_keeper_at_most() {
        let shape = Shape { life: Some(Duration::from_secs(20)), ..SOME };
        let record = run(&shape, &READER);
        assert!(record.waited.len() > 1_000, "{}", record.waited.len());
        assert_eq!(hundredth(&record.waited, 10), Duration::ZERO, "most find a fresh copy");
        let longest = hundredth(&record.waited, 100);
        assert!((Duration::from_millis(200)..Duration::from_millis(320)).contains(&longest));
    }

    #[test]
    fn without_a_cache_every_check_reaches_the_keeper_and_too_many_are_refused() {
        let none = Shape { caches: 0, ..SOME };
        let few = run(&none, &READER).steady;
        assert_eq!((few.fresh, few.refused), (0, 0));
        let many = run(&Shape { isolates: 10_000, ..none }, &READER).steady;
        assert!(many.refused > many.asked() / 4, "{many:?}");
    }
}
