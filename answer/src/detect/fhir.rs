//! FHIR, whose clients take any other answer for damaged data.

use schedule::Form;

use super::{Because, Detected, Media, Place, asked::Asked};

/// FHIR when the `Content-Type`, the parameter `_format` of the address, or the `Accept` names one
/// of its types. In JSON or XML by `_format` (FHIR, "Support of the Content-Type": it overrides the
/// header), then by what is preferred, then by what was sent.
///
/// `_format=json` alone is no FHIR: others have a parameter of that name.
pub(super) fn fhir(asked: &Asked<'_>) -> Option<Detected> {
    let (content, format) = (asked.content(), format(asked.query()));
    let named = if content.is_some_and(Media::is_fhir) {
        Place::ContentType
    } else if format.is_some_and(Media::is_fhir) {
        Place::Format
    } else if asked.accept().names(Media::is_fhir) {
        Place::Accept
    } else {
        return None;
    };
    let is_encoding = |media: &Media| media.is_json() || media.is_xml();
    let accepted = || asked.accept().prefers(|media| is_encoding(&media));
    let (encoding, encoded) = format
        .filter(is_encoding)
        .map(|format| (format, Place::Format))
        .or_else(|| accepted().map(|accepted| (accepted, Place::Accept)))
        .or_else(|| content.filter(is_encoding).map(|content| (content, Place::ContentType)))
        .unwrap_or((Media::FhirJson, named));
    let form = if encoding.is_xml() { Form::FhirXml } else { Form::FhirJson };
    Some(Detected::new(form, Because::Fhir { named, encoded }))
}

/// The first `_format` of a query.
fn format(query: &str) -> Option<Media> {
    let value = query.split('&').find_map(|pair| pair.strip_prefix("_format="))?;
    match decoded(value).as_str() {
        "json" => Some(Media::Json),
        "xml" => Some(Media::Xml),
        media => Media::of(media),
    }
}

/// Without percent signs and in lower case. A space is what a plus becomes that somebody forgot to
/// encode: no media type has one.
fn decoded(value: &str) -> String {
    let mut bytes = value.bytes();
    let mut text = String::with_capacity(value.len());
    while let Some(byte) = bytes.next() {
        let mut digits = bytes.clone();
        let byte = match (byte, digits.next().and_then(hex), digits.next().and_then(hex)) {
            (b'%', Some(high), Some(low)) => {
                bytes = digits;
                high * 16 + low
            }
            _ => byte,
        };
        let char = if byte == b' ' { '+' } else { char::from(byte) };
        text.push(char.to_ascii_lowercase());
    }
    text
}

fn hex(digit: u8) -> Option<u8> {
    u8::try_from(char::from(digit).to_digit(16)?).ok()
}
