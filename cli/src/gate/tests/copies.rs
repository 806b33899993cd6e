//! The local copy: what is read is what was written, or an error.

use std::{fs, path::PathBuf};

use super::{
    super::kept::{Copied, Kept},
    at, document, founding,
};

/// A folder that is gone after the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("intermission-copy-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a temporary folder");
        Self(path)
    }

    fn copy(&self) -> PathBuf {
        self.0.join("copy.json")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn kept() -> Kept {
    Kept::new(Copied {
        from: "https://registry.example.org/_maintenance".to_owned(),
        confirmed: at("2025-02-07T00:41:00Z"),
        tag: Some("\"7f\"".to_owned()),
        document: document(&[founding()]),
    })
    .expect("it is as the edge writes it")
}

/// The sentence about the copy, or nothing.
fn said(path: &std::path::Path) -> String {
    Kept::read(path).map_or_else(|damage| damage.to_string(), |_| String::new())
}

#[test]
fn what_was_written_is_read() {
    let folder = Folder::new("whole");
    assert!(Kept::read(&folder.copy()).expect("none is no damage").is_none());
    kept().write(&folder.copy()).expect("it can be written");
    let read = Kept::read(&folder.copy()).expect("it is whole").expect("it is there");
    assert_eq!(read.copy.document, kept().copy.document);
    let later = read.confirmed(at("2025-02-07T01:41:00.999Z"));
    assert_eq!(later.copy.confirmed, at("2025-02-07T01:41:00Z"));
    later.write(&folder.copy()).expect("it can be replaced");
    assert_eq!(
        fs::read_dir(&folder.0).expect("it is there").count(),
        1,
        "nothing is left beside it"
    );
}

#[test]
fn wherever_an_octet_changes_it_is_noticed() {
    let folder = Folder::new("octets");
    kept().write(&folder.copy()).expect("it can be written");
    let whole = fs::read(folder.copy()).expect("it is there");
    // The line's end is nobody's content.
    for place in (0..whole.len() - 1).step_by(5) {
        let mut other = whole.clone();
        other[place] ^= 1;
        fs::write(folder.copy(), &other).expect("it can be written");
        assert_ne!(
            said(&folder.copy()),
            "",
            "octet {place} of {}",
            String::from_utf8_lossy(&other)
        );
    }
    for length in (0..whole.len() - 1).step_by(11) {
        fs::write(folder.copy(), &whole[..length]).expect("it can be written");
        assert_ne!(said(&folder.copy()), "", "cut after {length}");
    }
}

#[test]
fn each_damage_is_named() {
    let folder = Folder::new("damages");
    let path = folder.copy();
    kept().write(&path).expect("it can be written");
    let whole = fs::read_to_string(&path).expect("it is there");
    let moved = whole.replace("2025-02-07T03:00:00Z", "2025-02-07T02:00:00Z");
    assert_ne!(moved, whole);
    let table: [(&str, &str); 6] = [
        ("", "is damaged: EOF while parsing a value"),
        ("{\"service\":{}}", "is damaged: missing field `format`"),
        (&whole[..whole.len() / 2], "is damaged: EOF while parsing"),
        ("{\"format\":2}", "is damaged or of another version: expected format 1, found 2"),
        (&moved, "is damaged: something has happened to it since it was written"),
        ("\u{0}\u{0}\u{0}", "is damaged: expected value"),
    ];
    for (text, expected) in table {
        fs::write(&path, text).expect("it can be written");
        let said = said(&path);
        assert!(said.starts_with(expected), "{text}: {said}");
    }
    fs::remove_file(&path).expect("it is there");
    fs::create_dir(&path).expect("a folder in its place");
    assert!(said(&path).starts_with("cannot be read: "), "{}", said(&path));
}
