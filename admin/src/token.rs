//! Keys of the API.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::openapi::form;

use crate::Scope;

/// A key, without its secret: that is known only to who holds it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Token {
    #[cfg_attr(feature = "openapi", schemars(with = "form::TokenId"))]
    pub id: String,
    /// Goes on record as the author.
    pub name: String,
    pub scopes: Vec<Scope>,
    /// Who made it.
    pub author: String,
    /// In RFC 3339, UTC.
    #[cfg_attr(feature = "openapi", schemars(with = "form::Instant"))]
    pub created: String,
    /// The first instant at which it opens nothing more; absent for a key without end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Instant>"))]
    pub expires: Option<String>,
    /// When it was last used, to the minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Instant>"))]
    pub last_used: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Instant>"))]
    pub revoked: Option<String>,
}

/// The body of `POST tokens`.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NewToken {
    /// Goes on record as the author: printable characters, neither an address nor `root`, and not
    /// the name of another token in force.
    #[cfg_attr(
        feature = "openapi",
        schemars(length(min = 1, max = 64), regex(pattern = "^[^@]*$"))
    )]
    pub name: String,
    /// `read` and `write`.
    #[cfg_attr(feature = "openapi", schemars(with = "Vec<form::GivenScope>", length(min = 1)))]
    pub scopes: Vec<Scope>,
    /// A length such as `90d`, at most `366d`; 90 days where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<form::Length>"))]
    pub valid_for: Option<String>,
}

/// A key that was just made: the one time that its secret is told.
#[derive(Clone, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct CreatedToken {
    #[serde(flatten)]
    pub token: Token,
    /// What goes behind `Authorization: Bearer`.
    pub secret: String,
}

/// All keys, revoked ones among them.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Tokens {
    pub tokens: Vec<Token>,
}

impl std::fmt::Debug for CreatedToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CreatedToken").field("token", &self.token).finish_non_exhaustive()
    }
}
