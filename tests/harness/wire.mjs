// Bytes on a connection, for requests that no HTTP client would send.

import { connect } from 'node:net'

/** Sends bytes as they are and gives back everything that is answered until the other side closes. */
export async function exchange(port, bytes) {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => {})
  socket.write(bytes)
  const chunks = []
  try {
    for await (const chunk of socket) chunks.push(chunk)
  } catch (error) {
    // Cut off while we were still writing: what came until then is the answer.
    if (!['ECONNRESET', 'EPIPE'].includes(error.code)) throw error
  }
  socket.destroy()
  return Buffer.concat(chunks).toString('latin1')
}

/** A request with a request line of any bytes, on a connection that ends with it. */
export function rawRequest(line, headers = {}) {
  const all = { 'Host': 'registry.example', ...headers, 'Connection': 'close' }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${line} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1')
}

/** The status of an answer, or `none`. */
export function statusOf(answer) {
  return Number(/^HTTP\/1\.\d (\d{3})/.exec(answer)?.[1]) || 'none'
}
