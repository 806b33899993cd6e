//! `intermission gate check`.

use super::{arguments::Check, error::GateError, guard::Guard};
use crate::said::Said;

pub(super) fn run(options: &Check) -> Result<Said, GateError> {
    let guard = Guard::new(&options.options)?;
    let answer = guard.ask(&options.hooks)?;
    guard.say(&answer.line);
    match answer.is_open {
        true => Ok(Said::text(String::new())),
        false => Err(GateError::NotNow),
    }
}
