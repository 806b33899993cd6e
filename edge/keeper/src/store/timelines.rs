//! The compiled timeline of the revision in force.

use chrono::{DateTime, Utc};

use super::{Fault, Store};
use crate::clock;

/// The name of its parts.
const WHOLE: &str = "timeline";

/// When a timeline was compiled, and of which revision.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Compiled {
    pub(crate) revision: u64,
    pub(crate) at: DateTime<Utc>,
}

impl Store {
    /// Takes the timeline of a revision in place of the one before.
    pub(crate) fn put_timeline(
        &self,
        revision: u64,
        at: DateTime<Utc>,
        bytes: &[u8],
    ) -> Result<(), Fault> {
        self.remove_parts(WHOLE)?;
        self.exec("DELETE FROM timeline", &[])?;
        self.exec(
            "INSERT INTO timeline (revision, compiled) VALUES (?, ?)",
            &[revision.into(), at.timestamp_millis().into()],
        )?;
        self.put_parts(WHOLE, bytes)
    }

    /// Which timeline is kept; none while nothing was ever published.
    pub(crate) fn compiled(&self) -> Result<Option<Compiled>, Fault> {
        let Some(row) = self.row("SELECT revision, compiled FROM timeline", &[])? else {
            return Ok(None);
        };
        Ok(Some(Compiled { revision: row.count(0)?, at: clock::instant(row.integer(1)?) }))
    }

    /// Its bytes.
    pub(crate) fn timeline(&self) -> Result<Vec<u8>, Fault> {
        self.parts(WHOLE)
    }
}
