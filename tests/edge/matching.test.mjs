// Rules of a channel: requests that are told apart by more than their address, and forms that a schedule names because
// nothing in the request does.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { compile } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'
import { browser, form } from '../harness/visitor.mjs'

const site = await openSite({
  timeline: await compile(`
    [service]
    name = "Gateway"
    zone = "UTC"
    [[channel]]
    id = "web"
    name = "the site"
    routes = ["/*"]
    disposition = "unaffected"
    [[channel]]
    id = "gateway"
    name = "the gateway"
    [[channel.match]]
    route = "/submit"
    methods = ["POST"]
    content-type = "application/x-www-form-urlencoded"
    answer = "hl7"
    [[channel.match]]
    route = "/rpc"
    methods = ["POST"]
    answer = "json-rpc"
    [[channel.match]]
    route = "/stream"
    answer = "event-stream"
    [[channel.match]]
    header = "X-Sender: smm*"
    answer = "soap-1.1"
    [[channel]]
    id = "partners"
    name = "partners"
    disposition = "read-only"
    [[channel.match]]
    route = "/partners/*"
    content-type = "application/fhir*"
    [[window]]
    id = "deployment"
    channels = ["web", "gateway", "partners"]
    start = 2025-03-01T10:00:00Z
    end = 2025-03-01T12:00:00Z
  `),
})

const now = Date.parse('2025-03-01T11:00:00Z')
const text = 'text/plain; charset=utf-8'
const passes = [200, undefined]

test('what belongs to the channel is refused in the form that its rule names; all else passes', async (t) => {
  const json = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
  const fhir = { headers: { 'Content-Type': 'Application/FHIR+json; charset=utf-8' }, path: '/partners/Patient' }
  const sender = (value) => ({ ...browser, headers: { ...browser.headers, 'X-Sender': value } })
  const table = {
    'HL7 that a gateway posts as a form': [{ ...form, path: '/submit' }, [503, text]],
    'the same with a parameter, in capitals': [{
      ...form, path: '/submit?x=1',
      headers: { ...form.headers, 'Content-Type': 'Application/X-WWW-Form-Urlencoded; charset=UTF-8' },
    }, [503, text]],
    'the same address, read': [{ ...browser, path: '/submit' }, passes],
    'the same address, with another type': [{ ...json, path: '/submit' }, passes],
    'the same form elsewhere': [{ ...form, path: '/elsewhere' }, passes],
    'JSON-RPC that says nothing but JSON': [{ ...json, path: '/rpc' }, [503, 'application/json']],
    'a stream, asked for by a browser': [{ ...browser, path: '/stream' }, [200, 'text/event-stream; charset=utf-8']],
    'a sender, by the beginning of its name': [sender('smm-7'), [503, 'text/xml; charset=utf-8']],
    'another sender': [sender('SMM-7'), passes],
    'a preflight, which stays one': [{
      method: 'OPTIONS', path: '/', headers: { 'X-Sender': 'smm', 'Access-Control-Request-Method': 'POST' },
    }, [204, undefined]],
    'any other OPTIONS': [{ method: 'OPTIONS', headers: { 'X-Sender': 'smm' } }, [503, 'text/xml; charset=utf-8']],
    'a change, of what can be read': [{ ...fhir, method: 'PUT' }, [503, 'application/fhir+json; charset=utf-8']],
    'reading it': [{ ...fhir, method: 'GET' }, passes],
    'a change with another type': [{ ...json, path: '/partners/Patient' }, passes],
  }
  for (const [what, [asked, [status, type]]] of Object.entries(table)) {
    await t.test(`${what}: ${status === 200 && !type ? 'passes' : status}`, async () => {
      await site.origin.take()
      const answer = await site.send({ ...asked, now })
      assert.deepEqual([answer.status, answer.header('Content-Type')], [status, type])
      assert.equal((await site.origin.take()).length, status === 200 && !type ? 1 : 0)
    })
  }
})

test('the gateway reads an HL7 sender’s text, and about a message', async () => {
  const { text } = await site.send({ ...form, path: '/submit', now })
  assert.equal(text, `503 Service Unavailable\r
The server is temporarily unable to service your request due to maintenance downtime or capacity problems. \
Please try again later.\r
This message was NOT processed. Send it again after 2025-03-01T12:00:00Z.\r
Scheduled maintenance ends Saturday, March 1, 2025, 12:00 noon (UTC).\r
Window: deployment\r
Status: /_maintenance/windows/deployment\r
`)
})

test('a rule finds its requests however their path is spelled', async () => {
  for (const path of ['/submit', '/%73ubmit', '/x/../submit', '//submit', '/Submit', '/submit;v=1']) {
    assert.equal((await site.send({ ...form, path, now })).status, 503, path)
  }
  assert.equal((await site.send({ ...form, path: '/submit/more', now })).status, 200)
})
