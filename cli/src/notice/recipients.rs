//! Whom a notice goes to: as a file names them, or one mailbox.

use std::collections::HashMap;

use admin::{Finding, Severity};
use lettre::message::Mailbox;

use super::{NoticeError, arguments::Approve, mail};
use crate::{failure::Failure, source::Source};

/// The list of recipients, before it is read. A mailing list's address is a list of one.
pub(super) fn source(options: &Approve) -> Result<Source, Failure> {
    match (&options.recipients, &options.to) {
        (Some(file), _) => Source::read(file),
        (None, to) => {
            let text = to.iter().map(|mailbox| format!("{mailbox}\n")).collect();
            Ok(Source { name: "--to".to_owned(), text })
        }
    }
}

/// Whom a notice goes to: a mailbox in each line, `Name <name@example.org>` or the address alone.
/// Blank lines, and what follows a `#` at the beginning of a line, are for people.
///
/// Somebody who is named twice is a mistake, because it is not known what was meant; one who would
/// get a notice twice is never an accident of ours.
pub(super) fn read(source: Source) -> Result<Vec<Mailbox>, Failure> {
    let mut mailboxes: Vec<Mailbox> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut findings = Vec::new();
    for (line, number) in source.text.lines().zip(1..) {
        let text = line.trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let column = line.chars().take_while(|c| c.is_whitespace()).count() + 1;
        let mut find = |message: String, help: &str| {
            let (severity, help) = (Severity::Error, Some(help.to_owned()));
            findings.push(Finding { severity, message, line: number, column, help });
        };
        match mailbox(text) {
            None => find(
                format!("expected a mailbox, but found `{}`", text.escape_debug()),
                "write one in each line, such as `Rita Gomez <rita@example.org>`",
            ),
            Some(mailbox) => match known.insert(key(&mailbox), number) {
                Some(first) => find(
                    format!("`{}` is named twice, first in line {first}", mailbox.email),
                    "take one of the two lines out",
                ),
                None => mailboxes.push(mailbox),
            },
        }
    }
    if !findings.is_empty() {
        return Err(NoticeError::Mistakes { source, findings }.into());
    }
    if mailboxes.is_empty() {
        return Err(NoticeError::NoRecipients { file: source.name }.into());
    }
    Ok(mailboxes)
}

/// What tells recipients apart: of an address, only the domain may be written in any case, but
/// nobody has two mailboxes that differ in nothing else.
pub(super) fn key(mailbox: &Mailbox) -> String {
    mailbox.email.to_string().to_lowercase()
}

/// Only of ASCII: few servers take other addresses, and a refusal in the middle of a list comes too
/// late.
fn mailbox(text: &str) -> Option<Mailbox> {
    let mailbox = mail::mailbox(text)?;
    let email: &str = mailbox.email.as_ref();
    email.is_ascii().then_some(mailbox)
}
