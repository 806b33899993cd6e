//! Whom to ask about what.

use catalogue::Language;
use maud::{Markup, html};
use schedule::{Channel, Reader, Words};

use super::Told;

/// Whom to ask, as a reader is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Contact<'a> {
    pub(crate) topic: Words<'a>,
    pub(crate) email: &'a str,
}

impl<'a> Contact<'a> {
    /// That of a channel.
    pub(crate) fn of(channel: &'a Channel, reader: Reader<'a>) -> Option<Self> {
        let topic = channel.topic_for(reader)?;
        Some(Self { topic, email: &channel.contact.as_ref()?.email })
    }

    /// Those of the channels, each of them once.
    pub(crate) fn all(channels: &[&'a Channel], reader: Reader<'a>) -> Vec<Self> {
        let mut contacts = Vec::new();
        for contact in channels.iter().filter_map(|channel| Self::of(channel, reader)) {
            if !contacts.contains(&contact) {
                contacts.push(contact);
            }
        }
        contacts
    }

    /// "Data Exchange: exchange@registry.example".
    pub(crate) fn written(&self, page: Language) -> Markup {
        let Self { topic, email } = self;
        html! {
            bdi lang=[Told::of(*topic, page).lang()] { (topic.text) } ": "
            a href={ "mailto:" (email) } { (email) }
        }
    }
}
