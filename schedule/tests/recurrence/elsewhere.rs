//! Our dates beside those of the `rrule` crate, over drawn rules. It is given local dates as if they
//! were in UTC, since it drops days when it is given zones.
//!
//! Where the two are not asked the same:
//!
//! * `rrule` takes ordinals from −4 to 5 in a month and −52 to 53 in a year, we from −5 and −53: a
//!   rule with those is not compared.
//! * Days with and without an ordinal in one rule are, as in python-dateutil from which it was
//!   ported, held against both, where the standard adds them up: not drawn. A law below covers them.
//! * In a weekly rule, `rrule` and python-dateutil count the positions of the first week from the
//!   first date on, but those of a first month or year from its beginning. We count every period from
//!   its beginning; drawn weekly rules with positions start with their week.
//! * `UNTIL` is judged in the zone, not here: not drawn. `tests/series` has its rows.
//! * A first date that the rule does not have is no date in either, and is not counted.

use std::cell::RefCell;

use chrono::NaiveDate;
use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use rrule::RRuleSet;
use schedule::Rule;

use crate::drawn::{Drawn, Until, Written, drawn};

/// How many dates of a rule are compared.
const DATES: usize = 60;

/// On a rule that never fires, `rrule` gives up after 100,000 periods, which takes it a fifth of a
/// second: one such rule in so many is compared here, and all of them with python-dateutil.
const NEVER: usize = 16;

/// The same rules in every run: a difference that is found once is found by everybody.
pub(crate) fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// Whether the long comparisons were asked for.
pub(crate) fn is_long() -> bool {
    std::env::var_os("INTERMISSION_LONG").is_some()
}

/// `None` for a rule that it does not take.
fn elsewhere(drawn: &Drawn) -> Option<Vec<NaiveDate>> {
    let text = format!("DTSTART:{}T090000Z\nRRULE:{}", drawn.first.format("%Y%m%d"), drawn.text);
    let set: RRuleSet = text.parse().ok()?;
    let end = NaiveDate::from_ymd_opt(2100, 1, 1).expect("a date");
    let result = set.all(u16::try_from(DATES).expect("few enough"));
    let dates: Vec<NaiveDate> = result
        .dates
        .into_iter()
        .map(|date| date.date_naive())
        .take_while(|date| *date < end)
        .collect();
    Some(dates)
}

/// What came of the comparison.
#[derive(Debug, Default)]
struct Tally {
    rules: usize,
    dates: usize,
    /// Rules that never fire, of which one in [`NEVER`] is compared.
    never: usize,
    /// Rules that `rrule` does not take.
    refused: usize,
}

#[test]
fn prop_dates_are_those_of_the_rrule_crate() {
    let tally = RefCell::new(Tally::default());
    let strategy = drawn(Written { mixed: false, until: Until::None });
    let outcome = runner(if is_long() { 50_000 } else { 2_000 }).run(&strategy, |drawn| {
        let mut tally = tally.borrow_mut();
        let rule: Rule = drawn.text.parse().expect("what is drawn is a rule");
        let found: Vec<NaiveDate> = rule.dates(drawn.first).take(DATES).collect();
        tally.never += usize::from(found.is_empty());
        if found.is_empty() && tally.never % NEVER != 0 {
            return Ok(());
        }
        let Some(expected) = elsewhere(&drawn) else {
            tally.refused += 1;
            prop_assert!(drawn.text.contains("-5"), "{} is refused", drawn.text);
            return Ok(());
        };
        tally.rules += 1;
        tally.dates += found.len();
        prop_assert_eq!(&found, &expected, "{} from {}", drawn.text, drawn.first);
        Ok(())
    });
    println!("{:?}", tally.borrow());
    assert_eq!(outcome, Ok(()));
    // The comparison would be worth little if most rules had no dates.
    let tally = tally.into_inner();
    assert!(tally.never * 2 < tally.rules && tally.refused * 10 < tally.rules, "{tally:?}");
}
