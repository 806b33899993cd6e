//! What each channel's users see of it.

use schedule::{Channel, Disposition, Occurrence, Service, Words};

use super::{
    Notice,
    letter::{Block, Voice},
    run::{Run, sentence},
};

pub(super) fn blocks(notice: &Notice<'_>, voice: &Voice<'_>) -> Vec<Block> {
    if notice.is_past() {
        return Vec::new();
    }
    vec![Block::Paragraph(sentence(voice.words.during, &[])), Block::Items(items(notice, voice))]
}

/// One for each channel.
pub(super) fn items(notice: &Notice<'_>, voice: &Voice<'_>) -> Vec<Vec<Run>> {
    let item = |(channel, part)| item(notice, voice, channel, part);
    notice.about.channels().into_iter().map(item).collect()
}

fn item(notice: &Notice<'_>, voice: &Voice<'_>, channel: &Channel, part: &Occurrence) -> Vec<Run> {
    let words = voice.words;
    let name = ("channel", Run::own(channel.name_for(voice.reader)));
    if let Some(end) = part.reopens().filter(|end| *end <= notice.now) {
        let end = Run::time(voice.speech.end(part.start, end));
        return sentence(words.finished, &[name, ("end", end)]);
    }
    let pattern = match channel.disposition {
        Disposition::Unavailable => words.unavailable,
        Disposition::ReadOnly => words.read_only,
        Disposition::Hold => words.hold,
        Disposition::Unaffected => words.unaffected,
    };
    let mut runs = sentence(pattern, &[name]);
    if is_answered(channel) {
        runs.extend(refused(&notice.about.timeline.service, voice));
    }
    runs
}

/// Whether requests get our answer, which they do at the edge only.
fn is_answered(channel: &Channel) -> bool {
    let refuses = matches!(channel.disposition, Disposition::Unavailable | Disposition::ReadOnly);
    refuses && !(channel.routes.is_empty() && channel.matches.is_empty())
}

/// The answer, word for word: whoever reads the notice recognises it afterwards.
fn refused(service: &Service, voice: &Voice<'_>) -> Vec<Run> {
    let (words, answer) = (voice.words, voice.language.answer());
    // The founding notice's words are in every catalogue; what an operator wrote is not.
    let told = |own: Words<'_>, default, translated: &str| {
        if own.text == default { Run::words(translated) } else { Run::own(own) }
    };
    let values = [
        ("title", told(service.title_for(voice.reader), Service::DEFAULT_TITLE, answer.title)),
        (
            "message",
            told(service.message_for(voice.reader), Service::DEFAULT_MESSAGE, answer.message),
        ),
    ];
    let mut runs = vec![Run::words(" ")];
    runs.extend(sentence(words.people_see, &values));
    runs.push(Run::words(" "));
    runs.extend(sentence(words.software_gets, &[]));
    runs
}
