// Odd requests, inside and outside the window. None crashes the worker or gets a failure of ours, and after each of
// them an ordinary request is served as ever.

import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'

import { secret, token } from '../harness/bypass.mjs'
import { founding, instant } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'
import { browser } from '../harness/visitor.mjs'
import { exchange, rawRequest, statusOf } from '../harness/wire.mjs'

const site = await openSite({
  environment: { INTERMISSION_BYPASS_SECRET: secret, INTERMISSION_BYPASS_TOKEN: token },
})

const closed = founding.inside
const open = founding.end

afterEach(async () => {
  assert.equal((await site.send({ ...browser, now: closed })).status, 503)
  assert.equal((await site.send({ ...browser, now: open })).status, 200)
  assert.doesNotMatch(site.log.text(), /panic|the gate failed/)
  assert.ok(site.isRunning())
})

test('targets that are long, empty, doubled or not UTF-8 are decided like any other', async (t) => {
  const targets = {
    'of 15,000 characters': `/${'a'.repeat(15_000)}`,
    'with a query of 15,000': `/?${'q=%20&'.repeat(2500)}`,
    'of 4,000 percent-encodings': `/${'%6F'.repeat(4000)}`,
    'of 5,000 slashes': '/'.repeat(5000),
    'of 3,000 dot segments': '/..'.repeat(3000),
    'with an overlong percent-encoding': '/%C0%AE%C0%AE/soap',
    'with bytes that are no UTF-8': '/%FF%FE/%C3',
    'with percent signs that encode nothing': '/%/%%/%z/%6/%',
    'with NUL in path and query': '/a%00b?c=%00',
    'of nothing but slashes': '//',
    'above the root': '/..',
    'with a host in the path': '//evil.example/x',
    'with a scheme in the path': '/http://evil.example/',
    'with a fragment': '/#/../fragment',
    'with spaces encoded': '/a%20b/%09',
    'with a semicolon and a star': '/a;b=*/*',
  }
  for (const [what, path] of Object.entries(targets)) {
    await t.test(`a target ${what}`, async () => {
      assert.equal((await site.send({ path, now: closed })).status, 503)
      assert.equal((await site.send({ path, now: open })).status, 200)
    })
  }
})

test('headers that are long or garbage decide at most the form', async (t) => {
  const accepts = {
    'of 2,000 ranges': Array.from({ length: 2000 }, (_, place) => `a/${place}`).join(),
    'of nothing but commas': ','.repeat(8000),
    'of nothing but semicolons': 'text/html' + ';'.repeat(8000),
    'with weights that are none': 'text/html;q=banana, */*;q=-1, ;q=, text/html;q=1e999',
    'of Latin-1 bytes': '\u00ff\u00fe/\u00e9',
    'that is empty': '',
    'in capitals': 'TEXT/HTML;Q=0.00',
  }
  for (const [what, Accept] of Object.entries(accepts)) {
    await t.test(`an Accept ${what}`, async () => {
      const answer = await site.send({ headers: { Accept }, now: closed })
      assert.equal(answer.status, 503)
      assert.ok(answer.body.length > 0)
      assert.equal((await site.send({ headers: { Accept }, now: open })).status, 200)
    })
  }
  const others = {
    'Accept-Language': ['', '*', ',,;q=', '\u00ff-\u00fe', 'a-'.repeat(4000), 'es;q=0,'.repeat(1000)],
    'Content-Type': [
      '', ';', 'application/x-www-form-urlencoded\u00ff', 'multipart/related; type="',
      `text/xml${'; a="'.repeat(1600)}`,
    ],
    'Cookie': [
      '', ';;;', '__Host-intermission-bypass', '__Host-intermission-bypass=.', 'a=b; '.repeat(1600), '\u00ff',
      `__Host-intermission-bypass=${'9'.repeat(40)}.a`, '__Host-intermission-bypass=1.a;'.repeat(250),
    ],
    'Intermission-Bypass': ['', '\u00ff', token.slice(1), 'a'.repeat(8000)],
    'Origin': ['', 'null', '\u00ff', 'a'.repeat(8000)],
    'Upgrade': ['', 'h2c', ','.repeat(8000)],
    'Sec-Fetch-Dest': ['', 'DOCUMENT', 'document, document', 'a'.repeat(8000)],
    'CF-Connecting-IP': ['', 'not an address', '\u00ff', '1'.repeat(8000)],
    'X-Forwarded-For': ['', ',,,', '192.0.2.1, '.repeat(500)],
    'SOAPAction': ['', '""', 'a'.repeat(8000)],
  }
  for (const [name, values] of Object.entries(others)) {
    await t.test(`${name} of odd values`, async () => {
      for (const value of values) {
        const settings = { method: 'POST', headers: { ...browser.headers, [name]: value }, body: 'x' }
        const answer = await site.send({ ...settings, now: closed })
        assert.match(answer.header('Retry-After'), /^[1-9]\d*$/)
        assert.deepEqual([answer.status, answer.body.length > 0], [503, true])
        assert.equal((await site.send({ ...settings, now: open })).status, 200)
      }
    })
  }
})

test('unusual methods are gated like any other', async () => {
  for (const method of ['PROPFIND', 'REPORT', 'PURGE', 'SEARCH', 'LOCK', 'TRACE', 'DELETE', 'OPTIONS']) {
    assert.equal((await site.send({ method, now: closed })).status, 503)
    assert.equal((await site.send({ method, now: open })).status, 200)
  }
})

test('odd paths below our prefix are 404, never a failure', async () => {
  const paths = [
    '/%', '/%FF', '/windows/%00', '/windows/..%2f..', `/windows/${'a'.repeat(10_000)}`, '/windows/%', '/;/?#',
  ]
  for (const path of paths) {
    for (const now of [open, closed]) {
      assert.equal((await site.send({ path: `/_maintenance${path}`, now })).status, 404)
    }
  }
})

test('odd links are refused, never a failure', async () => {
  const queries = [
    '', '%', '%FF=%00', 'expires', 'expires=&signature=', 'expires=-1&signature=a', '&'.repeat(10_000),
    `expires=${'9'.repeat(18)}&signature=${'A'.repeat(43)}`, `expires=1&signature=${'A'.repeat(9000)}`, 'a=b#c?d',
  ]
  for (const query of queries) {
    for (const now of [open, closed]) {
      assert.equal((await site.send({ path: `/_maintenance/bypass?${query}`, now })).status, 403, query.slice(0, 40))
    }
  }
})

test('what is hardly HTTP is refused by the runtime or answered, and reaches the origin only outside', async (t) => {
  const refused = [400, 414, 431, 500, 501, 505, 'none']
  const lines = {
    'OPTIONS *': [503, ...refused],
    'CONNECT registry.example:443': refused,
    'GET relative': [503, ...refused],
    'GET http://other.example/absolute': [503, ...refused],
    'GET /a b': refused,
    'GET /\u0000': refused,
    'GET /\u00e9\u00ff': [503, ...refused],
    'FOO /': refused,
    'get /': refused,
    'GET': refused,
    '': refused,
    '\u0016\u0003\u0001\u0002\u0000\u0001': refused,
  }
  for (const [line, expected] of Object.entries(lines)) {
    await t.test(JSON.stringify(line), async () => {
      await site.origin.take()
      const status = statusOf(await exchange(site.port, rawRequest(line, { 'Intermission-Now': instant(closed) })))
      assert.ok(expected.includes(status), `${status}`)
      assert.deepEqual(await site.origin.take(), [])
      await exchange(site.port, rawRequest(line, { 'Intermission-Now': instant(open) }))
    })
  }
})

test('odd hosts neither fail nor open anything', async () => {
  const hosts = [
    '', 'a b', 'a\\b', '[::1', '[::1]:80', 'a/b?c', 'a@b', 'a:99999', '\u00ff', '..', 'a'.repeat(5000), '%00',
  ]
  for (const Host of hosts) {
    await site.origin.take()
    const request = rawRequest('GET /', { Host, 'Intermission-Now': instant(closed) })
    const status = statusOf(await exchange(site.port, request))
    assert.ok([400, 500, 503].includes(status), `${JSON.stringify(Host)}: ${status}`)
    assert.deepEqual(await site.origin.take(), [])
    await exchange(site.port, rawRequest('GET /', { Host, 'Intermission-Now': instant(open) }))
  }
})

test('a header of 100 KB is refused by the runtime', async () => {
  const answer = await exchange(site.port, rawRequest('GET /', { 'X-Large': 'a'.repeat(100_000) }))
  assert.ok([400, 413, 431, 'none'].includes(statusOf(answer)), answer.slice(0, 200))
})

test('a client that goes away in the middle of its body disturbs nobody, and the origin hears of it', async () => {
  for (const now of [open, closed]) {
    const path = '/offers/upload?began=body&ended=gone'
    const outgoing = site.begin({ method: 'POST', path, headers: { 'Content-Length': 1_000_000 }, now, open: true })
    outgoing.on('error', () => {})
    outgoing.write(Buffer.alloc(1000))
    if (now === open) await site.origin.signal('body')
    outgoing.destroy()
    if (now === open) await site.origin.signal('gone')
  }
})
