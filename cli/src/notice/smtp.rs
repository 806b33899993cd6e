//! Speaking to the mail server (RFC 5321), with an eye on what each silence means.

use std::{fmt, time::Duration};

use lettre::{
    Address,
    transport::smtp::{
        authentication::Mechanism,
        client::{SmtpConnection, TlsParameters},
        commands::{Data, Mail, Rcpt, Rset},
        extension::ClientId,
        response::Response,
    },
};

use super::{
    closed::{Closed, told},
    server::{Encryption, Server},
};

/// For each answer: servers that look closely at a mail take their time (RFC 5321, section
/// 4.5.3.2), but a person waits.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that has let us in.
pub(super) struct Session {
    connection: SmtpConnection,
}

/// What became of a mail.
#[derive(Debug)]
pub(super) enum Fate {
    /// The server has it, and answers for it.
    Taken(String),
    /// It does not have it, and does not want it.
    Refused(String),
    /// It does not have it; another time it may.
    Postponed(String),
    /// Whether it has it is not known: the connection broke after the last byte, and before the
    /// answer.
    Unknown(String),
}

impl Session {
    pub(super) fn open(server: &Server) -> Result<Self, Closed> {
        // By an address nobody is told how the machine is called.
        let hello = ClientId::default();
        let tls = match server.encryption {
            Encryption::None => None,
            _ => Some(TlsParameters::new(server.host.clone()).map_err(Closed::from)?),
        };
        let at_once = tls.as_ref().filter(|_| server.encryption == Encryption::FromTheBeginning);
        let place = (server.host.as_str(), server.port);
        let mut connection = SmtpConnection::connect(place, Some(PATIENCE), &hello, at_once, None)
            .map_err(Closed::from)?;
        if let (Encryption::StartTls, Some(tls)) = (server.encryption, &tls) {
            if !connection.can_starttls() {
                connection.abort();
                return Err(Closed::NoEncryption);
            }
            connection.starttls(tls, &hello).map_err(Closed::from)?;
        }
        if let Some(credentials) = &server.credentials {
            connection
                .auth(&[Mechanism::Plain, Mechanism::Login], credentials)
                .map_err(|error| Closed::NotAdmitted(told(&error)))?;
        }
        Ok(Self { connection })
    }

    /// Hands over one mail. Whatever happens before its last byte is sent, the server does not have
    /// it.
    pub(super) fn deliver(&mut self, from: &Address, to: &Address, bytes: &[u8]) -> Fate {
        let before = self
            .connection
            .command(Mail::new(Some(from.clone()), Vec::new()))
            .and_then(|_| self.connection.command(Rcpt::new(to.clone(), Vec::new())))
            .and_then(|_| self.connection.command(Data));
        if let Err(error) = before {
            return self.not_taken(&error);
        }
        match self.connection.message(bytes) {
            Ok(response) => Fate::Taken(answer(&response)),
            // It has read all of it, and says no.
            Err(error) if error.status().is_some() => self.not_taken(&error),
            Err(error) => {
                self.connection.abort();
                Fate::Unknown(told(&error))
            }
        }
    }

    /// Whether there is still somebody at the other end.
    pub(super) fn is_open(&self) -> bool {
        !self.connection.has_broken()
    }

    pub(super) fn close(mut self) {
        if self.is_open() {
            let _ = self.connection.quit();
        }
    }

    fn not_taken(&mut self, error: &lettre::transport::smtp::Error) -> Fate {
        // 421: the server is about to hang up. Without a code it has.
        let gone = error.status().is_none_or(|code| code.to_string() == "421");
        if gone || self.connection.command(Rset).is_err() {
            self.connection.abort();
        }
        match error.is_permanent() {
            true => Fate::Refused(told(error)),
            false => Fate::Postponed(told(error)),
        }
    }
}

/// "250 2.0.0 OK".
fn answer(response: &Response) -> String {
    let lines: Vec<&str> = response.message().collect();
    format!("{} {}", response.code(), lines.join(" "))
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("is_open", &self.is_open()).finish()
    }
}
