//! What in a request said which form.

use std::fmt;

use super::{destination::Destination, media::Media};

/// Why a request gets its form. It holds no text of the client's: its sentences may be shown
/// anywhere.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Because {
    /// The schedule names the form, so the request was not looked at.
    Schedule,
    /// `OPTIONS` with `Access-Control-Request-Method`.
    Preflight,
    /// `Upgrade: websocket`.
    Upgrade,
    ContentType(Media),
    /// The `Content-Type` is a package, for attachments, whose first part is of this type.
    Package(Media),
    SoapAction,
    /// FHIR comes in two encodings; what says that it is FHIR need not say which.
    Fhir {
        named: Place,
        encoded: Place,
    },
    /// The first of what is accepted.
    AcceptBegins(Media),
    /// Anywhere in what is accepted.
    AcceptNames(Media),
    /// What is accepted with the most weight.
    AcceptPrefers(Media),
    Destination(Destination),
    Nothing,
}

/// A place where a request says that it speaks FHIR.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    ContentType,
    Accept,
    /// The parameter `_format` of its address.
    Format,
}

impl fmt::Display for Because {
    /// A sentence without its full stop, about "it", the request.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Schedule => f.write_str("the schedule names the form"),
            Self::Preflight => f.write_str(
                "it is an OPTIONS with Access-Control-Request-Method, by which a browser asks \
                 whether a script may send the request itself",
            ),
            Self::Upgrade => f.write_str("its Upgrade names websocket"),
            Self::ContentType(media) => write!(f, "its Content-Type is {media}"),
            Self::Package(media) => write!(f, "its Content-Type is a package around {media}"),
            Self::SoapAction => {
                f.write_str("it has a SOAPAction header, which only SOAP 1.1 clients send")
            }
            Self::Fhir { named, encoded } => {
                match named {
                    Place::ContentType => f.write_str("its Content-Type is one of FHIR")?,
                    Place::Accept => f.write_str("its Accept names a type of FHIR")?,
                    Place::Format => f.write_str("the _format in its address is one of FHIR")?,
                }
                match encoded {
                    _ if named == encoded => Ok(()),
                    Place::ContentType => f.write_str(", and its Content-Type says which"),
                    Place::Accept => f.write_str(", and its Accept says which"),
                    Place::Format => f.write_str(", and the _format in its address says which"),
                }
            }
            Self::AcceptBegins(media) => write!(f, "its Accept begins with {media}"),
            Self::AcceptNames(media) => write!(f, "its Accept names {media}"),
            Self::AcceptPrefers(media) => write!(f, "its Accept prefers {media}"),
            Self::Destination(destination) => write!(f, "its Sec-Fetch-Dest is {destination}"),
            Self::Nothing => f.write_str("nothing in it says more, so it gets text"),
        }
    }
}
