// The runtime killed in the midst of publishes, again and again: every acknowledged revision is there afterwards, and
// none is half there. `INTERMISSION_KILLS=1000` for the figures of docs/reliability.md.

import assert from 'node:assert/strict'
import http from 'node:http'
import { join } from 'node:path'
import { test } from 'node:test'

import { copyBundle } from '../harness/bundle.mjs'
import { receive, request } from '../harness/client.mjs'
import { rootToken } from '../harness/keeper.mjs'
import { startRuntime } from '../harness/runtime.mjs'
import { compileFile, founding } from '../harness/schedule.mjs'

const kills = Number(process.env.INTERMISSION_KILLS ?? 20)

/** Who publishes at the same time. */
const writers = 3

/** The longest that the runtime lives once it publishes, in milliseconds. */
const longest = 120

test(`${kills} kills in the midst of publishes: nothing acknowledged is lost, nothing is half there`, async (t) => {
  const bundle = await copyBundle({ profile: 'dev', timeline: await compileFile(founding.file) })
  t.after(bundle.remove)
  const start = () => startRuntime(join(bundle.folder, 'keeper.capnp'), {
    socket: 'keeper', keeperFolder: bundle.keeperFolder, environment: { INTERMISSION_ADMIN_TOKEN: rootToken },
  })

  const sent = new Set()
  const acknowledged = new Map()
  const tally = { unanswered: 0, writtenAll: 0 }
  let known = 0
  for (let round = 0; round <= kills; round += 1) {
    const runtime = await start()
    const agent = new http.Agent({ keepAlive: true })
    try {
      known = await look(runtime.port, agent, known, { sent, acknowledged })
      if (round === kills) break
      const rest = new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
      const publishing = Array.from({ length: writers }, (_, writer) => {
        return publish(runtime, agent, `${round}-${writer}`, { sent, acknowledged, tally })
      })
      await rest
      await runtime.kill()
      await Promise.all(publishing)
    } finally {
      agent.destroy()
      await runtime.close().catch(() => {})
    }
  }
  tally.writtenAll = known
  assert.ok(acknowledged.size > kills / 2, `enough was published: ${acknowledged.size}`)
  t.diagnostic(`${kills} kills; ${acknowledged.size} revisions acknowledged, ${tally.unanswered} publishes unanswered, `
    + `${tally.writtenAll} revisions on record; lost: 0, half there: 0`)
})

/** Publishes one document after the other until the runtime is gone. */
async function publish(runtime, agent, name, { sent, acknowledged, tally }) {
  for (let number = 0; runtime.isRunning(); number += 1) {
    const document = schedule(`${name}-${number}`)
    sent.add(document)
    try {
      const answer = await ask(runtime.port, agent, 'PUT', 'schedule', { document })
      assert.equal(answer.status, 200, answer.text)
      acknowledged.set(JSON.parse(answer.text).revision, document)
    } catch (fault) {
      if (fault.code === 'ERR_ASSERTION') throw fault
      tally.unanswered += 1
    }
  }
}

/** Looks at every revision since the last look; gives back the number of the last. */
async function look(port, agent, known, { sent, acknowledged }) {
  const current = JSON.parse((await ask(port, agent, 'GET', 'schedule')).text)
  for (let number = known + 1; number <= current.revision; number += 1) {
    const revision = JSON.parse((await ask(port, agent, 'GET', `revisions/${number}`)).text)
    assert.equal(revision.number, number, 'no number is left out')
    assert.ok(sent.has(revision.document), `revision ${number} is a document that was sent, whole`)
    const promised = acknowledged.get(number)
    if (promised !== undefined) assert.equal(revision.document, promised, `revision ${number} is what was acknowledged`)
  }
  assert.ok(current.revision >= Math.max(0, ...acknowledged.keys()), 'the last acknowledged revision is there')
  if (current.revision > 0) {
    const timeline = await receive(request(port, { path: '/timeline', agent }))
    assert.deepEqual([timeline.status, timeline.header('Intermission-Revision')], [200, `${current.revision}`])
  }
  return current.revision
}

function ask(port, agent, method, path, body) {
  const write = body && { 'Content-Type': 'application/json', 'If-Match': '*' }
  return receive(request(port, {
    method,
    path: `/admin/v1/${path}`,
    agent,
    headers: { Authorization: `Bearer ${rootToken}`, 'Intermission-Prefix': '/_maintenance', ...write },
    body: body && JSON.stringify(body),
  }))
}

function schedule(name) {
  return `# ${name} ${'-'.repeat(2000)}
[service]
name = "Killed"
zone = "UTC"

[[channel]]
id = "web"
name = "the site"
routes = ["/*"]

[[window]]
id = "w-${name}"
channels = ["web"]
start = 2030-01-01T00:00:00
length = "1h"
`
}
