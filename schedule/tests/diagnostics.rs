//! A document's problems taken together: all of them, in order, however many. The picture of each
//! single problem is in `pictures/`.

use expect_test::{Expect, expect};
use schedule::{Parsed, Problem, Severity};

#[track_caller]
fn check(source: &str, pictures: &Expect) {
    let diagnostics = parse(source).diagnostics;
    pictures.assert_eq(&schedule::render(&diagnostics, source, "schedule.toml", false));
}

fn parse(source: &str) -> Parsed {
    schedule::parse(source, "2025-02-01T00:00:00Z".parse().expect("a literal instant"))
}

#[test]
fn every_problem_is_told_in_the_order_of_the_document() {
    let source = r#"
[service]
zone = "America/Chicago"
colour = "blue"

[[channel]]
id = "web"
name = "the portal"
disposition = "read only"

[[window]]
id = "deployment"
channels = ["wep"]
start = 2025-02-06T19:00:00
end = 2025-02-06T07:00:00
"#;
    check(
        source,
        &expect![[r#"
        error: `[service]` has no `name`
         --> schedule.toml:2:1
          |
        2 | [service]
          | ^^^^^^^^^
          |
          = help: add a line such as `name = "ImmTrac2"`

        error: unknown key `colour` in `[service]`
         --> schedule.toml:4:1
          |
        4 | colour = "blue"
          | ^^^^^^
          |
          = help: it may hold `name`, `zone`, `label`, `language`, `title`, `message`, `url`, `imminent`, `translations`

        error: `disposition` cannot be `read only`
         --> schedule.toml:9:15
          |
        9 | disposition = "read only"
          |               ^^^^^^^^^^^
          |
          = help: did you mean `read-only`?

        error: there is no channel `wep`
          --> schedule.toml:13:13
           |
        13 | channels = ["wep"]
           |             ^^^^^
           |
           = help: did you mean `web`?

        error: the window ends before it starts: Thursday, February 6, 2025, 7:00 a.m. (UTC−6) is before Thursday, February 6, 2025, 7:00 p.m. (UTC−6)
          --> schedule.toml:15:7
           |
        14 | start = 2025-02-06T19:00:00
           |         ------------------- the start
        15 | end = 2025-02-06T07:00:00
           |       ^^^^^^^^^^^^^^^^^^^
           |
           = help: mind the date when a window ends after midnight, and a.m. and p.m."#]],
    );
}

// The parser stumbles over every line that follows; the list is the one thing to mend.
// What is missing may stand in the part that could not be read, so nothing is called missing.
#[test]
fn an_empty_document() {
    check(
        "",
        &expect![[r#"
        error: the document has no `[service]`
         --> schedule.toml:1:1
          |
        1 |
          | ^
          |
          = help: add a line such as `[service]`"#]],
    );
}

// The caret counts columns of the screen: tabs are wide, Chinese is double, accents are nothing.
// As Windows saves it: a byte order mark, and carriage returns before the line feeds.
#[test]
fn a_terminal_is_not_commanded_by_the_document() {
    let source = "[service]\nname = \"x\"\nzone = \"\\u001b[31m\" # \u{1b}[2J\n";
    let diagnostics = parse(source).diagnostics;
    let plain = schedule::render(&diagnostics, source, "schedule.toml", false);
    assert!(!plain.contains('\u{1b}'), "an escape got through: {plain:?}");
}

#[test]
fn a_service_without_a_name_does_not_hide_what_is_wrong_with_the_windows() {
    let source = "[service]\nzone = \"UTC\"\n[[channel]]\nid = \"web\"\nname = \"x\"\n\
        [[window]]\nid = \"x\"\nchannels = [\"web\"]\nstart = 2025-02-06\n";
    let problems: Vec<_> = parse(source).diagnostics.into_iter().map(|d| d.problem).collect();
    assert!(
        matches!(problems[..], [Problem::MissingKey { .. }, Problem::Incomplete { .. }]),
        "{problems:?}"
    );
}

#[test]
fn a_warning_refuses_nothing_and_an_error_everything() {
    let window = |times| {
        format!(
            "[service]\nname = \"x\"\nzone = \"UTC\"\n[[channel]]\nid = \"web\"\nname = \"x\"\n\
             [[window]]\nid = \"x\"\nchannels = [\"web\"]\n{times}"
        )
    };
    for (times, severity) in [
        ("start = 2025-01-06T19:00:00\nend = 2025-01-06T21:00:00", Some(Severity::Warning)),
        ("start = 2025-02-06T19:00:00\nend = 2025-02-09T19:00:00", Some(Severity::Warning)),
        ("start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00", None),
        ("start = 2025-02-06T19:00:00\nend = 2025-02-06T19:00:00", Some(Severity::Error)),
    ] {
        let parsed = parse(&window(times));
        let worst = parsed.diagnostics.iter().map(schedule::Diagnostic::severity).min();
        assert_eq!(worst, severity, "{times}");
        assert_eq!(parsed.schedule.is_some(), severity != Some(Severity::Error), "{times}");
    }
}

// For programs that point at a place in an editor, or in a change that is proposed.
#[test]
fn a_place_is_a_line_and_a_column_in_characters() {
    let source = "[service]\nname = \"é中\"\nlabel = \"é中\"; zone = \"UTC\"\r\nurl = ''\n";
    let diagnostics = parse(source).diagnostics;
    let [syntax, empty] = &diagnostics[..] else { unreachable!("two, not {diagnostics:?}") };
    assert_eq!((syntax.place(source), syntax.end_place(source)), ((3, 13), (3, 13)));
    assert_eq!((empty.place(source), empty.end_place(source)), ((4, 7), (4, 9)));
    assert_eq!(empty.message(), "expected a text for `url`, but it is empty");
    assert_eq!(
        empty.help().as_deref(),
        Some("write a text, or leave the line out where it need not be there")
    );
    // In another text than its own, a place is no panic.
    assert_eq!(empty.place(""), (1, 1));
}

// A generated schedule gone wrong: 2,000 windows over a channel that does not exist.
#[test]
fn ten_thousand_lines_of_problems() {
    let mut source = "[service]\nname = \"x\"\nzone = \"UTC\"\n".to_owned();
    for day in 0..2000 {
        source +=
            &format!("[[window]]\nid = \"w{day}\"\nchannels = [\"web\"]\nstart = 2025-06-01\n\n");
    }
    let diagnostics = parse(&source).diagnostics;
    assert_eq!(diagnostics.len(), 4000);
    let pictures = schedule::render(&diagnostics, &source, "schedule.toml", false);
    assert_eq!(pictures.matches(" --> schedule.toml:").count(), 4000);
}
