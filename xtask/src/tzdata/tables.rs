//! chrono-tz's tables, made by its own generator out of a source.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::{AboutFile, Failure};
use crate::process;
use crate::progress::Progress;
use crate::tzdata::expand::expand;
use crate::tzdata::prune::{self, Pruned};
use crate::tzdata::scratch::Scratch;
use crate::tzdata::source::Source;

/// The tables with every zone.
pub const TIMEZONES: &str = "timezones.rs";
/// The zones by continent, and the release.
pub const DIRECTORY: &str = "directory.rs";

/// The files that take the place of chrono-tz's own.
pub struct Tables {
    pub release: String,
    pub zones: usize,
    pub transitions: usize,
    /// Each file's name and text. The directory is last, because it says the release.
    pub files: [(&'static str, String); 2],
}

impl Tables {
    pub fn generate(source: &Source, scratch: &Scratch) -> Result<Self, Failure> {
        let doing = "generating the zone tables";
        let _progress = Progress::start(doing);
        let folder = scratch.path();
        lay_out(source, folder)?;
        process::quietly(doing, ourselves()?.arg(folder).env("CARGO_MANIFEST_DIR", folder))?;
        let read = |name| {
            let path = folder.join(name);
            fs::read_to_string(&path).about("read", &path)
        };
        let Pruned { text, zones, transitions } = prune::prune(&read(TIMEZONES)?)?;
        let release = source.release().to_owned();
        let headed = |text: String| format!("{}{text}", header(&release));
        let files = [(TIMEZONES, headed(text)), (DIRECTORY, headed(read(DIRECTORY)?))];
        Ok(Self { release, zones, transitions, files })
    }
}

/// What runs in a process of its own: the generator is made for build scripts, so it finds its
/// input by the variable that cargo sets for these, and panics when there is anything wrong.
pub fn write_raw(folder: &Path) {
    chrono_tz_build::main(folder, false, false);
}

fn ourselves() -> Result<Command, Failure> {
    let program = std::env::current_exe().about("find", Path::new("xtask's own program"))?;
    let mut command = Command::new(program);
    command.args(["tzdata", "--raw-tables"]);
    Ok(command)
}

/// The input as the generator expects it: the IANA's nine files, of which one holds everything, and
/// the news, where it looks for the release.
fn lay_out(source: &Source, folder: &Path) -> Result<(), Failure> {
    let news = format!("Release {} - from the tzdata package\n", source.release());
    let mut files = vec![("africa", expand(source)?), ("NEWS", news)];
    for empty in [
        "antarctica",
        "asia",
        "australasia",
        "backward",
        "etcetera",
        "europe",
        "northamerica",
        "southamerica",
    ] {
        files.push((empty, String::new()));
    }
    let tz = folder.join("tz");
    fs::create_dir(&tz).about("create", &tz)?;
    files.into_iter().try_for_each(|(name, text)| {
        let path = tz.join(name);
        fs::write(&path, text).about("write", &path)
    })
}

fn header(release: &str) -> String {
    let (first, last) = (prune::FIRST_YEAR, prune::LAST_YEAR);
    format!(
        "// Written by `cargo xtask tzdata` from IANA {release}, for {first} to {last}; these are \
         not\n// chrono-tz's own tables. Do not edit.\n\n"
    )
}
