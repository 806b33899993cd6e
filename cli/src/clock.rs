//! The one clock of the command.

use chrono::{DateTime, Utc};

#[expect(clippy::disallowed_methods, reason = "this is the one clock of the command")]
pub(crate) fn now() -> DateTime<Utc> {
    std::time::SystemTime::now().into()
}
