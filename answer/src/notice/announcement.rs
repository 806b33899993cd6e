//! When it is, by everybody's clocks, and what is not available.

use catalogue::fill;
use schedule::{Disposition, speech::Speech};

use super::{
    Kind, Notice,
    letter::{Block, Voice, spoken},
    run::Run,
};

pub(super) fn blocks(notice: &Notice<'_>, voice: &Voice<'_>) -> Vec<Block> {
    if notice.is_past() {
        return Vec::new();
    }
    let mut blocks: Vec<Block> = changes(notice, voice).into_iter().collect();
    blocks.push(Block::Rows(rows(notice, voice)));
    blocks.extend(throughout(notice, voice).into_iter().map(Block::Paragraph));
    blocks
}

/// What people were told before, beside what holds now.
pub(super) fn changes(notice: &Notice<'_>, voice: &Voice<'_>) -> Option<Block> {
    // What is held after its end is so at the times that people were told.
    let before = notice.before.filter(|before| notice.about.differs(*before))?;
    if !matches!(notice.kind, Kind::Moved | Kind::Extended) {
        return None;
    }
    let words = voice.words;
    Some(Block::Beside([
        (vec![Run::words(words.before)], vec![voice.span(before.start, before.end)]),
        (vec![Run::words(words.now)], vec![notice.when(voice)]),
    ]))
}

fn rows(notice: &Notice<'_>, voice: &Voice<'_>) -> Vec<(Vec<Run>, Vec<Run>)> {
    let (words, service) = (voice.words, &notice.about.timeline.service);
    let label = voice.speech.label;
    let mut rows = Vec::new();
    let mut row = |term: &str, value: Run| rows.push((vec![Run::words(term)], vec![value]));
    row(words.when, notice.when(voice));
    if let Some(utc) = in_utc(notice, voice) {
        row(words.in_utc, Run::time(utc));
    }
    if let Some(length) = length(notice, voice) {
        row(words.length, Run::words(length));
    }
    if label != service.zone {
        let zone_is = voice.language.page().zone_is;
        let values = [("label", label), ("zone", &*service.zone)];
        row(words.zone, Run::words(fill(zone_is, &values)));
    }
    rows
}

/// For whoever is far away; `None` where the service's own clocks show it.
pub(super) fn in_utc(notice: &Notice<'_>, voice: &Voice<'_>) -> Option<String> {
    const ZONES: [&str; 2] = ["UTC", "Etc/UTC"];
    if ZONES.contains(&&*notice.about.timeline.service.zone) {
        return None;
    }
    let speech = Speech::new(voice.language, "UTC");
    let start = notice.about.occurrence.start.to_utc().fixed_offset();
    let end = notice.about.end(notice.now).map(|end| end.to_utc().fixed_offset());
    Some(spoken(speech, start, end))
}

/// `None` while nobody knows.
pub(super) fn length(notice: &Notice<'_>, voice: &Voice<'_>) -> Option<String> {
    let end = notice.about.end(notice.now)?;
    Some(voice.speech.length(end - notice.about.occurrence.start))
}

/// A sentence for everything that happens to channels, with those to which it happens.
fn throughout(notice: &Notice<'_>, voice: &Voice<'_>) -> Vec<Vec<Run>> {
    let words = voice.words;
    let told = [
        (words.throughout_unavailable, Disposition::Unavailable),
        (words.throughout_read_only, Disposition::ReadOnly),
        (words.throughout_hold, Disposition::Hold),
    ];
    told.into_iter()
        .filter_map(|(pattern, disposition)| {
            let names: Vec<Run> = notice
                .about
                .channels()
                .into_iter()
                // What was finished early is not closed throughout.
                .filter(|(_, part)| part.end == notice.about.occurrence.end)
                .filter(|(channel, _)| channel.disposition == disposition)
                .map(|(channel, _)| Run::own(channel.name_for(voice.reader)))
                .collect();
            (!names.is_empty()).then(|| listing(pattern, names))
        })
        .collect()
}

/// A sentence with a list in it, in place of its `{channels}`.
fn listing(pattern: &str, names: Vec<Run>) -> Vec<Run> {
    let (before, after) = pattern.split_once("{channels}").unwrap_or((pattern, ""));
    let mut runs = vec![Run::words(before)];
    for (place, name) in names.into_iter().enumerate() {
        if place > 0 {
            runs.push(Run::words(", "));
        }
        runs.push(name);
    }
    runs.push(Run::words(after));
    runs
}
