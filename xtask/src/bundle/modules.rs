//! The list of the bundle's modules, in the form that the runtime's configuration imports.

use std::fs;
use std::path::Path;

use crate::failure::{AboutFile, Failure};

const FILE: &str = "modules.capnp";

/// The module that the runtime starts with, which it takes to be the first of the list.
const ENTRY: &str = "entry.js";

/// Writes the list of all modules below `bundle` into it.
pub fn list(bundle: &Path) -> Result<(), Failure> {
    let mut names = Vec::new();
    collect(bundle, "", &mut names)?;
    names.sort_by_key(|name| (name != ENTRY, name.clone()));
    let path = bundle.join(FILE);
    fs::write(&path, text(&names)).about("write", &path)
}

fn collect(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).about("read", folder)? {
        let path = entry.about("read", folder)?.path();
        let own = path.file_name().expect("an entry of a folder has a name").to_string_lossy();
        let name = format!("{prefix}{own}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), names)?;
        } else if kind(&name).is_some() {
            names.push(name);
        }
    }
    Ok(())
}

fn text(names: &[String]) -> String {
    let mut text = String::from(
        "# Written by `cargo xtask build`: every module of the worker, the entry first.\n\
         using Workerd = import \"/workerd/workerd.capnp\";\n\n\
         const modules :List(Workerd.Worker.Module) = [\n",
    );
    for name in names {
        let kind = kind(name).unwrap_or("data");
        text += &format!("  (name = \"{name}\", {kind} = embed \"{name}\"),\n");
    }
    text + "];\n"
}

/// How the runtime is to take a file, or nothing when it is not a module.
fn kind(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "js" => Some("esModule"),
        "wasm" => Some("wasm"),
        "bin" => Some("data"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_becomes_a_module_of_its_kind() {
        let names = ["entry.js", "edge_bg.wasm", "snippets/a-1/inline0.js", "timeline.bin"];
        let text = text(&names.map(str::to_owned));
        let list = text.split_once("= [\n").expect("the list begins").1;
        assert_eq!(
            list,
            "  (name = \"entry.js\", esModule = embed \"entry.js\"),\n  \
               (name = \"edge_bg.wasm\", wasm = embed \"edge_bg.wasm\"),\n  \
               (name = \"snippets/a-1/inline0.js\", esModule = embed \"snippets/a-1/inline0.js\"),\n  \
               (name = \"timeline.bin\", data = embed \"timeline.bin\"),\n];\n"
        );
    }
}
