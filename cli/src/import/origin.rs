//! What is imported, as text: a file, standard input, or the answer of a host.

use std::{
    fs::File,
    io::{self, Read},
    time::Duration,
};

use ureq::{Agent, Error, http::header};

use super::error::ImportError;
use crate::{failure::Failure, keeper};

/// The pages of large providers have some hundred kilobytes, calendars of many years some megabytes.
const LONGEST: u64 = 16 << 20;

/// From the look-up of the host to the last byte.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is imported.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    /// As it was given on the command line; without what an address may keep secret.
    pub(super) name: String,
    pub(super) text: String,
}

impl Origin {
    pub(super) fn read(given: &str) -> Result<Self, Failure> {
        if given == "-" {
            return Self::of("standard input".to_owned(), &mut io::stdin().lock());
        }
        let scheme = given.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
        match scheme.as_deref() {
            Some("https") => fetch(given),
            Some("http" | "webcal" | "webcals" | "ftp" | "file") => {
                Err(ImportError::Address { found: public(given) }.into())
            }
            _ => match File::open(given) {
                Ok(mut file) => Self::of(given.to_owned(), &mut file),
                Err(error) => Err(Failure::Unreadable { name: given.to_owned(), error }),
            },
        }
    }

    fn of(name: String, from: &mut dyn Read) -> Result<Self, Failure> {
        let mut bytes = Vec::new();
        if let Err(error) = from.take(LONGEST + 1).read_to_end(&mut bytes) {
            return Err(Failure::Unreadable { name, error });
        }
        if bytes.len() as u64 > LONGEST {
            return Err(ImportError::TooLong { name }.into());
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self { name, text }),
            Err(_) => {
                let error = io::Error::new(io::ErrorKind::InvalidData, "expected text in UTF-8");
                Err(Failure::Unreadable { name, error })
            }
        }
    }
}

/// A calendar's address often is its key, so neither the parameters nor the path get into messages.
fn public(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    format!("{scheme}://{host}")
}

fn fetch(address: &str) -> Result<Origin, Failure> {
    let name = public(address);
    let agent: Agent = Agent::config_builder()
        .tls_config(keeper::tls())
        .https_only(true)
        .timeout_global(Some(PATIENCE))
        .http_status_as_error(false)
        .max_redirects(5)
        .user_agent(concat!("intermission/", env!("CARGO_PKG_VERSION")))
        .build()
        .into();
    let failed = |error: Error| match error {
        Error::BodyExceedsLimit(_) => ImportError::TooLong { name: name.clone() },
        error => ImportError::Unreachable { from: name.clone(), error: Box::new(error) },
    };
    let answer = agent
        .get(address)
        .header(header::ACCEPT, "application/json, text/calendar;q=0.9, */*;q=0.1")
        .call()
        .map_err(failed)?;
    let (head, mut body) = answer.into_parts();
    if !head.status.is_success() {
        return Err(ImportError::Status { from: name, status: head.status.as_u16() }.into());
    }
    let bytes = body.with_config().limit(LONGEST).read_to_vec().map_err(failed)?;
    Origin::of(name, &mut bytes.as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_keeps_secret_is_not_repeated() {
        let table = [
            ("https://status.example.org/api/v2/summary.json", "https://status.example.org"),
            (
                "https://calendar.example.org/private-0123/basic.ics?key=4",
                "https://calendar.example.org",
            ),
            ("https://me:secret@example.org:8443#a", "https://example.org:8443"),
        ];
        for (address, expected) in table {
            assert_eq!(public(address), expected);
        }
    }

    #[test]
    fn only_what_cannot_be_read_on_the_way() {
        for address in ["http://example.org/a", "webcal://example.org/a", "FTP://example.org/a"] {
            let error = Origin::read(address).expect_err("it is not https").to_string();
            assert!(error.starts_with("expected an address with `https`"), "{error}");
        }
    }
}
