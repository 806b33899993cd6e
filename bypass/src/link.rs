//! The signed link that a person opens.

use chrono::{DateTime, Utc};

use crate::{
    Flaw, Host, LocalPath, Pass, Refused, Secret,
    expiry::Expiry,
    query::Query,
    seal::{Purpose, Seal},
};

/// A link that lets whoever opens it pass on one host, until an instant.
///
/// In the address it is a query, to be put behind the address at which the edge verifies links:
///
/// ```text
/// expires=1738897200&signature=<43 characters>[&to=%2Frecords]
/// ```
///
/// Where it leads afterwards is not signed. Whoever can change it in a link could as well send the
/// other address itself, and all that it can name is a path on the same host.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Link {
    host: Host,
    expiry: Expiry,
    to: LocalPath,
}

impl Link {
    /// A link to the root of `host`, which is over at `expires`, or up to a second before it.
    pub fn new(host: Host, expires: DateTime<Utc>) -> Self {
        Self { host, expiry: Expiry::at(expires), to: LocalPath::default() }
    }

    /// The link that leads to `path`.
    #[must_use]
    pub fn to(self, path: LocalPath) -> Self {
        Self { to: path, ..self }
    }

    /// The query of the link, without `?`.
    pub fn sign(&self, secret: &Secret) -> String {
        let Self { host, expiry, to } = self;
        let seal = Seal { purpose: Purpose::Link, host, expiry: *expiry };
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("expires", &expiry.to_string());
        query.append_pair("signature", &seal.sign(secret));
        if *to != LocalPath::default() {
            query.append_pair("to", to.as_str());
        }
        query.finish()
    }

    /// What the `query` of a request to `host` becomes at `now`. Parameters that are not ours do
    /// not matter.
    ///
    /// # Errors
    ///
    /// * `Malformed` when the query is over 4,096 bytes, a parameter of ours is missing or there
    ///   twice, or `expires` is not a number of seconds.
    /// * `WrongSignature` when the signature is not right for the host and the expiry, whether or
    ///   not the link would have expired.
    /// * `Expired` from the instant of the expiry on.
    pub fn verify(
        secret: &Secret,
        host: &Host,
        query: &str,
        now: DateTime<Utc>,
    ) -> Result<Pass, Refused> {
        let query = Query::parse(query).map_err(Refused::Malformed)?;
        let expiry = Expiry::parse(&query.expires)
            .ok_or(Refused::Malformed(Flaw::Unreadable { parameter: "expires" }))?;
        let seal = Seal { purpose: Purpose::Link, host, expiry };
        if !seal.is_signed(secret, &query.signature) {
            return Err(Refused::WrongSignature);
        }
        if expiry.has_come(now) {
            return Err(Refused::Expired { at: expiry.instant() });
        }
        let to = query.to.and_then(|to| to.parse().ok()).unwrap_or_default();
        Ok(Pass::new(secret, host, expiry, now, to))
    }
}
