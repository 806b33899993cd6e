//! What is needed to find out who asks.

use std::fmt::Display;

use bypass::Token;
use credential::{Team, TeamError};

use super::memory;
use crate::store::Store;

/// The keeper's storage, and the texts of the environment as they are; blank where there is none.
pub(crate) struct Context<'a> {
    pub(crate) store: &'a Store,
    /// `INTERMISSION_ADMIN_TOKEN`
    pub(crate) admin_token: &'a str,
    /// `INTERMISSION_ACCESS_TEAM`
    pub(crate) access_team: &'a str,
    /// `INTERMISSION_ACCESS_AUDIENCE`
    pub(crate) access_audience: &'a str,
}

/// Cloudflare Access, as it is set up.
#[derive(Debug)]
pub(super) struct Access {
    pub(super) team: Team,
    /// Never empty.
    pub(super) audience: String,
}

impl Context<'_> {
    /// The root token, where there is one that is fit to be one.
    pub(super) fn root(&self) -> Option<Token> {
        Token::new(self.admin_token).unwrap_or_else(|unfit| {
            complain("INTERMISSION_ADMIN_TOKEN", &unfit);
            None
        })
    }

    /// Access, where all of it is set up.
    pub(super) fn access(&self) -> Option<Access> {
        let team = team(self.access_team).unwrap_or_else(|unfit| {
            complain("INTERMISSION_ACCESS_TEAM", &unfit);
            None
        })?;
        let audience = self.access_audience.trim();
        if audience.is_empty() {
            complain(
                "INTERMISSION_ACCESS_TEAM",
                &"expected the tag of the application in INTERMISSION_ACCESS_AUDIENCE, found none",
            );
            return None;
        }
        Some(Access { team, audience: audience.to_owned() })
    }
}

#[cfg(feature = "development")]
fn team(text: &str) -> Result<Option<Team>, TeamError> {
    Team::for_development(text)
}

#[cfg(not(feature = "development"))]
fn team(text: &str) -> Result<Option<Team>, TeamError> {
    Team::new(text)
}

fn complain(variable: &str, unfit: &dyn Display) {
    memory::tell(format!("{variable} is not used: {unfit}"));
}
