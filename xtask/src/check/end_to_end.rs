//! The tests on built things: the worker on the real runtime, pages in a real browser.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::check::tally::Tally;
use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};
use crate::process;
use crate::setup::{chromium, firefox, packages, python, runtime, vsftpd};

/// Tests in a folder of this name need a browser, and only they do.
const BROWSER: &str = "browser";

pub fn run(checkout: &Checkout, quick: bool, tally: &mut Tally) -> Result<(), Failure> {
    let folder = checkout.path("tests");
    packages::install(&folder, "the packages of the tests")?;
    let mut files = Vec::new();
    collect(&folder, &mut files)?;
    if quick {
        files.retain(|file| !needs_browser(file));
    }
    if files.is_empty() {
        return Err(Failure::NoTests { folder });
    }
    files.sort();

    let mut node = Command::new("node");
    // One file at a time: some of them measure milliseconds.
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1"])
        .args(files)
        .current_dir(checkout.root())
        .env("INTERMISSION_WORKERD", runtime::path(checkout)?)
        .env("INTERMISSION_BUILD", checkout.builds())
        .env("INTERMISSION_PYTHON", python::ensure(checkout)?);
    let xtask = env::current_exe().about("find this program itself", Path::new("xtask"))?;
    node.env("INTERMISSION_XTASK", xtask);
    if let Some(vsftpd) = vsftpd::ensure()? {
        node.env("VSFTPD", vsftpd);
    }
    if !quick {
        node.env("CHROMIUM", chromium::ensure()?);
        if let Some(firefox) = firefox::ensure()? {
            node.env("FIREFOX", firefox);
        }
    }
    process::aloud("the end-to-end tests", &mut node, |line| tally.hear(line))
}

fn needs_browser(file: &Path) -> bool {
    file.parent().is_some_and(|folder| folder.ends_with(BROWSER))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).about("read", folder)? {
        let path = entry.about("read", folder)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && name != "node_modules" {
            collect(&path, files)?;
        } else if name.ends_with(".test.mjs") {
            files.push(path);
        }
    }
    Ok(())
}
