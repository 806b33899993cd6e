//! What was done and tried.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::openapi::form;

/// One line of the audit log.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Entry {
    #[cfg_attr(feature = "openapi", schemars(range(min = 1)))]
    pub number: u64,
    /// In RFC 3339 with milliseconds, UTC.
    #[cfg_attr(feature = "openapi", schemars(with = "form::Instant"))]
    pub at: String,
    /// The name on record; absent when nobody known asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The client's address, where the edge can trust one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// `publish`, `extend`, `token-create`, `authenticate` …
    pub action: String,
    /// What it was about: a window, a token, a revision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The status of the answer.
    #[cfg_attr(feature = "openapi", schemars(range(min = 200, max = 599)))]
    pub status: u16,
    /// The revision that it made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(range(min = 1)))]
    pub revision: Option<u64>,
    /// What was said about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
}

/// A page of the audit log, the newest first.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Audit {
    pub entries: Vec<Entry>,
    /// What to ask for with `before` to read on; absent at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(range(min = 1)))]
    pub next: Option<u64>,
}
