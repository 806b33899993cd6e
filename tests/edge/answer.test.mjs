// The 503 as a client reads it: whole answers, compared with what is written out here.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'

import { founding } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'
import { browser, curl, form, soap } from '../harness/visitor.mjs'

const site = await openSite()

/** The words of the founding notice, which must be in every answer exactly so. */
const title = 'Service Unavailable'
const message =
  'The server is temporarily unable to service your request due to maintenance downtime or capacity problems. ' +
  'Please try again later.'

/** Without its style and its script, which are only held against their hashes in the policy. */
const page = `<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8">\
<meta name="viewport" content="width=device-width, initial-scale=1">\
<meta name="color-scheme" content="light dark">\
<title>Service Unavailable – ImmTrac2</title><style></style></head><body>\
<main data-start="2025-02-06T19:00:00-06:00" data-end="2025-02-06T21:00:00-06:00" \
data-status="/_maintenance/timeline.json" data-channel="web" data-window="2025-02-06-deployment">\
<p class="service">ImmTrac2</p>\
<h1>${title}</h1>\
<p class="message">${message}</p>\
<div class="waiting"><p class="outlook">Emergency maintenance ends \
<time datetime="2025-02-06T21:00:00-06:00">Thursday, February 6, 2025, 9:00 p.m. (CT)</time>.</p>\
<dl><div><dt>When</dt><dd><time datetime="2025-02-06T19:00:00-06:00">Thursday, February 6, 2025, 7:00 p.m.</time> – \
<time datetime="2025-02-06T21:00:00-06:00">9:00 p.m.</time> (CT)</dd></div>\
<div id="local" hidden><dt>In your time</dt><dd><bdi></bdi></dd></div>\
<div id="left" hidden><dt>Time left</dt><dd><span role="timer"></span></dd></div></dl>\
<p id="checking" hidden>This page checks by itself and takes you back when the service is there again.</p>\
<div role="status"><p id="late" hidden>It is taking longer than planned.</p>\
<p id="back" hidden><strong>The service is back.</strong> <a href="">Open the page again</a></p></div></div>\
<h2>What is affected</h2><ul>\
<li><bdi>ImmTrac2 (web) online application</bdi>: <span>Not available.</span></li>\
<li><bdi>web services (bidirectional data exchange)</bdi>: <span>Not available.</span></li>\
<li><bdi>FTP-related data exchange</bdi>: <span>Accepted now, processed afterwards.</span></li></ul>\
<h2>In the meantime</h2><p>Record time-sensitive tasks manually until the application is available again.</p>\
<h2>Afterwards</h2><p>Continue normal business.</p>\
<h2>Contact</h2><ul>\
<li><bdi>Access to ImmTrac2 web application (online)</bdi>: \
<a href="mailto:ImmTrac2@dshs.texas.gov">ImmTrac2@dshs.texas.gov</a></li>\
<li><bdi>Data Exchange</bdi>: <a href="mailto:ImmTracMU@dshs.texas.gov">ImmTracMU@dshs.texas.gov</a></li></ul>\
<p class="details"><a href="/_maintenance/windows/2025-02-06-deployment">About this maintenance</a></p>\
</main><script></script></body></html>`

const text = `503 ${title}
${message}
This request was NOT processed. Send it again after 2025-02-07T03:00:00Z.
Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).
Window: 2025-02-06-deployment
Status: /_maintenance/windows/2025-02-06-deployment
`

const fault = '<?xml version="1.0" encoding="UTF-8"?>' +
  '<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><soap:Fault>' +
  '<soap:Code><soap:Value>soap:Receiver</soap:Value><soap:Subcode>' +
  '<soap:Value xmlns:m="urn:intermission:maintenance">m:ServiceUnavailable</soap:Value></soap:Subcode></soap:Code>' +
  `<soap:Reason><soap:Text xml:lang="en">${title}. ${message} ` +
  'This message was NOT processed. Send it again after 2025-02-07T03:00:00Z.</soap:Text></soap:Reason><soap:Detail>' +
  '<fault xmlns="urn:cdc:iisb:2011"><Code>503</Code><Reason>ServiceUnavailable</Reason><Detail>' +
  'This message was NOT processed. Send it again after 2025-02-07T03:00:00Z. Window: 2025-02-06-deployment. ' +
  'Status: /_maintenance/windows/2025-02-06-deployment</Detail></fault>' +
  '<m:maintenance xmlns:m="urn:intermission:maintenance"><m:window>2025-02-06-deployment</m:window>' +
  '<m:starts>2025-02-07T01:00:00Z</m:starts><m:ends>2025-02-07T03:00:00Z</m:ends>' +
  '<m:status>/_maintenance/windows/2025-02-06-deployment</m:status></m:maintenance></soap:Detail></soap:Fault>' +
  '</soap:Body></soap:Envelope>'

const everyAnswer = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'Retry-After, Link'],
  ['Cache-Control', 'no-store'],
  ['Content-Language', 'en'],
  [
    'Link',
    '</_maintenance/timeline.json>; rel="status"; type="application/json", ' +
    '</_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"',
  ],
  // The rest of the window, 3,600 s at this instant, and this client's share of the spread.
  ['Retry-After', '3673'],
  ['Vary', 'Accept, Accept-Language, Content-Type, Sec-Fetch-Dest'],
  ['X-Content-Type-Options', 'nosniff'],
]

const pageHeaders = [
  ...everyAnswer,
  [
    'Content-Security-Policy',
    "default-src 'none'; script-src 'sha256-…'; style-src 'sha256-…'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  ],
  ['Content-Type', 'text/html; charset=utf-8'],
  ['Referrer-Policy', 'no-referrer'],
]

const textHeaders = [
  ...everyAnswer,
  ['Content-Type', 'text/plain; charset=utf-8'],
]

const faultHeaders = [
  ...everyAnswer,
  ['Content-Type', 'application/soap+xml; charset=utf-8'],
]

test('a browser gets the page', () => isAnswered(browser, pageHeaders, page))

test('a form that was sent gets the page, never an empty body, and is told that it is lost', () => {
  const lost =
    '<p class="sent"><strong>What you sent was not processed. Please send it again afterwards.</strong></p>'
  const told = page
    .replace(' data-window="2025-02-06-deployment"', '$& data-sent="true"')
    .replace('<div class="waiting">', `${lost}$&`)
    .replace('takes you back when', 'says when')
  return isAnswered(form, pageHeaders, told)
})

test('a SOAP client gets a fault, though it asks for HTML, never an empty body', () => {
  return isAnswered(soap, faultHeaders, fault)
})

test('curl gets text', () => isAnswered(curl, textHeaders, text))

test('HEAD has the headers of GET, its length too, and no body', async () => {
  for (const visitor of [browser, curl]) {
    const whole = await ask(visitor)
    const head = await ask({ ...visitor, method: 'HEAD' })
    assert.deepEqual([head.status, head.headers, head.body.length], [503, whole.headers, 0])
  }
})

test('scripts, styles, images and fetch() of a page get text', async () => {
  for (const destination of ['script', 'style', 'image', 'font', 'empty', 'worker']) {
    const headers = { ...browser.headers, 'Sec-Fetch-Dest': destination }
    await isAnswered({ headers }, textHeaders, text)
  }
})

test('ranges, validators and encodings are not looked at', async () => {
  const headers = {
    ...curl.headers, 'Range': 'bytes=0-9', 'If-None-Match': '*', 'If-Modified-Since': 'Thu, 01 Jan 2026 00:00:00 GMT',
    'Accept-Encoding': 'gzip, br',
  }
  await isAnswered({ headers }, textHeaders, text)
})

test('a POST with a large body is refused without an empty answer', async () => {
  await isAnswered({ ...soap, body: Buffer.alloc(300_000, 'x') }, faultHeaders, fault)
})

async function isAnswered(visitor, expectedHeaders, expectedBody) {
  const answer = await ask(visitor)
  assert.deepEqual([answer.status, answer.reason], [503, 'Service Unavailable'])
  assert.equal(answer.header('Content-Length'), String(answer.body.length))
  const hashes = []
  const body = answer.text.replaceAll(/(?<=<(style|script)>)[^]*?(?=<\/\1>)/g, (text) => {
    hashes.push(createHash('sha256').update(text).digest('base64'))
    return ''
  })
  assert.equal(body, expectedBody)
  const headers = answer.headers
    .filter(([name]) => !['Connection', 'Content-Length'].includes(name))
    .map(([name, value]) => [name, hashes.reduce((value, hash) => value.replace(hash, '…'), value)])
  assert.deepEqual(sorted(headers), sorted(expectedHeaders))
}

function ask({ headers, ...visitor }) {
  return site.send({ ...visitor, headers: { ...headers, 'CF-Connecting-IP': '192.0.2.7' }, now: founding.inside })
}

/** The runtime sends headers in an order of its own, which says nothing (RFC 9110, section 5.3). */
function sorted(headers) {
  return headers.toSorted(([a], [b]) => (a < b ? -1 : 1))
}
