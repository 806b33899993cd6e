//! When the request comes.

use expect_test::{Expect, expect};

use crate::run::{FOUNDING, explain};

#[track_caller]
fn at(instant: &str, expected: &Expect) {
    let said = explain(FOUNDING, &[&["--at", instant, "https://registry.example/"]], "");
    let lines =
        said.lines().filter(|line| !line.starts_with("GET")).take_while(|line| !line.is_empty());
    expected.assert_eq(&lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn with_an_offset_and_in_the_services_zone() {
    at("2025-02-07T01:30:00Z", &expect!["at        Thursday, February 6, 2025, 7:30 p.m. (CT)"]);
    at(
        "2025-02-06T20:30:00-05:00",
        &expect!["at        Thursday, February 6, 2025, 7:30 p.m. (CT)"],
    );
    at("2025-02-06T19:30", &expect!["at        Thursday, February 6, 2025, 7:30 p.m. (CT)"]);
    at("2025-02-06 19:30:05", &expect!["at        Thursday, February 6, 2025, 7:30:05 p.m. (CT)"]);
    // The hour that comes twice, named by its offset, is told with it.
    at(
        "2025-11-02T01:30:00-06:00",
        &expect!["at        Sunday, November 2, 2025, 1:30 a.m. (CT, UTC−6)"],
    );
}

#[test]
fn what_is_no_instant() {
    at(
        "2025-03-09T02:30",
        &expect![[r#"
            error: --at: Sunday, March 9, 2025, 2:30 a.m. does not exist in America/Chicago: clocks jump over it
              = help: write `2025-03-09T01:30:00-06:00` for Sunday, March 9, 2025, 1:30 a.m. (UTC−6), or `2025-03-09T03:30:00-05:00` for Sunday, March 9, 2025, 3:30 a.m. (UTC−5)
            exit code 2"#]],
    );
    at(
        "2025-11-02T01:30",
        &expect![[r#"
            error: --at: Sunday, November 2, 2025, 1:30 a.m. comes twice in America/Chicago: clocks are put back
              = help: write `2025-11-02T01:30:00-05:00` for the first, or `2025-11-02T01:30:00-06:00` for the second, 60 minutes later
            exit code 2"#]],
    );
    at(
        "soon",
        &expect![[r#"
            error: --at: expected a time such as `Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`, found `soon`
            exit code 2"#]],
    );
    at(
        "2025-02-06",
        &expect![[r#"
            error: --at: expected a time of day behind the date, found `2025-02-06`
              = help: write `2025-02-06 19:00` for seven in the evening of Thursday, February 6, 2025
            exit code 2"#]],
    );
    at(
        "2019-12-31T23:59:59Z",
        &expect![[r#"
            error: --at: expected a year from 2020 to 2099, found `2019-12-31T23:59:59Z`
            exit code 2"#]],
    );
    at(
        "2100-01-01T00:00",
        &expect![[r#"
            error: --at: expected a year from 2020 to 2099, found `2100-01-01T00:00`
            exit code 2"#]],
    );
    at(
        "\u{1b}[2J",
        &expect![[r#"
            error: --at: expected a time such as `Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`, found `\u{1b}[2J`
            exit code 2"#]],
    );
}

#[test]
fn now_is_the_default() {
    let said = explain(FOUNDING, &[&["https://registry.example/"]], "");
    assert!(said.contains("\nat        "), "{said}");
}
