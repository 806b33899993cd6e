// One emergency, from its announcement to its end, as the readers of others follow it: the calendar, the feed, what
// looks like Statuspage, and a receiver of webhooks. All of them, and timeline.json, agree at every instant.
//
// 1. announced on Tuesday at noon, for Thursday 7 p.m. to 9 p.m.
// 2. moved on Wednesday: half an hour later
// 3. started by the clock
// 4. extended at 8:45 p.m., to 10 p.m.
// 5. finished at 9:45 p.m.

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

import ICAL from 'ical.js'

import { foundingDocument, inForce, openKeptSite, openKeptSiteFor } from '../harness/keeper.mjs'
import { runPython } from '../harness/python.mjs'
import { founding } from '../harness/schedule.mjs'
import { reachingPrivate, startSubscriber, telling } from '../harness/subscriber.mjs'

const site = await openKeptSite({ configure: reachingPrivate, environment: { INTERMISSION_WEBHOOK_PRIVATE: 'allow' } })
const { operator } = site
let receiver
const base = '/_maintenance'
const tuesday = Date.parse('2025-02-04T16:00:00Z')
const uid = `${founding.window}@intermission.invalid`

test('every reader follows an emergency, and all of them agree at every instant', async (t) => {
  receiver = await startSubscriber(t)
  await telling(operator).subscribe(receiver, {}, tuesday)
  const announced = (text) => text.replace('reason = "emergency"', 'announce = 2025-02-04T12:00:00\nreason = "emergency"')
  await change(operator.publish(await foundingDocument(announced), '*', { now: tuesday }))
  await agree('2025-02-04T17:59:59Z', undefined)

  const first = { start: '2025-02-07T01:00:00Z', end: '2025-02-07T03:00:00Z', sequence: 0 }
  await agree('2025-02-04T18:00:00Z', { ...first, status: 'CONFIRMED', state: 'scheduled', phase: 'announced', last: 'announced', told: ['announced'] })

  await step('reschedule', { start: '2025-02-06T19:30', end: '2025-02-06T21:00' }, '2025-02-05T15:00:00Z')
  const moved = { start: '2025-02-07T01:30:00Z', end: '2025-02-07T03:00:00Z', sequence: 2 }
  await agree('2025-02-05T15:00:00Z', { ...moved, status: 'CONFIRMED', state: 'scheduled', phase: 'announced', last: 'moved', told: ['announced', 'moved'] })
  await agree('2025-02-07T01:29:59Z', { ...moved, status: 'CONFIRMED', state: 'scheduled', phase: 'imminent', last: 'moved', told: ['announced', 'moved', 'imminent'] })
  await agree('2025-02-07T01:30:00Z', { ...moved, status: 'IN-PROCESS', state: 'in_progress', phase: 'active', last: 'started', told: ['announced', 'moved', 'imminent', 'started'] })

  await step('extend', { by: '1h' }, '2025-02-07T02:45:00Z')
  const extended = { start: moved.start, end: '2025-02-07T04:00:00Z', sequence: 3 }
  await agree('2025-02-07T02:45:00Z', { ...extended, status: 'IN-PROCESS', state: 'in_progress', phase: 'active', last: 'extended', told: ['announced', 'moved', 'imminent', 'started', 'extended'] })

  await step('finish', {}, '2025-02-07T03:45:00Z')
  const over = { start: moved.start, end: '2025-02-07T03:45:00Z', sequence: 4 }
  await agree('2025-02-07T03:45:00Z', { ...over, status: 'COMPLETED', state: 'completed', phase: 'ended', last: 'over', told: ['announced', 'moved', 'imminent', 'started', 'extended', 'finished', 'ended'] })
})

test('what was taken off the schedule is cancelled everywhere', async (t) => {
  // Its own, because a record never goes back in time.
  const { operator, send } = await openKeptSiteFor(t)
  const document = await foundingDocument()
  for (const text of [document, document.split('[[window]]')[0]]) {
    const { json } = await operator.publish(text, '*', { now: tuesday })
    await inForce(send, json.revision)
  }
  const now = Date.parse('2025-02-07T02:00:00Z')
  const read = (path) => send({ path: `${base}/${path}`, now })
  assert.equal((await send({ now })).status, 200)
  const { text } = await read('calendar.ics')
  assert.match(text, /STATUS:CANCELLED\r\n/)
  assert.equal(ical(text).getFirstSubcomponent('vevent').getFirstPropertyValue('uid'), uid)
  const page = await read(`windows/${founding.window}`)
  assert.match(page.text, /This maintenance was cancelled\./)
})

test('they are readable from every site, known by their bytes, and up while everything is closed', async (t) => {
  const { operator, send } = await openKeptSiteFor(t)
  const { json } = await operator.publish(await foundingDocument(), '*', { now: tuesday })
  await inForce(send, json.revision)
  for (const path of ['calendar.ics', 'feed.atom', 'api/v2/summary.json', `windows/${founding.window}.ics`]) {
    const first = await send({ path: `${base}/${path}`, now: founding.start })
    assert.equal(first.status, 200, path)
    assert.equal(first.header('Access-Control-Allow-Origin'), '*', path)
    assert.match(first.header('ETag'), /^"[0-9a-f]+"$/, path)
    const again = await send({
      path: `${base}/${path}`, now: founding.end - 1, headers: { 'If-None-Match': first.header('ETag') },
    })
    assert.deepEqual([again.status, again.text], [304, ''], path)
  }
})

test('what is asked for wrongly is answered with the way out', async () => {
  for (const [path, status, way] of [
    ['calendar.ics?channel=nowhere', 404, /web, web-services, ftp/],
    ['feed.atom?lang=tlh', 400, /en, es/],
    ['calendar.ics?alarm=soon', 400, /`30m`/],
  ]) {
    const answer = await read(path, founding.start)
    assert.equal(answer.status, status, path)
    assert.match(answer.text, way)
  }
})

async function step(verb, body, now) {
  await change(operator.step(founding.window, verb, body, '*', { now: Date.parse(now) }))
}

async function change(asked) {
  const answer = await asked
  assert.equal(answer.status, 200, answer.text)
  await inForce(site.send, answer.json.revision)
}

function read(path, now) {
  return site.send({ path: `${base}/${path}`, now })
}

function ical(text) {
  return new ICAL.Component(ICAL.parse(text))
}

/** Fails unless every reader says `expected` of the one window at an instant, or nothing at all. */
async function agree(instant, expected) {
  const now = Date.parse(instant)
  const documents = {
    'calendar.ics': await read('calendar.ics', now),
    'feed.atom': await read('feed.atom', now),
    'summary.json': await read('api/v2/summary.json', now),
  }
  const folder = await mkdtemp(join(tmpdir(), 'subscriptions-'))
  try {
    for (const [name, { text }] of Object.entries(documents)) await writeFile(join(folder, name), text)
    const saw = await runPython('with_feeds.py', folder)
    const timeline = JSON.parse((await read('timeline.json', now)).text)
    const all = JSON.parse((await read('api/v2/scheduled-maintenances.json', now)).text).scheduled_maintenances
    const events = ical(documents['calendar.ics'].text).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
    if (expected === undefined) {
      assert.deepEqual([saw.calendar, saw.atom, timeline.windows, all, events], [[], [], [], [], []], instant)
      assert.deepEqual(receiver.messages, [], instant)
      return
    }
    const { start, end, sequence, status, state, phase, last, told } = expected
    await telling(operator).wake(now)
    const messages = (await receiver.has(told.length)).map(({ text }) => JSON.parse(text))
    assert.deepEqual(messages.map(({ type }) => type.replace('intermission.window.', '')), told, instant)
    assert.deepEqual([messages.at(-1).data.start, messages.at(-1).data.end], [start, end], instant)
    assert.deepEqual(saw.calendar, [{ uid, sequence, status, start, end }], instant)
    const said = { what: saw.atom[0].what, start: saw.atom[0].start, end: saw.atom[0].end }
    assert.deepEqual(said, { what: last, start, end }, instant)
    assert.ok(saw.atom.every(({ updated }) => Date.parse(updated) <= now), instant)
    assert.deepEqual(events.map((event) => [event.startDate, event.endDate].map((at) => at.toJSDate().getTime())), [
      [Date.parse(start), Date.parse(end)],
    ], instant)
    assert.deepEqual(timeline.windows.map((window) => [window.phase, window.start, window.end]), [[phase, start, end]], instant)
    assert.deepEqual(all.map((one) => [one.status, Date.parse(one.scheduled_for), Date.parse(one.scheduled_until)]), [
      [state, Date.parse(start), Date.parse(end)],
    ], instant)
  } finally {
    await rm(folder, { recursive: true })
  }
}
