// Whatever an operator does to a window is met by the gate's next look: as the real edge and its keeper tell it.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { openMachineFor } from '../harness/gate.mjs'
import { foundingDocument, inForce, openKeptSiteFor } from '../harness/keeper.mjs'
import { founding } from '../harness/schedule.mjs'

const minute = 60_000
const { start, inside, end, window } = founding
const until = (end) => `held: \`ftp\` of ImmTrac2 until Thursday, February 6, 2025, ${end} (CT)`

/** What is done to the founding window at an instant, and what the gate says a minute later and at other instants. */
const table = [
  ['finished early on its channel', 'finish', { channels: ['ftp'] }, [[inside + minute, 'open: ']]],
  ['finished early on another channel', 'finish', { channels: ['web'] }, [[inside + minute, until('9:00 p.m.')], [end, 'open: ']]],
  ['cut short', 'shorten', { by: '30m' }, [[inside + minute, until('8:30 p.m.')], [end - 30 * minute, 'open: ']]],
  ['held after its end, until it is released', 'hold', {}, [
    [inside + minute, 'held: `ftp` of ImmTrac2 until somebody releases it, not before Thursday, February 6, 2025, 9:00 p.m.'],
    [end + 60 * minute, 'held: `ftp` of ImmTrac2 until somebody releases it, which was to be Thursday, February 6, 2025, 9:00 p.m.'],
  ]],
  ['cancelled', 'cancel', {}, [[start - 59 * minute, 'open: '], [start, 'open: ']], start - 60 * minute],
  ['moved to a later hour', 'reschedule', { start: '2025-02-06T22:00:00', length: '1h' }, [
    [start - 59 * minute, 'open: `ftp` of ImmTrac2; held from Thursday, February 6, 2025, 9:50 p.m. (CT) on'],
    [start, 'open: '], [start + 3 * 60 * minute, until('11:00 p.m.')],
  ], start - 60 * minute],
]

for (const [name, verb, body, rows, now = inside] of table) {
  test(`a window is ${name}`, async (t) => {
    const { site, machine } = await openFor(t, now)
    assert.match((await machine.run(['check'])).stderr, now < start ? /^open: .* 6:50 p\.m\./ : /^held: .* 9:00 p\.m\./)
    const step = await site.operator.step(window, verb, body, 1, { now })
    assert.equal(step.status, 200, step.text)
    await inForce(site.send, 2)
    await says(machine, rows)
  })
}

test('an emergency that nobody announced holds from the next look on, without an end', async (t) => {
  const now = start - 180 * minute
  const { site, machine } = await openFor(t, now)
  await says(machine, [[now, 'open: ']])
  const added = await site.operator.add({
    id: 'disk', channels: ['ftp'], start: new Date(now).toISOString(), end: 'unknown', reason: 'emergency',
  }, 1, { now })
  assert.equal(added.status, 200, added.text)
  await inForce(site.send, 2)
  const held = 'held: `ftp` of ImmTrac2 until its end, which nobody knows yet: `disk` is going on'
  await says(machine, [[now + 31_000, held]])
})

async function openFor(t, now) {
  const site = await openKeptSiteFor(t)
  assert.equal((await site.operator.publish(await foundingDocument(), 0, { now: start - 240 * minute })).status, 200)
  await inForce(site.send, 1)
  return { site, machine: await openMachineFor(t, { port: site.port, now }) }
}

async function says(machine, rows) {
  for (const [now, expected] of rows) {
    await machine.clock(now)
    const { code, stderr } = await machine.run(['check'])
    assert.ok(stderr.startsWith(expected), `${new Date(now).toISOString()}: expected ${expected}, found ${stderr}`)
    assert.equal(code, expected.startsWith('held') ? 75 : 0)
  }
}
