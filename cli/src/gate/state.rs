//! The folder that all who guard a channel share.

use std::{
    fs::{self, File, OpenOptions},
    io,
    path::{Path, PathBuf},
};

use super::error::GateError;

/// A folder that not everybody may write to: whoever may, opens the gate.
#[derive(Debug)]
pub(super) struct State {
    folder: PathBuf,
}

impl State {
    pub(super) fn open(folder: &Path) -> Result<Self, GateError> {
        let unfit = |error| GateError::Folder { path: folder.to_owned(), error };
        fs::create_dir_all(folder).map_err(unfit)?;
        let metadata = fs::metadata(folder).map_err(unfit)?;
        match exposure(&metadata) {
            Some(mode) => Err(GateError::Exposed { path: folder.to_owned(), mode }),
            None => Ok(Self { folder: folder.to_owned() }),
        }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn copy(&self) -> PathBuf {
        self.folder.join("copy.json")
    }

    /// A file of its own for a channel: `ftp.batch.lock`.
    pub(super) fn of(&self, channel: &str, what: &str) -> PathBuf {
        self.folder.join(format!("{channel}.{what}"))
    }

    /// A file to be locked, made when it is not there. An account that may not write to it can lock it all
    /// the same.
    pub(super) fn lockable(&self, name: &str) -> Result<File, GateError> {
        let path = self.folder.join(name);
        let writing = OpenOptions::new().read(true).append(true).create(true).open(&path);
        let opened = writing.or_else(|error| match error.kind() {
            io::ErrorKind::PermissionDenied => File::open(&path),
            _ => Err(error),
        });
        opened.map_err(|error| GateError::Lock { path, error })
    }
}

/// The mode of a folder that others than its owner and its group may write to.
#[cfg(unix)]
fn exposure(metadata: &fs::Metadata) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    let mode = metadata.permissions().mode() & 0o777;
    (mode & 0o002 != 0).then_some(mode)
}

#[cfg(not(unix))]
fn exposure(_: &fs::Metadata) -> Option<u32> {
    None
}
