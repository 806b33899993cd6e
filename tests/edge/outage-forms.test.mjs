// What clients are told while nothing stands behind the edge: each in its own form, in words that claim no maintenance.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'

import WebSocket from 'ws'

import { compile, instant } from '../harness/schedule.mjs'
import { openSite, openSiteFor } from '../harness/site.mjs'
import { browser, curl, form, monitor, soap } from '../harness/visitor.mjs'

const site = await openSite({ timeline: await compile(schedule(`
  message = "The registry cannot be reached. We are looking into it."
  retry-after = "40s"
`)) })
await site.origin.close()

const now = Date.parse('2025-03-02T00:00:00Z')
const closed = Date.parse('2025-03-01T11:00:00Z')
const message = 'The registry cannot be reached. We are looking into it.'

const everyAnswer = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'Retry-After, Link'],
  ['Cache-Control', 'no-store'],
  ['Content-Language', 'en'],
  // An outage has no page of its own, so there is no help.
  ['Link', '</_maintenance/timeline.json>; rel="status"; type="application/json"'],
  ['Vary', 'Accept, Accept-Language, Content-Type, Sec-Fetch-Dest'],
  ['X-Content-Type-Options', 'nosniff'],
]

test('curl gets text, and no other header than these', async () => {
  const answer = await ask(curl)
  assert.deepEqual([answer.status, answer.reason], [503, 'Service Unavailable'])
  assert.equal(answer.text, `503 Service Unavailable
${message}
This request was NOT processed. Send it again later.
Status: /_maintenance/timeline.json
`)
  const { headers } = answer
  assert.deepEqual(sorted(headers.filter(([name]) => !['Connection', 'Retry-After'].includes(name))), sorted([
    ...everyAnswer, ['Content-Length', String(answer.body.length)], ['Content-Type', 'text/plain; charset=utf-8'],
  ]))
})

test('a monitor gets the same head, and no body', async () => {
  const [get, head] = [await ask({ headers: monitor.headers }), await ask(monitor)]
  assert.deepEqual([head.status, head.headers, head.body.length], [503, get.headers, 0])
})

test('a person gets a page that says when nothing is known, and promises no end', async () => {
  const answer = await ask(browser)
  assert.deepEqual([answer.status, answer.header('Content-Type')], [503, 'text/html; charset=utf-8'])
  assert.ok(answer.text.includes(message))
  const markup = answer.text.replace(/<script>[^]*<\/script>|<style>[^]*<\/style>/g, '')
  assert.doesNotMatch(markup, /maintenance ends|windows\//)
})

test('a person who sent a form is not told that it is lost', async () => {
  const answer = await ask(form)
  assert.equal(answer.status, 503)
  assert.match(answer.text, /Whether what you sent was processed is not known\./)
  assert.doesNotMatch(answer.text, /was not processed\./)
})

test('each protocol has its own form, none of which claims that something is lost or arrived', async (t) => {
  const unknown = /Whether this request was processed is not known/
  const table = [
    ['SOAP 1.2', soap, 503, 'application/soap+xml; charset=utf-8', /soap:Receiver/],
    ['SOAP 1.1', post('text/xml'), 503, 'text/xml; charset=utf-8', /<faultcode>soap:Server</],
    ['FHIR', post('application/fhir+json'), 503, 'application/fhir+json; charset=utf-8', /"code":"transient"/],
    ['HL7', post('application/hl7-v2+er7'), 503, 'text/plain; charset=utf-8', /\r\n/],
    ['JSON', post('application/json'), 503, 'application/problem+json', /problems\/outage"/],
    ['JSON:API', post('application/vnd.api+json'), 503, 'application/vnd.api+json', /"code":"outage"/],
    ['JSON-RPC', post('application/json-rpc'), 503, 'application/json', /"jsonrpc":"2\.0"/],
    ['GraphQL', post('application/graphql'), 503, 'application/graphql-response+json; charset=utf-8', /"errors":/],
  ]
  for (const [what, visitor, status, type, words] of table) {
    await t.test(what, async () => {
      const answer = await ask(visitor)
      assert.deepEqual([answer.status, answer.header('Content-Type')], [status, type])
      assert.match(answer.text, words)
      assert.match(answer.text, unknown)
      assert.ok(answer.text.includes(message))
      assert.doesNotMatch(answer.text, /NOT processed|"processed":false|scheduled_maintenance/)
    })
  }
})

test('gRPC is told by status 14, and not to try again by itself', async () => {
  for (const type of ['application/grpc', 'application/grpc-web+proto', 'application/grpc-web-text+proto']) {
    const answer = await ask(post(type))
    const names = ['Content-Type', 'grpc-status', 'grpc-retry-pushback-ms', 'Retry-After']
    const told = names.map((name) => answer.header(name))
    assert.deepEqual([answer.status, answer.body.length, ...told], [200, 0, type, '14', '-1', undefined])
    assert.match(answer.header('grpc-message'), /^Service Unavailable\. The registry cannot be reached\. /)
  }
})

test('a stream of events is told to come back by itself, a socket is refused, a preflight allowed', async () => {
  const events = await ask({ headers: { Accept: 'text/event-stream' } })
  assert.deepEqual([events.status, events.header('Content-Type')], [200, 'text/event-stream; charset=utf-8'])
  const [, millis, data] = /^retry: (\d+)000\nevent: outage\ndata: (.*)\n\n$/.exec(events.text)
  assert.ok(millis >= 40 && millis <= 80, events.text)
  assert.equal(JSON.parse(data).message, message)

  const headers = { 'Intermission-Now': instant(now) }
  const [, refused] = await once(new WebSocket(`ws://127.0.0.1:${site.port}/`, { headers }), 'unexpected-response')
  assert.equal(refused.statusCode, 503)
  refused.resume()

  const preflight = await ask({ method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'PUT' } })
  assert.deepEqual([preflight.status, preflight.header('Access-Control-Allow-Origin')], [204, '*'])
})

test('clients come back spread over once to twice the time, each at its own', async () => {
  const told = new Map()
  for (let host = 0; host < 100; host += 1) {
    const client = `192.0.2.${host % 50}`
    const seconds = (await ask({ headers: { 'CF-Connecting-IP': client } })).header('Retry-After')
    assert.match(seconds, /^\d+$/)
    assert.ok(seconds >= 40 && seconds <= 80, seconds)
    assert.equal(told.get(client) ?? seconds, seconds)
    told.set(client, seconds)
  }
  assert.ok(new Set(told.values()).size > 15, `${[...told.values()]}`)
})

test('what does not need the origin goes on', async () => {
  assert.equal((await ask({ path: '/_maintenance/health' })).status, 200)
  assert.match((await site.send({ now: closed })).text, /^Window: deployment$/m)
  await assert.rejects(ask({ path: '/robots.txt' }), { code: 'ECONNRESET' })
})

test('without words of the operator’s, ours are said in the reader’s language, for half a minute', async (t) => {
  const plain = await openSiteFor(t, { timeline: await compile(schedule('')) })
  await plain.origin.close()
  const table = [
    ['en', 'The service cannot be reached at the moment. This was not planned, and we are working on it.'],
    ['es-MX', 'No se puede acceder al servicio en este momento. Esto no estaba previsto, y estamos trabajando para ' +
      'resolverlo.'],
  ]
  for (const [language, words] of table) {
    const answer = await plain.send({ headers: { 'Accept-Language': language }, now })
    assert.deepEqual([answer.header('Content-Language'), answer.text.split('\n')[1]], [language.slice(0, 2), words])
    const seconds = Number(answer.header('Retry-After'))
    assert.ok(seconds >= 30 && seconds <= 60, `${seconds}`)
  }
})

function schedule(outage) {
  return `
    [service]
    name = "Shaky"
    zone = "UTC"
    [edge.outage]
    ${outage}
    [[channel]]
    id = "web"
    name = "the site"
    routes = ["/*"]
    [[window]]
    id = "deployment"
    channels = ["web"]
    start = 2025-03-01T10:00:00Z
    end = 2025-03-01T12:00:00Z
  `
}

function post(type) {
  return { method: 'POST', headers: { 'Content-Type': type }, body: 'x' }
}

function ask({ headers, ...visitor }) {
  return site.send({ now, ...visitor, headers: { 'CF-Connecting-IP': '192.0.2.7', ...headers } })
}

function sorted(headers) {
  return headers.toSorted(([a], [b]) => (a < b ? -1 : 1))
}
