// The release build knows no clock but the platform's and no drills.

import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { bundleFolder } from '../harness/checkout.mjs'
import { compile, founding, instant } from '../harness/schedule.mjs'
import { openSite, openSiteFor } from '../harness/site.mjs'

const profile = 'release'
const anHour = 3_600_000

const openNow = await openSite({ profile })
const closedNow = await openSite({
  profile,
  timeline: await compile(`
    [service]
    name = "Closed"
    zone = "UTC"
    [[channel]]
    id = "web"
    name = "the site"
    routes = ["/*"]
    [[window]]
    id = "now"
    channels = ["web"]
    start = ${instant(Date.now() - anHour)}
    end = ${instant(Date.now() + anHour)}
  `),
})

test('Intermission-Now is only a header: it opens nothing and closes nothing', async () => {
  assert.equal((await openNow.send({ now: founding.inside })).status, 200)
  assert.equal((await closedNow.send({ now: Date.now() + 2 * anHour })).status, 503)
  assert.equal((await openNow.send({ headers: { 'Intermission-Now': 'soon' } })).status, 200)
  assert.equal((await closedNow.send({ headers: { 'Intermission-Now': 'soon' } })).status, 503)
})

test('Intermission-Drill is only a header', async () => {
  for (const place of ['gate', 'routes']) {
    const headers = { 'Intermission-Drill': place }
    assert.equal((await openNow.send({ headers })).status, 200)
    assert.equal((await closedNow.send({ headers })).status, 503)
    assert.equal((await closedNow.send({ path: '/_maintenance/health', headers })).status, 200)
  }
  assert.equal(closedNow.log.text() + openNow.log.text(), '')
})

test('both headers reach the origin like any other', async () => {
  await openNow.origin.take()
  await openNow.send({ headers: { 'Intermission-Drill': 'gate' }, now: founding.inside })
  const [{ headers }] = await openNow.origin.take()
  const ours = headers.map(([name]) => name).filter((name) => name.startsWith('Intermission-'))
  assert.deepEqual(ours.toSorted(), ['Intermission-Drill', 'Intermission-Now'])
})

test('nobody wakes the keeper at an instant of their own', async (t) => {
  const wake = { method: 'POST', path: '/_maintenance/admin/v1/run-the-alarm', now: founding.inside }
  assert.equal((await closedNow.send(wake)).status, 401)
  assert.equal((await (await openSiteFor(t)).send(wake)).status, 204)
})

test('nothing in the bundle names them; in the development bundle something does', async () => {
  for (const name of ['intermission-now', 'intermission-drill', 'a drill in the']) {
    assert.deepEqual(await filesWith('release', name), [])
    assert.deepEqual(await filesWith('dev', name), ['edge_bg.wasm', 'keeper_bg.wasm'])
  }
})

test('in the development build a time that is none is answered 400 and says what is expected', async (t) => {
  const development = await openSiteFor(t)
  for (const path of ['/', '/_maintenance/timeline.json']) {
    const answer = await development.send({ path, headers: { 'Intermission-Now': 'soon' } })
    assert.equal(answer.status, 400)
    assert.equal(
      answer.text,
      '400 Bad Request\nexpected an instant such as 2025-02-07T01:00:00Z in the header Intermission-Now, ' +
      'but found `soon`\n',
    )
  }
})

/** The files of a bundle that have a text in them, in whatever case. */
async function filesWith(profile, text) {
  const folder = bundleFolder(profile)
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const found = []
  for (const entry of names) {
    const bytes = await readFile(join(entry.parentPath ?? entry.path, entry.name), 'latin1')
    if (bytes.toLowerCase().includes(text)) found.push(entry.name)
  }
  return found
}
