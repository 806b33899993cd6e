//! What a client sent, as it may be told back in a sentence.

/// Characters.
const MOST: usize = 80;

pub(crate) fn shown(text: &str) -> String {
    let mut shown: String = text.chars().filter(|c| !c.is_control()).take(MOST).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
