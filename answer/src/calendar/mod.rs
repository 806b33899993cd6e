//! Windows as events of a calendar, as RFC 5545 writes them.
//!
//! | file | what |
//! | --- | --- |
//! | `end` | the end that an event is shown with, also where nobody knows it |
//! | `feed` | `calendar.ics` and `windows/{id}.ics` |
//! | `invitation` | an occurrence as an invitation by mail |
//! | `line` | the lines that a calendar is made of |
//! | `uid` | the name that an occurrence has in every calendar of ours |

mod end;
mod feed;
mod invitation;
mod line;
mod uid;

pub use feed::{Wanted, calendar, window_calendar};
pub use invitation::{Invitation, Person, addressed};
pub(crate) use uid::host;
pub use uid::uid;
