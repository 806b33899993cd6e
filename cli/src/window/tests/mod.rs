//! The window commands, short of the keeper.

mod asked;
mod candidates;
mod repeated;

use admin::Window;
use chrono::{DateTime, Utc};
use clap::Parser;

use super::{
    Arguments,
    arguments::Command,
    request::{Body, Request},
    situation::Situation,
};
use crate::failure::Failure;

/// Thursday, February 6, 2025, 6:40 p.m. in Chicago.
const NOW: &str = "2025-02-07T00:40:00Z";

const SCHEDULE: &str = r#"
[service]
name = "ImmTrac2"
zone = "America/Chicago"
label = "CT"

[[channel]]
id = "web"
name = "the web application"
routes = ["/*"]

[[channel]]
id = "web-services"
name = "web services"
routes = ["/soap/*"]

[[window]]
id = "deployment"
channels = ["web"]
start = 2025-02-06T19:00:00
end = 2025-02-06T21:00:00

[[window]]
id = "patches"
channels = ["web"]
start = 2025-02-13T19:00:00
length = "2h"
repeat = "FREQ=WEEKLY"
"#;

fn at(instant: &str) -> DateTime<Utc> {
    instant.parse().expect("it is an instant")
}

fn window(id: &str, phase: &str, start: &str, end: Option<&str>, steps: &[&str]) -> Window {
    Window {
        id: id.to_owned(),
        of: None,
        phase: phase.to_owned(),
        start: start.to_owned(),
        end: end.map(ToOwned::to_owned),
        released: None,
        channels: vec!["web".to_owned()],
        reason: "planned".to_owned(),
        overrun: "reopen".to_owned(),
        summary: None,
        steps: steps.iter().map(|step| (*step).to_owned()).collect(),
        said: format!("from {start}"),
    }
}

/// What the keeper says of the schedule above.
fn windows() -> Vec<Window> {
    let before = &["start", "extend", "shorten", "reschedule", "hold", "cancel"];
    let deployment = window(
        "deployment",
        "imminent",
        "2025-02-06T19:00:00-06:00",
        Some("2025-02-06T21:00:00-06:00"),
        before,
    );
    let mut patches = window(
        "patches",
        "announced",
        "2025-02-13T19:00:00-06:00",
        Some("2025-02-13T21:00:00-06:00"),
        before,
    );
    patches.of = Some("2025-02-13T19:00:00".to_owned());
    vec![deployment, patches]
}

fn situation(windows: Vec<Window>) -> Situation {
    let now = at(NOW);
    let schedule = schedule::parse(SCHEDULE, now).schedule.expect("it is good");
    Situation::new(7, schedule, windows, now).expect("its zone is known")
}

/// The words of a command, without `intermission window`.
fn request(words: &[&str], situation: &Situation) -> Result<Request, Failure> {
    #[derive(Debug, Parser)]
    struct Whole {
        #[command(flatten)]
        arguments: Arguments,
    }
    let whole =
        Whole::try_parse_from([&["window"], words].concat()).map_err(Failure::CommandLine)?;
    match &whole.arguments.command {
        Command::Add(add) => Request::add(add, situation),
        Command::Extend(step) => Request::moved(step, "extend", situation),
        Command::Shorten(step) => Request::moved(step, "shorten", situation),
        Command::Reschedule(step) => Request::reschedule(step, situation),
        Command::Finish(step) => Request::finish(step, situation),
        Command::Hold(step) => Request::hold(step, situation),
        Command::Cancel(step) => Request::cancel(step, situation),
        Command::Start(step) => Request::plain(step, "start", situation),
        other => panic!("no such row: {other:?}"),
    }
}

/// What is sent for a command: the path below `windows`, and the body.
fn sent(words: &[&str], situation: &Situation) -> String {
    match request(words, situation) {
        Err(failure) => format!("error: {failure}"),
        Ok(request) => match &request.body {
            Body::Add(window) => format!("POST {}", json(window)),
            Body::Step { window, verb, step } => format!("POST {window}/{verb} {}", json(step)),
        },
    }
}

fn json(body: &impl serde::Serialize) -> String {
    serde_json::to_string(body).expect("texts under fixed keys")
}
