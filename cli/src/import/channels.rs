//! Which channel something is that the source has another name for.

use schedule::Schedule;

use super::{arguments::Arguments, error::ImportError, id, why::Why};

/// The channels of the schedule, or those that a new one gets.
#[derive(Debug)]
pub(super) struct Channels {
    known: Vec<Channel>,
    mapped: Vec<(String, String)>,
    default: Option<String>,
    /// Whether what is not known becomes a channel.
    grow: bool,
}

#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Channel {
    pub(super) id: String,
    pub(super) name: String,
}

/// The channel of a new schedule for what does not say what it is about.
const WHOLE: &str = "service";

const CHANNEL: &str = "--channel";
const DEFAULT: &str = "--default-channel";

impl Channels {
    /// Those of a schedule.
    ///
    /// # Errors
    ///
    /// [`ImportError::NoSuchChannel`] where the command line names another.
    pub(super) fn of(schedule: &Schedule, arguments: &Arguments) -> Result<Self, ImportError> {
        let known = schedule.channels().iter();
        let known = known.map(|channel| Channel {
            id: channel.id.as_str().to_owned(),
            name: channel.name.clone(),
        });
        let channels = Self { known: known.collect(), ..Self::named(arguments, false) };
        for (option, id) in channels.asked() {
            if !channels.ids().contains(id) {
                let (found, known) = (id.clone(), channels.ids());
                return Err(ImportError::NoSuchChannel { option, found, known });
            }
        }
        Ok(channels)
    }

    /// Those of a new schedule, which begins with what the source lists.
    ///
    /// # Errors
    ///
    /// [`ImportError::ChannelId`] where the command line asks for an id that cannot be one.
    pub(super) fn growing(arguments: &Arguments, listed: &[String]) -> Result<Self, ImportError> {
        let mut channels = Self { known: Vec::new(), ..Self::named(arguments, true) };
        for (option, id) in channels.asked() {
            if !id::is_one(id) {
                return Err(ImportError::ChannelId { option, found: id.clone() });
            }
        }
        for object in listed {
            channels.grown(object);
        }
        Ok(channels)
    }

    fn named(arguments: &Arguments, grow: bool) -> Self {
        let mapped = arguments.channel.iter();
        let mapped = mapped.map(|mapping| (mapping.object.clone(), mapping.channel.clone()));
        let default = arguments.default_channel.clone();
        Self { known: Vec::new(), mapped: mapped.collect(), default, grow }
    }

    /// What the command line names, and by which option.
    fn asked(&self) -> impl Iterator<Item = (&'static str, &String)> {
        let mapped = self.mapped.iter().map(|(_, id)| (CHANNEL, id));
        mapped.chain(self.default.iter().map(|id| (DEFAULT, id)))
    }

    pub(super) fn known(&self) -> &[Channel] {
        &self.known
    }

    pub(super) fn ids(&self) -> Vec<String> {
        self.known.iter().map(|channel| channel.id.clone()).collect()
    }

    /// What `--channel` names and is not among the objects of the source.
    pub(super) fn unheard<'a>(&'a self, objects: &'a [String]) -> impl Iterator<Item = &'a str> {
        let heard = |object: &str| objects.iter().any(|known| is_same(known, object));
        self.mapped.iter().map(|(object, _)| object.as_str()).filter(move |object| !heard(object))
    }

    /// The ids of the channels that `objects` are, in the order of the schedule.
    pub(super) fn resolve(&mut self, objects: &[String]) -> Result<Vec<String>, Why> {
        let mut ids = Vec::new();
        for object in objects {
            let id = self.resolved(object);
            let id = id.or_else(|| self.grow.then(|| self.grown(object)));
            ids.push(
                id.or_else(|| self.default.clone())
                    .ok_or_else(|| Why::NoChannel { object: object.clone(), known: self.ids() })?,
            );
        }
        if objects.is_empty() {
            ids.push(self.whole().ok_or_else(|| Why::NoObject { known: self.ids() })?);
        }
        let order = |channel: &Channel| ids.contains(&channel.id).then(|| channel.id.clone());
        Ok(self.known.iter().filter_map(order).collect())
    }

    fn resolved(&self, object: &str) -> Option<String> {
        let mapped = self.mapped.iter().find(|(known, _)| is_same(known, object));
        if let Some((_, id)) = mapped {
            return self.known.iter().find(|channel| channel.id == *id).map(|it| it.id.clone());
        }
        let slug = id::slug(object);
        let by_id = self.known.iter().find(|channel| channel.id == slug);
        let known = by_id.or_else(|| self.known.iter().find(|it| is_same(&it.name, object)));
        known.map(|channel| channel.id.clone())
    }

    /// A channel for an object, new unless there is one of that id.
    fn grown(&mut self, object: &str) -> String {
        let mapped = self.mapped.iter().find(|(known, _)| is_same(known, object));
        let id = mapped.map_or_else(|| id::channel(object), |(_, id)| id.clone());
        self.put(&id, object)
    }

    fn put(&mut self, id: &str, name: &str) -> String {
        if !self.known.iter().any(|channel| channel.id == id) {
            self.known.push(Channel { id: id.to_owned(), name: name.to_owned() });
        }
        id.to_owned()
    }

    /// The channel of what does not say what it is about.
    fn whole(&mut self) -> Option<String> {
        match (self.default.clone(), self.grow) {
            (Some(id), true) => Some(self.put(&id, &id)),
            (None, true) => Some(self.put(WHOLE, "the service")),
            (default, false) => default,
        }
    }
}

/// Whether two names are one for people.
fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
