//! One way of reaching the service, and what becomes of its users during a window.

use serde::{Deserialize, Serialize};

use crate::{Match, Reader, Route, Translations, Words};

/// One way of reaching the service: the web application, the web services, the file transfer.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Channel {
    pub id: ChannelId,
    /// What people call it; it stands in sentences, so it begins like a word within one.
    pub name: String,
    /// What happens to its users while a window is open.
    pub disposition: Disposition,
    /// Which requests belong to it. Empty for a channel that does not come through the edge.
    pub routes: Vec<Route>,
    /// Which requests belong to it besides, by what they are.
    #[serde(default, rename = "match", skip_serializing_if = "Vec::is_empty")]
    pub matches: Vec<Match>,
    /// What its users must do when the window is over.
    pub afterwards: Afterwards,
    #[serde(default)]
    pub instructions: Instructions,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// The status of a SOAP fault: 503, or 500 for stacks that drop the body of a 503.
    #[serde(default = "unavailable", skip_serializing_if = "is_unavailable")]
    pub soap_fault_status: u16,
    /// Whether an HL7 message is answered with an acknowledgement that rejects it (`AR`, by status
    /// 200) instead of text and a 503: for senders that read nothing else.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hl7_acknowledge: bool,
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    pub translations: Translations<ChannelTexts>,
}

/// What a channel is called and its users are told, in another language.
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub struct ChannelTexts {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub during: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// What to ask its contact about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
}

impl Channel {
    /// Its name for a reader.
    pub fn name_for<'a>(&'a self, reader: Reader<'a>) -> Words<'a> {
        self.translations.words(&self.name, reader, |texts| texts.name.as_deref())
    }

    /// What a reader is told before a window.
    pub fn before_for<'a>(&'a self, reader: Reader<'a>) -> Option<Words<'a>> {
        let own = self.instructions.before.as_deref()?;
        Some(self.translations.words(own, reader, |texts| texts.before.as_deref()))
    }

    /// What a reader is told during a window.
    pub fn during_for<'a>(&'a self, reader: Reader<'a>) -> Option<Words<'a>> {
        let own = self.instructions.during.as_deref()?;
        Some(self.translations.words(own, reader, |texts| texts.during.as_deref()))
    }

    /// What a reader is told after a window.
    pub fn after_for<'a>(&'a self, reader: Reader<'a>) -> Option<Words<'a>> {
        let own = self.instructions.after.as_deref()?;
        Some(self.translations.words(own, reader, |texts| texts.after.as_deref()))
    }

    /// What a reader asks its contact about; `None` for a channel without one.
    pub fn topic_for<'a>(&'a self, reader: Reader<'a>) -> Option<Words<'a>> {
        let own = &self.contact.as_ref()?.topic;
        Some(self.translations.words(own, reader, |texts| texts.topic.as_deref()))
    }
}

fn unavailable() -> u16 {
    503
}

fn is_unavailable(status: &u16) -> bool {
    *status == 503
}

/// The name of a channel in documents, addresses and logs: lower-case letters, digits and
/// hyphens, at most 64 of them, beginning with a letter or a digit.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct ChannelId(pub(crate) String);

impl ChannelId {
    /// The name as it stands in the document.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What happens to a channel's users while a window is open.
///
/// | disposition | at the edge | processing |
/// | --- | --- | --- |
/// | `unavailable` | every request is answered 503 | none |
/// | `read-only` | safe methods pass, the others are answered 503 | reads only |
/// | `hold` | everything passes | starts when the window is over |
/// | `unaffected` | everything passes | as always |
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disposition {
    Hold,
    ReadOnly,
    Unaffected,
    Unavailable,
}

/// What a channel's users must do when the window is over; the idea of RFC 9167's flags.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Afterwards {
    Nothing,
    Reconnect,
    Resend,
}

/// What a channel's users are told, in sentences, before, during and after a window.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Instructions {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub during: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Whom a channel's users ask.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Contact {
    /// What to ask about, such as "Data Exchange".
    pub topic: String,
    pub email: String,
}
