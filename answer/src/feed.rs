//! `feed.atom`: what happened to windows, newest first (RFC 4287).
//!
//! Every change is an entry of its own, whose id never changes: readers show an entry that they have
//! seen once and not again.

use std::io;

use catalogue::fill;
use chrono::{DateTime, Utc};
use maud::html;
use quick_xml::Writer;
use schedule::{ChannelId, Known, Reader, speech::Speech};

use crate::{
    Answer, Site,
    event::{Event, last_instant},
    facts,
    html::Times,
    instant::utc,
    page, xml,
};

/// No more entries than these, the newest: readers ask often, and keep what they have seen.
const MOST: usize = 100;

/// For feeds without an entry, which must have been changed at some time all the same. Whatever it is,
/// it must not change.
const BEGINNING: &str = "2020-01-01T00:00:00Z";

/// The whole feed, or the one of a channel.
pub fn feed(
    site: Site<'_>,
    channel: Option<usize>,
    reader: Reader<'_>,
    now: DateTime<Utc>,
) -> Answer {
    let (timeline, language) = (site.timeline, reader.language());
    let known = timeline.known(now);
    let mut entries: Vec<Entry<'_>> = known
        .iter()
        .filter(|known| channel.is_none_or(|place| known.whole.channels().contains(&place)))
        .flat_map(|known| {
            let events = Event::all(timeline, known, now);
            events.into_iter().map(move |event| Entry { known, event })
        })
        .collect();
    // What happened at once stays in its order.
    entries.reverse();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.event.at));
    entries.truncate(MOST);

    let document = xml::document(|writer| {
        let names = [("xmlns", ATOM), ("xmlns:ev", EVENT), ("xml:lang", language.tag())];
        xml::within(writer, "feed", &names, |writer| {
            head(writer, site, channel, reader, &entries)?;
            entries.iter().try_for_each(|entry| entry.write(writer, site, reader))
        })
    });
    let mut answer = Answer::shared("application/atom+xml; charset=utf-8", 5, document);
    answer.headers.push(("Content-Language", language.tag().to_owned()));
    answer.headers.push(("Vary", "Accept-Language".to_owned()));
    answer
}

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// The module with which feeds say when what they tell of is.
const EVENT: &str = "http://purl.org/rss/1.0/modules/event/";

struct Entry<'a> {
    known: &'a Known<'a>,
    event: Event<'a>,
}

fn head(
    writer: &mut Writer<Vec<u8>>,
    site: Site<'_>,
    channel: Option<usize>,
    reader: Reader<'_>,
    entries: &[Entry<'_>],
) -> io::Result<()> {
    let service = site.timeline.service.name_for(reader).text;
    let channel = channel.map(|place| &site.timeline.channels[place]);
    let mut title = fill(reader.language().history().feed, &[("service", service)]);
    let mut document = "feed.atom".to_owned();
    if let Some(channel) = channel {
        title += &format!(": {}", channel.name_for(reader).text);
        document += &format!("?channel={}", channel.id.as_str());
    }
    let updated = entries.first().map_or(BEGINNING.to_owned(), |entry| utc(entry.event.at));
    xml::element(writer, "id", &tag(site, &document))?;
    xml::element(writer, "title", &title)?;
    xml::element(writer, "updated", &updated)?;
    let address = site.address(&document);
    link(writer, "self", "application/atom+xml", &address)?;
    link(writer, "alternate", "text/html", site.home())?;
    xml::within(writer, "author", &[], |writer| xml::element(writer, "name", service))?;
    xml::element_with(writer, "generator", &[], "Intermission")
}

impl Entry<'_> {
    fn write(
        &self,
        writer: &mut Writer<Vec<u8>>,
        site: Site<'_>,
        reader: Reader<'_>,
    ) -> io::Result<()> {
        let Self { known, event } = self;
        let plan = &event.plan;
        let speech = Speech::to(reader, &site.timeline.service);
        let occurrence = &known.whole.occurrence;
        let kind = facts::kind(occurrence, reader.language());
        let title = format!("{kind}: {}", event.said(&speech));
        let window = facts::window_document(occurrence);
        let of = occurrence.of.map(|of| format!("/{}", of.format("%Y-%m-%dT%H:%M:%S")));
        let id = format!("{window}{}/{}", of.unwrap_or_default(), event.name());
        let at = utc(event.at);
        xml::within(writer, "entry", &[], |writer| {
            xml::element(writer, "id", &tag(site, &id))?;
            xml::element(writer, "title", &title)?;
            xml::element(writer, "updated", &at)?;
            xml::element(writer, "published", &at)?;
            link(writer, "alternate", "text/html", &site.address(&window))?;
            term(writer, event.term())?;
            xml::element(writer, "ev:startdate", &utc(plan.start.to_utc()))?;
            if let Some(end) = last_instant(plan) {
                xml::element(writer, "ev:enddate", &utc(end.to_utc()))?;
            }
            let content = self.content(site, reader);
            xml::element_with(writer, "content", &[("type", "html")], &content)
        })
    }

    /// As escaped HTML, which is what readers take; what the operator wrote is escaped within it.
    fn content(&self, site: Site<'_>, reader: Reader<'_>) -> String {
        let (timeline, plan) = (site.timeline, &self.event.plan);
        let language = reader.language();
        let speech = Speech::to(reader, &timeline.service);
        let times = Times { start: plan.start, end: last_instant(plan), speech };
        let named = |id: &ChannelId| timeline.channels.iter().find(|channel| channel.id == *id);
        let content = html! {
            p { (self.event.said(&speech)) }
            p { (times.span()) }
            @if let Some(summary) = plan.summary_for(reader) { p { (summary.text) } }
            ul {
                @for channel in plan.channels.iter().filter_map(named) {
                    li { (channel.name_for(reader).text) ": " (page::disposition(channel, language)) }
                }
            }
        };
        content.into_string()
    }
}

/// A name that stays what it is wherever the feed is read (RFC 4151).
fn tag(site: Site<'_>, what: &str) -> String {
    format!("tag:{},2025:{what}", site.host())
}

fn link(writer: &mut Writer<Vec<u8>>, rel: &str, media: &str, href: &str) -> io::Result<()> {
    let attributes = [("rel", rel), ("type", media), ("href", href)];
    writer.create_element("link").with_attributes(attributes).write_empty().map(|_| ())
}

fn term(writer: &mut Writer<Vec<u8>>, term: &str) -> io::Result<()> {
    writer.create_element("category").with_attribute(("term", term)).write_empty().map(|_| ())
}
