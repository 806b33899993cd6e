// What passes is more than a request and an answer: WebSockets, 100 Continue, connections that are kept, and an
// origin that is not there.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent } from 'node:http'
import { test } from 'node:test'

import WebSocket from 'ws'

import { receive } from '../harness/client.mjs'
import { founding, instant } from '../harness/schedule.mjs'
import { openSite, openSiteFor } from '../harness/site.mjs'

const site = await openSite()

test('a WebSocket is upgraded and echoes text and bytes', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${site.port}/socket`)
  await once(socket, 'open')
  socket.send('hello')
  assert.deepEqual(await once(socket, 'message'), [Buffer.from('hello'), false])
  socket.send(Buffer.alloc(70_000, 7))
  assert.deepEqual(await once(socket, 'message'), [Buffer.alloc(70_000, 7), true])
  socket.close(1000, 'done')
  const [code] = await once(socket, 'close')
  assert.equal(code, 1000)
})

test('inside a window a WebSocket is refused with 503', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${site.port}/socket`, {
    headers: { 'Intermission-Now': instant(founding.inside) },
  })
  const [, incoming] = await once(socket, 'unexpected-response')
  assert.equal(incoming.statusCode, 503)
  assert.match(incoming.headers['retry-after'], /^\d+$/)
  incoming.resume()
  await once(incoming, 'end')
})

test('a client that waits for 100 Continue gets it, and its body arrives', async () => {
  const headers = { 'Expect': '100-continue', 'Content-Length': 5 }
  const outgoing = site.begin({ method: 'POST', path: '/offers/upload?began=continued', headers, open: true })
  const answer = receive(outgoing)
  outgoing.flushHeaders()
  await once(outgoing, 'continue')
  outgoing.end('hello')
  assert.equal((await answer).status, 200)
})

test('a connection is kept over passed, refused and own answers', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const settings = [{}, { now: founding.inside }, { path: '/_maintenance/health' }, { now: founding.end }]
  const statuses = []
  const ports = new Set()
  for (const setting of settings) {
    const outgoing = site.begin({ ...setting, agent })
    outgoing.once('socket', (socket) => socket.once('connect', () => ports.add(socket.localPort)))
    statuses.push((await receive(outgoing)).status)
  }
  agent.destroy()
  assert.deepEqual(statuses, [200, 503, 200, 200])
  assert.equal(ports.size, 1)
})

// Workerd answers nothing at all then: it closes the connection, as a client would see without an edge. The same on
// Cloudflare is a page of theirs with status 52x.
test('an origin that is down ends the connection, and only that request', async (t) => {
  const lonely = await openSiteFor(t)
  await lonely.origin.close()
  await assert.rejects(lonely.send({}), { code: 'ECONNRESET' })
  assert.equal((await lonely.send({ now: founding.inside })).status, 503)
  assert.equal((await lonely.send({ path: '/_maintenance/health' })).status, 200)
})
