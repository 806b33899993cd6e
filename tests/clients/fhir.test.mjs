// FHIR clients: fhirpy, and fhir.resources as the judge of what is valid.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { runPython } from '../harness/python.mjs'
import { details, isTheRest, message, openRegistry, title } from './registry.mjs'

const door = await openRegistry()

/** `transient`: whoever is answered in another form reports bad data. */
const issue = {
  severity: 'error', code: 'transient', details: { text: `${title}. ${message}` }, diagnostics: details,
}

const saw = await runPython('with_fhir.py', `${door.url}/fhir`)

test('fhirpy raises an outcome that is transient and says when to send it again', () => {
  assert.deepEqual(saw.raised.issue, [issue])
})

test('the outcome is valid in R5 and R4B, in JSON and in XML', () => {
  assert.equal(saw.json.length + saw.xml.length, 4)
  for (const outcome of [...saw.json, ...saw.xml]) assert.deepEqual(outcome.issue, [issue])
  isTheRest(Number(saw.retry_after))
})
