//! SOAP stacks get a fault of their version, and are never believed what they accept: given HTML,
//! zeep loses the status; given nothing, strong-soap reports success.

use answer::Form::{Html, ProblemXml, Soap11, Soap12, Text};

use crate::{CHROME, FIREFOX, JAVA, JAVA_8, check};

const SOAP_11: &str = "content-type: text/xml; charset=utf-8";
const SOAP_12: &str = "content-type: application/soap+xml; charset=utf-8";
const ACTION: &str = "soapaction: \"urn:cdc:iisb:2011:submitSingleMessage\"";

#[test]
fn stacks_that_speak_1_2() {
    check("Java, IZ Gateway", "POST", &[SOAP_12, JAVA], Soap12);
    check("Java 8", "POST", &[SOAP_12, JAVA_8], Soap12);
    let action =
        "content-type: application/soap+xml; charset=utf-8; action=\"urn:cdc:iisb:2011:submit\"";
    check("zeep", "POST", &[action, "accept: */*"], Soap12);
    check("PHP SoapClient, gSOAP, Axis2", "POST", &[action], Soap12);
    let jax = "accept: application/soap+xml, multipart/related";
    check("JAX-WS", "POST", &[action, jax], Soap12);
    check("node soap, forced to 1.2", "POST", &[SOAP_12, FIREFOX, ACTION], Soap12);
    let lite = "accept: text/xml, multipart/*, application/soap";
    check("SOAP::Lite", "POST", &[SOAP_12, lite], Soap12);
    check("in capitals", "POST", &["content-type: APPLICATION/SOAP+XML ;CHARSET=UTF-8"], Soap12);
}

#[test]
fn stacks_that_speak_1_1() {
    let node = "accept: text/html,application/xhtml+xml,application/xml,text/xml;q=0.9,*/*;q=0.8";
    check("node soap and strong-soap", "POST", &[SOAP_11, ACTION, node], Soap11);
    check("suds, PHP, WCF, Savon", "POST", &[SOAP_11, ACTION], Soap11);
    let spring = "accept: text/xml, text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2";
    check("Spring-WS", "POST", &[SOAP_11, "soapaction: \"\"", spring], Soap11);
    let axis = "accept: application/soap+xml, application/dime, multipart/related, text/*";
    check("Axis 1.4", "POST", &[SOAP_11, "soapaction: \"\"", axis], Soap11);
    check("without an action", "POST", &[SOAP_11, CHROME], Soap11);
    check("as application/xml", "POST", &["content-type: application/xml", JAVA], Soap11);
    check("a repeated header", "POST", &["content-type: text/xml, text/xml"], Soap11);
    check("an action alone", "POST", &["soapaction:", JAVA], Soap11);
    let form = "content-type: application/x-www-form-urlencoded";
    check("an action and Java's default type", "POST", &[form, ACTION, JAVA], Soap11);
    check("fetch() from a page", "POST", &["sec-fetch-dest: empty", SOAP_11], Soap11);
    check("an action to describe", "GET", &[ACTION, JAVA], Soap11);
}

#[test]
fn packages_are_what_is_in_them() {
    let package = |parameters: &str| format!("content-type: Multipart/Related; {parameters}");
    let wcf = "type=\"application/xop+xml\";start=\"<http://tempuri.org/0>\";\
        boundary=\"uuid:0ca0e16e-feb1+id=3\";start-info=\"application/soap+xml\"";
    check("WCF, MTOM", "POST", &[&package(wcf)], Soap12);
    check("SoapUI, MTOM", "POST", &[&package(wcf), "soapaction:"], Soap12);
    let text = "type=\"application/xop+xml\";start-info=\"text/xml\";boundary=\"uuid:0c,a;0\"";
    check("WCF, MTOM and 1.1", "POST", &[&package(text), ACTION], Soap11);
    check("the same without an action", "POST", &[&package(text), JAVA], Soap11);
    let action = r#"type="application/xop+xml"; start-info="application/soap+xml; action=\"a;b\"""#;
    check("php-soap", "POST", &[&package(action)], Soap12);
    let bare = "type=application/xop+xml; start-info=application/soap+xml; boundary=x";
    check("without quotes", "POST", &[&package(bare), FIREFOX], Soap12);
    let before = r#"boundary="a;type=text/xml,b"; TYPE="Application/XOP+XML"; Start-Info="Application/SOAP+XML""#;
    check("a boundary that looks like more", "POST", &[&package(before)], Soap12);
    check("attachments and 1.1", "POST", &[&package("type=\"text/xml\"; start=\"<a>\"")], Soap11);
    check("attachments and 1.2", "POST", &[&package("type=\"application/soap+xml\"")], Soap12);
    let xop = package("type=\"application/xop+xml\"; boundary=x");
    check("MTOM that does not say", "POST", &[&xop], Soap12);
    check("the same with an action", "POST", &[&xop, ACTION], Soap11);
    let part = "content-type: application/xop+xml; charset=utf-8; type=\"application/soap+xml\"";
    check("a part alone", "POST", &[part], Soap12);
    let part = "content-type: application/xop+xml; type=\"text/xml\"";
    check("a part alone, 1.1", "POST", &[part], Soap11);
    check("a part that does not say", "POST", &["content-type: application/xop+xml"], Soap12);
}

#[test]
fn what_is_no_soap() {
    let dicom = "content-type: multipart/related; type=\"application/dicom\"; boundary=x";
    check("DICOMweb", "POST", &[dicom, "accept: application/dicom+xml"], ProblemXml);
    check("a package of nothing", "POST", &["content-type: multipart/related"], Text);
    check("zeep, ?wsdl", "GET ?wsdl", &["accept: */*"], Text);
    check("Java, ?wsdl", "GET ?wsdl", &[JAVA], Html);
    check("a GET with the type of a POST", "GET", &[SOAP_11], ProblemXml);
    check("the type is not it", "POST", &["content-type: application/soap+xmlx"], Text);
    check("a feed", "POST", &["content-type: application/atom+xml;type=entry"], ProblemXml);
}
