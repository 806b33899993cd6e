//! Which form of answer a request understands.
//!
//! What a request *is* comes before what it accepts: SOAP stacks on Java and Node send SOAP and ask
//! for `text/html`. The first of these that finds something decides:
//!
//! | file | looks at | form |
//! | --- | --- | --- |
//! | `handshake` | `Access-Control-Request-Method`, `Upgrade` | preflight, web-socket |
//! | `grpc` | `Content-Type` | grpc, grpc-web, grpc-web-text |
//! | `soap` | `Content-Type`, `SOAPAction` | soap-1.1, soap-1.2 |
//! | `hl7` | `Content-Type` | hl7 |
//! | `fhir` | `Content-Type`, `_format` in the query, `Accept` | fhir-json, fhir-xml |
//! | `dialect` | `Content-Type`, `Accept` | graphql, json-api, json-rpc, event-stream |
//! | `page` | `Sec-Fetch-Dest`, or `Accept` | html |
//! | `data` | `Sec-Fetch-Dest`, `Accept`, `Content-Type` | problem-json, problem-xml, text |
//!
//! What fits nothing gets text, and never a 406: whoever is told that a service is closed is better
//! served by words in a form that they did not ask for than by nothing.

mod accept;
mod asked;
mod because;
mod data;
mod destination;
mod dialect;
mod fhir;
mod grpc;
mod handshake;
mod hl7;
mod language;
mod list;
mod media;
mod negotiate;
mod page;
mod soap;

use schedule::{Form, Request};

use asked::Asked;

pub use because::{Because, Place};
pub use destination::Destination;
pub use language::language;
pub use media::Media;

/// Which form, and what in the request said so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Detected {
    pub form: Form,
    pub because: Because,
}

/// Finds the form of the answer that a request understands. Any request has one.
///
/// Headers are asked for one by one and only while they can still matter. A page that a browser
/// goes to costs two of them, a SOAP message one.
///
/// # Examples
///
/// ```
/// use answer::{Form, detect};
/// use schedule::{Request, Target};
///
/// // How Java sends SOAP.
/// let header = |name: &str| match name {
///     "content-type" => Some("text/xml; charset=utf-8".to_owned()),
///     "accept" => Some("text/html, image/gif, image/jpeg, */*; q=0.2".to_owned()),
///     _ => None,
/// };
/// let target = Target { host: "iis.example.org", path: "/soap" };
/// let detected = detect(&Request::new("POST", target, "", &header));
/// assert_eq!(detected.form, Form::Soap11);
/// assert_eq!(detected.because.to_string(), "its Content-Type is XML");
/// ```
pub fn detect(request: &Request<'_>) -> Detected {
    let asked = Asked::new(request);
    handshake::preflight(&asked)
        .or_else(|| handshake::web_socket(&asked))
        .or_else(|| grpc::grpc(&asked))
        .or_else(|| soap::soap(&asked))
        .or_else(|| hl7::hl7(&asked))
        .or_else(|| fhir::fhir(&asked))
        .or_else(|| dialect::dialect(&asked))
        .or_else(|| page::page(&asked))
        .or_else(|| data::data(&asked))
        .unwrap_or(Detected { form: Form::Text, because: Because::Nothing })
}

impl Detected {
    const fn new(form: Form, because: Because) -> Self {
        Self { form, because }
    }
}
