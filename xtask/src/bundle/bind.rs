//! wasm-bindgen: the JavaScript that carries values across the border of the module.

use std::error::Error;
use std::fs;
use std::io;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};
use crate::progress::Progress;

/// What wasm-bindgen writes before the name of a module, and what the runtimes understand: neither
/// workerd nor wrangler's bundler knows the proposal for importing the source of a module, but both
/// give the compiled module for a plain import of a `.wasm` file.
const SOURCE_IMPORT: &str = "import source wasmModule from \"./";
const PLAIN_IMPORT: &str = "import wasmModule from \"./";

/// The bound module of a package, as it is called in its folder.
pub fn module(package: &str) -> String {
    format!("{package}_bg.wasm")
}

/// Writes the bound module of a package and its glue to `folder`.
pub fn bind(checkout: &Checkout, package: &str, wasm: &Path, folder: &Path) -> Result<(), Failure> {
    let doing = format!("binding the {package} to JavaScript");
    let _progress = Progress::start(&doing);
    check_versions(checkout)?;
    generate(&doing, wasm, folder, |bindgen| {
        // After a panic the instance can be made anew, without restarting the isolate.
        bindgen.module(true).is_ok_and(|bindgen| {
            bindgen.reset_state_function(true);
            true
        })
    })?;
    let glue = folder.join(format!("{package}.js"));
    let text = fs::read_to_string(&glue).about("read", &glue)?;
    let text = rewritten(&text).ok_or_else(|| Failure::BindgenImport { path: glue.clone() })?;
    fs::write(&glue, text).about("write", &glue)
}

/// Writes the bound module of a package for pages, which hand it over compiled.
pub fn bind_for_pages(
    checkout: &Checkout,
    package: &str,
    wasm: &Path,
    folder: &Path,
) -> Result<(), Failure> {
    let doing = format!("binding the {package} to JavaScript");
    let _progress = Progress::start(&doing);
    check_versions(checkout)?;
    generate(&doing, wasm, folder, |bindgen| {
        bindgen.web(true).is_ok_and(|bindgen| {
            bindgen.omit_default_module_path(true);
            true
        })
    })
}

/// `target` chooses what the JavaScript is for, and says whether that was possible.
fn generate(
    doing: &str,
    wasm: &Path,
    folder: &Path,
    target: impl FnOnce(&mut Bindgen) -> bool,
) -> Result<(), Failure> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).typescript(false);
    if !target(&mut bindgen) {
        return Err(Failure::Bindgen { reason: "it does not know the target".to_owned() });
    }
    // Its error wraps what the system said, and a full disk is no fault of the module's.
    bindgen.generate(folder).map_err(|error| match error.chain().any(is_full) {
        true => Failure::DiskFull { doing: doing.to_owned() },
        false => Failure::Bindgen { reason: format!("{error:#}") },
    })
}

fn is_full(cause: &(dyn Error + 'static)) -> bool {
    let kind = cause.downcast_ref::<io::Error>().map(io::Error::kind);
    kind == Some(io::ErrorKind::StorageFull)
}

/// Both sides of the border must be of one version. Cargo cannot link two, so this speaks before
/// wasm-bindgen does, and in words that say which line to change.
fn check_versions(checkout: &Checkout) -> Result<(), Failure> {
    let path = checkout.path("Cargo.lock");
    let lock = fs::read_to_string(&path).about("read", &path)?;
    match (locked(&lock, "wasm-bindgen"), locked(&lock, "wasm-bindgen-cli-support")) {
        (Some(edge), Some(xtask)) if edge != xtask => {
            Err(Failure::BindgenParted { edge: edge.to_owned(), xtask: xtask.to_owned() })
        }
        _ => Ok(()),
    }
}

/// The version of a package in the text of a Cargo.lock.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    after.split('"').next()
}

/// The glue with an import that the runtimes understand, or nothing when it is not there once.
fn rewritten(glue: &str) -> Option<String> {
    (glue.matches(SOURCE_IMPORT).count() == 1).then(|| glue.replace(SOURCE_IMPORT, PLAIN_IMPORT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_import_of_the_module_is_rewritten_and_nothing_else() {
        let glue =
            "import { a } from './b.js';\nimport source wasmModule from \"./edge_bg.wasm\";\nrest";
        let expect =
            "import { a } from './b.js';\nimport wasmModule from \"./edge_bg.wasm\";\nrest";
        assert_eq!(rewritten(glue).as_deref(), Some(expect));
    }

    #[test]
    fn glue_that_imports_otherwise_is_refused() {
        assert_eq!(rewritten("import * as wasm from './edge_bg.wasm';"), None);
        assert_eq!(rewritten(&format!("{SOURCE_IMPORT};{SOURCE_IMPORT};")), None);
    }

    #[test]
    fn a_locked_version_is_found_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "wasm"), None);
    }
}
