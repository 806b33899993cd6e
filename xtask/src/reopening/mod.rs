//! `cargo xtask reopening`: how clients come back after a window, simulated, in
//! `docs/reopening.md`.
//!
//! | file | what |
//! | --- | --- |
//! | [`crowd`] | who comes |
//! | [`scenario`] | the ways of reopening that are compared |
//! | [`site`] | what a client is told: the product's own gate and answers |
//! | [`queue`], [`simulation`] | virtual time, and what happens in it |
//! | [`record`] | what is counted |
//! | [`document`], [`chart`], [`figures`] | the table and the pictures |
//!
//! Nothing in it depends on the machine or the clock: the same source gives the same bytes.

mod chart;
mod crowd;
mod document;
pub mod figures;
mod queue;
mod record;
mod scenario;
mod simulation;
mod site;

use std::fs;
use std::path::PathBuf;
use std::thread;

use crate::checkout::Checkout;
use crate::failure::{AboutFile, Failure};
use crate::progress::Progress;

use self::record::Record;
use self::scenario::Scenario;
use self::site::Site;

const DOCUMENT: &str = "docs/reopening.md";
const LINEAR: &str = "docs/reopening/linear.svg";
const LOGARITHMIC: &str = "docs/reopening/logarithmic.svg";

#[derive(clap::Args)]
pub struct Options {
    /// Only say whether the document and its pictures are what the simulation gives
    #[arg(long)]
    check: bool,
}

pub fn run(checkout: &Checkout, options: &Options) -> Result<(), Failure> {
    if options.check { check(checkout) } else { renew(checkout) }
}

/// Whether the document and its pictures are what the simulation gives.
pub fn check(checkout: &Checkout) -> Result<(), Failure> {
    let stale: Vec<String> = made(checkout)?
        .iter()
        .filter(|made| !made.is_there())
        .map(|made| checkout.shown(&made.path))
        .collect();
    if stale.is_empty() { Ok(()) } else { Err(Failure::ReopeningStale { files: stale }) }
}

fn renew(checkout: &Checkout) -> Result<(), Failure> {
    for made in made(checkout)? {
        let shown = checkout.shown(&made.path);
        if made.is_there() {
            println!("{shown} is as it was");
            continue;
        }
        let folder = made.path.parent().expect("a file is in a folder");
        fs::create_dir_all(folder).about("make the folder", folder)?;
        fs::write(&made.path, &made.text).about("write", &made.path)?;
        println!("{shown} is renewed");
    }
    Ok(())
}

/// A file as it should be.
struct Made {
    path: PathBuf,
    text: String,
}

impl Made {
    fn is_there(&self) -> bool {
        fs::read(&self.path).is_ok_and(|bytes| bytes == self.text.as_bytes())
    }
}

fn made(checkout: &Checkout) -> Result<[Made; 3], Failure> {
    let path = checkout.path(DOCUMENT);
    let document = fs::read_to_string(&path).about("read", &path)?;
    let records = simulate();
    let Some(text) = document::renewed(&document, &records) else {
        return Err(Failure::Unmarked { path, begin: document::BEGIN.to_owned() });
    };
    let picture = |file, text| Made { path: checkout.path(file), text };
    Ok([
        Made { path, text },
        picture(LINEAR, chart::linear::draw(&records)),
        picture(LOGARITHMIC, chart::logarithmic::draw(&records)),
    ])
}

/// All ways of reopening at a time: they share the crowd and nothing else.
fn simulate() -> Vec<(Scenario, Record)> {
    let _progress = Progress::start("letting everybody come back, four times");
    let crowd = crowd::gather();
    thread::scope(|scope| {
        let threads = Scenario::ALL.map(|scenario| {
            let crowd = &crowd;
            scope.spawn(move || (scenario, simulation::run(&Site::new(scenario), crowd)))
        });
        let done = threads.into_iter().map(thread::ScopedJoinHandle::join);
        done.map(|record| record.expect("the simulation does not panic")).collect()
    })
}
