//! What a window does to which channel.

use catalogue::Language;
use maud::{Markup, html};
use schedule::{Channel, Disposition, Reader};

use super::Told;

/// Each channel, and what becomes of its users, in a list.
pub(super) fn affected(channels: &[&Channel], reader: Reader<'_>) -> Markup {
    let language = reader.language();
    let words = language.page();
    html! {
        h2 { (words.affected) }
        ul {
            @for channel in channels {
                @let name = channel.name_for(reader);
                li {
                    bdi lang=[Told::of(name, language).lang()] { (name.text) } ": "
                    span { (disposition(channel.disposition, language)) }
                }
            }
        }
    }
}

/// In words for people, who know no 503.
fn disposition(disposition: Disposition, language: Language) -> &'static str {
    let words = language.page();
    match disposition {
        Disposition::Unavailable => words.not_available,
        Disposition::ReadOnly => words.only_reading,
        Disposition::Hold => words.hold,
        Disposition::Unaffected => words.unaffected,
    }
}
