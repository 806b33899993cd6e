// Scripts of other sites: what their browsers ask before a request, and what they may read of its answer.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { compile } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

const now = Date.parse('2025-03-01T11:00:00Z')

const anybody = await openSite({ timeline: await compile(schedule('')) })
const listed = await openSite({
  timeline: await compile(schedule(`
    cors.origins = ["https://app.example", "http://localhost:3000"]
    strict-transport-security = "max-age=31536000"
  `)),
})

const app = 'https://app.example'
const methods = 'GET, HEAD, POST, PUT, PATCH, DELETE'
const vary = ['Vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers']
const asking = { 'Access-Control-Request-Method': 'POST' }

/** Of every preflight that is answered by us. */
const common = [
  ['Access-Control-Allow-Methods', methods], ['Access-Control-Max-Age', '60'], ['Cache-Control', 'no-store'], vary,
]
const open = [['Access-Control-Allow-Origin', '*'], ...common]

/** The same for a site that is listed. */
const trusted = (origin) => [
  ['Access-Control-Allow-Credentials', 'true'], ['Access-Control-Allow-Origin', origin], ...common,
]

test('a preflight is allowed, because refused it would hide the 503 from the script', async (t) => {
  const table = [
    ['where nothing is configured', anybody, app, open],
    ['of a listed site', listed, app, trusted(app)],
    ['of another that is listed', listed, 'http://localhost:3000', trusted('http://localhost:3000')],
    ['of a site that is not listed', listed, 'https://elsewhere.example', open],
    ['of no site', listed, undefined, open],
    ['of a document without an origin', listed, 'null', open],
    ['of a listed host over http', listed, 'http://app.example', open],
    ['of a listed host at another port', listed, 'https://app.example:8443', open],
    ['of a host below a listed one', listed, 'https://x.app.example', open],
    ['of a host that begins like a listed one', listed, 'https://app.example.evil.example', open],
    ['of one that is spelled in capitals', listed, 'https://APP.example', open],
    ['of two at once', listed, [app, 'https://evil.example'], open],
  ]
  for (const [what, site, origin, expected] of table) {
    await t.test(what, async () => {
      await site.origin.take()
      const headers = origin === undefined ? asking : { ...asking, Origin: origin }
      const answer = await site.send({ method: 'OPTIONS', headers, now })
      assert.deepEqual([answer.status, answer.reason, answer.text], [204, 'No Content', ''])
      assert.deepEqual(shown(answer), sorted(expected))
      assert.deepEqual(await site.origin.take(), [])
    })
  }
})

test('methods are allowed, also unusual ones, and nothing else is said after a client', async (t) => {
  const table = [
    ['GET', methods],
    ['DELETE', methods],
    ['PROPFIND', `${methods}, PROPFIND`],
    ['x-custom', `${methods}, x-custom`],
    ['POST"', methods],
    ['<script>', methods],
    ['a:b', methods],
    ['\u00ff', methods],
    ['M'.repeat(5000), methods],
  ]
  for (const [method, expected] of table) {
    await t.test(JSON.stringify(method.slice(0, 20)), async () => {
      const answer = await preflight({ 'Access-Control-Request-Method': method })
      assert.equal(answer.header('Access-Control-Allow-Methods'), expected)
    })
  }
})

test('names of headers are allowed as asked for, and nothing else is said after a client', async (t) => {
  const many = Array.from({ length: 400 }, (_, place) => `x-${place}`).join(', ')
  const table = [
    ['content-type', true],
    ['content-type,x-requested-with', true],
    ['authorization, content-type, x-request-id', true],
    ['*', true],
    [many, true],
    [undefined, false],
    [`${many}, ${many}`, false],
    ['x: y', false],
    ['<script>alert(1)</script>', false],
    ['x"y', false],
    ['x;y', false],
    ['x/y', false],
    ['x\ty', false],
    ['x\u00e9', false],
    ['(x)', false],
    ['x\\y', false],
  ]
  for (const [names, allowed] of table) {
    const said = allowed ? 'allowed' : 'not said again'
    await t.test(`${JSON.stringify(names ?? 'nothing').slice(0, 60)}: ${said}`, async () => {
      const answer = await preflight(names === undefined ? {} : { 'Access-Control-Request-Headers': names })
      const expected = allowed ? sorted([...open, ['Access-Control-Allow-Headers', names]]) : sorted(open)
      assert.deepEqual(shown(answer), expected)
    })
  }
})

test('what passes is asked of the origin', async (t) => {
  const table = {
    'of a channel that can be read': { path: '/catalogue/1', now },
    'outside of windows': { now: now + 86_400_000 },
    'of a path that always passes': { path: '/robots.txt', now },
  }
  for (const [what, settings] of Object.entries(table)) {
    await t.test(what, async () => {
      await listed.origin.take()
      const answer = await listed.send({ ...settings, method: 'OPTIONS', headers: { ...asking, Origin: app } })
      assert.deepEqual([answer.status, answer.header('Access-Control-Allow-Origin')], [200, undefined])
      assert.equal((await listed.origin.take()).length, 1)
    })
  }
})

test('a script may read the 503, and when to come back', async (t) => {
  const exposed = ['Access-Control-Expose-Headers', 'Retry-After, Link']
  const secure = ['Strict-Transport-Security', 'max-age=31536000']
  const all = ['Access-Control-Allow-Origin', '*']
  const vary = 'Accept, Accept-Language, Content-Type, Origin, Sec-Fetch-Dest'
  const one = [['Access-Control-Allow-Credentials', 'true'], ['Access-Control-Allow-Origin', app]]
  const table = [
    ['where nothing is configured', anybody, app, [all, exposed, ['Vary', vary.replace(' Origin,', '')]]],
    ['of a listed site', listed, app, [...one, exposed, secure]],
    ['of another', listed, 'https://elsewhere.example', [all, exposed, secure]],
    ['of no site', listed, undefined, [all, exposed, secure]],
  ]
  for (const [what, site, origin, expected] of table) {
    await t.test(what, async () => {
      const wanted = expected.some(([name]) => name === 'Vary') ? expected : [...expected, ['Vary', vary]]
      // Twice, in another order: an answer that is kept for one site is not another's.
      for (let time = 0; time < 2; time += 1) {
        for (const method of ['GET', 'POST', 'DELETE']) {
          const headers = { 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty', ...(origin && { Origin: origin }) }
          const answer = await site.send({ method, headers, now })
          const about = /^(Access-Control-|Vary|Strict-Transport)/
          assert.deepEqual(shown(answer).filter(([name]) => about.test(name)), sorted(wanted))
          assert.deepEqual([answer.status, /^\d+$/.test(answer.header('Retry-After'))], [503, true])
        }
      }
    })
  }
})

test('an OPTIONS that asks for nothing is a request like any other', async () => {
  for (const headers of [{}, { Origin: app }, { 'Access-Control-Request-Headers': 'x' }]) {
    const answer = await listed.send({ method: 'OPTIONS', headers, now })
    assert.deepEqual([answer.status, answer.text.split('\n')[0]], [503, '503 Service Unavailable'])
    assert.match(answer.header('Retry-After'), /^\d+$/)
  }
})

function preflight(headers) {
  return anybody.send({ method: 'OPTIONS', headers: { Origin: app, ...asking, ...headers }, now })
}

function schedule(edge) {
  return `
    [service]
    name = "Shared"
    zone = "UTC"
    [edge]
    ${edge}
    [[channel]]
    id = "web"
    name = "the site"
    routes = ["/*"]
    [[channel]]
    id = "catalogue"
    name = "the catalogue"
    routes = ["/catalogue/*"]
    disposition = "read-only"
    [[window]]
    id = "deployment"
    channels = ["web", "catalogue"]
    start = 2025-03-01T10:00:00Z
    end = 2025-03-01T12:00:00Z
  `
}

function shown({ headers }) {
  return sorted(headers.filter(([name]) => name !== 'Connection'))
}

function sorted(headers) {
  return headers.toSorted(([a], [b]) => (a < b ? -1 : 1))
}
