//! Why a command stopped, in one sentence: what failed, why, and how to mend it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

/// Why a command stopped. `Display` is the sentence that ends it.
#[derive(Debug)]
pub enum Failure {
    /// A program that this machine must bring is not there.
    Missing {
        program: String,
        needed: &'static str,
        mend: &'static str,
    },
    /// It is there, but too old.
    TooOld {
        program: &'static str,
        found: String,
        mend: &'static str,
    },
    /// It could not be started for another reason.
    Start {
        program: String,
        source: io::Error,
    },
    /// It ran and failed; what it printed stands above this sentence.
    Exit {
        doing: String,
        status: ExitStatus,
    },
    /// Something had to be fetched, and the network did not answer.
    Network {
        doing: String,
    },
    /// The disk is full.
    DiskFull {
        doing: String,
    },
    /// A file could not be read, written or moved.
    File {
        doing: &'static str,
        path: PathBuf,
        source: io::Error,
    },
    /// A schedule has mistakes; the pictures of them stand above this sentence.
    Schedule {
        name: String,
        mistakes: usize,
    },
    /// The npm packages hold no runtime for this kind of machine.
    NoRuntime {
        expected: PathBuf,
    },
    /// wasm-bindgen is linked into the edge in one version and into xtask in another.
    BindgenParted {
        edge: String,
        xtask: String,
    },
    /// wasm-bindgen refused the module.
    Bindgen {
        reason: String,
    },
    /// The banner's module is not what we know how to make smaller.
    Module {
        path: PathBuf,
        reason: String,
    },
    /// wasm-bindgen writes another import than the one that we know how to rewrite.
    BindgenImport {
        path: PathBuf,
    },
    /// Somebody else listens where we want to; `free` is a port to suggest.
    PortTaken {
        port: u16,
        flag: &'static str,
        free: Option<u16>,
    },
    /// The system does not let us listen there.
    PortRefused {
        port: u16,
        flag: &'static str,
        source: io::Error,
    },
    /// The edge and the origin were given one port.
    SamePort {
        port: u16,
    },
    /// A server that should have gone on has ended; `last` are its last lines.
    Died {
        name: &'static str,
        status: ExitStatus,
        last: String,
    },
    /// Somebody pressed Ctrl-C before everything was ready.
    Interrupted,
    /// A step of the tests failed.
    Step {
        name: String,
        source: Box<Failure>,
    },
    /// House rules are broken.
    Untidy {
        untidy: Vec<String>,
    },
    /// There is nothing to run.
    NoTests {
        folder: PathBuf,
    },
    /// `CHROMIUM` names no file.
    NoSuchChromium {
        chosen: PathBuf,
    },
    /// There is no browser, and we may not install one.
    NoChromium,
    /// Processor times are read in Linux's way.
    NotLinux,
    /// A measured worker did not answer.
    NoAnswer {
        worker: &'static str,
        source: io::Error,
    },
    /// It answered, but not what it is measured for.
    WrongAnswer {
        worker: &'static str,
        found: u16,
        expected: u16,
    },
    /// The worker that repeats the edge's answer says something else.
    UnlikeAnswers {
        worker: &'static str,
    },
    /// Cargo succeeded without naming the file that it built.
    NoArtefact {
        package: String,
    },
    NotPublished {
        why: String,
    },
    /// A line of the time zone source is of no kind that we know.
    ZoneSource {
        line: usize,
        text: String,
    },
    /// The generator of zone tables writes another shape than the one that we know how to prune.
    ZoneTables {
        text: String,
    },
    /// There is a newer release than the one in the checkout.
    ZonesBehind {
        vendored: String,
        newest: String,
    },
    /// The package that this machine is offered is older than what is in the checkout.
    ZonesAhead {
        vendored: String,
        offered: String,
    },
    /// The tables in the checkout are not what is made from their own release.
    ZonesAltered {
        release: String,
    },
    /// The simulation of reopening gives other numbers or pictures than those in the checkout.
    ReopeningStale {
        files: Vec<String>,
    },
    /// The simulation of a fleet gives other numbers than those in the checkout.
    ScaleStale,
    /// What was measured was not said as it is expected.
    NoMeasure {
        said: String,
    },
    /// A document does not say where a part of it is that a command makes.
    Unmarked {
        path: PathBuf,
        /// The comment that stands before it.
        begin: String,
    },
    /// The reader does not say one of the numbers that the simulation is made with.
    ScaleParameter {
        path: PathBuf,
        name: &'static str,
    },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { program, needed, mend } => write!(
                f,
                "there is no `{program}` on this machine, and it is needed {needed}: {mend}, then \
                 run this again"
            ),
            Self::TooOld { program, found, mend } => write!(
                f,
                "`{program}` is {found} here, which is too old: {mend}, then run this again"
            ),
            Self::Start { program, source } => write!(
                f,
                "`{program}` could not be started ({source}): check that it runs by itself"
            ),
            Self::Exit { doing, status } => {
                write!(f, "{doing} failed ({status}); its own messages above say why")
            }
            Self::Network { doing } => write!(
                f,
                "{doing} failed because the network did not answer: connect this machine, or set \
                 its proxy, then run this again"
            ),
            Self::DiskFull { doing } => write!(
                f,
                "{doing} failed because the disk is full: free some space (`cargo clean` is a \
                 start), then run this again"
            ),
            Self::File { doing, path, source } => {
                let path = path.display();
                write!(f, "could not {doing} `{path}` ({source}){}", mend_file(source))
            }
            Self::Schedule { name, mistakes: 1 } => {
                write!(f, "`{name}` has a mistake, shown above: mend it, then run this again")
            }
            Self::Schedule { name, mistakes } => write!(
                f,
                "`{name}` has {mistakes} mistakes, shown above: mend them, then run this again"
            ),
            Self::NoRuntime { expected } => write!(
                f,
                "the npm packages brought no runtime for this kind of machine (`{}` is missing): \
                 use Linux or macOS on x64 or arm64, or Windows on x64",
                expected.display()
            ),
            Self::BindgenParted { edge, xtask } => write!(
                f,
                "Cargo.lock has wasm-bindgen {edge} for the edge and {xtask} for xtask, which \
                 must be the same: write `wasm-bindgen-cli-support = \"={edge}\"` in \
                 xtask/Cargo.toml"
            ),
            Self::Bindgen { reason } => {
                write!(f, "wasm-bindgen refused the edge's module: {reason}")
            }
            Self::Module { path, reason } => {
                write!(f, "the module `{}` could not be made smaller: {reason}", path.display())
            }
            Self::BindgenImport { path } => write!(
                f,
                "`{}` does not import its wasm in the way that xtask knows to rewrite, so \
                 wasm-bindgen has changed: adapt xtask/src/bundle/bind.rs to what it writes now",
                path.display()
            ),
            Self::NoArtefact { package } => write!(
                f,
                "cargo built the {package} but named no wasm file: check that its Cargo.toml has \
                 `crate-type = [\"cdylib\"]`"
            ),
            Self::NotPublished { why } => {
                write!(f, "the keeper did not take the demo's schedule: {why}")
            }
            Self::PortTaken { port, flag, free } => {
                let free = free.map_or("PORT".to_owned(), |free| free.to_string());
                write!(
                    f,
                    "port {port} is in use by another program: stop that one, or choose another \
                     port with `{flag} {free}`"
                )
            }
            Self::PortRefused { port, flag, source } => write!(
                f,
                "this machine does not let us listen on port {port} ({source}): choose another \
                 with `{flag} PORT`"
            ),
            Self::SamePort { port } => write!(
                f,
                "the edge and the portal cannot both listen on port {port}: give `--port` and \
                 `--origin-port` different ones"
            ),
            Self::Died { name, status, last } if last.is_empty() => {
                write!(f, "the {name} ended by itself ({status}) without a word")
            }
            Self::Died { name, status, last } => {
                let last = last.trim_end();
                write!(f, "the {name} ended by itself ({status}), and its last words were:\n{last}")
            }
            Self::Interrupted => {
                write!(f, "stopped before everything was ready; nothing is left running")
            }
            Self::Step { name, source } => {
                write!(f, "{source}; to run this step again: `cargo xtask test --only {name}`")
            }
            Self::Untidy { untidy } => {
                write!(f, "the house rules are broken:\n  {}\nmend that", untidy.join("\n  "))
            }
            Self::NoTests { folder } => write!(
                f,
                "there is no `*.test.mjs` in `{}`: this checkout is not whole",
                folder.display()
            ),
            Self::NoSuchChromium { chosen } => write!(
                f,
                "`CHROMIUM` says `{}`, which is no file: let it name the browser's program",
                chosen.display()
            ),
            Self::NoChromium => write!(
                f,
                "there is no Chromium for the browser tests: install it, let `CHROMIUM` name its \
                 program, or leave these tests out with `--quick`"
            ),
            Self::NotLinux => write!(
                f,
                "the benchmark reads processor times from /proc, which only Linux has: run it there"
            ),
            Self::NoAnswer { worker, source } => write!(
                f,
                "`{worker}` did not answer the benchmark ({source}): run it again, and look at \
                 target/bench if that does not help"
            ),
            Self::WrongAnswer { worker, found, expected } => write!(
                f,
                "`{worker}` answered {found} instead of {expected}, so there is nothing to measure: \
                 see what `cargo xtask test` says"
            ),
            Self::UnlikeAnswers { worker } => write!(
                f,
                "`{worker}` does not say what the edge says, so comparing them means nothing: \
                 adapt xtask/bench/answer.js"
            ),
            Self::ZoneSource { line, text } => write!(
                f,
                "line {line} of the time zone data is `{text}`, which is no comment, rule, zone or \
                 link: its format has changed, so adapt xtask/src/tzdata to it"
            ),
            Self::ZoneTables { text } => write!(
                f,
                "the generated zone tables are not as expected at `{text}`: chrono-tz-build has \
                 changed, so adapt xtask/src/tzdata/prune.rs to what it writes now"
            ),
            Self::ZonesBehind { vendored, newest } => write!(
                f,
                "the zone tables have fallen behind: they hold {vendored}, and IANA {newest} is \
                 out: run `cargo xtask tzdata`, and commit what it changes"
            ),
            Self::ZonesAhead { vendored, offered } => write!(
                f,
                "the newest tzdata package offered to this machine is IANA {offered}, older than \
                 the tables' {vendored}: let pip read another index"
            ),
            Self::ZonesAltered { release } => write!(
                f,
                "the zone tables are not what IANA {release} gives, so somebody or another version \
                 of the generator has changed them: run `cargo xtask tzdata`, and look at the change"
            ),
            Self::ReopeningStale { files } => write!(
                f,
                "what the simulation of reopening gives is not what is in {}: run `cargo xtask \
                 reopening`, and look at the change",
                files.join(", ")
            ),
            Self::ScaleStale => f.write_str(
                "what the simulation of a fleet gives is not what is in docs/scale.md: run `cargo \
                 xtask scale`, and look at the change",
            ),
            Self::NoMeasure { said } => {
                write!(f, "expected the measuring script to print JSON, but it printed `{said}`")
            }
            Self::Unmarked { path, begin } => write!(
                f,
                "`{}` does not say where a part of it is: put back `{}`, and `<!-- end of what is \
                 made -->` below it",
                path.display(),
                begin.trim_end()
            ),
            Self::ScaleParameter { path, name } => write!(
                f,
                "`{}` has no line `const {name} = …;` with a number of milliseconds, which the \
                 simulation of a fleet is made with: put it back, or mend xtask/src/scale/reader.rs",
                path.display()
            ),
        }
    }
}

fn mend_file(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::StorageFull => ": free some space on the disk, then run this again",
        io::ErrorKind::NotFound => ": check the path",
        io::ErrorKind::PermissionDenied => ": check who owns it",
        _ => "",
    }
}

/// Says which file an I/O error was about.
pub trait AboutFile<T> {
    fn about(self, doing: &'static str, path: &Path) -> Result<T, Failure>;
}

impl<T> AboutFile<T> for io::Result<T> {
    fn about(self, doing: &'static str, path: &Path) -> Result<T, Failure> {
        self.map_err(|source| Failure::File { doing, path: path.to_owned(), source })
    }
}
