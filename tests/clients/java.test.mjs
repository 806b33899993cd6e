// Java's own HTTP clients, where the machine has a JDK: one of them is how CDC's gateway between registries comes by.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'

import { startProgram } from '../harness/child.mjs'
import { inCheckout } from '../harness/checkout.mjs'
import { isTheRest, openRegistry, whole } from './registry.mjs'

const door = await openRegistry()

test("Java's clients get the fault, though one of them asks for a page", { skip: withoutJava() }, async () => {
  const script = inCheckout('tests/clients/java/Submit.java')
  const { child } = startProgram('java', [script, `${door.url}/soap/iis`], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [[code], said] = await Promise.all([once(child, 'exit'), text(child.stdout)])
  assert.equal(code, 0)
  const clients = said.trim().split('\n').map((line) => line.split('\t'))
  assert.equal(clients.length, 2)
  for (const [status, retryAfter, body] of clients) {
    assert.equal(status, '503')
    isTheRest(Number(retryAfter))
    assert.ok(body.includes(`<soap:Text xml:lang="en">${whole}</soap:Text>`), body)
  }
  assert.match(new Map(door.visits[0].headers).get('Accept'), /^text\/html/)
})

/** A Java without a compiler cannot run a source file. */
function withoutJava() {
  const { error, stdout } = spawnSync('java', ['--list-modules'], { encoding: 'utf8' })
  return error || !stdout.includes('jdk.compiler') ? 'there is no JDK on this machine' : false
}
