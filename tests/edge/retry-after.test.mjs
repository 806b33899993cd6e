// When a client is told to come back: whole seconds, never 0, never while the window is still open, not much later
// than the cap, the same for a client that asks again, and different between clients.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { compile, founding } from '../harness/schedule.mjs'
import { openSite, openSiteFor } from '../harness/site.mjs'

const site = await openSite()

const { start, end } = founding

// The defaults, in seconds.
const cap = 3600
const spread = 300

test('it is a whole number that does not end inside the window, nor long after the end or the cap', async () => {
  const moments = [start, start + 1, start + 999, end - 3_600_001, end - 3_600_000, end - 90_500, end - 1001, end - 1]
  for (const now of moments) {
    for (const client of ['192.0.2.1', '192.0.2.2', '2001:db8::1']) {
      const header = (await ask(site, { now, client })).header('Retry-After')
      assert.match(header, /^[1-9]\d*$/)
      const seconds = Number(header)
      const remaining = (end - now) / 1000
      const least = Math.min(remaining, cap)
      const most = Math.min(Math.ceil(remaining), cap) + spread
      assert.ok(seconds >= least && seconds <= most, `${seconds} s with ${remaining} s to go`)
    }
  }
})

test('a client that asks again is told the same instant again', async () => {
  const instants = new Set()
  for (let now = end - 600_000; now < end; now += 120_000) {
    const seconds = Number((await ask(site, { now, client: '198.51.100.23' })).header('Retry-After'))
    instants.add(now + 1000 * seconds)
  }
  assert.equal(instants.size, 1)
})

test('clients are spread over the whole stretch, each in its place', async () => {
  const places = []
  for (let host = 0; host < 200; host += 1) {
    const seconds = Number((await ask(site, { now: end - 60_000, client: `203.0.113.${host}` })).header('Retry-After'))
    places.push(seconds - 60)
  }
  const fifths = new Map()
  for (const place of places) {
    const fifth = Math.min(4, Math.floor(place / (spread / 5)))
    fifths.set(fifth, (fifths.get(fifth) ?? 0) + 1)
  }
  // 40 would be even; what matters is that no second and no minute calls everybody.
  assert.equal(fifths.size, 5)
  for (const count of fifths.values()) assert.ok(count >= 20 && count <= 60, `${[...fifths.values()]}`)
  assert.ok(new Set(places).size > 80)
})

test('behind a proxy of one’s own, X-Forwarded-For tells clients apart', async () => {
  const seconds = async (headers) => (await site.send({ headers, now: end - 60_000 })).header('Retry-After')
  const [one, again, other, cloudflare] = [
    await seconds({ 'X-Forwarded-For': '192.0.2.1' }),
    await seconds({ 'X-Forwarded-For': '192.0.2.1' }),
    await seconds({ 'X-Forwarded-For': '192.0.2.99' }),
    await seconds({ 'X-Forwarded-For': '192.0.2.99', 'CF-Connecting-IP': '192.0.2.1' }),
  ]
  assert.equal(one, again)
  assert.notEqual(one, other)
  assert.equal(one, cloudflare)
})

test('where no address is known, chance spreads the requests', async () => {
  const seconds = []
  for (let time = 0; time < 20; time += 1) {
    seconds.push(Number((await site.send({ now: end - 60_000 })).header('Retry-After')))
  }
  assert.ok(seconds.every((seconds) => seconds >= 60 && seconds <= 60 + spread), `${seconds}`)
  assert.ok(new Set(seconds).size > 10, `${seconds}`)
})

test('a schedule sets cap, spread and the floor of an overrun', async (t) => {
  const schedule = `
    [service]
    name = "Short"
    zone = "UTC"
    [edge.retry-after]
    cap = "100s"
    spread = "8s"
    overrun = "30s"
    [[channel]]
    id = "web"
    name = "the site"
    routes = ["/*"]
    [[window]]
    id = "long"
    channels = ["web"]
    start = 2025-03-01T10:00:00Z
    end = 2025-03-01T12:00:00Z
    overrun = "hold"
  `
  const own = await openSiteFor(t, { timeline: await compile(schedule) })
  const table = [
    // This window holds and nobody has released it, so that when it opens is not known: the floor.
    ['2025-03-01T10:00:00Z', 30, 38],
    ['2025-03-01T12:00:00Z', 30, 38],
    ['2025-03-08T12:00:00Z', 30, 38],
  ]
  for (const [now, least, most] of table) {
    for (let host = 0; host < 20; host += 1) {
      const seconds = Number((await ask(own, { now, client: `192.0.2.${host}` })).header('Retry-After'))
      assert.ok(seconds >= least && seconds <= most, `${seconds} s at ${now}`)
    }
  }
})

test('the spread is at most a tenth of the cap', async (t) => {
  const schedule = `
    [service]
    name = "Short"
    zone = "UTC"
    [edge.retry-after]
    cap = "100s"
    spread = "1h"
    [[channel]]
    id = "web"
    name = "the site"
    routes = ["/*"]
    [[window]]
    id = "long"
    channels = ["web"]
    start = 2025-03-01T10:00:00Z
    end = 2025-03-01T12:00:00Z
  `
  const own = await openSiteFor(t, { timeline: await compile(schedule) })
  for (let host = 0; host < 40; host += 1) {
    const answer = await ask(own, { now: '2025-03-01T10:30:00Z', client: `192.0.2.${host}` })
    const seconds = Number(answer.header('Retry-After'))
    assert.ok(seconds >= 100 && seconds <= 110, `${seconds} s`)
  }
})

async function ask({ send }, { now, client }) {
  const answer = await send({ headers: { 'CF-Connecting-IP': client }, now })
  assert.equal(answer.status, 503)
  return answer
}
