//! `cargo xtask test`: everything that must hold, in the order in which it fails fastest.

mod deploy;
mod end_to_end;
mod policy;
mod rust;
mod step;
mod summary;
mod tally;
mod tidy;
mod zones;

use crate::bundle::{self, Profile};
use crate::checkout::Checkout;
use crate::clock::Stopwatch;
use crate::failure::Failure;
use crate::reopening;
use crate::scale;
use crate::setup;

use self::step::Step;
use self::summary::Summary;
use self::tally::Tally;

#[derive(clap::Args)]
pub struct Options {
    /// Leave out what is slow: the dependencies' policy, the browser, and wrangler
    #[arg(long)]
    quick: bool,
    /// Run one step alone, after the set-up
    #[arg(long, value_name = "STEP", value_enum)]
    only: Option<Step>,
}

pub fn run(checkout: &Checkout, options: &Options) -> Result<(), Failure> {
    let mut round = Round { checkout, quick: options.quick, tally: Tally::default() };
    let mut summary = Summary::default();
    for step in Step::chosen(options.only, options.quick) {
        let watch = Stopwatch::start();
        let outcome = round.take(step);
        summary.add(step.name(), watch.elapsed(), outcome.is_ok());
        if let Err(source) = outcome {
            print!("\n{summary}");
            return Err(Failure::Step { name: step.name(), source: Box::new(source) });
        }
    }
    println!("\n{summary}");
    if !round.tally.is_empty() {
        println!("{}", round.tally);
    }
    Ok(())
}

/// One run of the steps.
struct Round<'a> {
    checkout: &'a Checkout,
    quick: bool,
    tally: Tally,
}

impl Round<'_> {
    fn take(&mut self, step: Step) -> Result<(), Failure> {
        let checkout = self.checkout;
        match step {
            Step::SetUp => set_up(checkout),
            Step::Format => rust::format(checkout),
            Step::Lint => rust::lint(checkout),
            Step::Tidy => tidy::check(checkout),
            Step::Unit => rust::unit(checkout, &mut self.tally),
            Step::Docs => rust::docs(checkout),
            Step::Policy => policy::check(checkout),
            Step::Zones => zones::check(checkout),
            Step::Reopening => reopening::check(checkout),
            Step::Scale => scale::check(checkout),
            Step::Bundles => bundles(checkout),
            Step::EndToEnd => end_to_end::run(checkout, self.quick, &mut self.tally),
            Step::Deploy => deploy::rehearse(checkout),
        }
    }
}

fn set_up(checkout: &Checkout) -> Result<(), Failure> {
    setup::components::ensure()?;
    bundle::set_up(checkout)
}

fn bundles(checkout: &Checkout) -> Result<(), Failure> {
    let compiled = bundle::compile_default(checkout)?;
    for profile in [Profile::Dev, Profile::Release] {
        bundle::build(checkout, profile, &compiled)?;
    }
    Ok(())
}
