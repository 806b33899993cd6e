// What each kind of subscriber is sent, and who is told of what.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { foundingDocument } from '../harness/keeper.mjs'
import { founding } from '../harness/schedule.mjs'
import { eventually, openTellingSite, startSubscriber } from '../harness/subscriber.mjs'

const minute = 60_000
const before = founding.start - 120 * minute
const document = await foundingDocument()
const window = founding.window

test('chats get a sentence, whose address is told nobody', async (t) => {
  const site = await openTellingSite(t)
  const chat = await startSubscriber(t)
  const slack = await site.subscribe(chat, { kind: 'slack', url: `${chat.url}/T0/secret-part`, events: ['announced'] })
  await site.subscribe(chat, { kind: 'teams', events: ['announced'] })
  await site.operator.publish(document, 0, { now: before })
  await chat.has(2)
  const bodies = chat.messages.map(({ text }) => JSON.parse(text))
  const text = bodies.find((body) => body.text).text
  assert.match(text, /^ImmTrac2: `2025-02-06-deployment` is announced: Thursday, February 6, 2025, 7:00 p\.m\. – 9:00 p\.m\. \(CT\)/)
  const card = bodies.find((body) => body.attachments).attachments[0]
  assert.equal(card.contentType, 'application/vnd.microsoft.card.adaptive')
  assert.equal(card.content.body[0].inlines[0].text, text)
  const told = await site.operator.get(`webhooks/${slack.id}`)
  assert.ok(!told.text.includes('secret-part') && !JSON.stringify(slack).includes('secret-part'))
})

test('an IZ Gateway is told what comes next, once for each change of it', async (t) => {
  const site = await openTellingSite(t)
  const gateway = await startSubscriber(t)
  const { id } = await site.subscribe(gateway, {
    url: gateway.url, kind: 'izgateway', destination: 'dev', authorization: 'Bearer only-for-tests',
  })
  await site.operator.publish(document, 0, { now: before })
  await gateway.has(1)
  await site.operator.step(window, 'extend', { by: '30m' }, '*', { now: before })
  await gateway.has(2)
  await site.wake(founding.start)
  await site.operator.step(window, 'finish', {}, '*', { now: founding.start + minute })
  await gateway.has(3)
  await eventually(() => site.health(id), ({ pending }) => pending === 0)
  const told = gateway.messages.map(({ method, url }) => `${method} ${url}`)
  assert.deepEqual(told.map((one) => one.replace(/&reason=.*/, '')), [
    'POST /hook/rest/maint/dev?start=2025-02-07T01%3A00%3A00Z&end=2025-02-07T03%3A00%3A00Z',
    'POST /hook/rest/maint/dev?start=2025-02-07T01%3A00%3A00Z&end=2025-02-07T03%3A30%3A00Z',
    'DELETE /hook/rest/maint/dev',
  ])
  assert.match(told[0], /&reason=[A-Z][a-z]+\+/)
  assert.ok(gateway.messages.every(({ headers }) => headers.authorization === 'Bearer only-for-tests'))
  assert.ok(!(await site.operator.get('webhooks')).text.includes('only-for-tests'))
})

test('who is told of what: channels, events, pause and resume', async (t) => {
  const site = await openTellingSite(t)
  const [web, other, ends] = [await startSubscriber(t), await startSubscriber(t), await startSubscriber(t)]
  const paused = await site.subscribe(web, { channels: ['web'] })
  await site.subscribe(other, { channels: ['nowhere'] })
  await site.subscribe(ends, { events: ['extended'] })
  assert.equal((await site.post(`webhooks/${paused.id}/pause`, {})).json.health.state, 'paused')
  await site.operator.publish(document, 0, { now: before })
  await site.operator.step(window, 'extend', { by: '30m' }, '*', { now: before })
  await ends.has(1)
  assert.deepEqual(web.messages, [])
  await site.post(`webhooks/${paused.id}/resume`, {})
  await web.has(2)
  assert.deepEqual(web.ids(), [`${window}_announced_r1`, `${window}_extended_r2`])
  assert.deepEqual(ends.ids(), [`${window}_extended_r2`])
  assert.deepEqual(other.messages, [])
})

test('410 pauses a subscription, and nothing is lost by it', async (t) => {
  const site = await openTellingSite(t)
  const subscriber = await startSubscriber(t, () => 410)
  const { id } = await site.subscribe(subscriber)
  await site.operator.publish(document, 0, { now: before })
  const health = await eventually(() => site.health(id), ({ state }) => state === 'paused')
  assert.match(health.said, /410/)
  subscriber.answer = () => 204
  await site.post(`webhooks/${id}/resume`, {})
  await subscriber.has(2)
  assert.equal(...subscriber.ids())
})

test('nothing is told of a window that is not announced, and it is once it is', async (t) => {
  const site = await openTellingSite(t)
  const subscriber = await startSubscriber(t)
  await site.subscribe(subscriber)
  const secret = document.replace('reason = "emergency"', 'reason = "emergency"\nannounce = 2025-02-06T18:00:00')
  assert.notEqual(secret, document)
  await site.operator.publish(secret, 0, { now: before })
  await site.operator.step(window, 'extend', { by: '30m' }, '*', { now: before })
  await site.wake(before + minute)
  assert.deepEqual(subscriber.messages, [])
  await site.wake(founding.start - 60 * minute)
  await subscriber.has(1)
  assert.deepEqual(subscriber.ids(), [`${window}_announced_20250207T000000Z`])
})
