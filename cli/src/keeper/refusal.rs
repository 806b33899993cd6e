//! Answers of the keeper that say no.

use std::fmt;

use admin::{Kind, Problem, Revision};
use chrono::TimeDelta;
use schedule::speech::{Language, Speech};

use super::{Address, Base};
use crate::{source::Source, told::Told};

/// An answer of the keeper that says no.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) address: Address,
    /// Absent for one that only a newer keeper knows.
    pub(crate) kind: Option<Kind>,
    pub(crate) status: u16,
    pub(crate) problem: Problem,
    /// In seconds.
    pub(crate) retry_after: Option<u64>,
    /// For a conflict: the revision that was expected.
    pub(crate) base: Option<Base>,
    /// For a conflict: the revision that came in between.
    pub(crate) newer: Option<Revision>,
    /// What was sent, where the findings are about a file.
    pub(crate) source: Option<Source>,
}

impl Refusal {
    /// The exit code, as the head of `main.rs` has it.
    pub(super) fn code(&self) -> u8 {
        match self.status {
            401 | 403 => 77,
            404 | 409 | 422 => 1,
            412 | 429 | 503 => 75,
            400 | 413 => 2,
            _ => 69,
        }
    }

    /// The way out in the words of this command where it has some; the keeper's else, who knows what
    /// the schedule allows.
    pub(super) fn help(&self) -> Option<String> {
        self.own_help().or_else(|| self.problem.help.clone())
    }

    fn own_help(&self) -> Option<String> {
        let help = match self.kind? {
            Kind::RevisionConflict => return self.see_what_came(),
            Kind::Unauthenticated => {
                "is the token of this service, and is it still good? Whoever keeps the root token \
                 sees it in `intermission token list`"
            }
            Kind::Forbidden => {
                "ask whoever keeps the root token for one that may do this, made with \
                 `intermission token create`"
            }
            Kind::TooManyFailures => {
                "a wrong token was used from this address again and again: see that it was not \
                 your own script"
            }
            Kind::MethodNotAllowed | Kind::UnsupportedMediaType | Kind::RevisionRequired => {
                "if the words on the command line are right, the keeper is newer or older than \
                 this command: is there an update?"
            }
            Kind::KeeperUnreachable => {
                "the last revision stays in force meanwhile; try again in a moment"
            }
            Kind::Fault => "nothing was changed; try again, or see the log of the edge",
            Kind::StorageFull => {
                "nothing was changed; make room where the keeper stores its revisions"
            }
            Kind::NotFound if self.problem.help.is_none() => {
                return Some(format!(
                    "{} was asked: is that the right service, with the right prefix?",
                    self.address
                ));
            }
            Kind::InvalidRequest
            | Kind::NotFound
            | Kind::ImpossibleStep
            | Kind::InvalidSchedule
            | Kind::KeyReused
            | Kind::TooLarge => return None,
        };
        Some(help.to_owned())
    }

    fn see_what_came(&self) -> Option<String> {
        let now = self.problem.revision.or(self.newer.as_ref().map(|newer| newer.number))?;
        Some(match self.base {
            Some(Base::Revision(base)) if base > 0 && base < now => format!(
                "see what came in between with `intermission diff {base} {now}`, then repeat it"
            ),
            _ => format!("see it with `intermission show {now}`, then repeat it"),
        })
    }

    fn conflict(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.base {
            Some(Base::Revision(base)) => write!(f, "expected revision {base} in force")?,
            _ => f.write_str("expected another revision in force")?,
        }
        if let Some(now) = self.problem.revision {
            write!(f, ", found {now}")?;
        }
        if let Some(newer) = &self.newer {
            let when = Told::in_utc().moment(&newer.at);
            let why = newer.why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
            write!(f, ", made by {} on {when} ({}){why}", newer.author, newer.action)?;
        }
        Ok(())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} answered {}: ", self.address.host(), self.status)?;
        if self.kind == Some(Kind::RevisionConflict) {
            return self.conflict(f);
        }
        // What the keeper says ends as a sentence; ours goes on.
        f.write_str(self.problem.detail.trim_end_matches('.'))?;
        match self.retry_after.and_then(|seconds| i64::try_from(seconds).ok()) {
            Some(seconds) if seconds < 86_400 => {
                let length = TimeDelta::seconds(seconds);
                let speech = Speech::new(Language::English, "UTC");
                write!(f, "; come back in {}", speech.length(length))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    fn refusal(kind: Kind) -> Refusal {
        Refusal {
            address: "https://registry.example.org".parse().expect("an address"),
            kind: Some(kind),
            status: kind.status(),
            problem: Problem {
                kind: format!("/_maintenance/problems/{}", kind.as_str()),
                title: kind.title().to_owned(),
                status: kind.status(),
                detail: "expected this, found that".to_owned(),
                help: Some("as the keeper says".to_owned()),
                findings: Vec::new(),
                revision: (kind == Kind::RevisionConflict).then_some(8),
                code: None,
            },
            retry_after: (kind == Kind::TooManyFailures).then_some(61),
            base: None,
            newer: None,
            source: None,
        }
    }

    #[test]
    fn every_kind_has_a_code_and_a_way_out() {
        let told: String = Kind::ALL
            .into_iter()
            .map(|kind| {
                let refusal = refusal(kind);
                let help = refusal.help().expect("a way out");
                format!("{} {}: {refusal}\n  = help: {help}\n", refusal.code(), kind.as_str())
            })
            .collect();
        expect![[r#"
            2 invalid-request: registry.example.org answered 400: expected this, found that
              = help: as the keeper says
            77 unauthenticated: registry.example.org answered 401: expected this, found that
              = help: is the token of this service, and is it still good? Whoever keeps the root token sees it in `intermission token list`
            77 forbidden: registry.example.org answered 403: expected this, found that
              = help: ask whoever keeps the root token for one that may do this, made with `intermission token create`
            1 not-found: registry.example.org answered 404: expected this, found that
              = help: as the keeper says
            69 method-not-allowed: registry.example.org answered 405: expected this, found that
              = help: if the words on the command line are right, the keeper is newer or older than this command: is there an update?
            1 impossible-step: registry.example.org answered 409: expected this, found that
              = help: as the keeper says
            75 revision-conflict: registry.example.org answered 412: expected another revision in force, found 8
              = help: see it with `intermission show 8`, then repeat it
            2 too-large: registry.example.org answered 413: expected this, found that
              = help: as the keeper says
            69 unsupported-media-type: registry.example.org answered 415: expected this, found that
              = help: if the words on the command line are right, the keeper is newer or older than this command: is there an update?
            1 invalid-schedule: registry.example.org answered 422: expected this, found that
              = help: as the keeper says
            1 key-reused: registry.example.org answered 422: expected this, found that
              = help: as the keeper says
            69 revision-required: registry.example.org answered 428: expected this, found that
              = help: if the words on the command line are right, the keeper is newer or older than this command: is there an update?
            75 too-many-failures: registry.example.org answered 429: expected this, found that; come back in 1 minute 1 second
              = help: a wrong token was used from this address again and again: see that it was not your own script
            69 fault: registry.example.org answered 500: expected this, found that
              = help: nothing was changed; try again, or see the log of the edge
            75 keeper-unreachable: registry.example.org answered 503: expected this, found that
              = help: the last revision stays in force meanwhile; try again in a moment
            69 storage-full: registry.example.org answered 507: expected this, found that
              = help: nothing was changed; make room where the keeper stores its revisions
        "#]].assert_eq(&told);
    }

    #[test]
    fn conflicts() {
        let conflict = |base| {
            let refusal = Refusal { base, ..refusal(Kind::RevisionConflict) };
            format!("{refusal}\n{}\n", refusal.help().expect("a way out"))
        };
        expect![[r#"
            registry.example.org answered 412: expected revision 7 in force, found 8
            see what came in between with `intermission diff 7 8`, then repeat it
        "#]]
        .assert_eq(&conflict(Some(Base::Revision(7))));
        expect![[r#"
            registry.example.org answered 412: expected revision 0 in force, found 8
            see it with `intermission show 8`, then repeat it
        "#]]
        .assert_eq(&conflict(Some(Base::Revision(0))));
        expect![[r#"
            registry.example.org answered 412: expected revision 9 in force, found 8
            see it with `intermission show 8`, then repeat it
        "#]]
        .assert_eq(&conflict(Some(Base::Revision(9))));
    }
}
