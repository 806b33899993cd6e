//! What written notices say besides the windows.

use serde::{Deserialize, Serialize};

/// What written notices say besides the windows: parts of sentences, as the document has them. A
/// notice does without those that are not there.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct NoticeWords {
    /// Who does the maintenance, such as "the IT department of the county".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator: Option<String>,
    /// Whom it affects, such as "all clinics that report doses".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// To whom readers are asked to pass it on, such as "your IT staff".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forward_to: Option<String>,
}

impl NoticeWords {
    pub(crate) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
