//! What opens the door.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
};

use super::{configuration::Configuration, connection::Environment};

pub(crate) const TOKEN: &str = "INTERMISSION_TOKEN";
const ACCESS_ID: &str = "INTERMISSION_ACCESS_CLIENT_ID";
const ACCESS_SECRET: &str = "INTERMISSION_ACCESS_CLIENT_SECRET";

/// What opens the door: a token, or a service token of a single sign-on in front of it, or both.
#[derive(Clone, Debug, Default)]
pub(super) struct Credentials {
    pub(super) token: Option<Secret>,
    /// The id and the secret.
    pub(super) access: Option<(Secret, Secret)>,
}

/// A text that is fit for a header field, and is never printed.
#[derive(Clone)]
pub(super) struct Secret(String);

/// Why there is nothing to open the door with.
#[derive(Debug)]
pub(crate) enum CredentialsError {
    None,
    /// Blanks in between, or characters that no token has. It is not told which.
    Unfit {
        origin: String,
    },
    Unreadable {
        path: PathBuf,
        error: io::Error,
    },
    /// Others on the machine may read it. The mode is that of the file.
    Exposed {
        path: PathBuf,
        mode: u32,
    },
    CommandNotRun {
        error: io::Error,
    },
    CommandFailed {
        status: ExitStatus,
    },
    HalfAccess {
        missing: &'static str,
    },
}

impl Credentials {
    pub(super) fn find(
        configuration: &Configuration,
        environment: &Environment<'_>,
    ) -> Result<Self, CredentialsError> {
        let found =
            Self { token: token(configuration, environment)?, access: access(environment)? };
        match (&found.token, &found.access) {
            (None, None) => Err(CredentialsError::None),
            _ => Ok(found),
        }
    }

    /// No token, whatever there is.
    pub(super) fn of_sign_on(environment: &Environment<'_>) -> Result<Self, CredentialsError> {
        Ok(Self { token: None, access: access(environment)? })
    }
}

impl Secret {
    /// Blanks around it are of the file or the shell, not of the secret.
    pub(super) fn new(text: &str, origin: &str) -> Result<Self, CredentialsError> {
        let text = text.trim();
        match !text.is_empty() && text.chars().all(|c| c.is_ascii_graphic()) {
            true => Ok(Self(text.to_owned())),
            false => Err(CredentialsError::Unfit { origin: origin.to_owned() }),
        }
    }

    pub(super) fn expose(&self) -> &str {
        &self.0
    }
}

fn token(
    configuration: &Configuration,
    environment: &Environment<'_>,
) -> Result<Option<Secret>, CredentialsError> {
    if let Some(found) = variable(TOKEN, environment)? {
        return Ok(Some(found));
    }
    if let Some(path) = configuration.token_file(environment) {
        return from_file(&path).map(Some);
    }
    configuration.token_command.as_deref().map(from_command).transpose()
}

fn access(environment: &Environment<'_>) -> Result<Option<(Secret, Secret)>, CredentialsError> {
    match (variable(ACCESS_ID, environment)?, variable(ACCESS_SECRET, environment)?) {
        (Some(id), Some(secret)) => Ok(Some((id, secret))),
        (None, None) => Ok(None),
        (None, Some(_)) => Err(CredentialsError::HalfAccess { missing: ACCESS_ID }),
        (Some(_), None) => Err(CredentialsError::HalfAccess { missing: ACCESS_SECRET }),
    }
}

/// A variable that is empty is as good as none: that is how some tools unset one.
fn variable(name: &str, environment: &Environment<'_>) -> Result<Option<Secret>, CredentialsError> {
    match environment(name) {
        None => Ok(None),
        Some(value) if value.is_empty() => Ok(None),
        Some(value) => Secret::new(&value.to_string_lossy(), name).map(Some),
    }
}

fn from_file(path: &Path) -> Result<Secret, CredentialsError> {
    let unreadable = |error| CredentialsError::Unreadable { path: path.to_owned(), error };
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if let Some(mode) = exposure(&metadata) {
        return Err(CredentialsError::Exposed { path: path.to_owned(), mode });
    }
    let text = fs::read_to_string(path).map_err(unreadable)?;
    Secret::new(&text, &path.display().to_string())
}

/// The mode of a file that the group or others may read, write or run.
#[cfg(unix)]
fn exposure(metadata: &fs::Metadata) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    let mode = metadata.permissions().mode() & 0o777;
    (mode & 0o077 != 0).then_some(mode)
}

#[cfg(not(unix))]
fn exposure(_: &fs::Metadata) -> Option<u32> {
    None
}

/// What a password manager prints. It may ask something: the terminal is its own meanwhile.
fn from_command(command: &str) -> Result<Secret, CredentialsError> {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let output = Command::new(shell)
        .args([flag, command])
        .stdin(Stdio::inherit())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| CredentialsError::CommandNotRun { error })?;
    if !output.status.success() {
        return Err(CredentialsError::CommandFailed { status: output.status });
    }
    Secret::new(&String::from_utf8_lossy(&output.stdout), "the output of `token-command`")
}

impl CredentialsError {
    pub(crate) fn help(&self) -> Option<String> {
        match self {
            Self::None => Some(format!(
                "set {TOKEN}, or write `token-file` or `token-command` into the configuration; \
                 `intermission token create` makes a token"
            )),
            Self::Exposed { path, .. } => Some(format!("chmod 600 {}", path.display())),
            _ => None,
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => write!(f, "expected a token in the variable {TOKEN}, found none"),
            Self::Unfit { origin } => write!(
                f,
                "expected one token of letters, digits and signs without blanks, found something \
                 else in {origin}"
            ),
            Self::Unreadable { path, error } => {
                write!(f, "the token's file {} cannot be read: {error}", path.display())
            }
            Self::Exposed { path, mode } => write!(
                f,
                "expected a token's file that nobody else on the machine can read, found {} with \
                 mode {mode:03o}",
                path.display()
            ),
            Self::CommandNotRun { error } => write!(f, "`token-command` cannot be run: {error}"),
            Self::CommandFailed { status } => {
                write!(f, "`token-command` printed no token: {status}")
            }
            Self::HalfAccess { missing } => write!(
                f,
                "expected both {ACCESS_ID} and {ACCESS_SECRET} or neither, found no {missing}"
            ),
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::{ffi::OsString, os::unix::fs::PermissionsExt};

    use super::*;

    const SECRET: &str = "imt_k3J9xQz1Aa_c2VjcmV0";

    /// What is found with these variables and this configuration, as a text.
    fn found(variables: &[(&str, &str)], configuration: &Configuration) -> String {
        let environment = |name: &str| {
            let found = variables.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| OsString::from(value))
        };
        match Credentials::find(configuration, &environment) {
            Ok(found) => {
                assert!(!format!("{found:?}").contains(SECRET), "{found:?}");
                let access = found.access.map(|(id, secret)| [id, secret]);
                let parts = found.token.into_iter().chain(access.into_iter().flatten());
                parts.map(|part| part.expose().to_owned()).collect::<Vec<_>>().join(" ")
            }
            Err(error) => {
                assert!(!format!("{error:?} {error}").contains("c2VjcmV0"), "{error:?}");
                error.to_string()
            }
        }
    }

    fn command(command: &str) -> Configuration {
        Configuration { token_command: Some(command.to_owned()), ..Configuration::default() }
    }

    #[test]
    fn variables_and_commands() {
        let none = Configuration::default;
        let (id, secret) = ((ACCESS_ID, "id.access"), (ACCESS_SECRET, "key"));
        let table = [
            (&[(TOKEN, SECRET)][..], none(), SECRET),
            (&[(TOKEN, " imt_a_b\n")], none(), "imt_a_b"),
            (&[(TOKEN, SECRET)], command("exit 1"), SECRET),
            (&[(TOKEN, "")], command("echo imt_a_b"), "imt_a_b"),
            (&[], command("printf 'imt_a_b\\n\\n'"), "imt_a_b"),
            (&[id, secret], none(), "id.access key"),
            (&[(TOKEN, "imt_a_b"), id, secret], none(), "imt_a_b id.access key"),
            (&[], none(), "expected a token in the variable INTERMISSION_TOKEN, found none"),
            (
                &[(TOKEN, "imt_a c2VjcmV0")],
                none(),
                "expected one token of letters, digits and signs without blanks, found something \
                 else in INTERMISSION_TOKEN",
            ),
            (&[], command("exit 3"), "`token-command` printed no token: exit status: 3"),
            (
                &[],
                command("true"),
                "expected one token of letters, digits and signs without blanks, found something \
                 else in the output of `token-command`",
            ),
            (
                &[(TOKEN, SECRET), id],
                none(),
                "expected both INTERMISSION_ACCESS_CLIENT_ID and \
                 INTERMISSION_ACCESS_CLIENT_SECRET or neither, found no \
                 INTERMISSION_ACCESS_CLIENT_SECRET",
            ),
        ];
        for (variables, configuration, expected) in table {
            assert_eq!(found(variables, &configuration), expected, "{variables:?}");
        }
    }

    #[test]
    fn a_file_that_others_can_read_is_refused() {
        let path = std::env::temp_dir().join(format!("intermission-token-{}", std::process::id()));
        fs::write(&path, format!("{SECRET}\n")).expect("a temporary file");
        for (mode, fits) in
            [(0o600, true), (0o400, true), (0o640, false), (0o604, false), (0o644, false)]
        {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("it is ours");
            let configuration =
                Configuration { token_file: Some(path.clone()), ..Configuration::default() };
            let found = found(&[], &configuration);
            match fits {
                true => assert_eq!(found, SECRET, "{mode:o}"),
                false => assert!(found.ends_with(&format!("with mode {mode:03o}")), "{found}"),
            }
        }
        let exposed = from_file(&path).expect_err("the last mode");
        assert_eq!(exposed.help(), Some(format!("chmod 600 {}", path.display())));
        fs::remove_file(&path).expect("it was written above");
    }
}
