//! Where the mail server is, and how to sign in there.

use std::{env, fmt};

use lettre::transport::smtp::authentication::Credentials;
use ureq::http::Uri;

use super::NoticeError;
use crate::failure::Failure;

pub(super) const SERVER: &str = "INTERMISSION_SMTP";
pub(super) const USER: &str = "INTERMISSION_SMTP_USER";
pub(super) const PASSWORD: &str = "INTERMISSION_SMTP_PASSWORD";

/// Where the mail server is.
pub(super) struct Server {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) encryption: Encryption,
    /// Never printed.
    pub(super) credentials: Option<Credentials>,
}

/// How what is sent stays secret on the way.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Encryption {
    /// Asked for in the clear, and insisted on.
    StartTls,
    FromTheBeginning,
    /// Only on this machine itself.
    None,
}

impl Server {
    /// As the command line or the environment says.
    pub(super) fn find(given: Option<&str>) -> Result<Self, Failure> {
        let url = given.map(str::to_owned).or_else(|| env::var(SERVER).ok());
        let Some(url) = url.filter(|url| !url.trim().is_empty()) else {
            return Err(NoticeError::NoServer.into());
        };
        let server =
            Self::read(url.trim()).ok_or_else(|| Failure::from(NoticeError::MalformedServer))?;
        if server.encryption == Encryption::None && !is_loopback(&server.host) {
            return Err(NoticeError::Unencrypted { host: server.host }.into());
        }
        let credentials = match (env::var(USER).ok(), env::var(PASSWORD).ok()) {
            (Some(user), Some(password)) => Some(Credentials::new(user, password)),
            (None, None) => None,
            (Some(_), None) => {
                return Err(NoticeError::HalfCredentials { missing: PASSWORD }.into());
            }
            (None, Some(_)) => return Err(NoticeError::HalfCredentials { missing: USER }.into()),
        };
        Ok(Self { credentials, ..server })
    }

    /// Neither a user nor a path has a place in it.
    fn read(url: &str) -> Option<Self> {
        let uri: Uri = url.parse().ok()?;
        let (encryption, usual) = match uri.scheme_str()? {
            "smtp" => (Encryption::StartTls, 587),
            "smtps" => (Encryption::FromTheBeginning, 465),
            _ => return None,
        };
        let encryption = match (uri.query(), encryption) {
            (None, encryption) => encryption,
            (Some("tls=none"), Encryption::StartTls) => Encryption::None,
            _ => return None,
        };
        let authority = uri.authority()?;
        if authority.as_str().contains('@') || !matches!(uri.path(), "" | "/") {
            return None;
        }
        let host = uri.host()?.trim_matches(['[', ']']).to_owned();
        let port = match authority.as_str().strip_prefix(uri.host()?)? {
            "" => usual,
            port => port.strip_prefix(':')?.parse().ok()?,
        };
        (!host.is_empty()).then_some(Self { host, port, encryption, credentials: None })
    }
}

fn is_loopback(host: &str) -> bool {
    let address: Option<std::net::IpAddr> = host.parse().ok();
    host.eq_ignore_ascii_case("localhost") || address.is_some_and(|address| address.is_loopback())
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let how = match self.encryption {
            Encryption::StartTls => "encrypted by STARTTLS",
            Encryption::FromTheBeginning => "encrypted",
            Encryption::None => "on this machine",
        };
        write!(f, "{}, port {} ({how})", self.host, self.port)
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Server({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_servers() {
        #[track_caller]
        fn check(url: &str, expected: Option<(&str, u16, Encryption)>) {
            let server = Server::read(url);
            let found =
                server.as_ref().map(|server| (&*server.host, server.port, server.encryption));
            assert_eq!(found, expected, "{url}");
        }
        check("smtp://mail.example.org", Some(("mail.example.org", 587, Encryption::StartTls)));
        check("smtp://mail.example.org:25/", Some(("mail.example.org", 25, Encryption::StartTls)));
        check("smtps://[2001:db8::1]", Some(("2001:db8::1", 465, Encryption::FromTheBeginning)));
        check("smtp://localhost:25?tls=none", Some(("localhost", 25, Encryption::None)));
        // A password in an address would be in the shell's history.
        check("smtp://rita:secret@mail.example.org", None);
        check("smtps://localhost?tls=none", None);
        check("smtp://localhost?tls=maybe", None);
        check("https://mail.example.org", None);
        check("mail.example.org", None);
        check("smtp://", None);
        check("smtp://mail.example.org:99999", None);
        check("smtp://mail.example.org/path", None);
    }

    #[test]
    fn what_is_printed_has_no_password() {
        let server = Server {
            credentials: Some(Credentials::new("rita".to_owned(), "secret".to_owned())),
            ..Server::read("smtps://mail.example.org").expect("it is one")
        };
        assert_eq!(format!("{server:?}"), "Server(mail.example.org, port 465 (encrypted))");
    }

    #[test]
    fn only_this_machine_is_spoken_to_in_the_clear() {
        for (host, expected) in [
            ("localhost", true),
            ("127.0.0.1", true),
            ("::1", true),
            ("10.0.0.1", false),
            ("localhost.example.org", false),
        ] {
            assert_eq!(is_loopback(host), expected, "{host}");
        }
    }
}
