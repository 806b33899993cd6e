//! Why a mail server does not let us in.

use std::{error::Error, fmt, io};

use super::server::USER;
use crate::tls;

/// Why a mail server does not let us in.
#[derive(Debug)]
pub(crate) enum Closed {
    /// Not reached.
    Unreachable(String),
    /// No encryption that holds.
    Untrusted(String),
    /// It speaks no STARTTLS, so nothing is said to it.
    NoEncryption,
    /// It does not know the user, or not by this password.
    NotAdmitted(String),
}

impl From<lettre::transport::smtp::Error> for Closed {
    /// Of an exchange that failed before anybody was asked for a password.
    fn from(error: lettre::transport::smtp::Error) -> Self {
        let mut cause = error.source();
        while let Some(error) = cause {
            if let Some(reason) = error.downcast_ref::<io::Error>().and_then(tls::reason) {
                return Self::Untrusted(reason);
            }
            cause = error.source();
        }
        match error.is_tls() {
            true => Self::Untrusted(told(&error)),
            false => Self::Unreachable(told(&error)),
        }
    }
}

impl Closed {
    /// The exit code.
    pub(super) fn code(&self) -> u8 {
        match self {
            Self::NotAdmitted(_) => 77,
            Self::Unreachable(_) | Self::Untrusted(_) | Self::NoEncryption => 69,
        }
    }

    pub(super) fn help(&self) -> String {
        match self {
            Self::Unreachable(_) => {
                "are its name and its port right? Port 465 is for `smtps://`".to_owned()
            }
            Self::Untrusted(reason) => tls::help(reason).to_owned(),
            Self::NoEncryption => "`smtps://host:465` encrypts from the beginning".to_owned(),
            Self::NotAdmitted(_) => format!("are {USER} and its password right?"),
        }
    }
}

impl fmt::Display for Closed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable(why) => write!(f, "the mail server cannot be reached: {why}"),
            Self::Untrusted(why) => write!(f, "the mail server cannot be trusted: {why}"),
            Self::NoEncryption => f.write_str("the mail server does not offer STARTTLS"),
            Self::NotAdmitted(why) => write!(f, "the mail server does not let us in: {why}"),
        }
    }
}

/// With its causes: the first says only that something went wrong.
pub(super) fn told(error: &lettre::transport::smtp::Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let more = error.to_string();
        if !told.contains(&more) {
            told += &format!(": {more}");
        }
        cause = error.source();
    }
    told.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
