//! Programs without a protocol of their own: problems in JSON or XML, and otherwise text.

use answer::Form::{Html, ProblemJson, ProblemXml, Text};

use crate::{FIREFOX, JAVA, check};

const JSON: &str = "content-type: application/json; charset=utf-8";

#[test]
fn nothing_said_is_text() {
    check("curl, wget, zeep", "GET", &["accept: */*"], Text);
    check("Go, PHP, .NET, a health check", "GET", &[], Text);
    check("curl --data", "POST", &["content-type: application/x-www-form-urlencoded"], Text);
    check("an empty header", "GET", &["accept:", "content-type: "], Text);
    check("an image viewer", "GET", &["accept: image/*"], Text);
    check("any text, any application", "GET", &["accept: text/*, application/*;q=0.5"], Text);
    check("nothing that we have", "GET", &["accept: application/pdf"], Text);
    check("a method of nobody", "", &["accept: */*"], Text);
}

#[test]
fn data_by_what_is_accepted() {
    check("a client of an API", "GET", &["accept: application/json"], ProblemJson);
    check("with a parameter", "GET", &["accept: application/json; charset=utf-8"], ProblemJson);
    check("a kind of JSON", "GET", &["accept: application/vnd.github.v3+json"], ProblemJson);
    check("any kind of JSON", "GET", &["accept: application/*+json"], ProblemJson);
    check("a problem", "GET", &["accept: application/problem+json"], ProblemJson);
    check("text/json", "GET", &["accept: text/json"], ProblemJson);
    check("XML", "GET", &["accept: application/xml"], ProblemXml);
    check("a problem in XML", "GET", &["accept: application/problem+xml;q=0.9"], ProblemXml);
    let feed = "accept: application/rss+xml, application/atom+xml;q=0.9, */*;q=0.1";
    check("a reader of feeds", "GET", &[feed], ProblemXml);
    let spring = "accept: application/xml, text/xml, application/json, application/*+json";
    check("RestTemplate, the first of equals", "GET", &[spring], ProblemXml);
    check("by weight", "GET", &["accept: text/xml;q=0.4, text/json;q=0.5"], ProblemJson);
    check("text before JSON", "GET", &["accept: text/plain, application/json;q=0.5"], Text);
    check("HTML after JSON", "GET", &["accept: text/html;q=0.1, application/json"], ProblemJson);
    check("HTML as much as JSON", "GET", &["accept: application/json, text/html"], Html);
    check("an answer and no echo", "PUT", &[JSON, "accept: application/xml"], ProblemXml);
    check("text, and no echo", "POST", &[JSON, "accept: text/plain"], Text);
    check("refused", "POST", &[JSON, "accept: application/json;q=0, */*"], Text);
}

#[test]
fn data_by_what_is_sent() {
    check("Java", "POST", &[JSON, JAVA], ProblemJson);
    check("requests", "POST", &[JSON, "accept: */*"], ProblemJson);
    check("a kind of JSON", "PATCH", &["content-type: application/merge-patch+json"], ProblemJson);
    check("a kind of XML", "PUT", &["content-type: application/rdf+xml"], ProblemXml);
    check("XML is a body of SOAP only in a body", "GET", &["content-type: text/xml"], ProblemXml);
    check("JSON with a GET", "GET", &[JSON, "accept: */*"], ProblemJson);
    check("a picture in XML", "PUT", &["content-type: image/svg+xml"], Text);
}

// The XML in a browser's list is a relic, and is in the lists of programs that copy it.
#[test]
fn a_browsers_list_from_a_program() {
    check("it posts JSON", "POST", &[JSON, FIREFOX], ProblemJson);
    for method in ["PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"] {
        check("no browser navigates so", method, &[FIREFOX], Text);
    }
    check("it names JSON", "DELETE", &["accept: text/html, application/json;q=0.5"], ProblemJson);
    check("XML before HTML", "GET", &["accept: application/xml, text/html;q=0.9"], ProblemXml);
    check("a page of Java", "GET", &[JAVA], Html);
}

#[test]
fn what_is_wrong_is_read_leniently() {
    check("no weight", "GET", &["accept: text/html;q=0, text/plain"], Text);
    check("no weight, in decimals", "GET", &["accept: text/html; q=0.000"], Text);
    check("a little weight", "GET", &["accept: text/html;q=0.0001"], Html);
    let bare = "accept: text/html;q=.4, application/json;q=.5";
    check("without the nought", "GET", &[bare], ProblemJson);
    let spaces = "accept: text/html ; q = 0.4 , application/json ; Q = 0.5";
    check("spaces and capitals", "GET", &[spaces], ProblemJson);
    check("in quotes", "GET", &["accept: text/html;q=\"0.4\", text/json;q=0.5"], ProblemJson);
    check("over one", "GET", &["accept: text/html;q=5, application/json"], Html);
    check("no number", "GET", &["accept: text/html;q=high"], Html);
    check("empty elements", "GET", &["accept: , ,application/json , ,"], ProblemJson);
    check("commas in quotes", "GET", &["accept: a/b;c=\"d, text/html\", text/xml"], ProblemXml);
    check("escaped quotes", "GET", &[r#"accept: a/b;c="\", text/html, \"", text/xml"#], ProblemXml);
    check("another type that begins so", "GET", &["accept: text/html+x"], Text);
    check("nonsense", "GET", &["accept: ,;q=,,text/ html;;/;\"", "content-type: /;,\""], Text);
    let junk = "accept: ".to_owned() + &"\"\\;,q=/+é".repeat(6000);
    check("a lot of it", "GET", &[&junk, &junk.replace("accept", "content-type")], Text);
}
