//! Requests of all kinds, and of none.

use proptest::prelude::*;
use schedule::{Request, Target};

/// A word that is in every text of a request, and must be in no answer.
pub(crate) const MARK: &str = "qX7mark";

#[derive(Clone, Debug)]
pub(crate) struct Sender {
    method: String,
    path: String,
    query: String,
    headers: Vec<(&'static str, String)>,
}

impl Sender {
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        self.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
    }

    pub(crate) fn request<'r>(&'r self, header: &'r dyn Fn(&str) -> Option<String>) -> Request<'r> {
        let target = Target { host: "registry.example", path: &self.path };
        Request::new(&self.method, target, &self.query, header)
    }
}

const HEADERS: [&str; 12] = [
    "accept",
    "accept-language",
    "access-control-request-headers",
    "access-control-request-method",
    "content-type",
    "origin",
    "sec-fetch-dest",
    "sec-fetch-mode",
    "soapaction",
    "upgrade",
    "x-kind",
    "user-agent",
];

/// Values that mean something, pieces of them, and anything.
fn value() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(vec![
        "*/*",
        "text/html",
        "application/json",
        "application/soap+xml; charset=utf-8",
        "text/xml",
        "application/fhir+json",
        "application/fhir+xml",
        "application/grpc+proto",
        "websocket",
        "application/grpc-web-text",
        "text/event-stream",
        "application/graphql-response+json",
        "application/vnd.api+json",
        "application/hl7-v2+er7",
        "application/json-rpc",
        "document",
        "empty",
        "image",
        "POST",
        "https://app.example.org",
        "es-MX,es;q=0.9",
        "rpc/2",
        "application/x-www-form-urlencoded",
        "navigate",
        "application/problem+xml",
        "multipart/related; type=\"application/xop+xml\"; start-info=\"application/soap+xml\"",
    ]);
    let piece = prop_oneof![
        4 => known.prop_map(str::to_owned),
        2 => "[,;=\"\\\\ /+*q0-9.]{0,12}",
        1 => "[\\s\\S]{0,24}",
        1 => Just(MARK.to_owned()),
    ];
    proptest::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

pub(crate) fn sender() -> impl Strategy<Value = Sender> {
    let method = prop_oneof![
        6 => proptest::sample::select(vec!["GET", "POST", "HEAD", "OPTIONS", "PUT"])
            .prop_map(str::to_owned),
        1 => "[A-Za-z]{0,8}",
        1 => "[\\s\\S]{0,8}",
    ];
    let path = prop_oneof![
        4 => proptest::sample::select(vec![
            "/", "/soap/iis", "/gateway", "/hl7", "/reports/1", "/robots.txt", "/_maintenance/x",
        ]).prop_map(str::to_owned),
        1 => "/[\\s\\S]{0,30}",
        1 => Just(format!("/{MARK}")),
    ];
    let query = prop_oneof![
        2 => Just(String::new()),
        1 => Just("_format=application%2Ffhir%2Bxml".to_owned()),
        1 => "[\\s\\S]{0,30}",
    ];
    let header = (proptest::sample::select(&HEADERS[..]), value());
    let headers = proptest::collection::vec(header, 0..7);
    (method, path, query, headers).prop_map(|(method, path, query, headers)| Sender {
        method,
        path,
        query,
        headers,
    })
}

/// HL7 messages, and what looks like one.
pub(crate) fn message() -> impl Strategy<Value = Vec<u8>> {
    let field = "[A-Za-z0-9^~\\\\&|\\r\\n\\x00-\\x1f<>é]{0,12}";
    let fields = proptest::collection::vec(field, 0..14);
    let separator = proptest::sample::select(vec!["|", "!", "\\", "a", "\r", "^"]);
    let marks =
        proptest::sample::select(vec!["^~\\&", "^~\\&#", "^", "", "|||", "$%*@", "\\\\\\\\"]);
    prop_oneof![
        4 => (separator, marks, fields).prop_map(|(separator, marks, fields)| {
            format!("MSH{separator}{marks}{separator}{}", fields.join(separator)).into_bytes()
        }),
        1 => proptest::collection::vec(any::<u8>(), 0..200),
    ]
}
