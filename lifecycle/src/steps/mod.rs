//! What each step changes, and what is said about it.

mod announce;
mod cancel;
mod extend;
mod finish;
mod hold;
mod release;
mod reschedule;
mod shorten;
mod start;

use crate::{Refused, Step, about::About, edit::Edit};

pub(crate) use {cancel::cancel_all, finish::finish_each};

/// What a step changes. That it follows the phase has been seen to.
pub(crate) fn edit(about: &About<'_>, step: &Step) -> Result<(Edit, String), Refused> {
    match step {
        Step::Announce => Ok(announce::announce(about)),
        Step::Start => start::start(about),
        Step::Extend(until) => extend::extend(about, *until),
        Step::Shorten(until) => shorten::shorten(about, *until),
        Step::Reschedule { start, ending } => reschedule::reschedule(about, *start, *ending),
        Step::Finish { channels } => finish::finish(about, channels),
        Step::Hold { limit } => hold::hold(about, *limit),
        Step::Release => release::release(about),
        Step::Cancel => Ok(cancel::cancel(about)),
    }
}
