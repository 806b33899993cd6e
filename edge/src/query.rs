//! What an address asks for behind its question mark.

use answer::{Answer, Language, calendar::Wanted, reader_for};
use schedule::{Length, Reader, Timeline};

/// The query of an address, and the language that its reader accepts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Query<'a> {
    pub(crate) query: &'a str,
    pub(crate) accepted: Option<&'a str>,
    pub(crate) timeline: &'a Timeline,
}

impl<'a> Query<'a> {
    /// The place of the channel that `?channel=` names, where it names one.
    pub(crate) fn channel(&self) -> Result<Option<usize>, Answer> {
        let Some(id) = self.value("channel") else { return Ok(None) };
        let ids = || self.timeline.channels.iter().map(|channel| channel.id.as_str());
        let place = ids().position(|known| known == id);
        place.map(Some).ok_or_else(|| {
            let known = ids().collect::<Vec<_>>().join(", ");
            Answer::no_such_part(&format!(
                "There is no channel of that name here. Ask without `channel`, or for one of: {known}."
            ))
        })
    }

    /// Whoever reads the language that `?lang=` asks for, or else the one that is accepted. Calendars
    /// and readers of feeds send no such header.
    pub(crate) fn reader(&self) -> Result<Reader<'a>, Answer> {
        let Some(tag) = self.value("lang") else {
            return Ok(reader_for(self.accepted, self.timeline));
        };
        let known = || self.timeline.languages().chain(Language::TAGS.iter().copied());
        if Language::known(tag).is_some() || known().any(|known| known.eq_ignore_ascii_case(tag)) {
            return Ok(reader_for(Some(tag), self.timeline));
        }
        let mut known: Vec<&str> = known().collect();
        known.sort_unstable();
        known.dedup();
        Err(Answer::bad_request(&format!(
            "There is nothing in that language here. Ask without `lang`, or for one of: {}.",
            known.join(", ")
        )))
    }

    pub(crate) fn events(&self) -> Result<Wanted<'a>, Answer> {
        let alarm = self.value("alarm").map(str::parse::<Length>).transpose();
        let alarm = alarm.map_err(|error| {
            Answer::bad_request(&format!("An `alarm` is a length before the start: {error}."))
        })?;
        Ok(Wanted { channel: self.channel()?, alarm, reader: self.reader()? })
    }

    fn value(&self, key: &str) -> Option<&str> {
        let mut pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(name, _)| *name == key).map(|(_, value)| value)
    }
}
