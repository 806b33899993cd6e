//! The media types that say something about a client.

use std::fmt;

/// A media type by what it means for the form of an answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Media {
    Grpc,
    GrpcWeb,
    GrpcWebText,
    /// `application/soap+xml`.
    Soap12,
    /// `text/xml` or `application/xml`: as a body, SOAP 1.1.
    Xml,
    /// XML of some other kind, which its name ends in.
    XmlBased,
    /// `application/xop+xml`, the first part of a package.
    Xop,
    /// `multipart/related`: a package.
    Related,
    Hl7,
    FhirJson,
    FhirXml,
    Graphql,
    JsonApi,
    JsonRpc,
    EventStream,
    /// `text/html` or `application/xhtml+xml`.
    Html,
    Json,
    /// `text/plain`.
    Text,
    /// What a browser sends for a form on a page, besides `text/plain`.
    Form,
    /// `multipart/mixed`.
    Mixed,
}

impl Media {
    /// Of a media type in lower case, with or without parameters; what a repeated header adds
    /// after a comma does not count. None when it says nothing.
    pub(super) fn of(value: &str) -> Option<Self> {
        let essence = value.split([';', ',']).next().unwrap_or_default().trim();
        Some(match essence {
            "text/html" | "application/xhtml+xml" => Self::Html,
            "text/plain" => Self::Text,
            "text/xml" | "application/xml" => Self::Xml,
            "application/json" | "application/x-json" | "text/json" | "text/x-json" => Self::Json,
            "application/soap+xml" => Self::Soap12,
            "application/xop+xml" => Self::Xop,
            "multipart/related" => Self::Related,
            "multipart/mixed" => Self::Mixed,
            "multipart/form-data" | "application/x-www-form-urlencoded" => Self::Form,
            "text/event-stream" => Self::EventStream,
            "application/graphql"
            | "application/graphql+json"
            | "application/graphql-response+json" => Self::Graphql,
            "application/vnd.api+json" => Self::JsonApi,
            // Before there was a name of its own; all are in use.
            "application/json-rpc"
            | "application/json+rpc"
            | "application/jsonrequest"
            | "application/jsonrpc" => Self::JsonRpc,
            "application/hl7"
            | "application/x-hl7"
            | "x-application/hl7"
            | "text/hl7"
            | "application/edi-hl7"
            | "application/x-edi-hl7" => Self::Hl7,
            // Internet Explorer 8 names it in every request for a page.
            "application/xaml+xml" => return None,
            _ => return Self::by_parts(essence),
        })
    }

    fn by_parts(essence: &str) -> Option<Self> {
        let (kind, subtype) = essence.split_once('/')?;
        if let Some(rest) = essence.strip_prefix("application/grpc") {
            return match rest.split('+').next()? {
                "" => Some(Self::Grpc),
                "-web" => Some(Self::GrpcWeb),
                "-web-text" => Some(Self::GrpcWebText),
                _ => None,
            };
        }
        if subtype.contains("hl7-v2") || subtype.contains("hl7v2") {
            return Some(Self::Hl7);
        }
        // Pictures and models end in `+xml` too, and no client of theirs reads a problem.
        if !matches!(kind, "application" | "text") {
            return None;
        }
        // `fhir+json`, in early versions `json+fhir`; `fhir+ndjson` and others have errors in JSON.
        if subtype.split('+').any(|part| part == "fhir") {
            let is_xml = subtype.split('+').any(|part| part == "xml");
            return Some(if is_xml { Self::FhirXml } else { Self::FhirJson });
        }
        match subtype.rsplit_once('+')?.1 {
            "json" => Some(Self::Json),
            "xml" => Some(Self::XmlBased),
            _ => None,
        }
    }

    pub(super) fn is_fhir(self) -> bool {
        matches!(self, Self::FhirJson | Self::FhirXml)
    }

    /// Whether its clients read JSON.
    pub(super) fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::FhirJson | Self::JsonApi | Self::JsonRpc | Self::Graphql)
    }

    /// Whether its clients read XML.
    pub(super) fn is_xml(self) -> bool {
        matches!(self, Self::Xml | Self::XmlBased | Self::FhirXml | Self::Soap12)
    }
}

impl fmt::Display for Media {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Grpc => "one of gRPC",
            Self::GrpcWeb => "one of gRPC-Web",
            Self::GrpcWebText => "one of gRPC-Web in base64",
            Self::Soap12 => "application/soap+xml",
            Self::Xml => "XML",
            Self::XmlBased => "a kind of XML",
            Self::Xop => "application/xop+xml",
            Self::Related => "multipart/related",
            Self::Hl7 => "one of HL7 v2",
            Self::FhirJson => "FHIR in JSON",
            Self::FhirXml => "FHIR in XML",
            Self::Graphql => "a type of GraphQL",
            Self::JsonApi => "application/vnd.api+json",
            Self::JsonRpc => "a type of JSON-RPC",
            Self::EventStream => "text/event-stream",
            Self::Html => "text/html",
            Self::Json => "JSON",
            Self::Text => "text/plain",
            Self::Form => "that of a form on a page",
            Self::Mixed => "multipart/mixed",
        })
    }
}
