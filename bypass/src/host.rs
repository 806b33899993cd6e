//! The host that a link or a cookie is for.

use std::{fmt, net::Ipv6Addr, str::FromStr};

/// The name of a host as browsers compare them: in lower case, without the dot at its end, without
/// a port.
///
/// Ports are left out because cookies are kept for all ports of a host (RFC 6265 section 8.5).
/// Letters beyond ASCII are expected in punycode, in which every client sends them.
///
/// # Examples
///
/// ```
/// use bypass::Host;
///
/// let host: Host = "Portal.Example.org.:8443".parse().unwrap();
/// assert_eq!(host.as_str(), "portal.example.org");
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Host(String);

impl Host {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The longest name that the domain name system can hold, written out (RFC 1035 section 2.3.4).
const LONGEST: usize = 253;

/// Why a text is not a host.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum HostError {
    /// Nothing, or nothing between two dots.
    Empty,
    /// A name of over 253 characters.
    TooLong { characters: usize },
    /// A character that no host has.
    Unexpected { found: char },
    /// Something else than a number after the `:`.
    Port,
    /// Something else than an IPv6 address in the brackets.
    Ipv6,
}

impl fmt::Display for HostError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => {
                f.write_str("expected a host such as `example.org`, found an empty name")
            }
            Self::TooLong { characters } => {
                write!(f, "expected a host of at most {LONGEST} characters, found {characters}")
            }
            Self::Unexpected { found: '/' } => f.write_str(
                "expected a host alone such as `example.org`, found a `/`: leave out `https://` \
                 before it and the path after it",
            ),
            Self::Unexpected { found } => write!(
                f,
                "expected letters, digits, `-`, `_` and `.` in a host, found {found:?}: a name in \
                 another script is written as its punycode, `xn--…`"
            ),
            Self::Port => f.write_str("expected a number after the `:` of a host, found no number"),
            Self::Ipv6 => f.write_str(
                "expected an IPv6 address in the brackets of a host such as `[2001:db8::1]`, found \
                 something else",
            ),
        }
    }
}

impl std::error::Error for HostError {}

impl FromStr for Host {
    type Err = HostError;

    fn from_str(text: &str) -> Result<Self, HostError> {
        if text.contains('/') {
            return Err(HostError::Unexpected { found: '/' });
        }
        if let Some(rest) = text.strip_prefix('[') {
            let (address, port) = rest.split_once(']').ok_or(HostError::Ipv6)?;
            let address: Ipv6Addr = address.parse().map_err(|_| HostError::Ipv6)?;
            check_port(port)?;
            // The address has many spellings, and this is the one that clients send.
            return Ok(Self(format!("[{address}]")));
        }
        let (name, port) = text.split_at(text.find(':').unwrap_or(text.len()));
        check_port(port)?;
        let name = name.strip_suffix('.').unwrap_or(name);
        if let Some(found) = name.chars().find(|c| !is_of_name(*c)) {
            return Err(HostError::Unexpected { found });
        }
        if name.len() > LONGEST {
            return Err(HostError::TooLong { characters: name.len() });
        }
        if name.split('.').any(str::is_empty) {
            return Err(HostError::Empty);
        }
        Ok(Self(name.to_ascii_lowercase()))
    }
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_')
}

/// `port` is empty, or begins with its `:`.
fn check_port(port: &str) -> Result<(), HostError> {
    let digits = match port.strip_prefix(':') {
        Some(digits) => digits,
        None if port.is_empty() => return Ok(()),
        None => return Err(HostError::Port),
    };
    if digits.bytes().all(|digit| digit.is_ascii_digit()) { Ok(()) } else { Err(HostError::Port) }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
