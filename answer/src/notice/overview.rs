//! The first section: what it is about, in few sentences.

use schedule::{Overrun, Phase};

use super::{
    Kind, Notice,
    letter::{Block, Voice},
    run::{Run, sentence},
};

pub(super) fn blocks(notice: &Notice<'_>, voice: &Voice<'_>) -> Vec<Block> {
    let words = voice.words;
    let service = ("service", notice.service(voice));
    let mut paragraphs = vec![first(notice, voice), what(notice, voice)];
    let told = &notice.about.timeline.service.notice;
    if notice.kind == Kind::Cancelled {
        paragraphs.push(sentence(words.stays_available, &[service]));
    }
    if let Some(audience) = told.audience_for(voice.reader)
        && !notice.is_past()
    {
        paragraphs.push(sentence(words.audience, &[("audience", Run::own(audience))]));
    }
    if opens_by_hand(notice) {
        paragraphs.push(sentence(words.opens_by_hand, &[]));
    }
    paragraphs.push(forward(notice, voice));
    paragraphs.into_iter().map(Block::Paragraph).collect()
}

fn first(notice: &Notice<'_>, voice: &Voice<'_>) -> Vec<Run> {
    let words = voice.words;
    let service = ("service", notice.service(voice));
    let occurrence = notice.about.occurrence;
    if let (Phase::Overrun, Kind::Extended, Some(end)) =
        (notice.about.phase(notice.now), notice.kind, occurrence.end)
    {
        let end = Run::time(voice.speech.end(occurrence.start, end));
        return sentence(words.is_held, &[service, ("end", end)]);
    }
    let pattern = match notice.kind {
        Kind::Announcement => words.is_announced,
        Kind::Reminder => words.is_near,
        Kind::Moved => words.is_moved,
        Kind::Started => words.has_started,
        Kind::Extended => words.is_extended,
        Kind::Over => words.is_over,
        Kind::Cancelled => words.is_cancelled,
    };
    sentence(pattern, &[service, ("when", notice.when(voice))])
}

/// "Emergency maintenance by the IT department: New disks."
fn what(notice: &Notice<'_>, voice: &Voice<'_>) -> Vec<Run> {
    let words = voice.words;
    let operator = notice.about.timeline.service.notice.operator_for(voice.reader);
    let summary = notice.about.occurrence.summary_for(voice.reader);
    let pattern = match (operator, summary) {
        (Some(_), Some(_)) => words.what_by,
        (Some(_), None) => words.kind_by,
        (None, Some(_)) => words.what,
        (None, None) => words.kind_only,
    };
    let nothing = || Run::words("");
    let values = [
        ("kind", notice.what(voice)),
        ("operator", operator.map_or_else(nothing, Run::own)),
        ("summary", summary.map_or_else(nothing, Run::own)),
    ];
    sentence(pattern, &values)
}

fn opens_by_hand(notice: &Notice<'_>) -> bool {
    let occurrence = notice.about.occurrence;
    let planned =
        !matches!(notice.about.phase(notice.now), Phase::Overrun | Phase::Ended | Phase::Cancelled);
    planned && occurrence.overrun == Overrun::Hold && occurrence.end.is_some()
}

fn forward(notice: &Notice<'_>, voice: &Voice<'_>) -> Vec<Run> {
    match notice.about.timeline.service.notice.forward_to_for(voice.reader) {
        Some(to) => sentence(voice.words.forward, &[("forward", Run::own(to))]),
        None => sentence(voice.words.forward_anybody, &[]),
    }
}
