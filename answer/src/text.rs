//! The answer as plain text: for logs, monitors, scripts, and whatever is not known better.

use schedule::Form;

use crate::facts::Facts;

/// Short lines, because partners' software puts them into a log or an error message whole.
///
/// HL7 over HTTP forbids an HL7 payload with a status that is not 2xx, and suggests text because
/// that can be read in a system's log; lines end there as they do in HL7's neighbourhood.
pub(crate) fn body(facts: &Facts<'_>, form: Form) -> String {
    let words = facts.language.answer();
    let fate = match form {
        Form::Hl7 => facts.message_fate,
        _ => facts.request_fate,
    };
    let mut lines =
        vec![format!("503 {}", facts.title.text), facts.message.text.to_owned(), facts.told(fate)];
    lines.extend(facts.read_only.map(str::to_owned));
    lines.extend(facts.outlook.clone());
    lines.extend(facts.window.map(|window| format!("{}: {window}", words.window)));
    lines.push(format!("{}: {}", words.status, facts.help));
    let end = if form == Form::Hl7 { "\r\n" } else { "\n" };
    lines.iter().flat_map(|line| [line.as_str(), end]).collect()
}
