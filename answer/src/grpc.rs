//! gRPC and gRPC-Web: the status is in the headers of an answer by 200 without a body, which is
//! called trailers-only.

use schedule::Form;

use crate::facts::Facts;

/// `UNAVAILABLE`.
const UNAVAILABLE: &str = "14";

/// With a negative push-back a client does not try again by itself, where it would otherwise send
/// four requests at once.
pub(crate) fn headers(facts: &Facts<'_>) -> [(&'static str, String); 3] {
    [
        ("grpc-status", UNAVAILABLE.to_owned()),
        ("grpc-message", percent_encoded(&facts.whole())),
        ("grpc-retry-pushback-ms", "-1".to_owned()),
    ]
}

/// Which headers a browser's script may read.
pub(crate) fn exposed(form: Form) -> &'static str {
    match form {
        Form::GrpcWeb | Form::GrpcWebText => {
            "Retry-After, Link, grpc-status, grpc-message, grpc-retry-pushback-ms"
        }
        _ => "Retry-After, Link",
    }
}

/// As the protocol has it for `grpc-message`: everything but printable ASCII, and `%` itself.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for octet in text.bytes() {
        match octet {
            b' '..=b'~' if octet != b'%' => encoded.push(char::from(octet)),
            _ => encoded += &format!("%{octet:02X}"),
        }
    }
    encoded
}
