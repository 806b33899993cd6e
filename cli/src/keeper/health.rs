//! What the edge says of itself.

use serde::{Deserialize, Serialize};

/// The public `health` of the edge location that answered.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Health {
    /// `pass`, or `warn` when it has no timeline and lets every request through.
    pub(crate) status: String,
    /// What is wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) output: Option<String>,
    /// The revision by which it decides; 0 for the timeline that was deployed.
    #[serde(default)]
    pub(crate) revision: Option<u64>,
    /// How many seconds ago the keeper last said that it is in force.
    #[serde(default)]
    pub(crate) age: Option<u64>,
}
