// An HTTP client that changes nothing: bodies are not decoded, redirects not followed, headers kept as they came.

import http from 'node:http'

const patienceMillis = 30_000

/**
 * Begins a request. `now` sets the clock of development builds. The body is sent whole, unless `open` leaves it to the
 * caller to write and end.
 */
export function request(port, { method = 'GET', path = '/', headers = {}, now, body, open = false, agent }) {
  const clock = now === undefined ? {} : { 'Intermission-Now': new Date(now).toISOString() }
  // Without an agent each request has a connection of its own, so that none can be spoiled by the one before.
  const outgoing = http.request({
    host: '127.0.0.1', port, method, path, headers: { ...headers, ...clock }, agent: agent ?? false,
  })
  outgoing.setTimeout(patienceMillis, () => outgoing.destroy(new Error(`${method} ${path}: nothing happened for 30 s`)))
  if (!open) outgoing.end(body)
  return outgoing
}

/** The answer to a request, with its whole body. */
export async function receive(outgoing) {
  const incoming = await responseTo(outgoing)
  const chunks = []
  for await (const chunk of incoming) chunks.push(chunk)
  return new Answer(incoming, Buffer.concat(chunks))
}

/** The head of an answer; the body is read by the caller. */
export function responseTo(outgoing) {
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve)
    outgoing.once('error', reject)
  })
}

class Answer {
  constructor(incoming, body) {
    this.status = incoming.statusCode
    this.reason = incoming.statusMessage
    this.headers = pairs(incoming.rawHeaders)
    this.body = body
  }

  /** Every value of a header, in order. */
  all(name) {
    return valuesOf(this.headers, name)
  }

  /** The value of a header that comes once at most. */
  header(name) {
    return this.all(name).join(', ') || undefined
  }

  get text() {
    return this.body.toString('utf8')
  }
}

/** Every value of a header in `[name, value]` pairs, in order. */
export function valuesOf(headers, name) {
  return headers.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => value)
}

/** Node's flat list of names and values as pairs. */
export function pairs(rawHeaders) {
  return Array.from({ length: rawHeaders.length / 2 }, (_, at) => [rawHeaders[2 * at], rawHeaders[2 * at + 1]])
}
