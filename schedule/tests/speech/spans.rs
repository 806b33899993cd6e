//! Spans of time, with and without an end.

use schedule::speech;

use crate::instant;

#[track_caller]
pub(crate) fn check(start: &str, end: &str, label: &str, english: &str, spanish: &str) {
    let (start, end) = (instant(start), instant(end));
    crate::check(label, |speech| speech.span(start, end), english, spanish);
    assert_eq!(speech::span(start, end, label), english);
}

#[test]
fn a_span_within_a_day() {
    // As the founding notice has it.
    check(
        "2025-02-06T19:00:00-06:00",
        "2025-02-06T21:00:00-06:00",
        "CT",
        "Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)",
        "jueves, 6 de febrero de 2025, 7:00 p. m. – 9:00 p. m. (CT)",
    );
    check(
        "2025-02-06T12:00:00Z",
        "2025-02-06T12:30:15Z",
        "UTC",
        "Thursday, February 6, 2025, 12:00 noon – 12:30:15 p.m. (UTC)",
        "jueves, 6 de febrero de 2025, 12:00 del mediodía – 12:30:15 p. m. (UTC)",
    );
    check(
        "2025-06-01T00:30:00+05:45",
        "2025-06-01T12:00:00+05:45",
        "Kathmandu time",
        "Sunday, June 1, 2025, 12:30 a.m. – 12:00 noon (Kathmandu time)",
        "domingo, 1 de junio de 2025, 12:30 a. m. – 12:00 del mediodía (Kathmandu time)",
    );
}

#[test]
fn a_span_that_touches_midnight() {
    check(
        "2025-02-06T19:00:00-06:00",
        "2025-02-07T00:00:00-06:00",
        "CT",
        "Thursday, February 6, 2025, 7:00 p.m. – 12:00 midnight at the end of the day (CT)",
        "jueves, 6 de febrero de 2025, 7:00 p. m. – 12:00 de la medianoche al final del día (CT)",
    );
    check(
        "2025-02-07T00:00:00-06:00",
        "2025-02-07T02:00:00-06:00",
        "CT",
        "Friday, February 7, 2025, 12:00 midnight at the start of the day – 2:00 a.m. (CT)",
        "viernes, 7 de febrero de 2025, 12:00 de la medianoche al comienzo del día – 2:00 a. m. (CT)",
    );
    // A whole day.
    check(
        "2024-02-29T00:00:00-06:00",
        "2024-03-01T00:00:00-06:00",
        "CT",
        "Thursday, February 29, 2024, 12:00 midnight at the start of the day – \
         12:00 midnight at the end of the day (CT)",
        "jueves, 29 de febrero de 2024, 12:00 de la medianoche al comienzo del día – \
         12:00 de la medianoche al final del día (CT)",
    );
    // The last evening of a year does not touch the next.
    check(
        "2025-12-31T22:00:00+01:00",
        "2026-01-01T00:00:00+01:00",
        "CET",
        "Wednesday, December 31, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CET)",
        "miércoles, 31 de diciembre de 2025, 10:00 p. m. – \
         12:00 de la medianoche al final del día (CET)",
    );
}

#[test]
fn a_span_over_several_days() {
    check(
        "2025-02-06T22:00:00-06:00",
        "2025-02-07T00:30:00-06:00",
        "CT",
        "Thursday, February 6, 2025, 10:00 p.m. – Friday, February 7, 12:30 a.m. (CT)",
        "jueves, 6 de febrero de 2025, 10:00 p. m. – viernes, 7 de febrero, 12:30 a. m. (CT)",
    );
    check(
        "2025-01-31T22:00:00-06:00",
        "2025-02-03T06:00:00-06:00",
        "CT",
        "Friday, January 31, 2025, 10:00 p.m. – Monday, February 3, 6:00 a.m. (CT)",
        "viernes, 31 de enero de 2025, 10:00 p. m. – lunes, 3 de febrero, 6:00 a. m. (CT)",
    );
    // Until the end of Sunday.
    check(
        "2024-02-28T22:00:00-06:00",
        "2024-03-04T00:00:00-06:00",
        "CT",
        "Wednesday, February 28, 2024, 10:00 p.m. – \
         Sunday, March 3, 12:00 midnight at the end of the day (CT)",
        "miércoles, 28 de febrero de 2024, 10:00 p. m. – \
         domingo, 3 de marzo, 12:00 de la medianoche al final del día (CT)",
    );
    // Over a year, the year is on both sides.
    check(
        "2025-12-31T22:00:00+01:00",
        "2026-01-01T02:00:00+01:00",
        "CET",
        "Wednesday, December 31, 2025, 10:00 p.m. – Thursday, January 1, 2026, 2:00 a.m. (CET)",
        "miércoles, 31 de diciembre de 2025, 10:00 p. m. – \
         jueves, 1 de enero de 2026, 2:00 a. m. (CET)",
    );
    // The same day of the week, of the month and of the year.
    check(
        "2025-02-06T19:00:00-06:00",
        "2031-02-06T19:00:00-06:00",
        "CT",
        "Thursday, February 6, 2025, 7:00 p.m. – Thursday, February 6, 2031, 7:00 p.m. (CT)",
        "jueves, 6 de febrero de 2025, 7:00 p. m. – jueves, 6 de febrero de 2031, 7:00 p. m. (CT)",
    );
}

#[test]
fn a_span_without_an_end() {
    #[track_caller]
    fn check(start: &str, english: &str, spanish: &str) {
        crate::check("CT", |speech| speech.open_span(instant(start)), english, spanish);
    }
    check(
        "2025-02-06T19:00:00-06:00",
        "from Thursday, February 6, 2025, 7:00 p.m. (CT) on; the end is not known yet",
        "desde el jueves, 6 de febrero de 2025, 7:00 p. m. (CT); aún no se sabe cuándo termina",
    );
    check(
        "2025-02-07T00:00:00-06:00",
        "from Friday, February 7, 2025, 12:00 midnight at the start of the day (CT) on; \
         the end is not known yet",
        "desde el viernes, 7 de febrero de 2025, 12:00 de la medianoche al comienzo del día (CT); \
         aún no se sabe cuándo termina",
    );
}
