//! The words of every command that talks to the keeper.

use std::path::PathBuf;

use clap::Args;

const URL: &str = "The service, such as https://registry.example.org; with the prefix if that is \
                   not /_maintenance [default: INTERMISSION_URL, or the configuration's]";

/// Where the keeper is. The token is never among these: arguments are seen by everybody on the
/// machine, and stay in the shell's history.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Connection")]
pub(crate) struct Connection {
    // Written here, because an address in a comment would have to be a link.
    #[arg(long, value_name = "URL", help = URL)]
    pub(crate) url: Option<String>,
    /// The configuration [default: ~/.config/intermission/config.toml]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Send the token unencrypted: only for a network that is yours from end to end
    #[arg(long)]
    pub(crate) insecure_http: bool,
}
