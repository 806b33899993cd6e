//! A channel in `timeline.json`.

use schedule::{
    Afterwards, ChannelTexts, Contact, Disposition, Instructions, Occurrence, Phase, Translations,
};
use serde::Serialize;

/// One way of reaching the service, and what its users are told.
#[derive(Serialize)]
pub(super) struct Channel<'a> {
    id: &'a str,
    name: &'a str,
    disposition: Disposition,
    afterwards: Afterwards,
    instructions: Told<'a>,
    contact: Option<&'a Contact>,
    #[serde(skip_serializing_if = "Translations::is_empty")]
    translations: &'a Translations<ChannelTexts>,
    phase: Option<Phase>,
    window: Option<&'a str>,
}

/// Every key is there, so that a reader need not ask twice.
#[derive(Serialize)]
struct Told<'a> {
    before: Option<&'a str>,
    during: Option<&'a str>,
    after: Option<&'a str>,
}

impl<'a> Channel<'a> {
    /// `outlook` is the window that is open over it, or comes next, and its phase.
    pub(super) fn new(
        channel: &'a schedule::Channel,
        outlook: Option<(Phase, &'a Occurrence)>,
    ) -> Self {
        let Instructions { before, during, after } = &channel.instructions;
        Self {
            id: channel.id.as_str(),
            name: &channel.name,
            disposition: channel.disposition,
            afterwards: channel.afterwards,
            instructions: Told {
                before: before.as_deref(),
                during: during.as_deref(),
                after: after.as_deref(),
            },
            contact: channel.contact.as_ref(),
            translations: &channel.translations,
            phase: outlook.map(|(phase, _)| phase),
            window: outlook.map(|(_, occurrence)| occurrence.window.as_str()),
        }
    }
}
