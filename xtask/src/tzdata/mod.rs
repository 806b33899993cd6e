//! `cargo xtask tzdata`: the zone tables of the newest IANA release, in `third_party/chrono-tz`.
//!
//! | step | what comes of it |
//! | --- | --- |
//! | [`package`] | the newest `tzdata` package, unpacked |
//! | [`source`] | its text of all rules, zones and links, in the compact form |
//! | [`expand`] | the same in the long form, which chrono-tz-build reads |
//! | [`tables`] | chrono-tz's tables, as Rust |
//! | [`prune`] | the same with the years that a schedule may name |
//! | [`vendored`] | what is in the checkout, compared or replaced |
//!
//! Nothing in it depends on the machine, the clock or the order of a hash table: the same package
//! gives the same bytes.

mod clock;
mod expand;
mod package;
mod prune;
mod scratch;
mod source;
mod tables;
mod vendored;
mod word;

use std::path::PathBuf;

use crate::checkout::Checkout;
use crate::failure::Failure;
use crate::progress::Progress;

use self::scratch::Scratch;
use self::source::Source;
use self::tables::Tables;
use self::vendored::Vendored;

#[derive(clap::Args)]
pub struct Options {
    /// Only say whether the tables are those of the newest package
    #[arg(long)]
    check: bool,
    /// Write chrono-tz-build's tables of a folder into it: what this command asks of itself
    #[arg(long, value_name = "FOLDER", hide = true)]
    raw_tables: Option<PathBuf>,
}

/// Whether the tables are those of the newest package.
pub fn check(checkout: &Checkout) -> Result<(), Failure> {
    run(checkout, &Options { check: true, raw_tables: None })
}

pub fn run(checkout: &Checkout, options: &Options) -> Result<(), Failure> {
    if let Some(folder) = &options.raw_tables {
        tables::write_raw(folder);
        return Ok(());
    }
    let scratch = Scratch::create(checkout)?;
    let vendored = Vendored::read(checkout)?;
    let source = match newest(&scratch) {
        Err(Failure::Network { .. }) if options.check => {
            println!("whether the zone tables are the newest was not checked: no network");
            return Ok(());
        }
        source => source?,
    };
    // An index that lags behind must not take us back.
    if vendored.release().is_some_and(|release| release > source.release()) {
        return keep_newer(&vendored, &source, options.check);
    }
    if options.check && vendored.release() != Some(source.release()) {
        return Err(vendored.behind(&source));
    }
    let tables = Tables::generate(&source, &scratch)?;
    if options.check { vendored.compare(&tables) } else { vendored.replace(&tables) }
}

fn newest(scratch: &Scratch) -> Result<Source, Failure> {
    let _progress = Progress::start("fetching the newest time zone data");
    Source::read(&package::newest(scratch)?)
}

fn keep_newer(vendored: &Vendored, source: &Source, check: bool) -> Result<(), Failure> {
    let failure = vendored.ahead(source);
    if check {
        println!("whether the zone tables are the newest was not checked: {failure}");
        return Ok(());
    }
    Err(failure)
}
