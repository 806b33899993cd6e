// Outside a window the edge is not there: what the client sends reaches the origin, and what the origin answers
// reaches the client, untouched.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'

import { receive, responseTo, valuesOf } from '../harness/client.mjs'
import { brotliBytes, fileBytes, gzipBytes, largeBytes, patterned } from '../harness/content.mjs'
import { openSite } from '../harness/site.mjs'

const site = await openSite()

test('status and reason are the origin’s, also those that nobody knows', async () => {
  const table = [[200, 'Fine'], [299, 'Peculiar But Fine'], [404, 'Nowhere'], [418, 'Short And Stout']]
  for (const [code, reason] of table) {
    const answer = await site.send({ path: `/offers/status?code=${code}&reason=${encodeURIComponent(reason)}` })
    assert.deepEqual([answer.status, answer.reason], [code, reason])
  }
})

test('the origin’s own 5xx pass, a 503 without our headers', async () => {
  for (const code of [500, 502, 503]) {
    const answer = await site.send({ path: `/offers/status?code=${code}&reason=Down&body=the+origin+says+so` })
    assert.deepEqual([answer.status, answer.reason, answer.text], [code, 'Down', 'the origin says so'])
    assert.equal(answer.header('Retry-After'), undefined)
  }
})

test('several Set-Cookie stay several, in order, and names keep their case', async () => {
  const answer = await site.send({ path: '/offers/cookies' })
  assert.deepEqual(answer.all('Set-Cookie'), [
    'session=one; Path=/; HttpOnly', 'theme=dark; Expires=Wed, 21 Oct 2026 07:28:00 GMT',
  ])
  assert.ok(answer.headers.some(([name]) => name === 'X-MiXed-CaSe'))
  // The runtime joins others of one name, which says the same (RFC 9110, section 5.3); the order stays.
  assert.equal(answer.header('X-Twice'), 'one, two')
})

test('cookies and unknown headers reach the origin, and no header of ours', async () => {
  await site.origin.take()
  await site.send({ path: '/records', headers: { 'Cookie': 'session=one; theme=dark', 'X-Partner': ['a', 'b'] } })
  const [{ headers }] = await site.origin.take()
  const shown = Object.fromEntries(headers)
  assert.deepEqual(
    [shown.Cookie, valuesOf(headers, 'X-Partner').join(', ')],
    ['session=one; theme=dark', 'a, b'],
  )
  const known = ['connection', 'cookie', 'host', 'x-partner']
  assert.deepEqual(headers.map(([name]) => name.toLowerCase()).filter((name) => !known.includes(name)), [])
})

test('the Host header is the one that the client sent', async () => {
  await site.origin.take()
  await site.send({ headers: { Host: 'registry.example:8443' } })
  const [{ headers }] = await site.origin.take()
  assert.deepEqual(valuesOf(headers, 'Host'), ['registry.example:8443'])
})

test('path and query reach the origin byte for byte', async () => {
  const targets = [
    '/s%6Fap/%7Euser//twice?', '/a%2Fb%2fc/%C3%A9', '/?x=%zz&y=[1]&y=2&z=a|b+c%20d', '/%', '/a;v=1,2/(x)!$&\'*+=:@',
    '/trailing/?q=/../', '/?', '//records',
  ]
  for (const target of targets) {
    await site.origin.take()
    await site.send({ path: target })
    const [{ path }] = await site.origin.take()
    assert.equal(path, target)
  }
})

test('dot segments are resolved by the runtime before anybody sees them', async () => {
  await site.origin.take()
  await site.send({ path: '/a/../b/./c' })
  const [{ path }] = await site.origin.take()
  assert.equal(path, '/b/c')
})

test('compressed bodies arrive as the same compressed bytes', async () => {
  for (const [path, encoding, bytes] of [['/offers/gzip', 'gzip', gzipBytes], ['/offers/brotli', 'br', brotliBytes]]) {
    const answer = await site.send({ path, headers: { 'Accept-Encoding': 'gzip, br' } })
    assert.equal(answer.header('Content-Encoding'), encoding)
    assert.equal(answer.header('Content-Length'), String(bytes.length))
    assert.ok(answer.body.equals(bytes), `${path}: the bytes differ`)
  }
})

test('a body in pieces arrives piece by piece', async () => {
  const incoming = await responseTo(site.begin({ path: '/offers/pieces?until=read-one' }))
  const pieces = incoming[Symbol.asyncIterator]()
  assert.equal(String((await pieces.next()).value), 'id: 1\ndata: first\n\n')
  // Only now does the origin send the second.
  await site.origin.raise('read-one')
  assert.equal(String((await pieces.next()).value), 'id: 2\ndata: second\n\n')
  assert.equal((await pieces.next()).done, true)
})

test('server-sent events arrive one by one, and Last-Event-ID reaches the origin', async () => {
  await site.origin.take()
  const headers = { 'Accept': 'text/event-stream', 'Last-Event-ID': '41' }
  const path = '/offers/pieces?until=event-one&type=text/event-stream'
  const incoming = await responseTo(site.begin({ path, headers }))
  assert.equal(incoming.headers['content-type'], 'text/event-stream')
  const events = incoming[Symbol.asyncIterator]()
  assert.equal(String((await events.next()).value), 'id: 1\ndata: first\n\n')
  await site.origin.raise('event-one')
  assert.equal(String((await events.next()).value), 'id: 2\ndata: second\n\n')
  const [seen] = await site.origin.take()
  assert.deepEqual(valuesOf(seen.headers, 'Last-Event-ID'), ['41'])
})

test('an upload of 10 MB arrives whole, and while it is still being sent', async () => {
  const body = patterned(10 * 1024 * 1024)
  const outgoing = site.begin({ method: 'POST', path: '/offers/upload?began=upload', open: true })
  const answer = receive(outgoing)
  outgoing.write(body.subarray(0, 100_000))
  await site.origin.signal('upload')
  outgoing.end(body.subarray(100_000))
  assert.equal((await answer).text, createHash('sha256').update(body).digest('hex'))
})

test('an upload of known length keeps its Content-Length', async () => {
  await site.origin.take()
  await site.send({ method: 'PUT', path: '/offers/upload?began=put', headers: { 'Content-Length': 5 }, body: 'hello' })
  const [{ method, headers }] = await site.origin.take()
  assert.deepEqual([method, valuesOf(headers, 'Content-Length')], ['PUT', ['5']])
})

test('a large download arrives whole', async () => {
  const answer = await site.send({ path: '/offers/large' })
  assert.equal(answer.header('Content-Length'), String(largeBytes.length))
  assert.ok(answer.body.equals(largeBytes), 'the bytes differ')
})

test('Range is answered 206 with that part', async () => {
  const answer = await site.send({ path: '/offers/file', headers: { Range: 'bytes=100-199' } })
  assert.deepEqual([answer.status, answer.header('Content-Range')], [206, 'bytes 100-199/10000'])
  assert.ok(answer.body.equals(fileBytes.subarray(100, 200)))
})

test('If-None-Match is answered 304 without a body', async () => {
  const answer = await site.send({ path: '/offers/file', headers: { 'If-None-Match': '"version-1"' } })
  assert.deepEqual([answer.status, answer.header('ETag'), answer.body.length], [304, '"version-1"', 0])
})

test('HEAD has the length of what GET would bring, and no body', async () => {
  await site.origin.take()
  const answer = await site.send({ method: 'HEAD', path: '/offers/large' })
  assert.deepEqual([answer.header('Content-Length'), answer.body.length], [String(largeBytes.length), 0])
  assert.equal((await site.origin.take())[0].method, 'HEAD')
})

test('204 stays 204', async () => {
  const answer = await site.send({ path: '/offers/bodyless' })
  assert.deepEqual([answer.status, answer.body.length], [204, 0])
})

test('a redirect is handed to the client, not followed', async () => {
  const answer = await site.send({ path: '/offers/elsewhere' })
  assert.deepEqual(
    [answer.status, answer.header('Location'), answer.text],
    [302, 'http://other.example/there?a=b', 'moved'],
  )
})

test('methods besides the usual ones reach the origin', async () => {
  await site.origin.take()
  const methods = ['OPTIONS', 'PATCH', 'DELETE', 'PROPFIND', 'REPORT']
  for (const method of methods) assert.equal((await site.send({ method })).text, 'the origin\n')
  assert.deepEqual((await site.origin.take()).map(({ method }) => method), methods)
})
