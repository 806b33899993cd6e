//! The local copy of `timeline.json`, by which the gate decides when nobody can be asked.

use std::{fmt, fs, io, path::Path};

use chrono::{DateTime, SubsecRound, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    plan::{Plan, PlanError},
    replace::replace,
};

/// A copy that is whole: its digest was right, and the document in it could be read.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) copy: Copied,
    pub(super) plan: Plan,
}

/// What is kept.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Copied {
    /// The service's address, with the prefix.
    pub(super) from: String,
    /// When the edge last said that it is right, by this machine's clock.
    pub(super) confirmed: DateTime<Utc>,
    /// What the edge knows it by.
    pub(super) tag: Option<String>,
    /// As it came.
    pub(super) document: String,
}

/// Why a file is no copy.
#[derive(Debug)]
pub(super) enum Damage {
    Unreadable(io::Error),
    Mangled(serde_json::Error),
    /// This version writes [`FORMAT`].
    Format(u64),
    /// Something happened to it since it was written.
    Altered,
    Document(PlanError),
}

const FORMAT: u64 = 1;

#[derive(Deserialize, Serialize)]
struct File {
    format: u64,
    digest: String,
    copy: Copied,
}

/// Looked at first: a newer version may keep other things.
#[derive(Deserialize)]
struct Formatted {
    format: u64,
}

impl Kept {
    pub(super) fn new(copy: Copied) -> Result<Self, PlanError> {
        let plan = Plan::read(&copy.document)?;
        Ok(Self { copy, plan })
    }

    /// Nothing, when there is no file.
    pub(super) fn read(path: &Path) -> Result<Option<Self>, Damage> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Damage::Unreadable(error)),
        };
        let Formatted { format } = serde_json::from_str(&text).map_err(Damage::Mangled)?;
        if format != FORMAT {
            return Err(Damage::Format(format));
        }
        let file: File = serde_json::from_str(&text).map_err(Damage::Mangled)?;
        if file.digest != file.copy.digest() {
            return Err(Damage::Altered);
        }
        Self::new(file.copy).map(Some).map_err(Damage::Document)
    }

    /// Puts it in the place of the copy that is there. Only one at a time: the caller holds a lock.
    pub(super) fn write(&self, path: &Path) -> io::Result<()> {
        let copy = self.copy.clone();
        let file = File { format: FORMAT, digest: copy.digest(), copy };
        let text = serde_json::to_string(&file)
            .expect("texts and instants under fixed keys can always be written");
        replace(path, &(text + "\n"))
    }

    /// The same, confirmed at `now`.
    pub(super) fn confirmed(mut self, now: DateTime<Utc>) -> Self {
        self.copy.confirmed = now.trunc_subsecs(0);
        self
    }
}

impl Copied {
    fn digest(&self) -> String {
        let Self { from, confirmed, tag, document } = self;
        let tag = tag.as_deref().unwrap_or_default();
        let whole = format!("{from}\n{}\n{tag}\n{document}", confirmed.to_rfc3339());
        Sha256::digest(whole.as_bytes()).iter().map(|octet| format!("{octet:02x}")).collect()
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(f, "cannot be read: {error}"),
            Self::Mangled(error) => write!(f, "is damaged: {error}"),
            Self::Format(found) => {
                write!(
                    f,
                    "is damaged or of another version: expected format {FORMAT}, found {found}"
                )
            }
            Self::Altered => {
                f.write_str("is damaged: something has happened to it since it was written")
            }
            Self::Document(error) => write!(f, "is damaged: {error}"),
        }
    }
}
