//! The two kinds of bundle.

use clap::ValueEnum;

/// Which bundle to build.
///
/// | profile | cargo profile | wasm-opt | `Intermission-Now` header | folder |
/// | --- | --- | --- | --- | --- |
/// | `Release` | `edge` | yes | ignored | `build/release` |
/// | `Dev` | `edge-dev` | no | believed | `build/dev` |
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Profile {
    Release,
    Dev,
}

impl Profile {
    /// The name of its folder, and of the profile to people.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Dev => "dev",
        }
    }

    /// What distinguishes it on cargo's command line.
    pub fn cargo_arguments(self) -> &'static [&'static str] {
        match self {
            Self::Release => &["--profile", "edge"],
            Self::Dev => &["--profile", "edge-dev", "--features", "development"],
        }
    }
}
