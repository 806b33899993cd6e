//! What a zone made of a local time that its clocks skip or repeat.

use chrono::{NaiveDateTime, TimeDelta};
use schedule::{Decided, Resolution, Zone};

use crate::instant;

#[track_caller]
fn check(label: &str, decided: Decided, english: &str, spanish: &str) {
    crate::check(label, |speech| speech.decided(&decided), english, spanish);
}

#[track_caller]
fn local(text: &str) -> NaiveDateTime {
    text.parse().expect("the rows are local times")
}

#[test]
fn a_time_that_clocks_jump_over() {
    /// The row's zone says itself what is taken.
    #[track_caller]
    fn check(zone: &str, asked: &str, english: &str, spanish: &str) {
        let zone: Zone = zone.parse().expect("the rows have zones");
        let asked = local(asked);
        let Resolution::Gap { before: taken, .. } = zone.resolve(asked) else {
            unreachable!("{asked} is in a gap");
        };
        for (decided, verb, verbo) in [
            (Decided::StartShifted { asked, taken }, "starts", "empieza"),
            (Decided::EndShifted { asked, taken }, "ends", "termina"),
        ] {
            super::check(
                "local time",
                |speech| speech.decided(&decided),
                &english.replace("STARTS", verb),
                &spanish.replace("EMPIEZA", verbo),
            );
        }
    }
    check(
        "America/Chicago",
        "2025-03-09T02:30:00",
        "Sunday, March 9, 2025, 2:30 a.m. does not exist: clocks jump over that time, \
         so it STARTS at 3:30 a.m. (local time)",
        "domingo, 9 de marzo de 2025, 2:30 a. m.: esa hora no existe, pues los relojes se la \
         saltan; EMPIEZA a las 3:30 a. m. (local time)",
    );
    // Havana has a day without a midnight; in Spanish, one o'clock is a singular.
    check(
        "America/Havana",
        "2026-03-08T00:00:00",
        "Sunday, March 8, 2026, 12:00 midnight at the start of the day does not exist: \
         clocks jump over that time, so it STARTS at 1:00 a.m. (local time)",
        "domingo, 8 de marzo de 2026, 12:00 de la medianoche al comienzo del día: esa hora no \
         existe, pues los relojes se la saltan; EMPIEZA a la 1:00 a. m. (local time)",
    );
    // In Ittoqqortoormiit clocks jump from 11 p.m. to the next day.
    check(
        "America/Scoresbysund",
        "2025-03-29T23:30:00",
        "Saturday, March 29, 2025, 11:30 p.m. does not exist: clocks jump over that time, \
         so it STARTS Sunday, March 30, 2025, 12:30 a.m. (local time)",
        "sábado, 29 de marzo de 2025, 11:30 p. m.: esa hora no existe, pues los relojes se la \
         saltan; EMPIEZA el domingo, 30 de marzo de 2025, 12:30 a. m. (local time)",
    );
    // Half an hour.
    check(
        "Australia/Lord_Howe",
        "2025-10-05T02:15:00",
        "Sunday, October 5, 2025, 2:15 a.m. does not exist: clocks jump over that time, \
         so it STARTS at 2:45 a.m. (local time)",
        "domingo, 5 de octubre de 2025, 2:15 a. m.: esa hora no existe, pues los relojes se la \
         saltan; EMPIEZA a las 2:45 a. m. (local time)",
    );
}

#[test]
fn a_time_that_comes_twice() {
    #[track_caller]
    fn check(zone: &str, asked: &str, english: &str, spanish: &str) {
        let zone: Zone = zone.parse().expect("the rows have zones");
        let Resolution::Fold { first: taken, second } = zone.resolve(local(asked)) else {
            unreachable!("{asked} is in a fold");
        };
        for (decided, verb, verbo) in [
            (Decided::StartRepeats { taken, second }, "starts", "empieza"),
            (Decided::EndRepeats { taken, second }, "ends", "termina"),
        ] {
            super::check(
                "local time",
                |speech| speech.decided(&decided),
                &english.replace("STARTS", verb),
                &spanish.replace("EMPIEZA", verbo),
            );
        }
    }
    check(
        "America/Chicago",
        "2025-11-02T01:30:00",
        "Sunday, November 2, 2025, 1:30 a.m. comes twice: it STARTS the first time \
         (local time, UTC−5), not the second (local time, UTC−6)",
        "domingo, 2 de noviembre de 2025, 1:30 a. m.: esa hora se repite; EMPIEZA la primera vez \
         (local time, UTC−5), no la segunda (local time, UTC−6)",
    );
    // A day with two midnights: neither is said to be the end of the day before.
    check(
        "America/Havana",
        "2025-11-02T00:00:00",
        "Sunday, November 2, 2025, 12:00 midnight at the start of the day comes twice: \
         it STARTS the first time (local time, UTC−4), not the second (local time, UTC−5)",
        "domingo, 2 de noviembre de 2025, 12:00 de la medianoche al comienzo del día: esa hora se \
         repite; EMPIEZA la primera vez (local time, UTC−4), no la segunda (local time, UTC−5)",
    );
    check(
        "Australia/Lord_Howe",
        "2025-04-06T01:45:00",
        "Sunday, April 6, 2025, 1:45 a.m. comes twice: it STARTS the first time \
         (local time, UTC+11), not the second (local time, UTC+10:30)",
        "domingo, 6 de abril de 2025, 1:45 a. m.: esa hora se repite; EMPIEZA la primera vez \
         (local time, UTC+11), no la segunda (local time, UTC+10:30)",
    );
}

#[test]
fn an_end_that_the_clock_shows_before_the_start() {
    // From 2:30 a.m. for half an hour by the clock: it starts at 3:30, and 3:00 is over by then.
    check(
        "CT",
        Decided::EndByLength {
            asked: local("2025-03-09T03:00:00"),
            taken: instant("2025-03-09T04:00:00-05:00"),
        },
        "by the clock it would end Sunday, March 9, 2025, 3:00 a.m., which is not after its \
         start, so it keeps its length and ends at 4:00 a.m. (CT)",
        "según el reloj terminaría el domingo, 9 de marzo de 2025, 3:00 a. m., que no es después \
         de su comienzo; conserva su duración y termina a las 4:00 a. m. (CT)",
    );
}

#[test]
fn clocks_that_change_within() {
    #[track_caller]
    fn check(elapsed: i64, shown: i64, english: &str, spanish: &str) {
        let (elapsed, shown) = (TimeDelta::minutes(elapsed), TimeDelta::minutes(shown));
        super::check(
            "CT",
            |speech| speech.decided(&Decided::ClocksChange { elapsed, shown }),
            &format!("clocks change during it: it takes {english}"),
            &format!("los relojes cambian mientras tanto: dura {spanish}"),
        );
    }
    check(180, 120, "3 hours, and clocks show 2 hours", "3 horas, y los relojes muestran 2 horas");
    check(60, 120, "1 hour, and clocks show 2 hours", "1 hora, y los relojes muestran 2 horas");
    check(
        120,
        90,
        "2 hours, and clocks show 1 hour 30 minutes",
        "2 horas, y los relojes muestran 1 hora 30 minutos",
    );
    // From 1:30 to 1:30, and from 1:45 to 1:15.
    check(
        60,
        0,
        "1 hour, and clocks show the same time at its start and at its end",
        "1 hora, y los relojes muestran la misma hora al comienzo y al final",
    );
    check(
        30,
        -30,
        "30 minutes, and clocks show 30 minutes less at its end than at its start",
        "30 minutos, y los relojes muestran 30 minutos menos al final que al comienzo",
    );
}
