//! `cargo xtask scale`: how a fleet follows its keeper, simulated, in `docs/scale.md`.
//!
//! | file | what |
//! | --- | --- |
//! | [`reader`] | the product's own intervals |
//! | [`shape`], [`fleet`], [`chance`] | the traffic, the isolates and the caches |
//! | [`keeper`], [`queue`], [`simulation`] | virtual time, and what happens in it |
//! | [`record`] | what is counted |
//! | [`paper`] | what should come out |
//! | [`price`] | what it costs |
//! | [`tables`] | what is written down |
//!
//! Nothing in it depends on the machine or the clock: the same source gives the same bytes.

mod chance;
mod fleet;
mod keeper;
mod paper;
mod price;
mod queue;
mod reader;
mod record;
mod shape;
mod simulation;
mod tables;

use std::fs;
use std::thread;

use crate::checkout::Checkout;
use crate::document;
use crate::failure::{AboutFile, Failure};
use crate::progress::Progress;

use self::reader::Reader;
use self::record::Record;
use self::shape::Shape;

const DOCUMENT: &str = "docs/scale.md";
const COMMAND: &str = "cargo xtask scale";

#[derive(clap::Args)]
pub struct Options {
    /// Only say whether the document is what the simulation gives
    #[arg(long)]
    check: bool,
}

pub fn run(checkout: &Checkout, options: &Options) -> Result<(), Failure> {
    if options.check { check(checkout) } else { renew(checkout) }
}

/// Whether the document is what the simulation gives.
pub fn check(checkout: &Checkout) -> Result<(), Failure> {
    let (document, made) = made(checkout)?;
    if document == made { Ok(()) } else { Err(Failure::ScaleStale) }
}

fn renew(checkout: &Checkout) -> Result<(), Failure> {
    let (document, made) = made(checkout)?;
    if document == made {
        println!("{DOCUMENT} is as it was");
        return Ok(());
    }
    let path = checkout.path(DOCUMENT);
    fs::write(&path, made).about("write", &path)?;
    println!("{DOCUMENT} is renewed");
    Ok(())
}

/// The document as it is, and as it should be.
fn made(checkout: &Checkout) -> Result<(String, String), Failure> {
    let path = checkout.path(DOCUMENT);
    let document = fs::read_to_string(&path).about("read", &path)?;
    let reader = Reader::read(checkout)?;
    let progress = Progress::start("letting fleets follow their keeper");
    let compared = simulate(&Shape::COMPARED, &reader);
    let billed = simulate(&Shape::BILLED, &reader);
    drop(progress);
    let parts = [
        ("layers", tables::layers(&compared, &reader)),
        ("delays", tables::delays(&compared, &reader)),
        ("shares", tables::shares(&compared)),
        ("bill", tables::bill(&billed)),
        ("intervals", tables::intervals(&reader)),
        ("limits", tables::limits(&reader)),
    ];
    let made = document::renewed(COMMAND, &document, &parts)
        .map_err(|part| Failure::Unmarked { path, begin: document::begin(COMMAND, part) })?;
    Ok((document, made))
}

/// All at a time: they share nothing.
fn simulate(shapes: &[Shape], reader: &Reader) -> Vec<(Shape, Record)> {
    thread::scope(|scope| {
        let run = |shape: &Shape| {
            let shape = *shape;
            scope.spawn(move || (shape, simulation::run(&shape, reader)))
        };
        let threads: Vec<_> = shapes.iter().map(run).collect();
        let done = threads.into_iter().map(thread::ScopedJoinHandle::join);
        done.map(|record| record.expect("the simulation does not panic")).collect()
    })
}
