// The keeper, held against its own description by an API fuzzer: every status, field and body that it answers with is
// one that the description has, and what the description does not have is refused.

import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { inCheckout } from '../harness/checkout.mjs'
import { replaced } from '../harness/bundle.mjs'
import { startProgram } from '../harness/child.mjs'
import { foundingDocument, openKeptSite, rootToken } from '../harness/keeper.mjs'
import { interpreter } from '../harness/python.mjs'
import { founding } from '../harness/schedule.mjs'

const description = inCheckout('admin/openapi.json')
const address = 'X-Real-IP'
const site = await openKeptSite({ environment: { INTERMISSION_ADDRESS_HEADER: address } })

/** The founding notice with a later announcement and a hold, so that it comes through every phase. */
const document = await foundingDocument((text) => {
  return replaced(text, 'reason = "emergency"', [
    'reason = "emergency"', 'announce = 2025-02-05T09:00:00', 'overrun = "hold"', 'hold-limit = "4h"',
  ].join('\n'))
})

test('an API fuzzer finds nothing that the description does not say', { timeout: 600_000 }, async (t) => {
  const published = await site.operator.publish(document, 0, { now: founding.start })
  assert.equal(published.status, 200, published.text)

  // What it leaves behind is nobody's.
  const folder = await mkdtemp(join(tmpdir(), 'intermission-schemathesis-'))
  t.after(() => rm(folder, { recursive: true }))
  const api = `http://127.0.0.1:${site.port}/_maintenance`
  const { code, said } = await runPython([
    '-m', 'schemathesis.cli', '--config-file', inCheckout('tests/admin/schemathesis.toml'), '--no-color',
    'run', description, '--url', api,
  ], {
    cwd: folder,
    env: {
      PATH: process.env.PATH, HOME: folder, COLUMNS: '120',
      SCHEMATHESIS_HOOKS: inCheckout('tests/admin/hooks.py'), INTERMISSION_API: api, INTERMISSION_TOKEN: rootToken,
      INTERMISSION_ADDRESS_HEADER: address,
    },
  })
  assert.equal(code, 0, said)
})

test('every example is valid by the schema beside it', async () => {
  const { code, said } = await runPython([inCheckout('tests/admin/examples.py'), description])
  assert.equal(code, 0, said)
  const { examples, wrong } = JSON.parse(said)
  assert.deepEqual(wrong, [])
  assert.ok(examples > 100, `${examples}`)
})

test('what is served is this description', async () => {
  const answer = await site.send({ path: '/_maintenance/openapi.json' })
  assert.deepEqual([answer.status, answer.header('Content-Type')], [200, 'application/json'])
  assert.equal(answer.text, await readFile(description, 'utf8'))
})

/** How a Python program ended, and all that it said. */
async function runPython(args, settings) {
  const { child, exited } = startProgram(interpreter(), ['-I', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'], ...settings,
  })
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), exited])
  return { code, said: said + complained }
}
