// Notices from the schedule in force: an earlier revision says what people were told before, a mail and the feed are one
// event, and the notice that anybody may read at the edge goes by the window's history.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

import { intermission } from '../harness/checkout.mjs'
import { foundingDocument, inForce, openKeptSite, rootToken } from '../harness/keeper.mjs'

const site = await openKeptSite({ profile: 'dev' })
// The command asks by the machine's own clock, by which the founding evening is long forgotten: in 2031 it is a
// Thursday again.
const document = (edit = (text) => text) => foundingDocument((text) => edit(text.replaceAll('2025', '2031')))
const window = '2031-02-06-deployment'
const another = '\n[[window]]\nid = "disks"\nchannels = ["web"]\nstart = 2031-03-05T19:00:00\nend = 2031-03-05T20:00:00\n'

const moved = (text) => text.replace('19:00:00\nend = 2031-02-06T21', '20:00:00\nend = 2031-02-06T22')
const movedAgain = (text) => text.replace('19:00:00\nend = 2031-02-06T21', '20:30:00\nend = 2031-02-06T22')

/** Puts a document in force, and waits until the edge follows. */
async function publish(edit, base) {
  const told = await site.operator.publish(await document(edit), base)
  assert.equal(told.status, 200, told.text)
  await inForce(site.send, base + 1)
}

/** What a calendar says of the window: its name, how new it is, and when it is. */
function event(calendar) {
  const [own] = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT').filter((text) => text.includes(`UID:${window}@`))
  return own.split('\r\n').filter((line) => /^(UID|SEQUENCE|DTSTART|DTEND)[:;]/.test(line))
}

async function feed() {
  return event((await site.send({ path: '/_maintenance/calendar.ics' })).text)
}

test('the notice of a window in force', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'intermission-notices-'))
  t.after(() => rm(folder, { recursive: true }))
  const env = {
    PATH: process.env.PATH, HOME: folder, INTERMISSION_URL: `http://127.0.0.1:${site.port}`, INTERMISSION_TOKEN: rootToken,
  }
  const run = (...words) => new Promise((resolve) => {
    execFile(intermission(), ['notice', ...words], { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr })
    })
  })
  const show = (...words) => run('show', window, '--at', '2031-02-05 12:00', ...words)
  const draft = async (...words) => {
    const { code, stdout, stderr } = await run('draft', window, '--at', '2031-02-05 12:00', '--as', 'Rita', '--json', ...words)
    assert.equal(code, 0, stderr)
    const { folder: name, manifest } = JSON.parse(stdout)
    return { manifest, event: event(await readFile(join(folder, name, 'invitation.ics'), 'utf8')) }
  }

  await t.test('nothing was published yet', async () => {
    const { code, stderr } = await show()
    assert.equal(code, 1)
    assert.match(stderr, /nothing was ever published/)
  })

  await publish(undefined, 0)
  await publish(moved, 1)

  await t.test('against an earlier revision it was moved', async () => {
    const { stdout, stderr } = await show('--since', '1')
    assert.match(stdout, /^Moved – ImmTrac2: /, stderr)
    assert.match(stdout, /\nBefore: Thursday, February 6, 2031, 7:00 p\.m\. – 9:00 p\.m\. \(CT\)\nNow: {4}Thursday, February 6, 2031, 8:00 p\.m\./)
  })

  await t.test('so it was at the edge', async () => {
    for (const suffix of ['txt', 'md']) {
      const { text } = await site.send({ path: `/_maintenance/windows/${window}.${suffix}` })
      assert.match(text, /^(# )?Moved – ImmTrac2: /)
      assert.match(text, /Thursday, February 6, 2031, 7:00 p\.m\. – 9:00 p\.m\. \\?\(CT\\?\)[^]*8:00 p\.m\. – 10:00 p\.m\./)
    }
  })

  await publish((text) => moved(text) + another, 2)

  await t.test('a mail and the feed are one event, whatever else was changed since', async () => {
    const { manifest, event: mail } = await draft()
    assert.deepEqual([manifest.revision, manifest.sequence], [3, 2])
    assert.ok(mail.includes('SEQUENCE:2'), mail)
    assert.deepEqual(mail, await feed())
  })

  await t.test('a reminder changes nothing', async () => {
    const { manifest, event: mail } = await draft('--kind', 'reminder')
    assert.equal(manifest.sequence, 2)
    assert.deepEqual(mail, await feed())
  })

  await publish((text) => movedAgain(text) + another, 3)

  await t.test('a later change is a higher number in both', async () => {
    const { manifest, event: mail } = await draft('--kind', 'moved', '--since', '3')
    assert.equal(manifest.sequence, 4)
    assert.deepEqual(mail, await feed())
  })

  await publish((text) => movedAgain(text).replace('reason =', 'cancelled = true\nreason =') + another, 4)

  await t.test('so is a cancellation', async () => {
    const { manifest, event: mail } = await draft()
    assert.deepEqual([manifest.kind, manifest.method, manifest.sequence], ['cancelled', 'CANCEL', 5])
    assert.deepEqual(mail, await feed())
    const { text } = await site.send({ path: `/_maintenance/windows/${window}.txt` })
    assert.match(text, /^Cancelled – ImmTrac2: /)
  })
})
