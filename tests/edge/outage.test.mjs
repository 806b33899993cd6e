// While the origin cannot be reached, outside of windows: who is answered by us, who hears the origin, and that nothing
// is sent twice.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'

import WebSocket from 'ws'

import { receive, responseTo } from '../harness/client.mjs'
import { compile } from '../harness/schedule.mjs'
import { openSite, openSiteFor } from '../harness/site.mjs'
import { soap } from '../harness/visitor.mjs'

const now = Date.parse('2025-03-02T00:00:00Z')
const closed = Date.parse('2025-03-01T11:00:00Z')
const known = /This (request|message) was NOT processed\./
const unknown = /Whether this (request|message) was processed is not known/

const site = await openSite({ timeline: await compile(schedule('outage.message = "It is down."')) })

test('a status is the gateway’s or the application’s', async (t) => {
  const page = 'text/html; charset=utf-8'
  const table = [
    [502, page, 'ours'],
    [502, undefined, 'ours'],
    [502, 'text/plain', 'ours'],
    [504, 'TEXT/HTML', 'ours'],
    ...[520, 521, 522, 523, 524, 525, 526, 527, 530].map((code) => [code, page, 'ours']),
    [502, 'application/json', 'the application’s'],
    [504, 'application/problem+json', 'the application’s'],
    [502, 'text/xml; charset=utf-8', 'the application’s'],
    [502, 'application/soap+xml', 'the application’s'],
    [502, 'application/fhir+json', 'the application’s'],
    [502, 'application/grpc', 'the application’s'],
    ...[404, 429, 500, 501, 503, 505, 528, 529, 599].map((code) => [code, page, 'the application’s']),
  ]
  for (const [code, type, whose] of table) {
    await t.test(`${code} of ${type ?? 'no type'} is ${whose}`, async () => {
      const query = new URLSearchParams({ code, reason: 'Said', body: 'the origin says so', ...(type && { type }) })
      for (const method of ['GET', 'POST']) {
        await site.origin.take()
        const answer = await site.send({ method, path: `/offers/status?${query}`, now })
        const said = [answer.status, answer.reason, answer.text.split('\n')[0]]
        assert.deepEqual(said, whose === 'ours'
          ? [503, 'Service Unavailable', '503 Service Unavailable']
          : [code, 'Said', 'the origin says so'])
        assert.equal((await site.origin.take()).length, 1)
      }
    })
  }
})

test('whoever sent something is told that it is lost only where that is known', async (t) => {
  const lost = [521, 523, 525, 526, 530]
  for (const code of [502, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530]) {
    const words = lost.includes(code) ? known : unknown
    await t.test(`${code}: ${words.source}`, async () => {
      const path = `/offers/status?code=${code}`
      for (const sent of [{ method: 'POST', body: 'x' }, { method: 'DELETE' }, soap]) {
        const { text } = await site.send({ ...sent, path, now })
        assert.match(text, words)
        assert.doesNotMatch(text, words === known ? unknown : known)
      }
      assert.match((await site.send({ path, now })).text, known)
    })
  }
})

// On a connection that was kept, the runtime itself sends once more what may be sent twice (RFC 9110, section 9.2.2),
// with our answer or without it. We add nothing to that, and nothing that changes something by each sending goes twice.
test('a connection that breaks: we send nothing again, and claim nothing that is not known', async (t) => {
  const without = await openSiteFor(t, { timeline: await compile(schedule('')) })
  const table = [
    [{}, known],
    [{ method: 'HEAD' }, /^$/],
    [{ method: 'DELETE' }, unknown],
    [{ method: 'POST', body: 'x' }, unknown, 1],
    [{ method: 'POST' }, unknown, 1],
    [{ method: 'PATCH', body: 'x' }, unknown, 1],
    [{ method: 'PUT', body: Buffer.alloc(300_000, 'x') }, unknown, 1],
    [soap, unknown, 1],
  ]
  for (const [settings, words, times] of table) {
    const asked = { ...settings, path: '/offers/break', now }
    const arrivals = async ({ send, origin }, outcome) => {
      // So that a connection is kept.
      await send({ now })
      await origin.take()
      await outcome(send(asked))
      return (await origin.take()).length
    }
    const ours = await arrivals(site, async (answer) => {
      assert.equal((await answer).status, 503)
      assert.match((await answer).text, words)
    })
    const runtimes = await arrivals(without, (answer) => assert.rejects(answer, { code: 'ECONNRESET' }))
    assert.deepEqual([ours, runtimes], times ? [times, times] : [runtimes, runtimes], settings.method)
  }
  await site.log.says(/intermission: the origin cannot be reached: /, table.length)
})

test('a connection that breaks in the midst of an upload', async () => {
  await site.origin.take()
  const outgoing = site.begin({ method: 'POST', path: '/offers/break?early', now, open: true })
  const answer = receive(outgoing)
  outgoing.write(Buffer.alloc(10_000))
  const { status, text } = await answer
  outgoing.destroy()
  assert.equal(status, 503)
  assert.match(text, unknown)
  assert.equal((await site.origin.take()).length, 1)
})

test('an answer that has begun is not taken back', async () => {
  const incoming = await responseTo(site.begin({ path: '/offers/torn', now }))
  assert.equal(incoming.statusCode, 200)
  await assert.rejects(incoming.toArray(), { code: 'ECONNRESET' })
})

test('what always passes sees the origin as it is', async () => {
  const headers = { Host: 'open.example' }
  const answer = await site.send({ path: '/offers/status?code=502&reason=Open', headers, now })
  assert.deepEqual([answer.status, answer.reason], [502, 'Open'])
  await assert.rejects(site.send({ path: '/offers/break', headers, now }), { code: 'ECONNRESET' })
})

test('in a window its answer comes first, and the origin is not asked', async () => {
  await site.origin.take()
  assert.match((await site.send({ path: '/offers/break', now: closed })).text, /^Window: deployment$/m)
  assert.deepEqual(await site.origin.take(), [])
})

test('after a panic in the gate the outage still has its answer', async () => {
  const answer = await site.send({ path: '/offers/break', headers: { 'Intermission-Drill': 'gate' }, now })
  assert.deepEqual([answer.status, answer.text.split('\n')[1]], [503, 'It is down.'])
})

// The runtime's clock cannot be set, so this test waits for the shortest time that a schedule can state: a second.
test('an origin that says nothing is given up after the timeout, and what has begun is not cut off', async (t) => {
  const impatient = await openSiteFor(t, { timeline: await compile(schedule('outage.timeout = "1s"')) })
  const slow = await responseTo(impatient.begin({ path: '/offers/pieces?until=long-after', now }))
  const pieces = slow[Symbol.asyncIterator]()
  await pieces.next()
  const socket = new WebSocket(`ws://127.0.0.1:${impatient.port}/socket`)
  await once(socket, 'open')
  await impatient.origin.take()

  const began = performance.now()
  const silent = { path: '/offers/silence?ended=given-up', now }
  const [read, sent] = await Promise.all([
    impatient.send(silent), impatient.send({ ...silent, method: 'POST', body: 'x', path: '/offers/silence' }),
  ])
  const waited = performance.now() - began
  assert.ok(waited >= 990 && waited < 10_000, `${waited} ms`)
  assert.deepEqual([read.status, sent.status], [503, 503])
  assert.match(read.text, known)
  assert.match(sent.text, unknown)
  await impatient.origin.signal('given-up')
  assert.equal((await impatient.origin.take()).length, 2)

  await impatient.origin.raise('long-after')
  assert.equal(String((await pieces.next()).value), 'id: 2\ndata: second\n\n')
  socket.send('still there')
  assert.deepEqual(await once(socket, 'message'), [Buffer.from('still there'), false])
  socket.close()
  await once(socket, 'close')
})

function schedule(outage) {
  return `
    [service]
    name = "Shaky"
    zone = "UTC"
    [edge]
    pass = ["open.example/*"]
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
