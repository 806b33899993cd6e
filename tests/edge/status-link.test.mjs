// While something is announced, what the origin answers says where a machine can read of it, where the schedule asks for that.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'

import { html, startPages } from '../harness/pages.mjs'
import { compile } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

let pages
const site = await openSite({
  startBehind: async () => (pages = await startPages()),
  timeline: await compile(`
    [service]
    name = "Records"
    zone = "America/Chicago"
    label = "CT"
    [edge]
    status-link = true
    [edge.banner]
    cookies = ["session"]
    [[channel]]
    id = "web"
    name = "the web application"
    routes = ["/*"]
    disposition = "read-only"
    [[channel]]
    id = "soap"
    name = "web services"
    routes = ["/soap/*"]
    [[window]]
    id = "deployment"
    channels = ["web"]
    start = 2025-02-06T19:00:00
    end = 2025-02-06T21:00:00
    announce = 2025-02-05T09:00:00
  `),
})

const announced = Date.parse('2025-02-05T15:00:00Z')
const start = Date.parse('2025-02-07T01:00:00Z')
const end = Date.parse('2025-02-07T03:00:00Z')
const link = (channel) => `</_maintenance/timeline.json?channel=${channel}>; rel="status"; type="application/json"`
const page = { 'Sec-Fetch-Dest': 'document', Accept: 'text/html', Cookie: 'session=7f' }

for (const [name, settings, expected] of [
  ['before the announcement', { now: announced - 1 }, undefined],
  ['from the announcement on', { now: announced }, link('web')],
  ['of the channel that answers', { now: announced, path: '/soap/x', method: 'POST' }, link('soap')],
  ['where reading passes a window', { now: start }, link('web')],
  ['after the end', { now: end }, undefined],
  ['with the banner', { now: announced, headers: page }, link('web')],
  ['not of what is nobody’s', { now: announced, path: '/robots.txt' }, undefined],
]) test(name, async () => {
  pages.answer = undefined
  const answer = await site.send({ path: '/app', ...settings })
  assert.equal(answer.status, 200)
  assert.equal(answer.header('Link'), expected)
  if (!settings.headers) assert.equal(answer.text, html())
  else assert.ok(answer.text.includes('<maintenance-banner'))
})

test('what the origin itself links stays, and so do its status, its body and its cookies', async () => {
  const headers = { Link: '</style.css>; rel="preload"', 'Set-Cookie': ['a=1', 'b=2'], ETag: '"1"', 'Content-Type': 'application/json' }
  pages.answer = () => ({ status: 418, headers, body: '{}' })
  const answer = await site.send({ path: '/app', now: announced })
  assert.deepEqual([answer.status, answer.text, answer.header('ETag')], [418, '{}', '"1"'])
  assert.deepEqual(answer.all('Set-Cookie'), ['a=1', 'b=2'])
  assert.equal(answer.header('Link'), `</style.css>; rel="preload", ${link('web')}`)
})

test('answers without a body, redirections and packed ones come as they were', async () => {
  for (const [status, headers, method] of [[204, {}], [304, { ETag: '"1"' }], [302, { Location: '/elsewhere' }], [200, {}, 'HEAD']]) {
    pages.answer = () => ({ status, headers, body: '' })
    const answer = await site.send({ path: '/app', now: announced, method, headers: { 'If-None-Match': '"1"' } })
    assert.deepEqual([answer.status, answer.text, answer.header('Link')], [status, '', link('web')])
    for (const [name, value] of Object.entries(headers)) assert.equal(answer.header(name), value)
  }
  pages.answer = () => ({ headers: { 'Content-Encoding': 'gzip' }, body: gzipSync('packed') })
  const packed = await site.send({ path: '/app', now: announced, headers: { 'Accept-Encoding': 'gzip' } })
  assert.equal(packed.header('Content-Encoding'), 'gzip')
  assert.equal(gunzipSync(packed.body).toString(), 'packed')
  assert.equal(packed.header('Link'), link('web'))
})
