//! The forms that an answer can take.

use serde::{Deserialize, Serialize};

/// A form of the answer: what a kind of client understands.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A page for a person at a browser.
    Html,
    /// For programs, monitors, scripts, images, and whatever is not known better.
    Text,
    /// RFC 9457, in JSON.
    ProblemJson,
    /// RFC 9457, in XML.
    ProblemXml,
    /// A document of errors as jsonapi.org has it.
    JsonApi,
    /// An error object of JSON-RPC 2.0.
    JsonRpc,
    /// A fault of SOAP 1.1.
    #[serde(rename = "soap-1.1")]
    Soap11,
    /// A fault of SOAP 1.2.
    #[serde(rename = "soap-1.2")]
    Soap12,
    /// HL7 v2 over HTTP, which forbids an HL7 payload with a 503: text.
    Hl7,
    /// An `OperationOutcome` in JSON.
    FhirJson,
    /// An `OperationOutcome` in XML.
    FhirXml,
    /// A response of GraphQL over HTTP.
    Graphql,
    /// Trailers-only, by status 200.
    Grpc,
    /// The same for browsers.
    GrpcWeb,
    /// The same, for clients that asked for base64.
    GrpcWebText,
    /// Server-sent events, by status 200: a browser never comes back after a 503.
    EventStream,
    /// The refusal of an upgrade.
    WebSocket,
    /// What a browser asks before the request itself: refused, it hides the 503 from scripts.
    Preflight,
}

impl Form {
    /// Every form, in the order of its definition.
    pub const ALL: [Self; 18] = [
        Self::Html,
        Self::Text,
        Self::ProblemJson,
        Self::ProblemXml,
        Self::JsonApi,
        Self::JsonRpc,
        Self::Soap11,
        Self::Soap12,
        Self::Hl7,
        Self::FhirJson,
        Self::FhirXml,
        Self::Graphql,
        Self::Grpc,
        Self::GrpcWeb,
        Self::GrpcWebText,
        Self::EventStream,
        Self::WebSocket,
        Self::Preflight,
    ];

    /// How a schedule names it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Text => "text",
            Self::ProblemJson => "problem-json",
            Self::ProblemXml => "problem-xml",
            Self::JsonApi => "json-api",
            Self::JsonRpc => "json-rpc",
            Self::Soap11 => "soap-1.1",
            Self::Soap12 => "soap-1.2",
            Self::Hl7 => "hl7",
            Self::FhirJson => "fhir-json",
            Self::FhirXml => "fhir-xml",
            Self::Graphql => "graphql",
            Self::Grpc => "grpc",
            Self::GrpcWeb => "grpc-web",
            Self::GrpcWebText => "grpc-web-text",
            Self::EventStream => "event-stream",
            Self::WebSocket => "web-socket",
            Self::Preflight => "preflight",
        }
    }
}
