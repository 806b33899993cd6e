//! The table of what may follow what.

use lifecycle::Verb;
use schedule::Phase;

const PHASES: [(Phase, &str); 7] = [
    (Phase::Scheduled, "nobody is told yet"),
    (Phase::Announced, "people are told"),
    (Phase::Imminent, "it starts within half an hour (`imminent`)"),
    (Phase::Active, "requests are answered 503"),
    (Phase::Overrun, "its end has passed, and it holds"),
    (Phase::Ended, "it is over"),
    (Phase::Cancelled, "it does not take place"),
];

pub(crate) fn table() -> String {
    let verbs = Verb::ALL.map(|verb| format!("[{verb}](#{verb})")).join(" | ");
    let mut table = format!("| phase | | {verbs} |\n| --- | --- |{}\n", " --- |".repeat(9));
    for (phase, meaning) in PHASES {
        let follows = Verb::ALL.map(|verb| if verb.follows(phase) { "yes" } else { "" });
        table += &format!("| `{phase}` | {meaning} | {} |\n", follows.join(" | "));
    }
    table
}
