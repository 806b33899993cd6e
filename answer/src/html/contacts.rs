//! Whom to ask about what.

use maud::{Markup, html};
use schedule::{Channel, Contact};

use super::Told;

/// The contacts of the channels, each of them once.
pub(super) fn of<'a>(channels: &[&'a Channel]) -> Vec<&'a Contact> {
    let mut contacts: Vec<&Contact> = Vec::new();
    for contact in channels.iter().filter_map(|channel| channel.contact.as_ref()) {
        if !contacts.contains(&contact) {
            contacts.push(contact);
        }
    }
    contacts
}

/// "Data Exchange: exchange@registry.example".
pub(crate) fn contact(contact: &Contact, own: Told<'_>) -> Markup {
    html! {
        bdi lang=[own.lang()] { (contact.topic) } ": "
        a href={ "mailto:" (contact.email) } { (contact.email) }
    }
}
