//! `[notice]`.

use super::{Sink, table::Table};
use crate::NoticeWords;

pub(super) fn notice(table: Option<Table<'_>>, sink: &mut Sink) -> NoticeWords {
    let Some(mut table) = table else { return NoticeWords::default() };
    let mut text = |key| table.text(key, sink).map(|text| text.value);
    let notice = NoticeWords {
        operator: text("operator"),
        audience: text("audience"),
        forward_to: text("forward-to"),
    };
    table.finish(sink);
    notice
}
