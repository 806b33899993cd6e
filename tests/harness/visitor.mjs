// Who comes by: requests as a browser, a partner's SOAP client, curl and a monitor send them.

/** A person who opens a page. */
export const browser = {
  headers: {
    'Accept': 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
    'Accept-Language': 'en-US,en;q=0.5',
    'Sec-Fetch-Dest': 'document',
    'Sec-Fetch-Mode': 'navigate',
    'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  },
}

/** A person who sends a form. */
export const form = {
  method: 'POST',
  headers: { ...browser.headers, 'Content-Type': 'application/x-www-form-urlencoded' },
  body: 'patient-name=Mary+Major',
}

/** Partners' software. It asks for HTML, as Java's `HttpURLConnection` does, and must not get it. */
export const soap = {
  method: 'POST',
  path: '/soap/iis',
  headers: {
    'Accept': 'text/html, image/gif, image/jpeg, */*; q=0.2',
    'Content-Type': 'application/soap+xml; charset=utf-8; action="urn:cdc:iisb:2011:submitSingleMessage"',
    'User-Agent': 'Java/17.0.12',
  },
  body: '<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body/></soap:Envelope>',
}

export const curl = { headers: { 'Accept': '*/*', 'User-Agent': 'curl/8.5.0' } }

/** A monitor that looks whether the site is up. */
export const monitor = { method: 'HEAD', headers: { 'User-Agent': 'monitor/1.0' } }
