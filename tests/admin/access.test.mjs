// People who sign on by Cloudflare Access: the signature, who it is for, from whom and until when; and keys that change.

import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, test } from 'node:test'

import { foundingDocument, openKeptSite } from '../harness/keeper.mjs'
import { newKey, reachable, sign, startTeam } from '../harness/team.mjs'

const team = await startTeam()
after(() => team.close())
const site = await openKeptSite({
  configure: reachable,
  environment: {
    INTERMISSION_ACCESS_TEAM: team.url, INTERMISSION_ACCESS_AUDIENCE: 'the-application',
    INTERMISSION_ADDRESS_HEADER: 'X-Real-IP',
  },
})
const now = Date.parse('2025-02-06T23:00:00Z')
const minute = 60_000
const key = newKey(team, 'first')
const document = await foundingDocument()

let last = 0

/** Asks with an assertion, from a network of its own. */
async function ask(assertion, { at = now, method = 'GET', path = 'session', headers = {}, body } = {}) {
  last += 1
  const answer = await site.send({
    method, path: `/_maintenance/admin/v1/${path}`, now: at, body,
    headers: { 'Cf-Access-Jwt-Assertion': assertion, 'X-Real-IP': `192.0.2.${last}`, ...headers },
  })
  answer.json = JSON.parse(answer.text)
  return answer
}

test('whoever is signed on may, and is on record by their address', async () => {
  const assertion = sign(team, key, { now })
  const session = await ask(assertion)
  assert.equal(session.status, 200, session.text)
  assert.equal(session.json.author, 'ana@registry.example')
  const published = await ask(assertion, {
    method: 'PUT', path: 'schedule', headers: { 'Content-Type': 'application/json', 'If-Match': '"0"' },
    body: JSON.stringify({ document }),
  })
  assert.equal(published.status, 200, published.text)
  assert.equal((await ask(assertion, { path: 'revisions/1' })).json.author, 'ana@registry.example')
})

test('what is not quite such a token opens nothing', async () => {
  const stranger = newKey(team, 'first', { known: false })
  const good = sign(team, key, { now })
  const [header, claims, signature] = good.split('.')
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const none = `${encode({ alg: 'none', kid: 'first' })}.${claims}.`
  const input = `${encode({ alg: 'HS256', kid: 'first' })}.${claims}`
  const confused = `${input}.${createHmac('sha256', JSON.stringify(key.jwk)).update(input).digest('base64url')}`
  const table = {
    'signed by somebody else': sign(team, stranger, { now }),
    'for another application': sign(team, key, { now, claims: { aud: ['another'] } }),
    'for none': sign(team, key, { now, claims: { aud: [] } }),
    'from another team': sign(team, key, { now, claims: { iss: 'https://evil.example' } }),
    'from a team whose name goes on': sign(team, key, { now, claims: { iss: `${team.url}.evil.example` } }),
    'over': sign(team, key, { now: now - 120 * minute }),
    'not yet': sign(team, key, { now: now + 120 * minute }),
    'without an end': sign(team, key, { now, claims: { exp: undefined } }),
    'with an end that is no number': sign(team, key, { now, claims: { exp: 'tomorrow' } }),
    'without a signature': `${header}.${claims}.`,
    'of the algorithm none': none,
    'signed with the public key as a secret': confused,
    'with other claims': `${header}.${encode({ aud: ['the-application'], iss: team.url })}.${signature}`,
    'by a key that nobody knows': sign(team, { ...key, kid: 'nobody' }, { now }),
    'cut off': good.slice(0, -10),
    'empty': ' ',
    'garbage': 'a.b.c',
    'much too long': 'a'.repeat(20_000),
  }
  for (const [what, assertion] of Object.entries(table)) {
    const answer = await ask(assertion)
    assert.equal(answer.status, 401, `${what}: ${answer.text}`)
    assert.equal(answer.json.type, '/_maintenance/problems/unauthenticated')
  }
})

test('a new key is fetched, and at most once a minute', async () => {
  const second = newKey(team, 'second')
  const at = now + 10 * minute
  const before = team.asked
  assert.equal((await ask(sign(team, second, { now: at }), { at })).status, 200)
  assert.equal(team.asked, before + 1)
  for (let time = 0; time < 5; time += 1) {
    assert.equal((await ask(sign(team, { ...second, kid: `guess ${time}` }, { now: at }), { at })).status, 401)
  }
  assert.ok(team.asked <= before + 2, `fetched ${team.asked - before} times`)
})

test('while the keys cannot be fetched, the ones that are known go on', async () => {
  const at = now + 30 * minute
  team.broken = true
  assert.equal((await ask(sign(team, key, { now: at }), { at })).status, 200)
  assert.equal((await ask(sign(team, { ...key, kid: 'third' }, { now: at }), { at })).status, 401)
  const muchLater = now + 120 * minute
  assert.equal((await ask(sign(team, key, { now: muchLater }), { at: muchLater })).status, 200)
  team.broken = false
})

test('a page of another site that has somebody signed on cannot write for them', async () => {
  const assertion = sign(team, key, { now })
  const write = { method: 'PUT', path: 'schedule', body: JSON.stringify({ document: `${document}# No.\n` }) }
  const headers = { 'Content-Type': 'application/json', 'If-Match': '*' }
  assert.equal((await ask(assertion, { ...write, headers: { ...headers, Origin: 'https://evil.example' } })).status, 403)
  assert.equal((await ask(assertion, { ...write, headers: { ...headers, 'Content-Type': 'text/plain' } })).status, 415)
})
