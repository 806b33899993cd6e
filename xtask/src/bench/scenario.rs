//! What is compared with what.

use crate::bench::closed::Answer;
use crate::bench::load::Question;
use crate::bench::requests::{BROWSER, MACHINE};
use crate::bench::timelines::{self, AHEAD, OPEN};
use crate::bench::worker::{Worker, Workers};
use crate::failure::Failure;

/// One question, put to the edge and to the workers that it is measured against.
pub struct Scenario {
    pub name: &'static str,
    pub question: Question<'static>,
    pub edge: Worker,
    pub others: Vec<Worker>,
}

/// | scenario | the question | against |
/// | --- | --- | --- |
/// | pass | a browser's GET, outside a window | a worker that hands every request on |
/// | 503 page | a browser's GET, inside one | one that says the same, and one that says the least |
/// | 503 text | a machine's POST, inside one | the same two |
pub fn all(workers: &mut Workers<'_>) -> Result<Vec<Scenario>, Failure> {
    let ahead = timelines::with_window(workers.checkout, AHEAD)?;
    let open = timelines::with_window(workers.checkout, OPEN)?;
    let outside = workers.edge("edge outside", &ahead)?;
    let inside = workers.edge("edge inside", &open)?;
    let pass = workers.by_hand("pass.js", "pass.js", None)?;
    let page = echo(workers, "answer.js page", &inside, BROWSER)?;
    let text = echo(workers, "answer.js text", &inside, MACHINE)?;
    let minimal = workers.by_hand("minimal.js", "minimal.js", None)?;

    let asks = |request, status| Question { request, status };
    Ok(vec![
        Scenario { name: "pass", question: asks(BROWSER, 200), edge: outside, others: vec![pass] },
        Scenario {
            name: "503 page",
            question: asks(BROWSER, 503),
            edge: inside,
            others: vec![page, minimal],
        },
        Scenario {
            name: "503 text",
            question: asks(MACHINE, 503),
            edge: inside,
            others: vec![text, minimal],
        },
    ])
}

/// Starts a worker that says what the edge says to `request`, and checks that it does.
fn echo(
    workers: &mut Workers<'_>,
    name: &'static str,
    edge: &Worker,
    request: &[u8],
) -> Result<Worker, Failure> {
    let answer = Answer::of(edge, request)?;
    let echo = workers.by_hand(name, "answer.js", Some(&answer.constants()))?;
    if !Answer::of(&echo, request)?.is_like(&answer) {
        return Err(Failure::UnlikeAnswers { worker: name });
    }
    Ok(echo)
}
