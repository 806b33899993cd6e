//! A folder for what is in the making, gone when the work is done or has failed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};

pub struct Scratch(PathBuf);

impl Scratch {
    /// An empty folder of this process alone, so that two runs do not take each other's files.
    pub fn create(checkout: &Checkout) -> Result<Self, Failure> {
        let path = checkout.path("target/tzdata").join(std::process::id().to_string());
        // A process of the same number may have been killed before it could tidy up.
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).about("create", &path)?;
        Ok(Self(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// A new folder in it.
    pub fn folder(&self, name: &str) -> Result<PathBuf, Failure> {
        let path = self.0.join(name);
        fs::create_dir(&path).about("create", &path)?;
        Ok(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What stays behind lies in `target` and harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}
