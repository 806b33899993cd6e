//! When a window ends, as an operator gives it.

use schedule::Length;

use crate::Moment;

/// How far an end moves.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Until {
    /// Later or earlier by this much, as the step has it.
    By(Length),
    /// To this time.
    At(Moment),
}

/// The end of a new or moved window.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ending {
    At(Moment),
    /// So long after the start: elapsed time, whatever clocks show.
    After(Length),
    /// Nobody knows yet. A recurring window cannot have it.
    Unknown,
}
