//! The tables that are in the checkout.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};
use crate::tzdata::source::Source;
use crate::tzdata::tables::{DIRECTORY, TIMEZONES, Tables};

const FOLDER: &str = "third_party/chrono-tz/src/prebuilt";

pub struct Vendored {
    folder: PathBuf,
    /// The text of each file that is there.
    files: Vec<(&'static str, String)>,
    release: Option<String>,
}

impl Vendored {
    pub fn read(checkout: &Checkout) -> Result<Self, Failure> {
        let folder = checkout.path(FOLDER);
        let mut files = Vec::new();
        for name in [TIMEZONES, DIRECTORY] {
            let path = folder.join(name);
            match fs::read_to_string(&path) {
                Ok(text) => files.push((name, text)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error).about("read", &path),
            }
        }
        let release = files.iter().find_map(|(_, text)| release(text)).map(str::to_owned);
        Ok(Self { folder, files, release })
    }

    /// The IANA release, when there are tables.
    pub fn release(&self) -> Option<&str> {
        self.release.as_deref()
    }

    pub fn behind(&self, newest: &Source) -> Failure {
        Failure::ZonesBehind { vendored: self.shown_release(), newest: newest.release().to_owned() }
    }

    pub fn ahead(&self, offered: &Source) -> Failure {
        Failure::ZonesAhead {
            vendored: self.shown_release(),
            offered: offered.release().to_owned(),
        }
    }

    /// Whether they are those that would be written.
    pub fn compare(&self, tables: &Tables) -> Result<(), Failure> {
        if !self.are(tables) {
            return Err(Failure::ZonesAltered { release: self.shown_release() });
        }
        println!("the zone tables are those of {}, the newest release", tables.release);
        Ok(())
    }

    /// Puts newly generated tables in their place.
    pub fn replace(&self, tables: &Tables) -> Result<(), Failure> {
        let Tables { release, zones, transitions, .. } = tables;
        let holding = format!("IANA {release}, {zones} zones, {transitions} transitions");
        if self.are(tables) {
            println!("{FOLDER} was up to date: {holding}");
            return Ok(());
        }
        for (name, text) in &tables.files {
            write_whole(&self.folder.join(name), text)?;
        }
        println!("{FOLDER} now holds {holding}; before it was {}", self.shown_release());
        Ok(())
    }

    fn are(&self, tables: &Tables) -> bool {
        self.files == tables.files
    }

    fn shown_release(&self) -> String {
        self.release.clone().unwrap_or_else(|| "nothing".to_owned())
    }
}

/// The file is there as it was or as it shall be, and never in part.
fn write_whole(path: &Path, text: &str) -> Result<(), Failure> {
    let new = path.with_extension("rs.new");
    fs::write(&new, text).about("write", &new)?;
    fs::rename(&new, path).about("move into place", &new)
}

/// What the directory says.
fn release(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("IANA_TZDB_VERSION: &str = \"")?;
    Some(rest.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_directory_says_the_release() {
        let said = "// header\npub const IANA_TZDB_VERSION: &str = \"2026f\";\n";
        assert_eq!(release(said), Some("2026f"));
        assert_eq!(release("use core::fmt;"), None);
    }
}
