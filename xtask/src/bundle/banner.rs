//! The banner's files in the worker's bundle: as data that nobody runs there, and a list of them.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::bundle::digest;
use crate::failure::{AboutFile, Failure};

/// Copies the files of `widget` into a folder of the bundle, each as it is and as it is sent to those who
/// understand Brotli, with a module that lists them by the address below the prefix.
pub fn put(widget: &Path, bundle: &Path) -> Result<(), Failure> {
    let folder = bundle.join("banner");
    fs::create_dir(&folder).about("create", &folder)?;
    let (mut imports, mut list, mut version) = (String::new(), String::new(), String::new());
    for (number, file) in digest::files(widget)?.into_iter().enumerate() {
        let address = file.strip_prefix(widget).unwrap_or(&file).display().to_string();
        if let Some((known, _)) =
            address.strip_prefix("banner/").and_then(|rest| rest.split_once('/'))
        {
            known.clone_into(&mut version);
        }
        let plain = fs::read(&file).about("read", &file)?;
        for (kind, bytes) in [("plain", &plain), ("brotli", &brotli(&plain))] {
            let path = folder.join(format!("{number}-{kind}.bin"));
            fs::write(&path, bytes).about("write", &path)?;
            let _ = writeln!(imports, "import {kind}{number} from \"./{number}-{kind}.bin\";");
        }
        let _ = writeln!(
            list,
            "  [\"/{address}\", {{ plain: plain{number}, brotli: brotli{number}, tag: '\"{}\"' }}],",
            digest::of_bytes(&plain),
        );
    }
    let text = format!(
        "// Written by `cargo xtask build`: the banner's files, by the address below the prefix.\n\
         {imports}\nexport const version = \"{version}\";\n\nexport const files = new Map([\n{list}]);\n"
    );
    let path = folder.join("files.js");
    fs::write(&path, text).about("write", &path)
}

/// As small as it gets: it is done once, and sent to everybody.
fn brotli(bytes: &[u8]) -> Vec<u8> {
    let settings =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 18, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &settings)
        .expect("reading and writing memory cannot fail");
    packed
}
