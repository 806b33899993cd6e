//! The bundle: everything that the runtime needs, in one folder, whole or not at all.

mod banner;
mod bind;
pub mod compile;
mod digest;
mod embed;
pub mod modules;
mod optimise;
pub mod package;
mod profile;
mod report;
mod script;
mod silence;
pub mod staging;
pub mod timeline;
mod widget;

use std::fs;
use std::path::{Path, PathBuf};

use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};
use crate::setup;

pub use self::profile::Profile;
use self::staging::Staging;
use self::timeline::Compiled;

/// `cargo xtask build`
pub fn run(checkout: &Checkout, schedule: Option<&Path>, profile: Profile) -> Result<(), Failure> {
    let compiled = match schedule {
        Some(path) => timeline::compile(path, &path.display().to_string())?,
        None => compile_default(checkout)?,
    };
    let bundle = build(checkout, profile, &compiled)?;
    println!("{}", report::of(checkout, profile, &bundle, &compiled)?);
    Ok(())
}

/// Compiles the operator's own schedule when there is one, and the founding notice's otherwise.
pub fn compile_default(checkout: &Checkout) -> Result<Compiled, Failure> {
    let name = if checkout.path(OWN).is_file() {
        println!("schedule: {OWN}");
        OWN
    } else {
        println!("schedule: {EXAMPLE} (there is no {OWN} at the root)");
        EXAMPLE
    };
    timeline::compile(&checkout.path(name), name)
}

/// The runtime's configuration, as it is called in the bundle: the gate and the keeper in one process.
pub const CONFIG: &str = "workerd.capnp";

/// All of them: besides, one for the keeper and one for each of several gates.
const CONFIGS: [&str; 3] = [CONFIG, "keeper.capnp", "gate.capnp"];

/// The crates that become modules of wasm. The keeper's is a folder of its own, which a gate never
/// loads: it holds the parser and the zone tables.
const EDGE: &str = "edge";
const KEEPER: &str = "keeper";

const OWN: &str = "schedule.toml";
const EXAMPLE: &str = "examples/immtrac2/schedule.toml";

/// Builds the edge with a timeline in it, and gives back the bundle's folder.
pub fn build(
    checkout: &Checkout,
    profile: Profile,
    compiled: &Compiled,
) -> Result<PathBuf, Failure> {
    set_up(checkout)?;
    let banner = widget::build(checkout)?;
    package::put(checkout, &banner)?;
    let staging = Staging::begin(checkout, profile.folder())?;
    put_module(checkout, profile, EDGE, staging.path())?;
    put_module(checkout, profile, KEEPER, &staging.path().join(KEEPER))?;
    compiled.write(&staging.path().join(timeline::FILE))?;
    copy_sources(checkout, staging.path())?;
    banner::put(&banner, staging.path())?;
    modules::list(staging.path())?;
    staging.finish()
}

/// Puts the module of a package and its glue into `folder`.
fn put_module(
    checkout: &Checkout,
    profile: Profile,
    package: &str,
    folder: &Path,
) -> Result<(), Failure> {
    let wasm = compile::module(checkout, profile, package)?;
    fs::create_dir_all(folder).about("create", folder)?;
    bind::bind(checkout, package, &wasm, folder)?;
    if profile == Profile::Release {
        optimise::optimise(checkout, &folder.join(bind::module(package)))?;
    }
    Ok(())
}

/// What every build needs from the machine.
pub fn set_up(checkout: &Checkout) -> Result<(), Failure> {
    setup::target::ensure()?;
    setup::node::check()?;
    setup::packages::install(&checkout.path("xtask"), "the edge's runtime and wasm-opt")
}

/// The thin JavaScript around the wasm, and the configuration for the runtime.
fn copy_sources(checkout: &Checkout, to: &Path) -> Result<(), Failure> {
    let scripts = checkout.path("edge/js");
    for entry in fs::read_dir(&scripts).about("read", &scripts)? {
        let path = entry.about("read", &scripts)?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            copy(&path, to)?;
        }
    }
    CONFIGS.iter().try_for_each(|config| copy(&checkout.path("edge").join(config), to))
}

fn copy(file: &Path, folder: &Path) -> Result<(), Failure> {
    let name = file.file_name().expect("a file of a folder has a name");
    fs::copy(file, folder.join(name)).about("copy", file).map(drop)
}
