//! What a folder is known by: a name made of the bytes of all that is in it.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::failure::{AboutFile, Failure};

/// Ten hexadecimal digits out of the names and the bytes of all files below a folder.
pub fn of_folder(folder: &Path) -> Result<String, Failure> {
    let mut hash = Sha256::new();
    for file in files(folder)? {
        let bytes = fs::read(&file).about("read", &file)?;
        let name = file.strip_prefix(folder).unwrap_or(&file).display().to_string();
        for part in [name.as_bytes(), &bytes] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    Ok(hex(&hash.finalize()))
}

/// The same out of the bytes of one file.
pub fn of_bytes(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(hash: &[u8]) -> String {
    hash.iter().take(5).map(|octet| format!("{octet:02x}")).collect()
}

/// All files below a folder, in the order of their paths.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).about("read", folder)? {
        let path = entry.about("read", folder)?.path();
        if path.is_dir() { files.extend(self::files(&path)?) } else { files.push(path) }
    }
    files.sort();
    Ok(files)
}
