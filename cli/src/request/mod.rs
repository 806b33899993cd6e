//! A request, as a decision looks at it: its method, address and headers, and of its body what a
//! form of the answer repeats.

mod address;
mod headers;

use std::fmt;

use schedule::{Request as Asked, Service};

use crate::arguments::Explain;

pub(crate) use address::Address;
pub(crate) use headers::Headers;

/// A request. Nothing of it contains a control character, except for its body, which is not shown.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) address: Address,
    pub(crate) headers: Headers,
    pub(crate) body: Body,
}

/// What a request carries.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Body {
    Nothing,
    Text(String),
    /// The content of a file, which is not read: a pasted command may name any.
    File(String),
    /// A form of several parts.
    Parts,
}

/// Why there is no request.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum RequestError {
    /// Nothing was asked about.
    Missing,
    Method {
        found: String,
    },
    HeaderWithoutColon {
        found: String,
    },
    HeaderName {
        found: String,
    },
    HeaderValue {
        name: String,
    },
    UnexpectedInAddress {
        found: char,
    },
    Scheme {
        found: String,
    },
    NoHost {
        found: String,
    },
    PathAlone {
        found: String,
    },
}

impl Request {
    /// The request that is described by single arguments.
    pub(crate) fn described(
        url: &str,
        options: &Explain,
        service: &Service,
    ) -> Result<Self, RequestError> {
        let mut headers = Headers::default();
        for line in &options.headers {
            let (name, value) = line
                .split_once(':')
                .ok_or_else(|| RequestError::HeaderWithoutColon { found: shown(line) })?;
            headers.add(name, value)?;
        }
        let mut address = Address::read(url, service.url.as_deref())?;
        address.heed_host(&headers);
        let method = method(options.method.as_deref().unwrap_or("GET"))?;
        Ok(Self { method, address, headers, body: Body::Nothing })
    }

    /// Calls `with` with the request as the gate sees it.
    pub(crate) fn ask<T>(&self, with: impl FnOnce(&Asked<'_>) -> T) -> T {
        let header = |name: &str| self.headers.value(name);
        let address = &self.address;
        with(&Asked::new(&self.method, address.target(), &address.query, &header))
    }
}

/// RFC 9110, section 9.1: a token. Nobody's software sends anything else.
pub(crate) fn method(text: &str) -> Result<String, RequestError> {
    match headers::is_token(text) {
        true => Ok(text.to_owned()),
        false => Err(RequestError::Method { found: shown(text) }),
    }
}

/// A text that somebody pasted, fit for a terminal.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = text.chars().take(LONGEST).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown.escape_debug().to_string().replace("\\'", "'").replace("\\\"", "\"")
}

impl RequestError {
    pub(crate) fn help(&self) -> Option<String> {
        let help = match self {
            Self::Missing => {
                "write an address such as `https://registry.example/soap`, or paste a curl command"
            }
            Self::PathAlone { .. } => {
                "write `https://` and the host before it, or give `[service]` its `url`"
            }
            Self::Scheme { .. } => "only requests over HTTP pass the edge",
            Self::UnexpectedInAddress { found: ' ' } => {
                "put the address between quotes, and write `%20` for a blank"
            }
            Self::UnexpectedInAddress { found } if found.is_alphanumeric() => {
                "write a host in another script as its punycode, `xn--…`"
            }
            _ => return None,
        };
        Some(help.to_owned())
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("expected a request behind `explain`, found none"),
            Self::Method { found } => {
                write!(f, "expected a method such as `POST`, found `{found}`")
            }
            Self::HeaderWithoutColon { found } => {
                write!(f, "expected a header such as `Accept: text/html`, found `{found}`")
            }
            Self::HeaderName { found } => {
                write!(f, "expected the name of a header such as `Accept`, found `{found}`")
            }
            Self::HeaderValue { name } => {
                write!(f, "expected one line of text in the header `{name}`, found a control")
            }
            Self::UnexpectedInAddress { found } => write!(
                f,
                "expected an address such as `https://registry.example/soap`, found {found:?} in it"
            ),
            Self::Scheme { found } => {
                write!(f, "expected an address of `https://` or `http://`, found `{found}`")
            }
            Self::NoHost { found } => write!(
                f,
                "expected an address such as `https://registry.example/soap`, found no host in \
                 `{found}`"
            ),
            Self::PathAlone { found } => write!(
                f,
                "expected an address such as `https://registry.example/soap`, found the path \
                 `{found}` alone, and the schedule has no `url`"
            ),
        }
    }
}
