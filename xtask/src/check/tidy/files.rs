//! The files that somebody of us wrote: neither built nor installed, nor other people's.

use std::fs;
use std::path::{Path, PathBuf};

use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};

/// A file whose text the rules look at.
pub struct SourceFile {
    pub path: PathBuf,
    pub text: String,
    /// Whether it is one of the documents whose links are checked: at the root or in `docs/`.
    pub document: bool,
}

impl SourceFile {
    pub fn extension(&self) -> &str {
        self.path.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
    }

    pub fn is_source(&self) -> bool {
        matches!(self.extension(), "rs" | "js" | "mjs" | "css")
    }
}

/// All of them below the checkout.
pub fn all(checkout: &Checkout) -> Result<Vec<SourceFile>, Failure> {
    let mut files = Vec::new();
    collect(checkout, checkout.root(), &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect(checkout: &Checkout, folder: &Path, files: &mut Vec<SourceFile>) -> Result<(), Failure> {
    let document = folder == checkout.root() || folder.starts_with(checkout.path("docs"));
    for entry in fs::read_dir(folder).about("read", folder)? {
        let path = entry.about("read", folder)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            let written = !matches!(&*name, "target" | "build" | "node_modules" | "third_party");
            if written && !name.starts_with('.') {
                collect(checkout, &path, files)?;
            }
            continue;
        }
        let mut file = SourceFile { path, text: String::new(), document };
        if file.is_source() || (document && file.extension() == "md") {
            file.text = fs::read_to_string(&file.path).about("read", &file.path)?;
            files.push(file);
        }
    }
    Ok(())
}
