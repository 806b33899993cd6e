// HTTP libraries of Node: what their users see, and how long they wait.

import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'

import axios from 'axios'
import got from 'got'
import ky from 'ky'

import { inside, isTheRest, isTold, openRegistry, title } from './registry.mjs'

const door = await openRegistry()
const record = { record: 1 }

beforeEach(() => {
  Object.assign(door, { now: inside, patient: false, visits: [] })
})

test('got waits for the end of the window and is served', async () => {
  door.patient = true
  const waited = []
  const calculateDelay = ({ computedValue }) => {
    waited.push(computedValue / 1000)
    // No time passes, but a zero would mean not to try again.
    return Math.min(computedValue, 1)
  }
  const body = await got(`${door.url}/records`, { retry: { calculateDelay } }).text()
  assert.equal(body, 'the origin\n')
  assert.deepEqual(door.visits.map(({ status }) => status), [503, 200])
  assert.deepEqual(waited, [door.visits[0].retryAfter])
  isTheRest(waited[0])
})

test('got does not repeat a POST, and rejects with the problem', async () => {
  const error = await rejection(got.post(`${door.url}/api/records`, { json: record }))
  assert.match(error.message, /503 \(Service Unavailable\)/)
  isTold(JSON.parse(error.response.body).detail)
  isTheRest(Number(error.response.headers['retry-after']))
  assert.equal(door.visits.length, 1)
})

test('axios rejects with the problem', async () => {
  const error = await rejection(axios.post(`${door.url}/api/records`, record))
  assert.equal(error.message, 'Request failed with status code 503')
  isTold(error.response.data.detail)
  isTheRest(Number(error.response.headers['retry-after']))
})

test('ky rejects with the problem', async () => {
  const error = await rejection(ky.post(`${door.url}/api/records`, { json: record }))
  assert.match(error.message, /503 Service Unavailable/)
  isTold((await error.response.json()).detail)
  isTheRest(Number(error.response.headers.get('retry-after')))
})

test("Node's own fetch shows the problem", async () => {
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(`${door.url}/api/records`, { method: 'POST', headers, body: JSON.stringify(record) })
  assert.deepEqual([response.status, response.statusText], [503, title])
  isTold((await response.json()).detail)
})

function rejection(promise) {
  return promise.then(() => assert.fail('expected it to reject'), (error) => error)
}
