//! `intermission window` and `watch`, as far as they come without a service.

use std::process::{Command, Output};

use expect_test::{Expect, expect};

/// Runs the command with nothing but these variables.
fn run(variables: &[(&str, &str)], arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_intermission"))
        .args(arguments)
        .env_clear()
        .envs(variables.iter().copied())
        .output()
        .expect("the command was built for this test")
}

fn text(octets: &[u8]) -> String {
    String::from_utf8(octets.to_vec()).expect("it speaks UTF-8")
}

#[track_caller]
fn refused(variables: &[(&str, &str)], arguments: &[&str], code: i32, expected: &Expect) {
    let output = run(variables, arguments);
    let stderr = text(&output.stderr);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(code), 0), "{stderr}");
    expected.assert_eq(&stderr);
}

const TOKEN: (&str, &str) = ("INTERMISSION_TOKEN", "imt_k3J9xQz1Aa_c2VjcmV0");

/// Nobody listens on the port for nothing at all.
const NOBODY: (&str, &str) = ("INTERMISSION_URL", "http://127.0.0.1:1");

#[test]
fn what_is_missing() {
    refused(
        &[],
        &["window", "add", "--start", "Thu 7pm"],
        2,
        &expect![[r#"
        error: the following required arguments were not provided:
          --channels <IDS>
          <--for <LENGTH>|--end <TIME>>

        Usage: intermission window add --start <TIME> --channels <IDS> <--for <LENGTH>|--end <TIME>>

        For more information, try '--help'.
    "#]],
    );
    refused(
        &[],
        &["window", "extend", "deployment"],
        2,
        &expect![[r#"
        error: the following required arguments were not provided:
          <--by <LENGTH>|--until <TIME>>

        Usage: intermission window extend <--by <LENGTH>|--until <TIME>> <WINDOW>

        For more information, try '--help'.
    "#]],
    );
    refused(
        &[],
        &["window", "extend", "--by", "soon"],
        2,
        &expect![[r#"
        error: invalid value 'soon' for '--by <LENGTH>': expected a length such as `90s`, `30m`, `1h30m` or `3d`

        For more information, try '--help'.
    "#]],
    );
    refused(
        &[],
        &["window", "extend", "--by", "30m", "--until", "9pm"],
        2,
        &expect![[r#"
        error: the argument '--by <LENGTH>' cannot be used with '--until <TIME>'

        Usage: intermission window extend <--by <LENGTH>|--until <TIME>> [WINDOW]

        For more information, try '--help'.
    "#]],
    );
    refused(
        &[],
        &["window", "cancel", "patches", "--all", "--of", "2026-03-12"],
        2,
        &expect![[r#"
            error: the argument '--all' cannot be used with '--of <DATE>'

            Usage: intermission window cancel --all <WINDOW>

            For more information, try '--help'.
        "#]],
    );
    refused(
        &[TOKEN],
        &["window", "finish"],
        2,
        &expect![[r#"
        error: expected the address of the service, found none
          = help: give `--url https://registry.example.org`, or set INTERMISSION_URL, or write `url` into the configuration
    "#]],
    );
}

// A token is needed to change something, and not to read what everybody may.
#[test]
fn who_may_do_what() {
    refused(
        &[NOBODY],
        &["window", "finish", "--yes"],
        77,
        &expect![[r#"
        error: expected a token in the variable INTERMISSION_TOKEN, found none
          = help: set INTERMISSION_TOKEN, or write `token-file` or `token-command` into the configuration; `intermission token create` makes a token
    "#]],
    );
    refused(
        &[NOBODY],
        &["window", "list"],
        77,
        &expect![[r#"
        error: expected a token in the variable INTERMISSION_TOKEN, found none
          = help: set INTERMISSION_TOKEN, or write `token-file` or `token-command` into the configuration; `intermission token create` makes a token
    "#]],
    );
    refused(
        &[NOBODY],
        &["watch"],
        69,
        &expect![[r#"
        error: 127.0.0.1:1 cannot be reached: Connection refused (os error 111)
          = help: is the address right, and does a firewall or a proxy stand in between? A proxy is taken from HTTPS_PROXY
    "#]],
    );
    refused(
        &[NOBODY, TOKEN],
        &["window", "finish", "--yes"],
        69,
        &expect![[r#"
        error: 127.0.0.1:1 cannot be reached: Connection refused (os error 111)
          = help: is the address right, and does a firewall or a proxy stand in between? A proxy is taken from HTTPS_PROXY
    "#]],
    );
}

#[test]
fn failures_in_json() {
    let output = run(&[NOBODY, TOKEN], &["window", "finish", "--yes", "--json"]);
    assert_eq!((output.status.code(), output.stderr.len()), (Some(69), 0));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(json["error"]["kind"], "unreachable");
}

#[test]
fn the_words_for_times_are_in_the_help() {
    let output = run(&[], &["window", "add", "--help"]);
    let help = text(&output.stdout);
    for words in ["Thu 7pm", "tomorrow 19:00", "in 20m", "refused, with the text for each"] {
        assert!(help.contains(words), "{words} is not in {help}");
    }
}
