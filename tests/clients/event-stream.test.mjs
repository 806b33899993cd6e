// Readers of server-sent events: they are told what goes on, and when to connect again.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { EventSource } from 'eventsource'

import { runPython } from '../harness/python.mjs'
import { founding } from '../harness/schedule.mjs'
import { isTheRest, message, openRegistry, resend, title } from './registry.mjs'

const door = await openRegistry()

test('eventsource sees the maintenance, stays connecting, and has the stream after the end', async (t) => {
  const waited = passTimeAtOnce(t, () => {
    door.now = founding.end
  })
  const source = new EventSource(`${door.url}/offers/pieces?type=text/event-stream&until=read`)
  t.after(() => {
    source.close()
    // The runtime does not end before the stream does.
    return door.site.origin.raise('read')
  })
  const maintenance = await next(source, 'maintenance')
  isMaintenance(JSON.parse(maintenance.data))
  await next(source, 'error')
  assert.equal(source.readyState, EventSource.CONNECTING)
  assert.equal((await next(source, 'message')).data, 'first')
  assert.equal(waited.length, 1)
  isTheRest(waited[0] / 1000)
})

test("Python's readers see the maintenance, and when to connect again", async () => {
  door.now = founding.inside
  const saw = await runPython('with_event_streams.py', `${door.url}/events`)
  for (const events of [saw.httpx_sse, saw.sseclient]) {
    assert.equal(events.length, 1)
    assert.equal(events[0].event, 'maintenance')
    isMaintenance(events[0].data)
    isTheRest(events[0].retry_millis / 1000)
  }
})

function isMaintenance(data) {
  const { title: told, message: words, window, ends } = data
  assert.deepEqual({ told, words, window, ends }, {
    told: title, words: message, window: '2025-02-06-deployment', ends: resend,
  })
}

function next(source, type) {
  return new Promise((resolve) => source.addEventListener(type, resolve, { once: true }))
}

/** Lets every wait of more than a minute be over at once. `passed` is told of it; gives back how long they were. */
function passTimeAtOnce(t, passed) {
  const waited = []
  const { setTimeout } = globalThis
  t.mock.method(globalThis, 'setTimeout', (run, millis, ...args) => {
    if (!(millis > 60_000)) return setTimeout(run, millis, ...args)
    waited.push(millis)
    passed()
    return setTimeout(run, 0, ...args)
  })
  return waited
}
