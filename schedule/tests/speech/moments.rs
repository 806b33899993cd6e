//! Instants, with the label and with the offset.

use chrono::FixedOffset;
use schedule::speech;

use crate::instant;

#[test]
fn a_moment() {
    #[track_caller]
    fn check(text: &str, label: &str, english: &str, spanish: &str) {
        crate::check(label, |speech| speech.moment(instant(text)), english, spanish);
        assert_eq!(speech::moment(instant(text), label), english);
    }
    check(
        "2025-02-06T21:00:00-06:00",
        "CT",
        "Thursday, February 6, 2025, 9:00 p.m. (CT)",
        "jueves, 6 de febrero de 2025, 9:00 p. m. (CT)",
    );
    check(
        "2025-01-01T00:00:00Z",
        "UTC",
        "Wednesday, January 1, 2025, 12:00 midnight at the start of the day (UTC)",
        "miércoles, 1 de enero de 2025, 12:00 de la medianoche al comienzo del día (UTC)",
    );
    check(
        "2024-02-29T12:00:00+05:45",
        "NPT",
        "Thursday, February 29, 2024, 12:00 noon (NPT)",
        "jueves, 29 de febrero de 2024, 12:00 del mediodía (NPT)",
    );
    check(
        "2025-12-31T23:59:59+14:00",
        "LINT",
        "Wednesday, December 31, 2025, 11:59:59 p.m. (LINT)",
        "miércoles, 31 de diciembre de 2025, 11:59:59 p. m. (LINT)",
    );
}

#[test]
fn an_exact_moment() {
    #[track_caller]
    fn check(text: &str, label: &str, english: &str, spanish: &str) {
        crate::check(label, |speech| speech.exact(instant(text)), english, spanish);
    }
    // The half past one that comes twice.
    check(
        "2025-11-02T01:30:00-05:00",
        "CT",
        "Sunday, November 2, 2025, 1:30 a.m. (CT, UTC−5)",
        "domingo, 2 de noviembre de 2025, 1:30 a. m. (CT, UTC−5)",
    );
    check(
        "2025-11-02T01:30:00-06:00",
        "CT",
        "Sunday, November 2, 2025, 1:30 a.m. (CT, UTC−6)",
        "domingo, 2 de noviembre de 2025, 1:30 a. m. (CT, UTC−6)",
    );
    // The two midnights of a Havana Sunday.
    check(
        "2025-11-02T00:00:00-05:00",
        "Havana time",
        "Sunday, November 2, 2025, 12:00 midnight at the start of the day (Havana time, UTC−5)",
        "domingo, 2 de noviembre de 2025, 12:00 de la medianoche al comienzo del día \
         (Havana time, UTC−5)",
    );
    check(
        "2025-06-01T09:15:00+05:45",
        "Kathmandu time",
        "Sunday, June 1, 2025, 9:15 a.m. (Kathmandu time, UTC+5:45)",
        "domingo, 1 de junio de 2025, 9:15 a. m. (Kathmandu time, UTC+5:45)",
    );
}

#[test]
fn an_offset() {
    #[track_caller]
    fn check(seconds: i32, words: &str) {
        let offset = FixedOffset::east_opt(seconds).expect("the rows are offsets");
        assert_eq!(speech::offset(offset), words, "{seconds} s");
    }
    const HOUR: i32 = 60 * 60;
    check(0, "UTC+0");
    check(-6 * HOUR, "UTC−6");
    check(14 * HOUR, "UTC+14");
    check(-12 * HOUR, "UTC−12");
    check(5 * HOUR + 30 * 60, "UTC+5:30");
    check(5 * HOUR + 45 * 60, "UTC+5:45");
    // Lord Howe Island, whose clocks change by half an hour.
    check(10 * HOUR + 30 * 60, "UTC+10:30");
    // The sign belongs to the whole: half past three, not three and a half back.
    check(-(3 * HOUR + 30 * 60), "UTC−3:30");
    check(-30 * 60, "UTC−0:30");
    // Monrovia until 1972.
    check(-(44 * 60 + 30), "UTC−0:44:30");
}
