//! What single sign-on says of who asks.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::{Team, grant::is_unprintable};

/// The claims of an assertion, of which nothing is believed yet.
#[derive(Clone, Debug, Deserialize)]
pub struct Claims {
    iss: String,
    aud: Audience,
    /// In seconds since 1970, as the others.
    exp: i64,
    iat: i64,
    nbf: Option<i64>,
    email: Option<String>,
    common_name: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// What the claims must be.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    pub team: &'a Team,
    /// The tag of the application that Access protects; an empty one is nobody's.
    pub audience: &'a str,
}

/// Who asks, after Access has let them through.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Identity {
    /// Who signed on.
    Person { email: String },
    /// A program with a service token of Access.
    Service { name: String },
}

/// The seconds that two clocks may be apart.
const LEEWAY: i64 = 60;

/// Characters, at most, of an address or a name that goes on record.
const LONGEST: usize = 254;

/// Why claims are not accepted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ClaimsError {
    /// Another team says so.
    Issuer,
    /// It is for another application.
    Audience,
    /// Its time is over.
    Expired,
    /// Its time has not come, or it was made in the future.
    Early,
    /// Neither an email nor a common name that could go on record.
    Nobody,
}

impl Claims {
    /// Who asks.
    ///
    /// Times are believed up to a minute beyond, for clocks that are apart; `exp` is the first
    /// instant outside.
    ///
    /// # Errors
    ///
    /// When the claims are by somebody else, for somebody else, or at another time.
    pub fn identify(
        &self,
        expected: Expected<'_>,
        now: DateTime<Utc>,
    ) -> Result<Identity, ClaimsError> {
        let now = now.timestamp();
        let made = self.nbf.unwrap_or(self.iat).max(self.iat);
        if self.iss != expected.team.issuer() {
            Err(ClaimsError::Issuer)
        } else if !self.aud.contains(expected.audience) {
            Err(ClaimsError::Audience)
        } else if now >= self.exp.saturating_add(LEEWAY) {
            Err(ClaimsError::Expired)
        } else if now < made.saturating_sub(LEEWAY) {
            Err(ClaimsError::Early)
        } else {
            self.identity().ok_or(ClaimsError::Nobody)
        }
    }

    fn identity(&self) -> Option<Identity> {
        // Service tokens have no email, or an empty one.
        let given = |claim: &Option<String>| {
            let text = claim.as_deref().unwrap_or_default().trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        let is_fit =
            |text: &String| text.chars().count() <= LONGEST && !text.chars().any(is_unprintable);
        match (given(&self.email), given(&self.common_name)) {
            // Names of tokens have no `@`, so that nobody is taken for one on record.
            (Some(email), _) => {
                (is_fit(&email) && email.contains('@')).then_some(Identity::Person { email })
            }
            (None, Some(name)) => is_fit(&name).then_some(Identity::Service { name }),
            (None, None) => None,
        }
    }
}

impl Audience {
    fn contains(&self, audience: &str) -> bool {
        !audience.is_empty()
            && match self {
                Self::One(one) => one == audience,
                Self::Several(several) => several.iter().any(|one| one == audience),
            }
    }
}

impl fmt::Display for ClaimsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Issuer => "expected an assertion of our team, found one of another issuer",
            Self::Audience => {
                "expected an assertion for this application, found one for another audience"
            }
            Self::Expired => "expected an assertion in its time, found one that has expired",
            Self::Early => "expected an assertion in its time, found one whose time has not come",
            Self::Nobody => {
                "expected an assertion that names a person or a service, found one of nobody"
            }
        })
    }
}

impl std::error::Error for ClaimsError {}
