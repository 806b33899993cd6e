// What a window means for a channel: each disposition, routes that pass by configuration, windows that hold and
// windows whose end nobody knows.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { compile } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

const schedule = `
[service]
name = "Many Channels"
zone = "UTC"

[edge]
pass = ["/status", "/open/*", "machines.example/*"]

[edge.retry-after]
overrun = "45s"
spread = "10s"

[[channel]]
id = "web"
name = "the site"
routes = ["/*"]

[[channel]]
id = "catalogue"
name = "the catalogue"
disposition = "read-only"
routes = ["/catalogue/*", "catalogue.example/*"]

[[channel]]
id = "uploads"
name = "uploads"
disposition = "hold"
routes = ["/uploads/*"]

[[channel]]
id = "help"
name = "the help pages"
disposition = "unaffected"
routes = ["/help/*"]

[[channel]]
id = "partners"
name = "partners"
routes = ["/partners/*", "partners.example/*"]

[[channel]]
id = "lab"
name = "the laboratory"
routes = ["/lab/*"]

[[channel]]
id = "billing"
name = "billing"
routes = ["/billing/*"]

[[window]]
id = "all"
channels = ["web", "catalogue", "uploads", "help"]
start = 2025-03-01T10:00:00Z
end = 2025-03-01T12:00:00Z

[[window]]
id = "until-released"
channels = ["partners"]
start = 2025-03-01T10:00:00Z
end = 2025-03-01T12:00:00Z
overrun = "hold"
released = 2025-03-01T13:30:00Z

[[window]]
id = "nobody-knows"
channels = ["lab"]
start = 2025-03-01T11:00:00Z

[[window]]
id = "not-released"
channels = ["billing"]
start = 2025-03-01T10:00:00Z
end = 2025-03-01T12:00:00Z
reason = "emergency"
overrun = "hold"

[[window]]
id = "called-off"
channels = ["web"]
start = 2025-04-01T10:00:00Z
end = 2025-04-01T12:00:00Z
cancelled = true
`

const site = await openSite({ timeline: await compile(schedule) })

const inside = '2025-03-01T11:30:00Z'

test('who passes in the middle of it all', async (t) => {
  const table = [
    ['GET', '/', 'refused'],
    ['POST', '/uploads', 'passes'],
    ['PUT', '/uploads/batch-1.hl7', 'passes'],
    ['POST', '/uploadsx', 'refused'],
    ['GET', '/help/', 'passes'],
    ['POST', '/help/feedback', 'passes'],
    ['GET', '/catalogue/1', 'passes'],
    ['HEAD', '/catalogue/1', 'passes'],
    ['OPTIONS', '/catalogue/1', 'passes'],
    ['POST', '/catalogue/1', 'refused'],
    ['PUT', '/catalogue/1', 'refused'],
    ['PATCH', '/catalogue/1', 'refused'],
    ['DELETE', '/catalogue/1', 'refused'],
    ['PROPFIND', '/catalogue/1', 'refused'],
    ['GET', '/status', 'passes'],
    ['POST', '/status', 'passes'],
    ['GET', '/status/more', 'refused'],
    ['GET', '/open/anything', 'passes'],
  ]
  for (const [method, path, expected] of table) {
    await t.test(`${method} ${path}: ${expected}`, () => isAnswered({ method, path, now: inside }, expected))
  }
})

test('hosts tell channels apart, whatever their case and port', async (t) => {
  const table = [
    ['GET', 'catalogue.example', 'passes'],
    ['GET', 'Catalogue.Example:8080', 'passes'],
    ['POST', 'catalogue.example', 'refused'],
    ['GET', 'www.catalogue.example', 'refused'],
    ['POST', 'machines.example', 'passes'],
    ['POST', 'machines.example.evil.example', 'refused'],
  ]
  for (const [method, host, expected] of table) {
    await t.test(`${method} ${host}: ${expected}`, () => {
      return isAnswered({ method, headers: { Host: host }, now: inside }, expected)
    })
  }
})

test('a window that holds stays closed over its end until somebody releases it', async (t) => {
  const table = [
    ['2025-03-01T11:59:59.999Z', 'refused'],
    ['2025-03-01T12:00:00Z', 'refused'],
    ['2025-03-01T13:29:59.999Z', 'refused'],
    ['2025-03-01T13:30:00Z', 'passes'],
  ]
  for (const [now, expected] of table) {
    await t.test(`${now}: ${expected}`, () => isAnswered({ path: '/partners/', now }, expected))
  }
})

test('a window that holds says when it opens if that is known, and otherwise that it takes longer', async (t) => {
  const table = [
    ['/partners/', inside, 'Scheduled maintenance ends Saturday, March 1, 2025, 1:30 p.m. (UTC).'],
    ['/billing/', inside, 'Emergency maintenance is planned to end Saturday, March 1, 2025, 12:00 noon (UTC).'],
    [
      '/billing/', '2025-03-01T12:00:00Z',
      'Emergency maintenance is taking longer than planned. It was to end Saturday, March 1, 2025, 12:00 noon (UTC).',
    ],
  ]
  for (const [path, now, sentence] of table) {
    await t.test(`${path} at ${now}`, async () => {
      const answer = await site.send({ path, now })
      assert.equal(answer.text.split('\n')[3], sentence)
    })
  }
})

test('an end that nobody knows closes until it is known, and Retry-After is the floor', async () => {
  assert.equal((await site.send({ path: '/lab/', now: '2025-03-01T10:59:59.999Z' })).status, 200)
  for (const now of ['2025-03-01T11:00:00Z', '2031-01-01T00:00:00Z']) {
    const answer = await site.send({ path: '/lab/', now })
    assert.equal(answer.status, 503)
    assert.match(answer.text, /^Scheduled maintenance is going on\. Its end is not known yet\.$/m)
    assert.match(answer.text, /^This request was NOT processed\. Send it again later\.$/m)
    const seconds = Number(answer.header('Retry-After'))
    assert.ok(seconds >= 45 && seconds <= 55, `Retry-After: ${seconds}`)
  }
})

test('a cancelled window closes nothing', async () => {
  await isAnswered({ now: '2025-04-01T11:00:00Z' }, 'passes')
})

test('a channel is closed however its path is spelled, and only it', async (t) => {
  const table = [
    ['/partners/', 'refused'],
    ['/partners', 'refused'],
    ['/p%61rtners/iis', 'refused'],
    ['/%70%61%72%74%6E%65%72%73', 'refused'],
    ['/x/../partners/iis', 'refused'],
    ['/x/%2e%2E/partners/iis', 'refused'],
    ['/partners?wsdl', 'refused'],
    ['/partnership', 'passes'],
    // What some origins take for the same path: none may be reached by spelling it so.
    ['/Partners/', 'refused'],
    ['//partners/iis', 'refused'],
    ['/partners;v=1/iis', 'refused'],
    ['/x/..%2fpartners/iis', 'refused'],
    ['/x%5C..%5Cpartners/iis', 'refused'],
    ['/x?/partners/', 'passes'],
  ]
  for (const [path, expected] of table) {
    await t.test(`${path}: ${expected}`, () => isAnswered({ path, now: '2025-03-01T12:30:00Z' }, expected))
  }
})

test('a channel is closed however its host is spelled, and only it', async (t) => {
  const table = [
    ['partners.example', 'refused'],
    ['partners.example:8443', 'refused'],
    ['Partners.EXAMPLE', 'refused'],
    // To the origin this is the host `partners.example`.
    ['somebody@partners.example', 'refused'],
    ['partners.example.', 'refused'],
    ['www.partners.example', 'passes'],
  ]
  for (const [host, expected] of table) {
    await t.test(`${host}: ${expected}`, () => {
      return isAnswered({ headers: { Host: host }, now: '2025-03-01T12:30:00Z' }, expected)
    })
  }
})

async function isAnswered(settings, expected) {
  await site.origin.take()
  const { status } = await site.send(settings)
  const arrived = (await site.origin.take()).length
  assert.deepEqual([status, arrived], expected === 'passes' ? [200, 1] : [503, 0])
}
