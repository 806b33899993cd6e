//! What holds for all windows, instants and memories.

use proptest::prelude::*;
use widget::{Banner, Channel, Countdown, Facts, Over, Row, Told, Window};

const HOUR: i64 = 3_600_000;
/// 2025-02-07T01:00:00Z.
const START: i64 = 1_738_890_000_000;

prop_compose! {
    fn facts()(
        print in 0_u32..3,
        over in prop_oneof![4 => Just(Over::No), 1 => Just(Over::Ended), 1 => Just(Over::Cancelled)],
        start in START - 50 * HOUR..START + 50 * HOUR,
        length in proptest::option::of(1..10 * HOUR),
        hold in any::<bool>(),
        held in proptest::option::of(0..10 * HOUR),
        channels in proptest::collection::vec(0_usize..4, 0..3),
    ) -> Facts {
        let end = length.map(|length| start + length);
        // Released at its end at the earliest, as schedules have it.
        let reopens = end.zip(held).map(|(end, held)| end + held);
        Facts { name: 0, print, over, start, end, read: start + HOUR, hold, reopens, channels }
    }
}

prop_compose! {
    fn told()(revision in 0_u32..5, imminent in 0_i64..100, facts in proptest::collection::vec(facts(), 0..5)) -> Told {
        let channel = |name| Channel { name, affected: name != 3 };
        Told {
            revision,
            imminent: imminent * 60_000,
            channels: [1, 2, 3].map(channel).into(),
            windows: (1..)
                .zip(facts)
                .filter_map(|(name, facts)| Window::new(Facts { name, ..facts }))
                .collect(),
        }
    }
}

proptest! {
    /// The time that is shown is never longer than there is, but for the second that has begun; and it
    /// changes exactly when it is said to.
    #[test]
    fn prop_a_countdown_is_true_until_it_changes(left in 1_i64..400 * HOUR) {
        let countdown = Countdown::to(START, START - left).expect("there is time left");
        prop_assert!(countdown.shown < left + 1000);
        let last = Countdown::to(START, countdown.until - 1).expect("there is time left");
        prop_assert_eq!(last.shown, countdown.shown);
        let next = Countdown::to(START, countdown.until);
        prop_assert!(next.is_none_or(|next| next.shown < countdown.shown));
    }

    /// Between now and the instant that it names, a banner says the same.
    #[test]
    fn prop_nothing_changes_before_it_is_said_to(told in told(), channel in 0_u32..5, hours in -60_i64..60, share in 0.0..1.0_f64) {
        let now = START + hours * HOUR;
        let mut banner = Banner::default();
        banner.tell(told, now);
        let said = banner.say(channel, now, true);
        let until = said.until.unwrap_or(now + 100 * HOUR);
        prop_assert!(until > now);
        #[allow(clippy::cast_possible_truncation, reason = "any instant between will do")]
        let between = now + ((until - now - 1) as f64 * share) as i64;
        let again = banner.say(channel, between, true);
        let told = |said: widget::Said| said.message.map(|message| (message.place, message.phase, message.state, message.reminder));
        prop_assert_eq!(told(said), told(again));
    }

    /// What was put away is not said again at the same instant.
    #[test]
    fn prop_what_is_put_away_is_gone(told in told(), channel in 0_u32..5, hours in -60_i64..60) {
        let now = START + hours * HOUR;
        let mut banner = Banner::default();
        banner.tell(told, now);
        // One by one, until there is nothing left.
        for _ in 0..=5 {
            banner.dismiss(channel, now);
        }
        prop_assert_eq!(banner.say(channel, now, true).message, None);
    }

    /// A page that recalls what another has kept does not read out again what the other has.
    #[test]
    fn prop_another_page_does_not_repeat(told in told(), channel in 0_u32..5, hours in -60_i64..60) {
        let now = START + hours * HOUR;
        let mut banner = Banner::default();
        banner.tell(told.clone(), now);
        let first = banner.say(channel, now, true).message;
        let mut other = Banner::default();
        banner.kept().iter().for_each(|row| other.recall(*row));
        other.tell(told, now);
        let message = other.say(channel, now, true).message;
        let place = |message: &widget::Message| message.place;
        if message.as_ref().map(place) == first.as_ref().map(place) {
            prop_assert!(message.is_none_or(|message| !message.announce));
        }
    }

    /// Whatever has happened to what was kept, nothing fails, and it does not grow.
    #[test]
    fn prop_any_memory_will_do(rows in proptest::collection::vec(any::<Row>(), 0..200), told in told(), hours in -60_i64..60) {
        let mut banner = Banner::default();
        rows.into_iter().for_each(|row| banner.recall(row));
        banner.tell(told, START);
        banner.say(1, START + hours * HOUR, true);
        prop_assert!(banner.kept().len() <= 64);
    }
}
