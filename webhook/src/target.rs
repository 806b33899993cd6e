//! An address that may be asked.

use std::{
    fmt,
    net::{Ipv4Addr, Ipv6Addr},
};

use url::{Host, Url};

use crate::public::shown;

/// An address that may be asked: `https`, without credentials, of a host of the public network. A name
/// may still lead into a private one; where that matters, the platform's own limit of what can be
/// reached holds as well.
#[derive(Clone, Eq, PartialEq)]
pub struct Target(Url);

/// How far subscriptions may reach.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reach {
    /// `https` to the public network.
    Public,
    /// Private networks and plain `http` as well, for who serves themselves and says so.
    Private,
}

/// Characters.
const LONGEST: usize = 2000;

impl Target {
    /// # Errors
    ///
    /// See [`TargetError`]. Numbers are judged as the platform reads them: `https://2130706433/` and
    /// `https://0x7f.1/` are `127.0.0.1`.
    ///
    /// # Examples
    ///
    /// ```
    /// use webhook::{Reach, Target};
    ///
    /// assert!(Target::new("https://partner.example/hooks", Reach::Public).is_ok());
    /// assert_eq!(
    ///     Target::new("https://0x7f.1/", Reach::Public).unwrap_err().to_string(),
    ///     "expected a host of the public network, found `127.0.0.1`",
    /// );
    /// ```
    pub fn new(text: &str, reach: Reach) -> Result<Self, TargetError> {
        if text.len() > LONGEST {
            return Err(TargetError::TooLong);
        }
        let url = Url::parse(text).map_err(|why| TargetError::Unreadable { why })?;
        match (url.scheme(), reach) {
            ("https", _) | ("http", Reach::Private) => {}
            (scheme, _) => return Err(TargetError::Scheme { found: shown(scheme) }),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(TargetError::Credentials);
        }
        if url.fragment().is_some() {
            return Err(TargetError::Fragment);
        }
        if reach == Reach::Public && !url.host().as_ref().is_some_and(is_public) {
            return Err(TargetError::Private { host: shown(url.host_str().unwrap_or_default()) });
        }
        Ok(Self(url))
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Scheme, host and port, and that there is more: what can be told of an address that is a secret.
    pub fn without_secret(&self) -> String {
        format!("{}/…", self.0.origin().ascii_serialization())
    }

    pub(crate) fn has_query(&self) -> bool {
        self.0.query().is_some()
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Target").field(&self.without_secret()).finish()
    }
}

fn is_public(host: &Host<&str>) -> bool {
    match host {
        Host::Ipv4(address) => is_public_v4(*address),
        Host::Ipv6(address) => is_public_v6(*address),
        Host::Domain(name) => is_public_name(name),
    }
}

/// Names that mean something only where they are asked for (RFC 6761, RFC 6762, RFC 8375, RFC 9476).
const LOCAL: [&str; 9] = [
    "localhost",
    "local",
    "localdomain",
    "internal",
    "intranet",
    "lan",
    "home.arpa",
    "alt",
    "onion",
];

fn is_public_name(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    let is_below = |end: &&str| name.strip_suffix(*end).is_some_and(|rest| rest.ends_with('.'));
    // A name of one part is one of a local network.
    name.contains('.') && !LOCAL.contains(&name) && !LOCAL.iter().any(is_below)
}

/// By the IANA registry of special-purpose addresses (RFC 6890).
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = matches!(
        (a, b, c),
        (0 | 10 | 127 | 224..=255, _, _)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (192, 168, _)
            | (198, 18 | 19, _)
            | (198, 51, 100)
            | (203, 0, 113)
    );
    !is_special
}

/// Only what is assigned for the world at all (`2000::/3`), and of that neither what wraps addresses of
/// IPv4, which might be any, nor what is special.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, ..] = address.segments();
    let is_assigned = a & 0xe000 == 0x2000;
    let is_special = match a {
        0x2001 => b < 0x200 || b == 0xdb8,
        0x2002 => true,
        0x3fff => b < 0x1000,
        _ => false,
    };
    is_assigned && !is_special
}

/// Why an address may not be asked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum TargetError {
    TooLong,
    Unreadable { why: url::ParseError },
    Scheme { found: String },
    Credentials,
    Fragment,
    Private { host: String },
}

impl TargetError {
    /// The way out, where there is one.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::Private { .. } | Self::Scheme { .. } => Some(
                "on a machine of your own, INTERMISSION_WEBHOOK_PRIVATE=allow lets webhooks reach \
                 private networks, by `http` too",
            ),
            Self::Credentials => Some("give them as `authorization`, which is kept as a secret"),
            Self::TooLong | Self::Unreadable { .. } | Self::Fragment => None,
        }
    }
}

impl fmt::Display for TargetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(f, "expected at most {LONGEST} bytes of address, found more"),
            Self::Unreadable { why } => {
                write!(
                    f,
                    "expected an address such as `https://partner.example/hooks`, found one that \
                           cannot be read: {why}"
                )
            }
            Self::Scheme { found } => {
                write!(f, "expected an address with `https`, found `{found}`")
            }
            Self::Credentials => {
                f.write_str("expected no user and password in the address, found some")
            }
            Self::Fragment => f.write_str("expected no `#` in the address, found one"),
            Self::Private { host } => {
                write!(f, "expected a host of the public network, found `{host}`")
            }
        }
    }
}

impl std::error::Error for TargetError {}
