//! The local copy: it decides when nobody can be asked, and is an error rather than a guess.

use std::fs;

use super::{END, Edge, HELD, INSIDE, Machine, OPEN, edge::document};

#[test]
fn the_edge_is_asked_when_it_is_time_to() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, "2025-02-07T00:29:50Z");
    for (now, statuses) in [
        ("2025-02-07T00:29:50Z", &[200][..]),
        ("2025-02-07T00:29:59Z", &[]),
        // The document said when it says something else.
        ("2025-02-07T00:30:00Z", &[304]),
        ("2025-02-07T00:30:29Z", &[]),
        ("2025-02-07T00:30:30Z", &[304]),
    ] {
        machine.clock(now);
        machine.check(&["check"], 0, "open: ");
        assert_eq!(edge.statuses(), statuses, "{now}");
    }
}

#[test]
fn without_a_network_the_copy_decides_until_it_is_too_old() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, "2025-02-06T15:00:00Z");
    machine.check(&["check"], 0, "open: ");
    edge.is_gone(true);
    machine.clock(INSIDE);
    let found = machine.run(&["check"]);
    assert_eq!(found.code, Some(75));
    assert!(
        found.stderr.starts_with("the edge could not be asked, so the copy decides: 127.0.0.1:"),
        "{found:?}"
    );
    assert!(found.stderr.ends_with(HELD), "{found:?}");
    machine.check(&["check", "--quiet"], 75, "");
    // Twelve hours after it was confirmed.
    machine.clock("2025-02-07T03:00:00Z");
    machine.check(&["run", "--quiet", "--", "true"], 0, "");
    machine.clock("2025-02-07T03:00:01Z");
    let old = "error: the copy is 12 hours 1 second old, and 12 hours is the most: it was confirmed \
               Thursday, February 6, 2025, 9:00 a.m. (CT); 127.0.0.1:";
    machine.check(&["run", "--quiet", "--", "true"], 69, old);
    machine.check(&["check", "--max-age", "13h", "--quiet"], 0, "");
    machine.check(&["check", "--fail-open"], 0, "warning: the copy is 12 hours");
    // It goes on by itself.
    edge.is_gone(false);
    machine.check(&["check"], 0, OPEN);
}

#[test]
fn a_damaged_copy_is_an_error_and_heals() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    machine.check(&["check"], 75, HELD);
    let whole = machine.read("state/copy.json");
    let moved = whole.replace("2025-02-07T01:00:00Z", "2025-02-07T02:30:00Z");
    let damages: [(&str, &str); 5] = [
        ("", "is damaged: EOF"),
        (&whole[..whole.len() / 2], "is damaged: EOF"),
        ("{\"windows\":[]}", "is damaged: missing field"),
        ("{\"format\":2}", "is damaged or of another version: expected format 1, found 2"),
        (&moved, "is damaged: something has happened to it since it was written"),
    ];
    for (text, sentence) in damages {
        fs::write(machine.copy(), text).expect("it can be written");
        edge.is_gone(true);
        let path = machine.copy();
        let expected = format!("error: the copy {} {sentence}", path.display());
        machine.check(&["run", "--", "true"], 69, &expected);
        machine.check(&["run", "--quiet", "--", "true"], 69, &expected);
        edge.is_gone(false);
        let healed = machine.run(&["check"]);
        assert_eq!(healed.code, Some(75));
        assert!(
            healed.stderr.contains(sentence) && healed.stderr.contains("; it was replaced\n"),
            "{healed:?}"
        );
        machine.check(&["check"], 75, HELD);
    }
    fs::remove_file(machine.copy()).expect("it is there");
    edge.is_gone(true);
    machine.check(&["check"], 69, "error: there is no copy of the timeline in ");
    fs::create_dir(machine.copy()).expect("a folder in its place");
    machine.check(
        &["check"],
        69,
        &format!("error: the copy {} cannot be read: ", machine.copy().display()),
    );
    // What was learnt decides, even where it cannot be kept.
    edge.is_gone(false);
    let found = machine.run(&["check", "--quiet"]);
    let warning = "warning: the copy could not be written, so it gets old: ";
    assert!(found.code == Some(75) && found.stderr.starts_with(warning), "{found:?}");
}

#[cfg(unix)]
#[test]
fn a_copy_that_may_not_be_read_is_an_error() {
    use std::os::unix::fs::PermissionsExt;
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    machine.check(&["check"], 75, HELD);
    edge.is_gone(true);
    fs::set_permissions(machine.copy(), fs::Permissions::from_mode(0o000)).expect("it is ours");
    let path = machine.copy();
    // Root reads whatever there is.
    match fs::read(&path) {
        Err(_) => machine.check(
            &["check"],
            69,
            &format!("error: the copy {} cannot be read: ", path.display()),
        ),
        Ok(_) => machine.check(&["check"], 75, HELD),
    }
}

#[test]
fn what_is_no_timeline_and_what_is_older_changes_nothing() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    machine.check(&["check"], 75, HELD);
    for (answer, note) in [
        (
            "{}".to_owned(),
            "answered what this version cannot read: expected a `timeline.json`: missing field",
        ),
        (document("2025-02-07T01:30:00Z", 6), "answered revision 6, and the copy has 7 already"),
    ] {
        edge.says(answer);
        machine.clock("2025-02-07T02:10:00Z");
        let found = machine.run(&["check"]);
        assert_eq!(found.code, Some(75));
        assert!(found.stderr.contains(note) && found.stderr.ends_with(HELD), "{found:?}");
        // Nor does it confirm the copy.
        machine.check(&["check", "--max-age", "9m"], 69, "error: the copy is 10 minutes old");
    }
    edge.says(document(END, 8));
    machine.check(&["check"], 75, HELD);
}

#[test]
fn the_copy_of_another_service_does_not_decide() {
    let (edge, other) = (Edge::new(), Edge::new());
    let machine = Machine::new(&edge, INSIDE);
    machine.check(&["check"], 75, HELD);
    other.is_gone(true);
    let url = format!("http://127.0.0.1:{}", other.port);
    let found = machine.run(&["check", "--url", &url]);
    assert_eq!(found.code, Some(69));
    let from = format!("is of another service, http://127.0.0.1:{}/_maintenance", edge.port);
    assert!(found.stderr.contains(&from), "{found:?}");
    other.is_gone(false);
    machine.check(&["check", "--url", &url], 75, HELD);
}
