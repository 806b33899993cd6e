//! A schedule as a file.

use std::{fs, path::Path};

use chrono::{DateTime, Utc};
use schedule::{Diagnostic, Schedule};

use crate::failure::Failure;

/// A schedule's text, and what it is called.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// As it was given on the command line.
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let name = path.display().to_string();
        match fs::read_to_string(path) {
            Ok(text) => Ok(Self { name, text }),
            Err(error) => Err(Failure::Unreadable { name, error }),
        }
    }

    /// The schedule and the warnings about it; `now` is for warnings about windows that are over.
    pub(crate) fn schedule(
        self,
        now: DateTime<Utc>,
    ) -> Result<(Self, Schedule, Vec<Diagnostic>), Failure> {
        let parsed = schedule::parse(&self.text, now);
        match parsed.schedule {
            Some(schedule) => Ok((self, schedule, parsed.diagnostics)),
            None => Err(Failure::Mistakes { source: self, diagnostics: parsed.diagnostics }),
        }
    }

    /// What is wrong, with carets.
    pub(crate) fn picture(&self, diagnostics: &[Diagnostic], styled: bool) -> String {
        schedule::render(diagnostics, &self.text, &self.name, styled)
    }
}
