//! The dates of rules that operators write, and of those that calendars trip over.

use chrono::NaiveDate;

use crate::{check, date, rule};

// February 29 is skipped where there is none, as section 3.3.10 says of dates that do not exist; it
// is not moved to March 1.
#[test]
fn a_leap_day_comes_in_leap_years_only() {
    check(&[
        ("FREQ=YEARLY", "2024-02-29", "2024-02: 29, 2028-02: 29, 2032-02: 29"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29", "2024-02: 29, 2028-02: 29"),
        ("FREQ=YEARLY;INTERVAL=3;COUNT=3", "2024-02-29", "2024-02: 29, 2036-02: 29, 2048-02: 29"),
        ("FREQ=MONTHLY;INTERVAL=12", "2024-02-29", "2024-02: 29, 2028-02: 29"),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
            "2024-02-29",
            "2024-02: 29, 2025-02: 28, 2026-02: 28",
        ),
        ("FREQ=DAILY;INTERVAL=366;COUNT=3", "2024-02-29", "2024-02: 29, 2025-03: 1, 2026-03: 2"),
        ("FREQ=DAILY", "2028-02-28", "2028-02: 28 29, 2028-03: 1"),
        ("FREQ=DAILY", "2027-02-28", "2027-02: 28, 2027-03: 1"),
    ]);
}

#[test]
fn a_thirty_first_comes_in_months_that_have_one() {
    check(&[
        (
            "FREQ=MONTHLY",
            "2026-01-31",
            "2026-01: 31, 2026-03: 31, 2026-05: 31, 2026-07: 31, 2026-08: 31, 2026-10: 31, \
             2026-12: 31, 2027-01: 31",
        ),
        ("FREQ=MONTHLY", "2026-01-30", "2026-01: 30, 2026-03: 30, 2026-04: 30"),
        ("FREQ=MONTHLY;BYMONTHDAY=31,30;COUNT=4", "2026-01-30", "2026-01: 30 31, 2026-03: 30 31"),
        (
            "FREQ=MONTHLY;INTERVAL=2",
            "2025-12-31",
            "2025-12: 31, 2026-08: 31, 2026-10: 31, 2026-12: 31",
        ),
    ]);
}

#[test]
fn days_are_counted_from_the_end_of_a_month() {
    check(&[
        (
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "2026-01-31",
            "2026-01: 31, 2026-02: 28, 2026-03: 31, 2026-04: 30",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-31",
            "2026-01-01",
            "2026-01: 1, 2026-03: 1, 2026-05: 1, 2026-07: 1",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-29",
            "2028-01-03",
            "2028-01: 3, 2028-02: 1, 2028-03: 3, 2028-04: 2",
        ),
        // The same day counted from both ends is one.
        (
            "FREQ=MONTHLY;BYMONTHDAY=1,-31;COUNT=3",
            "2026-01-01",
            "2026-01: 1, 2026-02: 1, 2026-03: 1",
        ),
        ("FREQ=DAILY;BYMONTHDAY=-1", "2026-01-31", "2026-01: 31, 2026-02: 28, 2026-03: 31"),
        (
            "FREQ=YEARLY;BYMONTHDAY=-1;COUNT=3",
            "2026-01-31",
            "2026-01: 31, 2026-02: 28, 2026-03: 31",
        ),
    ]);
}

#[test]
fn ordinals_count_days_of_a_month_or_of_a_year() {
    check(&[
        // Patch Tuesday, and the Thursday that follows it: not always the second Thursday.
        ("FREQ=MONTHLY;BYDAY=2TU", "2026-09-08", "2026-09: 8, 2026-10: 13, 2026-11: 10"),
        (
            "FREQ=MONTHLY;BYDAY=TH;BYMONTHDAY=10,11,12,13,14,15,16",
            "2026-09-10",
            "2026-09: 10, 2026-10: 15, 2026-11: 12",
        ),
        ("FREQ=MONTHLY;BYDAY=2TH", "2026-09-10", "2026-09: 10, 2026-10: 8, 2026-11: 12"),
        (
            "FREQ=MONTHLY;BYDAY=5SU",
            "2026-03-29",
            "2026-03: 29, 2026-05: 31, 2026-08: 30, 2026-11: 29",
        ),
        ("FREQ=MONTHLY;BYDAY=-5SU", "2026-03-01", "2026-03: 1, 2026-05: 3, 2026-08: 2, 2026-11: 1"),
        ("FREQ=YEARLY;BYDAY=1MO", "2026-01-05", "2026-01: 5, 2027-01: 4, 2028-01: 3"),
        ("FREQ=YEARLY;BYDAY=-1SU", "2026-12-27", "2026-12: 27, 2027-12: 26, 2028-12: 31"),
        // 2026 begins on a Thursday and ends on one: it has 53 of them.
        ("FREQ=YEARLY;BYDAY=53TH", "2026-12-31", "2026-12: 31, 2032-12: 30, 2037-12: 31"),
        ("FREQ=YEARLY;BYDAY=-53TH", "2026-01-01", "2026-01: 1, 2032-01: 1, 2037-01: 1"),
        // With months, they are places in the month: the Sundays of the changes of clocks.
        (
            "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
            "2026-03-29",
            "2026-03: 29, 2026-10: 25, 2027-03: 28",
        ),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "2026-03-08", "2026-03: 8, 2027-03: 14, 2028-03: 12"),
    ]);
}

// Section 3.3.10 lists days with and without an ordinal side by side: a day that either names is one.
#[test]
fn days_with_and_without_an_ordinal_stand_side_by_side() {
    check(&[(
        "FREQ=MONTHLY;BYDAY=TH,1MO,-1FR;COUNT=8",
        "2026-01-01",
        "2026-01: 1 5 8 15 22 29 30, 2026-02: 2",
    )]);
}

#[test]
fn positions_choose_among_the_dates_of_a_period() {
    check(&[
        // The last working day of the month.
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "2026-01-30",
            "2026-01: 30, 2026-02: 27, 2026-03: 31, 2026-04: 30, 2026-05: 29",
        ),
        // The first and the last in one rule.
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1",
            "2026-01-01",
            "2026-01: 1 30, 2026-02: 2 27, 2026-03: 2 31",
        ),
        // Where a period has not so many, it has none.
        ("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=5", "2026-01-30", "2026-01: 30, 2026-05: 29, 2026-07: 31"),
        ("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-5", "2026-01-02", "2026-01: 2, 2026-05: 1, 2026-07: 3"),
        // Both say the same Friday.
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTH=2;BYSETPOS=4,-1", "2026-02-27", "2026-02: 27, 2027-02: 26"),
        (
            "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "2026-12-31",
            "2026-12: 31, 2027-12: 31, 2028-12: 29",
        ),
        ("FREQ=YEARLY;BYMONTH=6;BYSETPOS=1", "2026-06-10", "2026-06: 10, 2027-06: 10"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2", "2026-01-07", "2026-01: 7 14 21 28"),
        ("FREQ=DAILY;BYDAY=MO;BYSETPOS=-1", "2026-01-05", "2026-01: 5 12 19 26"),
        // The period that the first date lies in is counted from its beginning.
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
            "2026-01-15",
            "2026-02: 2, 2026-03: 2, 2026-04: 1",
        ),
    ]);
}

// Every other week, in weeks that begin on Monday and on Sunday, over the end of a year.
#[test]
fn weeks_are_counted_from_their_first_day() {
    check(&[
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU", "2026-12-22", "2026-12: 22 27, 2027-01: 5 10 19 24"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU",
            "2026-12-22",
            "2026-12: 22, 2027-01: 3 5 17 19 31",
        ),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-12-31", "2026-12: 31, 2027-01: 14 28"),
        // With an interval of one, it says nothing.
        ("FREQ=WEEKLY;BYDAY=SU,TU;WKST=SU;COUNT=3", "2026-12-29", "2026-12: 29, 2027-01: 3 5"),
        ("FREQ=WEEKLY;BYDAY=SU,TU;WKST=TH;COUNT=3", "2026-12-29", "2026-12: 29, 2027-01: 3 5"),
    ]);
}

#[test]
fn intervals_go_over_the_ends_of_years() {
    check(&[
        ("FREQ=DAILY;INTERVAL=30", "2026-12-15", "2026-12: 15, 2027-01: 14, 2027-02: 13"),
        ("FREQ=MONTHLY;INTERVAL=5", "2026-10-01", "2026-10: 1, 2027-03: 1, 2027-08: 1, 2028-01: 1"),
        ("FREQ=MONTHLY;INTERVAL=13;COUNT=2", "2026-12-31", "2026-12: 31, 2028-01: 31"),
        ("FREQ=YEARLY;INTERVAL=10", "2026-06-01", "2026-06: 1, 2036-06: 1, 2046-06: 1"),
        // A part that limits days does not make the interval start anew.
        ("FREQ=DAILY;INTERVAL=2;BYMONTH=1", "2026-01-30", "2026-01: 30, 2027-01: 1 3 5 7 9 11"),
        (
            "FREQ=WEEKLY;INTERVAL=3;BYMONTH=1",
            "2026-01-01",
            "2026-01: 1 22, 2027-01: 14, 2028-01: 6 27",
        ),
    ]);
}

#[test]
fn a_count_counts_what_is_found() {
    check(&[
        ("FREQ=DAILY;COUNT=1", "2026-01-01", "2026-01: 1"),
        ("FREQ=MONTHLY;COUNT=3", "2026-01-31", "2026-01: 31, 2026-03: 31, 2026-05: 31"),
        // The first date does not match, and is not counted.
        ("FREQ=WEEKLY;BYDAY=TH;COUNT=2", "2026-01-02", "2026-01: 8 15"),
        ("FREQ=YEARLY;BYMONTH=1,6;BYMONTHDAY=1;COUNT=2", "2026-02-01", "2026-06: 1, 2027-01: 1"),
    ]);
}

// What a rule leaves open is as at its first date.
#[test]
fn the_first_date_fills_in_what_is_left_open() {
    check(&[
        ("FREQ=WEEKLY", "2026-01-01", "2026-01: 1 8 15"),
        ("FREQ=WEEKLY;BYMONTH=2", "2026-01-01", "2026-02: 5 12 19 26, 2027-02: 4"),
        ("FREQ=MONTHLY;BYMONTH=2,3", "2026-01-15", "2026-02: 15, 2026-03: 15, 2027-02: 15"),
        ("FREQ=YEARLY;BYMONTH=2,3", "2026-01-15", "2026-02: 15, 2026-03: 15, 2027-02: 15"),
        ("FREQ=YEARLY;BYMONTHDAY=1", "2026-11-15", "2026-12: 1, 2027-01: 1, 2027-02: 1"),
        ("FREQ=YEARLY;BYDAY=MO", "2026-12-20", "2026-12: 21 28, 2027-01: 4"),
        ("FREQ=DAILY;BYDAY=SA,SU", "2026-01-01", "2026-01: 3 4 10 11"),
    ]);
}

#[test]
fn some_rules_never_fire() {
    for (text, first) in [
        ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01"),
        ("FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31", "2026-01-01"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-30", "2026-01-01"),
        ("FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=30", "2026-01-01"),
        ("FREQ=YEARLY;BYDAY=1MO;BYMONTHDAY=8;BYMONTH=1", "2026-01-01"),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=3", "2026-01-01"),
        // Every other February from one that has no leap day.
        ("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", "2026-01-01"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=MO", "2026-01-01"),
    ] {
        assert_eq!(rule(text).dates(date(first)).next(), None, "{text} from {first}");
    }
}

// The zone tables go no further, and a period that begins before that end may go over it.
#[test]
fn no_date_is_after_the_years_that_are_known() {
    for (text, first, last) in [
        ("FREQ=DAILY", "2099-12-30", "2099-12-31"),
        ("FREQ=DAILY;INTERVAL=2", "2099-12-30", "2099-12-30"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "2099-12-20", "2099-12-31"),
        ("FREQ=MONTHLY", "2026-01-31", "2099-12-31"),
        ("FREQ=YEARLY", "2024-02-29", "2096-02-29"),
        ("FREQ=YEARLY;INTERVAL=1000", "2026-01-01", "2026-01-01"),
        ("FREQ=MONTHLY;INTERVAL=1000", "2026-01-01", "2026-01-01"),
    ] {
        assert_eq!(rule(text).dates(date(first)).last(), Some(date(last)), "{text} from {first}");
    }
    assert_eq!(rule("FREQ=DAILY").dates(date("2100-01-01")).next(), None);
    assert_eq!(rule("FREQ=WEEKLY").dates(NaiveDate::MAX).next(), None);
}
