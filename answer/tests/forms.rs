//! Which format a client is answered in: a table of real clients' headers.

use answer::Form::{self, Html, Text};

#[track_caller]
fn check(client: &str, method: &str, headers: &[(&str, &str)], expected: Form) {
    let header = |name: &str| {
        assert_eq!(name, name.to_lowercase(), "{client}: the gate asks in lower case");
        headers.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    assert_eq!(Form::of(method, header), expected, "{client}: {method} {headers:?}");
}

const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
const JAVA: &str = "text/html, image/gif, image/jpeg, */*; q=0.2";

#[test]
fn people_get_a_page() {
    check("Chromium, a page", "GET", &[("sec-fetch-dest", "document"), ("accept", BROWSER)], Html);
    check("Chromium, a frame", "GET", &[("sec-fetch-dest", "iframe"), ("accept", BROWSER)], Html);
    check("an older browser", "GET", &[("accept", BROWSER)], Html);
    check("an older browser, HEAD", "HEAD", &[("accept", BROWSER)], Html);
    check("capitals", "GET", &[("accept", "Text/HTML")], Html);
    let form = ("content-type", "application/x-www-form-urlencoded");
    check("a form", "POST", &[form, ("accept", BROWSER)], Html);
    let upload = ("content-type", "multipart/form-data; boundary=x");
    check("a form with a file", "POST", &[upload, ("sec-fetch-dest", "document")], Html);
}

#[test]
fn programs_get_text() {
    check("curl", "GET", &[("accept", "*/*")], Text);
    check("nothing said", "GET", &[], Text);
    check("html refused", "GET", &[("accept", "text/html;q=0, text/plain")], Text);
    check("html refused in decimals", "GET", &[("accept", "text/html; q=0.000")], Text);
    check("a little html", "GET", &[("accept", "text/html;q=0.001")], Html);
    check("another type that begins so", "GET", &[("accept", "text/html+x")], Text);
    check("nonsense", "GET", &[("accept", ",;q=,,text/ html;;")], Text);
}

// Measured: these stacks ask for HTML and cannot read it.
#[test]
fn soap_stacks_that_ask_for_html_get_text() {
    let soap11 = ("content-type", "text/xml; charset=utf-8");
    let soap12 = ("content-type", "application/soap+xml; charset=utf-8");
    check("Java, SOAP 1.2", "POST", &[soap12, ("accept", JAVA)], Text);
    check("node-soap", "POST", &[soap11, ("accept", BROWSER)], Text);
    check("a SOAPAction alone", "POST", &[("soapaction", "\"\""), ("accept", JAVA)], Text);
    check("JSON", "POST", &[("content-type", "application/json"), ("accept", BROWSER)], Text);
}

#[test]
fn parts_of_a_page_never_get_a_page() {
    for part in ["empty", "image", "script", "style", "font", "worker"] {
        check(part, "GET", &[("sec-fetch-dest", part), ("accept", BROWSER)], Text);
    }
}

#[test]
fn methods_that_browsers_do_not_navigate_with_get_text() {
    for method in ["PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", ""] {
        check("a program", method, &[("accept", BROWSER)], Text);
    }
}
