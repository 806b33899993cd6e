//! A window is over now, on all of its channels or on some.

use chrono::{DateTime, FixedOffset, TimeDelta};
use schedule::Phase;

use crate::{
    Refused,
    about::About,
    edit::{Edit, Put},
    moment::whole,
    voice::listed,
};

pub(super) fn finish(about: &About<'_>, channels: &[String]) -> Result<(Edit, String), Refused> {
    let open = about.read.ids(&open(about));
    for channel in channels {
        over(about, channel, &open)?;
    }
    let rest: Vec<&String> = open.iter().filter(|id| !channels.contains(id)).collect();
    if channels.is_empty() || rest.is_empty() {
        return Ok(all(about));
    }
    some(about, channels, &rest)
}

/// The channels that are not finished yet: one may be marked as finished later.
fn open(about: &About<'_>) -> Vec<usize> {
    let channels = about.whole.channels();
    let is_open = |channel: &usize| about.whole.opens(*channel).is_none_or(|at| at > about.now);
    channels.into_iter().filter(is_open).collect()
}

/// Refuses a channel that the window is not over, or no longer.
fn over(about: &About<'_>, channel: &str, open: &[String]) -> Result<(), Refused> {
    let channels = about.read.schedule.channels();
    if open.iter().any(|id| id == channel) {
        return Ok(());
    }
    if channels.iter().any(|known| known.id.as_str() == channel) {
        let (channel, over) = (channel.to_owned(), open.to_vec());
        return Err(Refused::NotOver { window: about.window(), channel, over });
    }
    let known = channels.iter().map(|known| known.id.as_str().to_owned()).collect();
    Err(Refused::NoSuchChannel { id: channel.to_owned(), known })
}

/// The current second, and at least one after the start.
fn instant(about: &About<'_>) -> DateTime<FixedOffset> {
    about.now.max(whole(about.occurrence().start) + TimeDelta::seconds(1))
}

fn all(about: &About<'_>) -> (Edit, String) {
    if about.phase == Phase::Overrun {
        return super::release::open(about, "finished");
    }
    let end = instant(about);
    let late = |(_, at): &&(usize, DateTime<FixedOffset>)| *at >= end;
    let late: Vec<usize> =
        about.whole.finished.iter().filter(late).map(|(channel, _)| *channel).collect();
    let edit = Edit {
        end: Put::Set(end),
        // What holds would stay closed after its end.
        released: if about.holds() { Put::Set(end) } else { Put::Keep },
        unfinished: about.read.ids(&late),
        ..Edit::default()
    };
    (edit, said(about, end))
}

/// All of its channels one by one, so that its end stays unknown.
pub(crate) fn finish_each(about: &About<'_>) -> (Edit, String) {
    let at = instant(about);
    let finished = about.read.ids(&open(about)).into_iter().map(|channel| (channel, at)).collect();
    (Edit { finished, ..Edit::default() }, said(about, at))
}

fn said(about: &About<'_>, end: DateTime<FixedOffset>) -> String {
    let (voice, occurrence) = (about.voice(), about.occurrence());
    let ends = match occurrence.end {
        Some(old) => voice.end_instead(occurrence.start, end, old),
        None => voice.end(occurrence.start, end),
    };
    format!("finished {}: ends {ends}", about.name())
}

fn some(
    about: &About<'_>,
    channels: &[String],
    rest: &[&String],
) -> Result<(Edit, String), Refused> {
    let (voice, occurrence) = (about.voice(), about.occurrence());
    let at = instant(about);
    if let Some(end) = occurrence.end.filter(|end| *end <= at) {
        let label = about.read.schedule.service().label.clone();
        return Err(Refused::PastEnd { window: about.window(), end, label });
    }
    let finished = channels.iter().map(|channel| (channel.clone(), at)).collect();
    let edit = Edit { finished, ..Edit::default() };
    let on = match occurrence.end {
        Some(end) => voice.until(occurrence.start, end),
        None => "until an end that is not known yet".to_owned(),
    };
    let said = format!(
        "finished {} of {}: opens {}, while {} stays closed {on}",
        listed(channels),
        about.name(),
        voice.end(occurrence.start, at),
        listed(rest),
    );
    Ok((edit, said))
}
