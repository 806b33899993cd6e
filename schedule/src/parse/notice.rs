//! `[notice]`.

use super::{
    Sink,
    table::Table,
    translations::{Text, translations},
};
use crate::{LanguageTag, NoticeTexts, NoticeWords};

const TEXTS: [Text; 3] = [Text::same("operator"), Text::same("audience"), Text::same("forward-to")];

pub(super) fn notice(
    table: Option<Table<'_>>,
    own: Option<&LanguageTag>,
    sink: &mut Sink,
) -> NoticeWords {
    let Some(mut table) = table else { return NoticeWords::default() };
    let texts = texts_of(&mut |key| table.text(key, sink).map(|text| text.value));
    let translations = translations(&mut table, own, &TEXTS, sink, texts_of);
    table.finish(sink);
    NoticeWords { texts, translations }
}

fn texts_of(text: &mut dyn FnMut(&'static str) -> Option<String>) -> NoticeTexts {
    NoticeTexts {
        operator: text("operator"),
        audience: text("audience"),
        forward_to: text("forward-to"),
    }
}
