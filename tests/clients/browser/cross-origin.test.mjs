// Scripts of another site in a real Chromium, which shows them an answer only when its headers allow that.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, beforeEach, test } from 'node:test'

import { openBrowser, visit } from '../../harness/browser.mjs'
import { isTheRest, isTold, message, openRegistry, resend } from '../registry.mjs'

const browser = await openBrowser()
const { port } = await openOtherSite()
const listed = await openRegistry([`http://127.0.0.1:${port}`])
const unlisted = await openRegistry()

/** What needs a preflight: a type that no form can send, and a header that no browser sends by itself. */
const submission = {
  method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Partner': '42' }, body: '{"record":1}',
}

beforeEach(() => {
  listed.visits = []
  unlisted.visits = []
})

test('a script of a listed site reads the answer to a request with cookies', async (t) => {
  const page = await open(t)
  isRead(await page.evaluate(ask, [`${listed.url}/api/records`, { ...submission, credentials: 'include' }]))
  assert.deepEqual(visited(listed), [['OPTIONS', 204], ['POST', 503]])
})

test('a script of any site reads the answer to a request without cookies', async (t) => {
  const page = await open(t)
  for (const door of [listed, unlisted]) {
    isRead(await page.evaluate(ask, [`${door.url}/api/records`, submission]))
    assert.deepEqual(visited(door), [['OPTIONS', 204], ['POST', 503]])
  }
})

test('a request without a preflight is answered as readably', async (t) => {
  const page = await open(t)
  const headers = { Accept: 'application/json' }
  isRead(await page.evaluate(ask, [`${unlisted.url}/api/records`, { headers }]))
  isRead(await page.evaluate(ask, [`${listed.url}/api/records`, { headers, credentials: 'include' }]))
  assert.deepEqual([...visited(unlisted), ...visited(listed)], [['GET', 503], ['GET', 503]])
})

test('a site that is not listed does not read the answer to a request with cookies', async (t) => {
  const page = await open(t)
  const read = await page.evaluate(ask, [`${unlisted.url}/api/records`, { ...submission, credentials: 'include' }])
  assert.deepEqual(read, { failure: 'TypeError: Failed to fetch' })
})

test('an EventSource sees the maintenance and goes on connecting', async (t) => {
  const page = await open(t)
  for (const [door, withCredentials] of [[unlisted, false], [listed, true]]) {
    const [data, readyState] = await page.evaluate(listen, [`${door.url}/events`, withCredentials])
    assert.deepEqual([JSON.parse(data).message, JSON.parse(data).ends], [message, resend])
    // Not 2, which is closed: what a 503 would lead to, for good.
    assert.equal(readyState, 0)
  }
})

async function open(t) {
  const { page } = await visit(t, browser, { port }, { locale: 'en-US' })
  await page.goto('/')
  return page
}

function visited({ visits }) {
  return visits.map(({ method, status }) => [method, status])
}

function isRead({ status, retryAfter, link, body }) {
  assert.equal(status, 503)
  isTheRest(Number(retryAfter))
  assert.match(link, /<\/_maintenance\/timeline\.json>; rel="status"/)
  isTold(JSON.parse(body).detail)
}

/** In the page: a request, and what the script is let see of its answer. */
async function ask([url, settings]) {
  try {
    const response = await fetch(url, settings)
    const header = (name) => response.headers.get(name)
    return {
      status: response.status, retryAfter: header('Retry-After'), link: header('Link'), body: await response.text(),
    }
  } catch (error) {
    return { failure: String(error) }
  }
}

/** In the page: the event of an event stream, and the state of its source when the stream has ended. */
async function listen([url, withCredentials]) {
  const source = new EventSource(url, { withCredentials })
  const next = (type) => new Promise((resolve) => source.addEventListener(type, resolve, { once: true }))
  const [{ data }] = await Promise.all([next('maintenance'), next('error')])
  const { readyState } = source
  source.close()
  return [data, readyState]
}

/** Another site, with an empty page. */
async function openOtherSite() {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!DOCTYPE html><title>Partner</title>')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  after(() => server.close())
  return server.address()
}
