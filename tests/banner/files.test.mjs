// The banner's files as the edge serves them: types, caching, encodings, for every site; and all of it during a window.

import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'

import { inCheckout } from '../harness/checkout.mjs'
import { founding } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

const site = await openSite()
const built = join(process.env.INTERMISSION_BUILD ?? inCheckout('build'), 'widget')
const [version] = await readdir(join(built, 'banner'))

const types = {
  'banner.js': 'text/javascript; charset=utf-8', 'define.js': 'text/javascript; charset=utf-8', 'style.css': 'text/css; charset=utf-8',
  'widget.wasm': 'application/wasm', 'words/en.json': 'application/json', 'words/es.json': 'application/json',
}

const ask = (path, settings = {}) => site.send({ path: `/_maintenance/${path}`, now: founding.inside, ...settings })

test('each file as it was built, with its type, to be kept for ever under its version', async (t) => {
  for (const [name, type] of Object.entries(types)) {
    await t.test(name, async () => {
      const path = `banner/${version}/${name}`
      const answer = await ask(path)
      assert.ok(answer.body.equals(await readFile(join(built, path))))
      assert.deepEqual([answer.status, answer.header('Content-Type')], [200, type])
      assert.equal(answer.header('Cache-Control'), 'public, max-age=31536000, immutable')
      assert.equal(answer.header('Access-Control-Allow-Origin'), '*')
      assert.equal(answer.header('Cross-Origin-Resource-Policy'), 'cross-origin')
      assert.equal(answer.header('X-Content-Type-Options'), 'nosniff')
    })
  }
})

test('the address without a version leads to the newest, and is asked for again', async () => {
  const answer = await ask('banner.js')
  assert.equal(answer.header('Cache-Control'), 'public, max-age=300')
  assert.ok(answer.text.includes(`./banner/${version}/`), answer.text)
  assert.ok((await ask(`banner/${version}/banner.js`)).text.includes('../../timeline.json'))
})

test('who understands Brotli gets it, packed as well as it can be', async (t) => {
  const path = `banner/${version}/widget.wasm`
  const plain = await ask(path)
  for (const [accepted, packed] of [
    ['br', true], ['gzip, deflate, br, zstd', true], ['br;q=0.5', true], ['br;q=0', false], ['br; q=0.0, gzip', false], ['gzip', false], ['*', false],
    ['brotli', false],
  ]) {
    await t.test(accepted, async () => {
      const answer = await ask(path, { headers: { 'Accept-Encoding': accepted } })
      assert.equal(answer.header('Content-Encoding'), packed ? 'br' : undefined)
      assert.equal(answer.header('Vary'), 'Accept-Encoding')
      assert.equal(answer.header('Content-Length'), String(answer.body.length))
      assert.ok((packed ? brotliDecompressSync(answer.body) : answer.body).equals(plain.body))
      if (packed) assert.ok(answer.body.length < plain.body.length / 2)
    })
  }
})

test('who has a file already is told so', async () => {
  for (const path of ['banner.js', `banner/${version}/define.js`]) {
    const tag = (await ask(path)).header('ETag')
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const answer = await ask(path, { headers: { 'If-None-Match': known } })
      assert.deepEqual([answer.status, answer.body.length, answer.header('ETag')], [304, 0, tag])
    }
    assert.equal((await ask(path, { headers: { 'If-None-Match': '"other"' } })).status, 200)
  }
})

test('HEAD has the headers of GET; what would change something is refused; what is not there is not there', async () => {
  const get = await ask('banner.js')
  const head = await ask('banner.js', { method: 'HEAD' })
  assert.deepEqual([head.status, head.headers, head.body.length], [200, get.headers, 0])
  const post = await ask('banner.js', { method: 'POST' })
  assert.deepEqual([post.status, post.header('Allow')], [405, 'GET, HEAD'])
  await site.origin.take()
  for (const path of ['banner/', 'banner/0000000000/define.js', `banner/${version}`, `banner/${version}/../banner.js/x`, 'banner/constructor', 'banner.js/']) {
    const answer = await ask(path)
    assert.equal(answer.status, 404, path)
    assert.match(answer.text, /^404 Not Found\n/)
  }
  assert.deepEqual(await site.origin.take(), [])
})
