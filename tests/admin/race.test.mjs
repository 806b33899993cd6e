// Two operators at a time: exactly one wins, and the other is told; a repeat changes nothing.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { foundingDocument, openKeptSite } from '../harness/keeper.mjs'
import { founding } from '../harness/schedule.mjs'

const site = await openKeptSite()
const { operator } = site
const document = await foundingDocument()
const now = Date.parse('2025-02-06T23:00:00Z')

/** The revision in force. */
async function current() {
  return (await operator.get('schedule')).json.revision
}

test('of two who publish from the same revision one wins, a hundred times', async () => {
  await operator.publish(document, await current())
  for (let time = 0; time < 100; time += 1) {
    const base = await current()
    const answers = await Promise.all(['a', 'b', 'c'].map((who) => {
      return operator.publish(`${document}# ${who} ${time}\n`, base)
    }))
    const won = answers.filter((answer) => answer.status === 200)
    const lost = answers.filter((answer) => answer.status === 412)
    assert.deepEqual([won.length, lost.length], [1, 2])
    assert.equal(won[0].json.revision, base + 1)
    for (const answer of lost) {
      assert.deepEqual([answer.json.revision, answer.header('ETag')], [base + 1, `"${base + 1}"`])
      assert.match(answer.json.detail, new RegExp(`${base}.*${base + 1}|${base + 1}.*${base}`))
    }
    assert.equal(await current(), base + 1)
  }
})

test('of two who extend the same window by half an hour one wins', async () => {
  await operator.publish(document, '*')
  const base = await current()
  const answers = await Promise.all([0, 1].map(() => {
    return operator.step(founding.window, 'extend', { by: '30m' }, base, { now })
  }))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 412])
  const { json } = await operator.get(`windows/${founding.window}`, { now })
  assert.equal(Date.parse(json.end), founding.end + 30 * 60_000)
})

test('a key makes a repeat harmless, whoever comes in between', async () => {
  await operator.publish(document, '*')
  const [base, key] = [await current(), operator.newKey()]
  const extend = () => operator.step(founding.window, 'extend', { by: '30m' }, base, { now, key })
  const first = await extend()
  assert.equal(first.status, 200, first.text)
  await operator.publish(`${document}# In between.\n`, '*')
  const again = await extend()
  assert.deepEqual([again.status, again.text], [first.status, first.text])
  assert.equal(again.header('Idempotency-Replayed'), 'true')
  assert.equal(first.header('Idempotency-Replayed'), undefined)
  assert.equal(await current(), base + 2)
})

test('a key that is used for something else is refused', async () => {
  const key = operator.newKey()
  await operator.publish(`${document}# One.\n`, '*', { key })
  const other = await operator.publish(`${document}# Another.\n`, '*', { key })
  assert.deepEqual([other.status, other.json.type], [422, '/_maintenance/problems/key-reused'])
})

test('twenty repeats at the same time make one revision', async () => {
  const [base, key] = [await current(), operator.newKey()]
  const answers = await Promise.all(Array.from({ length: 20 }, () => {
    return operator.publish(`${document}# Twenty.\n`, base, { key })
  }))
  assert.deepEqual(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, 1)
  assert.equal(await current(), base + 1)
})

test('a write that names no revision is told to name one', async () => {
  const answer = await operator.publish(document, undefined)
  assert.deepEqual([answer.status, answer.json.type], [428, '/_maintenance/problems/revision-required'])
})
