//! The ids of windows and channels, made from what others call them.

use sha2::{Digest, Sha256};

use super::event::Key;

/// As many as an id may have.
const LONGEST: usize = 64;

/// How much of a long name is kept before the digest: nobody reads more of what Outlook makes up.
const KEPT: usize = 24;

/// The id of an event's window; where `shared`, other events of the source are known by the same name.
///
/// It depends on nothing else, so that a second import makes the same.
pub(super) fn window(key: &Key, shared: bool) -> String {
    let id = slug(&key.name);
    match shared || id.is_empty() || id.len() > LONGEST {
        true => with_digest(&id, &key.unique),
        false => id,
    }
}

/// The id of a channel that has a name only.
pub(super) fn channel(name: &str) -> String {
    let id = slug(name);
    if id.is_empty() || id.len() > LONGEST { with_digest(&id, name) } else { id }
}

/// Whether a text can be an id as it is.
pub(super) fn is_one(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.len() <= LONGEST && text.chars().all(allowed) && !text.starts_with('-')
}

/// Lower-case letters, digits, and single hyphens between them; nothing where there is none of them.
pub(super) fn slug(text: &str) -> String {
    let parts = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}

fn with_digest(id: &str, unique: &str) -> String {
    let digest = Sha256::digest(unique.as_bytes());
    let short: String = digest.iter().take(4).map(|octet| format!("{octet:02x}")).collect();
    // A slug is ASCII, so every place is one between characters.
    let kept = id[..id.len().min(KEPT)].trim_end_matches('-');
    if kept.is_empty() { short } else { format!("{kept}-{short}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, shared: bool, expected: &str) {
        let key = Key { name: name.to_owned(), unique: format!("{name}@example.org") };
        let id = window(&key, shared);
        assert_eq!(id, expected);
        assert!(is_one(&id), "{id}");
    }

    #[test]
    fn ids_of_windows() {
        check("p31zjtct2jer", false, "p31zjtct2jer");
        check("WorkOrder-31415", false, "workorder-31415");
        check("CHG 0012345/2", false, "chg-0012345-2");
        check("--deployment--", false, "deployment");
        check("CHG0012345", true, "chg0012345-13055669");
        check("Wartungsfenster Süd", false, "wartungsfenster-s-d");
        check("保守", false, "a305dae0");
        check(
            &"040000008200E00074C5B7101A82E008".repeat(3),
            false,
            "040000008200e00074c5b710-61ce609d",
        );
    }

    #[test]
    fn an_id_is_one_already() {
        for (text, expected) in [
            ("web-services", true),
            ("1", true),
            ("Web", false),
            ("-a", false),
            ("", false),
            ("a_b", false),
        ] {
            assert_eq!(is_one(text), expected, "{text}");
        }
        assert!(!is_one(&"a".repeat(65)));
    }
}
