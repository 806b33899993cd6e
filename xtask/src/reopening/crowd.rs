//! Who comes: addresses, manners and first arrivals, the same ones for every way of reopening.

use std::net::{Ipv4Addr, Ipv6Addr};

use chrono::{DateTime, TimeDelta, Utc};
use fastrand::Rng;

use crate::reopening::record::{FROM, UNTIL};
use crate::reopening::scenario::{END, START};

/// How many machines wait for as long as they are told.
pub const HONOURING: u32 = 100_000;
/// How many ask again at an interval of their own.
pub const HEEDLESS: u32 = 10_000;
/// How many people come in a second, before and after the end.
pub const PEOPLE_A_SECOND: u32 = 20;

/// Any number; the document was made with this one.
const SEED: u64 = 503;

/// Somebody who sends requests until one of them has passed.
pub struct Client {
    pub address: String,
    pub manner: Manner,
    /// When the first request arrives.
    pub first: DateTime<Utc>,
}

/// What a client does when it is sent away.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Manner {
    /// A machine that comes back when it is told to.
    Honours,
    /// A machine that comes back after a time of its own, whatever it is told.
    Heedless { every: TimeDelta },
    /// Somebody with a browser, who reads the page and leaves.
    Person,
}

impl Client {
    pub fn is_machine(&self) -> bool {
        self.manner != Manner::Person
    }
}

impl Manner {
    /// How long a client of this kind waits after it was told `seconds`; `None` when it does not
    /// come back.
    pub fn pause(self, seconds: u32) -> Option<TimeDelta> {
        match self {
            Self::Honours => Some(TimeDelta::seconds(seconds.into())),
            Self::Heedless { every } => Some(every),
            Self::Person => None,
        }
    }
}

/// The whole crowd. The first arrivals of machines that honour are spread over the window, and
/// those of people over all that is looked at, each instant as likely as any other: that is a
/// Poisson process of which one knows how many came. Heedless machines are there all the time, and
/// what they were told before changes nothing, so their first arrival is the first that is looked
/// at.
pub fn gather() -> Vec<Client> {
    let mut rng = Rng::with_seed(SEED);
    let mut crowd = Vec::new();
    let mut join = |manner, from: DateTime<Utc>, until: DateTime<Utc>| {
        let place = u32::try_from(crowd.len()).unwrap_or(u32::MAX);
        let address = address(place, &mut rng);
        let first = from + TimeDelta::milliseconds(rng.i64(0..(until - from).num_milliseconds()));
        crowd.push(Client { address, manner, first });
    };
    for _ in 0..HONOURING {
        join(Manner::Honours, START, END);
    }
    let (from, until) = (END + FROM, END + UNTIL);
    for place in 0..HEEDLESS {
        let every = interval(place);
        join(Manner::Heedless { every }, from, from + every);
    }
    let people = i64::from(PEOPLE_A_SECOND) * (until - from).num_seconds();
    for _ in 0..people {
        join(Manner::Person, from, until);
    }
    crowd
}

/// Of ten, two ask every five seconds, seven every quarter of a minute, and one every minute.
fn interval(place: u32) -> TimeDelta {
    TimeDelta::seconds(match place % 10 {
        0 | 1 => 5,
        2..=8 => 15,
        _ => 60,
    })
}

/// By turns one after the other of 198.18.0.0/15, as in a provider's network, and any of
/// 2001:db8::/32. Neither belongs to anybody (RFC 2544, RFC 3849).
fn address(place: u32, rng: &mut Rng) -> String {
    const BENCHMARK: u32 = Ipv4Addr::new(198, 18, 0, 0).to_bits();
    const DOCUMENTATION: u128 = Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0).to_bits();
    if place.is_multiple_of(2) {
        return Ipv4Addr::from_bits(BENCHMARK + place / 2).to_string();
    }
    Ipv6Addr::from_bits(DOCUMENTATION | rng.u128(0..1 << 96)).to_string()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_crowd_is_the_same_every_time_and_nobody_is_in_it_twice() {
        let (one, other) = (gather(), gather());
        let told = |client: &Client| (client.address.clone(), client.manner, client.first);
        assert!(one.iter().map(told).eq(other.iter().map(told)));

        let addresses: HashSet<_> = one.iter().map(|client| &client.address).collect();
        assert_eq!(addresses.len(), one.len());
        assert_eq!(one[0].address, "198.18.0.0");
        assert!(one[1].address.starts_with("2001:db8:"), "{}", one[1].address);
    }

    #[test]
    fn machines_first_come_while_the_window_is_open() {
        let crowd = gather();
        let machines = || crowd.iter().filter(|client| client.is_machine());
        assert_eq!(machines().count(), 110_000);
        assert!(machines().all(|client| START <= client.first && client.first < END));
    }

    #[test]
    fn first_arrivals_are_spread_evenly() {
        let crowd = gather();
        let honouring = crowd.iter().filter(|client| client.manner == Manner::Honours);
        let quarter = START + TimeDelta::minutes(30);
        let early = honouring.filter(|client| client.first < quarter).count();
        // A quarter of the window gets a quarter of 100,000, give or take four deviations.
        assert!((24_450..25_550).contains(&early), "{early}");
    }

    #[test]
    fn only_who_honours_waits_for_as_long_as_it_is_told() {
        let every = TimeDelta::seconds(15);
        for (manner, pause) in [
            (Manner::Honours, Some(TimeDelta::seconds(42))),
            (Manner::Heedless { every }, Some(every)),
            (Manner::Person, None),
        ] {
            assert_eq!(manner.pause(42), pause, "{manner:?}");
        }
    }
}
