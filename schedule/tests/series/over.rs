//! When a recurring window is over.

use crate::parse;

/// Each row: a window as of 2025, and whether it is told to be over.
#[test]
fn a_window_is_over_when_its_last_instance_is() {
    const START: &str = "start = 2021-01-07T19:00:00\nlength = \"2h\"\n";
    for (more, is_over) in [
        ("repeat = \"FREQ=WEEKLY\"", false),
        ("repeat = \"FREQ=WEEKLY;COUNT=3\"", true),
        ("repeat = \"FREQ=WEEKLY;UNTIL=20241231\"", true),
        ("repeat = \"FREQ=WEEKLY;COUNT=3\"\ncancelled = true", false),
        ("repeat = \"FREQ=WEEKLY;COUNT=3\"\nalso = [2025-02-01]", false),
        // It comes again, though not within the five years that are compiled.
        ("repeat = \"FREQ=YEARLY;INTERVAL=20\"", false),
        ("repeat = \"FREQ=YEARLY;INTERVAL=20\"\nexcept = [2021-01-07]", false),
        // Nobody released it, so it holds to this day.
        ("repeat = \"FREQ=WEEKLY;COUNT=1\"\noverrun = \"hold\"", false),
        (
            "repeat = \"FREQ=WEEKLY;COUNT=1\"\noverrun = \"hold\"\n\
             [[window.change]]\nof = 2021-01-07\nreleased = 2021-01-07T22:00:00",
            true,
        ),
    ] {
        let parsed = parse("America/Chicago", &format!("{START}{more}"));
        assert!(parsed.schedule.is_some(), "{more}: {:?}", parsed.diagnostics);
        let told = matches!(
            parsed.diagnostics[..],
            [schedule::Diagnostic { problem: schedule::Problem::Past { .. }, .. }]
        );
        assert_eq!(told, is_over, "{more}: {:?}", parsed.diagnostics);
    }
}
