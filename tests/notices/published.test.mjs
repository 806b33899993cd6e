// Notices from the schedule in force: the revision is theirs, and an earlier one says what people were told before.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

import { intermission } from '../harness/checkout.mjs'
import { foundingDocument, openKeptSite, rootToken } from '../harness/keeper.mjs'

const site = await openKeptSite({ profile: 'dev' })
const window = '2025-02-06-deployment'

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
  const show = (...words) => run('show', window, '--at', '2025-02-05 12:00', ...words)

  await t.test('nothing was published yet', async () => {
    const { code, stderr } = await show()
    assert.equal(code, 1)
    assert.match(stderr, /nothing was ever published/)
  })

  const first = await site.operator.publish(await foundingDocument(), 0)
  assert.equal(first.status, 200, first.text)
  const later = await foundingDocument((text) => text.replace('19:00:00\nend = 2025-02-06T21', '20:00:00\nend = 2025-02-06T22'))
  const second = await site.operator.publish(later, 1)
  assert.equal(second.status, 200, second.text)

  await t.test('against an earlier revision it was moved', async () => {
    const { stdout, stderr } = await show('--since', '1')
    assert.match(stdout, /^Moved – ImmTrac2: /, stderr)
    assert.match(stdout, /\nBefore: Thursday, February 6, 2025, 7:00 p\.m\. – 9:00 p\.m\. \(CT\)\nNow: {4}Thursday, February 6, 2025, 8:00 p\.m\./)
  })

  await t.test('its draft and its event carry the revision', async () => {
    const { code, stdout, stderr } = await run('draft', window, '--at', '2025-02-05 12:00', '--as', 'Rita', '--json')
    assert.equal(code, 0, stderr)
    const { folder: draft, manifest } = JSON.parse(stdout)
    assert.deepEqual([manifest.revision, manifest.sequence], [2, 2])
    assert.match(await readFile(join(folder, draft, 'invitation.ics'), 'utf8'), /\r\nSEQUENCE:2\r\n/)
  })
})
