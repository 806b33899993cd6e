//! Changes on record.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::openapi::form;

/// One change of the schedule. None is ever altered or lost.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Revision {
    /// From 1, without gaps.
    #[cfg_attr(feature = "openapi", schemars(range(min = 1)))]
    pub number: u64,
    /// When it came into force, in RFC 3339 with milliseconds, UTC.
    #[cfg_attr(feature = "openapi", schemars(with = "form::Instant"))]
    pub at: String,
    /// The name of the token, or the address of the person.
    pub author: String,
    /// `publish`, `rollback`, `add`, or the verb of a step.
    pub action: String,
    /// The window that it was about, where it was about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Id>"))]
    pub window: Option<String>,
    /// Why, in the author's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The difference to the revision before, in words, a sentence each.
    pub said: Vec<String>,
}

/// A change with the whole document that it put in force.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct RevisionWithDocument {
    #[serde(flatten)]
    pub revision: Revision,
    /// The schedule, in TOML.
    pub document: String,
}

/// A page of the record, the newest first.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Revisions {
    pub revisions: Vec<Revision>,
    /// What to ask for with `before` to read on; absent at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(range(min = 1)))]
    pub next: Option<u64>,
}

/// What differs between two revisions.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Difference {
    pub from: u64,
    pub to: u64,
    /// In words, a sentence each; none when both mean the same.
    pub said: Vec<String>,
}
