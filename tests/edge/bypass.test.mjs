// Whoever verifies a deployment passes the closed gate with a token, and sees the origin as it is.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createHash } from 'node:crypto'
import { test } from 'node:test'

import WebSocket from 'ws'

import { token, withToken } from '../harness/bypass.mjs'
import { receive, request, responseTo } from '../harness/client.mjs'
import { patterned } from '../harness/content.mjs'
import { compile, instant } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'
import { browser } from '../harness/visitor.mjs'

const site = await openSite({
  environment: { INTERMISSION_BYPASS_TOKEN: token },
  timeline: await compile(`
    [service]
    name = "Verified"
    zone = "UTC"
    [edge]
    ramp = "10m"
    outage.message = "It is down."
    [[channel]]
    id = "web"
    name = "the site"
    routes = ["/*"]
    [[channel]]
    id = "reports"
    name = "reports"
    routes = ["/reports/*"]
    disposition = "read-only"
    [[window]]
    id = "deployment"
    channels = ["web", "reports"]
    start = 2025-03-01T10:00:00Z
    end = 2025-03-01T12:00:00Z
  `),
})

const now = Date.parse('2025-03-01T11:00:00Z')
const end = Date.parse('2025-03-01T12:00:00Z')
const outside = Date.parse('2025-03-02T00:00:00Z')

test('a response is the origin’s, but for what says why it came through', async (t) => {
  const table = {
    'several cookies, names in their case': { path: '/offers/cookies' },
    'a status that nobody knows': { path: '/offers/status?code=299&reason=Peculiar+But+Fine&body=x' },
    'a failure': { path: '/offers/status?code=500&reason=Broken&body=the+new+code+fails' },
    'a gateway’s own page, which an outage’s answer would hide': {
      path: '/offers/status?code=502&reason=Bad+Gateway&type=text/html&body=nginx',
    },
    'compressed with gzip': { path: '/offers/gzip', headers: { 'Accept-Encoding': 'gzip, br' } },
    'compressed with brotli': { path: '/offers/brotli', headers: { 'Accept-Encoding': 'gzip, br' } },
    'of 24 MB': { path: '/offers/large' },
    'a part': { path: '/offers/file', headers: { Range: 'bytes=100-199' } },
    'nothing new': { path: '/offers/file', headers: { 'If-None-Match': '"version-1"' } },
    'without a body': { path: '/offers/bodyless' },
    'a redirect': { path: '/offers/elsewhere' },
    'a head': { method: 'HEAD', path: '/offers/large' },
    'to an unusual method': { method: 'PROPFIND', path: '/' },
  }
  for (const [what, asked] of Object.entries(table)) {
    await t.test(what, async () => {
      const passed = await site.send({ ...asked, headers: { ...asked.headers, ...withToken }, now })
      const plain = await receive(request(site.origin.port, asked))
      assert.deepEqual([passed.status, passed.reason], [plain.status, plain.reason])
      assert.ok(passed.body.equals(plain.body), 'the bytes differ')
      assert.deepEqual(shown(passed), sorted([...shown(plain),
        ['Cache-Control', 'private, no-store'], ['Intermission-Bypass', 'token'],
      ]))
    })
  }
})

test('nobody else is served it: what the origin says to caches is taken back', async () => {
  const answer = await site.send({ path: '/offers/cached', headers: withToken, now })
  assert.equal(answer.text, 'kept by many')
  assert.deepEqual(shown(answer), [['Cache-Control', 'private, no-store'], ['Intermission-Bypass', 'token']])
})

test('a body in pieces arrives piece by piece', async () => {
  const incoming = await responseTo(site.begin({ path: '/offers/pieces?until=passed', headers: withToken, now }))
  const pieces = incoming[Symbol.asyncIterator]()
  assert.equal(String((await pieces.next()).value), 'id: 1\ndata: first\n\n')
  await site.origin.raise('passed')
  assert.equal(String((await pieces.next()).value), 'id: 2\ndata: second\n\n')
})

test('what is sent arrives, while it is still being sent, and once', async () => {
  await site.origin.take()
  const body = patterned(3_000_000)
  const path = '/offers/upload?began=passed-upload'
  const outgoing = site.begin({ method: 'POST', path, headers: withToken, now, open: true })
  const answer = receive(outgoing)
  outgoing.write(body.subarray(0, 100_000))
  await site.origin.signal('passed-upload')
  outgoing.end(body.subarray(100_000))
  assert.equal((await answer).text, createHash('sha256').update(body).digest('hex'))
  assert.equal((await site.origin.take()).length, 1)
})

test('a WebSocket is upgraded', async () => {
  const headers = { ...withToken, 'Intermission-Now': instant(now) }
  const socket = new WebSocket(`ws://127.0.0.1:${site.port}/socket`, { headers })
  await once(socket, 'open')
  socket.send('hello')
  assert.deepEqual(await once(socket, 'message'), [Buffer.from('hello'), false])
  socket.close(1000)
  await once(socket, 'close')
})

test('an origin that is down is seen as it is', async () => {
  await assert.rejects(site.send({ path: '/offers/break', headers: withToken, now }), { code: 'ECONNRESET' })
  // The same without a token outside of windows, so that it is known that there is an answer to hide it.
  assert.equal((await site.send({ path: '/offers/break', now: outside })).status, 503)
})

test('where nothing is closed, nothing is said of it', async (t) => {
  const table = {
    'outside of windows': { path: '/offers/cached', now: outside },
    'for reading, which works': { path: '/reports/1', now },
    'at a path that always passes': { path: '/robots.txt', now },
  }
  for (const [what, settings] of Object.entries(table)) {
    await t.test(what, async () => {
      const answer = await site.send({ ...settings, headers: withToken })
      assert.deepEqual([answer.status, answer.header('Intermission-Bypass')], [200, undefined])
      assert.notEqual(answer.header('Cache-Control'), 'private, no-store')
    })
  }
  const health = await site.send({ path: '/_maintenance/health', headers: withToken, now })
  assert.deepEqual([JSON.parse(health.text).status, health.header('Intermission-Bypass')], ['pass', undefined])
})

test('a machine with a token does not wait for its turn when the service opens step by step', async () => {
  assert.equal((await site.send({ now: end })).status, 503)
  const answer = await site.send({ headers: withToken, now: end })
  assert.deepEqual([answer.status, answer.header('Intermission-Bypass')], [200, 'token'])
})

test('any other text opens nothing', async (t) => {
  const table = {
    'another': { 'Intermission-Bypass': token.replace('Z', 'z') },
    'none': { 'Intermission-Bypass': '' },
    'its beginning': { 'Intermission-Bypass': token.slice(0, -1) },
    'more than it': { 'Intermission-Bypass': `${token}T` },
    'it twice': { 'Intermission-Bypass': [token, token] },
    'of 8,000 characters': { 'Intermission-Bypass': token.repeat(250) },
    'a list of guesses': { 'Intermission-Bypass': `guess, ${token}` },
    'what a response says': { 'Intermission-Bypass': 'token' },
    'it in other headers': { 'Authorization': `Bearer ${token}`, 'Cookie': `__Host-intermission-bypass=${token}` },
  }
  await site.origin.take()
  for (const [what, headers] of Object.entries(table)) {
    await t.test(what, async () => {
      const answer = await site.send({ ...browser, headers: { ...browser.headers, ...headers }, now })
      assert.deepEqual([answer.status, answer.header('Intermission-Bypass')], [503, undefined])
    })
  }
  assert.deepEqual(await site.origin.take(), [])
})

test('after a panic the token is known as before', async () => {
  await site.send({ headers: { 'Intermission-Drill': 'gate' }, now })
  assert.equal((await site.send({ headers: withToken, now })).header('Intermission-Bypass'), 'token')
  assert.equal((await site.send({ now })).status, 503)
})

/** What two responses can be compared by: the connection is each one's own. */
function shown({ headers }) {
  const perConnection = ['connection', 'date', 'keep-alive', 'transfer-encoding']
  return sorted(headers.filter(([name]) => !perConnection.includes(name.toLowerCase())))
}

/** By name and value: the runtime sends headers in an order of its own. */
function sorted(headers) {
  return headers.toSorted((a, b) => (a.join() < b.join() ? -1 : 1))
}
