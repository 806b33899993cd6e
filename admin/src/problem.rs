//! Why something was refused: RFC 9457.

use serde::{Deserialize, Serialize};

use crate::Finding;

/// A refusal, as `application/problem+json`.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Problem {
    /// The address of a page about this kind of problem, which ends with the kind.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in a few words, the same each time.
    pub title: String,
    /// The status of the answer.
    #[cfg_attr(feature = "openapi", schemars(range(min = 400, max = 599)))]
    pub status: u16,
    /// What was expected and found this time, in a sentence.
    pub detail: String,
    /// The way out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// What is wrong with the document.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// The revision in force, where another one was expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u64>,
    /// The reason in a word for programs, such as `skipped-hour`, where a step is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// The kinds of problems.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// 400: the request cannot be read.
    InvalidRequest,
    /// 401: nobody known asks.
    Unauthenticated,
    /// 403: somebody known asks for what is not theirs to do.
    Forbidden,
    /// 404
    NotFound,
    /// 405
    MethodNotAllowed,
    /// 409: the schedule does not allow this step now.
    ImpossibleStep,
    /// 412: the schedule has changed since.
    RevisionConflict,
    /// 413
    TooLarge,
    /// 415
    UnsupportedMediaType,
    /// 422: the document has mistakes.
    InvalidSchedule,
    /// 422: this idempotency key was used for something else.
    KeyReused,
    /// 428: the request does not say which revision it is about.
    RevisionRequired,
    /// 429: too many failures to authenticate.
    TooManyFailures,
    /// 500: a fault of ours; nothing was changed.
    Fault,
    /// 503: the keeper cannot be reached.
    KeeperUnreachable,
    /// 507: the disk is full; nothing was changed.
    StorageFull,
}

impl Kind {
    pub const ALL: [Self; 16] = [
        Self::InvalidRequest,
        Self::Unauthenticated,
        Self::Forbidden,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::ImpossibleStep,
        Self::RevisionConflict,
        Self::TooLarge,
        Self::UnsupportedMediaType,
        Self::InvalidSchedule,
        Self::KeyReused,
        Self::RevisionRequired,
        Self::TooManyFailures,
        Self::Fault,
        Self::KeeperUnreachable,
        Self::StorageFull,
    ];

    /// Its name in the address of its page.
    pub fn as_str(self) -> &'static str {
        self.words().0
    }

    /// The status of the answer.
    pub fn status(self) -> u16 {
        self.words().1
    }

    /// The kind in a few words.
    pub fn title(self) -> &'static str {
        self.words().2
    }

    /// The kind that an address names: the last part of [`Problem::kind`].
    pub fn from_address(address: &str) -> Option<Self> {
        let name = address.rsplit('/').next()?;
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    fn words(self) -> (&'static str, u16, &'static str) {
        match self {
            Self::InvalidRequest => ("invalid-request", 400, "The request cannot be understood"),
            Self::Unauthenticated => ("unauthenticated", 401, "Nobody known asks"),
            Self::Forbidden => ("forbidden", 403, "Not allowed"),
            Self::NotFound => ("not-found", 404, "There is no such thing"),
            Self::MethodNotAllowed => ("method-not-allowed", 405, "Not with this method"),
            Self::ImpossibleStep => ("impossible-step", 409, "The step is not possible now"),
            Self::RevisionConflict => ("revision-conflict", 412, "The schedule has changed since"),
            Self::TooLarge => ("too-large", 413, "The request is too large"),
            Self::UnsupportedMediaType => ("unsupported-media-type", 415, "Expected JSON"),
            Self::InvalidSchedule => ("invalid-schedule", 422, "The schedule has mistakes"),
            Self::KeyReused => ("key-reused", 422, "The key was used for something else"),
            Self::RevisionRequired => ("revision-required", 428, "The request names no revision"),
            Self::TooManyFailures => ("too-many-failures", 429, "Too many failures"),
            Self::Fault => ("fault", 500, "A fault of Intermission's own"),
            Self::KeeperUnreachable => ("keeper-unreachable", 503, "The keeper cannot be reached"),
            Self::StorageFull => ("storage-full", 507, "The keeper's disk is full"),
        }
    }
}
