//! Why an encrypted connection did not come about.

use std::io;

/// What was wrong with it, where it is that which an exchange failed of.
pub(crate) fn reason(error: &io::Error) -> Option<String> {
    let error = error.get_ref()?.downcast_ref::<rustls::Error>()?;
    Some(error.to_string())
}

/// The way out, by the reason.
pub(crate) fn help(reason: &str) -> &'static str {
    // The second where this machine knows nobody at all.
    if reason.contains("UnknownIssuer") || reason.contains("No CA certificates") {
        "whoever issued the certificate is unknown to this machine: if your office has an authority \
         of its own, add it to the system's, or name its file in SSL_CERT_FILE"
    } else if reason.contains("InvalidContentType") {
        "it speaks something else than TLS there: is the port right?"
    } else {
        "is the name right, and the clock of this machine?"
    }
}
