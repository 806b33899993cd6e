//! Who may pass a closed gate, as the environment says.

use ::bypass::{Addresses, Grounds, Host, Secret, Token, UnfitSecret, cookie};
use chrono::{DateTime, Utc};
use schedule::Request;

/// [`::bypass::HEADER`] as it is asked for.
const HEADER_IN_SMALL: &str = "intermission-bypass";

/// What the environment says of who may pass. Nothing that is missing opens anything.
#[derive(Debug, Default)]
pub(crate) struct Bypass {
    secret: Option<Secret>,
    token: Option<Token>,
    /// The header, in lower case, in which the platform states a client's address. Only the
    /// operator knows whether there is one that a client cannot set.
    address_header: Option<String>,
}

impl Bypass {
    /// Takes the variables as they are; each complaint says which of them is not used, and why.
    pub(crate) fn new(secret: &str, token: &str, address_header: &str) -> (Self, Vec<String>) {
        let mut complaints = Vec::new();
        let mut complain = |variable: &str, unfit: UnfitSecret| {
            complaints.push(format!("{variable} is not used: {unfit}"));
        };
        let secret = Secret::new(secret).unwrap_or_else(|unfit| {
            complain("INTERMISSION_BYPASS_SECRET", unfit);
            None
        });
        let token = Token::new(token).unwrap_or_else(|unfit| {
            complain("INTERMISSION_BYPASS_TOKEN", unfit);
            None
        });
        let header = address_header.trim().to_ascii_lowercase();
        let address_header = (!header.is_empty()).then_some(header);
        (Self { secret, token, address_header }, complaints)
    }

    /// What links are signed with.
    pub(crate) fn secret(&self) -> Option<&Secret> {
        self.secret.as_ref()
    }

    /// Why a request may pass, if it may. Headers are asked for only where they could matter.
    pub(crate) fn lets_pass(
        &self,
        request: &Request<'_>,
        addresses: &Addresses,
        now: DateTime<Utc>,
    ) -> Option<Grounds> {
        if self.has_token(request) {
            return Some(Grounds::Token);
        }
        if self.has_cookie(request, now) {
            return Some(Grounds::Cookie);
        }
        self.comes_from(request, addresses).then_some(Grounds::Address)
    }

    fn has_token(&self, request: &Request<'_>) -> bool {
        self.token.as_ref().is_some_and(|token| {
            request.header(HEADER_IN_SMALL).is_some_and(|presented| token.matches(&presented))
        })
    }

    fn has_cookie(&self, request: &Request<'_>, now: DateTime<Utc>) -> bool {
        let Some(secret) = &self.secret else { return false };
        let Some(cookies) = request.header("cookie") else { return false };
        // Most visitors have cookies, and few of them this one.
        cookies.contains(cookie::NAME)
            && request
                .target
                .host
                .parse::<Host>()
                .is_ok_and(|host| cookie::passes(secret, &host, &cookies, now))
    }

    fn comes_from(&self, request: &Request<'_>, addresses: &Addresses) -> bool {
        !addresses.is_empty()
            && self.address_header.as_deref().is_some_and(|header| {
                request.header(header).is_some_and(|address| addresses.contains(&address))
            })
    }
}
