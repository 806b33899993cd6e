// A panic of ours ends at the origin: the request that met it passes, the log says what happened, and the next one is
// gated again.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { founding } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'
import { soap } from '../harness/visitor.mjs'

const site = await openSite()

const now = founding.inside
const gateDrill = { 'Intermission-Drill': 'gate' }
const routesDrill = { 'Intermission-Drill': 'routes' }

test('a panic in the gate: this request reaches the origin, and the next is gated', async () => {
  await site.origin.take()
  assert.equal((await site.send({ headers: gateDrill, now })).text, 'the origin\n')
  assert.equal((await site.origin.take()).length, 1)
  await site.log.says(/a drill in the gate/)
  await site.log.says(/the gate failed, so the request passes to the origin/)
  assert.equal((await site.send({ now })).status, 503)
  assert.equal((await site.origin.take()).length, 0)
})

test('a panic in the gate outside a window changes nothing', async () => {
  assert.equal((await site.send({ headers: gateDrill, now: founding.end })).status, 200)
  assert.equal((await site.send({ now: founding.end })).status, 200)
  assert.equal((await site.send({ now })).status, 503)
})

test('a body that is being sent survives the panic', async () => {
  const answer = await site.send({
    ...soap, path: '/offers/upload?began=drill', headers: { ...soap.headers, ...gateDrill }, now,
  })
  assert.match(answer.text, /^[0-9a-f]{64}$/)
})

test('a panic in the routes: health works again, and the gate', async () => {
  const path = '/_maintenance/health'
  assert.equal((await site.send({ path, headers: routesDrill })).status, 500)
  await site.log.says(/a drill in the routes/)
  const health = await site.send({ path })
  assert.deepEqual([health.status, JSON.parse(health.text).status], [200, 'pass'])
  assert.equal((await site.send({ path, headers: routesDrill })).status, 500)
  assert.equal((await site.send({ now })).status, 503)
  assert.equal((await site.send({ now: founding.end })).status, 200)
})

test('fifty panics in a row, each between two requests that are gated', async () => {
  const failures = /the gate failed/
  const before = site.log.count(failures)
  await site.origin.take()
  for (let time = 0; time < 50; time += 1) {
    assert.equal((await site.send({ headers: gateDrill, now })).status, 200)
    assert.equal((await site.send({ now })).status, 503)
  }
  assert.equal((await site.origin.take()).length, 50)
  await site.log.says(failures, before + 50)
})

test('panics in the midst of other requests spoil none of them', async () => {
  await site.origin.take()
  const settings = Array.from({ length: 120 }, (_, number) => [
    { headers: gateDrill, now },
    { now },
    { now: founding.end },
    { path: '/_maintenance/health' },
  ][number % 4])
  const statuses = await Promise.all(settings.map(async (setting) => (await site.send(setting)).status))
  assert.deepEqual(statuses, settings.map((_, number) => [200, 503, 200, 200][number % 4]))
  assert.equal((await site.origin.take()).length, 60)
})
