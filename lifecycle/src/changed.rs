//! What became of a document.

use chrono::NaiveDateTime;
use schedule::{Diagnostic, Schedule};

/// What became of a document: it has been read again, and has no errors.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    pub document: String,
    pub schedule: Schedule,
    /// What is allowed but may not be meant, and was not there before.
    pub warnings: Vec<Diagnostic>,
    /// The id of the window.
    pub window: String,
    /// For one occurrence of a recurring window, the local start that names it.
    pub of: Option<NaiveDateTime>,
    /// One sentence with old and new times, without a full stop: "extended `deployment`: ends
    /// Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m."
    pub said: String,
}
