//! People get a page, scripts and parts of a page do not.

use answer::Form::{EventStream, FhirJson, Html, Preflight, ProblemJson, Text, WebSocket};

use crate::{CHROME, FIREFOX, JAVA, check};

const DOCUMENT: &str = "sec-fetch-dest: document";
const EMPTY: &str = "sec-fetch-dest: empty";
const ANY: &str = "accept: */*";
const FORM: &str = "content-type: application/x-www-form-urlencoded";

#[test]
fn whoever_goes_to_a_page_gets_one() {
    check("Chrome", "GET", &[DOCUMENT, CHROME], Html);
    check("Firefox", "GET", &[DOCUMENT, FIREFOX], Html);
    check("a frame", "GET", &["sec-fetch-dest: iframe", CHROME], Html);
    check("an old frame", "GET", &["sec-fetch-dest: frame", CHROME], Html);
    check("Chrome, HEAD", "HEAD", &[DOCUMENT, CHROME], Html);
    check("Chrome, a form", "POST", &[DOCUMENT, CHROME, FORM], Html);
    let upload =
        "content-type: multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW";
    check("Chrome, a file", "POST", &[DOCUMENT, CHROME, upload], Html);
    check("Chrome, a form as text", "POST", &[DOCUMENT, CHROME, "content-type: text/plain"], Html);
}

// Safari before 16.4, Firefox before 90, and every browser over plain HTTP.
#[test]
fn browsers_that_do_not_say_what_it_is_for() {
    check("Safari 15", "GET", &[FIREFOX], Html);
    check("Safari 15, HEAD", "HEAD", &[FIREFOX], Html);
    check("Safari 15, a form", "POST", &[FIREFOX, FORM], Html);
    let ie = "accept: text/html, application/xhtml+xml, */*";
    check("Internet Explorer 11", "GET", &[ie], Html);
    let edge = "accept: text/html, application/xhtml+xml, application/xml; q=0.9, */*; q=0.8";
    check("Edge 18", "GET", &[edge], Html);
    let firefox_2 = "accept: text/xml,application/xml,application/xhtml+xml,text/html;q=0.9,\
        text/plain;q=0.8,image/png,*/*;q=0.5";
    check("Firefox 2, which prefers XML as much", "GET", &[firefox_2], Html);
    let lynx =
        "accept: text/html, text/plain, text/sgml, text/css, application/xhtml+xml, */*;q=0.01";
    check("Lynx", "GET", &[lynx], Html);
    check("w3m", "GET", &["accept: text/html, text/*;q=0.5, image/*, application/*"], Html);
    // It names no HTML: only a guess at its name could tell it from a program.
    let ie_8 = "accept: application/x-ms-application, image/jpeg, application/xaml+xml, image/gif, \
        image/pjpeg, application/x-ms-xbap, application/vnd.ms-excel, */*";
    check("Internet Explorer 8", "GET", &[ie_8], Text);
}

#[test]
fn parts_of_a_page_get_text_whatever_they_accept() {
    let image = "accept: image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8";
    check("an image", "GET", &["sec-fetch-dest: image", image], Text);
    check("an image without saying so", "GET", &[image], Text);
    check("a style", "GET", &["sec-fetch-dest: style", "accept: text/css,*/*;q=0.1"], Text);
    for part in ["script", "font", "video", "worker", "manifest", "object", "embed"] {
        check(part, "GET", &[&format!("sec-fetch-dest: {part}"), CHROME], Text);
    }
    let json = "content-type: application/reports+json";
    check("a report", "POST", &["sec-fetch-dest: report", json], Text);
    check("a destination of tomorrow", "GET", &["sec-fetch-dest: hologram", CHROME], Text);
}

#[test]
fn scripts_get_what_they_ask_for_or_speak() {
    let json = "content-type: application/json";
    check("fetch()", "GET", &[EMPTY, ANY], Text);
    check("fetch() with JSON", "POST", &[EMPTY, ANY, json], ProblemJson);
    let axios = "accept: application/json, text/plain, */*";
    check("axios", "GET", &[EMPTY, axios], ProblemJson);
    check("axios, JSON", "POST", &[EMPTY, axios, json], ProblemJson);
    let jquery = "accept: application/json, text/javascript, */*; q=0.01";
    check("jQuery.getJSON", "GET", &[EMPTY, jquery], ProblemJson);
    check("jQuery.load", "GET", &[EMPTY, "accept: text/html, */*; q=0.01"], Text);
    let turbo = "accept: text/vnd.turbo-stream.html, text/html, application/xhtml+xml";
    check("Turbo", "GET", &[EMPTY, turbo], Text);
    check("a script as a browser", "GET", &[EMPTY, FIREFOX], Text);
    check("the same with JSON", "POST", &[EMPTY, FIREFOX, json], ProblemJson);
    check("sendBeacon", "POST", &[EMPTY, ANY, "content-type: text/plain;charset=UTF-8"], Text);
}

#[test]
fn what_comes_before_pages() {
    let asks = "access-control-request-method: POST";
    check("a preflight", "OPTIONS", &["origin: https://a.example", asks, EMPTY, ANY], Preflight);
    check("OPTIONS of a program", "OPTIONS", &[ANY], Text);
    check("not OPTIONS", "POST", &[asks, ANY], Text);
    let stream = "accept: text/event-stream";
    check("EventSource", "GET", &[EMPTY, stream], EventStream);
    check("Chrome, a WebSocket", "GET", &["upgrade: websocket"], WebSocket);
    let firefox = ["sec-fetch-dest: websocket", "upgrade: websocket", ANY];
    check("Firefox, a WebSocket", "GET", &firefox, WebSocket);
    check("in a list, in capitals", "GET", &["upgrade: foo/2, WebSocket"], WebSocket);
    check("another protocol", "GET", &["upgrade: h2c", JAVA], Html);
    check("it begins so", "GET", &["upgrade: websocket13"], Text);
    check("not a GET", "POST", &["upgrade: websocket"], Text);
    // An extension that sets headers, for people who read FHIR in a browser.
    check("ModHeader", "GET", &[DOCUMENT, "accept: application/fhir+json"], FhirJson);
}
