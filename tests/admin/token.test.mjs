// Who may: tokens with their scopes, their end and their revocation; failures are limited; nothing secret is told.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { foundingDocument, openKeptSite, openKeptSiteFor, operator as operatorOf, rootToken } from '../harness/keeper.mjs'

const address = 'X-Real-IP'
const site = await openKeptSite({ environment: { INTERMISSION_ADDRESS_HEADER: address } })
const { operator } = site
const document = await foundingDocument()
const now = Date.parse('2025-02-06T23:00:00Z')
const day = 86_400_000
await operator.publish(document, 0, { now })

/** A new token, and somebody who asks with it. */
async function create(settings, options = {}) {
  const answer = await operator.ask('POST', 'tokens', {
    body: { name: `test ${operator.newKey()}`, scopes: ['read', 'write'], ...settings }, now, ...options,
  })
  assert.equal(answer.status, 201, answer.text)
  return { ...answer.json, operator: operator.as({ token: answer.json.secret, now }) }
}

/** Asks from an address of its own, so that no test uses up another's patience. */
let last = 0
function from() {
  last += 1
  return { headers: { [address]: `192.0.2.${last}` } }
}

test('a token opens what its scopes say', async () => {
  const reader = await create({ scopes: ['read'] })
  const both = await create({})
  const only = await create({ scopes: ['write'] })
  const table = [
    [reader, 'GET', 'schedule', 200], [both, 'GET', 'schedule', 200], [only, 'GET', 'schedule', 403],
    [reader, 'PUT', 'schedule', 403], [both, 'PUT', 'schedule', 200], [only, 'PUT', 'schedule', 200],
    [reader, 'GET', 'tokens', 403], [both, 'GET', 'tokens', 403], [both, 'POST', 'tokens', 403],
    [reader, 'GET', 'audit', 200], [reader, 'GET', 'session', 200], [only, 'GET', 'session', 200],
  ]
  for (const [who, method, path, status] of table) {
    const body = { PUT: { document }, POST: { name: 'more', scopes: ['write'] } }[method]
    const answer = await who.operator.ask(method, path, { body, base: body && '*' })
    assert.equal(answer.status, status, `${who.scopes} ${method} ${path}: ${answer.text}`)
  }
})

test('the author of a revision is the name of the token', async () => {
  const { name, operator } = await create({ name: 'the night shift' })
  const answer = await operator.publish(`${document}# By name.\n`, '*')
  assert.equal((await operator.get(`revisions/${answer.json.revision}`)).json.author, name)
})

test('a token that is revoked while it is in use stops at once', async () => {
  const { id, operator: holder } = await create({})
  assert.equal((await holder.publish(`${document}# Before.\n`, '*')).status, 200)
  const before = (await operator.get('schedule')).json.revision
  const publishing = Array.from({ length: 10 }, (_, number) => holder.publish(`${document}# ${number}\n`, '*'))
  const revoked = await operator.ask('DELETE', `tokens/${id}`, { now, headers: { 'Content-Type': 'application/json' } })
  assert.equal(revoked.status, 200, revoked.text)
  const statuses = (await Promise.all(publishing)).map(({ status }) => status)
  assert.ok(statuses.every((status) => status === 200 || status === 401), `${statuses}`)
  const after = (await operator.get('schedule')).json.revision
  assert.equal(after - before, statuses.filter((status) => status === 200).length)
  const refused = await holder.publish(`${document}# After.\n`, '*', from())
  assert.deepEqual([refused.status, refused.json.type], [401, '/_maintenance/problems/unauthenticated'])
  assert.match(refused.json.detail, /revoked/)
  assert.match(refused.header('WWW-Authenticate'), /^Bearer .*error="invalid_token"/)
})

test('a token ends at its instant', async () => {
  const { operator: holder } = await create({ 'valid-for': '1d' })
  assert.equal((await holder.get('schedule', { now: now + day - 1 })).status, 200)
  const ended = await holder.get('schedule', { now: now + day, ...from() })
  assert.equal(ended.status, 401)
  assert.match(ended.json.detail, /expired/)
})

test('who uses which token is known, to the minute', async () => {
  const { id, operator: holder } = await create({})
  const find = async () => (await operator.get('tokens', { now })).json.tokens.find((token) => token.id === id)
  assert.equal((await find())['last-used'], undefined)
  await holder.get('schedule', { now: now + 1000 })
  const used = Date.parse((await find())['last-used'])
  assert.ok(Math.abs(used - now) <= 60_000)
  assert.ok(!JSON.stringify(await find()).includes('secret'))
})

test('what opens nothing', async () => {
  const { secret, id } = await create({})
  const half = secret.slice(0, -1)
  const table = [
    undefined, 'Bearer', 'Bearer ', `Bearer ${half}`, `Bearer ${half}!`, `Basic ${btoa(`a:${secret}`)}`, `Bearer ${rootToken}x`,
    `Bearer ${rootToken.slice(1)}`, `Bearer imt_${id}_`, 'Bearer imt__', `Bearer ${'a'.repeat(8000)}`, `Bearer ${secret.toUpperCase()}`,
  ]
  for (const credential of table) {
    const headers = { [address]: '198.51.100.7', ...credential === undefined ? {} : { Authorization: credential } }
    // Each comes from a network of its own.
    headers[address] = `198.51.100.${table.indexOf(credential) + 1}`
    const answer = await site.send({ path: '/_maintenance/admin/v1/schedule', headers })
    assert.equal(answer.status, 401, `${credential}: ${answer.text}`)
    assert.match(answer.header('WWW-Authenticate'), /^Bearer realm="intermission"/)
  }
  const cookie = await site.send({
    path: '/_maintenance/admin/v1/schedule', headers: { Cookie: `token=${secret}`, ...from().headers },
  })
  assert.equal(cookie.status, 401, 'cookies are never looked at')
  const inUrl = await site.send({ path: `/_maintenance/admin/v1/schedule?access_token=${secret}`, ...from() })
  assert.ok([400, 401].includes(inUrl.status))
})

test('after ten failures in a minute an address has to wait, and only that one', async () => {
  const failing = { headers: { [address]: '203.0.113.1' } }
  const stranger = operator.as({ token: 'imt_nobodynobo_x', now })
  const statuses = []
  for (let time = 0; time < 12; time += 1) statuses.push((await stranger.get('schedule', failing)).status)
  assert.deepEqual(statuses, [...Array(10).fill(401), 429, 429])
  const limited = await operator.get('schedule', { now, ...failing })
  assert.equal(limited.status, 429, 'before anything is compared')
  const seconds = Number(limited.header('Retry-After'))
  assert.ok(seconds >= 1 && seconds <= 60, `${seconds}`)
  assert.equal((await operator.get('schedule', { now, headers: { [address]: '203.0.113.2' } })).status, 200)
  assert.equal((await operator.get('schedule', { now: now + 61_000, ...failing })).status, 200)
})

test('a page of another site cannot write', async () => {
  const write = (headers) => operator.publish(`${document}# Not from here.\n`, '*', { now, headers })
  const before = (await operator.get('schedule')).json.revision
  assert.equal((await write({ Origin: 'https://evil.example' })).status, 403)
  assert.equal((await write({ Origin: 'null' })).status, 403)
  assert.equal((await write({ 'Sec-Fetch-Site': 'cross-site' })).status, 403)
  assert.equal((await write({ 'Content-Type': 'text/plain' })).status, 415)
  assert.equal((await operator.get('schedule')).json.revision, before)
  const preflight = await site.send({
    method: 'OPTIONS', path: '/_maintenance/admin/v1/schedule',
    headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'PUT' },
  })
  assert.equal(preflight.header('Access-Control-Allow-Origin'), undefined)
  assert.equal((await write({ Origin: `http://127.0.0.1:${site.port}` })).status, 200)
})

test('what is done and tried is on record, without a secret', async () => {
  const { secret, id, name, operator: holder } = await create({})
  await holder.publish(`${document}# On record.\n`, '*')
  await holder.publish('nonsense', '*')
  await holder.step('nowhere', 'extend', { by: '30m' })
  const { entries } = (await operator.get('audit', { now })).json
  const mine = entries.filter(({ author }) => author === name).map(({ action, status }) => [action, status])
  assert.deepEqual(mine.toReversed(), [['publish', 200], ['publish', 422], ['extend', 404]])
  const made = entries.find(({ action, subject }) => action === 'token-create' && subject === id)
  assert.deepEqual([made.status, made.author], [201, 'root'])
  const told = `${JSON.stringify(entries)}${site.log.text()}`
  for (const hidden of [secret, secret.split('_').at(-1), rootToken]) assert.ok(!told.includes(hidden))
})

test('a root token that is too short opens nothing, and the log says so', async (t) => {
  const weak = await openKeptSiteFor(t, { environment: { INTERMISSION_ADMIN_TOKEN: 'short' } })
  assert.equal((await operatorOf(weak.send, { token: 'short' }).get('schedule')).status, 401)
  await weak.log.says(/INTERMISSION_ADMIN_TOKEN/)
  assert.doesNotMatch(weak.log.text(), /short`|"short"/)
})
