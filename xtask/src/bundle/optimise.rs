//! wasm-opt: smaller and faster wasm, without names and other sections that only debuggers read.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};
use crate::process;
use crate::progress::Progress;

/// Optimises a module of the edge in place, for speed.
pub fn optimise(checkout: &Checkout, module: &Path) -> Result<(), Failure> {
    wasm_opt(checkout, module, &FLAGS)
}

/// Optimises a module that is downloaded in place, for size.
pub fn shrink(checkout: &Checkout, module: &Path) -> Result<(), Failure> {
    wasm_opt(checkout, module, &SHRINK)
}

fn wasm_opt(checkout: &Checkout, module: &Path, flags: &[&str]) -> Result<(), Failure> {
    let doing = format!("optimising {}", module.file_name().unwrap_or_default().display());
    let _progress = Progress::start(&doing);
    let optimised = module.with_extension("optimised");
    process::quietly(
        &doing,
        Command::new("node")
            .arg(checkout.path("xtask/node_modules/binaryen/bin/wasm-opt"))
            .arg(module)
            .arg("-o")
            .arg(&optimised)
            .args(flags),
    )?;
    fs::rename(&optimised, module).about("rename", &optimised)
}

const FLAGS: [&str; 5] = [
    // Speed: the gate's share of every request counts more than a few kilobytes at a start.
    "-O3",
    // The runtime is V8, which has all of them.
    "--all-features",
    // Here and not in the cargo profile: `strip = true` would take the section that tells
    // wasm-bindgen which features the module uses.
    "--strip-debug",
    "--strip-producers",
    // It cuts zeros out of the data, which makes zone tables smaller raw and larger compressed.
    "--skip-pass=memory-packing",
];

const SHRINK: [&str; 12] = [
    "-Oz",
    // Of all that wasm has become, what the oldest browsers know that the scripts are written for.
    "--mvp-features",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--converge",
];
