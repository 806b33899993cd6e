//! Why a notice cannot be written, approved or sent.

use std::{fmt, path::PathBuf};

use admin::Finding;
use answer::notice::Kind;
use schedule::Phase;

use super::{
    closed::Closed,
    server::{SERVER, USER},
};
use crate::{picture, source::Source};

/// Why a notice cannot be written, approved or sent.
#[derive(Debug)]
pub(crate) enum NoticeError {
    UnknownWindow {
        found: String,
        known: Vec<String>,
    },
    UnknownOccurrence {
        window: String,
        found: String,
    },
    UnknownLanguage {
        found: String,
    },
    /// It would say what is not so.
    Unfitting {
        kind: Kind,
        phase: Phase,
        due: Kind,
    },
    NoEarlierTimes {
        kind: Kind,
    },
    /// What people were told before does not bear it out.
    SameTimes {
        kind: Kind,
        due: Kind,
    },
    /// The edge does not know of the schedule in force yet, nor of what it changed.
    EdgeBehind {
        has: u64,
        in_force: u64,
    },
    MalformedSender {
        origin: &'static str,
        found: String,
    },
    NoSender,
    /// Nobody signs for it.
    Nameless,
    /// In a template, or in a list of recipients.
    Mistakes {
        source: Source,
        findings: Vec<Finding>,
    },
    NoRecipients {
        file: String,
    },
    UnknownDraft {
        found: String,
        folder: PathBuf,
        known: Vec<String>,
    },
    UnknownFormat {
        file: PathBuf,
        found: u32,
    },
    MalformedManifest {
        file: PathBuf,
        error: serde_json::Error,
    },
    MalformedRecord {
        file: PathBuf,
        line: usize,
        error: serde_json::Error,
    },
    /// Somebody else drafts the same at this moment.
    Taken {
        folder: PathBuf,
    },
    SentAlready {
        draft: String,
    },
    Unapproved {
        draft: String,
    },
    /// Something is not as it was approved.
    Changed {
        draft: String,
        files: Vec<String>,
    },
    Overtaken {
        draft: String,
        newer: String,
    },
    NoServer,
    /// What was written may have a password in it, and is not repeated.
    MalformedServer,
    Unencrypted {
        host: String,
    },
    HalfCredentials {
        missing: &'static str,
    },
    Closed {
        server: String,
        closed: Closed,
    },
    /// Another program sends it.
    Busy,
    /// Not everybody has it.
    Incomplete {
        draft: String,
        sent: usize,
        /// With what the server said.
        refused: Vec<(String, String)>,
        postponed: Vec<(String, String)>,
        uncertain: Vec<String>,
    },
}

impl NoticeError {
    /// As the head of `main.rs` has them.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Closed { closed, .. } => closed.code(),
            Self::Busy | Self::Taken { .. } | Self::EdgeBehind { .. } => 75,
            Self::Incomplete { refused, uncertain, .. }
                if refused.is_empty() && uncertain.is_empty() =>
            {
                75
            }
            Self::UnknownLanguage { .. }
            | Self::MalformedSender { .. }
            | Self::NoSender
            | Self::Nameless
            | Self::NoServer
            | Self::MalformedServer
            | Self::Unencrypted { .. }
            | Self::HalfCredentials { .. } => 2,
            _ => 1,
        }
    }

    /// A name that programs compare.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::UnknownWindow { .. } | Self::UnknownOccurrence { .. } => "unknown-window",
            Self::UnknownLanguage { .. } => "unknown-language",
            Self::Unfitting { .. } | Self::NoEarlierTimes { .. } | Self::SameTimes { .. } => {
                "unfitting-notice"
            }
            Self::EdgeBehind { .. } => "edge-behind",
            Self::MalformedSender { .. } | Self::NoSender => "sender",
            Self::Nameless => "nameless",
            Self::Mistakes { .. } => "mistakes",
            Self::NoRecipients { .. } => "no-recipients",
            Self::UnknownDraft { .. } => "unknown-draft",
            Self::UnknownFormat { .. } | Self::MalformedManifest { .. } => "manifest",
            Self::MalformedRecord { .. } => "record",
            Self::Taken { .. } | Self::Busy => "busy",
            Self::SentAlready { .. } => "sent-already",
            Self::Unapproved { .. } => "unapproved",
            Self::Changed { .. } => "changed-since-approval",
            Self::Overtaken { .. } => "overtaken",
            Self::NoServer | Self::MalformedServer | Self::Unencrypted { .. } => "mail-server",
            Self::HalfCredentials { .. } => "mail-credentials",
            Self::Closed { .. } => "mail-server-closed",
            Self::Incomplete { .. } => "incomplete",
        }
    }

    /// The places of mistakes, with carets.
    pub(crate) fn picture(&self, styled: bool) -> Option<String> {
        match self {
            Self::Mistakes { source, findings } => {
                Some(picture::of(findings, Some(source), styled))
            }
            _ => None,
        }
    }

    pub(crate) fn findings(&self) -> Option<(&[Finding], &Source)> {
        match self {
            Self::Mistakes { source, findings } => Some((findings, source)),
            _ => None,
        }
    }

    pub(crate) fn help(&self) -> Option<String> {
        Some(match self {
            Self::UnknownWindow { known, .. } => format!("there are {}", listed(known)),
            Self::UnknownOccurrence { .. } => {
                "write the date on which its rule has it start, such as `--of 2026-03-12`"
                    .to_owned()
            }
            Self::UnknownLanguage { .. } => {
                let tags: Vec<String> =
                    answer::Language::ALL.iter().map(|known| known.tag().to_owned()).collect();
                format!("there are {}", listed(&tags))
            }
            Self::Unfitting { due, .. } => format!(
                "what is due is `--kind {due}`; to write one ahead of time, say of which instant \
                 it speaks with `--at`"
            ),
            Self::SameTimes { due, .. } => format!("what is due is `--kind {due}`"),
            Self::NoEarlierTimes { .. } => {
                "name the schedule or the revision that people were told of: `--since 7`, `--since \
                 old.toml`"
                    .to_owned()
            }
            Self::EdgeBehind { .. } => {
                "try again in some seconds; `intermission status` says whether the edge follows"
                    .to_owned()
            }
            Self::MalformedSender { .. } => {
                "write a mailbox such as `ImmTrac2 <notices@registry.example.org>`".to_owned()
            }
            Self::NoSender => {
                "add `--from 'ImmTrac2 <notices@registry.example.org>'`, or a contact to a channel"
                    .to_owned()
            }
            Self::Nameless => "add `--as NAME`".to_owned(),
            Self::Mistakes { .. } => return None,
            Self::NoRecipients { .. } => {
                "write one in each line, such as `Rita Gomez <rita@example.org>`".to_owned()
            }
            Self::UnknownDraft { known, .. } if known.is_empty() => {
                "`intermission notice draft` makes one".to_owned()
            }
            Self::UnknownDraft { known, .. } => format!("there are {}", listed(known)),
            Self::UnknownFormat { .. } => "is there an update of this command?".to_owned(),
            Self::MalformedManifest { .. } => {
                "bring the file back as it was, or draft the notice anew".to_owned()
            }
            Self::MalformedRecord { .. } => {
                "it says who has the notice already: mend the line, and nobody gets it twice"
                    .to_owned()
            }
            Self::Taken { .. } | Self::Busy => "try again when it is done".to_owned(),
            Self::SentAlready { .. } => "draft another: what went out stays as it was".to_owned(),
            Self::Unapproved { draft } => {
                format!("`intermission notice approve {draft} --recipients FILE`")
            }
            Self::Changed { .. } => {
                "bring it back as it was, or have it approved as it is".to_owned()
            }
            Self::Overtaken { .. } => {
                "people would take the older one for the newest: draft what is due now".to_owned()
            }
            Self::NoServer => format!(
                "set {SERVER} to it, such as `smtp://mail.example.org:587`, and {USER} and its \
                 password if it asks for them"
            ),
            Self::MalformedServer => {
                format!("write `smtp://host:587` or `smtps://host:465`; who signs in is in {USER}")
            }
            Self::Unencrypted { .. } => {
                "leave `?tls=none` out: what is sent would be read and changed on the way"
                    .to_owned()
            }
            Self::HalfCredentials { .. } => "set both, or none of the two".to_owned(),
            Self::Closed { closed, .. } => closed.help(),
            Self::Incomplete { uncertain, .. } if !uncertain.is_empty() => {
                "ask them, or send again with `--retry-uncertain`, which some may get twice"
                    .to_owned()
            }
            Self::Incomplete { postponed, .. } if !postponed.is_empty() => {
                "send again later: nobody who has it gets it twice".to_owned()
            }
            Self::Incomplete { .. } => {
                "mend the addresses for the next notice; this one is done".to_owned()
            }
        })
    }
}

impl fmt::Display for NoticeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownWindow { found, .. } => {
                write!(f, "there is no window `{}`", found.escape_debug())
            }
            Self::UnknownOccurrence { window, found } => {
                write!(f, "--of: window `{window}` has no occurrence of `{}`", found.escape_debug())
            }
            Self::UnknownLanguage { found } => {
                write!(f, "--language: there are no words in `{}`", found.escape_debug())
            }
            Self::Unfitting { kind, phase, .. } => {
                write!(f, "`{kind}` is not so: the window is {phase}")
            }
            Self::SameTimes { kind: Kind::Extended, .. } => {
                f.write_str("`extended` is not so: people were told of no earlier end")
            }
            Self::SameTimes { kind, .. } => {
                write!(f, "`{kind}` is not so: people were told of the same times")
            }
            Self::NoEarlierTimes { kind } => write!(
                f,
                "expected the earlier times for `{kind}`, but no notice about this window was sent \
                 from here"
            ),
            Self::EdgeBehind { has, in_force } => write!(
                f,
                "the edge decides by revision {has} still, while revision {in_force} is in force"
            ),
            Self::MalformedSender { origin, found } => {
                write!(f, "{origin}: expected a mailbox, found `{}`", found.escape_debug())
            }
            Self::NoSender => {
                f.write_str("expected somebody whom the notice comes from, found none")
            }
            Self::Nameless => f.write_str("expected a name for the record, found none"),
            Self::Mistakes { source, findings } => {
                let s = if findings.len() == 1 { "" } else { "s" };
                write!(f, "{} has {} mistake{s}", source.name, findings.len())
            }
            Self::NoRecipients { file } => write!(f, "{file} names no recipient"),
            Self::UnknownDraft { found, folder, .. } => {
                write!(f, "there is no notice `{}` in {}", found.escape_debug(), folder.display())
            }
            Self::UnknownFormat { file, found } => write!(
                f,
                "{}: expected a manifest of format {}, found format {found}",
                file.display(),
                super::manifest::Manifest::FORMAT
            ),
            Self::MalformedManifest { file, error } => {
                write!(f, "{}: expected a manifest, but {error}", file.display())
            }
            Self::MalformedRecord { file, line, error } => {
                write!(f, "{}: expected a record in line {line}, but {error}", file.display())
            }
            Self::Taken { folder } => {
                write!(f, "{} is there already: somebody drafts the same", folder.display())
            }
            Self::SentAlready { draft } => write!(f, "{draft} was sent already, at least to some"),
            Self::Unapproved { draft } => write!(f, "nobody has approved {draft}"),
            Self::Changed { draft, files } => {
                write!(f, "{draft} is not what was approved: {} changed since", listed(files))
            }
            Self::Overtaken { draft, newer } => {
                write!(f, "{draft} is overtaken: {newer} was sent already")
            }
            Self::NoServer => write!(f, "expected a mail server in {SERVER} or --smtp, found none"),
            Self::MalformedServer => {
                f.write_str("expected the address of a mail server, without user and path")
            }
            Self::Unencrypted { host } => write!(
                f,
                "mail without encryption is for this machine itself, and {host} is another"
            ),
            Self::HalfCredentials { missing } => {
                write!(f, "expected a user and a password, but {missing} is not set")
            }
            Self::Closed { server, closed } => write!(f, "{server}: {closed}"),
            Self::Busy => f.write_str("another program is sending this notice"),
            Self::Incomplete { draft, sent, refused, postponed, uncertain } => {
                write!(f, "not everybody has {draft}: {sent} sent")?;
                told(f, "refused", refused.iter().map(|(to, said)| format!("{to} ({said})")))?;
                told(f, "put off", postponed.iter().map(|(to, said)| format!("{to} ({said})")))?;
                told(f, "perhaps sent", uncertain.iter().cloned())
            }
        }
    }
}

fn told(
    f: &mut fmt::Formatter<'_>,
    what: &str,
    all: impl ExactSizeIterator<Item = String>,
) -> fmt::Result {
    match all.len() {
        0 => Ok(()),
        count => {
            let all: Vec<String> = all.collect();
            write!(f, "; {count} {what}: {}", all.join(", "))
        }
    }
}

fn listed(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    if quoted.is_empty() { "none".to_owned() } else { quoted.join(", ") }
}
