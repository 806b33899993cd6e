// The command as an operator uses it, against the real runtime and by the real clock: add, extend, finish early, cancel,
// roll back, each seen at the edge within ten seconds.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

import { intermission } from '../harness/checkout.mjs'
import { foundingDocument, openKeptSite, rootToken } from '../harness/keeper.mjs'

const site = await openKeptSite({ profile: 'release' })
const folder = await mkdtemp(join(tmpdir(), 'intermission-command-'))
after(() => rm(folder, { recursive: true }))
const file = join(folder, 'schedule.toml')
const plain = await foundingDocument((text) => text.slice(0, text.indexOf('[[window]]')))
await writeFile(file, plain)

/** Runs the command; what it says and how it ends. */
function run(...words) {
  return new Promise((resolve) => {
    execFile(intermission(), words, {
      env: {
        INTERMISSION_URL: `http://127.0.0.1:${site.port}`, INTERMISSION_TOKEN: rootToken, HOME: folder, TZ: 'Asia/Kathmandu',
      },
    }, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr, all: stdout + stderr }))
  })
}

/** The same, which must go well. */
async function done(...words) {
  const told = await run(...words)
  assert.equal(told.code, 0, `${words.join(' ')}: ${told.all}`)
  return told
}

async function status(request = {}) {
  return (await site.send(request)).status
}

/** Resolves when it is answered so: a window that is finished within its first second has that one. */
async function becomes(expected, request) {
  const since = performance.now()
  while (await status(request) !== expected) assert.ok(performance.now() - since < 3000, `not ${expected}`)
}

test('an evening with the command', async (t) => {
  await t.test('publish: shows, and sends', async () => {
    const told = await done('publish', file, '--yes', '--why', 'the beginning')
    assert.match(told.all, /revision 1/i)
    assert.equal(await status(), 200)
  })

  await t.test('publish again: nothing has changed, and it says so', async () => {
    const told = await done('publish', file, '--yes')
    assert.match(told.all, /nothing/i)
  })

  await t.test('without a terminal and --yes nothing is sent', async () => {
    const told = await run('window', 'add', '--start', 'now', '--for', '1h', '--channels', 'web')
    assert.equal(told.code, 2, told.all)
    assert.match(told.all, /--yes/)
  })

  let id
  await t.test('window add: an emergency that starts now is at the edge within ten seconds', async () => {
    const before = performance.now()
    const told = await done(
      'window', 'add', '--start', 'now', '--for', '1h', '--channels', 'web,web-services', '--reason', 'emergency',
      '--summary', 'A disk fails.', '--why', 'disk', '--yes',
    )
    assert.ok(performance.now() - before < 15_000)
    assert.equal(await status(), 503)
    assert.match(told.all, /\(CT\)/, 'the service’s zone')
    assert.match(told.all, /Kathmandu|UTC\+5:45/, 'the operator’s')
    assert.match(told.all, /UTC/)
    id = JSON.parse((await done('window', 'list', '--json')).stdout).windows[0].id
    assert.match(id, /^emergency-/)
  })

  await t.test('window extend, without an id where only one can be meant', async () => {
    const told = await done('window', 'extend', '--by', '30m', '--yes')
    assert.match(told.all, new RegExp(id))
  })

  await t.test('window finish on one channel, then on all', async () => {
    await done('window', 'finish', id, '--channels', 'web', '--yes')
    await becomes(200)
    const soap = { method: 'POST', path: '/soap/iis', headers: { 'Content-Type': 'text/xml' }, body: '<x/>' }
    assert.equal(await status(soap), 503)
    await done('window', 'finish', id, '--yes')
    await becomes(200, soap)
  })

  await t.test('window add in the future, and cancel', async () => {
    await done('window', 'add', '--id', 'next', '--start', 'in 3h', '--for', '2h', '--channels', 'web', '--yes')
    await done('window', 'cancel', 'next', '--yes')
    const { windows } = JSON.parse((await done('window', 'list', '--all', '--json')).stdout)
    assert.equal(windows.find((window) => window.id === 'next').phase, 'cancelled')
  })

  await t.test('rollback: a new revision with the old document', async () => {
    await done('rollback', '1', '--yes', '--why', 'from the beginning')
    assert.equal((await done('show', 'current')).stdout, plain)
  })

  await t.test('history, diff, show, status, pull', async () => {
    const { revisions } = JSON.parse((await done('history', '--json')).stdout)
    assert.deepEqual(revisions.map(({ action }) => action).toReversed(), [
      'publish', 'add', 'extend', 'finish', 'finish', 'add', 'cancel', 'rollback',
    ])
    assert.match((await done('history')).stdout, /extend/)
    assert.match((await done('diff', '1', '2')).stdout, new RegExp(id))
    assert.match((await done('show', '2')).stdout, /A disk fails\./)
    assert.match((await done('status')).all, /revision 8/i)
    await writeFile(file, `${plain}# Only here.\n`)
    assert.notEqual((await run('pull', file)).code, 0)
    await done('pull', file, '--force')
    assert.equal(await readFile(file, 'utf8'), plain)
  })

  await t.test('token create, use, revoke', async () => {
    const created = await done('token', 'create', '--name', 'pipeline', '--scope', 'read')
    const secret = created.stdout.trim()
    assert.match(secret, /^imt_/)
    assert.ok(!created.stderr.includes(secret))
    const [{ id: token }] = JSON.parse((await done('token', 'list', '--json')).stdout).tokens
    await done('token', 'revoke', token)
  })

  await t.test('watch, piped: a line for each change, and an end', async () => {
    const told = await done('watch', '--until', '1')
    assert.doesNotMatch(told.stdout, /\u001b/)
  })
})
