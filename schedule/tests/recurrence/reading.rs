//! What is a rule, and what is said of a text that is none.

use schedule::{Rule, RuleError};

use crate::rule;

/// Each row: a text, and what it is read as, in our own spelling.
#[track_caller]
fn check_read(rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        assert_eq!(rule(text).to_string(), *expected, "{text}");
    }
}

/// Each row: a text, and the sentence that refuses it.
#[track_caller]
fn check_refused(rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        let error: RuleError = text.parse::<Rule>().expect_err(text);
        assert_eq!(error.to_string(), *expected, "{text}");
    }
}

#[test]
fn every_part_is_read() {
    check_read(&[
        ("FREQ=DAILY", "FREQ=DAILY"),
        ("FREQ=WEEKLY", "FREQ=WEEKLY"),
        ("FREQ=MONTHLY", "FREQ=MONTHLY"),
        ("FREQ=YEARLY", "FREQ=YEARLY"),
        ("FREQ=DAILY;INTERVAL=1000", "FREQ=DAILY;INTERVAL=1000"),
        ("FREQ=DAILY;COUNT=10000", "FREQ=DAILY;COUNT=10000"),
        ("FREQ=DAILY;COUNT=1", "FREQ=DAILY;COUNT=1"),
        ("FREQ=DAILY;UNTIL=20261231", "FREQ=DAILY;UNTIL=20261231"),
        ("FREQ=DAILY;UNTIL=20261231T190000", "FREQ=DAILY;UNTIL=20261231T190000"),
        ("FREQ=DAILY;UNTIL=20270101T010000Z", "FREQ=DAILY;UNTIL=20270101T010000Z"),
        ("FREQ=YEARLY;BYMONTH=1,12", "FREQ=YEARLY;BYMONTH=1,12"),
        ("FREQ=MONTHLY;BYMONTHDAY=-31,-1,1,31", "FREQ=MONTHLY;BYMONTHDAY=-31,-1,1,31"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"),
        ("FREQ=MONTHLY;BYDAY=-5MO,-1FR,TU,2TH,5SU", "FREQ=MONTHLY;BYDAY=TU,-5MO,-1FR,2TH,5SU"),
        ("FREQ=YEARLY;BYDAY=-53MO,53SU", "FREQ=YEARLY;BYDAY=-53MO,53SU"),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=-5MO,5SU", "FREQ=YEARLY;BYMONTH=5;BYDAY=-5MO,5SU"),
        ("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-366,366", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-366,366"),
        ("FREQ=WEEKLY;WKST=SU", "FREQ=WEEKLY;WKST=SU"),
    ]);
}

// RFC 5545, 3.3.10: parts come in any order, and names and values in any case (section 2). Spaces
// are not in the standard, but in what people copy.
#[test]
fn a_rule_is_written_in_one_way_however_it_was_spelt() {
    check_read(&[
        ("freq=weekly;byday=th", "FREQ=WEEKLY;BYDAY=TH"),
        ("BYDAY=TH;FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TH"),
        ("RRULE:FREQ=WEEKLY;BYDAY=TH", "FREQ=WEEKLY;BYDAY=TH"),
        ("  FREQ = WEEKLY ; BYDAY = TH , TU ", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("FREQ=WEEKLY;BYDAY=TH,TH", "FREQ=WEEKLY;BYDAY=TH"),
        ("FREQ=MONTHLY;BYMONTHDAY=15,1,+15", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("FREQ=MONTHLY;BYDAY=+2TH", "FREQ=MONTHLY;BYDAY=2TH"),
        // What goes without saying is not said.
        ("FREQ=DAILY;INTERVAL=1;WKST=MO", "FREQ=DAILY"),
    ]);
}

#[test]
fn what_is_no_rule_is_refused() {
    check_refused(&[
        ("", "expected parts such as `FREQ=WEEKLY;BYDAY=TH`, but found ``"),
        ("weekly", "expected parts such as `FREQ=WEEKLY;BYDAY=TH`, but found `weekly`"),
        (
            "every Thursday",
            "expected parts such as `FREQ=WEEKLY;BYDAY=TH`, but found `every Thursday`",
        ),
        ("0 19 * * 4", "expected parts such as `FREQ=WEEKLY;BYDAY=TH`, but found `0 19 * * 4`"),
        ("FREQ=", "expected parts such as `FREQ=WEEKLY;BYDAY=TH`, but found `FREQ=`"),
        ("FREQ=DAILY;COUNT", "expected parts such as `FREQ=WEEKLY;BYDAY=TH`, but found `COUNT`"),
        ("FREQ=DAILY;", "expected parts such as `FREQ=WEEKLY;BYDAY=TH`, but found ``"),
        ("FREQ=DAILY;;COUNT=2", "expected parts such as `FREQ=WEEKLY;BYDAY=TH`, but found ``"),
        ("=DAILY", "a rule has no part ``"),
        ("EVERY=THURSDAY", "a rule has no part `EVERY`"),
        ("FREQ=DAILY;BYEASTER=1", "a rule has no part `BYEASTER`"),
        ("INTERVAL=2", "the rule does not say how often: it has no `FREQ`"),
        ("FREQ=DAILY;FREQ=WEEKLY", "`FREQ` stands twice in the rule"),
        ("FREQ=WEEKLY;BYDAY=TH;BYDAY=TU", "`BYDAY` stands twice in the rule"),
        ("FREQ=DAILY;UNTIL=20261231;UNTIL=20271231", "`UNTIL` stands twice in the rule"),
    ]);
}

#[test]
fn a_window_recurs_at_most_daily() {
    const DAILY: &str = "is too often: a window recurs at most daily";
    const WORDS: &str = "expected `DAILY`, `WEEKLY`, `MONTHLY` or `YEARLY` for `FREQ`, but found";
    check_refused(&[
        ("FREQ=HOURLY", &format!("`HOURLY` {DAILY}")),
        ("FREQ=MINUTELY", &format!("`MINUTELY` {DAILY}")),
        ("FREQ=SECONDLY", &format!("`SECONDLY` {DAILY}")),
        ("FREQ=BIWEEKLY", &format!("{WORDS} `BIWEEKLY`")),
        ("FREQ=WEEK", &format!("{WORDS} `WEEK`")),
    ]);
}

#[test]
fn parts_that_find_other_things_than_dates_are_named() {
    for name in ["BYSECOND", "BYMINUTE", "BYHOUR", "BYYEARDAY", "BYWEEKNO", "RSCALE", "SKIP"] {
        let text = format!("FREQ=YEARLY;{name}=1");
        let error: RuleError = text.parse::<Rule>().expect_err("the rows are refused");
        assert_eq!(error, RuleError::Unsupported { name: name.to_owned() });
        let expected = format!(
            "`{name}` is not supported: a window recurs on dates, at the time of its start"
        );
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn every_number_has_a_range() {
    #[track_caller]
    fn check(part: &str, values: &[&str], expected: &str) {
        for value in values {
            let text = format!("FREQ=YEARLY;{part}={value}");
            let error: RuleError = text.parse::<Rule>().expect_err(&text);
            let found = value.split(',').next_back().expect("a value has a last entry");
            assert_eq!(
                error.to_string(),
                format!("expected {expected} for `{part}`, but found `{found}`")
            );
        }
    }
    const HUGE: &str = "99999999999999999999";
    check("INTERVAL", &["0", "-1", "1001", "1.5", "TWO", "2 3", HUGE], "1 to 1,000");
    check("COUNT", &["0", "-1", "10001", HUGE], "1 to 10,000");
    check("BYMONTH", &["0", "13", "-1", "1,13", "JAN", HUGE], "1 to 12");
    check("BYMONTHDAY", &["0", "32", "-32", "1,32", "1,LAST", HUGE], "1 to 31 or -1 to -31");
    check("BYSETPOS", &["0", "367", "-367", "1,0", "-32768", HUGE], "1 to 366 or -1 to -366");
    check("WKST", &["XX", "MONDAY", "1", "2MO"], "a day such as `MO`");
    let days = ["XX", "THU", "0TH", "T", "É", "2", "--1FR", "1-FR", "300FR", "TH,FRI", "2 TH"];
    check("BYDAY", &days, "days such as `TH`, `2TH` or `-1FR`");
    let untils = [
        "2026",
        "2026-12-31",
        "20261301",
        "20260230",
        "20261231T19",
        "20261231T250000",
        "20261231Z",
        "20261231T190000+0100",
        "TOMORROW",
        "+2026123",
        "-2026123",
        "2026 1 1",
        "202612311T190000",
    ];
    check("UNTIL", &untils, "`20261231`, `20261231T190000` or `20270101T010000Z`");
}

#[test]
fn an_empty_entry_of_a_list_is_refused() {
    check_refused(&[
        ("FREQ=YEARLY;BYMONTH=1,", "expected 1 to 12 for `BYMONTH`, but found ``"),
        (
            "FREQ=WEEKLY;BYDAY=,TH",
            "expected days such as `TH`, `2TH` or `-1FR` for `BYDAY`, but found ``",
        ),
    ]);
}

#[test]
fn parts_that_say_nothing_together_are_refused() {
    const ORDINAL: &str = "counts days in a month or a year, which this rule has none of";
    check_refused(&[
        (
            "FREQ=DAILY;COUNT=3;UNTIL=20261231",
            "a rule stops after a `COUNT` or with an `UNTIL`, not both",
        ),
        ("FREQ=WEEKLY;BYDAY=2TH", &format!("`2TH` {ORDINAL}")),
        ("FREQ=DAILY;BYDAY=MO,-1FR", &format!("`-1FR` {ORDINAL}")),
        ("FREQ=WEEKLY;BYMONTHDAY=15", "a weekly rule has no `BYMONTHDAY`"),
        (
            "FREQ=MONTHLY;BYSETPOS=1",
            "`BYSETPOS` chooses among the dates of another `BY…`, and there is none",
        ),
        // A month has no sixth Friday, and a year no fifty-fourth.
        ("FREQ=MONTHLY;BYDAY=6FR", "expected an ordinal up to 5 for `BYDAY`, but found `6FR`"),
        ("FREQ=MONTHLY;BYDAY=-6FR", "expected an ordinal up to 5 for `BYDAY`, but found `-6FR`"),
        (
            "FREQ=YEARLY;BYMONTH=3;BYDAY=6FR",
            "expected an ordinal up to 5 for `BYDAY`, but found `6FR`",
        ),
        ("FREQ=YEARLY;BYDAY=54FR", "expected an ordinal up to 53 for `BYDAY`, but found `54FR`"),
        (
            "FREQ=YEARLY;BYDAY=-128FR",
            "expected an ordinal up to 53 for `BYDAY`, but found `-128FR`",
        ),
    ]);
}
