// Networks that pass, and what is not fit to let anybody pass: nothing that is missing, weak, or in a client's own
// hands opens a gate.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { cookie, link, token, withToken } from '../harness/bypass.mjs'
import { compile } from '../harness/schedule.mjs'
import { openSiteFor } from '../harness/site.mjs'

const timeline = await compile(`
  [service]
  name = "Verified"
  zone = "UTC"
  [edge.bypass]
  addresses = ["192.0.2.0/24", "2001:db8:7::/48"]
  [[channel]]
  id = "web"
  name = "the site"
  routes = ["/*"]
  [[window]]
  id = "deployment"
  channels = ["web"]
  start = 2025-03-01T10:00:00Z
  end = 2025-03-01T12:00:00Z
`)

const now = Date.parse('2025-03-01T11:00:00Z')
const unavailable = { status: 503, says: undefined }
const known = { status: 200, says: 'address' }

test('with a header that the platform sets, a network passes', async (t) => {
  const site = await openSiteFor(t, { timeline, environment: { INTERMISSION_ADDRESS_HEADER: ' CF-Connecting-IP\n' } })
  const table = [
    ['192.0.2.7', known],
    ['192.0.2.255', known],
    ['::ffff:192.0.2.7', known],
    ['2001:DB8:7::1', known],
    ['192.0.3.7', unavailable],
    ['2001:db8:8::1', unavailable],
    ['192.0.2.7, 198.51.100.1', unavailable],
    ['192.0.2.7:8080', unavailable],
    ['192.0.2', unavailable],
    ['0300.0.2.7', unavailable],
    ['192.0.2.7/24', unavailable],
    ['localhost', unavailable],
    ['', unavailable],
  ]
  for (const [address, expected] of table) {
    await t.test(`${address || 'nothing'}: ${expected.status}`, async () => {
      assert.deepEqual(await fate(site, { 'CF-Connecting-IP': address }), expected)
    })
  }
  await t.test('two of that header, or another: 503', async () => {
    assert.deepEqual(await fate(site, { 'CF-Connecting-IP': ['192.0.2.7', '192.0.2.8'] }), unavailable)
    for (const name of ['X-Forwarded-For', 'X-Real-IP', 'Forwarded', 'True-Client-IP']) {
      assert.deepEqual(await fate(site, { [name]: '192.0.2.7' }), unavailable)
    }
  })
  await t.test('after a panic: as before', async () => {
    await site.send({ headers: { 'Intermission-Drill': 'gate' }, now })
    assert.deepEqual(await fate(site, { 'CF-Connecting-IP': '192.0.2.7' }), known)
    assert.deepEqual(await fate(site, { 'CF-Connecting-IP': '192.0.3.7' }), unavailable)
  })
})

test('where nothing is configured, nothing opens', async (t) => {
  const closed = await openSiteFor(t, { timeline })
  const table = {
    'an address that a client claims': { 'CF-Connecting-IP': '192.0.2.7', 'X-Forwarded-For': '192.0.2.7' },
    'an empty token': { 'Intermission-Bypass': '' },
    'a token of blanks': { 'Intermission-Bypass': ' ' },
    'some token': withToken,
    'the words for a missing one': { 'Intermission-Bypass': 'null' },
    'a cookie signed with nothing': {
      Host: 'a.example', Cookie: cookie({ host: 'a.example', expires: now + 1000, key: '' }),
    },
  }
  for (const [what, headers] of Object.entries(table)) {
    await t.test(what, async () => assert.deepEqual(await fate(closed, headers), unavailable))
  }
  await t.test('and nothing is complained of', () => assert.equal(closed.log.text(), ''))
})

test('what is not fit is not used, and the log says so once, without it', async (t) => {
  const short = 'deploy-2025-march'
  const monotonous = 'changeme'.repeat(5)
  const length = `expected at least 32 characters of secret, found ${short.length}`
  const list = 'expected a header with one address that only the proxy sets, found a list that clients begin'
  const table = {
    'too short': [{ INTERMISSION_BYPASS_SECRET: short, INTERMISSION_BYPASS_TOKEN: short }, [
      `INTERMISSION_BYPASS_SECRET is not used: ${length}: make one with \`openssl rand -base64 32\``,
      `INTERMISSION_BYPASS_TOKEN is not used: ${length}: make one with \`openssl rand -base64 32\``,
    ]],
    'the same over and over, and a list of addresses': [
      { INTERMISSION_BYPASS_TOKEN: monotonous, INTERMISSION_ADDRESS_HEADER: 'X-Forwarded-For' }, [
        'INTERMISSION_BYPASS_TOKEN is not used: expected at least 8 different characters in a secret, found fewer: ' +
          'make one with `openssl rand -base64 32`',
        `INTERMISSION_ADDRESS_HEADER is not used: ${list}`,
      ],
    ],
    // Asked for such a name the runtime throws, and what fails in the gate lets everybody pass.
    'no name of a header': [{ INTERMISSION_ADDRESS_HEADER: 'CF Connecting IP' }, [
      'INTERMISSION_ADDRESS_HEADER is not used: expected the name of a header, found something else',
    ]],
  }
  for (const [what, [environment, complaints]] of Object.entries(table)) {
    await t.test(what, async (t) => {
      const site = await openSiteFor(t, { timeline, environment })
      const host = 'a.example'
      const { INTERMISSION_BYPASS_SECRET: key = '', INTERMISSION_BYPASS_TOKEN: text = '' } = environment
      for (const headers of [
        { 'Intermission-Bypass': text },
        { 'X-Forwarded-For': '192.0.2.7', 'CF-Connecting-IP': '192.0.2.7' },
        { Host: host, Cookie: cookie({ host, expires: now + 1000, key }) },
      ]) assert.deepEqual(await fate(site, headers), unavailable)
      const path = link({ host, expires: now + 1000, key })
      assert.equal((await site.send({ path, headers: { Host: host }, now })).status, 404)
      await site.log.says(/intermission: /, complaints.length)
      assert.deepEqual(site.log.text().split('\n'), complaints.map((complaint) => `intermission: ${complaint}`))
      // A new instance is given the environment again, and says nothing again.
      await site.send({ headers: { 'Intermission-Drill': 'gate' }, now })
      assert.equal((await site.send({ now })).status, 503)
      assert.equal(site.log.count(/is not used/), complaints.length)
    })
  }
})

test('a fit one beside an unfit one is used', async (t) => {
  const environment = { INTERMISSION_BYPASS_TOKEN: `${token}\n`, INTERMISSION_BYPASS_SECRET: 'short' }
  const site = await openSiteFor(t, { timeline, environment })
  assert.deepEqual(await fate(site, withToken), { status: 200, says: 'token' })
  assert.deepEqual(await fate(site, {}), unavailable)
})

async function fate(site, headers) {
  await site.origin.take()
  const answer = await site.send({ headers, now })
  assert.equal((await site.origin.take()).length, answer.status === 200 ? 1 : 0)
  return { status: answer.status, says: answer.header('Intermission-Bypass') }
}
