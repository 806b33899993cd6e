//! `[service]`.

use super::{
    Sink,
    table::{Placed, Table},
    translations::{Text, translations},
};
use crate::{LanguageTag, NoticeWords, Problem, Service, ServiceTexts, Zone};

/// A title and a message are there without being written: those of the founding notice.
const TEXTS: [Text; 4] = [
    Text::same("name"),
    Text::same("label"),
    Text { key: "title", of: None },
    Text { key: "message", of: None },
];

/// The language of the document's texts, where it can be read, before anything is reported:
/// translations everywhere are held against it.
pub(super) fn own_language(table: &Table<'_>) -> Option<LanguageTag> {
    table.peek("language").unwrap_or(Service::DEFAULT_LANGUAGE).parse().ok()
}

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
    let own = own_language(&table);
    let translations = translations(&mut table, own.as_ref(), &TEXTS, sink, |text| ServiceTexts {
        name: text("name"),
        label: text("label"),
        title: text("title"),
        message: text("message"),
    });
    table.finish(sink);

    let or = |text: Option<Placed<String>>, default: &str| {
        text.map_or_else(|| default.to_owned(), |text| text.value)
    };
    let service = name.zip(zone).map(|(name, zone)| Service {
        name: name.value,
        zone: zone.name().to_owned(),
        label: or(label, zone.name()),
        language: or(language, Service::DEFAULT_LANGUAGE),
        title: or(title, Service::DEFAULT_TITLE),
        message: or(message, Service::DEFAULT_MESSAGE),
        url,
        imminent: imminent.unwrap_or(Service::DEFAULT_IMMINENT),
        translations,
        // Its own table says it.
        notice: NoticeWords::default(),
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

fn language_tag(tag: Placed<String>, sink: &mut Sink) -> Option<Placed<String>> {
    if tag.value.parse::<LanguageTag>().is_err() {
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
