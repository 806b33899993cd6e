//! Whom to ask about what.

use schedule::Channel;

use super::{
    Notice,
    letter::{Block, Voice},
    run::{Run, sentence},
};
use crate::{facts, html::Contact};

pub(super) fn blocks(notice: &Notice<'_>, voice: &Voice<'_>) -> Vec<Block> {
    let items = items(notice, voice);
    let mut blocks = Vec::new();
    if !items.is_empty() {
        blocks.push(Block::Paragraph(sentence(voice.words.questions, &[])));
        blocks.push(Block::Items(items));
    }
    if let Some(link) = link(notice) {
        let values = [("link", Run::Link(link))];
        blocks.push(Block::Paragraph(sentence(voice.words.up_to_date, &values)));
    }
    blocks
}

/// Each contact once.
pub(super) fn items(notice: &Notice<'_>, voice: &Voice<'_>) -> Vec<Vec<Run>> {
    let channels: Vec<&Channel> =
        notice.about.channels().into_iter().map(|(channel, _)| channel).collect();
    Contact::all(&channels, voice.reader)
        .into_iter()
        .map(|contact| {
            let address = contact.email.chars().filter(|c| !c.is_control()).collect();
            vec![Run::own(contact.topic), Run::words(" – "), Run::Mail(address)]
        })
        .collect()
}

/// The page about the window, where people elsewhere can reach it.
pub(super) fn link(notice: &Notice<'_>) -> Option<String> {
    let timeline = notice.about.timeline;
    timeline.service.url.as_ref()?;
    Some(facts::address(timeline, &facts::window_document(notice.about.occurrence)))
}
