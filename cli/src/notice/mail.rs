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
            .subject(self.subject.clone())
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
            (HeaderName::new_from_ascii_str("List-Id"), self.list.clone()),
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
