//! A folder that appears whole or not at all.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};
use crate::progress::Progress;

/// A bundle in the making, beside the place where it will be. Only [`Staging::finish`] moves it
/// there, so whoever interrupts a build keeps the bundle of the build before.
pub struct Staging {
    new: PathBuf,
    old: PathBuf,
    place: PathBuf,
    /// Held until the end, so that two builds at a time do not take each other's files.
    _lock: File,
}

impl Staging {
    /// Begins the folder called `name` below the checkout's `build/`.
    pub fn begin(checkout: &Checkout, name: &str) -> Result<Self, Failure> {
        let builds = checkout.builds();
        fs::create_dir_all(&builds).about("create", &builds)?;
        let lock = lock(&builds.join(format!(".{name}.lock")))?;
        let staging = Self {
            new: builds.join(format!(".{name}.new")),
            old: builds.join(format!(".{name}.old")),
            place: builds.join(name),
            _lock: lock,
        };
        // What an interrupted build left.
        remove(&staging.new)?;
        remove(&staging.old)?;
        fs::create_dir(&staging.new).about("create", &staging.new)?;
        Ok(staging)
    }

    pub fn path(&self) -> &Path {
        &self.new
    }

    /// Puts the folder in its place, instead of the one that was there.
    pub fn finish(self) -> Result<PathBuf, Failure> {
        match fs::rename(&self.place, &self.old) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error).about("move away", &self.place);
            }
            _ => {}
        }
        fs::rename(&self.new, &self.place).about("move into place", &self.new)?;
        remove(&self.old)?;
        Ok(self.place)
    }
}

fn lock(path: &Path) -> Result<File, Failure> {
    let file = File::create(path).about("create", path)?;
    let _progress = Progress::start("waiting for another build to finish");
    file.lock().about("lock", path)?;
    Ok(file)
}

fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error).about("remove", folder),
        _ => Ok(()),
    }
}
