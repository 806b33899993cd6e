// The keeper slow, failing, answering garbage or an older revision, and not there at all: gating goes on unharmed.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { openFleetFor } from '../harness/fleet.mjs'
import { foundingDocument, inForce } from '../harness/keeper.mjs'
import { compile, founding } from '../harness/schedule.mjs'
import { faults } from '../harness/wire-fault.mjs'

const document = await foundingDocument()
const timeline = await compile(document)
const told = (revision) => ({ 'Intermission-Revision': `${revision}`, ETag: `"${revision}"` })

const answers = {
  'is ten seconds late': faults.slow(10_000),
  'never answers': faults.silent(),
  'breaks every connection': faults.broken(),
  'fails': faults.answering(500, {}, 'oops'),
  'is somebody else': faults.answering(200, { 'Content-Type': 'text/html' }, '<title>Sign in</title>'),
  'answers with nothing': faults.answering(200, told(9), ''),
  'answers with a timeline that is cut off': faults.answering(200, told(9), timeline.subarray(0, -1)),
  'answers with garbage': faults.answering(200, told(9), 'IMTL\u0002garbage'),
  'answers with a revision that is no number': faults.answering(200, told('many'), timeline),
  'answers with an older revision': faults.answering(200, told(1), timeline),
  'says that nothing was ever published': faults.answering(204, {}, undefined),
  'says that nothing has changed since another revision': faults.answering(302, { Location: '/' }, ''),
}

// Each of them waits for the gate to ask again, every five seconds, so they wait together.
test('the last good timeline stays, and then the next is taken, after a keeper that', { concurrency: 6 }, async (t) => {
  await Promise.all(Object.entries(answers).map(([what, fault]) => t.test(what, (t) => disturbed(t, fault))))
})

async function disturbed(t, fault) {
  const { gates: [gate], between } = await openFleetFor(t, { size: 1 })
  await gate.operator.publish(document, 0)
  await gate.operator.publish(`${document}\n# Again.\n`, 1)
  await inForce(gate.send, 2)

  between.fault = fault
  const asked = between.asked
  while (between.asked < asked + 2) {
    assert.equal((await gate.send({ now: founding.inside })).status, 503)
    assert.equal((await gate.send({ now: founding.end })).status, 200)
    await turn()
  }
  await gate.log.says(/nothing new is in force .*revision 2 stays in force, confirmed \d+ s ago/)
  const health = JSON.parse((await gate.send({ path: '/_maintenance/health' })).text)
  assert.deepEqual([health.status, health.revision], ['pass', 2])
  assert.ok(health.age >= 4, `the age is told: ${health.age}`)

  between.fault = undefined
  await gate.operator.publish(`${document}\n# And again.\n`, 2)
  await inForce(gate.send, 3)
}

test('a keeper that was never there: everything passes, operators are told, and then it is gated', async (t) => {
  const { between, startGate } = await openFleetFor(t, { size: 0 })
  between.fault = faults.broken()
  const gate = await startGate()
  assert.equal((await gate.send({ now: founding.inside })).text, 'the origin\n')
  await gate.log.says(/no timeline, so every request passes to the origin/)
  assert.equal(JSON.parse((await gate.send({ path: '/_maintenance/health' })).text).status, 'warn')
  const refused = await gate.operator.get('schedule')
  assert.deepEqual([refused.status, refused.json.type], [503, '/_maintenance/problems/keeper-unreachable'])

  between.fault = undefined
  assert.equal((await gate.operator.publish(document, 0)).status, 200)
  await inForce(gate.send, 1)
  assert.equal((await gate.send({ now: founding.inside })).status, 503)
})

test('a keeper that is slow at the start: the first request waits for two seconds, and none after it', async (t) => {
  const { between, startGate } = await openFleetFor(t, { size: 0 })
  between.fault = faults.silent()
  const gate = await startGate()
  const took = []
  for (let time = 0; time < 5; time += 1) {
    const before = performance.now()
    assert.equal((await gate.send({ now: founding.inside })).text, 'the origin\n')
    took.push(performance.now() - before)
  }
  assert.ok(took[0] > 1500 && took[0] < 4000, `${took}`)
  assert.ok(took.slice(1).every((millis) => millis < 1000), `${took}`)
})

test('a keeper that is killed and comes back: gates go on, and follow again', async (t) => {
  const { gates, restartKeeper, keeper } = await openFleetFor(t, { size: 2 })
  await gates[0].operator.publish(document, 0)
  await Promise.all(gates.map((gate) => inForce(gate.send, 1)))
  await keeper().kill()
  for (const gate of gates) assert.equal((await gate.send({ now: founding.inside })).status, 503)
  await restartKeeper()
  await gates[1].operator.publish(`${document}\n# Again.\n`, 1)
  await Promise.all(gates.map((gate) => inForce(gate.send, 2)))
})

test('a panic in the gate keeps the revision that was in force', async (t) => {
  const { gates: [gate] } = await openFleetFor(t, { size: 1 })
  await gate.operator.publish(document, 0)
  await inForce(gate.send, 1)
  assert.equal((await gate.send({ headers: { 'Intermission-Drill': 'gate' }, now: founding.inside })).status, 200)
  assert.equal((await gate.send({ now: founding.inside })).status, 503)
  assert.equal(JSON.parse((await gate.send({ path: '/_maintenance/health' })).text).revision, 1)
})

/** Lets the runtime do what it does behind a request. */
function turn() {
  return new Promise((resolve) => setTimeout(resolve, 20))
}
