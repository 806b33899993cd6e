//! The banner's files, as pages load them: the loader, and a folder with the rest.

use std::fs;
use std::path::{Path, PathBuf};

use catalogue::Language;

use crate::bundle::staging::Staging;
use crate::bundle::{bind, compile, copy, optimise};
use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};

const WIDGET: &str = "widget";

/// Builds them, and gives back their folder.
pub fn build(checkout: &Checkout) -> Result<PathBuf, Failure> {
    let staging = Staging::begin(checkout, WIDGET)?;
    let parts = staging.path().join("banner");
    fs::create_dir(&parts).about("create", &parts)?;
    let wasm = compile::widget(checkout)?;
    bind::bind_for_pages(checkout, WIDGET, &wasm, &parts)?;
    let module = parts.join(bind::module(WIDGET));
    optimise::shrink(checkout, &module)?;
    fs::rename(&module, parts.join("widget.wasm")).about("rename", &module)?;
    write_words(&parts)?;
    copy_scripts(checkout, staging.path(), &parts)?;
    staging.finish()
}

/// The words of every language, and the names of the numbers that cross the border of the module.
fn write_words(parts: &Path) -> Result<(), Failure> {
    let names = parts.join("names.js");
    fs::write(&names, widget::names()).about("write", &names)?;
    let folder = parts.join("words");
    fs::create_dir(&folder).about("create", &folder)?;
    for language in Language::ALL {
        let path = folder.join(language.tag()).with_extension("json");
        fs::write(&path, widget::words(*language)).about("write", &path)?;
    }
    Ok(())
}

fn copy_scripts(checkout: &Checkout, place: &Path, parts: &Path) -> Result<(), Failure> {
    let scripts = checkout.path("widget/js");
    for entry in fs::read_dir(&scripts).about("read", &scripts)? {
        let path = entry.about("read", &scripts)?.path();
        if path.file_name().is_some_and(|name| name == "loader.js") {
            fs::copy(&path, place.join("banner.js")).about("copy", &path)?;
        } else {
            copy(&path, parts)?;
        }
    }
    Ok(())
}
