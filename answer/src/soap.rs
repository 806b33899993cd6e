//! A SOAP fault, in the version of the request.
//!
//! Clients that are sent a fault of the other version see "Unknown fault", so the version matters
//! more than anything that the fault says. What it says is in the reason: for half of the clients
//! that is the only text that survives.

use std::io;

use quick_xml::Writer;

use crate::{
    facts::Facts,
    xml::{self, element, element_with, within},
};

const SOAP_11: &str = "http://schemas.xmlsoap.org/soap/envelope/";
const SOAP_12: &str = "http://www.w3.org/2003/05/soap-envelope";

/// The namespace of our own detail and subcode.
const OURS: &str = "urn:intermission:maintenance";

/// The contract that immunization registries speak (CDC, 2011).
const CDC: &str = "urn:cdc:iisb:2011";

pub(crate) fn version_1_1(facts: &Facts<'_>) -> String {
    envelope(SOAP_11, |writer| {
        element(writer, "faultcode", "soap:Server")?;
        let language = [("xml:lang", facts.language.tag())];
        element_with(writer, "faultstring", &language, &facts.whole())?;
        within(writer, "detail", &[], |writer| details(writer, facts))
    })
}

/// With a subcode, because one client writes "undefined" where there is none.
pub(crate) fn version_1_2(facts: &Facts<'_>) -> String {
    envelope(SOAP_12, |writer| {
        within(writer, "soap:Code", &[], |writer| {
            element(writer, "soap:Value", "soap:Receiver")?;
            within(writer, "soap:Subcode", &[], |writer| {
                element_with(writer, "soap:Value", &[("xmlns:m", OURS)], "m:ServiceUnavailable")
            })
        })?;
        within(writer, "soap:Reason", &[], |writer| {
            let language = [("xml:lang", facts.language.tag())];
            element_with(writer, "soap:Text", &language, &facts.whole())
        })?;
        within(writer, "soap:Detail", &[], |writer| details(writer, facts))
    })
}

/// First the one fault of the registries' contract that fits: its `Code` is an integer, as the
/// schema wants it. Then the same for other machines.
fn details(writer: &mut Writer<Vec<u8>>, facts: &Facts<'_>) -> io::Result<()> {
    within(writer, "fault", &[("xmlns", CDC)], |writer| {
        element(writer, "Code", "503")?;
        element(writer, "Reason", "ServiceUnavailable")?;
        element(writer, "Detail", &facts.details())
    })?;
    within(writer, "m:maintenance", &[("xmlns:m", OURS)], |writer| {
        if let Some(window) = facts.window {
            element(writer, "m:window", window)?;
        }
        if let Some(starts) = &facts.starts {
            element(writer, "m:starts", starts)?;
        }
        if let Some(ends) = &facts.ends {
            element(writer, "m:ends", ends)?;
        }
        element(writer, "m:status", &facts.help)
    })
}

fn envelope(namespace: &str, fault: impl Fn(&mut Writer<Vec<u8>>) -> io::Result<()>) -> String {
    xml::document(|writer| {
        within(writer, "soap:Envelope", &[("xmlns:soap", namespace)], |writer| {
            within(writer, "soap:Body", &[], |writer| within(writer, "soap:Fault", &[], &fault))
        })
    })
}
