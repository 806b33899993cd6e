//! The rules of the gate, as tables.

mod copies;
mod decisions;
mod laws;
mod plans;
mod signs;
mod told;

use chrono::{DateTime, Utc};

use super::plan::Plan;

/// `timeline.json` of the founding notice's service, with windows of one's own.
fn document(windows: &[String]) -> String {
    let channel = |id: &str, name: &str, disposition: &str| {
        format!(
            r#"{{"id":"{id}","name":"{name}","disposition":"{disposition}","afterwards":"nothing",
            "instructions":{{"before":null,
            "during":"Files may be submitted; they are not processed during the downtime.",
            "after":"File processing resumes automatically. There is no need to resubmit data."}},
            "contact":{{"topic":"Data Exchange","email":"ImmTracMU@dshs.texas.gov"}},
            "phase":null,"window":null}}"#
        )
    };
    format!(
        r#"{{"service":{{"name":"ImmTrac2","zone":"America/Chicago","label":"CT","language":"en",
        "url":null,"imminent":1800}},"revision":7,"next":null,"channels":[{},{},{},{}],
        "windows":[{}]}}"#,
        channel("web", "the web application", "unavailable"),
        channel("reports", "reports", "read-only"),
        channel("ftp", "FTP-related data exchange", "hold"),
        channel("phone", "the telephone", "unaffected"),
        windows.join(",")
    )
}

/// A window over all channels. Its phase is what the edge said once; the gate goes by the times.
fn window(id: &str, start: &str, end: &str, overrun: &str, reopens: &str, phase: &str) -> String {
    let instant = |text: &str| match text {
        "" => "null".to_owned(),
        text => format!("\"{text}\""),
    };
    format!(
        r#"{{"id":"{id}","of":null,"phase":"{phase}","start":{},"end":{},"overrun":"{overrun}",
        "reopens":{},"reason":"emergency","summary":null,
        "channels":["web","reports","ftp","phone"],"changes":[]}}"#,
        instant(start),
        instant(end),
        instant(reopens),
    )
}

/// Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. in Chicago.
fn founding() -> String {
    let end = "2025-02-07T03:00:00Z";
    window("deployment", "2025-02-07T01:00:00Z", end, "reopen", end, "announced")
}

fn plan(windows: &[String]) -> Plan {
    Plan::read(&document(windows)).expect("it is as the edge writes it")
}

fn at(instant: &str) -> DateTime<Utc> {
    instant.parse().expect("the rows are instants")
}
