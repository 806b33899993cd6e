//! Where and of what somebody wants to be told.

use std::fmt;

use crate::{
    Filter, FilterError, Kind, Reach, Target, TargetError, Template, TemplateError, public::shown,
};

/// What is asked for, in texts.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub name: &'a str,
    pub url: &'a str,
    pub kind: Option<&'a str>,
    pub channels: &'a [String],
    pub events: &'a [String],
    /// The value of the header `Authorization`.
    pub authorization: Option<&'a str>,
    /// For the kind `izgateway`.
    pub destination: Option<&'a str>,
    /// For the kind `json`, and for chats where they want another shape.
    pub template: Option<&'a str>,
}

/// Where and of what somebody wants to be told. A gateway has a destination, and nobody else has; the
/// kind `json` has a template, and chats may.
#[derive(Clone, Eq, PartialEq)]
pub struct Subscription {
    pub name: String,
    pub target: Target,
    pub kind: Kind,
    pub filter: Filter,
    pub authorization: Option<String>,
    pub destination: Option<String>,
    pub template: Option<Template>,
}

/// Characters.
const LONGEST_NAME: usize = 64;
const LONGEST_AUTHORIZATION: usize = 4000;

impl Subscription {
    /// # Errors
    ///
    /// See [`SubscriptionError`].
    pub fn new(asked: &Asked<'_>, reach: Reach) -> Result<Self, SubscriptionError> {
        let name = asked.name;
        let length = name.chars().count();
        if name.trim() != name
            || length == 0
            || length > LONGEST_NAME
            || name.contains(char::is_control)
        {
            return Err(SubscriptionError::Name { found: shown(name) });
        }
        let kind = match asked.kind {
            None => Kind::CloudEvents,
            Some(word) => {
                word.parse().map_err(|()| SubscriptionError::Kind { found: shown(word) })?
            }
        };
        let target = Target::new(asked.url, reach).map_err(SubscriptionError::Target)?;
        let is_field = |text: &str| text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        if asked.authorization.is_some_and(|text| {
            !is_field(text) || text.trim().is_empty() || text.len() > LONGEST_AUTHORIZATION
        }) {
            return Err(SubscriptionError::Authorization);
        }
        let is_id = |text: &str| {
            (1..=64).contains(&text.len())
                && text.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_'))
        };
        match (kind, asked.destination) {
            (Kind::IzGateway, Some(id)) if is_id(id) && !target.has_query() => {}
            (Kind::IzGateway, Some(id)) if is_id(id) => return Err(SubscriptionError::Query),
            (Kind::IzGateway, _) => return Err(SubscriptionError::NoDestination),
            (_, Some(_)) => return Err(SubscriptionError::Destination { kind }),
            (_, None) => {}
        }
        // A gateway is told what is next, whatever led to it.
        if kind == Kind::IzGateway && !asked.events.is_empty() {
            return Err(SubscriptionError::Events);
        }
        let template = asked.template.map(Template::read).transpose();
        let template = template.map_err(SubscriptionError::Template)?;
        match (kind, &template) {
            (Kind::Json, None) => return Err(SubscriptionError::NoTemplate),
            (Kind::CloudEvents | Kind::IzGateway, Some(_)) => {
                return Err(SubscriptionError::NeedlessTemplate { kind });
            }
            _ => {}
        }
        let filter =
            Filter::new(asked.channels, asked.events).map_err(SubscriptionError::Filter)?;
        Ok(Self {
            name: name.to_owned(),
            target,
            kind,
            filter,
            authorization: asked.authorization.map(str::to_owned),
            destination: asked.destination.map(str::to_owned),
            template,
        })
    }

    /// Its address, as far as it is no secret.
    pub fn shown_url(&self) -> String {
        if self.kind.has_secret_address() {
            self.target.without_secret()
        } else {
            self.target.as_str().to_owned()
        }
    }
}

impl fmt::Debug for Subscription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscription").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Why there cannot be such a subscription.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum SubscriptionError {
    Name { found: String },
    Kind { found: String },
    Target(TargetError),
    Filter(FilterError),
    Authorization,
    NoDestination,
    Destination { kind: Kind },
    Template(TemplateError),
    NoTemplate,
    NeedlessTemplate { kind: Kind },
    Query,
    Events,
}

impl SubscriptionError {
    /// The way out, where there is one.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::Target(error) => error.help(),
            _ => None,
        }
    }
}

impl fmt::Display for SubscriptionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name { found } => write!(
                f,
                "at `name`: expected 1 to {LONGEST_NAME} printable characters without spaces around \
                 them, found `{found}`"
            ),
            Self::Kind { found } => {
                let known = Kind::ALL.map(Kind::as_str).join("`, `");
                write!(f, "at `kind`: expected one of `{known}`, found `{found}`")
            }
            Self::Target(error) => write!(f, "at `url`: {error}"),
            Self::Filter(error) => error.fmt(f),
            Self::Authorization => write!(
                f,
                "at `authorization`: expected 1 to {LONGEST_AUTHORIZATION} visible characters of ASCII, \
                 found others"
            ),
            Self::NoDestination => f.write_str(
                "at `destination`: expected the id of the destination at the gateway, in letters, digits, \
                 `-` and `_`, found none",
            ),
            Self::Destination { kind } => write!(
                f,
                "at `destination`: expected none for the kind `{kind}`, found one"
            ),
            Self::Template(error) => error.fmt(f),
            Self::NoTemplate => {
                f.write_str("at `template`: expected one for the kind `json`, found none")
            }
            Self::NeedlessTemplate { kind } => {
                write!(f, "at `template`: expected none for the kind `{kind}`, found one")
            }
            Self::Events => f.write_str(
                "at `events`: expected none for the kind `izgateway`, which is told what comes next, found some",
            ),
            Self::Query => f.write_str(
                "at `url`: expected the address of the gateway without `?`, found one with it",
            ),
        }
    }
}

impl std::error::Error for SubscriptionError {}
