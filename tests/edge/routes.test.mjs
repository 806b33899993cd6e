// Intermission's own documents: what they say in each phase, that they tell nothing before the announcement, and how
// they are served.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { compile } from '../harness/schedule.mjs'
import { openSite, openSiteFor } from '../harness/site.mjs'

const site = await openSite({
  timeline: await compile(`
    [service]
    name = "Quiet"
    zone = "Europe/Berlin"
    label = "Berlin time"
    url = "https://quiet.example"
    [[channel]]
    id = "web"
    name = "the site"
    routes = ["/*"]
    [[window]]
    id = "new-database"
    channels = ["web"]
    start = 2025-03-01T10:00:00Z
    end = 2025-03-01T12:00:00Z
    announce = 2025-02-20T09:00:00Z
    summary = "Moving to the new database."
  `),
})

const announced = Date.parse('2025-02-20T09:00:00Z')
const imminent = Date.parse('2025-03-01T09:30:00Z')
const start = Date.parse('2025-03-01T10:00:00Z')
const end = Date.parse('2025-03-01T12:00:00Z')
const day = 24 * 60 * 60 * 1000

const seconds = (instant) => new Date(instant).toISOString().replace('.000Z', 'Z')

const phases = [
  ['a year before', start - 31_536_000_000, null],
  ['the last millisecond before the announcement', announced - 1, null],
  ['the announcement', announced, 'announced'],
  ['the last millisecond before the lead', imminent - 1, 'announced'],
  ['the lead', imminent, 'imminent'],
  ['the last millisecond before the start', start - 1, 'imminent'],
  ['the start', start, 'active'],
  ['the last millisecond before the end', end - 1, 'active'],
  ['the end', end, null],
]

test('timeline.json in each phase', async (t) => {
  for (const [when, now, phase] of phases) {
    await t.test(`${when}: ${phase ?? 'nothing'}`, async () => {
      const answer = await site.send({ path: '/_maintenance/timeline.json', now })
      assert.equal(answer.status, 200)
      assert.equal(answer.header('Date'), new Date(now).toUTCString())
      const changes = [['announced', announced], ['imminent', imminent], ['active', start], ['ended', end]]
      assert.deepEqual(JSON.parse(answer.text), {
        service: {
          name: 'Quiet', zone: 'Europe/Berlin', label: 'Berlin time', language: 'en', url: 'https://quiet.example', imminent: 1800,
        },
        revision: 0,
        next: now < announced ? null : seconds([...changes.map(([, at]) => at), end + day].find((at) => at > now)),
        channels: [{
          id: 'web', name: 'the site', disposition: 'unavailable', afterwards: 'nothing',
          instructions: { before: null, during: null, after: null }, contact: null,
          phase, window: phase && 'new-database',
        }],
        windows: now < announced ? [] : [{
          id: 'new-database', of: null, phase: phase ?? 'ended', start: '2025-03-01T10:00:00Z', end: '2025-03-01T12:00:00Z',
          overrun: 'reopen', reopens: '2025-03-01T12:00:00Z', reason: 'planned', summary: 'Moving to the new database.',
          channels: ['web'], revision: 0, history: [], changes: changes.map(([phase, at]) => ({ phase, at: seconds(at) })),
        }],
      })
    })
  }
})

test('before the announcement nothing tells of the window', async () => {
  const paths = ['timeline.json', 'health', 'windows/new-database', 'windows/', 'nothing']
  for (const path of paths) {
    const { status, text } = await site.send({ path: `/_maintenance/${path}`, now: announced - 1 })
    assert.equal(status, ['timeline.json', 'health'].includes(path) ? 200 : 404)
    assert.doesNotMatch(text, /new-database|Moving|2025-03-01|March/)
  }
})

test('the page about a window says where it stands', async (t) => {
  const table = [
    [announced, 'This maintenance is announced.'],
    [imminent, 'This maintenance starts within minutes.'],
    [start, 'This maintenance is going on now.'],
    [end, 'This maintenance is over.'],
  ]
  for (const [now, sentence] of table) {
    await t.test(sentence, async () => {
      const answer = await site.send({ path: '/_maintenance/windows/new-database', now })
      assert.equal(answer.status, 200)
      assert.ok(answer.text.includes(`<p class="outlook">${sentence}</p>`), answer.text)
      const words = answer.text.replace(/<\/?time[^>]*>/g, '')
      assert.match(words, /<dd>Saturday, March 1, 2025, 11:00 a\.m\. – 1:00 p\.m\. \(Berlin time\)<\/dd>/)
      assert.match(answer.text, /<dd>Berlin time is Europe\/Berlin<\/dd>/)
    })
  }
})

test('health says that the gate is on duty, also during a window', async () => {
  for (const now of [announced, start]) {
    const answer = await site.send({ path: '/_maintenance/health', now })
    const { zones, age, ...health } = JSON.parse(answer.text)
    assert.deepEqual(health, { status: 'pass', service: 'Quiet', revision: 0 })
    assert.ok(age >= 0 && age < 60, `${age}`)
    assert.match(zones, /^20\d\d[a-z]$/)
  }
})

test('each document has its type, is open to every page, and is not kept', async (t) => {
  const table = [
    ['health', 'application/json', 'no-store'],
    ['timeline.json', 'application/json', 'public, max-age=5'],
    ['windows/new-database.json', 'application/json', 'public, max-age=5'],
    ['windows/new-database', 'text/html; charset=utf-8', 'no-cache'],
    ['nothing', 'text/plain; charset=utf-8', 'no-cache'],
  ]
  for (const [path, type, caching] of table) {
    await t.test(path, async () => {
      const answer = await site.send({ path: `/_maintenance/${path}`, now: start })
      const names = ['Content-Type', 'Cache-Control', 'Access-Control-Allow-Origin', 'X-Content-Type-Options']
      assert.deepEqual(names.map((name) => answer.header(name)), [type, caching, '*', 'nosniff'])
    })
  }
})

test('the page about a window loads nothing, asks its own host alone, and tells nobody', async () => {
  const answer = await site.send({ path: '/_maintenance/windows/new-database', now: start })
  assert.equal(
    answer.header('Content-Security-Policy').replace(/'sha256-[^']+'/g, 'HASH'),
    "default-src 'none'; script-src HASH; style-src HASH; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'self'",
  )
  assert.equal(answer.header('Referrer-Policy'), 'no-referrer')
  assert.equal(answer.header('Content-Language'), 'en')
})

test('HEAD has the headers of GET, and no body', async () => {
  for (const path of ['health', 'timeline.json', 'windows/new-database', 'nothing']) {
    const settings = { path: `/_maintenance/${path}`, now: start }
    const [get, head] = [await site.send(settings), await site.send({ ...settings, method: 'HEAD' })]
    assert.deepEqual([head.status, head.headers, head.body.length], [get.status, get.headers, 0])
    assert.equal(head.header('Content-Length'), String(get.body.length))
  }
})

test('what is not there is answered 404 and never reaches the origin', async () => {
  await site.origin.take()
  const paths = [
    '', '/', '/nothing', '/health/', '/Health', '/windows', '/windows/', '/windows/other', '/windows/a/b', '//',
  ]
  for (const path of paths) {
    const answer = await site.send({ path: `/_maintenance${path}`, now: start })
    assert.deepEqual([answer.status, answer.text], [404, '404 Not Found\nThere is no such maintenance page here.\n'])
  }
  assert.deepEqual(await site.origin.take(), [])
})

test('who has a document already is told so, by GET and by HEAD, until its next change', async (t) => {
  for (const path of ['timeline.json', 'timeline.json?channel=web', 'windows/new-database.json', 'windows/new-database']) {
    await t.test(path, async () => {
      const settings = { path: `/_maintenance/${path}`, now: imminent }
      const first = await site.send(settings)
      const tag = first.header('ETag')
      assert.match(tag, /^"[0-9a-f]{32}"$/)
      for (const method of ['GET', 'HEAD']) {
        for (const known of [tag, `W/${tag}`, `"another", ${tag}`]) {
          const again = await site.send({ ...settings, method, now: start - 1, headers: { 'If-None-Match': known } })
          assert.deepEqual([again.status, again.body.length, again.header('ETag')], [304, 0, tag])
          assert.equal(again.header('Date'), new Date(start - 1).toUTCString())
          assert.equal(again.header('Access-Control-Allow-Origin'), '*')
        }
      }
      const later = await site.send({ ...settings, now: start, headers: { 'If-None-Match': tag } })
      assert.equal(later.status, 200)
      assert.notEqual(later.header('ETag'), tag)
    })
  }
})

test('timeline.json of one channel, and of one that there is not', async () => {
  const ask = (query) => site.send({ path: `/_maintenance/timeline.json?${query}`, now: start })
  assert.equal((await ask('channel=web')).text, (await site.send({ path: '/_maintenance/timeline.json', now: start })).text)
  const other = await ask('channel=phone')
  assert.deepEqual([other.status, other.text], [
    404, '404 Not Found\nThere is no channel of that name here. Ask without `channel`, or for one of: web.\n',
  ])
})

test('methods that would change something are answered 405', async () => {
  await site.origin.take()
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const answer = await site.send({ method, path: '/_maintenance/timeline.json', now: start })
    assert.deepEqual([answer.status, answer.header('Allow')], [405, 'GET, HEAD'])
  }
  assert.deepEqual(await site.origin.take(), [])
})

test('the links of a 503 lead to these documents, by the service’s address where it is known', async () => {
  const refused = await site.send({ now: start })
  assert.equal(
    refused.header('Link'),
    '<https://quiet.example/_maintenance/timeline.json>; rel="status"; type="application/json", ' +
    '<https://quiet.example/_maintenance/windows/new-database>; rel="help"; type="text/html"',
  )
})

test('another prefix moves all of them', async (t) => {
  const own = await openSiteFor(t, {
    timeline: await compile(`
      [service]
      name = "Elsewhere"
      zone = "UTC"
      [edge]
      prefix = "/-/downtime"
    `),
  })
  assert.equal((await own.send({ path: '/-/downtime/health' })).status, 200)
  assert.equal((await own.send({ path: '/_maintenance/health' })).text, 'the origin\n')
})
