//! Waiting, as a unit of systemd does before it starts.

use std::{
    io::{BufRead, BufReader, Read},
    process::{Child, Stdio},
};

use super::{END, Edge, HELD, INSIDE, Machine, OPEN, edge::document, machine::ended};

fn start(machine: &Machine, words: &[&str]) -> Child {
    let mut command = machine.command(words);
    command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it was built for this test")
}

#[test]
fn it_waits_until_it_is_open() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    let mut waiting = start(&machine, &["wait", "--jitter", "1s"]);
    let mut said = BufReader::new(waiting.stderr.take().expect("it is piped"));
    let mut line = String::new();
    // The clock is set, and then it is held.
    for _ in 0..2 {
        line.clear();
        said.read_line(&mut line).expect("it speaks UTF-8");
    }
    assert_eq!(line, HELD);
    machine.clock(END);
    let mut rest = String::new();
    said.read_to_string(&mut rest).expect("it speaks UTF-8");
    assert_eq!(rest, OPEN);
    assert!(waiting.wait().expect("it ends").success());
    machine.check(&["wait"], 0, OPEN);
    machine.check(&["wait", "--quiet"], 0, "");
}

#[test]
fn in_time_or_not_at_all() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    machine.check(&["wait", "--timeout", "1s"], 75, HELD);
    edge.is_gone(true);
    machine.clock("2025-02-08T02:00:00Z");
    machine.check(&["wait", "--timeout", "1s"], 69, "not known: the copy is 1 day old");
    machine.check(&["wait", "--fail-open"], 0, "warning: the copy is 1 day old");
    machine.check(&["wait", "--channel", "ftp", "--state", "/dev/null/x"], 78, "error: ");
}

#[test]
fn an_end_that_moves_is_waited_for() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    machine.check(&["check"], 75, HELD);
    edge.says(document("2025-02-07T04:00:00Z", 8));
    machine.clock(END);
    // At the old end it asks first, and is told of the new one.
    let later = "held: `ftp` of ImmTrac2 until Thursday, February 6, 2025, 10:00 p.m. (CT)";
    machine.check(&["wait", "--timeout", "1s"], 75, later);
    machine.check(&["run", "--", "true"], 75, later);
}

#[test]
fn a_drain_without_a_command_needs_a_window() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, END);
    let found = machine.run(&["drain", "--timeout", "1s"]);
    assert_eq!(found.code, Some(75));
    assert!(
        found.stderr.ends_with(
            "not drained: no window holds `ftp`, so the next batch would start; add one, or give a \
             command to run meanwhile: `drain -- CMD`\n"
        ),
        "{found:?}"
    );
    machine.clock("2025-02-07T00:00:00Z");
    let draining = start(&machine, &["drain"]);
    edge.statuses();
    machine.clock(INSIDE);
    let found = ended(&draining.wait_with_output().expect("it ends"));
    assert_eq!(found.code, Some(0));
    assert!(
        found.stderr.ends_with("drained: no batch of `ftp` runs, and none starts\n"),
        "{found:?}"
    );
}
