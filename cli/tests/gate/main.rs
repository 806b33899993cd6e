//! `intermission gate`, as cron and an operator run it, against an edge that says what a test wants.

mod clocks;
mod copies;
mod edge;
mod hooks;
mod machine;
mod runs;
mod set_up;
mod waits;

use edge::Edge;
use machine::Machine;

/// Before the lead of ten minutes, within it, within the window, and at its end.
const BEFORE: &str = "2025-02-07T00:00:00Z";
const LEAD: &str = "2025-02-07T00:50:00Z";
const INSIDE: &str = "2025-02-07T02:00:00Z";
const END: &str = "2025-02-07T03:00:00Z";

const HELD: &str = "held: `ftp` of ImmTrac2 until Thursday, February 6, 2025, 9:00 p.m. (CT): \
                    `deployment` is going on\n";
const OPEN: &str = "open: `ftp` of ImmTrac2; nothing is announced\n";
