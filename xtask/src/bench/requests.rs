//! What real clients send, as far as it makes work for a worker.

/// A person's browser asks for a page.
pub const BROWSER: &[u8] = b"GET /records/search?name=garcia HTTP/1.1\r\n\
    Host: registry.example.org\r\n\
    Connection: keep-alive\r\n\
    sec-ch-ua: \"Chromium\";v=\"156\", \"Not.A/Brand\";v=\"8\"\r\n\
    sec-ch-ua-mobile: ?0\r\n\
    sec-ch-ua-platform: \"Windows\"\r\n\
    Upgrade-Insecure-Requests: 1\r\n\
    User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
    Chrome/156.0.0.0 Safari/537.36\r\n\
    Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r\n\
    Sec-Fetch-Site: same-origin\r\n\
    Sec-Fetch-Mode: navigate\r\n\
    Sec-Fetch-User: ?1\r\n\
    Sec-Fetch-Dest: document\r\n\
    Accept-Encoding: gzip, deflate, br\r\n\
    Accept-Language: en-US,en;q=0.9,es;q=0.8\r\n\
    Cookie: session=4f2a9c0d6e8b41d3a7c5; theme=light\r\n\r\n";

/// A vendor's machine posts a record.
pub const MACHINE: &[u8] = b"POST /soap/iis HTTP/1.1\r\n\
    Host: registry.example.org\r\n\
    Connection: keep-alive\r\n\
    User-Agent: JAX-WS RI 2.3.0\r\n\
    Accept: text/xml, multipart/related\r\n\
    Content-Type: text/xml; charset=utf-8\r\n\
    SOAPAction: \"urn:cdc:iisb:2011:connectivityTest\"\r\n\
    Content-Length: 207\r\n\r\n\
    <soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>\
    <connectivityTest xmlns=\"urn:cdc:iisb:2011\"><echoBack>are you there?</echoBack>\
    </connectivityTest></soap:Body></soap:Envelope>";

#[cfg(test)]
mod tests {
    #[test]
    fn the_machine_says_how_long_its_message_is() {
        let text = std::str::from_utf8(super::MACHINE).expect("it is ASCII");
        let (head, body) = text.split_once("\r\n\r\n").expect("it has a body");
        assert!(head.ends_with(&format!("Content-Length: {}", body.len())), "{}", body.len());
    }
}
