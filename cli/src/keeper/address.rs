//! Where a service is.

use std::{fmt, net::IpAddr, str::FromStr};

use schedule::EdgeSettings;
use ureq::http::Uri;

/// Where a service is: `https://registry.example.org/_maintenance`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Address {
    /// `https` or `http`.
    scheme: &'static str,
    /// With the port, if one was given.
    host: String,
    /// Begins with a slash, and does not end with one.
    prefix: String,
}

/// Why a text is no address of a service.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum AddressError {
    Unreadable {
        found: String,
    },
    Scheme {
        found: String,
    },
    /// A name and a password in an address end up in histories and logs.
    UserInfo {
        host: String,
    },
    Query {
        found: String,
    },
}

impl Address {
    /// The host as it was given, with its port.
    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    pub(crate) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The address of a page below the prefix; `path` begins with a slash.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{self}{path}")
    }

    /// Whether what is sent there can be read on the way.
    pub(crate) fn is_in_the_clear(&self) -> bool {
        self.scheme == "http" && !self.is_loopback()
    }

    /// Whether it is this machine.
    pub(super) fn is_loopback(&self) -> bool {
        let name = match self.host.strip_prefix('[') {
            Some(rest) => rest.split(']').next().unwrap_or_default(),
            None => self.host.split(':').next().unwrap_or_default(),
        };
        let name = name.trim_end_matches('.');
        name.eq_ignore_ascii_case("localhost")
            || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let unreadable = || AddressError::Unreadable { found: text.escape_debug().to_string() };
        // A password in it must not get into an error, which may get into a log.
        if let Some((_, rest)) = text.split('/').nth(2).and_then(|whole| whole.rsplit_once('@')) {
            return Err(AddressError::UserInfo { host: rest.escape_debug().to_string() });
        }
        let address: Uri = text.trim().parse().map_err(|_| unreadable())?;
        let scheme = match address.scheme_str() {
            Some("https") => "https",
            Some("http") => "http",
            Some(other) => return Err(AddressError::Scheme { found: other.to_owned() }),
            None => return Err(unreadable()),
        };
        if address.query().is_some() || text.contains('#') {
            return Err(AddressError::Query { found: text.escape_debug().to_string() });
        }
        let host = address.authority().ok_or_else(unreadable)?.as_str().to_owned();
        let prefix = match address.path().trim_end_matches('/') {
            "" => EdgeSettings::DEFAULT_PREFIX.to_owned(),
            given => given.to_owned(),
        };
        Ok(Self { scheme, host, prefix })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.host, self.prefix)
    }
}

impl AddressError {
    pub(crate) fn help(&self) -> Option<String> {
        match self {
            Self::UserInfo { .. } => {
                Some("the token goes into INTERMISSION_TOKEN or a file of its own".to_owned())
            }
            _ => None,
        }
    }
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { found } => write!(
                f,
                "expected an address such as `https://registry.example.org`, found `{found}`"
            ),
            Self::Scheme { found } => {
                write!(f, "expected an address with `https`, found one with `{found}`")
            }
            Self::UserInfo { host } => write!(
                f,
                "expected an address without a name and a password, found both before `{host}`"
            ),
            Self::Query { found } => write!(
                f,
                "expected an address that ends with the prefix, without `?` and `#`, found \
                 `{found}`"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let table = [
            ("https://registry.example.org", "https://registry.example.org/_maintenance"),
            ("https://registry.example.org/", "https://registry.example.org/_maintenance"),
            ("https://Registry.example.org:8443", "https://Registry.example.org:8443/_maintenance"),
            ("https://registry.example.org/_closed/", "https://registry.example.org/_closed"),
            ("https://registry.example.org/a/b", "https://registry.example.org/a/b"),
            ("http://[::1]:8787", "http://[::1]:8787/_maintenance"),
            (" https://registry.example.org ", "https://registry.example.org/_maintenance"),
        ];
        for (text, expected) in table {
            let address = text.parse::<Address>().map(|address| address.to_string());
            assert_eq!(address.as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn no_addresses() {
        let table = [
            ("registry.example.org", "expected an address such as"),
            ("/records", "expected an address such as"),
            ("", "expected an address such as"),
            ("ftp://registry.example.org", "found one with `ftp`"),
            ("https://me:secret@registry.example.org", "found both before `registry.example.org`"),
            ("https://registry.example.org/?page=2", "without `?`"),
            ("https://registry.example.org/#top", "without `?`"),
        ];
        for (text, expected) in table {
            let error = text.parse::<Address>().expect_err(text).to_string();
            assert!(error.contains(expected), "{text}: {error}");
            assert!(!error.contains("secret"), "{text}: {error}");
        }
    }

    #[test]
    fn only_the_own_machine_is_reached_in_the_clear() {
        let table = [
            ("https://registry.example.org", false),
            ("http://registry.example.org", true),
            ("http://localhost:8787", false),
            ("http://LOCALHOST.", false),
            ("http://127.0.0.1:8787", false),
            ("http://127.8.9.1", false),
            ("http://[::1]:8787", false),
            ("http://10.0.0.1", true),
            ("http://localhost.example.org", true),
            ("http://127.0.0.1.example.org", true),
        ];
        for (text, expected) in table {
            let address: Address = text.parse().expect(text);
            assert_eq!(address.is_in_the_clear(), expected, "{text}");
        }
    }
}
