//! In whose name something is done.

use std::{
    env,
    process::{Command, Stdio},
};

use chrono::SecondsFormat;

use super::{NoticeError, arguments::Signer, manifest::Signed};
use crate::{clock, failure::Failure};

/// The variables in which systems have the name of whoever works there.
const USERS: [&str; 3] = ["USER", "LOGNAME", "USERNAME"];

/// The name that was given, or git's, or the machine's. A record without a name is none.
pub(super) fn name(signer: &Signer) -> Result<String, Failure> {
    let given = signer.name.clone();
    let user = || USERS.iter().find_map(|name| env::var(name).ok());
    let name = given.or_else(of_git).or_else(user).unwrap_or_default();
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    match name.trim() {
        "" => Err(NoticeError::Nameless.into()),
        name => Ok(name.to_owned()),
    }
}

impl Signed {
    pub(super) fn now(by: String) -> Self {
        Self { by, at: clock::now().to_rfc3339_opts(SecondsFormat::Secs, true) }
    }
}

/// "Rita Gomez <rita@registry.example.org>", where git knows who works here.
fn of_git() -> Option<String> {
    let ask = |key| {
        let output = Command::new("git")
            .args(["config", "--get", key])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        let text = text.trim();
        (output.status.success() && !text.is_empty()).then(|| text.to_owned())
    };
    let name = ask("user.name")?;
    Some(match ask("user.email") {
        Some(email) => format!("{name} <{email}>"),
        None => name,
    })
}
