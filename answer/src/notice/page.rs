//! `windows/{id}.txt` and `windows/{id}.md`: the notice that is due, for whoever passes it on.

use chrono::{DateTime, Utc};
use schedule::{Reader, Timeline};

use super::{About, Before, Letter, Notice, markdown, text};
use crate::{Answer, page};

/// The notice about the window `id` as plain text, or 404, as for its page.
pub fn window_text(
    timeline: &Timeline,
    id: &str,
    reader: Reader<'_>,
    now: DateTime<Utc>,
) -> Answer {
    document(timeline, id, reader, now, "text/plain; charset=utf-8", text)
}

/// The notice about the window `id` as Markdown (RFC 7763), or 404, as for its page.
pub fn window_markdown(
    timeline: &Timeline,
    id: &str,
    reader: Reader<'_>,
    now: DateTime<Utc>,
) -> Answer {
    document(timeline, id, reader, now, "text/markdown; charset=utf-8; variant=GFM", markdown)
}

fn document(
    timeline: &Timeline,
    id: &str,
    reader: Reader<'_>,
    now: DateTime<Utc>,
    content_type: &'static str,
    form: fn(&[Letter]) -> String,
) -> Answer {
    let known = timeline.known(now);
    let Some(about) = About::announced(timeline, &known, id, now) else {
        return Answer::not_found();
    };
    let history = page::known_of(&known, about.occurrence);
    let before = history.and_then(|known| Before::of(known, now));
    let notice = Notice { about, kind: about.fitting(before, now), before, now };
    let mut answer = Answer::document(content_type, form(&[notice.letter_for(reader)]));
    answer.headers.push(("Content-Language", reader.language().tag().to_owned()));
    answer.headers.push(("Vary", "Accept-Language".to_owned()));
    answer
}
