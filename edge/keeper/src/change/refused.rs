//! Why `lifecycle` does not take a step, as an answer.

use admin::Kind;
use lifecycle::Refused;
use worker::console_error;

use crate::{findings::findings, refusal::Refusal};

/// `document` is the one that was to be changed.
pub(super) fn refusal(refused: &Refused, document: &str) -> Refusal {
    let kind = match refused {
        Refused::InvalidBefore { .. } | Refused::InvalidSchedule { .. } => Kind::InvalidSchedule,
        Refused::NoSuchWindow { .. } => Kind::NotFound,
        Refused::ChangesOthers { .. } => {
            console_error!("intermission: a step was refused as a fault of ours: {refused}");
            Kind::Fault
        }
        _ => Kind::ImpossibleStep,
    };
    let document = refused.document().unwrap_or(document);
    let refusal = Refusal::new(kind, refused.to_string())
        .with_code(refused.code())
        .with_findings(findings(document, refused.diagnostics()));
    match refused.help() {
        Some(help) => refusal.with_help(help),
        None => refusal,
    }
}
