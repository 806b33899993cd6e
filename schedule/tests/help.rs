//! The help of a problem mends it: what it suggests is put in the place of what is wrong, and the
//! problem is gone.

use schedule::{Diagnostic, Parsed, Problem};

const SERVICE: &str = "[service]\nname = \"ImmTrac2\"\nzone = \"America/Chicago\"\n";
const WEB: &str = "[[channel]]\nid = \"web\"\nname = \"the portal\"\n";
const MATCH: &str = "[[channel.match]]\n";
const WINDOW: &str = "[[window]]\nid = \"deployment\"\nchannels = [\"web\"]\n";

fn parse(source: &str) -> Parsed {
    schedule::parse(source, "2025-02-01T00:00:00Z".parse().expect("a literal instant"))
}

/// What the help of a diagnostic shows in backticks.
fn suggestions(diagnostic: &Diagnostic) -> Vec<String> {
    let help = diagnostic.problem.help().expect("this problem has a way out");
    help.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Mends the only problem of a document by each of its suggestions in turn; all must do.
#[track_caller]
fn check(parts: &[&str], expected: &[&str]) {
    let source = parts.concat();
    let diagnostics = parse(&source).diagnostics;
    let [diagnostic] = &diagnostics[..] else {
        unreachable!("one problem, but found {diagnostics:?}");
    };
    let suggestions = suggestions(diagnostic);
    assert_eq!(suggestions, expected, "{source}");
    for suggestion in suggestions {
        let mut mended = source.clone();
        match diagnostic.problem {
            // A new line goes below the header.
            Problem::MissingKey { .. } => {
                mended.insert_str(diagnostic.span.end, &format!("\n{suggestion}"));
            }
            _ if source[diagnostic.span.clone()].starts_with('"') => {
                mended.replace_range(diagnostic.span.clone(), &format!("\"{suggestion}\""));
            }
            _ => mended.replace_range(diagnostic.span.clone(), &suggestion),
        }
        let left = parse(&mended).diagnostics;
        assert!(left.is_empty(), "`{suggestion}` does not mend, but leaves {left:?} in {mended}");
    }
}

#[test]
fn an_hour_that_clocks_jump_over_is_mended_by_both_readings() {
    check(
        &[SERVICE, WEB, WINDOW, "start = 2025-03-09T02:30:00\n"],
        &["2025-03-09T01:30:00-06:00", "2025-03-09T03:30:00-05:00"],
    );
}

#[test]
fn an_hour_that_comes_twice_is_mended_by_both_readings() {
    check(
        &[SERVICE, WEB, WINDOW, "start = 2025-11-02T01:30:00\n"],
        &["2025-11-02T01:30:00-05:00", "2025-11-02T01:30:00-06:00"],
    );
}

// A step of two hours: the readings lie on two days, and four hours apart on the clock.
#[test]
fn a_gap_of_two_hours_is_mended_by_both_readings() {
    let service = "[service]\nname = \"x\"\nzone = \"Antarctica/Troll\"\n";
    check(
        &[service, WEB, WINDOW, "start = 2025-03-30T01:30:00\n"],
        &["2025-03-29T23:30:00+00:00", "2025-03-30T03:30:00+02:00"],
    );
}

#[test]
fn what_is_missing_is_mended_by_the_line_that_is_shown() {
    check(&["[service]\nname = \"x\"\n"], &["zone = \"America/Chicago\""]);
    check(&["[service]\nzone = \"UTC\"\n"], &["name = \"ImmTrac2\""]);
    check(&[SERVICE, "[[channel]]\nid = \"web\"\n"], &["name = \"the web application\""]);
    check(&[SERVICE, "[[channel]]\nname = \"x\"\n"], &["id = \"web\""]);
    check(&[SERVICE, WEB, WINDOW], &["start = 2025-02-06T19:00:00"]);
    let window = "[[window]]\nid = \"x\"\nstart = 2025-02-06T19:00:00\n";
    check(&[SERVICE, WEB, window], &["channels = [\"web\"]"]);
    let contact = "[channel.contact]\ntopic = \"x\"\n";
    check(&[SERVICE, WEB, contact], &["email = \"help@example.org\""]);
}

#[test]
fn what_was_misspelt_is_mended_by_what_was_meant() {
    check(&["[service]\nname = \"x\"\nzone = \"america/chicgo\"\n"], &["America/Chicago"]);
    check(&["[service]\nname = \"x\"\nzone = \"New York\"\n"], &["America/New_York"]);
    check(&[SERVICE, WEB, "route = [\"/*\"]\n"], &["routes"]);
    check(&[SERVICE, WEB, "disposition = \"readonly\"\n"], &["read-only"]);
    check(&[SERVICE, WEB, "afterwards = \"re-send\"\n"], &["resend"]);
    check(&[SERVICE, WEB, MATCH, "answer = \"soap-12\"\n"], &["soap-1.2"]);
    check(&[SERVICE, WEB, MATCH, "answer = \"HL7\"\n"], &["hl7"]);
    check(&[SERVICE, WEB, MATCH, "method = [\"POST\"]\n"], &["methods"]);
    check(&[SERVICE, WEB, "soap-fault = 500\n"], &["soap-fault-status"]);
    check(&[SERVICE, "[edge.cors]\norigin = []\n"], &["origins"]);
    check(&[SERVICE, "[edge.outage]\nretry = \"30s\"\n"], &["retry-after"]);
}

#[test]
fn what_cannot_be_read_is_mended_by_each_example() {
    check(&[SERVICE, "imminent = \"soon\"\n"], &["90s", "30m", "1h30m", "3d"]);
    check(&[SERVICE, WEB, "routes = [\"soap\"]\n"], &["/soap/*", "/soap", "api.example.org/*"]);
    check(&[SERVICE, "[edge]\nprefix = \"status\"\n"], &["/_maintenance"]);
    check(&[SERVICE, "url = \"example.org\"\n"], &["https://registry.example.org"]);
    check(&[SERVICE, "[[channel]]\nid = \"Web\"\nname = \"x\"\n"], &["web-services"]);
    check(&[SERVICE, WEB, WINDOW, "start = 2025-02-06\n"], &["2025-02-06T19:00:00"]);
    check(&[SERVICE, WEB, MATCH, "methods = [\"post\"]\n"], &["POST"]);
    check(&[SERVICE, WEB, MATCH, "content-type = \"xml\"\n"], &["text/xml", "application/fhir*"]);
    check(&[SERVICE, WEB, MATCH, "header = \"X-*\"\n"], &["X-Sender", "X-Sender: smm*"]);
    for origin in ["*", "https://App.example.org", "https://app.example.org/", "https://x:443"] {
        let origins = format!("[edge]\ncors.origins = [\"{origin}\"]\n");
        check(&[SERVICE, &origins], &["https://app.example.org"]);
    }
    check(
        &[SERVICE, "[edge]\nstrict-transport-security = \"preload\"\n"],
        &["max-age=31536000; includeSubDomains"],
    );
}

#[test]
fn what_has_another_type_is_mended_by_the_example() {
    check(&[SERVICE, "imminent = 30\n"], &["\"30m\""]);
    let over = |value| format!("[[window]]\nid = \"x\"\nstart = 2025-02-06T19:00:00\n{value}\n");
    check(&[SERVICE, WEB, &over("channels = 1")], &["[\"web\"]"]);
    check(&[SERVICE, WEB, "routes = 7\n"], &["[\"/soap/*\", \"/api/*\"]"]);
    check(&[SERVICE, WEB, WINDOW, "start = 7\n"], &["2025-02-06T19:00:00"]);
    check(&[SERVICE, WEB, MATCH, "methods = 7\n"], &["[\"POST\", \"PUT\"]"]);
    check(&[SERVICE, "[edge]\nramp = 10\n"], &["\"30m\""]);
}

/// Applies the edit that a sentence of help asks for, where it is more than a replacement.
#[track_caller]
fn mends(wrong: &str, edit: (&str, &str)) {
    let source = [SERVICE, WEB, WINDOW, wrong].concat();
    assert_eq!(parse(&source).diagnostics.len(), 1, "{source}");
    let mended = source.replace(edit.0, edit.1);
    let left = parse(&mended).diagnostics;
    assert!(left.is_empty(), "{mended} still has {left:?}");
}

#[test]
fn a_limit_is_mended_as_its_help_says() {
    const END: &str = "end = 2025-02-06T21:00:00\n";
    const LIMIT: &str = "hold-limit = \"4h\"\n";
    let reopens = [START, END, LIMIT].concat();
    mends(&reopens, (END, "end = 2025-02-06T21:00:00\noverrun = \"hold\"\n"));
    mends(&reopens, (LIMIT, ""));
    let open = [START, "overrun = \"hold\"\n", LIMIT].concat();
    mends(&open, (START, "start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\n"));
    mends(&open, (LIMIT, ""));
}

#[test]
fn what_is_finished_is_mended_as_its_help_says() {
    const END: &str = "end = 2025-02-06T21:00:00\n";
    let web = |at: &str| format!("finished.web = 2025-02-06T{at}\n");
    for at in ["19:00:00", "08:10:00", "21:00:00", "21:10:00"] {
        let finished = [START, END, &web(at)].concat();
        mends(&finished, (&*web(at), &*web("20:10:00")));
        mends(&finished, (&*web(at), ""));
    }
    let nothing = [START, END, "finished.wep = 2025-02-06T20:10:00\n"].concat();
    mends(&nothing, ("wep", "web"));
    let series = [START, LENGTH, WEEKLY, "finished.web = 2025-02-06T20:10:00\n"].concat();
    mends(&series, ("finished", "[[window.change]]\nof = 2025-02-06\nfinished"));
}

#[test]
fn a_release_is_mended_as_its_help_says() {
    const START: &str = "start = 2025-02-06T19:00:00\n";
    const END: &str = "end = 2025-02-06T21:00:00\n";
    const HOLD: &str = "overrun = \"hold\"\n";
    let early = [START, END, HOLD, "released = 2025-02-06T20:00:00\n"].concat();
    mends(&early, ("end = 2025-02-06T21", "end = 2025-02-06T20"));
    let open = [START, HOLD, "released = 2025-02-06T20:00:00\n"].concat();
    mends(&open, (HOLD, "overrun = \"hold\"\nend = 2025-02-06T20:00:00\n"));
    let reopens = [START, END, "released = 2025-02-06T22:00:00\n"].concat();
    mends(&reopens, (END, "end = 2025-02-06T21:00:00\noverrun = \"hold\"\n"));
    let only_released = [START, "released = 2025-02-06T22:00:00\n"].concat();
    mends(&only_released, ("released", "end"));
}

const START: &str = "start = 2025-02-06T19:00:00\n";
const LENGTH: &str = "length = \"2h\"\n";
const WEEKLY: &str = "repeat = \"FREQ=WEEKLY;BYDAY=TH\"\n";

#[test]
fn a_start_that_is_not_a_date_of_its_rule_is_mended_by_its_first_date() {
    let monthly = "repeat = \"FREQ=MONTHLY;BYDAY=2TH\"\n";
    check(&[SERVICE, WEB, WINDOW, START, LENGTH, monthly], &["2025-02-13T19:00:00"]);
}

#[test]
fn an_exception_or_a_change_without_an_occurrence_is_mended_by_the_nearest() {
    let recurs = [SERVICE, WEB, WINDOW, START, LENGTH, WEEKLY].concat();
    check(&[&recurs, "except = [2025-02-14]\n"], &["2025-02-13T19:00:00"]);
    check(&[&recurs, "except = [2025-02-13T07:00:00]\n"], &["2025-02-13T19:00:00"]);
    check(&[&recurs, "except = [2020-01-01]\n"], &["2025-02-06T19:00:00"]);
    let change = "[[window.change]]\nof = 2025-02-18\ncancelled = true\n";
    check(&[&recurs, change], &["2025-02-20T19:00:00"]);
    // One that is left out is none that can be changed.
    let change = "except = [2025-02-13]\n[[window.change]]\nof = 2025-02-13\ncancelled = true\n";
    check(&[&recurs, change], &["2025-02-06T19:00:00"]);
    check(&[&recurs, "[[window.change]]\ncancelled = true\n"], &["of = 2026-02-12T19:00:00"]);
}

#[test]
fn a_window_that_recurs_is_mended_as_its_help_says() {
    let both = [START, "end = 2025-02-06T21:00:00\n", LENGTH, WEEKLY].concat();
    mends(&both, (LENGTH, ""));
    mends(&both, ("end = 2025-02-06T21:00:00\n", ""));
    let no_end = [START, WEEKLY].concat();
    mends(&no_end, (START, "start = 2025-02-06T19:00:00\nlength = \"2h\"\n"));
    mends(&no_end, (START, "start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\n"));
    let after_midnight = [START, "end = 2025-02-06T02:00:00\n", WEEKLY].concat();
    mends(&after_midnight, ("end = 2025-02-06", "end = 2025-02-07"));
    let released =
        [START, LENGTH, WEEKLY, "overrun = \"hold\"\nreleased = 2025-02-06T22:00:00\n"].concat();
    mends(&released, ("released =", "[[window.change]]\nof = 2025-02-06\nreleased ="));
    let itself = [START, "length = \"25h\"\n", "repeat = \"FREQ=DAILY\"\n"].concat();
    mends(&itself, ("25h", "23h"));
    // A day of clocks that go forward has 23 hours.
    let all_day = [START, "length = \"24h\"\n", "repeat = \"FREQ=DAILY\"\n"].concat();
    mends(&all_day, ("length = \"24h\"", "end = 2025-02-07T19:00:00"));
    mends(&itself, ("DAILY", "WEEKLY"));
    let change =
        |says: &str| [START, LENGTH, WEEKLY, "[[window.change]]\nof = 2025-02-13\n", says].concat();
    for says in [
        "start = 2025-02-14T19:00:00",
        "end = 2025-02-13T20:00:00",
        "channels = [\"web\"]",
        "cancelled = true",
    ] {
        mends(&change(""), ("of = 2025-02-13", &format!("of = 2025-02-13\n{says}")));
    }
    let twice =
        change("cancelled = true\n[[window.change]]\nof = 2025-02-13\nend = 2025-02-13T20:00:00\n");
    mends(&twice, ("[[window.change]]\nof = 2025-02-13\nend", "end"));
}

#[test]
fn a_window_upon_one_that_recurs_is_mended_as_its_help_says() {
    let emergency = "[[window]]\nid = \"emergency\"\nchannels = [\"web\"]\n\
        start = 2025-03-13T20:00:00\nend = 2025-03-13T22:00:00\n";
    let wrong = [START, LENGTH, WEEKLY, emergency].concat();
    mends(&wrong, (LENGTH, "length = \"2h\"\nexcept = [2025-03-13]\n"));
    mends(&wrong, ("start = 2025-03-13T20", "start = 2025-03-13T21"));
}

/// Each row: a rule, and the edit that its help asks for.
#[test]
fn a_rule_is_mended_as_its_help_says() {
    for (rule, edit) in [
        ("every Thursday", ("every Thursday", "FREQ=WEEKLY;BYDAY=TH")),
        ("BYDAY=TH", ("BYDAY=TH", "FREQ=WEEKLY;BYDAY=TH")),
        ("FREQ=THURSDAYS", ("FREQ=THURSDAYS", "FREQ=WEEKLY;BYDAY=TH")),
        ("FREQ=WEEKLY;BYDAYS=TH", ("BYDAYS", "BYDAY")),
        ("FREQ=WEEKLY;BYDAY=TH;BYDAY=FR", ("TH;BYDAY=FR", "TH,FR")),
        ("FREQ=WEEKLY;BYHOUR=19", (";BYHOUR=19", "")),
        ("FREQ=HOURLY", ("FREQ=HOURLY", "FREQ=DAILY")),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20250301", (";COUNT=3", "")),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20250301", (";UNTIL=20250301", "")),
        ("FREQ=WEEKLY;BYDAY=1TH", ("WEEKLY", "MONTHLY")),
        ("FREQ=WEEKLY;BYDAY=1TH", ("1TH", "TH")),
        ("FREQ=WEEKLY;BYMONTHDAY=6", ("WEEKLY", "MONTHLY")),
        ("FREQ=MONTHLY;BYSETPOS=4", ("BYSETPOS=4", "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=4")),
    ] {
        mends(&[START, LENGTH, &format!("repeat = \"{rule}\"\n")].concat(), edit);
    }
}
