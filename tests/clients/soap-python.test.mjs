// Partners' software in Python that submits records by SOAP: zeep and suds.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { inCheckout } from '../harness/checkout.mjs'
import { runPython } from '../harness/python.mjs'
import { details, openRegistry, title, whole } from './registry.mjs'

const door = await openRegistry()
const contract = inCheckout('tests/clients/contracts/iis.wsdl')

/** What partners' schemas know: the one fault of the shared contract that fits. */
const detail = {
  '{urn:cdc:iisb:2011}Code': '503',
  '{urn:cdc:iisb:2011}Reason': 'ServiceUnavailable',
  '{urn:cdc:iisb:2011}Detail': details,
}

for (const [binding, path, status, code, subcodes] of [
  ['Soap12', '/soap/iis', 503, 'soap:Receiver', ['ServiceUnavailable']],
  ['Soap11', '/soap/iis', 503, 'soap:Server', []],
  ['Soap12', '/soap-500/iis', 500, 'soap:Receiver', ['ServiceUnavailable']],
  ['Soap11', '/soap-500/iis', 500, 'soap:Server', []],
]) {
  test(`zeep raises our fault, by ${binding} and status ${status}`, async () => {
    const saw = await runPython('with_zeep.py', contract, binding, door.url + path)
    assert.deepEqual([saw.fault, saw.code, saw.subcodes], [whole, code, subcodes])
    for (const [name, text] of Object.entries(detail)) assert.equal(saw.detail[name], text)
    assert.equal(door.visits.at(-1).status, status)
  })
}

test('suds drops what comes with a 503 and raises at least its status', async () => {
  const saw = await runPython('with_suds.py', contract, `${door.url}/soap/iis`)
  assert.deepEqual(saw, { error: `(503, '${title}')` })
})

test('suds raises our fault where it comes by status 500', async () => {
  const saw = await runPython('with_suds.py', contract, `${door.url}/soap-500/iis`)
  assert.equal(saw.fault, `Server raised fault: '${whole}'`)
  assert.ok(saw.detail.includes(details), saw.detail)
})
