//! Putting a file in the place of another, so that nobody ever reads half of one.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::Path,
};

/// Puts `text` in the place of whatever is there. Only one at a time: the caller holds a lock.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let new = path.with_file_name(format!(".{}.new", name.trim_start_matches('.')));
    // What a power cut left behind; and whoever puts a link here does not choose where it leads.
    match fs::remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let written =
        OpenOptions::new().write(true).create_new(true).open(&new).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            permit(&file, path)?;
            file.sync_all()
        });
    written.and_then(|()| fs::rename(&new, path)).inspect_err(|_| {
        let _ = fs::remove_file(&new);
    })
}

/// As the file before it; a new one can be read by everybody, whatever the account's mask is: nothing
/// that is written here is a secret, and the file server has an account of its own.
#[cfg(unix)]
fn permit(file: &File, before: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let permissions = match fs::symlink_metadata(before) {
        Ok(metadata) if metadata.is_file() => metadata.permissions(),
        _ => fs::Permissions::from_mode(0o644),
    };
    file.set_permissions(permissions)
}

#[cfg(not(unix))]
fn permit(_: &File, _: &Path) -> io::Result<()> {
    Ok(())
}
