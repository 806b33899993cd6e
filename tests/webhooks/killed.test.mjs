// The keeper killed as by a power cut, between a revision and its messages: on its own clock, because alarms have to come
// by themselves.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { copyBundle } from '../harness/bundle.mjs'
import { receive, request } from '../harness/client.mjs'
import { operator as operatorOf, rootToken } from '../harness/keeper.mjs'
import { startRuntime } from '../harness/runtime.mjs'
import { compileFile, founding } from '../harness/schedule.mjs'
import { eventually, reachingPrivate, startSubscriber } from '../harness/subscriber.mjs'

test('what was acknowledged is told after the keeper was killed, with the same id', async (t) => {
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
  const first = await start()
  const operator = operatorOf((settings) => receive(request(port, settings)))
  // It takes what it is sent, and says nothing: nobody knows whether it arrived.
  const subscriber = await startSubscriber(t, () => undefined)
  const { json: { id } } = await operator.ask('POST', 'webhooks', { body: { name: 'killed', url: subscriber.url } })
  const published = await operator.publish(schedule(), 0)
  assert.equal(published.status, 200, published.text)
  await subscriber.has(1)
  const again = await operator.step('tonight', 'extend', { by: '30m' })
  assert.equal(again.status, 200, again.text)
  await first.kill()

  subscriber.answer = () => 200
  const second = await start()
  await operator.get('schedule')
  await t.test('what was on its way is sent again, and then what came after it', async () => {
    await subscriber.has(3)
    assert.deepEqual(subscriber.ids(), ['tonight_announced_r1', 'tonight_announced_r1', 'tonight_extended_r2'])
    const log = async () => (await operator.get(`webhooks/${id}/deliveries`)).json.deliveries
    await eventually(log, (deliveries) => deliveries.every(({ state }) => state === 'delivered'))
  })
  await second.close()
})

function schedule() {
  const start = new Date(Date.now() + 6 * 3_600_000).toISOString().slice(0, 19)
  return `[service]
name = "Killed"
zone = "UTC"

[[channel]]
id = "web"
name = "the site"
routes = ["/*"]

[[window]]
id = "tonight"
channels = ["web"]
start = ${start}
length = "1h"
`
}
