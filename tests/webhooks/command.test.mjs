// What an operator does with `intermission webhook`, from the first subscription to the last.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

import { intermission } from '../harness/checkout.mjs'
import { foundingDocument, rootToken } from '../harness/keeper.mjs'
import { openTellingSite, startSubscriber } from '../harness/subscriber.mjs'

test('an operator subscribes a chat in its own shape, tries it, and takes it out again', async (t) => {
  const site = await openTellingSite(t)
  const chat = await startSubscriber(t)
  const folder = await mkdtemp(join(tmpdir(), 'intermission-webhook-'))
  t.after(() => rm(folder, { recursive: true }))
  const run = (...words) => new Promise((resolve) => {
    execFile(intermission(), ['webhook', ...words], {
      env: { INTERMISSION_URL: `http://127.0.0.1:${site.port}`, INTERMISSION_TOKEN: rootToken, HOME: folder },
    }, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }))
  })
  const done = async (...words) => {
    const { code, stdout, stderr } = await run(...words)
    assert.equal(code, 0, stdout + stderr)
    return stdout
  }
  const published = await site.operator.publish(await foundingDocument(), 0)
  assert.equal(published.status, 200, published.text)
  assert.equal(await done('list'), 'nobody is subscribed\n')

  const shape = join(folder, 'shape.json')
  const add = ['add', chat.url, '--name', 'Operations', '--kind', 'json', '--template-file', shape]
  await writeFile(shape, '{"content": "{said}"')
  const broken = await run(...add)
  assert.equal(broken.code, 2)
  assert.match(broken.stderr, /shape\.json: expected a JSON object, the shape of a message, found none: EOF while parsing/)
  await writeFile(shape, '{"content": "{headline}"}')
  assert.match((await run(...add)).stderr, /expected one of `\{said\}`, .* found `\{headline\}`/s)
  await writeFile(shape, '{"content": "{event}: {said}", "from": {"name": "{service}"}}')
  assert.match(await done(...add), /^whsec_\S+\n$/)

  assert.match(await done('test', 'Operations'), /^1 delivered after 1 attempt: intermission\.ping of .*:\s+answered 200/)
  assert.deepEqual(JSON.parse(chat.messages[0].text), {
    content: 'ping: ImmTrac2: this webhook is tried, and works.', from: { name: 'ImmTrac2' },
  })
  const shown = JSON.parse(await done('show', 'Operations', '--json'))
  assert.deepEqual(shown.template, { content: '{event}: {said}', from: { name: '{service}' } })
  assert.match(await done('list'), /Operations.*healthy/s)
  await done('pause', 'Operations')
  assert.match(await done('list'), /paused/)
  await done('resume', 'Operations')
  assert.match(await done('deliveries', 'Operations'), /intermission\.ping/)
  await done('remove', 'Operations', '--yes')
  assert.equal(await done('list'), 'nobody is subscribed\n')
})
