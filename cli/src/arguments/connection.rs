//! The words of every command that talks to the keeper.

use std::path::PathBuf;

use clap::Args;

/// Where the keeper is. The token is never among these: arguments are seen by everybody on the
/// machine, and stay in the shell's history.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Connection")]
pub(crate) struct Connection {
    /// The service, such as https://registry.example.org; with the prefix if that is not
    /// /_maintenance [default: INTERMISSION_URL, or the configuration's]
    #[arg(long, value_name = "URL")]
    pub(crate) url: Option<String>,
    /// The configuration [default: ~/.config/intermission/config.toml]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Send the token unencrypted: only for a network that is yours from end to end
    #[arg(long)]
    pub(crate) insecure_http: bool,
}
