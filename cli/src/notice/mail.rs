//! The message to one recipient.

use answer::calendar::{Person, addressed};
use chrono::{DateTime, Utc};
use lettre::{
    Message,
    message::{
        Attachment, Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use super::digest;

/// Somebody's address, by itself or behind their name. Encoders of mail know no way to write a
/// control character.
pub(super) fn mailbox(text: &str) -> Option<Mailbox> {
    if text.chars().any(char::is_control) {
        return None;
    }
    text.parse().ok()
}

/// A text that is one line of a head.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// What everybody gets.
#[derive(Clone, Debug)]
pub(super) struct Mail {
    /// What all notices about one occurrence have in common.
    pub(super) thread: String,
    /// Whether it opens the thread.
    pub(super) first: bool,
    /// The draft's name, which no other notice has.
    pub(super) name: String,
    pub(super) subject: String,
    pub(super) from: Mailbox,
    /// For `List-Id`.
    pub(super) list: String,
    /// Of the invitation.
    pub(super) method: String,
    pub(super) text: String,
    pub(super) html: String,
    pub(super) calendar: String,
}

/// What one recipient gets.
#[derive(Clone, Debug)]
pub(super) struct Addressed {
    pub(super) id: String,
    pub(super) bytes: Vec<u8>,
}

impl Mail {
    /// The message to one recipient: the same bytes for the same instant.
    ///
    /// Its id comes of the notice and of the recipient, so that whoever got it twice nevertheless has
    /// it once; later notices about the same occurrence are replies to the first.
    pub(super) fn to(&self, recipient: &Mailbox, date: DateTime<Utc>) -> Addressed {
        let root = self.id("first", recipient);
        let id = if self.first { root.clone() } else { self.id(&self.name, recipient) };
        let mut builder = Message::builder()
            .from(self.from.clone())
            .to(recipient.clone())
            .subject(plain(&self.subject))
            .date(date.into())
            .message_id(Some(id.clone()));
        if !self.first {
            builder = builder.in_reply_to(root.clone()).references(root);
        }
        for (name, value) in self.headers() {
            builder = builder.raw_header(HeaderValue::new(name, value));
        }
        let message = builder
            .multipart(self.parts(recipient, &id))
            .expect("a message with a sender and a recipient can be built");
        Addressed { id, bytes: message.formatted() }
    }

    fn headers(&self) -> [(HeaderName, String); 4] {
        [
            (HeaderName::new_from_ascii_str("List-Id"), plain(&self.list)),
            (HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()),
            // Where RFC 3834 is not known: no answers of people who are away.
            (HeaderName::new_from_ascii_str("X-Auto-Response-Suppress"), "All".to_owned()),
            (HeaderName::new_from_ascii_str("Precedence"), "list".to_owned()),
        ]
    }

    /// As calendars want it: the invitation is one more way to read the mail, and is attached for
    /// programs that do not look for it there.
    fn parts(&self, recipient: &Mailbox, id: &str) -> MultiPart {
        let calendar = addressed(
            &self.calendar,
            Person { name: recipient.name.as_deref(), email: recipient.email.as_ref() },
        );
        let invitation =
            ContentType::parse(&format!("text/calendar; charset=utf-8; method={}", self.method));
        let file = ContentType::parse("application/ics");
        let (invitation, file) = invitation
            .and_then(|invitation| Ok((invitation, file?)))
            .expect("a method is one word of capitals");
        let boundary = |part: &str| format!("=_{}", &digest::over(&[part, id])[..32]);
        let alternative = MultiPart::alternative()
            .boundary(boundary("alternative"))
            .singlepart(SinglePart::plain(self.text.clone()))
            .singlepart(SinglePart::html(self.html.clone()))
            .singlepart(SinglePart::builder().header(invitation).body(calendar.clone()));
        MultiPart::mixed()
            .boundary(boundary("mixed"))
            .multipart(alternative)
            .singlepart(Attachment::new("invitation.ics".to_owned()).body(calendar, file))
    }

    fn id(&self, name: &str, recipient: &Mailbox) -> String {
        let host = self.thread.rsplit_once('@').map_or("intermission.invalid", |(_, host)| host);
        // An address is no host, except in brackets.
        let host = if host.contains(':') { format!("[IPv6:{host}]") } else { host.to_owned() };
        format!("<{}@{host}>", &digest::over(&[&self.thread, name, recipient.email.as_ref()])[..40])
    }
}

#[cfg(test)]
mod tests {
    use lettre::Address;
    use proptest::prelude::*;

    use super::*;

    fn mail(subject: &str, name: &str) -> Mail {
        let address = Address::new("notices", "example.org").expect("it is an address");
        Mail {
            thread: "window@example.org".to_owned(),
            first: false,
            name: "window-2-moved".to_owned(),
            subject: subject.to_owned(),
            from: Mailbox::new(Some(plain(name)), address),
            list: format!("{name} <notices.example.org>"),
            method: "REQUEST".to_owned(),
            text: subject.to_owned(),
            html: subject.to_owned(),
            calendar: "BEGIN:VEVENT\r\nEND:VEVENT\r\n".to_owned(),
        }
    }

    fn names(bytes: &[u8]) -> Vec<String> {
        let text = String::from_utf8(bytes.to_vec()).expect("mail is encoded as ASCII");
        let head = text.split_once("\r\n\r\n").expect("a head ends with a blank line").0;
        let lines = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
        lines.map(|line| line.split(':').next().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn the_id_is_the_notice_s_and_the_recipient_s() {
        let now = DateTime::UNIX_EPOCH;
        let to = |text: &str| text.parse::<Mailbox>().expect("it is a mailbox");
        let (one, other) = (to("Rita <a@x.example>"), to("b@x.example"));
        let later = mail("s", "n");
        let first =
            Mail { first: true, name: "window-1-announcement".to_owned(), ..mail("s", "n") };
        // Another subject at another instant is the same notice.
        let again = mail("t", "n").to(&one, now + chrono::TimeDelta::days(1));
        assert_eq!(later.to(&one, now).id, again.id);
        assert_ne!(later.to(&one, now).id, later.to(&other, now).id);
        assert_ne!(later.to(&one, now).id, first.to(&one, now).id);
        let bytes = String::from_utf8(later.to(&one, now).bytes).expect("it is ASCII");
        assert!(bytes.contains(&format!("References: {}\r\n", first.to(&one, now).id)), "{bytes}");
    }

    #[test]
    fn a_mailbox_is_one_line() {
        assert!(mailbox("Rita <rita@x.example>").is_some());
        for text in [
            "Rita\r\nBcc: x <rita@x.example>",
            "a@x.example\n",
            "Ri\u{7}ta <a@x.example>",
            "Rita",
            "",
        ] {
            assert!(mailbox(text).is_none(), "{text:?}");
        }
    }

    proptest! {
        // Whatever an operator typed, and whatever is in a list of recipients: no header is added.
        #[test]
        fn prop_no_header_is_added(
            subject in ".{0,40}(\r\nBcc: x@example.org|\n|\r|\u{0}|\u{85})?.{0,40}",
            name in ".{0,20}(\r\nBcc: x@example.org|\n|\r|\u{1b})?.{0,20}",
        ) {
            let recipient = Mailbox::new(Some(plain(&name)), "b@example.org".parse().expect("it is one"));
            let bytes = mail(&subject, &name).to(&recipient, DateTime::UNIX_EPOCH).bytes;
            prop_assert_eq!(names(&bytes), [
                "From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "List-Id",
                "Auto-Submitted", "X-Auto-Response-Suppress", "Precedence", "MIME-Version", "Content-Type",
            ]);
            for line in bytes.split(|byte| *byte == b'\n') {
                prop_assert!(line.len() <= 999, "{}", String::from_utf8_lossy(line));
            }
        }
    }
}
