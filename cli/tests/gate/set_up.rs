//! Set-ups that cannot work.

use super::{Edge, INSIDE, Machine};

/// 78, and the beginning of the sentence: nothing else has this code.
#[track_caller]
fn refused(words: &[&str], expected: &str) {
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    machine.check(words, 78, expected);
}

#[test]
fn what_is_set_up_wrongly_says_so() {
    refused(
        &["check", "--channel", "fpt"],
        "error: expected a channel of ImmTrac2 (`ftp`), found `fpt`\n",
    );
    refused(
        &["check", "--channel", "../../etc/passwd"],
        "error: invalid value '../../etc/passwd' for '--channel <ID>': expected the id of a channel: \
         lower-case letters, digits and hyphens\n",
    );
    refused(&["check", "--lead", "soon"], "error: invalid value 'soon' for '--lead <LENGTH>'");
    refused(
        &["check", "--fail-open", "--fail-closed"],
        "error: the argument '--fail-open' cannot be used with",
    );
    refused(&["run"], "error: the following required arguments were not provided:\n  <CMD>...\n");
    refused(&["check", "--url", "http://registry.example.org"], "error: expected `https`, found ");
    refused(
        &["check", "--state", "/dev/null/state"],
        "error: the state folder /dev/null/state cannot be used: ",
    );
}

#[test]
fn what_is_not_set_up_says_so() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    let output = machine.command(&["check"]).env_remove("INTERMISSION_GATE_CHANNEL").output();
    let found = super::machine::ended(&output.expect("it was built for this test"));
    assert_eq!(found.code, Some(78));
    assert!(found.stderr.contains("--channel <ID>"), "{found:?}");
}

// Whoever may write there opens the gate.
#[cfg(unix)]
#[test]
fn a_folder_that_everybody_may_write_to_is_refused() {
    use std::{fs, os::unix::fs::PermissionsExt};
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    let state = machine.folder.join("state");
    fs::create_dir(&state).expect("it is new");
    fs::set_permissions(&state, fs::Permissions::from_mode(0o777)).expect("it is ours");
    machine.check(
        &["check"],
        78,
        "error: expected a state folder that not everybody may write to, found ",
    );
}
