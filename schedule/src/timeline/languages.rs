//! Which languages a timeline has texts in.

use std::collections::BTreeSet;

use super::Occurrences;
use crate::{Channel, EdgeSettings, LanguageTag, Service, Translations};

/// The tags of all translations, ascending.
pub(super) fn translated(
    service: &Service,
    edge: &EdgeSettings,
    channels: &[Channel],
    occurrences: &Occurrences,
) -> Vec<LanguageTag> {
    let mut tags = BTreeSet::new();
    add(&mut tags, &service.translations);
    edge.outage.iter().for_each(|outage| add(&mut tags, &outage.translations));
    channels.iter().for_each(|channel| add(&mut tags, &channel.translations));
    occurrences.iter().for_each(|occurrence| add(&mut tags, &occurrence.translations));
    tags.into_iter().collect()
}

fn add<T>(tags: &mut BTreeSet<LanguageTag>, translations: &Translations<T>) {
    for (tag, _) in translations.iter() {
        if !tags.contains(tag) {
            tags.insert(tag.clone());
        }
    }
}
