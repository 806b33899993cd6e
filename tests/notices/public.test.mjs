// windows/{id}.txt and windows/{id}.md: the notice that is due, in each phase, on the real runtime.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { foundingDocument } from '../harness/keeper.mjs'
import { compile, founding } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

const announced = Date.parse('2025-02-05T15:00:00Z')
const document = await foundingDocument((text) => `${text}announce = 2025-02-05T09:00:00\n`)
const site = await openSite({ timeline: await compile(document) })

function ask(suffix, now, headers = {}, method = 'GET') {
  return site.send({ method, path: `/_maintenance/windows/${founding.window}.${suffix}`, now, headers })
}

test('the notice that is due', async (t) => {
  const phases = [
    [announced, /^(# )?ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, /],
    [founding.start - 1, /^(# )?Reminder – ImmTrac2: /],
    [founding.start, /^(# )?Started – ImmTrac2: /],
    [founding.inside, /^(# )?Started – ImmTrac2: /],
    [founding.end, /^(# )?Over – ImmTrac2: /],
  ]
  for (const [now, beginning] of phases) {
    await t.test(new Date(now).toISOString(), async () => {
      for (const [suffix, type] of [['txt', 'text/plain; charset=utf-8'], ['md', 'text/markdown; charset=utf-8; variant=GFM']]) {
        const answer = await ask(suffix, now)
        assert.equal(answer.status, 200)
        assert.equal(answer.header('Content-Type'), type)
        assert.equal(answer.header('X-Content-Type-Options'), 'nosniff')
        assert.match(answer.text, beginning)
        assert.match(answer.text, /ImmTracMU@dshs\.texas\.gov/)
      }
    })
  }
})

test('in the language of whoever reads it', async () => {
  const answer = await ask('txt', announced, { 'Accept-Language': 'es-US' })
  assert.equal(answer.header('Content-Language'), 'es')
  assert.match(answer.text, /^ImmTrac2: Mantenimiento de emergencia, jueves, 6 de febrero de 2025,/)
})

test('whoever has it already is told so', async () => {
  const first = await ask('txt', announced)
  const again = await ask('txt', announced + 60_000, { 'If-None-Match': first.header('ETag') })
  assert.equal(again.status, 304)
  const head = await ask('txt', announced, {}, 'HEAD')
  assert.deepEqual([head.status, head.body.length], [200, 0])
})

test('nothing is told before the announcement, or of what there is not', async () => {
  assert.equal((await ask('txt', announced - 1)).status, 404)
  assert.equal((await ask('md', announced - 1)).status, 404)
  assert.equal((await ask('exe', announced)).status, 404)
  assert.equal((await site.send({ path: '/_maintenance/windows/another.txt', now: announced })).status, 404)
})
