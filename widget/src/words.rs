//! The words of one language, and the names of numbers, for the page.

use catalogue::{Language, texts};
use schedule::Phase;
use serde_json::{Map, Value};

use crate::{Advice, Change, State};

/// In the order of their numbers.
const PHASES: [Phase; 7] = [
    Phase::Scheduled,
    Phase::Announced,
    Phase::Imminent,
    Phase::Active,
    Phase::Overrun,
    Phase::Ended,
    Phase::Cancelled,
];

/// The words of one language as JSON: what the page reads them from, so that the wasm carries none.
///
/// # Examples
///
/// ```
/// use catalogue::Language;
///
/// let words: serde_json::Value = serde_json::from_str(&widget::words(Language::Spanish)).unwrap();
/// assert_eq!(words["language"], "es");
/// assert_eq!(words["dismiss"], "Cerrar");
/// ```
pub fn words(language: Language) -> String {
    let mut words = Map::new();
    words.insert("language".to_owned(), language.tag().into());
    for (key, text) in listed(language) {
        words.insert(key.to_owned(), text.into());
    }
    Value::Object(words).to_string()
}

/// A JavaScript module that says which languages there are, and what the numbers are called that cross
/// the border: nobody writes them down twice.
pub fn names() -> String {
    let phases = PHASES.map(Phase::as_str);
    let module = [
        ("languages", Language::TAGS),
        ("phases", &phases),
        ("states", &State::KEYS),
        ("changes", &Change::KEYS),
        ("advice", &Advice::KEYS),
    ];
    let lines = module.map(|(name, list)| format!("export const {name} = {list:?}\n"));
    "// Made of the crate `widget`.\n".to_owned() + &lines.concat()
}

/// Lists fields by their names, and fails to compile when the section has another.
macro_rules! listed {
    ($language:ident, $($key:ident)*) => {{
        let texts::Banner { $($key),* } = $language.banner();
        vec![$((stringify!($key), $key)),*]
    }};
}

fn listed(language: Language) -> Vec<(&'static str, &'static str)> {
    listed!(language,
        planned emergency starts_in ends_in end_unknown overrun over cancelled
        moved extended shortened early was_planned
        unavailable read_only hold
        when your_time service_time takes open
        save contact details calendar dismiss go_on
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, memory};

    #[test]
    fn phases_are_listed_in_the_order_of_their_numbers() {
        let numbers = PHASES.map(memory::number);
        assert_eq!(numbers, [0, 1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn each_number_is_the_place_of_its_key() {
        let span = Span { start: 0, end: None };
        for (number, key) in [
            (State::StartsIn(0).parts().0, "starts_in"),
            (State::EndsIn(0).parts().0, "ends_in"),
            (State::EndUnknown.parts().0, "end_unknown"),
            (State::Overrun.parts().0, "overrun"),
            (State::Over.parts().0, "over"),
            (State::Cancelled.parts().0, "cancelled"),
        ] {
            assert_eq!(State::KEYS[usize::from(number)], key);
        }
        for (change, key) in [
            (Change::Moved(span), "moved"),
            (Change::Extended(span), "extended"),
            (Change::Shortened(span), "shortened"),
            (Change::Early(span), "early"),
            (Change::Cancelled(span), "was_planned"),
        ] {
            assert_eq!(Change::KEYS[usize::from(change.parts().0)], key);
        }
        for advice in [Advice::Before, Advice::During, Advice::After, Advice::None] {
            let key = Advice::KEYS[usize::from(advice.number())];
            assert_eq!(key, format!("{advice:?}").to_lowercase().replace("none", ""));
        }
    }

    #[test]
    fn every_key_has_words_in_every_language() {
        for language in Language::ALL {
            let listed = listed(*language);
            for key in State::KEYS.iter().chain(&Change::KEYS) {
                assert!(
                    listed.iter().any(|(listed, text)| listed == key && !text.is_empty()),
                    "{key}"
                );
            }
        }
    }
}
