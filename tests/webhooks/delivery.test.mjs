// What subscribers are told, on the real runtime: in order, at least once, and nobody waits for somebody else.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { foundingDocument } from '../harness/keeper.mjs'
import { founding } from '../harness/schedule.mjs'
import { eventually, openTellingSite, startSubscriber } from '../harness/subscriber.mjs'

const minute = 60_000
const hour = 60 * minute
const before = founding.start - 2 * hour
const document = await foundingDocument()
const window = founding.window
const types = (subscriber) => subscriber.messages.map(({ text }) => JSON.parse(text).type.split('.').at(-1))

test('a window from its announcement to its end, each step told once and in order', async (t) => {
  const site = await openTellingSite(t)
  const subscriber = await startSubscriber(t)
  await site.subscribe(subscriber, {}, before)
  const { operator } = site
  assert.equal((await operator.publish(document, 0, { now: before })).status, 200)
  await subscriber.has(1)
  await operator.step(window, 'extend', { by: '30m' }, '*', { now: before + minute })
  await subscriber.has(2)
  await site.wake(founding.start - 10 * minute)
  await site.wake(founding.start)
  await site.wake(founding.end)
  await subscriber.has(4)
  assert.deepEqual(types(subscriber), ['announced', 'extended', 'imminent', 'started'])
  await operator.step(window, 'finish', {}, '*', { now: founding.end + minute })
  await subscriber.has(6)
  assert.deepEqual(types(subscriber).slice(4), ['finished', 'ended'])
  await site.wake(founding.end + hour)
  assert.equal(subscriber.messages.length, 6)
  assert.equal(new Set(subscriber.ids()).size, 6)

  const { headers, text } = subscriber.messages[1]
  const event = JSON.parse(text)
  assert.equal(headers['content-type'], 'application/cloudevents+json')
  assert.equal(event.id, headers['webhook-id'])
  assert.deepEqual([event.specversion, event.subject, event.type], ['1.0', window, 'intermission.window.extended'])
  assert.deepEqual(event.data.before, { start: '2025-02-07T01:00:00Z', end: '2025-02-07T03:00:00Z' })
  assert.equal(event.data.end, '2025-02-07T03:30:00Z')
  assert.match(event.data.said, /was extended: Thursday, February 6, 2025, 7:00 p\.m\. – 9:30 p\.m\. \(CT\) instead of/)
})

test('a subscriber that is killed, answers 500 and comes back: nothing is lost, the order holds', async (t) => {
  const site = await openTellingSite(t)
  const subscriber = await startSubscriber(t)
  const { id } = await site.subscribe(subscriber, {}, before)
  const { operator } = site
  await operator.publish(document, 0, { now: before })
  await eventually(() => site.health(id), ({ delivered }) => delivered !== undefined)
  await subscriber.kill()
  await operator.step(window, 'extend', { by: '30m' }, '*', { now: before + minute })
  await operator.step(window, 'extend', { by: '15m' }, '*', { now: before + 2 * minute })
  await site.wake(before + 2 * minute)
  const health = await eventually(() => site.health(id), ({ state }) => state === 'failing')
  assert.equal(health.pending, 2)
  assert.match(health.said, /cannot be reached/)

  const again = await startSubscriber(t, (_, number) => number === 1 ? 500 : 200, subscriber.port)
  await site.wake(before + hour)
  await eventually(() => site.health(id), ({ said }) => /answered 500/.test(said))
  assert.equal(again.messages.length, 1)
  await site.wake(before + hour + 10 * minute)
  await eventually(() => site.health(id), ({ state }) => state === 'healthy')
  const [first, ...rest] = again.ids()
  assert.equal(rest[0], first, 'the same message has the same id')
  const ends = again.messages.slice(1).map(({ text }) => JSON.parse(text).data.end)
  assert.deepEqual(ends, ['2025-02-07T03:30:00Z', '2025-02-07T03:45:00Z'])
})

test('a subscriber that hangs delays neither the others nor a publish', async (t) => {
  const site = await openTellingSite(t)
  const hanging = await startSubscriber(t, () => undefined)
  const other = await startSubscriber(t)
  const { id } = await site.subscribe(hanging, {}, before)
  await site.subscribe(other, {}, before)
  await site.operator.publish(document, 0, { now: before })
  await hanging.has(1)
  await other.has(1)
  const since = performance.now()
  assert.equal((await site.operator.publish(`${document}# Again.\n`, 1, { now: before })).status, 200)
  await site.operator.step(window, 'extend', { by: '30m' }, '*', { now: before })
  await other.has(2)
  assert.ok(performance.now() - since < 5000, `${performance.now() - since}`)
  assert.equal(hanging.messages.length, 1, 'one message is on its way, and no second')
  // The runtime ends it after ten seconds, and the log says so.
  const oldest = async () => (await site.log(id)).at(-1)
  const { said } = await eventually(oldest, ({ attempts }) => attempts > 0)
  assert.match(said, /no answer within 10 seconds/)
})

test('after 24 hours a message is a dead letter, and can be replayed', async (t) => {
  const site = await openTellingSite(t)
  const subscriber = await startSubscriber(t, () => 503)
  const { id } = await site.subscribe(subscriber, {}, before)
  await site.operator.publish(document, 0, { now: before })
  await subscriber.has(1)
  let now = before
  for (let attempt = 0; attempt < 40; attempt += 1) {
    await site.wake(now)
    const { next } = await site.health(id, now)
    if (next === undefined || Date.parse(next) > before + 24 * hour) break
    now = Date.parse(next)
  }
  const dead = (await site.operator.get(`webhooks/${id}/dead`, { now })).json.deliveries
  assert.ok(dead.length >= 1)
  const letter = dead.at(-1)
  assert.deepEqual([letter.event, letter.state, letter.status], [`${window}_announced_r1`, 'dead', 503])
  assert.ok(letter.attempts > 10, `${letter.attempts}`)
  assert.equal(Date.parse(letter.tried) - before, 24 * hour, 'the last attempt is at the very end')
  subscriber.answer = () => 200
  const replayed = await site.post(`webhooks/${id}/replay`, {}, now)
  assert.equal(replayed.json.replayed, dead.length)
  const later = now + 3 * hour
  await site.wake(later)
  await eventually(() => site.health(id, later), ({ pending }) => pending === 0)
  const words = types(subscriber).slice(-4)
  assert.deepEqual(words, ['announced', 'imminent', 'started', 'ended'], 'the oldest first, under the ids that they had')
  assert.equal(subscriber.ids().at(-4), letter.event)
  assert.deepEqual((await site.operator.get(`webhooks/${id}/dead`, { now: later })).json.deliveries, [])
})
