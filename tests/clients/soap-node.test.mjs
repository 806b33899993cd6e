// Partners' software on Node that submits records by SOAP: soap and strong-soap.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promisify } from 'node:util'

import soap from 'soap'
import strong from 'strong-soap'

import { inCheckout } from '../harness/checkout.mjs'
import { details, isTheRest, openRegistry, whole } from './registry.mjs'

const door = await openRegistry()
const contract = inCheckout('tests/clients/contracts/iis.wsdl')
const record = { username: 'partner', password: 'secret', facilityID: '42', hl7Message: 'MSH|^~\\&|EHR' }

const bindings = [
  { port: 'Soap12Port', path: '/soap/iis', status: 503, code: 'soap:Receiver: m:ServiceUnavailable' },
  { port: 'Soap11Port', path: '/soap/iis', status: 503, code: 'soap:Server' },
  { port: 'Soap12Port', path: '/soap-500/iis', status: 500, code: 'soap:Receiver: m:ServiceUnavailable' },
  { port: 'Soap11Port', path: '/soap-500/iis', status: 500, code: 'soap:Server' },
]

for (const { port, path, status, code } of bindings) {
  test(`soap rejects with our fault, by ${port} and status ${status}`, async () => {
    const options = { forceSoap12Headers: port === 'Soap12Port' }
    const client = await soap.createClientAsync(contract, options, door.url + path)
    const error = await failureOf(client.RegistryService[port].submitSingleMessage)
    const beginning = `${code}: ${whole}: `
    assert.ok(error.message.startsWith(beginning), error.message)
    // What it shows of the detail is the fault that partners' schemas know, and ours.
    const { fault } = JSON.parse(error.message.slice(beginning.length))
    assert.deepEqual(fault, { Code: '503', Reason: 'ServiceUnavailable', Detail: details })
    assert.equal(door.visits.at(-1).status, status)
    isTheRest(Number(error.response.headers['retry-after']))
  })

  // It takes a 503 without a body, or with well-formed XHTML, for a success.
  test(`strong-soap reports our fault and never a success, by ${port} and status ${status}`, async () => {
    const create = promisify(strong.soap.createClient)
    const client = await create(contract, { forceSoap12Headers: port === 'Soap12Port', endpoint: door.url + path })
    const error = await failureOf(client.RegistryService[port].submitSingleMessage)
    assert.ok(error.message.includes(whole), error.message)
    assert.ok(error.message.includes(details), error.message)
    isTheRest(Number(error.response.headers['retry-after']))
    assert.equal(door.visits.at(-1).status, status)
  })
}

// CDC's gateway closes its circuit breaker as soon as this succeeds.
test('the connectivity test fails within the window as everything else does', async () => {
  const client = await soap.createClientAsync(contract, { forceSoap12Headers: true }, `${door.url}/soap/iis`)
  const { connectivityTest } = client.RegistryService.Soap12Port
  const error = await new Promise((resolve) => connectivityTest({ echoBack: 'there?' }, resolve))
  assert.ok(error?.message.includes(whole), String(error))
})

/** The error that a call reports. A call that reports none has lost the record. */
function failureOf(submit) {
  return new Promise((resolve, reject) => {
    submit(record, (error, result) => {
      if (error) resolve(error)
      else reject(new Error(`expected a fault, but the client reports success: ${JSON.stringify(result)}`))
    })
  })
}
