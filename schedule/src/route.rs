//! Which requests belong to a channel.

use std::{cmp::Ordering, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{Target, path};

/// A pattern over the host and the path of a request, in the form that CDNs use for routes.
///
/// | pattern | matches |
/// | --- | --- |
/// | `/*` | everything |
/// | `/soap/*` | `/soap/` and what is below it, and `/soap` itself, on every host |
/// | `/report*` | every path that begins so |
/// | `/soap` | this path alone |
/// | `api.example.org/*` | everything on this host |
/// | `*.example.org/*` | everything on the hosts below `example.org` |
///
/// Where several routes match, the most specific one wins: an exact host before `*.host` before
/// any host, then an exact path before the longer beginning. The order in the document says
/// nothing.
///
/// # Examples
///
/// ```
/// use schedule::{Route, Target};
///
/// let route: Route = "/soap/*".parse().unwrap();
/// assert!(route.matches(Target { host: "example.org", path: "/soap/iis" }));
/// assert!(route.matches(Target { host: "example.org", path: "/soap" }));
/// assert!(!route.matches(Target { host: "example.org", path: "/soapbox" }));
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Route {
    host: Host,
    path: Path,
}

#[derive(Clone, Debug, Eq, Hash, PartialEq)]
enum Host {
    Any,
    /// The hosts below this one; holds `.example.org`, dot included.
    Below(String),
    Exactly(String),
}

#[derive(Clone, Debug, Eq, Hash, PartialEq)]
enum Path {
    Beginning(String),
    Exactly(String),
}

/// Why a text is not a route.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum RouteError {
    NoPath,
    /// A `*` that is neither the first label of the host nor the end of the path.
    StrayStar,
    /// A `?` or `#`, or a character that a path or a host cannot hold.
    ForbiddenCharacter(char),
}

impl Route {
    /// Whether a request for `target` belongs to this route.
    pub fn matches(&self, target: Target<'_>) -> bool {
        let path = path::normal(target.path);
        self.host.matches(target.host) && self.path.matches(&path)
    }

    /// Orders routes that match the same request: the more specific one is the greater.
    pub(crate) fn specificity(&self) -> impl Ord + use<> {
        let host = match &self.host {
            Host::Any => (0, 0),
            Host::Below(suffix) => (1, suffix.len()),
            Host::Exactly(_) => (2, 0),
        };
        let path = match &self.path {
            Path::Beginning(start) => (0, start.len()),
            Path::Exactly(_) => (1, 0),
        };
        (host, path)
    }

    /// The same route for paths as the most lenient origin reads them.
    pub(crate) fn lenient(&self) -> Self {
        let lenient = |path: &String| path::lenient(path).unwrap_or_else(|| path.clone());
        let path = match &self.path {
            Path::Beginning(start) => Path::Beginning(lenient(start)),
            Path::Exactly(exact) => Path::Exactly(lenient(exact)),
        };
        Self { host: self.host.clone(), path }
    }

    /// For a caller that has put the path into its normal form already.
    pub(crate) fn matches_normal(&self, host: &str, path: &str) -> bool {
        self.path.matches(path) && self.host.matches(host)
    }
}

impl Host {
    fn matches(&self, host: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Below(suffix) => {
                let name = name(host);
                let below = name.len().checked_sub(suffix.len());
                below
                    .and_then(|at| name.get(at..))
                    .is_some_and(|end| end.eq_ignore_ascii_case(suffix))
            }
            Self::Exactly(exact) => name(host).eq_ignore_ascii_case(exact),
        }
    }
}

/// The name in `user@name.:port`. Neither what is before it nor what is behind it says anything
/// about whose host it is, and a dot at its end is the root that every name has.
fn name(host: &str) -> &str {
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let name = host.split_once(':').map_or(host, |(name, _)| name);
    name.strip_suffix('.').unwrap_or(name)
}

impl Path {
    fn matches(&self, path: &str) -> bool {
        match self {
            Self::Exactly(exact) => path == exact,
            Self::Beginning(start) => match path.len().cmp(&start.len()) {
                // `/soap/*` covers `/soap` too: nobody who closes a folder means to leave its
                // door open.
                Ordering::Less => start.strip_suffix('/') == Some(path),
                _ => path.starts_with(start.as_str()),
            },
        }
    }
}

impl FromStr for Route {
    type Err = RouteError;

    fn from_str(text: &str) -> Result<Self, RouteError> {
        let slash = text.find('/').ok_or(RouteError::NoPath)?;
        let (host, path) = text.split_at(slash);
        let allowed = |c: char| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '\\');
        if let Some(c) = text.chars().find(|&c| !allowed(c)) {
            return Err(RouteError::ForbiddenCharacter(c));
        }
        // Hosts are compared without their port, so that one with a port would match nothing; and
        // `https://example.org/*` would be a host of the name `https:`.
        let in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '*');
        if let Some(c) = host.chars().find(|&c| !in_name(c)) {
            return Err(RouteError::ForbiddenCharacter(c));
        }

        let host = host.to_ascii_lowercase();
        let host = match host.strip_prefix('*') {
            _ if host.is_empty() => Host::Any,
            Some(suffix) if suffix.starts_with('.') && suffix.len() > 1 => {
                Host::Below(suffix.to_owned())
            }
            Some(_) => return Err(RouteError::StrayStar),
            None => Host::Exactly(host),
        };
        let path = match path.strip_suffix('*') {
            Some(start) => Path::Beginning(path::normal(start).into_owned()),
            None => Path::Exactly(path::normal(path).into_owned()),
        };
        let (Path::Beginning(literal) | Path::Exactly(literal)) = &path;
        let in_host = match &host {
            Host::Any => false,
            Host::Below(literal) | Host::Exactly(literal) => literal.contains('*'),
        };
        if literal.contains('*') || in_host {
            return Err(RouteError::StrayStar);
        }
        Ok(Self { host, path })
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.host {
            Host::Any => {}
            Host::Below(suffix) => write!(f, "*{suffix}")?,
            Host::Exactly(host) => f.write_str(host)?,
        }
        match &self.path {
            Path::Beginning(start) => write!(f, "{start}*"),
            Path::Exactly(path) => f.write_str(path),
        }
    }
}

impl TryFrom<String> for Route {
    type Error = RouteError;

    fn try_from(text: String) -> Result<Self, RouteError> {
        text.parse()
    }
}

impl From<Route> for String {
    fn from(route: Route) -> Self {
        route.to_string()
    }
}

impl fmt::Display for RouteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPath => f.write_str("expected a route with a path, such as `/soap/*`"),
            Self::StrayStar => f.write_str(
                "expected `*` only at the end of the path or as the first label of the host",
            ),
            Self::ForbiddenCharacter(c) => {
                write!(f, "expected a host and a path, but found the character {c:?}")
            }
        }
    }
}

impl std::error::Error for RouteError {}
