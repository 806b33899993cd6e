// Across both boundaries under load: no request inside [start, end) reaches the origin and none outside is refused,
// counted by the origin itself.

import assert from 'node:assert/strict'
import { Agent } from 'node:http'
import { setInterval } from 'node:timers/promises'
import { test } from 'node:test'

import { receive, valuesOf } from '../harness/client.mjs'
import { compile, founding, instant } from '../harness/schedule.mjs'
import { openSiteFor } from '../harness/site.mjs'
import { soap } from '../harness/visitor.mjs'

const connections = 16

test('in steps of a millisecond over both boundaries', async (t) => {
  const { start, end } = founding
  const site = await openSiteFor(t)
  const instants = [...around(start, 300), ...around(end, 300), ...around(start, 75), ...around(end, 75)]
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const asked = await Promise.all(instants.map(async (now, number) => {
    const answer = await ask(site, number, { now, agent })
    return { number, now, status: answer.status }
  }))
  agent.destroy()

  const arrivals = await arrivalsAt(site)
  const count = { refused: 0, passed: 0 }
  for (const { number, now, status } of asked) {
    const inside = start <= now && now < end
    count[inside ? 'refused' : 'passed'] += 1
    const seen = { status, arrived: arrivals.get(number) ?? 0 }
    assert.deepEqual(seen, inside ? { status: 503, arrived: 0 } : { status: 200, arrived: 1 }, `at ${instant(now)}`)
  }
  assert.deepEqual(count, { refused: 752, passed: 752 })
})

test('the release build, by the real clock', async (t) => {
  const [opens, closes] = [1500, 3000]
  const profile = 'release'
  // How long a site takes to start here, so that there is load on it before the window.
  const before = performance.now()
  const trial = await openSiteFor(t, { profile, timeline: await compile(windowOf(founding.start, founding.end)) })
  assert.equal((await trial.send({})).status, 200)
  const lead = 2 * (performance.now() - before)

  const epoch = Math.round(Date.now() + lead)
  const [start, end] = [epoch + opens, epoch + closes]
  const site = await openSiteFor(t, { profile, timeline: await compile(windowOf(start, end)) })
  const asked = await loadUntil(site, end + 1000)

  const arrivals = await arrivalsAt(site)
  const count = { before: 0, inside: 0, after: 0, across: 0 }
  for (const { number, sent, answered, status } of asked) {
    const when = answered < start ? 'before'
      : sent >= end ? 'after'
      : start <= sent && answered < end ? 'inside'
      : 'across'
    count[when] += 1
    // What went out before a boundary and came back after it may have been decided on either side, but not on both.
    const expected = when === 'inside' || (when === 'across' && status === 503)
      ? { status: 503, arrived: 0 }
      : { status: 200, arrived: 1 }
    const shown = `sent ${sent - start} ms and answered ${answered - start} ms after the start`
    assert.deepEqual({ status, arrived: arrivals.get(number) ?? 0 }, expected, shown)
  }
  t.diagnostic(JSON.stringify(count))
  assert.ok(count.before >= 100 && count.inside >= 200 && count.after >= 100, JSON.stringify(count))
})

/** Every millisecond from `reach` before an instant to `reach` after it. */
function around(millis, reach) {
  return Array.from({ length: 2 * reach + 1 }, (_, step) => millis - reach + step)
}

/** About 400 requests a second over a few connections, until an instant. */
async function loadUntil(site, until) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const asked = []
  for await (const _ of setInterval(10)) {
    if (Date.now() >= until) break
    for (let more = 0; more < 4; more += 1) asked.push(timed(site, asked.length, agent))
  }
  const done = await Promise.all(asked)
  agent.destroy()
  return done
}

async function timed(site, number, agent) {
  const sent = Date.now()
  const { status } = await ask(site, number, { agent })
  return { number, sent, answered: Date.now(), status }
}

/** Reads and writes in turn, numbered, so that the origin's record can be set against the answers. */
function ask(site, number, settings) {
  const { headers, ...visitor } = number % 2 === 0 ? { headers: {} } : soap
  return receive(site.begin({ ...visitor, ...settings, headers: { ...headers, 'X-Number': number } }))
}

/** How often each number reached the origin. */
async function arrivalsAt(site) {
  const arrivals = new Map()
  for (const { headers } of await site.origin.take()) {
    const number = Number(valuesOf(headers, 'X-Number')[0])
    arrivals.set(number, (arrivals.get(number) ?? 0) + 1)
  }
  return arrivals
}

function windowOf(start, end) {
  return `
    [service]
    name = "Load"
    zone = "UTC"
    [[channel]]
    id = "web"
    name = "the site"
    routes = ["/*"]
    [[window]]
    id = "short"
    channels = ["web"]
    start = ${instant(start)}
    end = ${instant(end)}
  `
}
