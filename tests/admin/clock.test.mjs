// Clocks that are put back and forward: the record's instants never go backwards, and what is in force is what was
// published last.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { foundingDocument, openKeptSite } from '../harness/keeper.mjs'
import { founding } from '../harness/schedule.mjs'

const site = await openKeptSite()
const { operator } = site
const document = await foundingDocument()

test('a clock that is put back and forward by a year', async () => {
  const year = 365 * 86_400_000
  const clock = [founding.start, founding.start - year, founding.start + year, founding.start - 1, founding.start]
  for (const [place, now] of clock.entries()) {
    const answer = await operator.publish(`${document}# ${place}\n`, place, { now })
    assert.equal(answer.json.revision, place + 1, answer.text)
  }
  const { revisions } = (await operator.get('revisions')).json
  const instants = revisions.map(({ at }) => Date.parse(at)).toReversed()
  assert.deepEqual(instants, instants.toSorted((a, b) => a - b))
  assert.equal((await operator.get('schedule')).json.document, `${document}# ${clock.length - 1}\n`)
})

test('a step is judged at the instant at which it is asked for', async () => {
  await operator.publish(document, '*')
  const early = await operator.step(founding.window, 'finish', {}, '*', { now: founding.start - 1000 })
  assert.deepEqual([early.status, early.json.type], [409, '/_maintenance/problems/impossible-step'], early.text)
  const late = await operator.step(founding.window, 'extend', { by: '30m' }, '*', { now: founding.end })
  assert.equal(late.status, 409, late.text)
  const inTime = await operator.step(founding.window, 'extend', { by: '30m' }, '*', { now: founding.end - 1 })
  assert.equal(inTime.status, 200, inTime.text)
})

test('an idempotency key is remembered for a day, and not for longer', async () => {
  const key = operator.newKey()
  const publish = (name, now) => operator.publish(`${document}# ${name}\n`, '*', { key, now })
  const first = await publish('a key', founding.start + 400 * 86_400_000)
  assert.equal(first.status, 200, first.text)
  const within = await publish('a key', founding.start + 401 * 86_400_000 - 60_000)
  assert.equal(within.header('Idempotency-Replayed'), 'true')
  const after = await publish('another', founding.start + 401 * 86_400_000 + 60_000)
  assert.deepEqual([after.status, after.header('Idempotency-Replayed')], [200, undefined], after.text)
})
