//! `intermission window …`: the steps of a window's life.
//!
//! | file | what |
//! | --- | --- |
//! | `arguments` | the words of the commands |
//! | `situation` | the schedule in force, as a change finds it |
//! | `candidate` | which window is meant when none is named |
//! | `request` | what the keeper is asked for |
//! | `change` | from what was asked to what the edge does |
//! | `repeated`, `spoken` | what was understood, repeated back by everybody's clocks |
//! | `meanwhile` | what somebody else changed in between |
//! | `follow` | waiting until the edge follows |
//! | `machine` | the operator's own clocks |
//! | `list` | `window list`, `window show` |

mod arguments;
mod candidate;
mod change;
mod error;
mod follow;
mod list;
mod machine;
mod meanwhile;
mod repeated;
mod request;
mod situation;
mod spoken;
#[cfg(test)]
mod tests;

pub(crate) use arguments::Arguments;
pub(crate) use error::WindowError;

use crate::{failure::Failure, said::Said};
use arguments::Command;
use request::Request;

pub(crate) fn run(arguments: &Arguments) -> Result<Said, Failure> {
    match &arguments.command {
        Command::Add(add) => change::make(&add.how, |now| Request::add(add, now)),
        Command::Announce(step) => {
            change::make(&step.how, |now| Request::plain(step, "announce", now))
        }
        Command::Start(step) => change::make(&step.how, |now| Request::plain(step, "start", now)),
        Command::Extend(step) => change::make(&step.how, |now| Request::moved(step, "extend", now)),
        Command::Shorten(step) => {
            change::make(&step.how, |now| Request::moved(step, "shorten", now))
        }
        Command::Reschedule(step) => change::make(&step.how, |now| Request::reschedule(step, now)),
        Command::Finish(step) => change::make(&step.how, |now| Request::finish(step, now)),
        Command::Hold(step) => change::make(&step.how, |now| Request::hold(step, now)),
        Command::Release(step) => {
            change::make(&step.how, |now| Request::plain(step, "release", now))
        }
        Command::Cancel(step) => change::make(&step.how, |now| Request::cancel(step, now)),
        Command::List(options) => list::list(options),
        Command::Show(options) => list::show(options),
    }
}
