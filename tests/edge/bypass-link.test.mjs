// A signed link, and the cookie that it becomes: for one host, until it expires, and for whoever has it.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'

import { cookie, link, secret, token } from '../harness/bypass.mjs'
import { intermission } from '../harness/checkout.mjs'
import { compile } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'
import { browser, form } from '../harness/visitor.mjs'

const timeline = await compile(`
  [service]
  name = "Verified"
  zone = "UTC"
  [[channel]]
  id = "web"
  name = "the site"
  routes = ["/*"]
  [[window]]
  id = "deployment"
  channels = ["web"]
  start = 2025-03-01T10:00:00Z
  end = 2025-03-01T12:00:00Z
`)
const run = promisify(execFile)

const site = await openSite({ timeline, environment: { INTERMISSION_BYPASS_SECRET: secret } })
const withoutSecret = await openSite({ timeline, environment: { INTERMISSION_BYPASS_TOKEN: token } })

const host = 'registry.example'
const now = Date.parse('2025-03-01T11:00:00Z')
const expires = Date.parse('2025-03-01T11:30:00Z')
const anHour = 3_600_000

test('a link becomes a cookie that no script reads and no other host gets, until the link ends', async () => {
  const answer = await open({ path: link({ host, expires }) })
  assert.deepEqual([answer.status, answer.reason, answer.text], [303, 'See Other', ''])
  assert.deepEqual(shown(answer), [
    ['Cache-Control', 'no-store'],
    ['Content-Length', '0'],
    ['Location', '/'],
    ['Referrer-Policy', 'no-referrer'],
    ['Set-Cookie', `${cookie({ host, expires })}; Path=/; Max-Age=1800; Secure; HttpOnly; SameSite=Lax`],
  ])
})

test('a cookie ends after a working day, however long its link lives', async () => {
  const answer = await open({ path: link({ host, expires: now + 48 * anHour }) })
  assert.equal(
    answer.header('Set-Cookie'),
    `${cookie({ host, expires: now + 12 * anHour })}; Path=/; Max-Age=43200; Secure; HttpOnly; SameSite=Lax`,
  )
})

test('a person follows the link, and is let in from then on', async () => {
  await site.origin.take()
  const opened = await open({ path: link({ host, expires, to: '/records?page=2' }) })
  assert.equal(opened.header('Location'), '/records?page=2')
  const [Cookie] = opened.header('Set-Cookie').split(';')
  for (const visitor of [{ ...browser, path: '/records?page=2' }, form]) {
    const headers = { ...visitor.headers, Cookie: `theme=dark; ${Cookie}; session=one` }
    const answer = await open({ ...visitor, headers })
    assert.deepEqual([answer.status, answer.text], [200, 'the origin\n'])
    assert.equal(answer.header('Intermission-Bypass'), 'cookie')
    assert.equal(answer.header('Cache-Control'), 'private, no-store')
  }
  assert.deepEqual((await site.origin.take()).map(({ method, path }) => [method, path]), [
    ['GET', '/records?page=2'], ['POST', '/'],
  ])
})

test('what the operator’s command makes is such a link', async () => {
  const options = ['bypass', 'link', '--host', 'Registry.Example:8443', '--for', '30m', '--to', '/records?page=2']
  const { stdout } = await run(intermission(), options, { env: { INTERMISSION_BYPASS_SECRET: secret } })
  const { origin, pathname, search, searchParams } = new URL(stdout)
  const expires = 1000 * searchParams.get('expires')
  assert.equal(origin, 'https://registry.example:8443')
  assert.equal(pathname + search, link({ host, expires, to: '/records?page=2' }))
  const headers = { Host: 'registry.example:8443' }
  const answer = await open({ path: pathname + search, headers, now: expires - 1000 })
  assert.deepEqual([answer.status, answer.header('Location')], [303, '/records?page=2'])
})

test('where a link leads is a path on its host, or the root', async (t) => {
  const table = [
    ['/records', '/records'],
    ['/records?a=b#c', '/records?a=b#c'],
    ['//evil.example', '/'],
    ['https://evil.example/', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/x\r\nSet-Cookie: a=b', '/'],
    ['javascript:alert(1)', '/'],
    ['/a\u00f1o', '/'],
    ['', '/'],
  ]
  for (const [to, location] of table) {
    await t.test(`${JSON.stringify(to)} leads to ${location}`, async () => {
      const answer = await open({ path: link({ host, expires, to }) })
      assert.deepEqual([answer.status, answer.header('Location')], [303, location])
      assert.equal(answer.all('Set-Cookie').length, 1)
    })
  }
})

test('a link that opens nothing says why, sets no cookie, and is not kept', async (t) => {
  const good = link({ host, expires })
  const wrong = 'the signature of this link is not right: it was made for another host, or changed on the way, or ' +
    'revoked; ask for a new one'
  const flawed = (what) => `this is not a whole link, ${what}: copy all of it, to its last character`
  const table = [
    ['of another host', link({ host: 'other.example', expires }), wrong],
    ['with another secret', link({ host, expires, key: `${secret}!` }), wrong],
    ['that was made to live longer', good.replace(/expires=\d+/, `expires=${(now + anHour) / 1000}`), wrong],
    ['with a signature that is altered', good.replace('signature=', 'signature=_'), wrong],
    ['with the signature of a cookie', `/_maintenance/bypass?expires=${expires / 1000}&signature=` +
      cookie({ host, expires }).split('.').at(-1), wrong],
    ['that is over', link({ host, expires: now }), 'this link expired on 2025-03-01 11:00:00 UTC: ask for a new one'],
    ['that was cut off', good.slice(0, good.indexOf('&')), flawed('`signature` is missing')],
    ['without anything', '/_maintenance/bypass', flawed('`expires` is missing')],
    ['with two expiries', `${good}&expires=9999999999`, flawed('`expires` is there twice')],
    ['with another number', good.replace('expires=', 'expires=0'), flawed('`expires` cannot be read')],
    ['of 5,000 characters', `${good}&more=${'a'.repeat(5000)}`, /^this is not a whole link, its \d+ bytes are too/],
    ['with markup', good.replace(/signature=.*/, 'signature=%3Cscript%3E'), wrong],
  ]
  for (const [what, path, why] of table) {
    await t.test(`a link ${what}`, async () => {
      const answer = await open({ path })
      assert.equal(answer.status, 403)
      const [, sentence] = /^403 Forbidden\n(.*)\n$/.exec(answer.text)
      if (typeof why === 'string') assert.equal(sentence, why)
      else assert.match(sentence, why)
      assert.deepEqual(shown(answer).filter(([name]) => name !== 'Content-Length'), [
        ['Access-Control-Allow-Origin', '*'], ['Cache-Control', 'no-store'],
        ['Content-Type', 'text/plain; charset=utf-8'], ['X-Content-Type-Options', 'nosniff'],
      ])
    })
  }
})

test('a cookie opens its host until it ends, and nothing else does', async (t) => {
  const good = cookie({ host, expires })
  const table = [
    ['as it was set', good, 200],
    ['among others', `a=b; ${good}; c=d`, 200],
    ['joined by a comma, as some programs do', `a=b, ${good}`, 200],
    ['after one that is over', `${cookie({ host, expires: now })}; ${good}`, 200],
    ['of another host', cookie({ host: 'other.example', expires }), 503],
    ['that is over', cookie({ host, expires: now }), 503],
    ['with another secret', cookie({ host, expires, key: `${secret}!` }), 503],
    ['with a link’s signature', cookie({ host, expires, purpose: 'link' }), 503],
    ['that was made to live longer', good.replace(/=\d+/, '=9999999999'), 503],
    ['under another name', good.replace('__Host-', ''), 503],
    ['behind four that are none', `${'__Host-intermission-bypass=1.x; '.repeat(4)}${good}`, 503],
    ['that is cleared', '__Host-intermission-bypass=', 503],
  ]
  for (const [what, Cookie, status] of table) {
    await t.test(`a cookie ${what}: ${status}`, async () => {
      assert.equal((await open({ headers: { Cookie } })).status, status)
    })
  }
  await t.test('at the instant of its expiry: 503', async () => {
    assert.equal((await open({ headers: { Cookie: good }, now: expires - 1 })).status, 200)
    assert.equal((await open({ headers: { Cookie: good }, now: expires })).status, 503)
  })
  await t.test('on its host, whatever its case and port: 200', async () => {
    for (const Host of ['Registry.Example', 'registry.example:8443', 'registry.example.']) {
      assert.equal((await open({ headers: { Cookie: good, Host } })).status, 200)
    }
  })
})

test('the cookie is taken back', async () => {
  const answer = await open({ path: '/_maintenance/bypass/end' })
  assert.deepEqual([answer.status, answer.header('Location'), answer.header('Set-Cookie')], [
    303, '/', '__Host-intermission-bypass=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax',
  ])
})

test('without a secret there are no links, and no cookie opens anything', async () => {
  const path = link({ host, expires, key: '' })
  const missing = await withoutSecret.send({ path, headers: { Host: host }, now })
  assert.deepEqual([missing.status, missing.all('Set-Cookie')], [404, []])
  for (const key of ['', secret, 'undefined', 'null']) {
    const headers = { Host: host, Cookie: cookie({ host, expires, key }) }
    assert.equal((await withoutSecret.send({ headers, now })).status, 503)
  }
})

function open({ headers, ...visitor }) {
  return site.send({ now, ...visitor, headers: { Host: host, ...headers } })
}

function shown({ headers }) {
  return headers.filter(([name]) => name !== 'Connection').toSorted(([a], [b]) => (a < b ? -1 : 1))
}
