// What is broken before the first request, a timeline or a binding, ends at the origin too.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { replaced } from '../harness/bundle.mjs'
import { compileFile, founding } from '../harness/schedule.mjs'
import { openSiteFor } from '../harness/site.mjs'

const now = founding.inside
const packed = await compileFile(founding.file)
const good = JSON.parse(await compileFile(founding.file, 'timeline.json'))

test('a timeline that cannot be used', async (t) => {
  const [occurrence] = good.occurrences
  const timelines = {
    'that is empty': '',
    'that is no JSON': 'schedule.toml\u0000\u00ff',
    'that is cut off': packed.subarray(0, packed.length - 1),
    'in JSON that is cut off': JSON.stringify(good).slice(0, -200),
    'packed by a later version': Buffer.concat([packed.subarray(0, 4), Buffer.from([9]), packed.subarray(5)]),
    'of null': 'null',
    'without end': '['.repeat(100_000),
    'of another format': JSON.stringify({ ...good, format: 2 }),
    'of the year 9999': JSON.stringify({
      ...good, occurrences: [{ ...occurrence, end: '9999-12-31T23:59:59-06:00' }],
    }),
    'that ends before it starts': JSON.stringify({
      ...good, occurrences: [{ ...occurrence, end: '2025-02-06T18:00:00-06:00' }],
    }),
    'over a channel that is not there': JSON.stringify({ ...good, occurrences: [{ ...occurrence, channels: [0, 9] }] }),
    'whose prefix would make every request ours': JSON.stringify({ ...good, edge: { ...good.edge, prefix: '/' } }),
    'with a route that is none': JSON.stringify({ ...good, edge: { ...good.edge, pass: ['no-slash'] } }),
  }
  for (const [what, timeline] of Object.entries(timelines)) {
    await t.test(`a timeline ${what}: everything passes, and the log and health say so`, async (t) => {
      const site = await openSiteFor(t, { timeline })
      assert.equal((await site.send({ now })).text, 'the origin\n')
      assert.equal((await site.send({ method: 'POST', path: '/soap/iis', body: 'x', now })).text, 'the origin\n')
      await site.log.says(/no timeline, so every request passes to the origin/)
      const health = await site.send({ path: '/_maintenance/health' })
      assert.equal(health.status, 200)
      assert.deepEqual(JSON.parse(health.text), {
        status: 'warn', output: 'there is no readable timeline, so every request passes to the origin',
      })
    })
  }
})

test('a timeline in JSON, which people write to try something, is as good', async (t) => {
  const site = await openSiteFor(t, { timeline: JSON.stringify(good) })
  assert.equal((await site.send({ now })).status, 503)
  assert.equal((await site.send({ now: founding.end })).status, 200)
})

test('a panic without a timeline: still open, and health still says so', async (t) => {
  const site = await openSiteFor(t, { timeline: '' })
  assert.equal((await site.send({ headers: { 'Intermission-Drill': 'gate' }, now })).status, 200)
  assert.equal((await site.send({ now })).status, 200)
  assert.equal(JSON.parse((await site.send({ path: '/_maintenance/health' })).text).status, 'warn')
})

const keeper = '(name = "KEEPER", durableObjectNamespace = "Keeper"),'

test('without a keeper the timeline that was deployed decides, and nothing is asked for', async (t) => {
  const site = await openSiteFor(t, { configure: (text) => replaced(text, keeper, '') })
  assert.equal((await site.send({ now })).status, 503)
  assert.equal((await site.send({ now: founding.end })).status, 200)
  const { revision, age } = JSON.parse((await site.send({ path: '/_maintenance/health' })).text)
  assert.deepEqual([revision, age], [0, undefined])
  const refused = await site.send({ path: '/_maintenance/admin/v1/schedule' })
  assert.deepEqual([refused.status, refused.header('Retry-After')], [503, '5'])
})

test('a keeper that is none: everything passes, and the log says why', async (t) => {
  const site = await openSiteFor(t, { configure: (text) => replaced(text, keeper, '(name = "KEEPER", text = "oops"),') })
  for (let time = 0; time < 3; time += 1) assert.equal((await site.send({ now })).text, 'the origin\n')
  await site.log.says(/nothing new is in force .*getByName.*no timeline, so every request passes/)
  assert.equal((await site.send({ path: '/_maintenance/admin/v1/schedule' })).status, 503)
})

test('without the binding ORIGIN, requests go where the runtime sends any other', async (t) => {
  const site = await openSiteFor(t, {
    configure: (text) => {
      const without = replaced(text, '(name = "ORIGIN", service = "origin"),', '')
      return replaced(without, 'compatibilityDate =', 'globalOutbound = "origin",\n  compatibilityDate =')
    },
  })
  const answer = await site.send({ path: '/offers/cookies' })
  assert.deepEqual([answer.status, answer.all('Set-Cookie').length], [200, 2])
  assert.equal((await site.origin.take()).length, 1)
  assert.equal((await site.send({ now })).status, 503)
  assert.equal((await site.origin.take()).length, 0)
})
