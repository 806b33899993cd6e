// Clients that want a WebSocket: ws and Python's websockets.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'

import { WebSocket } from 'ws'

import { runPython } from '../harness/python.mjs'
import { isTheRest, isTold, openRegistry } from './registry.mjs'

const door = await openRegistry()
const address = `${door.url.replace('http', 'ws')}/updates`

test('ws fails with the status', async () => {
  const [error] = await once(new WebSocket(address), 'error')
  assert.equal(error.message, 'Unexpected server response: 503')
})

test('ws shows our text to whoever asks for the refusal', async () => {
  const [, response] = await once(new WebSocket(address), 'unexpected-response')
  isTold(await text(response))
  isTheRest(Number(response.headers['retry-after']))
})

test('websockets raises, with our text at hand', async () => {
  const saw = await runPython('with_websockets.py', address)
  assert.equal(saw.error, 'server rejected WebSocket connection: HTTP 503')
  isTold(saw.text)
  isTheRest(Number(saw.retry_after))
})
