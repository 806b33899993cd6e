//! The configuration of the command.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use super::connection::Environment;

/// `~/.config/intermission/config.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Configuration {
    /// The service, with the prefix if that is not the usual one.
    pub(super) url: Option<String>,
    /// A file with the token and nothing else.
    pub(super) token_file: Option<PathBuf>,
    /// A command that prints the token.
    pub(super) token_command: Option<String>,
    /// Where it was read.
    #[serde(skip)]
    pub(super) path: PathBuf,
}

/// Why a configuration cannot be used.
#[derive(Debug)]
pub(crate) enum ConfigurationError {
    Unreadable { path: PathBuf, error: io::Error },
    Mistaken { path: PathBuf, error: Box<toml::de::Error> },
}

impl Configuration {
    /// The one that was named, or the one in its usual place, which need not be there.
    pub(super) fn find(
        named: Option<&Path>,
        environment: &Environment<'_>,
    ) -> Result<Self, ConfigurationError> {
        let Some(path) = named.map(Path::to_owned).or_else(|| usual_place(environment)) else {
            return Ok(Self::default());
        };
        match fs::read_to_string(&path) {
            Ok(text) => Self::read(&text, path),
            Err(error) if named.is_none() && error.kind() == io::ErrorKind::NotFound => {
                Ok(Self::default())
            }
            Err(error) => Err(ConfigurationError::Unreadable { path, error }),
        }
    }

    fn read(text: &str, path: PathBuf) -> Result<Self, ConfigurationError> {
        let read: Result<Self, _> = toml::from_str(text);
        match read {
            Ok(configuration) => Ok(Self { path, ..configuration }),
            Err(error) => Err(ConfigurationError::Mistaken { path, error: Box::new(error) }),
        }
    }

    /// The token's file: `~/` is the home directory, and what is relative is so to this file.
    pub(super) fn token_file(&self, environment: &Environment<'_>) -> Option<PathBuf> {
        let file = self.token_file.as_deref()?;
        if let (Ok(rest), Some(home)) = (file.strip_prefix("~"), home(environment)) {
            return Some(home.join(rest));
        }
        Some(self.path.parent().unwrap_or(Path::new("")).join(file))
    }
}

fn usual_place(environment: &Environment<'_>) -> Option<PathBuf> {
    // As the base directory specification has it, a path that is not absolute is as good as none.
    let folder =
        environment("XDG_CONFIG_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let folder = folder.or_else(|| Some(home(environment)?.join(".config")))?;
    Some(folder.join("intermission").join("config.toml"))
}

fn home(environment: &Environment<'_>) -> Option<PathBuf> {
    let home = environment("HOME").or_else(|| environment("USERPROFILE"))?;
    Some(PathBuf::from(home)).filter(|path| path.is_absolute())
}

impl ConfigurationError {
    pub(crate) fn help(&self) -> Option<String> {
        match self {
            Self::Unreadable { .. } => None,
            Self::Mistaken { .. } => {
                Some("the keys are `url`, `token-file` and `token-command`".to_owned())
            }
        }
    }
}

impl fmt::Display for ConfigurationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, error } => {
                write!(f, "the configuration {} cannot be read: {error}", path.display())
            }
            // Never the line itself, which the error's own text has: a token that was written
            // there by mistake would get into a log.
            Self::Mistaken { path, error } => {
                write!(f, "the configuration {}: {}", path.display(), error.message().trim())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;

    #[test]
    fn keys_that_nobody_knows_are_refused_and_values_kept_back() {
        let read = |text: &str| match Configuration::read(text, "config.toml".into()) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        };
        assert_eq!(read("url = \"https://registry.example.org\""), "");
        let table = [
            ("token = \"imt_a_secret\"", "unknown field `token`"),
            ("uri = \"https://registry.example.org\"", "unknown field `uri`"),
            ("token-file = imt_a_secret", "the configuration config.toml: "),
        ];
        for (text, expected) in table {
            let error = read(text);
            assert!(error.contains(expected) && !error.contains("secret"), "{text}: {error}");
        }
    }

    #[test]
    fn where_it_is_looked_for() {
        let table = [
            (&[("HOME", "/home/me")][..], Some("/home/me/.config/intermission/config.toml")),
            (
                &[("HOME", "/home/me"), ("XDG_CONFIG_HOME", "/etc/me")],
                Some("/etc/me/intermission/config.toml"),
            ),
            (
                &[("HOME", "/home/me"), ("XDG_CONFIG_HOME", "relative")],
                Some("/home/me/.config/intermission/config.toml"),
            ),
            (&[], None),
        ];
        for (variables, expected) in table {
            let environment = |name: &str| {
                let found = variables.iter().find(|(key, _)| *key == name);
                found.map(|(_, value)| OsString::from(value))
            };
            assert_eq!(usual_place(&environment), expected.map(PathBuf::from), "{variables:?}");
        }
    }

    #[test]
    fn where_the_token_is_looked_for() {
        let environment = |name: &str| (name == "HOME").then(|| OsString::from("/home/me"));
        let table = [
            ("~/secrets/token", "/home/me/secrets/token"),
            ("token", "/etc/intermission/token"),
            ("/run/token", "/run/token"),
        ];
        for (file, expected) in table {
            let text = format!("token-file = \"{file}\"");
            let configuration =
                Configuration::read(&text, "/etc/intermission/config.toml".into()).expect("good");
            assert_eq!(configuration.token_file(&environment), Some(expected.into()), "{file}");
        }
    }
}
