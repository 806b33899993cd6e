// A door in front of the edge that sets its clock, for clients that go on their way without a header of ours; and that
// remembers who came through.

import { createServer, request } from 'node:http'
import * as http2 from 'node:http2'
import { pipeline } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after } from 'node:test'

import { pairs } from './client.mjs'
import { instant } from './schedule.mjs'

/**
 * Opens a door to a site for all the tests of a file. `now` is the instant at which everybody comes, and may be set
 * again. `visits` are the requests that came through, in order: `{ method, path, headers, status, retryAfter }`.
 *
 * With `patient` set, whoever is told by `Retry-After` to come back is believed to have waited exactly so long: the
 * clock moves on by what was said. Whether they did is for the test to see.
 */
export async function openDoor(site, now) {
  const door = new Door(site, now)
  const server = createServer(async (incoming, outgoing) => {
    const answer = await door.pass(incoming.method, incoming.url, incoming.rawHeaders, incoming)
    outgoing.writeHead(answer.statusCode, answer.statusMessage, answer.rawHeaders)
    // Whoever goes away, in front or behind, takes the other side along.
    pipeline(answer, outgoing, () => {})
  })
  server.on('upgrade', (incoming, socket) => refuse(door, incoming, socket))
  return listen(door, server)
}

/**
 * The same for clients that speak nothing but HTTP/2, which the runtime does not speak: where it is deployed, the
 * platform's own front takes HTTP/2 from the clients. This stands for that front.
 */
export async function openHttp2Door(site, now) {
  const door = new Door(site, now)
  const server = http2.createServer()
  server.on('stream', async (stream, headers) => {
    stream.on('error', () => {})
    const { ':method': method, ':path': path, ':authority': host, ':scheme': _, ...others } = headers
    const answer = await door.pass(method, path, Object.entries({ host, ...others }).flat(), stream)
    const body = await buffer(answer)
    const perConnection = ['connection', 'keep-alive', 'transfer-encoding', 'content-length']
    const kept = pairs(answer.rawHeaders).filter(([name]) => !perConnection.includes(name.toLowerCase()))
    // An answer without a body ends with its headers: gRPC calls that trailers-only.
    stream.respond({ ':status': answer.statusCode, ...Object.fromEntries(kept) }, { endStream: body.length === 0 })
    if (body.length > 0) stream.end(body)
  })
  return listen(door, server)
}

class Door {
  visits = []
  patient = false

  constructor(site, now) {
    this.site = site
    this.now = now
  }

  /** Sends a request on with the clock set; resolves with the head of the answer. */
  pass(method, path, headers, body) {
    const visit = { method, path, headers: pairs(headers) }
    this.visits.push(visit)
    const outgoing = request({
      host: '127.0.0.1', port: this.site.port, method, path, agent: false,
      headers: [...headers, 'Intermission-Now', instant(this.now)],
    })
    body.pipe(outgoing)
    return new Promise((resolve, reject) => {
      outgoing.on('error', reject)
      outgoing.on('response', (answer) => {
        visit.status = answer.statusCode
        visit.retryAfter = Number(answer.headers['retry-after']) || undefined
        if (this.patient && visit.retryAfter) this.now += visit.retryAfter * 1000
        resolve(answer)
      })
    })
  }
}

/** An upgrade is refused on the connection as it is, of which Node makes no answer to write to. */
async function refuse(door, incoming, socket) {
  socket.on('error', () => {})
  const answer = await door.pass(incoming.method, incoming.url, incoming.rawHeaders, incoming)
  const lines = pairs(answer.rawHeaders).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n${lines.join('')}\r\n`)
  for await (const chunk of answer) socket.write(chunk)
  socket.end()
}

async function listen(door, server) {
  const connections = new Set()
  server.on('connection', (socket) => connections.add(socket.on('close', () => connections.delete(socket))))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => {
    for (const socket of connections) socket.destroy()
    server.close()
  })
  door.port = server.address().port
  door.url = `http://127.0.0.1:${door.port}`
  return door
}
