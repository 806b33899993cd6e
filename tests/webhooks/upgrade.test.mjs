// A keeper whose tables an older build has made: its subscriptions stay, and what is new is possible.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'

import { copyBundle } from '../harness/bundle.mjs'
import { receive, request } from '../harness/client.mjs'
import { foundingDocument, operator as operatorOf, rootToken } from '../harness/keeper.mjs'
import { interpreter } from '../harness/python.mjs'
import { startRuntime } from '../harness/runtime.mjs'
import { compileFile, founding } from '../harness/schedule.mjs'
import { reachingPrivate, startSubscriber } from '../harness/subscriber.mjs'

/** Takes back what the newest version of the tables has made, as SQLite does it. */
const older = `
import sqlite3, sys
for path in sys.argv[1:]:
    database = sqlite3.connect(path)
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_schema")}
    if "webhook" in tables:
        assert database.execute("SELECT number FROM version").fetchall() == [(3,)]
        database.execute("ALTER TABLE webhook DROP COLUMN template")
        database.execute("UPDATE version SET number = 2")
        database.commit()
        print("older")
    database.close()
`

test('subscriptions of a build without shapes of their own stay, and such shapes can be had', async (t) => {
  const bundle = await copyBundle({ profile: 'dev', timeline: await compileFile(founding.file), configure: reachingPrivate })
  t.after(bundle.remove)
  let port
  const start = async () => {
    const runtime = await startRuntime(bundle.configuration, {
      externals: { origin: 1 }, keeperFolder: bundle.keeperFolder,
      environment: { INTERMISSION_ADMIN_TOKEN: rootToken, INTERMISSION_WEBHOOK_PRIVATE: 'allow' },
    })
    t.after(() => runtime.close().catch(() => {}))
    port = runtime.port
    return runtime
  }
  const operator = operatorOf((settings) => receive(request(port, settings)))
  const subscriber = await startSubscriber(t)
  const before = await start()
  assert.equal((await operator.publish(await foundingDocument(), 0)).status, 200)
  const { json: { id } } = await operator.ask('POST', 'webhooks', { body: { name: 'old', url: subscriber.url } })
  await before.close()

  const files = await readdir(bundle.keeperFolder, { recursive: true })
  const databases = files.filter((name) => name.endsWith('.sqlite')).map((name) => join(bundle.keeperFolder, name))
  const { stdout } = await promisify(execFile)(interpreter(), ['-c', older, ...databases])
  assert.equal(stdout, 'older\n')

  await start()
  assert.equal((await operator.get('schedule')).json.revision, 1)
  assert.equal((await operator.get(`webhooks/${id}`)).json.name, 'old')
  const body = { name: 'new', url: subscriber.url, kind: 'json', template: { content: '{said}' } }
  const made = await operator.ask('POST', 'webhooks', { body })
  assert.equal(made.status, 201, made.text)
  for (const webhook of [id, made.json.id]) await operator.ask('POST', `webhooks/${webhook}/test`, { body: {} })
  await subscriber.has(2)
  const bodies = subscriber.messages.map(({ text }) => JSON.parse(text))
  assert.ok(bodies.some(({ content }) => /works/.test(content)) && bodies.some(({ type }) => type === 'intermission.ping'))
})
