// gRPC clients: grpc-js, and Connect's for gRPC-Web. Neither may try again by itself.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http2'
import { test } from 'node:test'

import { createFileRegistry, fromBinary } from '@bufbuild/protobuf'
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt'
import { Code, createClient } from '@connectrpc/connect'
import { createGrpcWebTransport } from '@connectrpc/connect-node'
import grpc from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'

import { inCheckout } from '../harness/checkout.mjs'
import { openHttp2Door } from '../harness/door.mjs'
import { inside, openRegistry, whole } from './registry.mjs'

const door = await openRegistry()
const contract = loadSync(inCheckout('tests/clients/contracts/submission.proto'))
const record = { hl7: 'MSH|^~\\&|EHR' }

/** What a careful partner configures: four tries, whenever the service is not there. */
const retries = JSON.stringify({
  methodConfig: [{
    name: [{}],
    retryPolicy: {
      maxAttempts: 4, initialBackoff: '0.01s', maxBackoff: '0.01s', backoffMultiplier: 1,
      retryableStatusCodes: ['UNAVAILABLE'],
    },
  }],
})

test('grpc-js reports UNAVAILABLE with our words, after one attempt though four are allowed', async (t) => {
  const front = await openHttp2Door(door.site, inside)
  const error = await submit(t, front.port)
  assert.deepEqual([error.code, error.details], [grpc.status.UNAVAILABLE, whole])
  assert.equal(front.visits.length, 1)
})

test('Connect reports unavailable with our words by gRPC-Web', async () => {
  const [bytes] = contract['registry.Message'].fileDescriptorProtos
  const registry = createFileRegistry(fromBinary(FileDescriptorProtoSchema, bytes), () => undefined)
  const transport = createGrpcWebTransport({ baseUrl: door.url, httpVersion: '1.1' })
  const client = createClient(registry.getService('registry.Submission'), transport)
  const error = await client.submit(record).catch((error) => error)
  assert.deepEqual([error.code, error.rawMessage], [Code.Unavailable, whole])
})

test('the same status without the push-back would be asked for four times', async (t) => {
  // Without this, one attempt could as well mean that the policy is never looked at.
  let attempts = 0
  const server = createServer().listen(0, '127.0.0.1')
  server.on('stream', (stream) => {
    attempts += 1
    stream.respond({ ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '14' }, { endStream: true })
  })
  await once(server, 'listening')
  t.after(() => server.close())
  const error = await submit(t, server.address().port)
  assert.deepEqual([error.code, attempts], [grpc.status.UNAVAILABLE, 4])
})

/** The error of a call by grpc-js. */
function submit(t, port) {
  const { Submission } = grpc.loadPackageDefinition(contract).registry
  const settings = { 'grpc.service_config': retries }
  const client = new Submission(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), settings)
  t.after(() => client.close())
  return new Promise((resolve) => client.submit(record, resolve))
}
