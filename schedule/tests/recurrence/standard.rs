//! The examples of RFC 5545, section 3.8.5.3, that are about dates:
//! <https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5.3>. The sentences are the standard's own.

use schedule::{Rule, RuleError};

use crate::check;

#[test]
fn daily() {
    check(&[
        // Daily for 10 occurrences.
        ("FREQ=DAILY;COUNT=10", "1997-09-02", "1997-09: 2 3 4 5 6 7 8 9 10 11"),
        // Every other day - forever.
        (
            "FREQ=DAILY;INTERVAL=2",
            "1997-09-02",
            "1997-09: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30, 1997-10: 2 4",
        ),
        // Every 10 days, 5 occurrences.
        ("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02", "1997-09: 2 12 22, 1997-10: 2 12"),
    ]);
}

// Every day in January, for 3 years, said in two ways.
#[test]
fn every_day_in_january() {
    const DAYS: &str =
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31";
    let expected = format!("1998-01: {DAYS}, 1999-01: {DAYS}, 2000-01: {DAYS}");
    check(&[
        (
            "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
            "1998-01-01",
            &expected,
        ),
        ("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "1998-01-01", &expected),
    ]);
}

#[test]
fn weekly() {
    check(&[
        // Weekly for 10 occurrences.
        (
            "FREQ=WEEKLY;COUNT=10",
            "1997-09-02",
            "1997-09: 2 9 16 23 30, 1997-10: 7 14 21 28, 1997-11: 4",
        ),
        // Every other week - forever.
        (
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
            "1997-09-02",
            "1997-09: 2 16 30, 1997-10: 14 28, 1997-11: 11 25, 1997-12: 9 23, 1998-01: 6 20, \
             1998-02: 3 17",
        ),
        // Weekly on Tuesday and Thursday for five weeks.
        (
            "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
            "1997-09-02",
            "1997-09: 2 4 9 11 16 18 23 25 30, 1997-10: 2",
        ),
        // Every other week on Monday, Wednesday, and Friday until December 24, 1997, starting on
        // Monday, September 1, 1997.
        (
            "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
            "1997-09-01",
            "1997-09: 1 3 5 15 17 19 29, 1997-10: 1 3 13 15 17 27 29 31, 1997-11: 10 12 14 24 26 28, \
             1997-12: 8 10 12 22",
        ),
        // Every other week on Tuesday and Thursday, for 8 occurrences.
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
            "1997-09-02",
            "1997-09: 2 4 16 18 30, 1997-10: 2 14 16",
        ),
    ]);
}

// An example where the days generated makes a difference because of WKST.
#[test]
fn the_first_day_of_a_week_makes_a_difference() {
    check(&[
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", "1997-08: 5 10 19 24"),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", "1997-08: 5 17 19 31"),
    ]);
}

#[test]
fn monthly_by_places_of_days() {
    check(&[
        // Monthly on the first Friday for 10 occurrences.
        (
            "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
            "1997-09-05",
            "1997-09: 5, 1997-10: 3, 1997-11: 7, 1997-12: 5, 1998-01: 2, 1998-02: 6, 1998-03: 6, \
             1998-04: 3, 1998-05: 1, 1998-06: 5",
        ),
        // Every other month on the first and last Sunday of the month for 10 occurrences.
        (
            "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
            "1997-09-07",
            "1997-09: 7 28, 1997-11: 2 30, 1998-01: 4 25, 1998-03: 1 29, 1998-05: 3 31",
        ),
        // Monthly on the second-to-last Monday of the month for 6 months.
        (
            "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
            "1997-09-22",
            "1997-09: 22, 1997-10: 20, 1997-11: 17, 1997-12: 22, 1998-01: 19, 1998-02: 16",
        ),
        // Every Tuesday, every other month.
        (
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
            "1997-09-02",
            "1997-09: 2 9 16 23 30, 1997-11: 4 11 18 25, 1998-01: 6 13 20 27, \
             1998-03: 3 10 17 24 31",
        ),
        // The first Saturday that follows the first Sunday of the month.
        (
            "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
            "1997-09-13",
            "1997-09: 13, 1997-10: 11, 1997-11: 8, 1997-12: 13, 1998-01: 10, 1998-02: 7, \
             1998-03: 7, 1998-04: 11, 1998-05: 9, 1998-06: 13",
        ),
    ]);
}

#[test]
fn monthly_by_days_of_the_month() {
    check(&[
        // Monthly on the third-to-the-last day of the month, forever.
        (
            "FREQ=MONTHLY;BYMONTHDAY=-3",
            "1997-09-28",
            "1997-09: 28, 1997-10: 29, 1997-11: 28, 1997-12: 29, 1998-01: 29, 1998-02: 26",
        ),
        // Monthly on the 2nd and 15th of the month for 10 occurrences.
        (
            "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
            "1997-09-02",
            "1997-09: 2 15, 1997-10: 2 15, 1997-11: 2 15, 1997-12: 2 15, 1998-01: 2 15",
        ),
        // Monthly on the first and last day of the month for 10 occurrences.
        (
            "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
            "1997-09-30",
            "1997-09: 30, 1997-10: 1 31, 1997-11: 1 30, 1997-12: 1 31, 1998-01: 1 31, 1998-02: 1",
        ),
        // Every 18 months on the 10th thru 15th of the month for 10 occurrences.
        (
            "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
            "1997-09-10",
            "1997-09: 10 11 12 13 14 15, 1999-03: 10 11 12 13",
        ),
        // Every Friday the 13th, forever. Its start, a Tuesday, is left out by an EXDATE there.
        (
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
            "1997-09-02",
            "1998-02: 13, 1998-03: 13, 1998-11: 13, 1999-08: 13, 2000-10: 13",
        ),
        // An example where an invalid date (i.e., February 30) is ignored.
        (
            "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
            "2007-01-15",
            "2007-01: 15 30, 2007-02: 15, 2007-03: 15 30",
        ),
    ]);
}

#[test]
fn monthly_by_position() {
    check(&[
        // The third instance into the month of one of Tuesday, Wednesday, or Thursday, for the
        // next 3 months.
        (
            "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
            "1997-09-04",
            "1997-09: 4, 1997-10: 7, 1997-11: 6",
        ),
        // The second-to-last weekday of the month.
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
            "1997-09-29",
            "1997-09: 29, 1997-10: 30, 1997-11: 27, 1997-12: 30, 1998-01: 29, 1998-02: 26, \
             1998-03: 30",
        ),
    ]);
}

#[test]
fn yearly() {
    check(&[
        // Yearly in June and July for 10 occurrences.
        (
            "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
            "1997-06-10",
            "1997-06: 10, 1997-07: 10, 1998-06: 10, 1998-07: 10, 1999-06: 10, 1999-07: 10, \
             2000-06: 10, 2000-07: 10, 2001-06: 10, 2001-07: 10",
        ),
        // Every other year on January, February, and March for 10 occurrences.
        (
            "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
            "1997-03-10",
            "1997-03: 10, 1999-01: 10, 1999-02: 10, 1999-03: 10, 2001-01: 10, 2001-02: 10, \
             2001-03: 10, 2003-01: 10, 2003-02: 10, 2003-03: 10",
        ),
        // Every 20th Monday of the year, forever.
        ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1997-05: 19, 1998-05: 18, 1999-05: 17"),
        // Every Thursday in March, forever.
        (
            "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
            "1997-03-13",
            "1997-03: 13 20 27, 1998-03: 5 12 19 26, 1999-03: 4 11 18 25",
        ),
        // Every Thursday, but only during June, July, and August, forever.
        (
            "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
            "1997-06-05",
            "1997-06: 5 12 19 26, 1997-07: 3 10 17 24 31, 1997-08: 7 14 21 28, \
             1998-06: 4 11 18 25, 1998-07: 2 9 16 23 30, 1998-08: 6 13 20 27, \
             1999-06: 3 10 17 24, 1999-07: 1 8 15 22 29, 1999-08: 5 12 19 26",
        ),
        // U.S. Presidential Election day: every 4 years, the first Tuesday after a Monday in
        // November, forever.
        (
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
            "1996-11-05",
            "1996-11: 5, 2000-11: 7, 2004-11: 2",
        ),
    ]);
}

// The rest of the section finds days of a year, weeks, or times of day.
#[test]
fn what_is_not_about_dates_is_refused() {
    for text in [
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
    ] {
        let error: RuleError = text.parse::<Rule>().expect_err(text);
        assert!(matches!(error, RuleError::Unsupported { .. }), "{text}: {error}");
    }
    for text in [
        "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z",
        "FREQ=MINUTELY;INTERVAL=15;COUNT=6",
        "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
    ] {
        let error: RuleError = text.parse::<Rule>().expect_err(text);
        assert!(matches!(error, RuleError::TooOften { .. }), "{text}: {error}");
    }
}
