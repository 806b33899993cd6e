// HTTP libraries of Python: what their users see, and how long they wait.

import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'

import { runPython } from '../harness/python.mjs'
import { inside, isTheRest, isTold, openRegistry, resend, title } from './registry.mjs'

const door = await openRegistry()

beforeEach(() => {
  Object.assign(door, { now: inside, patient: false, visits: [] })
})

test('requests shows the problem', async () => {
  const saw = await runPython('with_requests.py', `${door.url}/api/records`, 'once')
  isProblem(saw.problem)
  isTheRest(Number(saw.retry_after))
  assert.equal(door.visits.length, 1)
})

test('requests with retries waits for the end of the window and is served', async () => {
  door.patient = true
  const saw = await runPython('with_requests.py', `${door.url}/api/records`, 'retry')
  assert.deepEqual([saw.status, saw.text], [200, 'the origin\n'])
  isWaitedOnce(saw.slept)
})

test('urllib3 waits for the end of the window without being told to, and is served', async () => {
  door.patient = true
  const saw = await runPython('with_urllib3.py', `${door.url}/records`)
  assert.deepEqual([saw.status, saw.text], [200, 'the origin\n'])
  isWaitedOnce(saw.slept)
})

test('urllib3 gives up after three tries where the window does not end, and has the text', async () => {
  const saw = await runPython('with_urllib3.py', `${door.url}/records`)
  isTold(saw.text)
  assert.deepEqual(saw.slept, door.visits.slice(0, 3).map(({ retryAfter }) => retryAfter))
  assert.equal(door.visits.length, 4)
})

test('httpx raises with the problem and its links at hand', async () => {
  const saw = await runPython('with_httpx.py', `${door.url}/api/records`)
  assert.ok(saw.error.includes(`503 ${title}`), saw.error)
  isProblem(saw.problem)
  isTheRest(Number(saw.retry_after))
  assert.equal(saw.status_page, '/_maintenance/timeline.json')
})

test('aiohttp shows the problem', async () => {
  const saw = await runPython('with_aiohttp.py', `${door.url}/api/records`)
  assert.deepEqual([saw.status, saw.reason], [503, title])
  isProblem(JSON.parse(saw.text))
  isTheRest(Number(saw.retry_after))
})

function isProblem(problem) {
  isTold(problem.detail)
  const { title: told, status, window, ends, processed } = problem
  assert.deepEqual({ told, status, window, ends, processed }, {
    told: title, status: 503, window: '2025-02-06-deployment', ends: resend, processed: false,
  })
}

function isWaitedOnce(slept) {
  assert.deepEqual(door.visits.map(({ status }) => status), [503, 200])
  assert.deepEqual(slept, [door.visits[0].retryAfter])
  isTheRest(slept[0])
}
