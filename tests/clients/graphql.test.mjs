// GraphQL clients: graphql-request, Apollo and Python's gql.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client/core/index.js'
import { request } from 'graphql-request'

import { runPython } from '../harness/python.mjs'
import { openRegistry, resend, whole } from './registry.mjs'

const door = await openRegistry()
const address = `${door.url}/api/graphql`

test('graphql-request rejects with our words', async () => {
  const error = await rejection(request(address, '{ records { id } }'))
  assert.ok(error.message.startsWith(whole), error.message)
  isOurs(error.response.errors)
})

test('Apollo rejects with our words', async () => {
  const client = new ApolloClient({ link: new HttpLink({ uri: address }), cache: new InMemoryCache() })
  const error = await rejection(client.query({ query: gql`{ records { id } }` }))
  assert.ok(CombinedGraphQLErrors.is(error), String(error))
  assert.equal(error.message, whole)
  isOurs(error.errors)
})

test('gql raises with our words, by either transport, where the schedule names the form', async () => {
  const saw = await runPython('with_gql.py', `${door.url}/graphql`)
  for (const told of Object.values(saw)) assert.ok(told.includes(whole), told)
})

test('gql shows no more than the status otherwise, because nothing in its requests says what it is', async () => {
  const saw = await runPython('with_gql.py', address)
  for (const told of Object.values(saw)) assert.match(told, /503.*Service Unavailable/)
})

function isOurs([error, ...others]) {
  assert.deepEqual(others, [])
  assert.equal(error.extensions.code, 'SERVICE_UNAVAILABLE')
  assert.equal(error.extensions.ends, resend)
}

function rejection(promise) {
  return promise.then(() => assert.fail('expected it to reject'), (error) => error)
}
