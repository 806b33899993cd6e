//! The banner's files, as pages load them: the loader, and a folder with the rest.
//!
//! | file | what |
//! | --- | --- |
//! | `banner.js` | the loader, by the address that stays the same |
//! | `banner/VERSION/banner.js` | the same, by an address whose bytes never change |
//! | `banner/VERSION/define.js` | all other scripts in one |
//! | `banner/VERSION/widget.wasm`, `style.css`, `words/TAG.json` | the decisions, the looks, the words |
//!
//! The version is made of the bytes of all of them, so that each can be kept for ever.

use std::fs;
use std::path::{Path, PathBuf};

use catalogue::Language;

use crate::bundle::staging::Staging;
use crate::bundle::{bind, compile, digest, optimise, script, silence};
use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};

pub const WIDGET: &str = "widget";

/// The loader, in the folder and in each version's.
const LOADER: &str = "banner.js";

/// Builds them, and gives back their folder.
pub fn build(checkout: &Checkout) -> Result<PathBuf, Failure> {
    let staging = Staging::begin(checkout, WIDGET)?;
    let parts = staging.path().join("parts");
    fs::create_dir(&parts).about("create", &parts)?;
    put_module(checkout, &parts)?;
    write_words(&parts)?;
    put_scripts(checkout, staging.path(), &parts)?;
    let version = digest::of_folder(&parts)?;
    let place = staging.path().join("banner").join(&version);
    fs::create_dir(staging.path().join("banner")).about("create", &place)?;
    fs::rename(&parts, &place).about("rename", &parts)?;
    for (file, parts, timeline) in [
        (staging.path().join(LOADER), format!("./banner/{version}/"), "./timeline.json"),
        (place.join(LOADER), "./".to_owned(), "../../timeline.json"),
    ] {
        let places = [("PARTS", &*parts), ("TIMELINE", timeline)];
        script::minified(checkout, &checkout.path("widget/js/loader.js"), &places, &file)?;
    }
    staging.finish()
}

/// The version of what lies in the folder that [`build`] gives back.
pub fn version(widget: &Path) -> Result<String, Failure> {
    let folder = widget.join("banner");
    let mut versions = fs::read_dir(&folder).about("read", &folder)?;
    let only = versions.next().expect("a build puts the folder of its version there");
    Ok(only.about("read", &folder)?.file_name().to_string_lossy().into_owned())
}

fn put_module(checkout: &Checkout, parts: &Path) -> Result<(), Failure> {
    let wasm = compile::widget(checkout)?;
    // Its glue goes to the scripts, and only the module to the pages.
    let glue = glue(checkout);
    fs::create_dir_all(&glue).about("create", &glue)?;
    bind::bind_for_pages(checkout, WIDGET, &wasm, &glue)?;
    let module = parts.join("widget.wasm");
    silence::silence(&glue.join(bind::module(WIDGET)), &module)?;
    optimise::shrink(checkout, &module)
}

fn glue(checkout: &Checkout) -> PathBuf {
    checkout.builds().join(".widget.glue")
}

/// The words of every language.
fn write_words(parts: &Path) -> Result<(), Failure> {
    let folder = parts.join("words");
    fs::create_dir(&folder).about("create", &folder)?;
    for language in Language::ALL {
        let path = folder.join(language.tag()).with_extension("json");
        fs::write(&path, widget::words(*language)).about("write", &path)?;
    }
    Ok(())
}

/// One script out of all but the loader, with the names of the numbers that cross the module's border; and the style by itself, for pages that the edge writes the banner into.
fn put_scripts(checkout: &Checkout, staging: &Path, parts: &Path) -> Result<(), Failure> {
    let sources = staging.join("sources");
    let scripts = sources.join("js");
    fs::create_dir_all(&scripts).about("create", &scripts)?;
    copy_all(&checkout.path("widget/js"), &scripts)?;
    let style = checkout.path("widget/style.css");
    script::minified(checkout, &style, &[], &parts.join("style.css"))?;
    fs::copy(parts.join("style.css"), sources.join("style.css")).about("copy", &style)?;
    let names = scripts.join("names.js");
    fs::write(&names, widget::names()).about("write", &names)?;
    let glue = glue(checkout).join("widget.js");
    fs::copy(&glue, scripts.join("widget.js")).about("copy", &glue)?;
    script::minified(checkout, &scripts.join("define.js"), &[], &parts.join("define.js"))?;
    fs::remove_dir_all(&sources).about("remove", &sources)
}

fn copy_all(from: &Path, to: &Path) -> Result<(), Failure> {
    for entry in fs::read_dir(from).about("read", from)? {
        super::copy(&entry.about("read", from)?.path(), to)?;
    }
    Ok(())
}
