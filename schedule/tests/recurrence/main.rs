//! Rules of recurrence: what is read, what is written, which dates they find, and whether two
//! independent implementations find the same.

mod dates;
mod drawn;
mod elsewhere;
mod python;
mod reading;
mod standard;
mod writing;

use chrono::NaiveDate;
use schedule::Rule;

/// A rule of a row that is valid.
#[track_caller]
fn rule(text: &str) -> Rule {
    text.parse().unwrap_or_else(|error| unreachable!("`{text}` is a rule, but: {error}"))
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("the rows are dates")
}

/// Reads dates as the rows write them: `1997-09: 2 12 22, 1997-10: 2`.
fn dates(text: &str) -> Vec<NaiveDate> {
    let month = |month: &str| -> Vec<NaiveDate> {
        let (month, days) = month.trim().split_once(": ").expect("the rows are months with days");
        days.split(' ').map(|day| date(&format!("{month}-{day:0>2}"))).collect()
    };
    text.split(',').flat_map(month).collect()
}

/// Each row: a rule, its first date, and its dates. A rule that goes on is compared as far as the
/// row goes, and one with a count to its end.
#[track_caller]
fn check(rows: &[(&str, &str, &str)]) {
    for (text, first, expected) in rows {
        let (rule, expected) = (rule(text), dates(expected));
        let more = usize::from(text.contains("COUNT"));
        let found: Vec<NaiveDate> = rule.dates(date(first)).take(expected.len() + more).collect();
        assert_eq!(found, expected, "{text} from {first}");
    }
}
