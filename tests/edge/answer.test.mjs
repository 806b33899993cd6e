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

/** Without its style, which is only held against its hash in the policy. */
const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">\
<meta name="viewport" content="width=device-width, initial-scale=1">\
<meta name="color-scheme" content="light dark">\
<title>Service Unavailable – ImmTrac2</title><style></style></head><body><main>\
<p class="service">ImmTrac2</p>\
<h1>${title}</h1>\
<p class="message">${message}</p>\
<p class="outlook">Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).</p>\
<h2>In the meantime</h2><p>Record time-sensitive tasks manually until the application is available again.</p>\
<h2>Afterwards</h2><p>Continue normal business.</p>\
<h2>Contact</h2><p>Access to ImmTrac2 web application (online): \
<a href="mailto:ImmTrac2@dshs.texas.gov">ImmTrac2@dshs.texas.gov</a></p>\
<p class="details"><a href="/_maintenance/windows/2025-02-06-deployment">About this maintenance</a></p>\
</main></body></html>`

const text = `503 ${title}
${message}
This request was NOT processed. Send it again after 2025-02-07T03:00:00Z.
Emergency maintenance ends Thursday, February 6, 2025, 9:00 p.m. (CT).
Window: 2025-02-06-deployment
Status: /_maintenance/windows/2025-02-06-deployment
`

const everyAnswer = [
  ['Cache-Control', 'no-store'],
  ['Content-Language', 'en'],
  [
    'Link',
    '</_maintenance/timeline.json>; rel="status"; type="application/json", ' +
    '</_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"',
  ],
  // The rest of the window, 3,600 s at this instant, and this client's share of the spread.
  ['Retry-After', '3620'],
  ['Vary', 'Accept, Accept-Language'],
  ['X-Content-Type-Options', 'nosniff'],
]

const pageHeaders = [
  ...everyAnswer,
  [
    'Content-Security-Policy',
    "default-src 'none'; style-src 'sha256-…'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ],
  ['Content-Type', 'text/html; charset=utf-8'],
  ['Referrer-Policy', 'no-referrer'],
]

const textHeaders = [
  ...everyAnswer,
  ['Content-Type', 'text/plain; charset=utf-8'],
]

test('a browser gets the page', () => isAnswered(browser, pageHeaders, page))

test('a form that was sent gets the page, never an empty body, and is told that it is lost', () => {
  const lost = '<p><strong>What you sent was not processed. Please send it again afterwards.</strong></p>'
  return isAnswered(form, pageHeaders, page.replace('<p class="outlook">', `${lost}<p class="outlook">`))
})

test('a SOAP client gets text, though it asks for HTML, never an empty body', () => {
  return isAnswered(soap, textHeaders, text)
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
  await isAnswered({ ...soap, body: Buffer.alloc(300_000, 'x') }, textHeaders, text)
})

async function isAnswered(visitor, expectedHeaders, expectedBody) {
  const answer = await ask(visitor)
  assert.deepEqual([answer.status, answer.reason], [503, 'Service Unavailable'])
  assert.equal(answer.header('Content-Length'), String(answer.body.length))
  const hashes = []
  const body = answer.text.replace(/(?<=<style>)[^]*(?=<\/style>)/, (style) => {
    hashes.push(createHash('sha256').update(style).digest('base64'))
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
