//! The channels.

use schedule::{Afterwards, Channel, ChannelTexts, Disposition};

use super::{
    Side, matching,
    translations::{Text, translations},
    words::{instead, list, quoted, text},
};

pub(super) fn channels(before: Option<&Side<'_>>, after: &Side<'_>) -> Vec<String> {
    let (old, new) = (before.map_or(&[][..], |before| before.channels()), after.channels());
    let find = |channels: &'_ [Channel], id: &str| {
        channels.iter().position(|channel| channel.id.as_str() == id)
    };
    let mut said = Vec::new();
    for channel in new {
        let id = channel.id.as_str();
        match find(old, id).and_then(|place| old.get(place)) {
            Some(old) => said.extend(
                changed(old, channel).into_iter().map(|words| format!("channel `{id}` {words}")),
            ),
            None => said.push(added(channel)),
        }
    }
    let gone = old.iter().filter(|channel| find(new, channel.id.as_str()).is_none());
    said.extend(gone.map(|channel| format!("channel `{}` is removed", channel.id.as_str())));
    let ids = |channels: &[Channel], beside: &[Channel]| -> Vec<String> {
        let ids = channels.iter().map(|channel| channel.id.as_str());
        ids.filter(|id| find(beside, id).is_some()).map(str::to_owned).collect()
    };
    if let Some(order) = instead(&ids(old, new), &ids(new, old), |ids| list(ids)) {
        said.push(format!("the channels stand in another order: {order}"));
    }
    said
}

fn added(channel: &Channel) -> String {
    let (id, does) = (channel.id.as_str(), disposition(channel.disposition));
    let name = quoted(&channel.name);
    let mut said = format!(
        "channel `{id}` is new: {name}, {does} during a window; routes {}",
        list(&channel.routes)
    );
    if !channel.matches.is_empty() {
        said += &format!("; {}", matching::rules(&channel.matches));
    }
    said
}

fn changed(old: &Channel, new: &Channel) -> Vec<String> {
    // Taken apart, so that a new key of a channel cannot be forgotten here.
    let Channel {
        id: _,
        name,
        disposition: does,
        routes,
        matches,
        afterwards: then,
        instructions,
        contact,
        soap_fault_status,
        hl7_acknowledge,
        translations: translated,
    } = new;
    let mut said = Vec::new();
    let mut push = |before: &str, words: Option<String>| {
        said.extend(words.map(|words| format!("{before} {words}")));
    };
    push(
        "is",
        instead(&old.disposition, does, |does| format!("{} during a window", disposition(*does))),
    );
    push("has the routes", instead(&old.routes, routes, |routes| list(routes)));
    push("has", instead(&old.matches, matches, |rules| matching::rules(rules)));
    push("is called", instead(&old.name, name, |name| quoted(name)));
    push("asks its users", instead(&old.afterwards, then, |then| afterwards(*then).to_owned()));
    let before = &old.instructions;
    push("says before a window", instead(&before.before, &instructions.before, text));
    push("says during a window", instead(&before.during, &instructions.during, text));
    push("says after a window", instead(&before.after, &instructions.after, text));
    push(
        "sends its users to",
        instead(&old.contact, contact, |contact| match contact {
            Some(contact) => format!("{} for {}", contact.email, quoted(&contact.topic)),
            None => "nobody".to_owned(),
        }),
    );
    push(
        "answers a SOAP fault by status",
        instead(&old.soap_fault_status, soap_fault_status, ToString::to_string),
    );
    push(
        "answers HL7 messages",
        instead(&old.hl7_acknowledge, hl7_acknowledge, |is| {
            let how = if *is { "with an acknowledgement that rejects them" } else { "with text" };
            how.to_owned()
        }),
    );
    const TEXTS: [Text<ChannelTexts>; 5] = [
        ("is called", |texts| &texts.name),
        ("says before a window", |texts| &texts.before),
        ("says during a window", |texts| &texts.during),
        ("says after a window", |texts| &texts.after),
        ("sends its users to its contact for", |texts| &texts.topic),
    ];
    said.extend(translations(&old.translations, translated, &TEXTS));
    said
}

/// What becomes of a channel during a window.
fn disposition(disposition: Disposition) -> &'static str {
    match disposition {
        Disposition::Hold => "processed only afterwards",
        Disposition::ReadOnly => "read-only",
        Disposition::Unaffected => "unaffected",
        Disposition::Unavailable => "unavailable",
    }
}

fn afterwards(afterwards: Afterwards) -> &'static str {
    match afterwards {
        Afterwards::Nothing => "to do nothing afterwards",
        Afterwards::Reconnect => "to reconnect afterwards",
        Afterwards::Resend => "to resend afterwards",
    }
}
