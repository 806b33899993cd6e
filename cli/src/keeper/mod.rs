//! The keeper, from afar: the client of the admin API.
//!
//! | noun | type |
//! | --- | --- |
//! | where the service is | [`Address`] |
//! | that, and what opens the door | [`Connection`] |
//! | the calls | [`Client`] |
//! | what goes with each write | [`Write`] |
//! | why a call came to nothing | [`KeeperError`] |
//!
//! ```ignore
//! let client = keeper::connect(&options.connection)?;
//! let current = client.current()?;
//! let write = Write::new(Base::Revision(current.revision))?;
//! let outcome = client.step("deployment", "extend", &request, &write.rehearsed())?; // nothing is written
//! let outcome = client.step("deployment", "extend", &request, &write)?;
//! ```

mod address;
mod answer;
mod client;
mod configuration;
mod connection;
mod credentials;
mod error;
mod exchange;
mod foreign;
mod health;
mod progress;
mod published;
mod refusal;
mod resolver;
#[cfg(test)]
mod stranger;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use address::{Address, AddressError};
pub(crate) use client::Client;
pub(crate) use configuration::ConfigurationError;
pub(crate) use connection::{Connection, ConnectionError};
pub(crate) use credentials::CredentialsError;
pub(crate) use error::KeeperError;
pub(crate) use exchange::tls;
pub(crate) use health::Health;
pub(crate) use progress::Progress;
pub(crate) use published::Published;
pub(crate) use refusal::Refusal;
pub(crate) use write::{Base, NoRandomness, Write};

use crate::{arguments, failure::Failure};

/// A client for where the command line, the environment or the configuration says.
pub(crate) fn connect(options: &arguments::Connection) -> Result<Client, Failure> {
    let connection = Connection::find(options).map_err(Failure::Connection)?;
    Ok(Client::new(&connection))
}

/// A client that holds no token and waits for five seconds at most, for what everybody may read.
pub(crate) fn connect_tokenless(
    options: &arguments::Connection,
) -> Result<Client, ConnectionError> {
    Ok(Client::hasty(&Connection::find_tokenless(options)?))
}

/// A client that can read at least what everybody may.
pub(crate) fn connect_publicly(options: &arguments::Connection) -> Result<Client, Failure> {
    let connection = Connection::find_public(options).map_err(Failure::Connection)?;
    Ok(Client::new(&connection))
}
