// The founding notice at its boundaries: the start is inside, the end is outside, to the millisecond.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { founding } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'
import { browser, curl, form, monitor, soap } from '../harness/visitor.mjs'

const site = await openSite()

const { start, inside, end } = founding

test('each kind of client passes and is refused by the millisecond', async (t) => {
  const moments = [
    ['a day before', start - 86_400_000, 'passes'],
    ['the last millisecond before the start', start - 1, 'passes'],
    ['the start', start, 'is refused'],
    ['the last millisecond before the end', end - 1, 'is refused'],
    ['the end', end, 'passes'],
    ['a second after the end', end + 1000, 'passes'],
  ]
  for (const [who, visitor] of Object.entries({ browser, form, soap, curl, monitor })) {
    for (const [when, now, expected] of moments) {
      await t.test(`${who}, ${when}: ${expected}`, async () => assert.equal(await fate({ ...visitor, now }), expected))
    }
  }
})

test('what stays open during a window', async (t) => {
  const open = ['/robots.txt', '/.well-known/security.txt', '/.well-known/acme-challenge/tok%2Den', '/robots.txt?v=2']
  for (const path of open) {
    await t.test(path, async () => assert.equal(await fate({ ...curl, path, now: inside }), 'passes'))
  }
})

test('what looks like it is closed', async (t) => {
  const closed = [
    '/Robots.txt', '/robots.txt/', '/x/robots.txt', '/.well-known/', '/.well-known/acme-challengers/t',
    '/_maintenance2/health', '/x/_maintenance/health', '/?/_maintenance/health', '/%5Fmaintenance/health',
    // A folder that is open must not be a way around: the runtime resolves the first before the origin sees it, and
    // many an origin resolves the second.
    '/.well-known/acme-challenge/../../soap/iis', '/.well-known/acme-challenge/%2e%2e/%2E%2E/soap/iis',
  ]
  for (const path of closed) {
    await t.test(path, async () => assert.equal(await fate({ ...curl, path, now: inside }), 'is refused'))
  }
})

test('our own pages are up during a window and never reach the origin', async () => {
  for (const document of ['health', 'timeline.json', `windows/${founding.window}`]) {
    await site.origin.take()
    assert.equal((await site.send({ path: `/_maintenance/${document}`, now: inside })).status, 200)
    assert.deepEqual(await site.origin.take(), [])
  }
})

test('web services are told their own, however their path is spelled', async (t) => {
  for (const path of ['/soap/iis', '/soap', '/s%6Fap/', '/%73%6F%61%70/iis', '/api/records.json']) {
    await t.test(path, async () => {
      const { text } = await site.send({ ...browser, path, now: inside })
      assert.match(text, /Resend data for processing\./)
      assert.match(text, /Data Exchange<\/bdi>: <a href="mailto:ImmTracMU@dshs\.texas\.gov">/)
    })
  }
})

test('file transfer does not come through the edge; its users are told that files are held, not refused', async () => {
  const status = await site.send({ path: '/_maintenance/timeline.json', now: inside })
  const { translations, ...channel } = JSON.parse(status.text).channels[2]
  assert.equal(translations.es.name, 'intercambio de datos por FTP')
  assert.deepEqual(channel, {
    id: 'ftp', name: 'FTP-related data exchange', disposition: 'hold', afterwards: 'nothing',
    instructions: {
      before: 'Continue to submit data exchange files to your FTP account.',
      during: 'Files may be submitted; they are not processed during the downtime.',
      after: 'File processing resumes automatically. There is no need to resubmit data.',
    },
    contact: { topic: 'Data Exchange', email: 'ImmTracMU@dshs.texas.gov' },
    phase: 'active', window: founding.window,
  })
  const { text } = await site.send({ path: `/_maintenance/windows/${founding.window}`, now: inside })
  assert.match(text, /<h2>FTP-related data exchange<\/h2><p>Accepted now, processed afterwards\.<\/p>/)
  assert.match(text, /File processing resumes automatically\. There is no need to resubmit data\./)
})

/** What became of a request: `passes` or `is refused`, said by the client's and by the origin's side alike. */
async function fate(settings) {
  await site.origin.take()
  const { status } = await site.send(settings)
  const arrived = (await site.origin.take()).length
  if (status === 200 && arrived === 1) return 'passes'
  if (status === 503 && arrived === 0) return 'is refused'
  return `is answered ${status}, and ${arrived} requests reached the origin`
}
