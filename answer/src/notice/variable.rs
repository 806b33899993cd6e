//! What a template may name in braces.

use catalogue::fill;

use super::{
    Notice, announcement, contact, impacts,
    letter::{Block, Voice},
    run::Run,
    solution,
};

/// What a template may name in braces.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Variable {
    Service,
    Kind,
    Summary,
    Operator,
    Audience,
    Forward,
    Window,
    When,
    Start,
    End,
    Utc,
    Length,
    Zone,
    Link,
    Changes,
    Impacts,
    Solution,
    Contacts,
}

impl Variable {
    pub const ALL: [Self; 18] = [
        Self::Service,
        Self::Kind,
        Self::Summary,
        Self::Operator,
        Self::Audience,
        Self::Forward,
        Self::Window,
        Self::When,
        Self::Start,
        Self::End,
        Self::Utc,
        Self::Length,
        Self::Zone,
        Self::Link,
        Self::Changes,
        Self::Impacts,
        Self::Solution,
        Self::Contacts,
    ];

    /// As it stands between the braces.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Kind => "kind",
            Self::Summary => "summary",
            Self::Operator => "operator",
            Self::Audience => "audience",
            Self::Forward => "forward",
            Self::Window => "window",
            Self::When => "when",
            Self::Start => "start",
            Self::End => "end",
            Self::Utc => "utc",
            Self::Length => "length",
            Self::Zone => "zone",
            Self::Link => "link",
            Self::Changes => "changes",
            Self::Impacts => "impacts",
            Self::Solution => "solution",
            Self::Contacts => "contacts",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|variable| variable.as_str() == name)
    }

    /// Whether it is more than a stretch of a sentence, and so stands in a line of its own.
    pub const fn is_block(self) -> bool {
        matches!(self, Self::Changes | Self::Impacts | Self::Solution | Self::Contacts)
    }

    /// Whether people learn from it when it is, with weekday and zone.
    pub(super) const fn tells_when(self) -> bool {
        matches!(self, Self::When | Self::Start)
    }

    /// What it stands for within a sentence; `None` when there is nothing to say, or when it is a
    /// block.
    pub(super) fn run(self, notice: &Notice<'_>, voice: &Voice<'_>) -> Option<Run> {
        let (about, service) = (&notice.about, &notice.about.timeline.service);
        let told = &service.notice;
        match self {
            Self::Service => Some(notice.service(voice)),
            Self::Kind => Some(notice.what(voice)),
            Self::Summary => about.occurrence.summary_for(voice.reader).map(Run::own),
            Self::Operator => told.operator_for(voice.reader).map(Run::own),
            Self::Audience => told.audience_for(voice.reader).map(Run::own),
            Self::Forward => told.forward_to_for(voice.reader).map(Run::own),
            Self::Window => Some(Run::words(about.occurrence.window.as_str())),
            Self::When => Some(notice.when(voice)),
            Self::Start => Some(Run::time(voice.speech.moment(about.occurrence.start))),
            Self::End => {
                let end = about.end(notice.now)?;
                Some(Run::time(voice.speech.end(about.occurrence.start, end)))
            }
            Self::Utc => announcement::in_utc(notice, voice).map(Run::time),
            Self::Length => announcement::length(notice, voice).map(Run::words),
            Self::Zone => {
                let values = [("label", voice.speech.label), ("zone", &*service.zone)];
                Some(Run::words(fill(voice.language.page().zone_is, &values)))
            }
            Self::Link => contact::link(notice).map(Run::Link),
            Self::Changes | Self::Impacts | Self::Solution | Self::Contacts => None,
        }
    }

    /// What stands in its place as a line of its own.
    pub(super) fn block(self, notice: &Notice<'_>, voice: &Voice<'_>) -> Option<Block> {
        match self {
            Self::Changes => announcement::changes(notice, voice),
            Self::Impacts => Some(Block::Items(impacts::items(notice, voice))),
            Self::Solution => Some(solution::groups(notice, voice)),
            Self::Contacts => {
                let items = contact::items(notice, voice);
                (!items.is_empty()).then_some(Block::Items(items))
            }
            inline => Some(Block::Paragraph(vec![inline.run(notice, voice)?])),
        }
    }
}
