//! Which path is what, and with which methods.

use admin::Kind;
use lifecycle::Verb;

use crate::{asked::Asked, door::nowhere, refusal::Refusal};

/// What is asked for, below `admin/v1`.
#[derive(Debug)]
pub(crate) enum Route<'a> {
    Read(Read<'a>),
    Write(Write<'a>),
}

/// What is to be told.
#[derive(Debug)]
pub(crate) enum Read<'a> {
    Session,
    Schedule,
    Revisions,
    Revision(u64),
    Difference(u64),
    Windows,
    Window(&'a str),
    Audit,
    Tokens,
    Webhooks,
    Webhook(&'a str),
    Deliveries(&'a str),
    DeadLetters(&'a str),
}

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Write<'a> {
    Publish,
    Rollback(u64),
    Add,
    Step(&'a str, Verb),
    CreateToken,
    RevokeToken(&'a str),
    CreateWebhook,
    DeleteWebhook(&'a str),
    StepWebhook(&'a str, WebhookVerb),
}

/// What is done with a subscription.
#[derive(Clone, Copy, Debug)]
pub(crate) enum WebhookVerb {
    Pause,
    Resume,
    Rotate,
    Test,
    Replay,
}

impl WebhookVerb {
    /// The word in the path, and the one on record.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Pause => ("pause", "webhook-pause"),
            Self::Resume => ("resume", "webhook-resume"),
            Self::Rotate => ("rotate", "webhook-rotate"),
            Self::Test => ("test", "webhook-test"),
            Self::Replay => ("replay", "webhook-replay"),
        }
    }

    fn find(word: &str) -> Option<Self> {
        let all = [Self::Pause, Self::Resume, Self::Rotate, Self::Test, Self::Replay];
        all.into_iter().find(|verb| verb.words().0 == word)
    }
}

const READ: &str = "GET, HEAD";

impl<'a> Route<'a> {
    /// # Errors
    ///
    /// A refusal with 404 for a path that is nothing, and with 405 for a method that it does not have.
    pub(crate) fn find(method: &str, below: &[&'a str]) -> Result<Self, Refusal> {
        let method = if method == "HEAD" { "GET" } else { method };
        let (read, write, allow) = match *below {
            ["session"] => (Some(Read::Session), None, READ),
            ["schedule"] => (Some(Read::Schedule), Some(("PUT", Write::Publish)), "GET, HEAD, PUT"),
            ["revisions"] => (Some(Read::Revisions), None, READ),
            ["revisions", number] => (Some(Read::Revision(revision(number)?)), None, READ),
            ["revisions", number, "difference"] => {
                (Some(Read::Difference(revision(number)?)), None, READ)
            }
            ["revisions", number, "rollback"] => {
                (None, Some(("POST", Write::Rollback(revision(number)?))), "POST")
            }
            ["windows"] => (Some(Read::Windows), Some(("POST", Write::Add)), "GET, HEAD, POST"),
            ["windows", id] => (Some(Read::Window(id)), None, READ),
            ["windows", id, verb] => {
                let verb = verb.parse().map_err(|_| nowhere())?;
                (None, Some(("POST", Write::Step(id, verb))), "POST")
            }
            ["audit"] => (Some(Read::Audit), None, READ),
            ["tokens"] => {
                (Some(Read::Tokens), Some(("POST", Write::CreateToken)), "GET, HEAD, POST")
            }
            ["tokens", id] => (None, Some(("DELETE", Write::RevokeToken(id))), "DELETE"),
            ["webhooks"] => {
                (Some(Read::Webhooks), Some(("POST", Write::CreateWebhook)), "GET, HEAD, POST")
            }
            ["webhooks", id] => {
                let delete = Write::DeleteWebhook(id);
                (Some(Read::Webhook(id)), Some(("DELETE", delete)), "GET, HEAD, DELETE")
            }
            ["webhooks", id, "deliveries"] => (Some(Read::Deliveries(id)), None, READ),
            ["webhooks", id, "dead"] => (Some(Read::DeadLetters(id)), None, READ),
            ["webhooks", id, verb] => {
                let verb = WebhookVerb::find(verb).ok_or_else(nowhere)?;
                (None, Some(("POST", Write::StepWebhook(id, verb))), "POST")
            }
            _ => return Err(nowhere()),
        };
        match (read, write) {
            (Some(read), _) if method == "GET" => Ok(Self::Read(read)),
            (_, Some((with, write))) if method == with => Ok(Self::Write(write)),
            _ => Err(not_with(method, allow)),
        }
    }
}

impl Write<'_> {
    /// The word for it on record.
    pub(crate) fn action(&self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Rollback(_) => "rollback",
            Self::Add => "add",
            Self::Step(_, verb) => verb.as_str(),
            Self::CreateToken => "token-create",
            Self::RevokeToken(_) => "token-revoke",
            Self::CreateWebhook => "webhook-create",
            Self::DeleteWebhook(_) => "webhook-delete",
            Self::StepWebhook(_, verb) => verb.words().1,
        }
    }

    /// What it is about, as far as its path says.
    pub(crate) fn subject(&self) -> Option<String> {
        match self {
            Self::Publish | Self::Add | Self::CreateToken | Self::CreateWebhook => None,
            Self::Rollback(number) => Some(number.to_string()),
            Self::Step(id, _)
            | Self::RevokeToken(id)
            | Self::DeleteWebhook(id)
            | Self::StepWebhook(id, _) => Some((*id).to_owned()),
        }
    }
}

/// For what is only read, and without parameters.
pub(crate) fn only_read(asked: &Asked) -> Result<(), Refusal> {
    if matches!(&*asked.method, "GET" | "HEAD") {
        asked.takes(&[])
    } else {
        Err(not_with(&asked.method, READ))
    }
}

/// A number without sign, zeros or spaces before it: there is one address for each revision.
fn revision(text: &str) -> Result<u64, Refusal> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|_| digits && !text.starts_with('0') && text.len() < 10);
    number.ok_or_else(|| no_revision(text))
}

pub(crate) fn no_revision(number: impl std::fmt::Display) -> Refusal {
    Refusal::new(Kind::NotFound, format!("there is no revision {number}"))
        .with_help("`GET revisions` lists them")
}

fn not_with(method: &str, allow: &'static str) -> Refusal {
    let detail = format!("expected one of the methods {allow}, found {method}");
    Refusal::new(Kind::MethodNotAllowed, detail).with_allow(allow)
}
