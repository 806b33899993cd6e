//! What is different about single instances.

use crate::{WEEKLY, check, instances, local, now, parse, schedule, told};

/// Each row: the change of January 15, and what becomes of it.
#[track_caller]
fn check_changed(change: &str, expected: &str) {
    check(
        "America/Chicago",
        &format!(
            "{WEEKLY}overrun = \"hold\"\nrepeat = \"FREQ=WEEKLY\"\n\
             [[window.change]]\nof = 2026-01-15\n{change}"
        ),
        &["2026-01-08T19:00-06:00/21:00-06:00", expected, "2026-01-22T19:00-06:00/21:00-06:00"],
    );
}

#[test]
fn one_instance_is_changed_and_the_others_are_not() {
    // Moved, it is as long as it was.
    check_changed("start = 2026-01-16T20:00:00", "2026-01-16T20:00-06:00/22:00-06:00");
    check_changed("start = 2026-01-14T23:00:00", "2026-01-14T23:00-06:00/2026-01-15T01:00-06:00");
    // Shortened, lengthened, and both moved and lengthened.
    check_changed("end = 2026-01-15T20:00:00", "2026-01-15T19:00-06:00/20:00-06:00");
    check_changed("end = 2026-01-16T02:00:00", "2026-01-15T19:00-06:00/2026-01-16T02:00-06:00");
    check_changed(
        "start = 2026-01-16T20:00:00\nend = 2026-01-16T23:00:00",
        "2026-01-16T20:00-06:00/23:00-06:00",
    );
    check_changed("cancelled = true", "2026-01-15T19:00-06:00/21:00-06:00 cancelled");
    check_changed("channels = [\"api\"]", "2026-01-15T19:00-06:00/21:00-06:00 over [1]");
    check_changed(
        "channels = [\"api\", \"web\"]",
        "2026-01-15T19:00-06:00/21:00-06:00 over [0, 1]",
    );
    check_changed(
        "released = 2026-01-15T22:30:00",
        "2026-01-15T19:00-06:00/21:00-06:00 released 2026-01-15T22:30-06:00",
    );
}

#[test]
fn a_change_names_its_instance_by_a_date_a_local_time_or_an_instant() {
    for of in ["2026-01-15", "2026-01-15T19:00:00", "2026-01-16T01:00:00Z"] {
        let window = format!(
            "{WEEKLY}repeat = \"FREQ=WEEKLY\"\n[[window.change]]\nof = {of}\ncancelled = true"
        );
        let instances = instances("America/Chicago", &window);
        assert!(instances[1].cancelled && !instances[0].cancelled, "{of}");
    }
}

#[test]
fn a_moved_instance_keeps_its_name_and_is_told_as_changed() {
    let window = format!(
        "{WEEKLY}repeat = \"FREQ=WEEKLY\"\n\
         [[window.change]]\nof = 2026-01-15\nstart = 2026-01-24T19:00:00\n\
         [[window.change]]\nof = 2026-01-29\nchannels = [\"api\"]"
    );
    let instances = instances("America/Chicago", &window);
    assert_eq!(instances[1].of, local("2026-01-15T19:00:00"));
    assert!(instances[1].changed);
    assert!(!instances[0].changed && !instances[3].changed, "neither start nor end are others");
    // The timeline is in the order of what happens, not of the rule.
    let timeline = schedule("America/Chicago", &window).timeline(now());
    let order: Vec<_> = timeline.occurrences.iter().take(4).filter_map(|o| o.of).collect();
    let order: Vec<String> = order.iter().map(|of| of.format("%m-%d").to_string()).collect();
    assert_eq!(order, ["01-08", "01-22", "01-15", "01-29"]);
}

// Moved from the night of the change into an ordinary one, it ends when clocks show what they show
// at the end of every other, and the other way round.
#[test]
fn a_moved_instance_ends_as_the_others_do() {
    const NIGHTLY: &str = "start = 2026-03-21T22:00:00\nrepeat = \"FREQ=WEEKLY\"";
    let moved = |end: &str, of: &str, to: &str| {
        let window =
            format!("{NIGHTLY}\n{end}\n[[window.change]]\nof = {of}\nstart = {to}T22:00:00");
        let instances = instances("Europe/Berlin", &window);
        told(instances.iter().find(|instance| instance.changed).expect("one is moved"))
    };
    const CLOCK: &str = "end = 2026-03-22T06:00:00";
    let found = moved(CLOCK, "2026-03-28", "2026-03-30");
    assert_eq!(found, "2026-03-30T22:00+02:00/2026-03-31T06:00+02:00");
    let found = moved(CLOCK, "2026-04-04", "2026-03-29");
    assert_eq!(found, "2026-03-29T22:00+02:00/2026-03-30T06:00+02:00");
    let found = moved("length = \"8h\"", "2026-03-28", "2026-03-30");
    assert_eq!(found, "2026-03-30T22:00+02:00/2026-03-31T06:00+02:00");
    // Into the second of two hours, which only an offset can name.
    let window = "start = 2026-10-22T02:15:00\nend = 2026-10-22T02:45:00\nrepeat = \"FREQ=WEEKLY\"\n\
        [[window.change]]\nof = 2026-10-22\nstart = 2026-10-25T02:15:00+01:00";
    check("Europe/Berlin", window, &["2026-10-25T02:15+01:00/02:45+01:00"]);
}

// What nobody decided is not told: the operator wrote the new time.
#[test]
fn a_moved_instance_has_only_the_decisions_about_its_new_times() {
    let window = "start = 2026-03-28T02:30:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY\"\n\
        [[window.change]]\nof = 2026-03-29\nstart = 2026-03-29T12:00:00";
    let instances = instances("Europe/Berlin", window);
    assert_eq!(instances[1].decisions, []);
}

#[test]
fn a_change_in_an_awkward_hour_is_refused_as_a_window_is() {
    let window = "start = 2026-03-27T12:00:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY\"\n\
        [[window.change]]\nof = 2026-03-29\nstart = 2026-03-29T02:30:00";
    let diagnostics = parse("Europe/Berlin", window).diagnostics;
    let [diagnostic] = &diagnostics[..] else { unreachable!("one problem, not {diagnostics:?}") };
    assert!(matches!(diagnostic.problem, schedule::Problem::FallsInGap { .. }));
}
