//! Words for what the schedule and the answers call by a name.

use answer::Form;
use schedule::Match;

use super::{outcome::Why, place::Way};

/// What a form is.
pub(super) fn form(form: Form) -> &'static str {
    match form {
        Form::Html => "a page for a person",
        Form::Text => "in short lines",
        Form::ProblemJson => "problem details (RFC 9457) in JSON",
        Form::ProblemXml => "problem details (RFC 9457) in XML",
        Form::JsonApi => "a JSON:API document of errors",
        Form::JsonRpc => "a JSON-RPC error",
        Form::Soap11 => "a SOAP 1.1 fault",
        Form::Soap12 => "a SOAP 1.2 fault",
        Form::Hl7 => "text as HL7 v2 over HTTP has it",
        Form::FhirJson => "a FHIR OperationOutcome in JSON",
        Form::FhirXml => "a FHIR OperationOutcome in XML",
        Form::Graphql => "a GraphQL response with errors",
        Form::Grpc => "the gRPC status UNAVAILABLE",
        Form::GrpcWeb => "the gRPC status UNAVAILABLE, for gRPC-Web",
        Form::GrpcWebText => "the gRPC status UNAVAILABLE, for gRPC-Web in base64",
        Form::EventStream => "a server-sent event",
        Form::WebSocket => "text in place of the upgrade",
        Form::Preflight => "the leave to send the request itself, which is then answered 503",
    }
}

/// By what a request belongs to a channel.
pub(super) fn way(way: &Way) -> String {
    let by = match &way.rule {
        None => format!("by the route {}", way.route),
        Some(rule) => format!("by the rule for {}", self::rule(rule)),
    };
    match way.leniently {
        true => format!("{by}, which a lenient origin could take this path for"),
        false => by,
    }
}

/// What a rule asks for.
pub(super) fn rule(rule: &Match) -> String {
    let mut asks = vec![rule.route.to_string()];
    if !rule.methods.is_empty() {
        asks.push(rule.methods.join(" or "));
    }
    asks.extend(rule.content_type.as_ref().map(|media| format!("Content-Type {}", media.as_str())));
    asks.extend(rule.header.as_ref().map(|header| match &header.value {
        Some(value) => format!("header {}: {value}", header.name),
        None => format!("header {}", header.name),
    }));
    asks.join(", ")
}

/// Why a request passes, as the rest of "passes to the origin, because …".
pub(super) fn why(why: Why) -> &'static str {
    match why {
        Why::AlwaysOpen => "this route always passes",
        Why::NoChannel => "no route of the schedule matches it",
        Why::NoWindow => "no window over its channel is open",
        Why::Hold => {
            "its channel holds: what comes now is accepted, and processed when the window is over"
        }
        Why::Unaffected => "its channel is not affected by windows",
        Why::Reads => "its channel stays readable, and this method only reads",
        Why::Person => "the channel opens step by step, and people go first",
        Why::Turn => "the channel opens step by step, and it is this client's turn",
    }
}

/// The same for programs.
pub(super) fn why_code(why: Why) -> &'static str {
    match why {
        Why::AlwaysOpen => "always-open",
        Why::NoChannel => "no-channel",
        Why::NoWindow => "no-window",
        Why::Hold => "hold",
        Why::Unaffected => "unaffected",
        Why::Reads => "reads",
        Why::Person => "person",
        Why::Turn => "turn",
    }
}
