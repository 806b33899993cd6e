//! What written notices say besides the windows.

use serde::{Deserialize, Serialize};

use crate::{Reader, Translations, Words};

/// What written notices say besides the windows: parts of sentences, as the document has them. A
/// notice does without those that are not there.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct NoticeWords {
    #[serde(flatten)]
    pub texts: NoticeTexts,
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    pub translations: Translations<NoticeTexts>,
}

/// The same in one language.
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub struct NoticeTexts {
    /// Who does the maintenance, such as "the IT department of the county".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator: Option<String>,
    /// Whom it affects, such as "all clinics that report doses".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// To whom readers are asked to pass it on, such as "your IT staff".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forward_to: Option<String>,
}

impl NoticeWords {
    /// Who does the maintenance, for a reader.
    pub fn operator_for<'a>(&'a self, reader: Reader<'a>) -> Option<Words<'a>> {
        self.words(reader, |texts| texts.operator.as_deref())
    }

    /// Whom it affects, for a reader.
    pub fn audience_for<'a>(&'a self, reader: Reader<'a>) -> Option<Words<'a>> {
        self.words(reader, |texts| texts.audience.as_deref())
    }

    /// To whom a reader is asked to pass it on.
    pub fn forward_to_for<'a>(&'a self, reader: Reader<'a>) -> Option<Words<'a>> {
        self.words(reader, |texts| texts.forward_to.as_deref())
    }

    fn words<'a>(
        &'a self,
        reader: Reader<'a>,
        text: impl Fn(&'a NoticeTexts) -> Option<&'a str>,
    ) -> Option<Words<'a>> {
        Some(self.translations.words(text(&self.texts)?, reader, text))
    }

    pub(crate) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
