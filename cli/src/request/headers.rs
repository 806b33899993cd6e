//! The headers of a request.

use super::{RequestError, shown};

/// The headers of a request, in the order in which they were given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Headers(Vec<(String, String)>);

impl Headers {
    /// Adds one; the blanks around its value are not part of it.
    pub(crate) fn add(&mut self, name: &str, value: &str) -> Result<(), RequestError> {
        let name = name.trim();
        if !is_token(name) {
            return Err(RequestError::HeaderName { found: shown(name) });
        }
        let value = value.trim();
        if value.chars().any(|c| c.is_control() && c != '\t') {
            return Err(RequestError::HeaderValue { name: name.to_owned() });
        }
        self.0.push((name.to_ascii_lowercase(), value.to_owned()));
        Ok(())
    }

    /// The value of the header `name`, which is in lower case; those of repeated ones joined, as
    /// the platforms do.
    pub(crate) fn value(&self, name: &str) -> Option<String> {
        let values: Vec<&str> =
            self.0.iter().filter(|(known, _)| known == name).map(|(_, value)| &**value).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }
}

/// RFC 9110, section 5.6.2.
pub(super) fn is_token(text: &str) -> bool {
    let sign = |c: u8| b"!#$%&'*+-.^_`|~".contains(&c);
    !text.is_empty() && text.bytes().all(|c| c.is_ascii_alphanumeric() || sign(c))
}
