// The life of a window by the admin API: each step is a revision with old and new times in words, and is seen at the
// gate; an impossible step is refused with the reason.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { foundingDocument, inForce, openKeptSite } from '../harness/keeper.mjs'
import { founding } from '../harness/schedule.mjs'

const site = await openKeptSite()
const { operator } = site
const document = await foundingDocument()
const minute = 60_000
const soap = { method: 'POST', path: '/soap/iis', headers: { 'Content-Type': 'text/xml' }, body: '<x/>' }

/** The founding notice as it was, whatever went before. */
async function anew() {
  const answer = await operator.publish(document, '*')
  assert.equal(answer.status, 200, answer.text)
}

/** Takes a step and waits until the gate has it. */
async function step(verb, body, now) {
  const answer = await operator.step(founding.window, verb, body, '*', { now })
  assert.equal(answer.status, 200, answer.text)
  await inForce(site.send, answer.json.revision)
  return answer.json
}

async function statusAt(now, request = {}) {
  return (await site.send({ ...request, now })).status
}

test('8:50 p.m., and it needs thirty minutes more', async () => {
  await anew()
  const told = await step('extend', { by: '30m', why: 'the index takes longer' }, founding.end - 10 * minute)
  assert.match(told.summary, /9:30 p\.m\..*9:00 p\.m\.|9:00 p\.m\..*9:30 p\.m\./)
  assert.match(told.summary, /Thursday, February 6, 2025/)
  assert.ok(told.audiences.some(({ channel }) => channel === 'web'))
  assert.equal(await statusAt(founding.end + 29 * minute), 503)
  assert.equal(await statusAt(founding.end + 30 * minute), 200)
  const { json } = await operator.get(`revisions/${told.revision}`)
  assert.deepEqual([json.action, json.window, json.why], ['extend', founding.window, 'the index takes longer'])
  assert.ok(json.said.length > 0)
})

test('9:10 p.m., and it is over early on one channel', async () => {
  await anew()
  await step('finish', { channels: ['web'] }, founding.end - 30 * minute)
  assert.equal(await statusAt(founding.end - 31 * minute), 503)
  assert.equal(await statusAt(founding.end - 30 * minute), 200)
  assert.equal(await statusAt(founding.end - 30 * minute, soap), 503)
  await step('finish', {}, founding.end - 20 * minute)
  assert.equal(await statusAt(founding.end - 20 * minute, soap), 200)
})

test('6:40 p.m., and it must start now', async () => {
  await anew()
  await step('start', {}, founding.start - 20 * minute)
  assert.equal(await statusAt(founding.start - 20 * minute - 1000), 200)
  assert.equal(await statusAt(founding.start - 20 * minute), 503)
  assert.equal(await statusAt(founding.end), 200)
})

test('it is moved to another day, and is as long as before', async () => {
  await anew()
  const told = await step('reschedule', { start: '2025-02-13T20:00' }, founding.start - 60 * minute)
  assert.equal(told.window.start, '2025-02-13T20:00:00-06:00')
  assert.equal(told.window.end, '2025-02-13T22:00:00-06:00')
  assert.equal(await statusAt(founding.start), 200)
  assert.equal(await statusAt(Date.parse('2025-02-14T02:00:00Z')), 503)
})

test('it is held while the service is looked at, and released', async () => {
  await anew()
  await step('hold', { limit: '1h' }, founding.end - 10 * minute)
  assert.equal(await statusAt(founding.end + 10 * minute), 503)
  assert.equal(await statusAt(founding.end + 60 * minute - 1), 503)
  assert.equal(await statusAt(founding.end + 60 * minute), 200, 'the dead man’s limit')
  await step('release', {}, founding.end + 5 * minute)
  assert.equal(await statusAt(founding.end + 5 * minute), 200)
})

test('it is shortened, and cancelled', async () => {
  await anew()
  await step('shorten', { until: '2025-02-06T20:00' }, founding.start - 60 * minute)
  assert.equal(await statusAt(founding.start + 59 * minute), 503)
  assert.equal(await statusAt(founding.start + 60 * minute), 200)
  await step('cancel', { why: 'not needed' }, founding.start - 30 * minute)
  assert.equal(await statusAt(founding.start), 200)
})

test('an emergency is added, and its id is made', async () => {
  await anew()
  const answer = await operator.add({
    channels: ['web'], start: '2025-03-01T19:00', length: '2h', reason: 'emergency', summary: 'A disk fails.',
  }, '*', { now: founding.end })
  assert.equal(answer.status, 200, answer.text)
  assert.match(answer.json.window.id, /^emergency-2025-03-01/)
  await inForce(site.send, answer.json.revision)
  assert.equal(await statusAt(Date.parse('2025-03-02T02:00:00Z')), 503)
  assert.equal((await operator.get(`windows/${answer.json.window.id}`, { now: founding.end })).json.phase, 'announced')
})

test('an hour that does not exist is refused with both readings', async () => {
  await anew()
  const answer = await operator.add({ channels: ['web'], start: '2025-03-09T02:30', length: '1h' }, '*', { now: founding.end })
  assert.deepEqual([answer.status, answer.json.code], [409, 'skipped-hour'], answer.text)
  const words = `${answer.json.detail} ${answer.json.help}`
  assert.match(words, /03:30:00-05:00/)
  assert.match(words, /01:30:00-06:00/)
})

test('what may not follow is refused with the reason', async () => {
  await anew()
  const table = [
    ['start', {}, founding.start], ['cancel', {}, founding.start], ['announce', {}, founding.start],
    ['reschedule', { start: '2025-02-13T20:00' }, founding.start], ['finish', {}, founding.start - 1],
    ['release', {}, founding.start - 1], ['extend', { by: '30m' }, founding.end], ['hold', {}, founding.end],
    ['shorten', { until: '2025-02-06T19:30' }, founding.start + 45 * minute],
  ]
  for (const [verb, body, now] of table) {
    const answer = await operator.step(founding.window, verb, body, '*', { now })
    assert.equal(answer.status, 409, `${verb}: ${answer.text}`)
    assert.ok(answer.json.detail.length > 20, answer.text)
  }
  assert.equal((await operator.step('nowhere', 'start', {})).status, 404)
  assert.equal((await operator.step(founding.window, 'explode', {})).status, 404)
  assert.equal((await operator.step(founding.window, 'extend', {})).status, 400)
  assert.equal((await operator.step(founding.window, 'finish', { channels: ['nowhere'] }, '*', { now: founding.start })).status, 409)
})

test('one occurrence of a recurrence is cancelled, and the others come', async () => {
  const weekly = document.replace(/\[\[window\]\][\s\S]*$/, `[[window]]
id = "patches"
channels = ["web"]
start = 2025-02-06T19:00:00
length = "2h"
repeat = "FREQ=WEEKLY;BYDAY=TH"
`)
  await operator.publish(weekly, '*')
  const answer = await operator.step('patches', 'cancel', { of: '2025-02-13' }, '*', { now: founding.end })
  assert.equal(answer.status, 200, answer.text)
  await inForce(site.send, answer.json.revision)
  const week = 7 * 86_400_000
  assert.deepEqual(
    [await statusAt(founding.start), await statusAt(founding.start + week), await statusAt(founding.start + 2 * week)],
    [503, 200, 503],
  )
})

test('rolled back: a new revision with the old document', async () => {
  await anew()
  const { json: { revision } } = await operator.get('schedule')
  await step('cancel', {}, founding.start - 30 * minute)
  const answer = await operator.rollback(revision)
  assert.deepEqual([answer.status, answer.json.revision], [200, revision + 2], answer.text)
  await inForce(site.send, revision + 2)
  assert.equal(await statusAt(founding.start), 503)
  assert.equal((await operator.get('schedule')).json.document, document)
  const difference = await operator.get(`revisions/${revision + 2}/difference?from=${revision}`)
  assert.deepEqual(difference.json.said, [])
})

test('a dry run says what would be, and does nothing', async () => {
  await anew()
  const before = (await operator.get('schedule')).json.revision
  const answer = await operator.ask('POST', `windows/${founding.window}/extend?dry-run=true`, {
    body: { by: '30m' }, base: before, now: founding.start,
  })
  assert.equal(answer.status, 200, answer.text)
  assert.deepEqual([answer.json.revision, answer.json.base], [undefined, before])
  assert.match(answer.json.summary, /9:30 p\.m\./)
  assert.equal((await operator.get('schedule')).json.revision, before)
})
