//! `intermission check`, as an operator runs it.

use std::process::{Command, Output};

use expect_test::{Expect, expect};

fn intermission(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_intermission"))
        .args(arguments)
        .output()
        .expect("the command was built for this test")
}

/// Runs `check` over a schedule in a file of its own.
fn check(name: &str, schedule: &str, options: &[&str]) -> Output {
    let file = std::env::temp_dir().join(format!("{name}-{}.toml", std::process::id()));
    std::fs::write(&file, schedule).expect("the folder for temporary files can be written");
    let path = file.to_str().expect("the folder for temporary files has a plain name");
    let output = intermission(&[&["check", path], options].concat());
    std::fs::remove_file(&file).expect("the file was written above");
    output
}

#[track_caller]
fn says(output: &Output, code: i32, expected: &Expect) {
    let stdout = String::from_utf8_lossy(&output.stdout);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{stdout}\n{stderr}");
    expected.assert_eq(&stdout);
}

const BERLIN: &str = "[service]\nname = \"Register\"\nzone = \"Europe/Berlin\"\nlabel = \"MEZ/MESZ\"\n\
    [[channel]]\nid = \"web\"\nname = \"the portal\"\nroutes = [\"/*\"]\n\
    [[window]]\nid = \"nightly\"\nchannels = [\"web\"]\n";

// The nights of March 29 and October 25, 2026, are those in which clocks change there.
#[test]
fn explain_tells_every_decision_of_a_year() {
    let schedule = format!(
        "{BERLIN}start = 2026-03-28T02:30:00\nlength = \"1h\"\n\
         repeat = \"FREQ=MONTHLY;BYDAY=-1SA,-1SU;BYMONTH=3,10\"\n\
         except = [2026-10-31]\n\
         [[window.change]]\nof = 2026-03-28\nstart = 2026-03-28T04:00:00\n\
         [[window]]\nid = \"open\"\nchannels = [\"web\"]\nstart = 2026-12-24T12:00:00\n\
         [[window]]\nid = \"once\"\nchannels = [\"web\"]\n\
         start = 2026-12-31T22:00:00\nend = 2027-01-01T00:00:00\n"
    );
    let output = check("explain", &schedule, &["--explain", "--now", "2026-01-01T00:00:00Z"]);
    says(
        &output,
        0,
        &expect![[r#"
        Register in Europe/Berlin (MEZ/MESZ), zone data 2026f

        nightly over web
          FREQ=MONTHLY;BYMONTH=3,10;BYDAY=-1SA,-1SU in local time of Europe/Berlin
          Saturday, March 28, 2026, 4:00 a.m. – 5:00 a.m. (MEZ/MESZ), changed: by the rule it starts Saturday, March 28, 2026, 2:30 a.m.
          Sunday, March 29, 2026, 3:30 a.m. – 4:30 a.m. (MEZ/MESZ)
              Sunday, March 29, 2026, 2:30 a.m. does not exist: clocks jump over that time, so it starts at 3:30 a.m. (MEZ/MESZ)
          Sunday, October 25, 2026, 2:30 a.m. (MEZ/MESZ, UTC+2) – 2:30 a.m. (MEZ/MESZ, UTC+1)
              Sunday, October 25, 2026, 2:30 a.m. comes twice: it starts the first time (MEZ/MESZ, UTC+2), not the second (MEZ/MESZ, UTC+1)
              clocks change during it: it takes 1 hour, and clocks show the same time at its start and at its end

        open over web
          from Thursday, December 24, 2026, 12:00 noon (MEZ/MESZ) on; the end is not known yet

        once over web
          Thursday, December 31, 2026, 10:00 p.m. – 12:00 midnight at the end of the day (MEZ/MESZ)
    "#]],
    );
}

const HELD: &str = "[service]\nname = \"Register\"\nzone = \"America/Chicago\"\nlabel = \"CT\"\n\
    [[channel]]\nid = \"web\"\nname = \"the portal\"\n[[channel]]\nid = \"api\"\nname = \"the interface\"\n\
    [[window]]\nid = \"deployment\"\nchannels = [\"web\", \"api\"]\nstart = 2026-02-05T19:00:00\n\
    end = 2026-02-05T21:00:00\noverrun = \"hold\"\nhold-limit = \"4h\"\n\
    finished = { api = 2026-02-05T20:10:00 }\n\
    [[window]]\nid = \"patches\"\nchannels = [\"web\", \"api\"]\nstart = 2026-03-05T19:00:00\n\
    length = \"2h\"\nrepeat = \"FREQ=WEEKLY;COUNT=2\"\noverrun = \"hold\"\n\
    [[window.change]]\nof = 2026-03-12\nfinished.web = 2026-03-12T19:30:00\n";

#[test]
fn explain_tells_how_long_a_window_holds_and_what_was_finished_early() {
    let output = check("held", HELD, &["--explain", "--now", "2026-01-01T00:00:00Z"]);
    says(
        &output,
        0,
        &expect![[r#"
        Register in America/Chicago (CT), zone data 2026f

        deployment over web, api
          after its end it stays closed until somebody releases it, at most 4 hours longer
          Thursday, February 5, 2026, 7:00 p.m. – 9:00 p.m. (CT)
              finished early on api: Thursday, February 5, 2026, 8:10 p.m. (CT)

        patches over web, api
          after its end it stays closed until somebody releases it
          FREQ=WEEKLY;COUNT=2 in local time of America/Chicago
          Thursday, March 5, 2026, 7:00 p.m. – 9:00 p.m. (CT)
          Thursday, March 12, 2026, 7:00 p.m. – 9:00 p.m. (CT)
              finished early on web: Thursday, March 12, 2026, 7:30 p.m. (CT)
    "#]],
    );
    let output =
        check("held-json", HELD, &["--json", "--explain", "--now", "2026-01-01T00:00:00Z"]);
    let document: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("it is one JSON document");
    let windows = &document["windows"];
    assert_eq!(windows[0]["hold_limit"], "4h");
    assert_eq!(windows[0]["finished"]["api"], "2026-02-05T20:10:00-06:00");
    assert_eq!(windows[1].get("hold_limit"), None);
    assert_eq!(windows[1]["occurrences"][0].get("finished"), None);
    assert_eq!(windows[1]["occurrences"][1]["finished"]["web"], "2026-03-12T19:30:00-05:00");
}

// Without being asked, too: whoever only checks should learn of the nights that are different.
#[test]
fn a_check_tells_what_was_decided_about_awkward_hours() {
    let schedule =
        format!("{BERLIN}start = 2026-01-01T02:30:00\nlength = \"10m\"\nrepeat = \"FREQ=DAILY\"\n");
    let output = check("decided", &schedule, &["--now", "2026-01-01T00:00:00Z"]);
    let stdout = String::from_utf8_lossy(&output.stdout);
    // Whole output, so that the lines' indentation is part of it.
    let (first, _) = stdout.split_once(" is good").expect("a first line");
    expect![[r#"
        FILE is good: Register, 1 channel and 1 window
          nightly: Sunday, March 29, 2026, 2:30 a.m. does not exist: clocks jump over that time, so it starts at 3:30 a.m. (MEZ/MESZ)
          nightly: Sunday, October 25, 2026, 2:30 a.m. comes twice: it starts the first time (MEZ/MESZ, UTC+2), not the second (MEZ/MESZ, UTC+1)
    "#]].assert_eq(&stdout.replace(first, "FILE"));
}

#[test]
fn a_good_schedule_is_told_so_in_a_line() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/immtrac2/schedule.toml");
    let output = intermission(&["check", path, "--now", "2025-01-01T00:00:00Z"]);
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(stdout.ends_with("is good: ImmTrac2, 3 channels and 1 window\n"), "{stdout}");
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn mistakes_are_shown_and_counted() {
    let schedule = format!("{BERLIN}start = 2026-03-29T02:30:00\nreson = \"planned\"\n");
    let output = check("mistakes", &schedule, &[]);
    says(&output, 1, &expect![[""]]);
    let stderr = String::from_utf8_lossy(&output.stderr);
    for words in ["does not exist in Europe/Berlin", "did you mean `reason`?", "has 2 mistakes"] {
        assert!(stderr.contains(words), "{words} is not in:\n{stderr}");
    }
    assert!(!stderr.contains('\u{1b}'), "no colours in a pipe:\n{stderr}");
}

#[test]
fn a_file_that_is_not_there_is_another_thing_than_a_bad_one() {
    let output = intermission(&["check", "no/such/schedule.toml"]);
    assert_eq!(output.status.code(), Some(66));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(stderr.starts_with("error: no/such/schedule.toml cannot be read: "), "{stderr}");
}

#[test]
fn the_version_names_the_zones() {
    let output = intermission(&["--version"]);
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(stdout.contains(&format!("(zone data {})", schedule::Zone::RELEASE)), "{stdout}");
}

#[test]
fn a_good_schedule_as_json() {
    let schedule = format!(
        "{BERLIN}start = 2026-10-18T02:30:00\nlength = \"10m\"\n\
         repeat = \"FREQ=WEEKLY;BYDAY=SU;COUNT=2\"\n\
         [[window]]\nid = \"past\"\nchannels = [\"web\"]\n\
         start = 2025-12-24T12:00:00\nend = 2025-12-24T13:00:00\n"
    );
    let options = ["--json", "--explain", "--now", "2026-01-01T00:00:00Z"];
    let output = check("json", &schedule, &options);
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
    expect![[r#"
        {
          "schedule": "json.toml",
          "zones": "2026f",
          "service": {
            "name": "Register",
            "zone": "Europe/Berlin",
            "label": "MEZ/MESZ"
          },
          "channels": [
            {
              "id": "web",
              "name": "the portal",
              "disposition": "unavailable"
            }
          ],
          "windows": [
            {
              "id": "nightly",
              "channels": [
                "web"
              ],
              "reason": "planned",
              "overrun": "reopen",
              "cancelled": false,
              "summary": null,
              "starts": null,
              "ends": null,
              "repeats": "FREQ=WEEKLY;COUNT=2;BYDAY=SU",
              "decisions": [
                "Sunday, October 25, 2026, 2:30 a.m. comes twice: it starts the first time (MEZ/MESZ, UTC+2), not the second (MEZ/MESZ, UTC+1)"
              ],
              "occurrences": [
                {
                  "of": "2026-10-18T02:30:00",
                  "starts": "2026-10-18T02:30:00+02:00",
                  "ends": "2026-10-18T02:40:00+02:00",
                  "cancelled": false,
                  "changed": false,
                  "decisions": []
                },
                {
                  "of": "2026-10-25T02:30:00",
                  "starts": "2026-10-25T02:30:00+02:00",
                  "ends": "2026-10-25T02:40:00+02:00",
                  "cancelled": false,
                  "changed": false,
                  "decisions": [
                    "Sunday, October 25, 2026, 2:30 a.m. comes twice: it starts the first time (MEZ/MESZ, UTC+2), not the second (MEZ/MESZ, UTC+1)"
                  ]
                }
              ]
            },
            {
              "id": "past",
              "channels": [
                "web"
              ],
              "reason": "planned",
              "overrun": "reopen",
              "cancelled": false,
              "summary": null,
              "starts": "2025-12-24T12:00:00+01:00",
              "ends": "2025-12-24T13:00:00+01:00",
              "repeats": null,
              "decisions": []
            }
          ],
          "diagnostics": [
            {
              "severity": "warning",
              "message": "the window was over on Wednesday, December 24, 2025, 1:00 p.m. (UTC+1)",
              "help": "it has no effect; it may stay for the record",
              "file": "json.toml",
              "line": 19,
              "column": 7,
              "end_line": 19,
              "end_column": 26
            }
          ]
        }
    "#]].assert_eq(&without_folder(&output));
    // Without `--explain` the occurrences are left out, and nothing else.
    let output = check("json-short", &schedule, &[options[0], options[2], options[3]]);
    let short = without_folder(&output);
    assert!(!short.contains("\"occurrences\"") && short.contains("comes twice"), "{short}");
}

#[test]
fn what_a_window_says_in_other_languages_as_json() {
    let schedule = format!(
        "{BERLIN}start = 2026-10-18T02:30:00\nlength = \"10m\"\n\
         summary = \"Data fixes.\"\ntranslations.DE.summary = \"Datenpflege.\"\n"
    );
    let output = check("translated", &schedule, &["--json", "--now", "2026-01-01T00:00:00Z"]);
    let document: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("it is one JSON document");
    let window = &document["windows"][0];
    assert_eq!(window["translations"], serde_json::json!({ "de": { "summary": "Datenpflege." } }));
}

#[test]
fn mistakes_as_json() {
    let schedule = format!("{BERLIN}start = 2026-03-29T02:30:00\nreson = \"planned\"\n");
    let output = check("json-mistakes", &schedule, &["--json"]);
    assert_eq!((output.status.code(), output.stderr.len()), (Some(1), 0));
    expect![[r#"
        {
          "error": {
            "kind": "schedule",
            "message": "json-mistakes.toml has 2 mistakes",
            "diagnostics": [
              {
                "severity": "error",
                "message": "Sunday, March 29, 2026, 2:30 a.m. does not exist in Europe/Berlin: clocks jump over it",
                "help": "write `2026-03-29T01:30:00+01:00` for Sunday, March 29, 2026, 1:30 a.m. (UTC+1), or `2026-03-29T03:30:00+02:00` for Sunday, March 29, 2026, 3:30 a.m. (UTC+2)",
                "file": "json-mistakes.toml",
                "line": 12,
                "column": 9,
                "end_line": 12,
                "end_column": 28
              },
              {
                "severity": "error",
                "message": "unknown key `reson` in `[[window]]`",
                "help": "did you mean `reason`?",
                "file": "json-mistakes.toml",
                "line": 13,
                "column": 1,
                "end_line": 13,
                "end_column": 6
              }
            ]
          }
        }
    "#]].assert_eq(&without_folder(&output));
}

#[test]
fn a_command_line_that_cannot_be_understood_as_json() {
    let output = intermission(&["check", "--json"]);
    assert_eq!(output.status.code(), Some(2));
    expect![[r#"
        {
          "error": {
            "kind": "command-line",
            "message": "the following required arguments were not provided:\n  <FILE>\n\nUsage: intermission check --json <FILE>\n\nFor more information, try '--help'."
          }
        }
    "#]].assert_eq(&without_folder(&output));
    let output = intermission(&["check", "--json", "no/such/schedule.toml"]);
    assert_eq!(output.status.code(), Some(66));
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(stdout.contains("\"kind\": \"unreadable-file\""), "{stdout}");
}

#[test]
fn help_names_the_exit_codes() {
    for command in [&["--help"][..], &["check", "--help"], &["explain", "--help"]] {
        let output = intermission(command);
        let stdout = String::from_utf8_lossy(&output.stdout);
        assert!(stdout.contains("Exit codes:\n  0 "), "{stdout}");
        let longest = stdout.lines().map(|line| line.chars().count()).max();
        assert!(longest <= Some(100), "{stdout}");
    }
}

/// Standard output, with the name of the file alone.
fn without_folder(output: &Output) -> String {
    let stdout = String::from_utf8_lossy(&output.stdout);
    let folder = std::env::temp_dir();
    let plain = stdout.replace(&format!("{}/", folder.display()), "");
    plain.replace(&format!("-{}", std::process::id()), "")
}
