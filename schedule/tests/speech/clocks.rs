//! Spans in which clocks change: each side has its own offset, or an hour would be hidden.

use crate::spans::check;

#[test]
fn a_span_in_which_clocks_change() {
    // Clocks go forward at 2 a.m.: one hour, shown as two.
    check(
        "2025-03-09T01:00:00-06:00",
        "2025-03-09T03:00:00-05:00",
        "CT",
        "Sunday, March 9, 2025, 1:00 a.m. (CT, UTC−6) – 3:00 a.m. (CT, UTC−5)",
        "domingo, 9 de marzo de 2025, 1:00 a. m. (CT, UTC−6) – 3:00 a. m. (CT, UTC−5)",
    );
    // Clocks go back: one hour, shown as none; on one day, and on two.
    check(
        "2025-11-02T01:30:00-05:00",
        "2025-11-02T01:30:00-06:00",
        "CT",
        "Sunday, November 2, 2025, 1:30 a.m. (CT, UTC−5) – 1:30 a.m. (CT, UTC−6)",
        "domingo, 2 de noviembre de 2025, 1:30 a. m. (CT, UTC−5) – 1:30 a. m. (CT, UTC−6)",
    );
    check(
        "2025-11-01T22:00:00-05:00",
        "2025-11-02T06:00:00-06:00",
        "CT",
        "Saturday, November 1, 2025, 10:00 p.m. (CT, UTC−5) – \
         Sunday, November 2, 6:00 a.m. (CT, UTC−6)",
        "sábado, 1 de noviembre de 2025, 10:00 p. m. (CT, UTC−5) – \
         domingo, 2 de noviembre, 6:00 a. m. (CT, UTC−6)",
    );
    // What `Intl`'s `formatRange` calls "02:00–03:00 Uhr", and it takes two hours.
    check(
        "2026-10-25T02:00:00+02:00",
        "2026-10-25T03:00:00+01:00",
        "Berlin time",
        "Sunday, October 25, 2026, 2:00 a.m. (Berlin time, UTC+2) – \
         3:00 a.m. (Berlin time, UTC+1)",
        "domingo, 25 de octubre de 2026, 2:00 a. m. (Berlin time, UTC+2) – \
         3:00 a. m. (Berlin time, UTC+1)",
    );
    // Half an hour on Lord Howe Island.
    check(
        "2025-04-06T01:45:00+11:00",
        "2025-04-06T01:45:00+10:30",
        "Lord Howe time",
        "Sunday, April 6, 2025, 1:45 a.m. (Lord Howe time, UTC+11) – \
         1:45 a.m. (Lord Howe time, UTC+10:30)",
        "domingo, 6 de abril de 2025, 1:45 a. m. (Lord Howe time, UTC+11) – \
         1:45 a. m. (Lord Howe time, UTC+10:30)",
    );
    // Havana's second midnight of that night ends no Saturday: its Sunday is an hour old.
    check(
        "2025-11-01T19:00:00-04:00",
        "2025-11-02T00:00:00-05:00",
        "Havana time",
        "Saturday, November 1, 2025, 7:00 p.m. (Havana time, UTC−4) – \
         Sunday, November 2, 12:00 midnight at the start of the day (Havana time, UTC−5)",
        "sábado, 1 de noviembre de 2025, 7:00 p. m. (Havana time, UTC−4) – \
         domingo, 2 de noviembre, 12:00 de la medianoche al comienzo del día (Havana time, UTC−5)",
    );
    // Winter and winter, with a summer in between: the same offset, and nothing is in doubt.
    check(
        "2025-02-06T19:00:00-06:00",
        "2025-12-06T21:00:00-06:00",
        "CT",
        "Thursday, February 6, 2025, 7:00 p.m. – Saturday, December 6, 9:00 p.m. (CT)",
        "jueves, 6 de febrero de 2025, 7:00 p. m. – sábado, 6 de diciembre, 9:00 p. m. (CT)",
    );
}
