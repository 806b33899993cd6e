//! The help of a problem mends it: what it suggests is put in the place of what is wrong, and the
//! problem is gone.

use schedule::{Diagnostic, Parsed, Problem};

const SERVICE: &str = "[service]\nname = \"ImmTrac2\"\nzone = \"America/Chicago\"\n";
const WEB: &str = "[[channel]]\nid = \"web\"\nname = \"the portal\"\n";
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
}

#[test]
fn what_cannot_be_read_is_mended_by_each_example() {
    check(&[SERVICE, "imminent = \"soon\"\n"], &["90s", "30m", "1h30m", "3d"]);
    check(&[SERVICE, WEB, "routes = [\"soap\"]\n"], &["/soap/*", "/soap", "api.example.org/*"]);
    check(&[SERVICE, "[edge]\nprefix = \"status\"\n"], &["/_maintenance"]);
    check(&[SERVICE, "url = \"example.org\"\n"], &["https://registry.example.org"]);
    check(&[SERVICE, "[[channel]]\nid = \"Web\"\nname = \"x\"\n"], &["web-services"]);
    check(&[SERVICE, WEB, WINDOW, "start = 2025-02-06\n"], &["2025-02-06T19:00:00"]);
}

#[test]
fn what_has_another_type_is_mended_by_the_example() {
    check(&[SERVICE, "imminent = 30\n"], &["\"30m\""]);
    let over = |value| format!("[[window]]\nid = \"x\"\nstart = 2025-02-06T19:00:00\n{value}\n");
    check(&[SERVICE, WEB, &over("channels = 1")], &["[\"web\"]"]);
    check(&[SERVICE, WEB, "routes = 7\n"], &["[\"/soap/*\", \"/api/*\"]"]);
    check(&[SERVICE, WEB, WINDOW, "start = 7\n"], &["2025-02-06T19:00:00"]);
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
