//! `cargo xtask package`: the banner as an npm package, for pages that serve its files themselves.
//!
//! | file | from |
//! | --- | --- |
//! | `package.json` | `widget/package/package.json`, with the version of the workspace |
//! | `README.md`, `index.d.ts` | `widget/package/` |
//! | `LICENSE-APACHE`, `LICENSE-MIT` | the root |
//! | `banner.js`, `banner/VERSION/` | `build/widget` |

use std::fs;
use std::path::{Path, PathBuf};

use crate::bundle::digest;
use crate::bundle::staging::Staging;
use crate::bundle::widget;
use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};

const PACKAGE: &str = "package";

/// `cargo xtask package`
pub fn run(checkout: &Checkout) -> Result<(), Failure> {
    super::set_up(checkout)?;
    let widget = widget::build(checkout)?;
    let package = put(checkout, &widget)?;
    println!("packed {}: `npm pack` or `npm publish` there", checkout.shown(&package));
    Ok(())
}

/// Lays the package out around the banner's files, and gives back its folder.
pub fn put(checkout: &Checkout, widget: &Path) -> Result<PathBuf, Failure> {
    let staging = Staging::begin(checkout, PACKAGE)?;
    let folder = staging.path();
    let own = checkout.path("widget/package");
    for file in digest::files(&own)? {
        super::copy(&file, folder)?;
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        super::copy(&checkout.path(licence), folder)?;
    }
    let manifest = folder.join("package.json");
    let text = fs::read_to_string(&manifest).about("read", &manifest)?;
    // The workspace has one version, and this program is of the workspace.
    let text = text.replace("0.0.0-workspace", env!("CARGO_PKG_VERSION"));
    fs::write(&manifest, text).about("write", &manifest)?;
    for file in digest::files(widget)? {
        let place = folder.join(file.strip_prefix(widget).unwrap_or(&file));
        let parent = place.parent().expect("a file is in a folder");
        fs::create_dir_all(parent).about("create", parent)?;
        fs::copy(&file, &place).about("copy", &file)?;
    }
    staging.finish()
}
