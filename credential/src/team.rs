//! Who signs for single sign-on.

use std::fmt;

/// The address of a Cloudflare Access team, such as `https://example.cloudflareaccess.com`: it
/// signs what it says of people, and publishes the keys for that.
///
/// # Examples
///
/// ```
/// use credential::Team;
///
/// let team = Team::new("https://example.cloudflareaccess.com/").unwrap().unwrap();
/// assert_eq!(team.issuer(), "https://example.cloudflareaccess.com");
/// assert_eq!(team.certs(), "https://example.cloudflareaccess.com/cdn-cgi/access/certs");
/// assert!(Team::new("http://example.cloudflareaccess.com").is_err());
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Team(String);

/// Why a text is not the address of a team.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum TeamError {
    /// Whoever is on the way could put in keys of their own.
    NotHttps { found: String },
    /// More or less than a scheme and a host.
    NotAHost { found: String },
}

impl Team {
    /// The team in the text of a variable; `None` when it is blank, which switches single sign-on
    /// off.
    ///
    /// # Errors
    ///
    /// When the text is no address of a team. Single sign-on is off then too.
    pub fn new(text: &str) -> Result<Option<Self>, TeamError> {
        Self::with(text, &["https://"])
    }

    /// As [`new`](Self::new), and also over plain HTTP: for a server of one's own on the same
    /// machine, while developing.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn for_development(text: &str) -> Result<Option<Self>, TeamError> {
        Self::with(text, &["https://", "http://"])
    }

    /// What stands in the claim `iss`.
    pub fn issuer(&self) -> &str {
        &self.0
    }

    /// Where its keys are.
    pub fn certs(&self) -> String {
        format!("{}/cdn-cgi/access/certs", self.0)
    }

    fn with(text: &str, schemes: &[&str]) -> Result<Option<Self>, TeamError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let found = || text.to_owned();
        let host = schemes
            .iter()
            .find_map(|scheme| text.strip_prefix(scheme))
            .ok_or_else(|| TeamError::NotHttps { found: found() })?;
        let host = host.strip_suffix('/').unwrap_or(host);
        if !is_host(host) {
            return Err(TeamError::NotAHost { found: found() });
        }
        Ok(Some(Self(text.strip_suffix('/').unwrap_or(text).to_owned())))
    }
}

fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').unwrap_or((text, "443"));
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    !name.is_empty() && name.bytes().all(is_name) && port.parse::<u16>().is_ok()
}

impl fmt::Display for TeamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::NotHttps { found } | Self::NotAHost { found }) = self;
        write!(
            f,
            "expected the address of a team such as `https://example.cloudflareaccess.com`, found \
             `{found}`"
        )
    }
}

impl std::error::Error for TeamError {}
