//! Answers of somebody else: a proxy, a sign-on, the origin, the gate.

use std::fmt;

use ureq::http::Uri;

use super::Address;

/// An answer of somebody else.
#[derive(Debug)]
pub(crate) struct Foreign {
    pub(super) address: Address,
    pub(super) status: u16,
    /// In lower case; empty if there was none.
    pub(super) media: String,
    /// The title of a page.
    pub(super) title: Option<String>,
    pub(super) location: Option<String>,
    pub(super) is_of_the_gate: bool,
}

impl Foreign {
    /// Where it leads, if that is to another place: never with the parameters, which may be keys.
    fn leads_to(&self) -> Option<String> {
        let location = self.location.as_deref().filter(|_| (300..400).contains(&self.status))?;
        let address: Uri = location.parse().ok()?;
        let host = address.host().map(ToOwned::to_owned);
        Some(host.unwrap_or_else(|| address.path().to_owned()))
    }

    pub(super) fn help(&self) -> String {
        let prefix = format!(
            "{} was asked: if Intermission's pages have another prefix, give it with the address, \
             as in `--url https://{}/_closed`",
            self.address,
            self.address.host()
        );
        let sign_on = "a sign-on seems to stand before it: set INTERMISSION_ACCESS_CLIENT_ID and \
                       INTERMISSION_ACCESS_CLIENT_SECRET to a service token of it, or let it \
                       leave the path of the admin API alone";
        match self.status {
            _ if self.is_of_the_gate => prefix,
            300..=399 | 401 | 403 | 407 => sign_on.to_owned(),
            500..=599 => {
                "something between here and the edge failed: try again in a moment".to_owned()
            }
            // A page that is fine: of the origin, or one to sign on.
            200..=299 if !self.media.is_empty() => format!("{prefix}; or {sign_on}"),
            _ => prefix,
        }
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.address.host();
        write!(f, "expected an answer of Intermission's admin API, found ")?;
        if self.is_of_the_gate {
            return write!(f, "the one that {host} gives everybody during a window");
        }
        match (&self.title, self.leads_to(), &*self.media) {
            (_, Some(place), _) => {
                write!(f, "{} of {host}, which leads to {}", self.status, place.escape_debug())
            }
            (Some(title), ..) => write!(f, "{} of {host} with the page \"{title}\"", self.status),
            (.., "") => write!(f, "{} of {host}", self.status),
            (.., media) => {
                write!(f, "{} of {host} with {}", self.status, media.escape_debug())
            }
        }
    }
}
