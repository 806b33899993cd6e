//! Where things are in this checkout.

use std::path::{Path, PathBuf};

/// The checkout that this xtask was built from. All its paths are absolute.
pub struct Checkout {
    root: PathBuf,
}

impl Checkout {
    pub fn here() -> Self {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = xtask.parent().expect("xtask is a folder of the checkout");
        Self { root: root.to_owned() }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path below the root, given with forward slashes.
    pub fn path(&self, below: &str) -> PathBuf {
        self.root.join(below)
    }

    /// The folder that holds the finished bundles.
    pub fn builds(&self) -> PathBuf {
        self.path("build")
    }

    /// The path as a person at the root would type it.
    pub fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }
}
