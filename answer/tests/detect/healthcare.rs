//! HL7 v2 gets text, FHIR an outcome in the encoding that it reads. `fhirpy` makes "the data is
//! wrong" of anything else.

use answer::Form::{FhirJson, FhirXml, Hl7, Html, ProblemJson, ProblemXml, Soap11, Soap12, Text};

use crate::{CHROME, FIREFOX, JAVA, check};

#[test]
fn hl7_over_http() {
    for media in [
        "application/hl7-v2+er7; charset=utf-8",
        "application/hl7-v2+xml; charset=utf-8",
        "x-application/hl7-v2+er7",
        "x-application/hl7-v2+xml",
        "application/x-hl7-v2+er7",
        "Application/HL7-V2",
        "application/edi-hl7v2",
        "application/edi-hl7",
        "x-application/hl7",
        "text/hl7",
    ] {
        check(media, "POST", &[&format!("content-type: {media}"), JAVA], Hl7);
    }
    // The AIRA tester's form and a message as text: the schedule has a rule for them.
    let form = "content-type: application/x-www-form-urlencoded";
    check("Simple Message Mover", "POST", &[form, JAVA], Html);
    check("a message as text", "POST", &["content-type: text/plain", "accept: */*"], Text);
    let cda = "content-type: application/x-hl7-cda-level-one+xml";
    check("a document of version 3", "POST", &[cda], ProblemXml);
}

#[test]
fn fhir_by_what_is_accepted() {
    let hapi = "accept: application/fhir+xml;q=1.0, application/fhir+json;q=1.0, \
        application/xml+fhir;q=0.9, application/json+fhir;q=0.9";
    check("HAPI, either", "GET", &[hapi], FhirXml);
    let hapi = "accept: application/fhir+json;q=1.0, application/json+fhir;q=0.9";
    check("HAPI, JSON", "GET", &[hapi, "accept-charset: utf-8"], FhirJson);
    check("fhirclient, fhirpy", "GET", &["accept: application/json+fhir"], FhirJson);
    check("Firely", "GET", &["accept: application/fhir+xml; fhirVersion=4.0"], FhirXml);
    check("bulk data", "GET", &["accept: application/fhir+ndjson"], FhirJson);
    let later = "accept: application/json, application/fhir+json;q=0.5";
    check("not the first", "GET", &[later], FhirJson);
    check(
        "the other weighs more",
        "GET",
        &["accept: application/fhir+json;q=0.5, text/xml"],
        FhirXml,
    );
    check("among what a browser says", "GET", &[&format!("{FIREFOX},text/fhir+json")], FhirJson);
    check("refused", "GET", &["accept: application/fhir+json;q=0, application/json"], ProblemJson);
}

#[test]
fn fhir_by_what_is_sent() {
    let json = "content-type: application/fhir+json; charset=UTF-8";
    let xml = "content-type: application/fhir+xml";
    check("fhirpy", "POST", &[json, "accept: application/fhir+json"], FhirJson);
    check("fetch()", "POST", &[json, "sec-fetch-dest: empty", "accept: */*"], FhirJson);
    check("Java", "PUT", &[json, JAVA], FhirJson);
    check("XML is no SOAP", "POST", &[xml, FIREFOX], FhirXml);
    check("an old name", "POST", &["content-type: application/xml+fhir"], FhirXml);
    check("an answer in JSON", "POST", &[xml, "accept: application/fhir+json"], FhirJson);
    check("the same as any JSON", "POST", &[xml, "accept: application/json"], FhirJson);
    let patch = "content-type: application/json-patch+json";
    check("a patch", "PATCH", &[patch, "accept: application/fhir+xml"], FhirXml);
    let soap = "content-type: application/soap+xml";
    check("SOAP comes before", "POST", &[soap, "accept: application/fhir+json"], Soap12);
    let action = "soapaction: \"\"";
    check("an action comes before", "POST", &[json, action], Soap11);
}

#[test]
fn fhir_by_its_address() {
    check("spelled out", "GET ?_format=application/fhir+json", &["accept: */*"], FhirJson);
    check("encoded", "GET ?a=b&_format=application%2Ffhir%2bxml", &["accept: */*"], FhirXml);
    check("half encoded", "GET ?_format=application/fhir%20xml&_pretty=true", &[], FhirXml);
    check("the old name", "GET ?_format=Application/JSON+FHIR", &[], FhirJson);
    check(
        "in a browser",
        "GET ?_format=application/fhir+json",
        &["sec-fetch-dest: document", CHROME],
        FhirJson,
    );
    check("it overrides", "GET ?_format=xml", &["accept: application/fhir+json"], FhirXml);
    let sent = "content-type: application/fhir+xml";
    check("and what was sent", "POST ?_format=json", &[sent], FhirJson);
    check(
        "the first of two",
        "GET ?_format=json&_format=xml",
        &["accept: text/fhir+xml"],
        FhirJson,
    );
    check("what nobody knows", "GET ?_format=ttl", &["accept: application/fhir+xml"], FhirXml);
    check("no FHIR", "GET ?_format=json", &["accept: */*"], Text);
    check("a page", "GET ?_format=json", &["sec-fetch-dest: document", CHROME], Html);
    check("another's name", "GET ?x_format=application/fhir+json", &[], Text);
    check("nonsense", "GET ?_format=%&_format=%f&_format=%zz", &[], Text);
}
