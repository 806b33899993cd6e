// After a window, step by step: people at once, machines by their turn, which they are told to the second.

import assert from 'node:assert/strict'
import { Agent } from 'node:http'
import { after, test } from 'node:test'

import { receive } from '../harness/client.mjs'
import { compile } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'
import { browser, curl, form, monitor, soap } from '../harness/visitor.mjs'

const site = await openSite({
  timeline: await compile(`
    [service]
    name = "Crowded"
    zone = "UTC"
    [edge]
    ramp = "10m"
    [[channel]]
    id = "web"
    name = "the site"
    routes = ["/*"]
    [[channel]]
    id = "catalogue"
    name = "the catalogue"
    routes = ["/catalogue/*"]
    disposition = "read-only"
    [[channel]]
    id = "help"
    name = "the help pages"
    routes = ["/help/*"]
    [[window]]
    id = "deployment"
    channels = ["web", "catalogue"]
    start = 2025-03-01T10:00:00Z
    end = 2025-03-01T12:00:00Z
    [[window]]
    id = "released"
    channels = ["help"]
    start = 2025-03-03T10:00:00Z
    end = 2025-03-03T11:00:00Z
    overrun = "hold"
    released = 2025-03-03T12:00:00Z
  `),
})

const agent = new Agent({ keepAlive: true, maxSockets: 16 })
after(() => agent.destroy())

const end = Date.parse('2025-03-01T12:00:00Z')
const ramp = 600_000
const clients = Array.from({ length: 1000 }, (_, host) => `10.${host % 7}.${host >> 8}.${host & 255}`)

test('people are let in at once, whatever their browser asks for', async (t) => {
  const { 'Sec-Fetch-Mode': _, 'Sec-Fetch-Dest': __, ...olderHeaders } = browser.headers
  const table = {
    'a page': browser,
    'a form': form,
    'a page, with a browser that says less': { headers: olderHeaders },
    'a style': { headers: { 'Accept': 'text/css,*/*;q=0.1', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'style' } },
    'what a script asks for': {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' },
    },
    'a preflight': { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'PUT' } },
  }
  for (const [what, visitor] of Object.entries(table)) {
    await t.test(what, async () => {
      assert.equal(await status({ ...visitor, now: end - 1 }), visitor.method === 'OPTIONS' ? 204 : 503)
      assert.equal(await status({ ...visitor, now: end }), 200)
    })
  }
})

test('no machine is let in at the end, and every one when the ramp is over', async () => {
  const machines = [curl, soap, monitor, {}, { headers: { Accept: 'application/json' } }]
  for (const machine of machines) {
    assert.equal(await status({ ...machine, now: end }), 503)
    assert.equal(await status({ ...machine, now: end + ramp - 1 }, '10.0.0.1'), 200)
    assert.equal(await status({ ...machine, now: end + ramp }), 200)
  }
  for (const { status } of await all(end + ramp)) assert.equal(status, 200)
})

test('the share of machines that are in grows evenly, and who is in stays in', async (t) => {
  let before = new Set()
  for (const share of [0.1, 0.5, 0.9]) {
    const answers = await all(end + share * ramp)
    const inside = new Set(clients.filter((_, place) => answers[place].status === 200))
    t.diagnostic(`after ${100 * share} % of the ramp ${inside.size} of ${clients.length} are in`)
    assert.ok(Math.abs(inside.size / clients.length - share) < 0.04, `${inside.size} after ${share}`)
    for (const client of before) assert.ok(inside.has(client), `${client} was sent away again`)
    before = inside
  }
})

test('whoever is refused is told its turn, to the second', async () => {
  const now = end + 0.1 * ramp
  const told = (await all(now)).map((answer, place) => [clients[place], answer])
  const refused = told.filter(([, { status }]) => status === 503)
  assert.ok(refused.length > 850)
  await Promise.all(refused.map(async ([client, answer]) => {
    const seconds = Number(answer.header('Retry-After'))
    assert.ok(seconds >= 1 && seconds <= 0.9 * ramp / 1000, `${seconds}`)
    assert.equal(await status({ now: now + 1000 * seconds }, client), 200)
    if (seconds > 1) assert.equal(await status({ now: now + 1000 * (seconds - 1) }, client), 503)
  }))
})

test('whoever was sent away during the window and comes when told to is not sent away a second time', async () => {
  for (const before of [1, 1_800_000]) {
    const now = end - before
    const told = await all(now)
    const back = await Promise.all(clients.map((client, place) => {
      return status({ now: now + 1000 * Number(told[place].header('Retry-After')) }, client)
    }))
    assert.deepEqual(back.filter((status) => status !== 200), [], `${before} ms before the end`)
  }
})

test('the answer says that it is over, and that the service opens step by step', async () => {
  const answer = await ask({ now: end + 1000 }, '10.0.0.2')
  assert.equal(answer.text, `503 Service Unavailable
The server is temporarily unable to service your request due to maintenance downtime or capacity problems. \
Please try again later.
This request was NOT processed. Send it again after 2025-03-01T12:10:00Z.
Scheduled maintenance is over. The service is opening step by step, so that it is not overrun.
Window: deployment
Status: /_maintenance/windows/deployment
`)
})

test('only what was refused waits for its turn', async (t) => {
  const table = [
    ['reading, which worked all the time', { path: '/catalogue/1' }, end, 200],
    ['changing, which did not', { path: '/catalogue/1', method: 'PUT' }, end, 503],
    ['a channel that was open', { path: '/help/' }, end, 200],
    ['a path that always passes', { path: '/robots.txt' }, end, 200],
    ['our own pages', { path: '/_maintenance/health' }, end, 200],
    ['a window that was held, at its planned end', { path: '/help/' }, Date.parse('2025-03-03T11:30:00Z'), 503],
    ['a window that was held, when it is released', { path: '/help/' }, Date.parse('2025-03-03T12:00:00Z'), 503],
    ['a window that was held, after its ramp', { path: '/help/' }, Date.parse('2025-03-03T12:10:00Z'), 200],
  ]
  for (const [what, settings, now, expected] of table) {
    await t.test(`${what}: ${expected}`, async () => {
      assert.equal(await status({ ...settings, now }, '10.0.0.2'), expected)
    })
  }
})

/** What each client is told at an instant. */
function all(now) {
  return Promise.all(clients.map((client) => ask({ now }, client)))
}

async function status(settings, client) {
  return (await ask(settings, client)).status
}

function ask({ headers, ...settings }, client = '192.0.2.7') {
  return receive(site.begin({ ...settings, headers: { ...headers, 'CF-Connecting-IP': client }, agent }))
}
