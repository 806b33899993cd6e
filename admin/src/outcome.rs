//! What a change did, or would do.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::openapi::form;

use crate::Window;

/// What a change did, or would do.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Outcome {
    /// The revision that it made; absent for a dry run, and when nothing changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(range(min = 1)))]
    pub revision: Option<u64>,
    /// The revision that it was made from: what a write after a dry run names in `If-Match`.
    pub base: u64,
    /// The change in one sentence, with old and new times.
    pub summary: String,
    /// The difference in words, a sentence each.
    pub said: Vec<String>,
    /// Who will notice what.
    pub audiences: Vec<Audience>,
    /// What is allowed but may not be meant.
    pub warnings: Vec<Finding>,
    /// Where the window stands then, for a change of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
}

/// What the users of a channel will notice.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Audience {
    /// The id of the channel.
    #[cfg_attr(feature = "openapi", schemars(with = "form::Id"))]
    pub channel: String,
    pub said: String,
}

/// What was found about a document.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Finding {
    pub severity: Severity,
    pub message: String,
    /// Where in the document, from 1.
    #[cfg_attr(feature = "openapi", schemars(range(min = 1)))]
    pub line: usize,
    /// In characters, from 1.
    #[cfg_attr(feature = "openapi", schemars(range(min = 1)))]
    pub column: usize,
    /// The way out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    Error,
    Warning,
}
