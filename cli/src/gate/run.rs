//! `intermission gate run`.

use super::{
    arguments::Run,
    error::GateError,
    guard::Guard,
    locks::{Batch, Busy, Locks},
    program,
};
use crate::{clock, said::Said};

/// Becomes the batch. Between the first look and the locks, a window may begin or a drain may close the
/// door: so the copy is looked at once more with the locks in hand, and from then on a drain waits.
pub(super) fn run(options: &Run) -> Result<Said, GateError> {
    let guard = Guard::new(&options.options)?;
    let held = |line: &str| {
        guard.say(line);
        Err(GateError::NotNow)
    };
    let answer = guard.ask(&options.hooks)?;
    if !answer.is_open {
        return held(&answer.line);
    }
    let channel = &guard.channel;
    let batch = Batch::of_this(&options.command, clock::now());
    let locks = match Locks::new(&guard.state, channel).enter(&batch, options.alone)? {
        Ok(locks) => locks,
        Err(Busy::Drained) => {
            return held(&format!("held: `{channel}` is drained: somebody keeps batches out"));
        }
        Err(Busy::Another) => {
            return held(&format!(
                "held: another batch of `{channel}` runs, and this one is to be alone"
            ));
        }
    };
    let answer = guard.ask_again()?;
    if !answer.is_open {
        return held(&answer.line);
    }
    Err(program::run(&options.command, locks))
}
