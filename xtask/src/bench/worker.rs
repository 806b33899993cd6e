//! The workers that are measured: each in a process of its own, all on the same runtime. Only the
//! edge has a keeper, which it asks every few seconds: that belongs to what it costs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bundle::{self, timeline};
use crate::checkout::Checkout;
use crate::children::{Children, Event};
use crate::failure::{AboutFile, Failure};
use crate::setup::runtime;

/// What a worker written by hand runs with: the same runtime, without a keeper of its own.
const BY_HAND: &str = "gate.capnp";

/// One that runs.
#[derive(Clone, Copy)]
pub struct Worker {
    pub name: &'static str,
    pub process: u32,
    pub port: u16,
}

/// Starts them, and stops them when it goes.
pub struct Workers<'a> {
    pub checkout: &'a Checkout,
    bundle: &'a Path,
    origin: u16,
    children: Children,
}

impl<'a> Workers<'a> {
    pub fn new(checkout: &'a Checkout, bundle: &'a Path, origin: u16, children: Children) -> Self {
        Self { checkout, bundle, origin, children }
    }

    /// Starts the edge as it is deployed, with a timeline of ours.
    pub fn edge(
        &mut self,
        name: &'static str,
        timeline: &timeline::Compiled,
    ) -> Result<Worker, Failure> {
        let folder = self.folder(name)?;
        copy(self.bundle, &folder)?;
        timeline.write(&folder.join(timeline::FILE))?;
        self.start(name, runtime::serve_with_keeper(self.checkout, &folder)?)
    }

    /// Starts a worker written by hand: a file of `xtask/bench/`, and another module beside it.
    pub fn by_hand(
        &mut self,
        name: &'static str,
        script: &str,
        constants: Option<&str>,
    ) -> Result<Worker, Failure> {
        let folder = self.folder(name)?;
        let put = |from: PathBuf, name: &str| {
            fs::copy(&from, folder.join(name)).about("copy", &from).map(drop)
        };
        put(self.checkout.path("xtask/bench").join(script), "entry.js")?;
        put(self.checkout.path("edge").join(BY_HAND), BY_HAND)?;
        if let Some(constants) = constants {
            let path = folder.join("constants.js");
            fs::write(&path, constants).about("write", &path)?;
        }
        bundle::modules::list(&folder)?;
        self.start(name, runtime::serve(self.checkout, &folder.join(BY_HAND))?)
    }

    /// Fails when a worker has ended, or somebody pressed Ctrl-C.
    pub fn check(&mut self) -> Result<(), Failure> {
        loop {
            match self.children.next(std::time::Duration::ZERO)? {
                Event::Line { .. } => {}
                Event::Silence => return Ok(()),
                Event::Interrupted => return Err(Failure::Interrupted),
            }
        }
    }

    fn start(&mut self, name: &'static str, mut command: Command) -> Result<Worker, Failure> {
        command.args(["--socket-addr", "http=127.0.0.1:0"]);
        command.args(["--external-addr", &format!("origin=127.0.0.1:{}", self.origin)]);
        let process = self.children.start(name, &mut command)?;
        let port = self.children.wait_for(name, runtime::listening_port)?;
        Ok(Worker { name, process, port })
    }

    fn folder(&self, name: &str) -> Result<PathBuf, Failure> {
        let folder = self.checkout.path("target/bench").join(name.replace(' ', "-"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).about("create", &folder)?;
        Ok(folder)
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to).about("create", to)?;
    for entry in fs::read_dir(from).about("read", from)? {
        let entry = entry.about("read", from)?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target).about("copy", &path)?;
        }
    }
    Ok(())
}
