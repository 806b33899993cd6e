// A published revision is in force everywhere within ten seconds: over several processes, each of which asks behind its
// requests and none of which waits.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { openFleetFor } from '../harness/fleet.mjs'
import { foundingDocument, inForce, openKeptSiteFor } from '../harness/keeper.mjs'
import { compile, founding } from '../harness/schedule.mjs'

const document = await foundingDocument()
const earlier = Date.parse('2025-02-06T23:00:00Z')

test('what is published is in force at every gate within ten seconds', async (t) => {
  const { gates } = await openFleetFor(t, { size: 4 })
  for (const gate of gates) assert.equal((await gate.send({ now: founding.inside })).status, 503)
  assert.equal((await gates[0].operator.publish(document, 0)).status, 200)
  await Promise.all(gates.map((gate) => inForce(gate.send, 1)))

  for (const [verb, body, revision, status] of [
    ['cancel', {}, 2, 200],
  ]) {
    const answer = await gates[1].operator.step(founding.window, verb, body, '*', { now: earlier })
    assert.deepEqual([answer.status, answer.json.revision], [200, revision], answer.text)
    const took = await Promise.all(gates.map((gate) => inForce(gate.send, revision)))
    assert.ok(took.every((millis) => millis < 10_000), `${took}`)
    for (const gate of gates) assert.equal((await gate.send({ now: founding.inside })).status, status)
  }
})

test('a gate that a change goes through has it at once', async (t) => {
  const { gates: [gate] } = await openFleetFor(t, { size: 1 })
  assert.equal((await gate.send({ now: founding.inside })).status, 503)
  for (let revision = 1; revision <= 20; revision += 1) {
    assert.equal((await gate.operator.publish(`${document}# ${revision}\n`, revision - 1)).status, 200)
    const took = await inForce(gate.send, revision)
    assert.ok(took < 1000, `revision ${revision} took ${took} ms`)
  }
  assert.equal(gate.log.text(), '')
})

test('requests do not wait for the keeper, however slow it is', async (t) => {
  const { gates: [gate], between } = await openFleetFor(t, { size: 1 })
  await gate.operator.publish(document, 0)
  await inForce(gate.send, 1)
  // From here on nothing is ever answered: a request that waited would be late by seconds.
  between.fault = () => {}
  const asked = between.asked
  const late = []
  for (const since = performance.now(); between.asked < asked + 2 && performance.now() - since < 15_000;) {
    const before = performance.now()
    assert.equal((await gate.send({ now: founding.inside })).status, 503)
    late.push(performance.now() - before)
  }
  assert.ok(between.asked >= asked + 2, 'the gate went on asking')
  assert.ok(Math.max(...late) < 1000, `the slowest took ${Math.max(...late)} ms`)
})

test('a gate that was just started decides its first request by what is published', async (t) => {
  const { gates: [gate], startGate } = await openFleetFor(t, { size: 1 })
  await gate.operator.publish(document, 0)
  await gate.operator.step(founding.window, 'cancel', {}, '*', { now: earlier })
  const another = await startGate()
  assert.equal((await another.send({ now: founding.inside })).status, 200)
  assert.equal(JSON.parse((await another.send({ path: '/_maintenance/health' })).text).revision, 2)
})

test('while nothing was ever published, what was deployed decides', async (t) => {
  const timeline = await compile(document)
  const site = await openKeptSiteFor(t, { timeline })
  assert.equal((await site.send({ now: founding.inside })).status, 503)
  const health = JSON.parse((await site.send({ path: '/_maintenance/health' })).text)
  assert.equal(health.revision, 0)
  assert.ok(health.age >= 0 && health.age < 10, `${health.age}`)
})

test('the revision is told with the state, for whoever follows', async (t) => {
  const site = await openKeptSiteFor(t)
  await site.operator.publish(document, 0)
  await inForce(site.send, 1)
  assert.equal(JSON.parse((await site.send({ path: '/_maintenance/timeline.json' })).text).revision, 1)
})

test('another prefix is in force like everything else, and the old one is the origin again', async (t) => {
  const site = await openKeptSiteFor(t)
  const moved = `${document}\n[edge]\nprefix = "/.downtime"\n`
  assert.equal((await site.operator.publish(moved, 0)).status, 200)
  const since = performance.now()
  let status
  do status = (await site.send({ path: '/.downtime/health' })).text
  while (!status.includes('"revision":1') && performance.now() - since < 10_000)
  assert.equal(JSON.parse(status).revision, 1)
  assert.equal((await site.send({ path: '/_maintenance/health' })).text, 'the origin\n')
})
