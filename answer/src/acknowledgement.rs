//! The acknowledgement that rejects an HL7 v2 message, for senders that read nothing else.
//!
//! HL7 over HTTP allows it by a status of 200 only, and then no intermediary and no library sees
//! that anything was refused: so a schedule has to ask for it, channel by channel. The code is `AR`
//! (rejected, for reasons that are not the message's), never `AE`, which registries and their
//! analysers count as accepted.

use chrono::{DateTime, Utc};

use crate::{Answer, Refusal, facts::Facts};

/// What an acknowledgement repeats of the message's header segment.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Header {
    /// The separator of fields, and the four or five characters after it.
    field: char,
    encoding: String,
    sending: [String; 2],
    receiving: [String; 2],
    trigger: String,
    control: String,
    processing: String,
    version: String,
}

impl Header {
    /// How many octets of a message are looked at: the header segment is its first.
    pub const ENOUGH: usize = 4096;

    /// The header segment of a message, with or without the frame of MLLP; `None` for anything
    /// else, which is then answered as other messages are.
    pub fn read(message: &[u8]) -> Option<Self> {
        let message = &message[..message.len().min(Self::ENOUGH)];
        let text = String::from_utf8_lossy(message);
        let text = text.trim_start_matches(['\u{b}', '\u{feff}', '\r', '\n', ' ']);
        let segment = text.split(['\r', '\n']).next()?;
        let field = segment.strip_prefix("MSH")?.chars().next()?;
        // A separator that is a letter or a digit is none, and neither are control characters.
        if !field.is_ascii_punctuation() {
            return None;
        }
        let fields: Vec<&str> = segment.split(field).collect();
        // MSH-1 is the separator itself, so that the first of the rest is MSH-2.
        let at = |number: usize| fields.get(number - 1).copied().unwrap_or_default();
        let encoding = at(2);
        let marks = (3..=5).contains(&encoding.len());
        if !marks || !encoding.bytes().all(|c| c.is_ascii_punctuation()) || at(10).is_empty() {
            return None;
        }
        let clean = |number| at(number).chars().filter(|c| !c.is_control()).take(227).collect();
        let component = encoding.chars().next().unwrap_or('^');
        let trigger = at(9).split(component).nth(1).unwrap_or_default();
        Some(Self {
            field,
            encoding: encoding.to_owned(),
            sending: [clean(3), clean(4)],
            receiving: [clean(5), clean(6)],
            trigger: trigger.chars().filter(char::is_ascii_alphanumeric).take(3).collect(),
            control: clean(10),
            processing: clean(11),
            version: clean(12),
        })
    }
}

/// The acknowledgement; segments end in a carriage return.
pub fn acknowledgement(refusal: &Refusal<'_>, header: &Header, now: DateTime<Utc>) -> Answer {
    let facts = Facts::of(refusal);
    let mut answer = refusal.answer();
    answer.status = 200;
    for (name, value) in &mut answer.headers {
        if *name == "Content-Type" {
            *value = "application/hl7-v2+er7; charset=utf-8".to_owned();
        }
    }
    answer.body = body(&facts, header, now);
    answer
}

fn body(facts: &Facts<'_>, header: &Header, now: DateTime<Utc>) -> String {
    let Header { field, encoding, .. } = header;
    let component = encoding.chars().next().unwrap_or('^').to_string();
    let joined = |fields: &[&str]| {
        let joined = fields.join(&field.to_string());
        joined.trim_end_matches(*field).to_owned()
    };
    let stamp = now.format("%Y%m%d%H%M%S+0000").to_string();
    let kind = match header.trigger.is_empty() {
        true => "ACK".to_owned(),
        false => ["ACK", &header.trigger, "ACK"].join(&component),
    };
    // Unique for this message at this instant, as MSH-10 must be.
    let control = format!("{}.{}", now.format("%Y%m%d%H%M%S%3f"), header.control);
    let control: String = control.chars().take(199).collect();
    let [receiving, receiving_facility] = &header.receiving;
    let [sending, sending_facility] = &header.sending;
    let msh = [
        "MSH",
        encoding,
        receiving,
        receiving_facility,
        sending,
        sending_facility,
        &stamp,
        "",
        &kind,
        &control,
        &header.processing,
        &header.version,
    ];
    let msa = ["MSA", "AR", &header.control];
    let location = ["MSH", "1"].join(&component);
    let code = ["207", "Application internal error", "HL70357"].join(&component);
    let told = escaped(&facts.told(facts.message_fate), *field, encoding);
    let err = ["ERR", "", &location, &code, "E", "", "", "", &told];
    let written = |msh: &[&str]| [msh, &msa, &err].map(|segment| joined(segment) + "\r").concat();
    let plain = written(&msh);
    if plain.is_ascii() {
        return plain;
    }
    // Without a character set in MSH-18 a message is ASCII.
    written(&[&msh[..], &["", "", "", "", "", "UNICODE UTF-8"]].concat())
}

/// HL7's escapes for the characters that separate, where the message names an escape character;
/// what would end a segment becomes a space.
fn escaped(text: &str, field: char, encoding: &str) -> String {
    let mut marks = encoding.chars();
    let (component, repetition) = (marks.next(), marks.next());
    let (escape, subcomponent) = (marks.next(), marks.next());
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        let code = match Some(c) {
            _ if c == field => 'F',
            c if c == component => 'S',
            c if c == repetition => 'R',
            c if c == escape => 'E',
            c if c == subcomponent => 'T',
            _ if c.is_control() => {
                escaped.push(' ');
                continue;
            }
            _ => {
                escaped.push(c);
                continue;
            }
        };
        let escape = escape.unwrap_or('\\');
        escaped.extend([escape, code, escape]);
    }
    escaped
}
