//! `[service]`.

use super::{
    Sink,
    table::{Placed, Table},
};
use crate::{Problem, Service, Zone};

/// The service, and its zone on its own: the windows are judged even when the rest is wrong.
pub(super) fn service(mut table: Table<'_>, sink: &mut Sink) -> (Option<Service>, Option<Zone>) {
    let name =
        table.required("name", "name = \"ImmTrac2\"", sink, |table, sink| table.text("name", sink));
    let zone = table.required("zone", "zone = \"America/Chicago\"", sink, |table, sink| {
        table.text("zone", sink)
    });
    let zone = zone.and_then(|name| known_zone(name, sink));
    let label = table.text("label", sink);
    let language = table.text("language", sink).and_then(|tag| language_tag(tag, sink));
    let title = table.text("title", sink);
    let message = table.text("message", sink);
    let url = table.text("url", sink).and_then(|url| base_url(url, sink));
    let imminent = table.length("imminent", sink);
    table.finish(sink);

    let or = |text: Option<Placed<String>>, default: &str| {
        text.map_or_else(|| default.to_owned(), |text| text.value)
    };
    let service = name.zip(zone).map(|(name, zone)| Service {
        name: name.value,
        zone: zone.name().to_owned(),
        label: or(label, zone.name()),
        language: or(language, "en"),
        title: or(title, Service::DEFAULT_TITLE),
        message: or(message, Service::DEFAULT_MESSAGE),
        url,
        imminent: imminent.unwrap_or(Service::DEFAULT_IMMINENT),
    });
    (service, zone)
}

fn known_zone(name: Placed<String>, sink: &mut Sink) -> Option<Zone> {
    let zone = name.value.parse().ok();
    if zone.is_none() {
        let nearest = Zone::nearest(&name.value);
        sink.report(Problem::UnknownZone { name: name.value, nearest }, name.span);
    }
    zone
}

/// Letters, digits and hyphens as RFC 5646 arranges them: the tag stands in a header.
fn language_tag(tag: Placed<String>, sink: &mut Sink) -> Option<Placed<String>> {
    let mut subtags = tag.value.split('-');
    let primary = subtags.next().is_some_and(|primary| {
        (2..=8).contains(&primary.len()) && primary.bytes().all(|c| c.is_ascii_alphabetic())
    });
    let subtag = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|c| c.is_ascii_alphanumeric())
    };
    if !(primary && subtags.all(subtag)) {
        sink.report(Problem::MalformedLanguage { found: tag.value }, tag.span);
        return None;
    }
    Some(tag)
}

fn base_url(url: Placed<String>, sink: &mut Sink) -> Option<String> {
    let base = url.value.trim_end_matches('/');
    let host = base.strip_prefix("https://").or_else(|| base.strip_prefix("http://"));
    let well_formed = host.is_some_and(|host| {
        !host.is_empty() && host.bytes().all(|c| c.is_ascii_alphanumeric() || b"-.:[]".contains(&c))
    });
    if !well_formed {
        sink.report(Problem::MalformedUrl { found: url.value }, url.span);
        return None;
    }
    Some(base.to_owned())
}
