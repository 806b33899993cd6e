//! What each channel's users do, and whether they must do anything afterwards.

use schedule::{Afterwards, Channel, Words};

use super::{
    Kind, Notice,
    letter::{Block, Voice},
    run::Run,
};

pub(super) fn blocks(notice: &Notice<'_>, voice: &Voice<'_>) -> Vec<Block> {
    // What was cancelled asks nothing of anybody, as its overview says.
    if notice.kind == Kind::Cancelled {
        return Vec::new();
    }
    vec![groups(notice, voice)]
}

/// A group for each channel.
pub(super) fn groups(notice: &Notice<'_>, voice: &Voice<'_>) -> Block {
    let channels = notice.about.channels().into_iter();
    let group = |(channel, _): (&Channel, _)| {
        (vec![Run::own(channel.name_for(voice.reader))], told(notice, voice, channel))
    };
    Block::Groups(channels.map(group).collect())
}

/// What is still to be done, in the order in which it is.
fn told(notice: &Notice<'_>, voice: &Voice<'_>, channel: &Channel) -> Vec<Vec<Run>> {
    let words = voice.words;
    let before = channel.before_for(voice.reader).filter(|_| notice.is_ahead());
    let during = channel.during_for(voice.reader).filter(|_| !notice.is_past());
    let after = channel.after_for(voice.reader);
    let told = [(words.do_before, before), (words.do_during, during), (words.do_after, after)];
    let line = |(when, text): (&str, Option<Words<'_>>)| {
        text.map(|text| vec![Run::words(format!("{when} ")), Run::own(text)])
    };
    let must = match channel.afterwards {
        Afterwards::Nothing => words.must_nothing,
        Afterwards::Resend => words.must_resend,
        Afterwards::Reconnect => words.must_reconnect,
    };
    let must = vec![Run::words(format!("{} {must}", words.must_i))];
    told.into_iter().filter_map(line).chain([must]).collect()
}
