//! What is refused, in which words.

use expect_test::{Expect, expect};

use super::{NOW, at};

#[track_caller]
fn check(texts: &[&str], expected: &Expect) {
    let mut said = String::new();
    for text in texts {
        let error = at(text, NOW).expect_err(text);
        said += &format!("{error}\n");
        if let Some(help) = error.help() {
            said += &format!("  = {help}\n");
        }
    }
    expected.assert_eq(&said);
}

#[test]
fn what_may_be_two_times() {
    check(
        &["7", "7:00", "Thu 7", "tomorrow at 7:30"],
        &expect![[r#"
        expected one time, found `7`, which may be in the morning or in the evening
          = write `2025-02-06 19:00` for Thursday, February 6, 2025, 7:00 p.m. (CT), or `2025-02-07 07:00` for Friday, February 7, 2025, 7:00 a.m. (CT)
        expected one time, found `7:00`, which may be in the morning or in the evening
          = write `2025-02-06 19:00` for Thursday, February 6, 2025, 7:00 p.m. (CT), or `2025-02-07 07:00` for Friday, February 7, 2025, 7:00 a.m. (CT)
        expected one time, found `Thu 7`, which may be in the morning or in the evening
          = write `2025-02-06 19:00` for Thursday, February 6, 2025, 7:00 p.m. (CT), or `2025-02-13 07:00` for Thursday, February 13, 2025, 7:00 a.m. (CT)
        expected one time, found `tomorrow at 7:30`, which may be in the morning or in the evening
          = write `2025-02-07 07:30` for Friday, February 7, 2025, 7:30 a.m. (CT), or `2025-02-07 19:30` for Friday, February 7, 2025, 7:30 p.m. (CT)
    "#]],
    );
    check(
        &["12am", "Fri 12 p.m.", "midnight", "Fri midnight"],
        &expect![[r#"
        expected one time, found `12am`, which is noon to some and midnight to others
          = write `2025-02-07 00:00` for Friday, February 7, 2025, 12:00 midnight at the start of the day (CT), or `2025-02-07 12:00` for Friday, February 7, 2025, 12:00 noon (CT)
        expected one time, found `Fri 12 p.m.`, which is noon to some and midnight to others
          = write `2025-02-07 00:00` for Friday, February 7, 2025, 12:00 midnight at the start of the day (CT), or `2025-02-07 12:00` for Friday, February 7, 2025, 12:00 noon (CT), or `2025-02-07 24:00` for Friday, February 7, 2025, 12:00 midnight at the end of the day (CT)
        expected one time, found `midnight`, which may begin the day or end it
          = write `2025-02-06 00:00` for Thursday, February 6, 2025, 12:00 midnight at the start of the day (CT), or `2025-02-06 24:00` for Thursday, February 6, 2025, 12:00 midnight at the end of the day (CT)
        expected one time, found `Fri midnight`, which may begin the day or end it
          = write `2025-02-07 00:00` for Friday, February 7, 2025, 12:00 midnight at the start of the day (CT), or `2025-02-07 24:00` for Friday, February 7, 2025, 12:00 midnight at the end of the day (CT)
    "#]],
    );
    check(
        &["02/06/2025 19:00", "2/6 7pm", "06.02.2025 19:00", "2/6 7"],
        &expect![[r#"
        expected one time, found `02/06/2025 19:00`, which has the month first for some, and the day first for others
          = write `2025-02-06 19:00` for Thursday, February 6, 2025, 7:00 p.m. (CT), or `2025-06-02 19:00` for Monday, June 2, 2025, 7:00 p.m. (CT)
        expected one time, found `2/6 7pm`, which has the month first for some, and the day first for others
          = write `2025-02-06 19:00` for Thursday, February 6, 2025, 7:00 p.m. (CT), or `2025-06-02 19:00` for Monday, June 2, 2025, 7:00 p.m. (CT)
        expected one time, found `06.02.2025 19:00`, which has the month first for some, and the day first for others
          = write `2025-02-06 19:00` for Thursday, February 6, 2025, 7:00 p.m. (CT), or `2025-06-02 19:00` for Monday, June 2, 2025, 7:00 p.m. (CT)
        expected one time, found `2/6 7`, which may be in the morning or in the evening
          = write `2025-02-06 19:00` for Thursday, February 6, 2025, 7:00 p.m. (CT), or `2025-06-02 07:00` for Monday, June 2, 2025, 7:00 a.m. (CT), or `2025-06-02 19:00` for Monday, June 2, 2025, 7:00 p.m. (CT), or `2026-02-06 07:00` for Friday, February 6, 2026, 7:00 a.m. (CT)
    "#]],
    );
    check(
        &["next Thursday 7pm", "next Fri 19:00", "tonight 1am"],
        &expect![[r#"
            expected one time, found `next Thursday 7pm`, which is the one that comes for some, and the one after it for others
              = write `2025-02-06 19:00` for Thursday, February 6, 2025, 7:00 p.m. (CT), or `2025-02-13 19:00` for Thursday, February 13, 2025, 7:00 p.m. (CT)
            expected one time, found `next Fri 19:00`, which is the one that comes for some, and the one after it for others
              = write `2025-02-07 19:00` for Friday, February 7, 2025, 7:00 p.m. (CT), or `2025-02-14 19:00` for Friday, February 14, 2025, 7:00 p.m. (CT)
            expected one time, found `tonight 1am`, which may be before this evening or after it
              = write `2025-02-06 01:00` for Thursday, February 6, 2025, 1:00 a.m. (CT), or `2025-02-07 01:00` for Friday, February 7, 2025, 1:00 a.m. (CT)
        "#]],
    );
    check(
        &["7:00 UTC", "Feb 7 7:00 America/New_York"],
        &expect![[r#"
            expected one time, found `7:00 UTC`, which may be in the morning or in the evening
              = write `2025-02-07 07:00 UTC` for Friday, February 7, 2025, 7:00 a.m. (UTC), or `2025-02-07 19:00 UTC` for Friday, February 7, 2025, 7:00 p.m. (UTC)
            expected one time, found `Feb 7 7:00 America/New_York`, which may be in the morning or in the evening
              = write `2025-02-07 07:00 America/New_York` for Friday, February 7, 2025, 7:00 a.m. (America/New_York), or `2025-02-07 19:00 America/New_York` for Friday, February 7, 2025, 7:00 p.m. (America/New_York)
        "#]],
    );
}

#[test]
fn what_clocks_skip_or_repeat() {
    check(
        &["2025-03-09 02:30", "Mar 9 2:30 am", "Nov 2 01:30"],
        &expect![[r#"
        Sunday, March 9, 2025, 2:30 a.m. does not exist in America/Chicago: clocks jump over it
          = write `2025-03-09T01:30:00-06:00` for Sunday, March 9, 2025, 1:30 a.m. (UTC−6), or `2025-03-09T03:30:00-05:00` for Sunday, March 9, 2025, 3:30 a.m. (UTC−5)
        Sunday, March 9, 2025, 2:30 a.m. does not exist in America/Chicago: clocks jump over it
          = write `2025-03-09T01:30:00-06:00` for Sunday, March 9, 2025, 1:30 a.m. (UTC−6), or `2025-03-09T03:30:00-05:00` for Sunday, March 9, 2025, 3:30 a.m. (UTC−5)
        Sunday, November 2, 2025, 1:30 a.m. comes twice in America/Chicago: clocks are put back
          = write `2025-11-02T01:30:00-05:00` for the first, or `2025-11-02T01:30:00-06:00` for the second, 60 minutes later
    "#]],
    );
    check(
        &["2025-03-30 01:30 Europe/London", "2025-02-06 19:00 (CT, UTC−5)"],
        &expect![[r#"
        Sunday, March 30, 2025, 1:30 a.m. does not exist in Europe/London: clocks jump over it
          = write `2025-03-30T00:30:00+00:00` for Sunday, March 30, 2025, 12:30 a.m. (UTC+0), or `2025-03-30T02:30:00+01:00` for Sunday, March 30, 2025, 2:30 a.m. (UTC+1)
        expected the offset that clocks of America/Chicago have then, UTC−6, found UTC−5
          = write `2025-02-06T18:00:00-06:00`, or leave the offset out
    "#]],
    );
}

#[test]
fn zones_that_are_more_than_one() {
    check(
        &["7pm CST", "7pm EST", "19:00 GMT", "19:00 Central", "7pm (MT)"],
        &expect![[r#"
        expected a zone that can be told from all others, found `CST`
          = leave it out, or write `CT`, for America/Chicago; for other clocks write the name of their zone such as `America/New_York`, or an offset such as `UTC-5`
        expected a zone that can be told from all others, found `EST`
          = leave it out, or write `CT`, for America/Chicago; for other clocks write the name of their zone such as `America/New_York`, or an offset such as `UTC-5`
        expected a zone that can be told from all others, found `GMT`
          = leave it out, or write `CT`, for America/Chicago; for other clocks write the name of their zone such as `America/New_York`, or an offset such as `UTC-5`
        expected a zone that can be told from all others, found `Central`
          = leave it out, or write `CT`, for America/Chicago; for other clocks write the name of their zone such as `America/New_York`, or an offset such as `UTC-5`
        expected a zone that can be told from all others, found `MT`
          = leave it out, or write `CT`, for America/Chicago; for other clocks write the name of their zone such as `America/New_York`, or an offset such as `UTC-5`
    "#]],
    );
    check(
        &["7pm America/Chicagoo"],
        &expect![[r#"
        expected a zone that can be told from all others, found `America/Chicagoo`
          = leave it out, or write `CT`, for America/Chicago; for other clocks write the name of their zone such as `America/New_York`, or an offset such as `UTC-5`
    "#]],
    );
}

#[test]
fn what_lacks_something_or_has_too_much() {
    check(
        &["Thu", "tomorrow", "2025-02-06", "Feb 6", "2/6"],
        &expect![[r#"
            expected a time of day behind the date, found `Thu`
              = write `2025-02-06 19:00` for seven in the evening of Thursday, February 6, 2025
            expected a time of day behind the date, found `tomorrow`
              = write `2025-02-07 19:00` for seven in the evening of Friday, February 7, 2025
            expected a time of day behind the date, found `2025-02-06`
              = write `2025-02-06 19:00` for seven in the evening of Thursday, February 6, 2025
            expected a time of day behind the date, found `Feb 6`
              = write `2025-02-06 19:00` for seven in the evening of Thursday, February 6, 2025
            expected a time of day behind the date, found `2/6`
              = write `2025-02-06 19:00` for seven in the evening of Thursday, February 6, 2025, or `2025-06-02 19:00` for seven in the evening of Monday, June 2, 2025
        "#]],
    );
    check(
        &["1900", "19", "Thu 1900", "19.30", "Feb 6 1900"],
        &expect![[r#"
            expected a time of day such as `19:00`, found `1900`
              = write `19:00` for the time of day
            expected a time of day such as `19:00`, found `19`
              = write `19:00` for the time of day
            expected a time of day such as `19:00`, found `Thu 1900`
              = write `19:00` for the time of day
            expected a time of day such as `19:30`, found `19.30`
              = write `19:30` for the time of day
            expected a time of day such as `19:00`, found `Feb 6 1900`
              = write `19:00` for the time of day
        "#]],
    );
    check(
        &["7pm-9pm", "19:00-21:00", "2025-02-06 19:00-21:00", "7pm to 9pm", "7pm 9pm", "7-9pm"],
        &expect![[r#"
            expected one time, found `7pm-9pm`
              = the end goes into an option of its own; an offset is from -12:00 to +14:00
            expected one time, found `19:00-21:00`
              = the end goes into an option of its own; an offset is from -12:00 to +14:00
            expected one time, found `2025-02-06 19:00-21:00`
              = the end goes into an option of its own; an offset is from -12:00 to +14:00
            expected one time, found `7pm to 9pm`
              = the end goes into an option of its own; an offset is from -12:00 to +14:00
            expected one time, found `7pm 9pm`
              = the end goes into an option of its own; an offset is from -12:00 to +14:00
            expected one time, found `7-9pm`
              = the end goes into an option of its own; an offset is from -12:00 to +14:00
        "#]],
    );
    check(
        &["Fri Feb 6 2025 7pm", "Feb 30 7pm", "31.02.2025 19:00"],
        &expect![[r#"
        expected a date on a Friday, found `Fri Feb 6 2025 7pm`, which is Thursday, February 6, 2025
          = write `2025-02-06` for Thursday, February 6, 2025, or another date
        expected a date that is in the calendar, found `Feb 30 7pm`
        expected a date that is in the calendar, found `31.02.2025 19:00`
    "#]],
    );
    check(
        &["2019-12-31 23:59", "2100-01-01 00:00", "in 0s", "in 2 weeks"],
        &expect![[r#"
            expected a year from 2020 to 2099, found `2019-12-31 23:59`
            expected a year from 2020 to 2099, found `2100-01-01 00:00`
            expected a time such as `Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`, found `in 0s`
            expected a time such as `Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`, found `in 2 weeks`
        "#]],
    );
    check(
        &["", "soon", "7pmm", "25:00", "19:60", "13pm", "0pm", "20m", "\u{1b}[2J"],
        &expect![[r#"
            expected a time such as `Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`, found ``
            expected a time such as `Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`, found `soon`
            expected a time such as `Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`, found `7pmm`
            expected a time such as `Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`, found `25:00`
            expected a time such as `Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`, found `19:60`
            expected a time such as `Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`, found `13pm`
            expected a time such as `Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`, found `0pm`
            expected a time, found the length `20m`
              = write `in 20m` for so long from now
            expected a time such as `Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`, found `\u{1b}[2J`
        "#]],
    );
}
