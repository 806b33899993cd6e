//! People are told from now on.

use crate::{
    about::About,
    edit::{Edit, Put},
};

/// The instant goes on record, in the place of the one that was planned.
pub(super) fn announce(about: &About<'_>) -> (Edit, String) {
    let voice = about.voice();
    let now = voice.moment(about.now);
    let told = match about.occurrence().announced {
        Some(planned) => format!("{now} on instead of {}", voice.moment(planned)),
        None => format!("{now} on"),
    };
    let edit = Edit { announce: Put::Set(about.now), ..Edit::default() };
    (edit, format!("announced {}: people are told from {told}", about.name()))
}
