//! Writing XML.

use std::{borrow::Cow, io};

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

/// A document: its declaration, and what `write` writes.
pub(crate) fn document(write: impl FnOnce(&mut Writer<Vec<u8>>) -> io::Result<()>) -> String {
    let mut writer = Writer::new(Vec::new());
    let declaration = Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None));
    let written = writer.write_event(declaration).and_then(|()| write(&mut writer));
    // Writing into memory cannot fail, and what is written comes from texts.
    debug_assert!(written.is_ok());
    String::from_utf8(writer.into_inner()).unwrap_or_default()
}

/// An element with a text in it.
pub(crate) fn element(writer: &mut Writer<Vec<u8>>, name: &str, text: &str) -> io::Result<()> {
    element_with(writer, name, &[], text)
}

/// The same with attributes.
pub(crate) fn element_with(
    writer: &mut Writer<Vec<u8>>,
    name: &str,
    attributes: &[(&str, &str)],
    text: &str,
) -> io::Result<()> {
    let element = writer.create_element(name).with_attributes(attributes.iter().copied());
    element.write_text_content(BytesText::new(&allowed(text))).map(|_| ())
}

/// An element whose value is an attribute, as FHIR has it.
pub(crate) fn empty(writer: &mut Writer<Vec<u8>>, name: &str, value: &str) -> io::Result<()> {
    let value = allowed(value);
    writer.create_element(name).with_attribute(("value", &*value)).write_empty().map(|_| ())
}

/// An element with others in it.
pub(crate) fn within(
    writer: &mut Writer<Vec<u8>>,
    name: &str,
    attributes: &[(&str, &str)],
    content: impl Fn(&mut Writer<Vec<u8>>) -> io::Result<()>,
) -> io::Result<()> {
    let element = writer.create_element(name).with_attributes(attributes.iter().copied());
    element.write_inner_content(content).map(|_| ())
}

/// A text without the characters that XML 1.0 does not allow at all, escaped or not (its section
/// 2.2): with one of them in the operator's message no client could read the document.
pub(crate) fn allowed(text: &str) -> Cow<'_, str> {
    let is_allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    if text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|&c| is_allowed(c)).collect())
}
