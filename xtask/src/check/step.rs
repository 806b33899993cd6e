//! The steps of `cargo xtask test`, by name and in order.

use clap::ValueEnum;

/// One of them. What it needs is brought by itself or by the steps before it.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Step {
    /// The wasm target, Node, the npm packages of xtask
    SetUp,
    /// rustfmt
    Format,
    /// clippy, natively and for wasm
    Lint,
    /// The house rules that no other tool knows
    Tidy,
    /// `cargo test`, with the examples in the documentation
    Unit,
    /// rustdoc, whose warnings are errors
    Docs,
    /// What cargo-deny says of our dependencies
    Policy,
    /// The zone tables, beside the newest release
    Zones,
    /// The table and the pictures of docs/reopening.md, beside the simulation
    Reopening,
    /// The tables of docs/scale.md, beside the simulation
    Scale,
    /// The bundles for development and release
    Bundles,
    /// The built worker on the real runtime, and pages in a real browser
    EndToEnd,
    /// A deployment by wrangler that deploys nothing
    Deploy,
}

impl Step {
    /// The steps to take. One alone comes with the set-up, which costs nothing when it is done;
    /// it does not build the bundles, so that a person can try one test again and again.
    pub fn chosen(only: Option<Self>, quick: bool) -> Vec<Self> {
        let steps = Self::value_variants().iter().copied();
        match only {
            Some(only) => steps.filter(|step| *step == only || *step == Self::SetUp).collect(),
            None => steps.filter(|step| !quick || !step.slow()).collect(),
        }
    }

    /// As it is written after `--only`.
    pub fn name(self) -> String {
        self.to_possible_value()
            .expect("no step is hidden from the command line")
            .get_name()
            .to_owned()
    }

    fn slow(self) -> bool {
        matches!(self, Self::Policy | Self::Zones | Self::Reopening | Self::Scale | Self::Deploy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_step_comes_with_the_set_up() {
        assert_eq!(Step::chosen(Some(Step::Tidy), false), [Step::SetUp, Step::Tidy]);
        assert_eq!(Step::chosen(Some(Step::SetUp), false), [Step::SetUp]);
    }

    #[test]
    fn in_a_hurry_the_slow_ones_are_left_out() {
        let steps = Step::chosen(None, true);
        assert!(!steps.contains(&Step::Policy) && !steps.contains(&Step::Deploy));
        assert!(steps.contains(&Step::EndToEnd));
        // Who names a slow step wants it.
        assert!(Step::chosen(Some(Step::Deploy), true).contains(&Step::Deploy));
    }
}
