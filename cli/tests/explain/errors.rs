//! What cannot be explained.

use expect_test::{Expect, expect};

use crate::run::{EVERYTHING, FOUNDING, explain, says};

#[track_caller]
fn check(arguments: &[&str], expected: &Expect) {
    says(FOUNDING, &[arguments], expected);
}

#[test]
fn no_request() {
    check(
        &[],
        &expect![[r#"
            error: expected a request behind `explain`, found none
              = help: write an address such as `https://registry.example/soap`, or paste a curl command
            exit code 2
        "#]],
    );
    check(
        &["--"],
        &expect![[r#"
            error: expected a request behind `explain`, found none
              = help: write an address such as `https://registry.example/soap`, or paste a curl command
            exit code 2
        "#]],
    );
    check(
        &["https://a.example", "--curl", "curl a"],
        &expect![[r#"
            error: the argument '[URL]' cannot be used with '--curl <COMMAND>'

            Usage: intermission explain [OPTIONS] URL
                   intermission explain [OPTIONS] curl …
                   intermission explain [OPTIONS] --curl 'curl …'

            For more information, try '--help'.
            exit code 2
        "#]],
    );
    check(
        &["-X", "POST", "--curl", "curl a"],
        &expect![[r#"
            error: the argument '--request <METHOD>' cannot be used with '--curl <COMMAND>'

            Usage: intermission explain [OPTIONS] URL
                   intermission explain [OPTIONS] curl …
                   intermission explain [OPTIONS] --curl 'curl …'

            For more information, try '--help'.
            exit code 2
        "#]],
    );
}

#[test]
fn no_address() {
    check(
        &["/records"],
        &expect![[r#"
            error: expected an address such as `https://registry.example/soap`, found the path `/records` alone, and the schedule has no `url`
              = help: write `https://` and the host before it, or give `[service]` its `url`
            exit code 2
        "#]],
    );
    check(
        &["ftp://registry.example/in"],
        &expect![[r#"
            error: expected an address of `https://` or `http://`, found `ftp://`
              = help: only requests over HTTP pass the edge
            exit code 2
        "#]],
    );
    check(
        &["https:///records"],
        &expect![[r#"
            error: expected an address such as `https://registry.example/soap`, found no host in `https:///records`
            exit code 2
        "#]],
    );
    check(
        &["https://registry.example/a b"],
        &expect![[r#"
            error: expected an address such as `https://registry.example/soap`, found ' ' in it
              = help: put the address between quotes, and write `%20` for a blank
            exit code 2
        "#]],
    );
    check(
        &["https://registró.example/"],
        &expect![[r#"
            error: expected an address such as `https://registry.example/soap`, found 'ó' in it
              = help: write a host in another script as its punycode, `xn--…`
            exit code 2
        "#]],
    );
}

#[test]
fn no_method_and_no_header() {
    check(
        &["-X", "GET /", "https://a.example"],
        &expect![[r#"
            error: expected a method such as `POST`, found `GET /`
            exit code 2
        "#]],
    );
    check(
        &["-H", "Accept", "https://a.example"],
        &expect![[r#"
            error: expected a header such as `Accept: text/html`, found `Accept`
            exit code 2
        "#]],
    );
    check(
        &["-H", "Acc ept: x", "https://a.example"],
        &expect![[r#"
            error: expected the name of a header such as `Accept`, found `Acc ept`
            exit code 2
        "#]],
    );
    check(
        &["-H", "Accept: a\nb", "https://a.example"],
        &expect![[r#"
            error: expected one line of text in the header `Accept`, found a control
            exit code 2
        "#]],
    );
    check(
        &["--client", "somewhere", "https://a.example"],
        &expect![[r#"
            error: invalid value 'somewhere' for '--client <ADDRESS>': invalid IP address syntax

            For more information, try '--help'.
            exit code 2
        "#]],
    );
}

#[test]
fn no_curl_command() {
    check(
        &["--", "wget", "https://a.example"],
        &expect![[r#"
            error: expected a curl command, found one that begins with `wget`
              = help: in a browser's network panel, choose “Copy as cURL (bash)” or “(POSIX)”
            exit code 2
        "#]],
    );
    check(
        &["--curl", ""],
        &expect![[r#"
            error: expected a curl command, found nothing
              = help: in a browser's network panel, choose “Copy as cURL (bash)” or “(POSIX)”
            exit code 2
        "#]],
    );
    check(
        &["--curl", "curl 'https://a.example"],
        &expect![[r#"
            error: expected a whole curl command, found a quote that is never closed
              = help: copy all of it, to its last character
            exit code 2
        "#]],
    );
    check(
        &["--curl", "curl $'https://a.example"],
        &expect![[r#"
            error: expected a whole curl command, found a quote that is never closed
              = help: copy all of it, to its last character
            exit code 2
        "#]],
    );
    check(
        &["--curl", "curl $'a\\0b'"],
        &expect![[r#"
            error: expected text in a curl command, found a NUL in it
            exit code 2
        "#]],
    );
    check(
        &["--curl", "curl ^\"https://a.example^\" ^\n  -H ^\"accept: */*^\""],
        &expect![[r#"
            error: expected a curl command with the quotes of a POSIX shell, found those of Windows
              = help: choose “Copy as cURL (bash)”, which can be read here on every system
            exit code 2
        "#]],
    );
    check(
        &["curl"],
        &expect![[r#"
            error: expected an address in the curl command, found only options
            exit code 2
        "#]],
    );
    check(
        &["curl", "https://a.example", "-H"],
        &expect![[r#"
            error: expected a value after curl's `-H`, found the end of the command
            exit code 2
        "#]],
    );
    check(
        &["curl", "-X", "P\nT", "https://a.example"],
        &expect![[r#"
            error: expected a method such as `POST`, found `P\nT`
            exit code 2
        "#]],
    );
}

#[test]
fn no_schedule() {
    let elsewhere = ["--schedule", "no/such.toml", "https://a.example"];
    check(
        &elsewhere,
        &expect![[r#"
            error: no/such.toml cannot be read: No such file or directory (os error 2)
            exit code 66
        "#]],
    );
    let json = [&["--json"], &elsewhere[..]].concat();
    check(
        &json,
        &expect![[r#"
            {
              "error": {
                "kind": "unreadable-file",
                "message": "no/such.toml cannot be read: No such file or directory (os error 2)"
              }
            }
            exit code 66
        "#]],
    );
}

#[test]
fn a_schedule_with_mistakes() {
    let file = std::env::temp_dir().join(format!("explain-{}.toml", std::process::id()));
    let text = "[service]\nname = \"Registry\"\nzone = \"America/Chicago\"\nlable = \"CT\"\n";
    std::fs::write(&file, text).expect("the folder for temporary files can be written");
    let path = file.to_str().expect("the folder for temporary files has a plain name");
    let said = |more: &[&str]| {
        let arguments = [more, &["--schedule", path, "https://a.example"]].concat();
        explain(EVERYTHING, &[&arguments], "").replace(path, "schedule.toml")
    };
    expect![[r#"
        error: unknown key `lable` in `[service]`
         --> schedule.toml:4:1
          |
        4 | lable = "CT"
          | ^^^^^
          |
          = help: did you mean `label`?

        error: schedule.toml has 1 mistake: mend as shown above
        exit code 1
    "#]]
    .assert_eq(&said(&[]));
    expect![[r#"
        {
          "error": {
            "kind": "schedule",
            "message": "schedule.toml has 1 mistake",
            "diagnostics": [
              {
                "severity": "error",
                "message": "unknown key `lable` in `[service]`",
                "help": "did you mean `label`?",
                "file": "schedule.toml",
                "line": 4,
                "column": 1,
                "end_line": 4,
                "end_column": 6
              }
            ]
          }
        }
        exit code 1
    "#]]
    .assert_eq(&said(&["--json"]));
    std::fs::remove_file(&file).expect("the file was written above");
}

#[test]
fn a_command_line_in_json() {
    check(
        &["--json", "--nonsense"],
        &expect![[r#"
            {
              "error": {
                "kind": "command-line",
                "message": "unexpected argument '--nonsense' found\n\n  tip: to pass '--nonsense' as a value, use '-- --nonsense'\n\nUsage: intermission explain [OPTIONS] URL\n       intermission explain [OPTIONS] curl …\n       intermission explain [OPTIONS] --curl 'curl …'\n\nFor more information, try '--help'."
              }
            }
            exit code 2
        "#]],
    );
    check(
        &["--json", "--at", "soon", "https://a.example"],
        &expect![[r#"
            {
              "error": {
                "kind": "instant",
                "message": "--at: expected a time such as `Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`, found `soon`"
              }
            }
            exit code 2
        "#]],
    );
}
