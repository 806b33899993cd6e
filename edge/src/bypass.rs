//! Who may pass a closed gate, as the environment says.

use std::fmt;

use ::bypass::{Addresses, Grounds, Host, Secret, Token, cookie};
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
        let mut complain = |variable: &str, unfit: &dyn fmt::Display| {
            complaints.push(format!("{variable} is not used: {unfit}"));
        };
        let secret = Secret::new(secret).unwrap_or_else(|unfit| {
            complain("INTERMISSION_BYPASS_SECRET", &unfit);
            None
        });
        let token = Token::new(token).unwrap_or_else(|unfit| {
            complain("INTERMISSION_BYPASS_TOKEN", &unfit);
            None
        });
        let address_header = header_name(address_header).unwrap_or_else(|unfit| {
            complain("INTERMISSION_ADDRESS_HEADER", &unfit);
            None
        });
        (Self { secret, token, address_header }, complaints)
    }

    /// The header that states a client's address, where there is one that no client can set.
    pub(crate) fn address_header(&self) -> Option<&str> {
        self.address_header.as_deref()
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

/// The name in the text of a variable, in lower case; `None` when it is blank.
fn header_name(text: &str) -> Result<Option<String>, UnfitHeader> {
    let name = text.trim().to_ascii_lowercase();
    let token = |c: u8| c.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&c);
    if !name.bytes().all(token) {
        Err(UnfitHeader::NoName)
    } else if matches!(&*name, "x-forwarded-for" | "forwarded") {
        Err(UnfitHeader::List)
    } else {
        Ok((!name.is_empty()).then_some(name))
    }
}

/// Why a client's address is not read from a header.
#[derive(Clone, Copy, Debug)]
enum UnfitHeader {
    /// The runtime throws when it is asked for one, and with that the request would pass.
    NoName,
    /// Where no proxy adds to it, it is one address of the client's choice.
    List,
}

impl fmt::Display for UnfitHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoName => "expected the name of a header, found something else",
            Self::List => {
                "expected a header with one address that only the proxy sets, found a list that \
                 clients begin"
            }
        })
    }
}
