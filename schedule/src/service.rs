//! What is maintained.

use serde::{Deserialize, Serialize};

use crate::{Length, NoticeWords, Reader, Translations, Words};

/// What is maintained.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Service {
    pub name: String,
    /// The IANA name of the zone in which the service's people think.
    pub zone: String,
    /// What they call that zone, such as "CT".
    pub label: String,
    /// The language of the document's texts, a BCP 47 tag.
    pub language: String,
    /// The heading of every answer.
    pub title: String,
    /// What every answer says below the heading.
    pub message: String,
    /// Where the service is reached, without a slash at the end; makes links in answers absolute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How long before its start a window counts as imminent.
    pub imminent: Length,
    /// What written notices say besides the windows.
    #[serde(default, skip_serializing_if = "NoticeWords::is_default")]
    pub notice: NoticeWords,
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    pub translations: Translations<ServiceTexts>,
}

/// What a service is called and says, in another language.
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub struct ServiceTexts {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl Service {
    /// The language of the founding notice.
    pub const DEFAULT_LANGUAGE: &str = "en";

    /// The heading of the founding notice.
    pub const DEFAULT_TITLE: &str = "Service Unavailable";

    /// The words of the founding notice, which are what users of such services already know.
    pub const DEFAULT_MESSAGE: &str = "The server is temporarily unable to service your request \
        due to maintenance downtime or capacity problems. Please try again later.";

    /// Half an hour: long enough to finish a form, short enough to be taken seriously.
    pub const DEFAULT_IMMINENT: Length = Length::from_minutes(30);

    /// Its name for a reader.
    pub fn name_for<'a>(&'a self, reader: Reader<'a>) -> Words<'a> {
        self.translations.words(&self.name, reader, |texts| texts.name.as_deref())
    }

    /// What a reader calls its zone.
    pub fn label_for<'a>(&'a self, reader: Reader<'a>) -> Words<'a> {
        self.translations.words(&self.label, reader, |texts| texts.label.as_deref())
    }

    /// The heading of every answer for a reader.
    pub fn title_for<'a>(&'a self, reader: Reader<'a>) -> Words<'a> {
        self.translations.words(&self.title, reader, |texts| texts.title.as_deref())
    }

    /// What every answer says to a reader below the heading.
    pub fn message_for<'a>(&'a self, reader: Reader<'a>) -> Words<'a> {
        self.translations.words(&self.message, reader, |texts| texts.message.as_deref())
    }
}
