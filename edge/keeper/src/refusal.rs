//! Why a request was refused, and the answer that says so.

use admin::{Finding, Kind, Problem};

use crate::reply::Reply;

/// Why a request was refused: RFC 9457, with the header fields that go with it.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) kind: Kind,
    /// What was expected and found, in a sentence without internals or secrets.
    pub(crate) detail: String,
    pub(crate) help: Option<String>,
    pub(crate) findings: Vec<Finding>,
    /// The revision in force, where another one was expected.
    pub(crate) revision: Option<u64>,
    pub(crate) code: Option<&'static str>,
    /// Seconds.
    pub(crate) retry_after: Option<u32>,
    /// The methods that there are instead.
    pub(crate) allow: Option<&'static str>,
    /// What `WWW-Authenticate` says: one of `credential::bearer`'s.
    pub(crate) challenge: Option<&'static str>,
}

impl Refusal {
    pub(crate) fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self {
            kind,
            detail: detail.into(),
            help: None,
            findings: Vec::new(),
            revision: None,
            code: None,
            retry_after: None,
            allow: None,
            challenge: None,
        }
    }

    /// A fault of ours. What it was is for the log.
    pub(crate) fn fault() -> Self {
        Self::new(Kind::Fault, "the keeper failed; nothing was changed")
            .with_help("send it again; if that fails too, the keeper's log says why")
    }

    pub(crate) fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    pub(crate) fn with_findings(self, findings: Vec<Finding>) -> Self {
        Self { findings, ..self }
    }

    pub(crate) fn with_revision(self, revision: u64) -> Self {
        Self { revision: Some(revision), ..self }
    }

    pub(crate) fn with_code(self, code: &'static str) -> Self {
        Self { code: Some(code), ..self }
    }

    pub(crate) fn with_retry_after(self, seconds: u32) -> Self {
        Self { retry_after: Some(seconds), ..self }
    }

    pub(crate) fn with_allow(self, allow: &'static str) -> Self {
        Self { allow: Some(allow), ..self }
    }

    pub(crate) fn with_challenge(self, challenge: &'static str) -> Self {
        Self { challenge: Some(challenge), ..self }
    }

    /// The answer, with the address of the page about this kind of problem below `prefix`.
    pub(crate) fn reply(self, prefix: &str) -> Reply {
        let problem = Problem {
            kind: format!("{prefix}/problems/{}", self.kind.as_str()),
            title: self.kind.title().to_owned(),
            status: self.kind.status(),
            detail: self.detail,
            help: self.help,
            findings: self.findings,
            revision: self.revision,
            code: self.code.map(str::to_owned),
        };
        let mut reply = Reply::problem(&problem);
        if let Some(revision) = self.revision {
            reply = reply.with("ETag", format!("\"{revision}\""));
        }
        if let Some(seconds) = self.retry_after {
            reply = reply.with("Retry-After", seconds.to_string());
        }
        if let Some(allow) = self.allow {
            reply = reply.with("Allow", allow);
        }
        if let Some(challenge) = self.challenge {
            reply = reply.with("WWW-Authenticate", challenge);
        }
        reply
    }
}
