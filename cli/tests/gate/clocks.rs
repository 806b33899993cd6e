//! Clocks that are wrong, and clocks that jump.

use chrono::TimeDelta;

use super::{END, Edge, HELD, INSIDE, Machine, OPEN};

#[test]
fn clocks_that_disagree_start_nothing() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, END);
    for (seconds, code, line) in [
        (-60, 0, OPEN),
        (60, 0, OPEN),
        // By the edge's clock the window is still open.
        (
            -3600,
            69,
            "error: this machine's clock says Thursday, February 6, 2025, 9:10 p.m. (CT), and the edge's \
             Thursday, February 6, 2025, 8:10 p.m. (CT)\n  = help: set the clock of this machine, best by \
             NTP; nothing is begun until both agree\n",
        ),
        (7200, 69, "error: this machine's clock says "),
    ] {
        edge.is_off_by(TimeDelta::zero());
        machine.clock("2025-02-07T03:09:00Z");
        machine.check(&["check"], 0, OPEN);
        machine.clock("2025-02-07T03:10:00Z");
        edge.is_off_by(TimeDelta::seconds(seconds));
        machine.check(&["check"], code, line);
        machine.check(&["run", "--", "true"], code, if code == 0 { "" } else { line });
    }
}

// A jump is met where the edge can be asked: forward it makes the copy look old, and backward look new.
#[test]
fn a_clock_that_jumps_is_noticed() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    machine.check(&["check"], 75, HELD);
    for (jump, hours) in [("2025-02-07T04:00:00Z", 2), ("2025-02-07T00:00:00Z", -2)] {
        machine.clock(jump);
        edge.is_off_by(TimeDelta::hours(-hours));
        machine.check(&["run", "--", "true"], 69, "error: this machine's clock says ");
    }
    // Set right again, it goes on.
    machine.clock(END);
    edge.is_off_by(TimeDelta::zero());
    machine.check(&["run", "--", "true"], 0, "");
}

#[test]
fn a_clock_that_was_set_back_is_noticed_without_a_network() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    machine.check(&["check"], 75, HELD);
    edge.is_gone(true);
    // An NTP step of less than a minute is nothing.
    machine.clock("2025-02-07T01:59:01Z");
    machine.check(&["check", "--quiet"], 75, "");
    machine.clock("2025-02-07T00:10:00Z");
    let ahead = "error: the copy was confirmed Thursday, February 6, 2025, 8:00 p.m. (CT), and this \
                 machine's clock says Thursday, February 6, 2025, 6:10 p.m. (CT)";
    machine.check(&["run", "--", "true"], 69, ahead);
}
