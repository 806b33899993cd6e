//! One recipient after the other.

use std::{thread, time::Duration};

use lettre::message::Mailbox;

use super::{
    NoticeError,
    closed::Closed,
    digest,
    journal::{Journal, Standing},
    mail::Mail,
    recipients,
    server::Server,
    smtp::{Fate, Session},
};
use crate::{clock, failure::Failure, page, said};

/// How often somebody whom the server puts off is tried.
const ROUNDS: u32 = 3;

/// One recipient after the other, each in a mail of their own.
#[derive(Debug)]
pub(super) struct Delivery<'a> {
    pub(super) mail: &'a Mail,
    pub(super) server: &'a Server,
    /// Before those are tried again whom the server put off.
    pub(super) pause: Duration,
    /// Whether nothing is told meanwhile.
    pub(super) quiet: bool,
}

impl Delivery<'_> {
    /// Mails to all of `waiting`, beginning with a session that is open. Whoever is put off is tried again after the others.
    pub(super) fn run(
        &self,
        session: Session,
        journal: &mut Journal,
        waiting: Vec<&Mailbox>,
    ) -> Result<(), Failure> {
        let (mut session, mut waiting) = (Some(session), waiting);
        for round in 0..ROUNDS {
            if waiting.is_empty() {
                break;
            }
            if round > 0 {
                self.tell(&format!(
                    "waiting for {} seconds before {} more",
                    self.pause.as_secs(),
                    waiting.len()
                ));
                thread::sleep(self.pause);
            }
            let all = waiting.len();
            let mut postponed = Vec::new();
            for (recipient, number) in waiting.into_iter().zip(1..) {
                let standing = self.one(journal, &mut session, recipient)?;
                self.tell(&format!("{number}/{all} {}: {}", recipient.email, told(&standing)));
                if matches!(standing, Standing::Postponed { .. }) {
                    postponed.push(recipient);
                }
            }
            waiting = postponed;
        }
        if let Some(session) = session {
            session.close();
        }
        Ok(())
    }

    fn one(
        &self,
        journal: &mut Journal,
        session: &mut Option<Session>,
        recipient: &Mailbox,
    ) -> Result<Standing, Failure> {
        let to = recipients::key(recipient);
        let message = self.mail.to(recipient, clock::now());
        // The server has hung up after what came before, or never answered.
        if session.as_ref().is_none_or(|session| !session.is_open()) {
            match Session::open(self.server) {
                Ok(opened) => *session = Some(opened),
                Err(closed) => {
                    let said = closed.to_string();
                    let standing = Standing::Postponed { said: said.clone() };
                    journal.became(&to, &standing, &said, clock::now())?;
                    return Ok(standing);
                }
            }
        }
        let Some(session) = session.as_mut() else {
            return Ok(Standing::Postponed { said: String::new() });
        };
        journal.sending(&to, &message.id, digest::of(&message.bytes), clock::now())?;
        let (standing, said) =
            match session.deliver(&self.mail.from.email, &recipient.email, &message.bytes) {
                Fate::Taken(said) => (Standing::Sent, said),
                Fate::Refused(said) => (Standing::Refused { said: said.clone() }, said),
                Fate::Postponed(said) => (Standing::Postponed { said: said.clone() }, said),
                Fate::Unknown(said) => (Standing::Uncertain, said),
            };
        journal.became(&to, &standing, &said, clock::now())?;
        Ok(standing)
    }

    fn tell(&self, line: &str) {
        if !self.quiet {
            said::print("", &format!("{}\n", page::plain(line)));
        }
    }
}

impl Closed {
    pub(super) fn of(self, server: &Server) -> Failure {
        NoticeError::Closed { server: server.to_string(), closed: self }.into()
    }
}

fn told(standing: &Standing) -> String {
    match standing {
        Standing::Sent => "sent".to_owned(),
        Standing::Uncertain => "perhaps sent: the connection broke before the answer".to_owned(),
        Standing::Refused { said } => format!("refused: {said}"),
        Standing::Postponed { said } => format!("put off: {said}"),
    }
}
