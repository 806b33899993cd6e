//! `Accept`, as real clients send it.

use answer::Form::{
    self, EventStream, FhirJson, FhirXml, Graphql, Html, JsonApi, ProblemJson, ProblemXml, Text,
};
use answer::detect;
use negotiator::preferred_media_types;
use schedule::{Request, Target};

/// What we have to offer; `negotiator` takes the first when anything will do.
const OFFERS: [(&str, Form); 15] = [
    ("text/plain", Text),
    ("text/html", Html),
    ("application/xhtml+xml", Html),
    ("application/json", ProblemJson),
    ("application/problem+json", ProblemJson),
    ("application/xml", ProblemXml),
    ("text/xml", ProblemXml),
    ("application/fhir+json", FhirJson),
    ("application/json+fhir", FhirJson),
    ("application/fhir+xml", FhirXml),
    ("application/graphql-response+json", Graphql),
    ("application/graphql+json", Graphql),
    ("application/vnd.api+json", JsonApi),
    ("text/event-stream", EventStream),
    ("application/atom+xml", ProblemXml),
];

fn ours(accept: &str) -> Form {
    let header = |name: &str| (name == "accept").then(|| accept.to_owned());
    let target = Target { host: "iis.example.org", path: "/" };
    detect(&Request::new("GET", target, "", &header)).form
}

/// With nothing acceptable, text: never a 406.
fn theirs(accept: &str) -> Form {
    let best = preferred_media_types(Some(accept), Some(&OFFERS.map(|(media, _)| media)));
    let offer = |best: &String| OFFERS.iter().find(|(media, _)| media == best);
    best.first().and_then(offer).map_or(Text, |(_, form)| *form)
}

#[track_caller]
fn both(client: &str, accept: &str, form: Form) {
    assert_eq!((ours(accept), theirs(accept)), (form, form), "{client}: {accept}");
}

#[track_caller]
fn differ(client: &str, accept: &str, form: Form, their: Form, why: &str) {
    assert_ne!(form, their, "{client}: a difference differs");
    assert_eq!((ours(accept), theirs(accept)), (form, their), "{client}: {accept}, because {why}");
}

#[test]
#[rustfmt::skip] // A row a line.
fn accept_as_others_read_it() {
    both("Chrome", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7", Html);
    both("Chrome 70", "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,image/apng,*/*;q=0.8", Html);
    both("Firefox 128", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8", Html);
    both("Safari", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Html);
    both("Edge 18", "text/html, application/xhtml+xml, application/xml; q=0.9, */*; q=0.8", Html);
    both("Internet Explorer 11", "text/html, application/xhtml+xml, */*", Html);
    both("Internet Explorer 11, image/jxr", "text/html, application/xhtml+xml, image/jxr, */*", Html);
    both("Internet Explorer 8", "application/x-ms-application, image/jpeg, application/xaml+xml, image/gif, image/pjpeg, application/x-ms-xbap, */*", Text);
    both("Googlebot", "text/html,application/xhtml+xml,application/signed-exchange;v=b3,application/xml;q=0.9,*/*;q=0.8", Html);
    both("Opera 12", "text/html, application/xml;q=0.9, application/xhtml+xml, image/png, image/webp, image/jpeg, image/gif, image/x-xbitmap, */*;q=0.1", Html);
    both("Lynx", "text/html, text/plain, text/sgml, text/css, application/xhtml+xml, */*;q=0.01", Html);
    both("w3m", "text/html, text/*;q=0.5, image/*, application/*, audio/*, video/*", Html);
    both("Java HttpURLConnection", "text/html, image/gif, image/jpeg, */*; q=0.2", Html);
    both("Java 8, with a lone star", "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", Html);
    both("Chrome, an image", "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", Text);
    both("Firefox, a style", "text/css,*/*;q=0.1", Text);
    both("curl, wget, zeep, undici", "*/*", Text);
    both("axios", "application/json, text/plain, */*", ProblemJson);
    both("jQuery", "application/json, text/javascript, */*; q=0.01", ProblemJson);
    both("HTTPie with a body", "application/json, */*;q=0.5", ProblemJson);
    both("clients of an API", "application/json", ProblemJson);
    both("Angular", "application/json, text/plain;q=0.9, */*;q=0.8", ProblemJson);
    both("a problem", "application/problem+json, application/json;q=0.9", ProblemJson);
    both("Spring RestTemplate", "text/plain, application/json, application/*+json, */*", Text);
    both("Spring with Jackson for XML", "application/xml, text/xml, application/json, application/*+xml, application/*+json", ProblemXml);
    both("SOAP::Lite, ?wsdl", "text/xml, multipart/*, application/soap", ProblemXml);
    both("Spring-WS, JAXB", "text/xml, application/xml;q=0.9", ProblemXml);
    both("by weight", "application/xml;q=0.3, application/json;q=0.7", ProblemJson);
    both("text before JSON", "text/plain, application/json;q=0.5", Text);
    both("HTML hardly", "text/html;q=0.1, application/json", ProblemJson);
    both("HTML refused", "text/html;q=0, application/json;q=0.000, */*;q=0.1", Text);
    both("capitals, empty elements", " , Application/JSON;Q=0.8 ,, TEXT/html;q=.9", Html);
    both("HAPI FHIR, either", "application/fhir+xml;q=1.0, application/fhir+json;q=1.0, application/xml+fhir;q=0.9, application/json+fhir;q=0.9", FhirXml);
    both("HAPI FHIR, JSON", "application/fhir+json;q=1.0, application/json+fhir;q=0.9", FhirJson);
    both("fhirclient", "application/json+fhir", FhirJson);
    both("Apollo Client 4", "application/graphql-response+json,application/json;q=0.9", Graphql);
    both("Apollo iOS, @defer", "multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json", Graphql);
    both("urql", "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed", Graphql);
    both("Ember Data", "application/vnd.api+json", JsonApi);
    both("EventSource", "text/event-stream", EventStream);
    both("a reader of feeds", "application/atom+xml, application/xml;q=0.9, */*;q=0.1", ProblemXml);
    both("nothing that we have", "application/pdf, image/*", Text);
}

#[test]
#[rustfmt::skip] // A row a line.
fn accept_as_others_do_not_read_it() {
    differ("many who write it by hand", "application/json; charset=utf-8", ProblemJson, Text, "what JSON is in does not make it another type");
    differ("Firely", "application/fhir+xml; fhirVersion=4.0", FhirXml, Text, "the version of a type is not its name");
    differ("JSON:API", "application/vnd.api+json; ext=\"https://a.example/x,y\"", JsonApi, Text, "nor is an extension");
    differ("GitHub", "application/vnd.github.v3+json", ProblemJson, Text, "who reads a kind of JSON reads JSON");
    differ("a reader of RSS", "application/rss+xml, */*;q=0.1", ProblemXml, Text, "and so with XML");
    differ("Axis 1.4, ?wsdl", "application/soap+xml, application/dime, multipart/related, text/*", ProblemXml, Text, "what is named comes before what would do");
    differ("Firefox 2", "text/xml,application/xml,application/xhtml+xml,text/html;q=0.9,text/plain;q=0.8,*/*;q=0.5", Html, ProblemXml, "a browser shows XML as its source");
    differ("a page or JSON", "application/json, text/html", Html, ProblemJson, "as much as JSON is enough for a person");
    differ("an application", "application/*", Text, Html, "a range names nothing, and text is read by everybody");
    differ("it hardly names it", "application/json;q=0.1, */*", ProblemJson, Text, "`*/*` is said by everybody");
    differ("a stream at half", "text/event-stream;q=0.5, application/json", EventStream, ProblemJson, "a stream comes first in the list, whatever its weight");
    differ("it would rather stream", "application/json;q=0.5, text/event-stream", ProblemJson, EventStream, "and only there: GraphQL names it last");
    differ("a weight that is none", "text/html;q=high, text/xml;q=0.1", Html, ProblemXml, "what cannot be read was not meant as a refusal");
    differ("spaces around the =", "text/html; q = 0.4, text/xml; q = 0.5", ProblemXml, Text, "a weight with spaces is one");
}
