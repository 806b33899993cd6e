//! Time in words, as it stands in pages, banners, notices and what `check` prints.

use chrono::{DateTime, FixedOffset};
use schedule::speech::{Language, Speech};

mod clocks;
#[cfg(feature = "parse")]
mod decisions;
mod ends;
mod languages;
mod laws;
mod lengths;
mod moments;
mod read_back;
mod spans;
mod times;
mod year;

/// Both languages say what the row says. Rows have plain spaces in `p. m.`, to be readable; that
/// ours do not break is a row of its own in `times`.
#[track_caller]
fn check(label: &str, say: impl Fn(Speech<'_>) -> String, english: &str, spanish: &str) {
    assert_eq!(say(Speech::new(Language::English, label)), english);
    let spanish =
        spanish.replace(" a. m.", "\u{a0}a.\u{a0}m.").replace(" p. m.", "\u{a0}p.\u{a0}m.");
    assert_eq!(say(Speech::new(Language::Spanish, label)), spanish);
}

#[track_caller]
fn instant(text: &str) -> DateTime<FixedOffset> {
    text.parse().expect("the rows are instants")
}
