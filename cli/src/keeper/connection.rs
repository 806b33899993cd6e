//! Where the service is, and what opens the door there.

use std::{ffi::OsString, fmt};

use super::{
    Address, AddressError,
    configuration::{Configuration, ConfigurationError},
    credentials::{Credentials, CredentialsError},
};
use crate::arguments;

const URL: &str = "INTERMISSION_URL";

/// The variables of the environment by their names.
pub(super) type Environment<'a> = dyn Fn(&str) -> Option<OsString> + 'a;

/// Where the service is, and what opens the door there. What is sent there cannot be read on the
/// way, unless the operator says that it may be.
#[derive(Clone, Debug)]
pub(crate) struct Connection {
    pub(super) address: Address,
    pub(super) credentials: Credentials,
}

/// Why it is not known where the service is, or what opens the door there.
#[derive(Debug)]
pub(crate) enum ConnectionError {
    NoAddress,
    /// `origin` is where it was found: `--url`.
    Address {
        origin: String,
        error: AddressError,
    },
    InTheClear {
        address: Address,
    },
    Configuration(ConfigurationError),
    Credentials(CredentialsError),
}

impl Connection {
    pub(crate) fn find(options: &arguments::Connection) -> Result<Self, ConnectionError> {
        Self::find_in(options, &|name| std::env::var_os(name))
    }

    /// For what everybody may read: without anything that opens a door where there is nothing.
    pub(crate) fn find_public(options: &arguments::Connection) -> Result<Self, ConnectionError> {
        let environment = |name: &str| std::env::var_os(name);
        let (configuration, address) = place(options, &environment)?;
        let credentials = match Credentials::find(&configuration, &environment) {
            Err(CredentialsError::None) => Ok(Credentials::default()),
            found => found.map_err(ConnectionError::Credentials),
        };
        Ok(Self { address, credentials: credentials? })
    }

    /// For what is asked every minute, by accounts that hold no token: with what opens a sign-on in
    /// front of the service at most.
    pub(crate) fn find_tokenless(options: &arguments::Connection) -> Result<Self, ConnectionError> {
        let environment = |name: &str| std::env::var_os(name);
        let (_, address) = place(options, &environment)?;
        let credentials =
            Credentials::of_sign_on(&environment).map_err(ConnectionError::Credentials)?;
        Ok(Self { address, credentials })
    }

    fn find_in(
        options: &arguments::Connection,
        environment: &Environment<'_>,
    ) -> Result<Self, ConnectionError> {
        let (configuration, address) = place(options, environment)?;
        let credentials =
            Credentials::find(&configuration, environment).map_err(ConnectionError::Credentials)?;
        Ok(Self { address, credentials })
    }
}

/// The configuration, and the address that is to be trusted with what opens the door.
fn place(
    options: &arguments::Connection,
    environment: &Environment<'_>,
) -> Result<(Configuration, Address), ConnectionError> {
    let configuration = Configuration::find(options.config.as_deref(), environment)
        .map_err(ConnectionError::Configuration)?;
    let address = address(options, &configuration, environment)?;
    match address.is_in_the_clear() && !options.insecure_http {
        true => Err(ConnectionError::InTheClear { address }),
        false => Ok((configuration, address)),
    }
}

fn address(
    options: &arguments::Connection,
    configuration: &Configuration,
    environment: &Environment<'_>,
) -> Result<Address, ConnectionError> {
    let in_variable = || {
        let value = environment(URL).filter(|value| !value.is_empty())?;
        Some((URL.to_owned(), value.to_string_lossy().into_owned()))
    };
    let in_configuration = || {
        let origin = format!("`url` in {}", configuration.path.display());
        Some((origin, configuration.url.clone()?))
    };
    let (origin, text) = options
        .url
        .clone()
        .map(|url| ("--url".to_owned(), url))
        .or_else(in_variable)
        .or_else(in_configuration)
        .ok_or(ConnectionError::NoAddress)?;
    text.parse().map_err(|error| ConnectionError::Address { origin, error })
}

impl ConnectionError {
    pub(crate) fn help(&self) -> Option<String> {
        match self {
            Self::NoAddress => Some(format!(
                "give `--url https://registry.example.org`, or set {URL}, or write `url` into the \
                 configuration"
            )),
            Self::Address { error, .. } => error.help(),
            Self::InTheClear { .. } => Some(
                "use https; only on a network that is yours from end to end, add \
                 `--insecure-http`"
                    .to_owned(),
            ),
            Self::Configuration(error) => error.help(),
            Self::Credentials(error) => error.help(),
        }
    }
}

impl fmt::Display for ConnectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAddress => f.write_str("expected the address of the service, found none"),
            Self::Address { origin, error } => write!(f, "{origin}: {error}"),
            Self::InTheClear { address } => write!(
                f,
                "expected `https`, found `{address}`: everybody on the way could read the token"
            ),
            Self::Configuration(error) => error.fmt(f),
            Self::Credentials(error) => error.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: (&str, &str) = ("INTERMISSION_TOKEN", "imt_a_b");

    /// The address that is found, or why there is none.
    fn found(options: &arguments::Connection, variables: &[(&str, &str)]) -> String {
        let environment = |name: &str| {
            let found = variables.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| OsString::from(value))
        };
        match Connection::find_in(options, &environment) {
            Ok(connection) => connection.address.to_string(),
            Err(error) => error.to_string(),
        }
    }

    fn url(url: &str) -> arguments::Connection {
        arguments::Connection { url: Some(url.to_owned()), ..arguments::Connection::default() }
    }

    #[test]
    fn where_the_service_is() {
        let path = std::env::temp_dir().join(format!("intermission-{}.toml", std::process::id()));
        std::fs::write(&path, "url = \"https://c.example\"\n").expect("a temporary file");
        let configured = arguments::Connection {
            config: Some(path.clone()),
            ..arguments::Connection::default()
        };
        let both = arguments::Connection { config: Some(path.clone()), ..url("https://a.example") };
        let open = arguments::Connection { insecure_http: true, ..url("http://a.example") };
        let variable = (URL, "https://b.example/_closed");
        let table = [
            (both, &[TOKEN, variable][..], "https://a.example/_maintenance"),
            (configured.clone(), &[TOKEN, variable], "https://b.example/_closed"),
            (configured.clone(), &[TOKEN], "https://c.example/_maintenance"),
            (configured, &[TOKEN, (URL, "")], "https://c.example/_maintenance"),
            (url("http://127.0.0.1:8787"), &[TOKEN], "http://127.0.0.1:8787/_maintenance"),
            (open, &[TOKEN], "http://a.example/_maintenance"),
            (
                url("http://a.example"),
                &[TOKEN],
                "expected `https`, found `http://a.example/_maintenance`: everybody on the way \
                 could read the token",
            ),
            (
                arguments::Connection::default(),
                &[TOKEN],
                "expected the address of the service, found none",
            ),
            (
                url("a.example"),
                &[TOKEN],
                "--url: expected an address such as `https://registry.example.org`, found \
                 `a.example`",
            ),
            (
                arguments::Connection::default(),
                &[TOKEN, (URL, "ftp://b.example")],
                "INTERMISSION_URL: expected an address with `https`, found one with `ftp`",
            ),
            (
                url("https://a.example"),
                &[],
                "expected a token in the variable INTERMISSION_TOKEN, found none",
            ),
        ];
        for (options, variables, expected) in table {
            assert_eq!(found(&options, variables), expected, "{options:?} {variables:?}");
        }
        std::fs::remove_file(&path).expect("it was written above");
        let gone = arguments::Connection { config: Some(path), ..url("https://a.example") };
        assert!(found(&gone, &[TOKEN]).contains("cannot be read"));
    }
}
