//! Where windows stand, and what may follow.

use expect_test::expect;

use crate::compared::{DOCUMENT, instant, schedule, with_line};

fn standings(document: &str, now: &str) -> String {
    lifecycle::standings(&schedule(document), instant(now))
        .iter()
        .map(|standing| {
            let verbs: Vec<&str> = standing.verbs.iter().map(|verb| verb.as_str()).collect();
            format!(
                "{} {}: {} [{}]\n",
                standing.occurrence.window.as_str(),
                standing.phase,
                standing.said,
                verbs.join(" ")
            )
        })
        .collect()
}

#[test]
fn through_a_day() {
    let held = with_line("summary =", "announce = 2025-02-06T12:00:00\noverrun = \"hold\"");
    let limited = held.replace("summary =", "hold-limit = \"4h\"\nsummary =");
    let finished = with_line("summary =", "finished = { soap = 2025-02-06T20:00:00 }");
    let open = DOCUMENT.replace("end = 2025-02-06T21:00:00\n", "");
    let cancelled = with_line("summary =", "cancelled = true");
    let rows = [
        (&held, "2025-02-06T11:00"),
        (&held, "2025-02-06T12:00"),
        (&held, "2025-02-06T18:30"),
        (&held, "2025-02-06T19:00"),
        (&held, "2025-02-06T21:00"),
        (&limited, "2025-02-06T21:00"),
        (&limited, "2025-02-07T01:00"),
        (&finished, "2025-02-06T20:10"),
        (&open, "2025-02-06T20:10"),
        (&cancelled, "2025-02-06T20:10"),
        (&cancelled, "2025-02-06T22:10"),
    ];
    let said: Vec<String> =
        rows.iter().map(|(document, now)| format!("{now}\n{}", standings(document, now))).collect();
    expect![[r#"
        2025-02-06T11:00
        deployment scheduled: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT) [announce start extend shorten reschedule hold cancel]
        patches announced: Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT) [start extend shorten reschedule cancel]
        2025-02-06T12:00
        deployment announced: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT) [start extend shorten reschedule hold cancel]
        patches announced: Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT) [start extend shorten reschedule cancel]
        2025-02-06T18:30
        deployment imminent: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT) [start extend shorten reschedule hold cancel]
        patches announced: Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT) [start extend shorten reschedule cancel]
        2025-02-06T19:00
        deployment active: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT) [extend shorten finish hold release]
        patches announced: Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT) [start extend shorten reschedule cancel]
        2025-02-06T21:00
        deployment overrun: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT); held until it is released [extend finish release]
        patches announced: Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT) [start extend shorten reschedule cancel]
        2025-02-06T21:00
        deployment overrun: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT); held until Friday, February 7, 2025, 1:00 a.m. (CT) at most [extend finish release]
        patches announced: Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT) [start extend shorten reschedule cancel]
        2025-02-07T01:00
        deployment ended: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT) []
        patches announced: Thursday, February 13, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT) [start extend shorten reschedule cancel]
        2025-02-06T20:10
        deployment active: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT); `soap` finished Thursday, February 6, 2025, 8:00 p.m. (CT) [extend shorten finish hold]
        patches announced: Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT) [start extend shorten reschedule cancel]
        2025-02-06T20:10
        deployment active: from Thursday, February 6, 2025, 7:00 p.m. (CT) on; the end is not known yet [extend shorten finish]
        patches announced: Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT) [start extend shorten reschedule cancel]
        2025-02-06T20:10
        deployment cancelled: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT) []
        patches announced: Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT) [start extend shorten reschedule cancel]
        2025-02-06T22:10
        deployment cancelled: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT) []
        patches active: Thursday, February 6, 2025, 10:00 p.m. – 12:00 midnight at the end of the day (CT) [extend shorten finish]
    "#]].assert_eq(&said.concat());
}
