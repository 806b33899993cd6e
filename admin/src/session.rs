//! Who asks.

use serde::{Deserialize, Serialize};

/// Who asks, and what they may do.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Session {
    /// The name that goes on record.
    pub author: String,
    pub scopes: Vec<Scope>,
}

/// What somebody may do. Each may be held without the others.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Read the schedule, with what is not announced yet, and the record.
    Read,
    /// Change the schedule.
    Write,
    /// Make and revoke tokens. No token can have it: only the root token, and people who sign on.
    Root,
}
