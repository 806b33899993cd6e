//! SOAP, whose clients must be answered in their own version, and never by what they accept.

use schedule::Form;

use super::{Because, Detected, Media, asked::Asked, list};

/// | request | version |
/// | --- | --- |
/// | `application/soap+xml` | 1.2 |
/// | `text/xml` or `application/xml`, and neither `GET` nor `HEAD` | 1.1 |
/// | `multipart/related` or `application/xop+xml` around one of these (MTOM, SOAP with attachments) | that one's |
/// | a `SOAPAction`, even an empty one | 1.1 |
/// | `application/xop+xml` around nothing that is named | 1.2, for which MTOM was made |
pub(super) fn soap(asked: &Asked<'_>) -> Option<Detected> {
    let outer = asked.content();
    let inner = asked.content_type().zip(outer).and_then(|(value, outer)| inner(value, outer));
    let because = |media| match inner {
        Some(_) => Because::Package(media),
        None => Because::ContentType(media),
    };
    match inner.or(outer) {
        Some(Media::Soap12) => Some(Detected::new(Form::Soap12, because(Media::Soap12))),
        Some(Media::Xml) if !asked.retrieves() => {
            Some(Detected::new(Form::Soap11, because(Media::Xml)))
        }
        _ if asked.has_soap_action() => Some(Detected::new(Form::Soap11, Because::SoapAction)),
        Some(Media::Xop) => Some(Detected::new(Form::Soap12, because(Media::Xop))),
        _ => None,
    }
}

/// What a package says of its first part (RFC 2387, section 3.1). MTOM puts an XOP document there
/// and says in `start-info` what that stands for.
fn inner(content_type: &str, outer: Media) -> Option<Media> {
    let parameter = |name| list::parameter(content_type, name).and_then(Media::of);
    match outer {
        Media::Xop => parameter("type"),
        Media::Related => match parameter("type")? {
            Media::Xop => parameter("start-info").or(Some(Media::Xop)),
            root => Some(root),
        },
        _ => None,
    }
}
