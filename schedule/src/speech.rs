//! Instants in words, for people: the weekday always, the service's label for its zone always,
//! noon and midnight by name, and never "today" or "soon", which are wrong when read later.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Timelike};

/// "Thursday, February 6, 2025, 9:00 p.m. (CT)".
///
/// # Examples
///
/// ```
/// let end = "2025-02-06T21:00:00-06:00".parse().unwrap();
/// assert_eq!(schedule::speech::moment(end, "CT"), "Thursday, February 6, 2025, 9:00 p.m. (CT)");
/// ```
pub fn moment(instant: DateTime<FixedOffset>, label: &str) -> String {
    format!("{}, {} ({label})", date(instant.date_naive()), time(instant.time()))
}

/// "Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)", with the date of the end when it is
/// another one.
///
/// When clocks change in between, each side has its own offset: "1:30 a.m. – 1:30 a.m." would
/// hide an hour.
///
/// # Examples
///
/// ```
/// use schedule::speech::span;
///
/// let start = "2025-02-06T19:00:00-06:00".parse().unwrap();
/// let end = "2025-02-06T21:00:00-06:00".parse().unwrap();
/// assert_eq!(span(start, end, "CT"), "Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)");
///
/// let start = "2025-11-02T01:30:00-05:00".parse().unwrap();
/// let end = "2025-11-02T01:30:00-06:00".parse().unwrap();
/// assert_eq!(
///     span(start, end, "CT"),
///     "Sunday, November 2, 2025, 1:30 a.m. (CT, UTC−5) – 1:30 a.m. (CT, UTC−6)",
/// );
/// ```
pub fn span(start: DateTime<FixedOffset>, end: DateTime<FixedOffset>, label: &str) -> String {
    let changes = start.offset() != end.offset();
    let place = |instant: DateTime<FixedOffset>| match changes {
        true => format!(" ({label}, {})", offset(*instant.offset())),
        false => String::new(),
    };
    let mut words =
        format!("{}, {}{} – ", date(start.date_naive()), time(start.time()), place(start));
    if start.date_naive() != end.date_naive() {
        words += &format!("{}, ", date(end.date_naive()));
    }
    words += &format!("{}{}", time(end.time()), place(end));
    if !changes {
        words += &format!(" ({label})");
    }
    words
}

/// "Thursday, February 6, 2025".
pub fn date(date: NaiveDate) -> String {
    const WEEKDAYS: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let weekday = WEEKDAYS[date.weekday().num_days_from_monday() as usize];
    format!("{weekday}, {} {}, {}", MONTHS[date.month0() as usize], date.day(), date.year())
}

/// "9:00 p.m.", "12:00 noon", "12:00 midnight"; seconds only when there are some.
pub fn time(time: NaiveTime) -> String {
    let (afternoon, hour) = time.hour12();
    let mut words = format!("{hour}:{:02}", time.minute());
    if time.second() != 0 {
        words += &format!(":{:02}", time.second());
    }
    // People take 12 a.m. for noon and 12 p.m. for midnight about as often as not.
    let on_the_hour = hour == 12 && time.minute() == 0 && time.second() == 0;
    words
        + match (on_the_hour, afternoon) {
            (true, true) => " noon",
            (true, false) => " midnight",
            (false, true) => " p.m.",
            (false, false) => " a.m.",
        }
}

/// "UTC−6", "UTC+5:30", with a real minus sign.
pub fn offset(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let sign = if seconds < 0 { '−' } else { '+' };
    let minutes = seconds.abs() / 60;
    match minutes % 60 {
        0 => format!("UTC{sign}{}", minutes / 60),
        rest => format!("UTC{sign}{}:{rest:02}", minutes / 60),
    }
}
