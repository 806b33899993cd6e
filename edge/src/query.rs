//! What an address asks for behind its question mark.

use answer::{Answer, Language, calendar::Wanted, language as best, reader_for};
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
            Answer::bad_request(&format!(
                "There is no channel of that name here. Ask without `channel`, or for one of: {known}."
            ))
        })
    }

    /// Whoever reads the language that `?lang=` asks for, or else the one that they accept. Calendars
    /// and readers of feeds send no such header.
    pub(crate) fn reader(&self) -> Result<Reader<'a>, Answer> {
        let Some(tag) = self.value("lang") else {
            return Ok(reader_for(self.accepted, self.timeline));
        };
        let languages = self.timeline.languages().chain(Language::TAGS.iter().copied());
        let known: Vec<&str> = languages.collect();
        if best(tag, &known).is_none() {
            let known = known.join(", ");
            return Err(Answer::bad_request(&format!(
                "Nobody speaks that language here. Ask without `lang`, or for one of: {known}."
            )));
        }
        Ok(reader_for(Some(tag), self.timeline))
    }

    /// The language of our own words for them.
    pub(crate) fn language(&self) -> Result<Language, Answer> {
        self.reader().map(Reader::language)
    }

    pub(crate) fn events(&self) -> Result<Wanted, Answer> {
        let alarm = self.value("alarm").map(str::parse::<Length>).transpose();
        let alarm = alarm.map_err(|error| {
            Answer::bad_request(&format!("An `alarm` is a length before the start: {error}."))
        })?;
        Ok(Wanted { channel: self.channel()?, alarm, language: self.language()? })
    }

    fn value(&self, key: &str) -> Option<&str> {
        let mut pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(name, _)| *name == key).map(|(_, value)| value)
    }
}
