// Server-sent events: by 200, because a browser that is answered 503 never connects again; when to come back is in the
// stream.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { founding } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

const site = await openSite()

const { start, inside, end } = founding
const stream = { 'Accept': 'text/event-stream', 'Sec-Fetch-Dest': 'empty', 'Sec-Fetch-Mode': 'cors' }
const message =
  'The server is temporarily unable to service your request due to maintenance downtime or capacity problems. ' +
  'Please try again later.'

test('one event, and no other header than these', async () => {
  const answer = await ask({})
  assert.deepEqual([answer.status, answer.reason], [200, 'OK'])
  const [, millis, rest] = /^retry: (\d+)\n([^]*)$/.exec(answer.text)
  assert.equal(rest, `event: maintenance
data: {"title":"Service Unavailable","message":"${message}","window":"2025-02-06-deployment",\
"starts":"2025-02-07T01:00:00Z","ends":"2025-02-07T03:00:00Z","about":"/_maintenance/windows/2025-02-06-deployment"}

`)
  assert.match(millis, /^\d+000$/)
  assert.deepEqual(answer.headers.filter(([name]) => name !== 'Connection').toSorted(([a], [b]) => (a < b ? -1 : 1)), [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Expose-Headers', 'Retry-After, Link'],
    ['Cache-Control', 'no-store'],
    ['Content-Language', 'en'],
    ['Content-Length', String(answer.body.length)],
    ['Content-Type', 'text/event-stream; charset=utf-8'],
    ['Link', '</_maintenance/timeline.json>; rel="status"; type="application/json", ' +
      '</_maintenance/windows/2025-02-06-deployment>; rel="help"; type="text/html"'],
    ['Vary', 'Accept, Accept-Language, Content-Type, Sec-Fetch-Dest'],
    ['X-Content-Type-Options', 'nosniff'],
  ])
})

test('it comes back in milliseconds, after the end, spread like the others, each client at its own', async () => {
  for (const now of [start, inside, end - 90_500, end - 1]) {
    const told = new Set()
    for (let host = 0; host < 40; host += 1) {
      const headers = { 'CF-Connecting-IP': `192.0.2.${host}` }
      const [answer, again, other] = [
        await ask({ now, headers }), await ask({ now, headers }),
        await site.send({ now, headers: { ...headers, Accept: '*/*' } }),
      ]
      const millis = Number(/^retry: (\d+)\n/.exec(answer.text)[1])
      assert.equal(again.text, answer.text)
      // The length changes with the number of digits, and is stated anew for each.
      assert.equal(answer.header('Content-Length'), String(answer.body.length))
      assert.equal(millis, 1000 * Number(other.header('Retry-After')))
      const rest = end - now
      assert.ok(millis >= Math.min(rest, 3_600_000) && millis <= Math.min(rest, 3_600_000) + 301_000, `${millis}`)
      told.add(millis)
    }
    assert.ok(told.size > 20, `${[...told]}`)
  }
})

test('whoever asks, but by GET for a stream first, is told by 503', async (t) => {
  const table = {
    'HEAD': [{ method: 'HEAD' }, 503],
    'POST': [{ method: 'POST', body: 'x' }, 503],
    'a stream among others': [{ headers: { Accept: 'application/json, text/event-stream' } }, 503],
    'anything': [{ headers: { Accept: '*/*' } }, 503],
    'a stream, and anything': [{ headers: { Accept: 'text/event-stream, */*;q=0.1' } }, 200],
    'with the last event': [{ headers: { 'Last-Event-ID': '41', 'Cache-Control': 'no-cache' } }, 200],
  }
  for (const [what, [settings, status]] of Object.entries(table)) {
    await t.test(`${what}: ${status}`, async () => {
      const answer = await ask(settings)
      assert.deepEqual([answer.status, answer.header('Retry-After') !== undefined], [status, status === 503])
    })
  }
})

test('at the end the stream is the origin’s', async () => {
  await site.origin.take()
  assert.equal((await ask({ now: end })).text, 'the origin\n')
  assert.equal((await site.origin.take()).length, 1)
})

function ask({ headers, ...settings }) {
  return site.send({ now: inside, ...settings, headers: { 'CF-Connecting-IP': '192.0.2.7', ...stream, ...headers } })
}
