//! Batches that run, and batches that do not.

use std::{io::Write, process::Stdio};

use super::{BEFORE, END, Edge, HELD, INSIDE, LEAD, Machine, OPEN, machine::ended};

#[test]
fn whether_a_batch_may_start_is_an_exit_code_and_one_line() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, BEFORE);
    let ahead = "open: `ftp` of ImmTrac2; held from Thursday, February 6, 2025, 6:50 p.m. (CT) on, for \
                 `deployment`\n";
    let lead = "held: `ftp` of ImmTrac2 until Thursday, February 6, 2025, 9:00 p.m. (CT): `deployment` \
                starts Thursday, February 6, 2025, 7:00 p.m. (CT), and nothing begins in the 10 minutes \
                before it\n";
    for (now, code, line) in [
        (BEFORE, 0, ahead),
        ("2025-02-07T00:49:59.999Z", 0, ahead),
        (LEAD, 75, lead),
        (INSIDE, 75, HELD),
        ("2025-02-07T02:59:59.999Z", 75, HELD),
        (END, 0, OPEN),
    ] {
        machine.clock(now);
        machine.check(&["check"], code, line);
        machine.check(&["check", "--quiet"], code, "");
        machine.check(&["run", "--", "true"], code, if code == 0 { "" } else { line });
        machine.check(&["run", "--quiet", "--", "true"], code, "");
    }
}

#[test]
fn the_batch_has_its_own_streams_and_exit_code() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, END);
    let mut batch = machine
        .command(&["run", "--", "sh", "-c", "cat; echo said >&2; exit 7"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it was built for this test");
    batch.stdin.take().expect("it is piped").write_all(b"files").expect("it reads");
    let found = ended(&batch.wait_with_output().expect("it ends"));
    assert_eq!((found.code, &*found.stdout, &*found.stderr), (Some(7), "files", "said\n"));
    // Words that are ours stay the batch's behind `--`.
    assert_eq!(machine.run(&["run", "--", "echo", "--json", "--help"]).stdout, "--json --help\n");
    // 75 of the batch itself: nothing is said.
    machine.check(&["run", "--", "sh", "-c", "exit 75"], 75, "");
    machine.check(&["run", "--", "./nowhere"], 127, "error: ./nowhere cannot be run: ");
    machine.check(&["run", "--", "./clock"], 126, "error: ./clock cannot be run: ");
}

#[test]
fn status_says_all_that_is_known() {
    let edge = Edge::new();
    let machine = Machine::new(&edge, INSIDE);
    let found = machine.run(&["status"]);
    let copy = format!(
        "  copy     revision 7, confirmed Thursday, February 6, 2025, 8:00 p.m. (CT) (0 seconds ago) by \
         http://127.0.0.1:{}/_maintenance\n",
        edge.port
    );
    assert_eq!((found.code, found.stdout), (Some(0), format!("{HELD}{copy}")));
    let document: serde_json::Value =
        serde_json::from_str(&machine.run(&["status", "--json"]).stdout).expect("one document");
    assert_eq!(document["state"], "held");
    assert_eq!(
        document["hold"],
        serde_json::json!({
            "phase": "active", "window": "deployment", "start": "2025-02-07T01:00:00Z",
            "end": "2025-02-07T03:00:00Z", "resumes": "2025-02-07T03:00:00Z",
        })
    );
    machine.clock(BEFORE);
    let document: serde_json::Value =
        serde_json::from_str(&machine.run(&["status", "--json"]).stdout).expect("one document");
    assert_eq!(document["state"], "open");
    assert_eq!(document["next"]["window"], "deployment");
}
