// The origin as a process of its own: a plain web server that records what reaches it.
//
// On one port it answers like a site, with something special below `/offers/`; on the other, the control port, tests
// read the record and exchange signals with it. It ends when the process that started it does.

import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'

import { WebSocketServer } from 'ws'

import { pairs } from './client.mjs'
import { brotliBytes, fileBytes, gzipBytes, largeBytes } from './content.mjs'

const offers = {
  // The request is there, whole unless it is `early`, and the connection breaks before anything is said about it.
  'break': (request, response, query) => {
    if (query.has('early')) request.socket.destroy()
    else request.resume().on('end', () => request.socket.destroy())
  },
  'bodyless': (request, response) => response.writeHead(204).end(),
  'brotli': (request, response) => encoded(response, 'br', brotliBytes),
  'cached': (request, response) => {
    response.writeHead(200, {
      'Cache-Control': 'public, max-age=3600', 'CDN-Cache-Control': 'max-age=7200', 'Surrogate-Control': 'max-age=7200',
    }).end('kept by many')
  },
  'cookies': (request, response) => {
    response.writeHead(200, [
      'Set-Cookie', 'session=one; Path=/; HttpOnly', 'X-First', '1',
      'Set-Cookie', 'theme=dark; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'X-MiXed-CaSe', 'kept',
      'X-Twice', 'one', 'X-Twice', 'two',
    ]).end()
  },
  'elsewhere': (request, response) => {
    response.writeHead(302, { Location: 'http://other.example/there?a=b' }).end('moved')
  },
  'file': file,
  'gzip': (request, response) => encoded(response, 'gzip', gzipBytes),
  'large': (request, response) => response.writeHead(200, { 'Content-Length': largeBytes.length }).end(largeBytes),
  'pieces': async (request, response, query) => {
    response.writeHead(200, { 'Content-Type': query.get('type') ?? 'text/plain' })
    response.write('id: 1\ndata: first\n\n')
    await signal(query.get('until')).raised
    response.end('id: 2\ndata: second\n\n')
  },
  'silence': (request, response, query) => request.socket.on('close', () => signal(query.get('ended')).raise()),
  'status': (request, response, query) => {
    const headers = query.has('type') ? { 'Content-Type': query.get('type') } : {}
    response.writeHead(Number(query.get('code')), query.get('reason') ?? undefined, headers)
    response.end(query.get('body') ?? '')
  },
  'torn': (request, response) => {
    response.writeHead(200, { 'Content-Length': 1000 })
    response.write('the beginning', () => request.socket.destroy())
  },
  'upload': async (request, response, query) => {
    const hash = createHash('sha256')
    try {
      for await (const chunk of request) {
        signal(query.get('began')).raise()
        hash.update(chunk)
      }
    } catch (error) {
      if (error.code === 'ECONNRESET') return signal(query.get('ended')).raise()
      throw error
    }
    response.end(hash.digest('hex'))
  },
}

let record = []
const signals = new Map()
const sockets = new WebSocketServer({ noServer: true })

const site = createServer(async (request, response) => {
  note(request)
  const [, name, query] = /^\/offers\/([a-z]+)(\?.*)?$/.exec(request.url) ?? []
  if (name in offers) return offers[name](request, response, new URLSearchParams(query))
  request.resume().on('end', () => response.end('the origin\n'))
})
site.on('upgrade', (request, socket, head) => {
  note(request)
  sockets.handleUpgrade(request, socket, head, (client) => {
    client.on('message', (data, binary) => client.send(data, { binary }))
  })
})

const control = createServer(async (request, response) => {
  const name = request.url.split('/')[2]
  if (request.url === '/take') {
    response.end(JSON.stringify(record))
    record = []
  } else if (request.method === 'POST') {
    signal(name).raise()
    response.end()
  } else {
    await Promise.race([signal(name).raised, setTimeout(10_000, undefined, { ref: false })])
    response.writeHead(signal(name).isRaised ? 200 : 504).end()
  }
})

process.on('disconnect', () => process.exit())
site.listen(0, '127.0.0.1', () => control.listen(0, '127.0.0.1', () => {
  process.send({ port: site.address().port, control: control.address().port })
}))

function note({ method, url, rawHeaders }) {
  record.push({ method, path: url, headers: pairs(rawHeaders) })
}

/** Something that one side waits for and the other makes happen, whichever comes first. */
function signal(name) {
  if (!signals.has(name)) {
    const made = { isRaised: false }
    made.raised = new Promise((resolve) => {
      made.raise = () => {
        made.isRaised = true
        resolve()
      }
    })
    signals.set(name, made)
  }
  return signals.get(name)
}

function encoded(response, encoding, bytes) {
  response.writeHead(200, { 'Content-Encoding': encoding, 'Content-Length': bytes.length, 'Content-Type': 'text/html' })
  response.end(bytes)
}

function file({ headers }, response) {
  const common = { 'Accept-Ranges': 'bytes', 'ETag': '"version-1"' }
  if (headers['if-none-match'] === '"version-1"') return response.writeHead(304, common).end()
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
  if (first === undefined) return response.writeHead(200, common).end(fileBytes)
  const part = fileBytes.subarray(Number(first), Number(last) + 1)
  response.writeHead(206, { ...common, 'Content-Range': `bytes ${first}-${last}/${fileBytes.length}` }).end(part)
}
