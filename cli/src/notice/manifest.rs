//! `manifest.json`: what a draft is, who wrote it, and who approved which bytes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::digest;

/// What a draft is. Everything but the approval is under the approval's seal.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Manifest {
    pub(super) format: u32,
    pub(super) window: String,
    /// Of a window that recurs, the local start that its rule gives the occurrence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) of: Option<String>,
    pub(super) kind: String,
    /// Which of the notices about this occurrence it is, from 1.
    pub(super) number: u32,
    /// Of the schedule in force; absent where it was taken from a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) revision: Option<u64>,
    /// Of the event in calendars, as in the feed.
    pub(super) sequence: u32,
    pub(super) uid: String,
    /// RFC 3339, at the offset of the service's zone.
    pub(super) start: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<String>,
    pub(super) languages: Vec<String>,
    pub(super) subject: String,
    pub(super) from: String,
    pub(super) list: String,
    /// Of the invitation.
    pub(super) method: String,
    pub(super) drafted: Signed,
    /// The digests of the files as they were drafted.
    pub(super) files: Digests,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) approved: Option<Approval>,
}

/// Files and the SHA-256 of their bytes.
pub(super) type Digests = BTreeMap<String, String>;

/// Who did something, and when.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Signed {
    pub(super) by: String,
    /// RFC 3339, UTC.
    pub(super) at: String,
}

/// Who approved which bytes.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Approval {
    pub(super) by: String,
    pub(super) at: String,
    /// How many recipients there are.
    pub(super) recipients: usize,
    /// Of all that is sent, and of the list of recipients.
    pub(super) files: Digests,
    /// Over all of the manifest besides this one, so that no part of it can be changed either.
    pub(super) seal: String,
}

impl Manifest {
    pub(super) const FORMAT: u32 = 1;

    /// With an approval, sealed.
    pub(super) fn approved(self, by: Signed, recipients: usize, files: Digests) -> Self {
        let Signed { by, at } = by;
        let approval = Approval { by, at, recipients, files, seal: String::new() };
        let mut manifest = Self { approved: Some(approval), ..self };
        let seal = manifest.seal();
        if let Some(approval) = &mut manifest.approved {
            approval.seal = seal;
        }
        manifest
    }

    /// Whether nothing of it was changed since it was approved.
    pub(super) fn is_sealed(&self) -> bool {
        self.approved.as_ref().is_some_and(|approval| approval.seal == self.seal())
    }

    fn seal(&self) -> String {
        let mut unsealed = self.clone();
        if let Some(approval) = &mut unsealed.approved {
            approval.seal.clear();
        }
        let bytes = serde_json::to_vec(&unsealed)
            .expect("texts and numbers under fixed keys can always be written");
        digest::of(bytes)
    }
}
