//! Whole answers, to the byte: every form of the founding notice, then what else changes one.

mod causes;
mod forms;
#[cfg(test)]
#[path = "../founding/mod.rs"]
mod founding;
mod headers;
mod translated;

use answer::{Answer, Cause, Form, Language, Refusal, Sent};
use founding::closing;
use schedule::{Gate, Reader};

/// A refusal of the web services' channel at an instant, in English.
pub(crate) fn refusal<'a>(gate: &'a Gate, form: Form, now: &str) -> Refusal<'a> {
    Refusal {
        cause: Cause::Window(closing(gate, "/soap/iis", now)),
        form,
        reader: Reader::of(Language::English, &gate.timeline().service),
        sent: Sent::Nothing,
        origin: None,
    }
}

pub(crate) fn written(answer: &Answer) -> String {
    let headers: String =
        answer.headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    format!("{}\n{headers}\n{}", answer.status, answer.body)
}
