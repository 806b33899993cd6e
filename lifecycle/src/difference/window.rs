//! What all occurrences of a window have in common.

use schedule::{Announce, Overrun, Reason, Window, WindowTexts};

use super::{
    Side,
    translations::{Text, translations},
    words::{instead, text},
};
use crate::{read::recurs, voice::Voice};

/// What differs, each as the rest of a sentence that begins with the window.
pub(super) fn common(
    before: &Side<'_>,
    old: &Window,
    after: &Side<'_>,
    new: &Window,
) -> Vec<String> {
    let mut said = Vec::new();
    // Of one that comes once, it is told with its time.
    match (old.cancelled, new.cancelled) {
        (false, true) if recurs(old) || recurs(new) => {
            said.push("is cancelled: none of it takes place".to_owned());
        }
        (true, false) if recurs(old) || recurs(new) => {
            said.push("is not cancelled any more".to_owned());
        }
        _ => {}
    }
    said.extend(over(&before.ids(&old.channels), &after.ids(&new.channels)));
    if (old.overrun, limit(old)) != (new.overrun, limit(new)) {
        let (old, new) = (overrun(&before.voice(), old), overrun(&after.voice(), new));
        said.push(format!("{new}; so far it {old}"));
    }
    if old.announce != new.announce {
        let (old, new) =
            (announced(&before.voice(), old.announce), announced(&after.voice(), new.announce));
        said.push(format!("is announced {new} instead of {old}"));
    }
    if let Some(reason) = instead(&old.reason, &new.reason, |is| reason(*is).to_owned()) {
        said.push(format!("is {reason}"));
    }
    if let Some(summary) = instead(&old.summary, &new.summary, text) {
        said.push(format!("says {summary}"));
    }
    const TEXTS: [Text<WindowTexts>; 1] = [("says", |texts| &texts.summary)];
    said.extend(translations(&old.translations, &new.translations, &TEXTS));
    said
}

/// What is worth saying of a new window, besides when and on what it is.
pub(super) fn remarkable(side: &Side<'_>, window: &Window) -> Vec<String> {
    let mut said = Vec::new();
    if window.cancelled {
        said.push("is cancelled".to_owned());
    }
    if window.reason == Reason::Emergency {
        said.push(format!("is {}", reason(window.reason)));
    }
    if window.announce != Announce::AtOnce {
        said.push(format!("is announced {}", announced(&side.voice(), window.announce)));
    }
    if window.overrun == Overrun::Hold {
        said.push(overrun(&side.voice(), window));
    }
    said
}

/// Which channels a window is over.
pub(super) fn over(old: &[&str], new: &[&str]) -> Vec<String> {
    let more = new.iter().filter(|id| !old.contains(id)).map(|id| format!("is over `{id}` too"));
    let less =
        old.iter().filter(|id| !new.contains(id)).map(|id| format!("is no longer over `{id}`"));
    more.chain(less).collect()
}

/// How long after its end a window that holds opens by itself.
pub(super) fn limit(window: &Window) -> Option<schedule::Length> {
    window.hold_limit
}

fn overrun(voice: &Voice<'_>, window: &Window) -> String {
    match (window.overrun, limit(window)) {
        (Overrun::Reopen, _) => "opens by itself at its end".to_owned(),
        (Overrun::Hold, None) => "stays closed after its end until it is released".to_owned(),
        (Overrun::Hold, Some(limit)) => format!(
            "stays closed after its end until it is released, at most {}",
            voice.length(limit)
        ),
    }
}

fn announced(voice: &Voice<'_>, announce: Announce) -> String {
    match announce {
        Announce::AtOnce => "at once".to_owned(),
        Announce::At(instant) => voice.moment(instant),
        Announce::Before(lead) => format!("{} before it starts", voice.length(lead)),
    }
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Emergency => "an emergency",
        Reason::Planned => "planned",
    }
}
