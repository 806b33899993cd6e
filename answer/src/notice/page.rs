//! `windows/{id}.txt` and `windows/{id}.md`: the notice that is due, for whoever passes it on.

use chrono::{DateTime, Utc};
use schedule::{Reader, Timeline};

use super::{About, Letter, Notice, markdown, text};
use crate::Answer;

/// The notice about the window `id` as plain text, or 404, as for its page.
pub fn window_text(
    timeline: &Timeline,
    id: &str,
    reader: Reader<'_>,
    now: DateTime<Utc>,
) -> Answer {
    page(timeline, id, reader, now, "text/plain; charset=utf-8", text)
}

/// The notice about the window `id` as Markdown (RFC 7763), or 404, as for its page.
pub fn window_markdown(
    timeline: &Timeline,
    id: &str,
    reader: Reader<'_>,
    now: DateTime<Utc>,
) -> Answer {
    page(timeline, id, reader, now, "text/markdown; charset=utf-8; variant=GFM", markdown)
}

fn page(
    timeline: &Timeline,
    id: &str,
    reader: Reader<'_>,
    now: DateTime<Utc>,
    content_type: &'static str,
    form: fn(&[Letter]) -> String,
) -> Answer {
    let Some(about) = About::announced(timeline, id, now) else { return Answer::not_found() };
    let notice = Notice { about, kind: about.fitting(None, now), before: None, now };
    let mut answer = Answer::document(content_type, form(&[notice.letter_for(reader)]));
    answer.headers.push(("Content-Language", reader.language().tag().to_owned()));
    answer.headers.push(("Vary", "Accept-Language".to_owned()));
    answer
}
