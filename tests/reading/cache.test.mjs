// On Cloudflare's platform, as wrangler serves it: the bundle is bundled once more, the keeper is a binding, and the
// isolates of a location share a cache.

import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { copyBundle } from '../harness/bundle.mjs'
import { foundingDocument, inForce, operator, rootToken } from '../harness/keeper.mjs'
import { compileFile, founding } from '../harness/schedule.mjs'
import { startWrangler } from '../harness/wrangler.mjs'

test('a published revision is in force, and the cache has it when the keeper has lost it', async (t) => {
  const { folder, remove } = await copyBundle({ profile: 'dev', timeline: await compileFile(founding.file) })
  t.after(remove)
  const state = join(folder, 'state')
  const start = () => startWrangler({ folder, state, variables: { INTERMISSION_ADMIN_TOKEN: rootToken } })

  const before = await start()
  const document = (await foundingDocument()).replace('[service]', '[service]\ntitle = "From the cache"')
  try {
    const answer = await operator(before.send).publish(document, 0)
    assert.equal(answer.status, 200, answer.text)
    await inForce(before.send, 1)
    assert.match((await before.send({ now: founding.inside })).text, /From the cache/)
  } finally {
    await before.close()
  }

  // The keeper begins with nothing again; what the location's cache holds is newer, and stays in force.
  await rm(join(state, 'v3/do'), { recursive: true })
  const after = await start()
  try {
    assert.match((await after.send({ now: founding.inside })).text, /From the cache/)
    // As soon as the keeper is asked again, it says that it has nothing.
    for (const since = performance.now(); after.log.count(/revision 0 was told after revision 1/) === 0;) {
      assert.equal(JSON.parse((await after.send({ path: '/_maintenance/health' })).text).revision, 1)
      assert.ok(performance.now() - since < 15_000, 'the keeper is asked again')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    assert.match((await after.send({ now: founding.inside })).text, /From the cache/)
  } finally {
    await after.close()
  }
})
