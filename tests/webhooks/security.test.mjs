// Signatures by the libraries of others, rotation, and targets that are refused.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'

import { inCheckout } from '../harness/checkout.mjs'
import { foundingDocument, openKeptSiteFor, operator as operatorOf } from '../harness/keeper.mjs'
import { interpreter } from '../harness/python.mjs'
import { founding } from '../harness/schedule.mjs'
import { eventually, openTellingSite, startSubscriber } from '../harness/subscriber.mjs'

const before = founding.start - 7_200_000
const day = 86_400_000
const document = await foundingDocument()

/** What Python's libraries make of a message. */
function verified({ text, headers }, secret) {
  const input = JSON.stringify({ text, headers, secret })
  return JSON.parse(execFileSync(interpreter(), ['-I', inCheckout('tests/webhooks/verify.py')], { input }).toString())
}

test('Standard Webhooks and CloudEvents read a message, and a rotation is seamless', async (t) => {
  const site = await openTellingSite(t)
  const subscriber = await startSubscriber(t)
  const { id, secret } = await site.subscribe(subscriber)
  await site.operator.publish(document, 0, { now: before })
  await subscriber.has(1)
  const type = 'intermission.window.announced'
  assert.deepEqual(verified(subscriber.messages[0], secret), { type, subject: founding.window, channels: 3 })

  const rotated = await site.post(`webhooks/${id}/rotate`, {})
  assert.notEqual(rotated.json.secret, secret)
  await site.post(`webhooks/${id}/test`, {})
  await subscriber.has(2)
  for (const each of [secret, rotated.json.secret]) assert.equal(verified(subscriber.messages[1], each).type, 'intermission.ping')
  await site.post(`webhooks/${id}/test`, {}, before + day)
  await subscriber.has(3)
  assert.equal(verified(subscriber.messages[2], rotated.json.secret).type, 'intermission.ping')
  assert.deepEqual(verified(subscriber.messages[2], secret), { refused: 'No matching signature found' })
  const altered = { ...subscriber.messages[1], text: subscriber.messages[1].text.replace('ping', 'pong') }
  assert.deepEqual(verified(altered, secret), { refused: 'No matching signature found' })

  const told = [await site.operator.get('webhooks'), await site.operator.get('audit'), await site.operator.get(`webhooks/${id}/deliveries`)]
  for (const { text } of told) assert.ok(!text.includes(secret.slice(8)) && !text.includes(rotated.json.secret.slice(8)))
})

test('targets that are none of the public network are refused', async (t) => {
  const site = await openKeptSiteFor(t)
  const create = (url) => site.operator.ask('POST', 'webhooks', { body: { name: 'x', url }, now: before })
  const refused = [
    'http://partner.example/', 'https://localhost/', 'https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/',
    'https://017700000001/', 'https://10.0.0.5/', 'https://169.254.169.254/latest', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/', 'https://metadata.google.internal/', 'https://keeper/', 'https://a:b@partner.example/', 'ftp://partner.example/',
    'file:///etc/passwd', 'https://100.64.0.1/', 'https://partner.example/#x', 'https://LOCALHOST./', 'nonsense',
  ]
  for (const url of refused) {
    const answer = await create(url)
    assert.equal(answer.status, 400, `${url}: ${answer.text}`)
    assert.match(answer.json.detail, /^at `url`: expected/)
  }
  assert.equal((await create('https://partner.example/hooks')).status, 201)
})

test('the runtime itself reaches nothing private, whatever a name resolves to', async (t) => {
  // The variable is set, and the network's own limit is not lifted.
  const site = await openTellingSite(t, { configure: undefined })
  const subscriber = await startSubscriber(t)
  const { id } = await site.subscribe(subscriber)
  await site.operator.publish(document, 0, { now: before })
  const { said } = await eventually(() => site.health(id), ({ state }) => state === 'failing')
  assert.match(said, /cannot be reached/)
  assert.deepEqual(subscriber.messages, [])
})

test('a redirection is not followed', async (t) => {
  const site = await openTellingSite(t)
  const elsewhere = await startSubscriber(t)
  const subscriber = await startSubscriber(t, (message, number, outgoing) => {
    outgoing.writeHead(307, { Location: elsewhere.url }).end()
  })
  const { id } = await site.subscribe(subscriber)
  await site.operator.publish(document, 0, { now: before })
  const { said } = await eventually(() => site.health(id), ({ state }) => state === 'failing')
  assert.match(said, /answered 307/)
  assert.deepEqual(elsewhere.messages, [])
})

test('who may: reading takes `read`, everything else takes `write`, and it is on record', async (t) => {
  const site = await openTellingSite(t)
  const subscriber = await startSubscriber(t)
  const { id } = await site.subscribe(subscriber)
  const made = await site.post('tokens', { name: 'reader', scopes: ['read'] })
  const reader = operatorOf(site.send, { token: made.json.secret, now: before })
  assert.equal((await reader.get('webhooks')).status, 200)
  assert.equal((await reader.get(`webhooks/${id}/deliveries`)).status, 200)
  assert.equal((await reader.ask('POST', 'webhooks', { body: { name: 'y', url: subscriber.url } })).status, 403)
  assert.equal((await reader.ask('DELETE', `webhooks/${id}`)).status, 403)
  assert.equal((await site.operator.ask('DELETE', `webhooks/${id}`, { now: before })).status, 200)
  assert.equal((await site.operator.get(`webhooks/${id}`)).status, 404)
  const { entries } = (await site.operator.get('audit')).json
  const mine = entries.filter(({ action }) => action.startsWith('webhook-')).map(({ action, status }) => [action, status])
  assert.deepEqual(mine.toReversed(), [['webhook-create', 201], ['webhook-create', 403], ['webhook-delete', 403], ['webhook-delete', 200]])
})
