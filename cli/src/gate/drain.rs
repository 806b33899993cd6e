//! `intermission gate drain`.

use std::{fs::File, thread, time::Duration};

use super::{
    arguments::{Drain, Hooks},
    error::GateError,
    guard::Guard,
    locks::{Batch, Locks},
    program,
};
use crate::{clock::Stopwatch, said::Said};

const PAUSE: Duration = Duration::from_secs(1);

/// Ends when no batch runs and none starts.
///
/// With a command, the door is closed at once, and stays closed until the command ends. Without one
/// nothing but a window keeps the next batch out: so it is waited until one holds the channel, and then
/// for the batches that began before.
pub(super) fn run(options: &Drain) -> Result<Said, GateError> {
    let guard = Guard::new(&options.options)?;
    let patience = Duration::from_secs(options.timeout.as_secs().into());
    let waited = Stopwatch::start();
    let locks = Locks::new(&guard.state, &guard.channel);
    if options.command.is_empty() {
        wait_for_window(&guard, patience, waited)?;
        wait_for_batches(&guard, &locks, patience, waited)?;
        guard.say(&format!("drained: no batch of `{}` runs, and none starts", guard.channel));
        return Ok(Said::text(String::new()));
    }
    let Some(door) = locks.close_door(patience, waited)? else {
        guard.say(&format!("not drained: somebody else drains `{}`", guard.channel));
        return Err(GateError::NotNow);
    };
    let inside = wait_for_batches(&guard, &locks, patience, waited)?;
    guard.say(&format!("drained: no batch of `{}` starts until this ends", guard.channel));
    Err(program::run(&options.command, vec![door, inside]))
}

fn wait_for_window(guard: &Guard, patience: Duration, waited: Stopwatch) -> Result<(), GateError> {
    let mut told = false;
    loop {
        let answer = guard.ask(&Hooks::default())?;
        if !answer.is_open {
            guard.say(&answer.line);
            return Ok(());
        }
        if waited.elapsed() >= patience {
            guard.say(&format!(
                "not drained: no window holds `{0}`, so the next batch would start; add one, or give a \
                 command to run meanwhile: `drain -- CMD`",
                guard.channel
            ));
            return Err(GateError::NotNow);
        }
        if !told {
            guard.say(&format!("waiting for a window: {}", answer.line));
            told = true;
        }
        thread::sleep(PAUSE);
    }
}

/// The lock that no batch has.
fn wait_for_batches(
    guard: &Guard,
    locks: &Locks<'_>,
    patience: Duration,
    waited: Stopwatch,
) -> Result<File, GateError> {
    if let Some(lock) = locks.wait_for_batches(Duration::ZERO, waited)? {
        return Ok(lock);
    }
    guard.say(&format!("waiting for {}", names(&locks.batches())));
    if let Some(lock) = locks.wait_for_batches(patience, waited)? {
        return Ok(lock);
    }
    guard.say(&format!("not drained in time: {} still there", names(&locks.batches())));
    Err(GateError::NotNow)
}

/// "process 4711 (/opt/iis/process)".
fn names(batches: &[Batch]) -> String {
    let name = |batch: &Batch| format!("process {} ({})", batch.process, batch.command);
    match batches {
        [] => "a batch".to_owned(),
        batches => batches.iter().map(name).collect::<Vec<_>>().join(", "),
    }
}
