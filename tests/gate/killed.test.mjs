// Pollers that are killed at any point, that run at the same time, and whose drain is killed: every file is processed
// once, nothing keeps the next one out, and users are told what is so. `INTERMISSION_KILLS=500` for more of it.

import assert from 'node:assert/strict'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { openMachineFor } from '../harness/gate.mjs'
import { openPoller } from '../harness/poller.mjs'
import { founding } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

const kills = Number(process.env.INTERMISSION_KILLS ?? 25)

const { inside, end } = founding
const site = await openSite()

test(`${kills} kills: every file is processed, none twice, and the sign comes and goes`, async (t) => {
  const { machine, server, poller } = await openFor(t)
  const sent = []
  let killed = 0
  await machine.clock(end)
  // How long a run takes that is let be, on whatever machine this is.
  const since = performance.now()
  await poller.run()
  const longest = performance.now() - since
  for (let round = 0; round < kills; round += 1) {
    // The window opens and closes over and over.
    await machine.clock(round % 2 === 0 ? inside : end)
    const name = `${round}.txt`
    await writeFile(join(server.incoming, name), name)
    sent.push(name)
    await poller.settle()
    const run = poller.start({ detached: true })
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
    // It and all that it has started, as a power cut would.
    if (run.child.exitCode === null && kill(run.child.pid)) killed += 1
    await run.ended
  }
  await machine.clock(inside)
  assert.equal((await poller.run()).code, 75)
  assert.match(await readFile(server.banner, 'utf8'), /Emergency maintenance ends Thursday/)
  await machine.clock(end)
  assert.deepEqual(await poller.run(), { code: 0, stdout: '', stderr: '' })
  assert.equal(await readFile(server.banner, 'utf8'), 'Welcome.\n')
  assert.deepEqual(await poller.results(), sent.sort().map((name) => [name, name]))
  assert.deepEqual(await poller.left(), [])
  assert.ok(killed > kills / 8, `enough were killed: ${killed}`)
  t.diagnostic(`${killed} of ${kills} runs killed; ${sent.length} files, each with one result`)
})

test('pollers at the same time: one works, the others say so, and each file is processed once', async (t) => {
  const { machine, server, poller } = await openFor(t)
  const sent = Array.from({ length: 40 }, (_, number) => `${number}.txt`).sort()
  for (const name of sent) await writeFile(join(server.incoming, name), name)
  await poller.settle()
  await machine.clock(end)
  const runs = await Promise.all(Array.from({ length: 4 }, () => poller.run()))
  const codes = runs.map(({ code }) => code)
  assert.ok(codes.includes(0) && codes.every((code) => code === 0 || code === 75), codes.join())
  for (const { code, stderr } of runs) {
    if (code === 75) assert.equal(stderr, 'held: another batch of `ftp` runs, and this one is to be alone\n')
  }
  assert.deepEqual(await poller.tries(), sent)
  assert.deepEqual(await poller.results(), sent.map((name) => [name, name]))
})

test('while somebody drains with a command no batch starts, and when that is killed the next one does', async (t) => {
  const { machine, server, poller } = await openFor(t)
  await machine.clock(end)
  await writeFile(join(server.incoming, 'a.txt'), 'a')
  await poller.settle()
  const drain = machine.start(['drain', '--', 'sleep', '60'])
  await drain.says(/^drained: no batch of `ftp` starts until this ends$/m)
  const held = await poller.run()
  assert.deepEqual(held, { code: 75, stdout: '', stderr: 'held: `ftp` is drained: somebody keeps batches out\n' })
  const second = await machine.run(['drain', '--timeout', '1s', '--', 'true'])
  assert.deepEqual([second.code, second.stderr], [75, 'not drained: somebody else drains `ftp`\n'])
  assert.match((await machine.run(['status'])).stdout, /^ {2}drain {4}somebody keeps batches out$/m)
  drain.child.kill('SIGKILL')
  assert.equal((await drain.ended).code, 'SIGKILL')
  assert.equal((await poller.run()).code, 0)
  assert.deepEqual(await poller.results(), [['a.txt', 'a']])
})

test('a drain closes the door at once, so that it does not wait for ever for one batch after the other', async (t) => {
  const { machine } = await openFor(t)
  await machine.clock(end)
  const first = machine.start(['run', '--', 'sleep', '60'])
  await becomes(machine, /running {2}process \d+, sleep, since Thursday, February 6, 2025, 9:00 p\.m\. \(CT\)/)
  const drain = machine.start(['drain', '--', 'echo', 'drained'])
  await drain.says(/^waiting for process \d+ \(sleep\)$/m)
  assert.equal((await machine.run(['run', '--', 'true'])).code, 75)
  first.child.kill('SIGTERM')
  assert.equal((await first.ended).code, 'SIGTERM', 'signals are the batch’s own')
  assert.deepEqual(await drain.ended.then(({ code, stdout }) => [code, stdout]), [0, 'drained\n'])
})

test('who is not out in time is named', async (t) => {
  const { machine } = await openFor(t)
  await machine.clock(end)
  const batch = machine.start(['run', '--', 'sleep', '60'])
  await becomes(machine, /running/)
  await machine.clock(inside)
  const drained = await machine.run(['drain', '--timeout', '1s'])
  assert.equal(drained.code, 75)
  assert.match(drained.stderr, /^not drained in time: process \d+ \(sleep\) still there$/m)
  batch.child.kill()
  await batch.ended
  assert.equal((await machine.run(['drain', '--timeout', '1s'])).code, 0)
})

async function openFor(t) {
  const machine = await openMachineFor(t, { port: site.port, now: inside })
  const server = { incoming: machine.at('incoming'), banner: machine.at('banner') }
  await mkdir(server.incoming)
  await writeFile(server.banner, 'Welcome.\n')
  const poller = await openPoller(machine, server, ['--banner', server.banner])
  return { machine, server, poller }
}

/** Whether a process and its group were there to be killed. */
function kill(leader) {
  try {
    process.kill(-leader, 'SIGKILL')
    return true
  } catch {
    return false
  }
}

async function becomes(machine, pattern) {
  const since = performance.now()
  for (;;) {
    const { stdout } = await machine.run(['status'])
    if (pattern.test(stdout)) return
    assert.ok(performance.now() - since < 10_000, `expected ${pattern}, found ${stdout}`)
  }
}
