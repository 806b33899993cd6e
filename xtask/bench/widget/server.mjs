// One server for all that is compared: the same page with each of the banners, everything by Brotli at its best, and a
// count of the bytes that were sent.

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

import { inCheckout } from '../../../tests/harness/checkout.mjs'

const types = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json', '.css': 'text/css' }
const day = 864e5

/** The window is days ahead: for an hour, nothing of it changes that can be seen. */
const start = Date.now() + 3 * day + 40 * 6e4
const timeline = (windows) => JSON.stringify({
  service: { name: 'Registry', zone: 'America/Chicago', label: 'CT', language: 'en', imminent: 1800 },
  now: new Date().toISOString(), revision: 1, next: null, windows,
  channels: [{
    id: 'web', name: 'the registry portal', disposition: 'unavailable', afterwards: 'nothing', phase: null, window: null,
    instructions: { before: 'Save what you are working on.', during: 'Record tasks by hand.', after: null },
    contact: { topic: 'access', email: 'help@registry.example' },
  }],
})
const window = {
  id: 'deployment', of: null, phase: 'announced', start: new Date(start).toISOString(), reopens: null,
  end: new Date(start + 72e5).toISOString(), reason: 'planned', overrun: 'reopen', summary: 'A new version.', channels: ['web'],
}

/** What Statuspage says of a maintenance under way, which is the only one of which its widget says anything. */
const summary = JSON.stringify({
  page: { id: 'x', name: 'Registry', url: 'http://registry.example', time_zone: 'America/Chicago', updated_at: new Date().toISOString() },
  components: [], incidents: [], status: { indicator: 'maintenance', description: 'Service Under Maintenance' },
  scheduled_maintenances: [{ id: 'm', name: 'A new version', status: 'in_progress', impact: 'maintenance', incident_updates: [], components: [] }],
})

const page = (head, body = '') => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Records</title>
${head}</head><body>${body}<main><h1>Records</h1>${'<p>Some words of a page.</p>'.repeat(20)}</main></body></html>`
const ours = (folder) => page(`<script type="module" src="/${folder}/banner.js"></script>`, '<maintenance-banner></maintenance-banner>')

/** Starts it. `taken()` gives the compressed bytes of all answers but pages since the last time, by path. */
export async function serve() {
  const widget = join(process.env.INTERMISSION_BUILD, 'widget')
  const packages = inCheckout('tests/node_modules')
  const files = {
    '/bare': page(''), '/quiet/': ours('quiet'), '/banner/': ours('_maintenance'),
    '/handwritten/': page('<script type="module" src="/handwritten.js"></script>'),
    '/statuspage/': page('<script src="/statuspage.js" async></script>', '<statuspage-widget src="ORIGIN"></statuspage-widget>'),
    '/handwritten.js': readFileSync(inCheckout('target/bench/handwritten.min.js')),
    '/statuspage.js': readFileSync(join(packages, '@statuspage/status-widget/dist/index.js')),
    '/quiet/timeline.json': timeline([]), '/_maintenance/timeline.json': timeline([window]), '/api/v2/summary.json': summary,
  }
  const packed = new Map()
  const body = (path) => {
    const own = /^\/(quiet|_maintenance)\/(banner.+)$/.exec(path)
    const text = files[path] ?? (own && readFileSync(join(widget, own[2])))
    if (!text) return undefined
    if (!packed.has(path)) packed.set(path, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
    return packed.get(path)
  }
  let sent = {}
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://site')
    const found = body(pathname)
    if (!found) return response.writeHead(404).end()
    const type = types[extname(pathname)]
    // As the edge does, for all alike: what says the same is not sent again, and what has a version never.
    const tag = `"${createHash('sha256').update(found).digest('base64url')}"`
    response.setHeaders(new Headers({ ETag: tag, 'Cache-Control': /\/banner\//.test(pathname) && type ? 'max-age=31536000, immutable' : 'no-cache' }))
    if (request.headers['if-none-match'] === tag) return response.writeHead(304).end()
    if (type) sent[pathname] = (sent[pathname] ?? 0) + found.length
    response.writeHead(200, { 'Content-Type': type ?? 'text/html; charset=utf-8', 'Content-Encoding': 'br' })
    response.end(found)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${server.address().port}`
  files['/statuspage/'] = files['/statuspage/'].replace('ORIGIN', origin)
  return {
    origin,
    taken() {
      const before = sent
      sent = {}
      return before
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
