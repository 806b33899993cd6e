// A site that embeds the banner: the built widget as files, pages around it, and a timeline that the test sets. It
// stands in for no part of ours but the address of `timeline.json`, whose contract it keeps: ETag, 304, CORS, `Date`.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { after } from 'node:test'

import { inCheckout } from './checkout.mjs'

const types = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json' }

/** What a policy has to allow for the banner, and nothing besides. */
export const strict = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "base-uri 'none'", "form-action 'self'",
  "require-trusted-types-for 'script'", "trusted-types 'none'",
].join('; ')

/** The founding notice's window, an hour and a half before which it is announced. */
export const start = Date.parse('2025-02-07T01:00:00Z')
export const end = Date.parse('2025-02-07T03:00:00Z')

/** Where the built widget lies. */
function folder() {
  const path = join(process.env.INTERMISSION_BUILD ?? inCheckout('build'), 'widget')
  if (!existsSync(path)) throw new Error(`${path} is not there; run \`cargo xtask build\` first`)
  return path
}

/** A site for the tests of a file. Its `now`, `timeline` and `policy` are what the next answer is made of. */
export async function openBannerSite() {
  const files = folder()
  const site = { now: start, windows: [window()], service: {}, channels: undefined, revision: 7, page: page(), policy: undefined, requests: [], dated: true }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://site')
    site.requests.push(pathname)
    const now = typeof site.now === 'function' ? site.now() : site.now
    response.sendDate = false
    if (site.dated) response.setHeader('Date', new Date(now).toUTCString())
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Expose-Headers', 'Date')
    if (site.policy) response.setHeader('Content-Security-Policy', site.policy)
    if (pathname === '/_maintenance/timeline.json') {
      const body = JSON.stringify(timeline(site))
      const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
      const same = request.headers['if-none-match'] === tag
      response.writeHead(same ? 304 : 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache', ETag: tag })
      return response.end(same ? undefined : body)
    }
    const name = pathname.startsWith('/_maintenance/') && pathname.slice('/_maintenance/'.length)
    if (name) {
      const body = await readFile(join(files, name)).catch(() => undefined)
      response.writeHead(body ? 200 : 404, { 'Content-Type': types[extname(name)] ?? 'text/plain', 'Cache-Control': 'max-age=3600' })
      return response.end(body)
    }
    if (pathname === '/favicon.ico') return response.writeHead(204).end()
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(site.page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => {
    server.close()
    server.closeAllConnections()
  })
  site.port = server.address().port
  /** What comes with a page says itself what time it is. */
  site.told = () => ({ now: new Date(typeof site.now === 'function' ? site.now() : site.now).toISOString(), ...timeline(site) })
  return site
}

/** A page of a web application with a form, and the banner as a newcomer would embed it. */
export function page({ lang = 'en', dir = 'ltr', banner = '<maintenance-banner channel="web"></maintenance-banner>', head = '', body = '' } = {}) {
  return `<!DOCTYPE html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>Records</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
${head}<script type="module" src="/_maintenance/banner.js"></script></head><body>${banner}
<main><h1>Records</h1><form><p><label>Name <input name="name"></label></p><p><button>Send</button></p></form>${body}</main></body></html>`
}

/** A window as `timeline.json` has it. */
export function window(changes = {}) {
  return {
    id: 'deployment', of: null, phase: 'announced', start: new Date(start).toISOString(), end: new Date(end).toISOString(),
    reason: 'emergency', overrun: 'reopen', summary: 'Emergency deployment of a fix for patient matching.',
    channels: ['web', 'web-services'], ...changes,
  }
}

export const channels = [
  {
    id: 'web', name: 'the web application', disposition: 'unavailable', afterwards: 'nothing', phase: null, window: null,
    instructions: {
      before: 'Finish and save what you are working on.', during: 'Record time-sensitive tasks by hand.',
      after: 'Continue normal business.',
    },
    contact: { topic: 'the user interface', email: 'help@immtrac.example' },
  },
  {
    id: 'web-services', name: 'the web services', disposition: 'unavailable', afterwards: 'resend', phase: null, window: null,
    instructions: { before: 'Hold messages back.', during: null, after: 'Send messages again.' }, contact: null,
  },
  { id: 'ftp', name: 'file transfer', disposition: 'hold', afterwards: 'nothing', phase: null, window: null, instructions: {}, contact: null },
  { id: 'phone', name: 'the help desk', disposition: 'unaffected', afterwards: 'nothing', phase: null, window: null, instructions: {}, contact: null },
]

function timeline(site) {
  return {
    service: { name: 'ImmTrac2', zone: 'America/Chicago', label: 'CT', language: 'en', imminent: 1800, ...site.service },
    revision: site.revision, next: null,
    channels: site.channels ?? channels, windows: site.windows,
  }
}
