// Programs that people and scripts call, where the machine has them: curl, wget, and Perl with its own client.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'

import { startProgram } from '../harness/child.mjs'
import { isTheRest, isTold, openRegistry, title } from './registry.mjs'

const door = await openRegistry()

test('curl prints our text, and does not try again when it may not wait', { skip: missing('curl') }, async () => {
  const patience = ['--retry', '3', '--retry-max-time', '1']
  const { code, stdout } = await run('curl', '--silent', ...patience, `${door.url}/records`)
  assert.equal(code, 0)
  isTold(stdout)
  assert.equal(door.visits.length, 1)
})

test('curl --include shows when to come back', { skip: missing('curl') }, async () => {
  const { stdout } = await run('curl', '--include', '--silent', `${door.url}/records`)
  assert.ok(stdout.startsWith(`HTTP/1.1 503 ${title}\r\n`), stdout)
  isTheRest(Number(/^Retry-After: (.*)\r$/m.exec(stdout)?.[1]))
  isTold(stdout)
})

test('wget says what the status is called, and has our text', { skip: missing('wget') }, async () => {
  const { code, stdout, stderr } = await run('wget', '--content-on-error', '--output-document=-', `${door.url}/records`)
  assert.equal(code, 8)
  assert.match(stderr, /ERROR 503: Service Unavailable\./)
  isTold(stdout)
})

test("Perl's HTTP::Tiny has our text", { skip: missing('perl', '-MHTTP::Tiny', '-e1') }, async () => {
  const script = 'my $answer = HTTP::Tiny->new->get($ARGV[0]); print join "\\n", @$answer{qw(status reason content)}'
  const { stdout } = await run('perl', '-MHTTP::Tiny', '-e', script, `${door.url}/records`)
  assert.ok(stdout.startsWith(`503\n${title}\n`), stdout)
  isTold(stdout)
})

async function run(program, ...args) {
  const env = { ...process.env, LC_ALL: 'C' }
  const { child } = startProgram(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  const [[code], stdout, stderr] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

function missing(program, ...check) {
  const { status } = spawnSync(program, check.length > 0 ? check : ['--version'])
  return status === 0 ? false : `there is no ${program} on this machine`
}
