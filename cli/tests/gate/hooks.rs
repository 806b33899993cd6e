//! What is done when the gate begins to hold and when it opens again: once for a change.

use std::thread;

use super::{BEFORE, END, Edge, INSIDE, Machine, edge::document};

const ON: [&str; 5] = [
    "check",
    "--on-hold",
    "echo hold $INTERMISSION_CHANNEL $INTERMISSION_WINDOW $INTERMISSION_RESUMES >> hooks; echo aloud",
    "--on-release",
    "echo release $INTERMISSION_CHANNEL >> hooks",
];

#[test]
fn once_for_a_change() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, BEFORE);
    for now in [BEFORE, INSIDE, INSIDE, "2025-02-07T02:30:00Z"] {
        machine.clock(now);
        machine.run(&ON);
    }
    let first = "hold ftp deployment 2025-02-07T03:00:00Z\n";
    assert_eq!(machine.read("hooks"), first);
    // Somebody needs half an hour more, which users are told.
    edge.says(document("2025-02-07T03:30:00Z", 8));
    machine.clock("2025-02-07T02:40:00Z");
    // Standard output is the batch's, so what a hook says goes beside it.
    let found = machine.run(&ON);
    assert!(found.stdout.is_empty() && found.stderr.starts_with("aloud\nheld: "), "{found:?}");
    machine.clock(END);
    machine.run(&ON);
    let second = format!("{first}hold ftp deployment 2025-02-07T03:30:00Z\n");
    assert_eq!(machine.read("hooks"), second);
    for now in ["2025-02-07T03:30:00Z", "2025-02-07T03:31:00Z"] {
        machine.clock(now);
        machine.run(&ON);
    }
    assert_eq!(machine.read("hooks"), format!("{second}release ftp\n"));
}

#[test]
fn many_at_a_time_do_it_once() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| machine.run(&ON));
        }
    });
    assert_eq!(machine.read("hooks"), "hold ftp deployment 2025-02-07T03:00:00Z\n");
}

#[test]
fn one_that_fails_is_run_again_and_keeps_no_batch() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    let failing = ["check", "--quiet", "--on-hold", "echo tried >> hooks; test -e mended"];
    let warning = "warning: `echo tried >> hooks; test -e mended` failed (exit status: 1); it is run again \
                   with the next look\n";
    machine.check(&failing, 75, warning);
    machine.check(&failing, 75, warning);
    std::fs::write(machine.folder.join("mended"), "").expect("it can be written");
    machine.check(&failing, 75, "");
    machine.check(&failing, 75, "");
    assert_eq!(machine.read("hooks"), "tried\ntried\ntried\n");
    machine.clock(END);
    let release = ["run", "--on-release", "exit 1", "--", "true"];
    machine.check(&release, 0, "warning: `exit 1` failed (exit status: 1)");
}

#[test]
fn what_is_not_known_changes_nothing() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    let banner = ["check", "--quiet", "--banner", "banner"];
    machine.check(&banner, 75, "");
    let told = machine.read("banner");
    assert!(told.contains("Files may be submitted."), "{told}");
    edge.is_gone(true);
    machine.clock("2025-02-08T02:00:00Z");
    machine.check(&banner, 69, "error: the copy is 1 day old");
    assert_eq!(machine.read("banner"), told);
}
