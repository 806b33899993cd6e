// The founding notice's promise to partners who send files: they may be submitted during the downtime, are not processed
// in it, and are afterwards, by themselves. A real file server, a real client, the real edge; the poller runs as often as
// cron would.
//
//  1. before the lead, what comes is processed
//  2. a batch that began before the lead is not cut, and a drain waits for it
//  3. from the lead on nothing begins, and who connects is told until when
//  4. files come through the whole window; one of them only by half
//  5. the window is extended while they wait
//  6. after the end everything whole is processed once, without anybody doing anything
//  7. the half is, once it is whole

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { openFtpFor, openPartnerFor, openSftpFor, withoutVsftpd } from '../harness/file-server.mjs'
import { openMachineFor } from '../harness/gate.mjs'
import { foundingDocument, inForce, openKeptSiteFor } from '../harness/keeper.mjs'
import { openPoller } from '../harness/poller.mjs'
import { founding } from '../harness/schedule.mjs'

const minute = 60_000
const { start, end, window } = founding

const servers = [
  ['vsftpd', { skip: withoutVsftpd }, (t) => openFtpFor(t)],
  ['vsftpd with TLS', { skip: withoutVsftpd }, (t) => openFtpFor(t, { tls: true })],
  ['SFTP', {}, (t) => openSftpFor(t)],
]

const batch = (name) => `FHS|^~\\&|${name}\nBHS|^~\\&\nMSH|^~\\&|${name}\nBTS|1\nFTS|1\n`
const half = 'FHS|^~\\&|slow.hl7\nBHS|^~\\&\nMSH|^~\\&|slow.hl7\n'
const rest = 'BTS|1\nFTS|1\n'

for (const [name, options, open] of servers) {
  test(`a night with ${name}`, options, async (t) => {
    const before = start - 60 * minute
    const site = await openKeptSiteFor(t)
    assert.equal((await site.operator.publish(await foundingDocument(), 0, { now: before })).status, 200)
    await inForce(site.send, 1)
    const server = await open(t)
    const machine = await openMachineFor(t, { port: site.port, now: before })
    const message = join(server.incoming, '.message')
    const poller = await openPoller(machine, server, ['--banner', server.banner, '--message', message])
    const partner = openPartnerFor(t, server)
    const slow = openPartnerFor(t, server)
    const told = server.kind !== 'sftp'

    // 1
    const usual = await partner('enter')
    assert.doesNotMatch(usual.banner, /maintenance/)
    await stored(partner, 'before.hl7')
    await poller.settle()
    assert.deepEqual(await poller.run(), { code: 0, stdout: '', stderr: '' })
    assert.deepEqual(await poller.results(), [['before.hl7', batch('before.hl7')]])

    // 2
    await machine.clock(start - 11 * minute)
    await stored(partner, 'long.hl7')
    await poller.settle()
    await writeFile(poller.hold, '')
    const long = poller.start()
    await until(async () => (await poller.tries()).includes('long.hl7'))
    await machine.clock(start - 10 * minute)
    const again = await poller.run()
    assert.equal(again.code, 75)
    assert.match(again.stderr, /^held: `ftp` of ImmTrac2 until Thursday, February 6, 2025, 9:00 p\.m\. \(CT\): .* starts Thursday/)
    await machine.clock(start)
    const drain = machine.start(['drain'])
    await drain.says(/waiting for process \d+ \(.*poll\.sh\)/)
    assert.equal(long.child.exitCode, null, 'it is not cut')
    await rm(poller.hold)
    assert.equal((await long.ended).code, 0)
    assert.equal((await drain.ended).code, 0)
    assert.deepEqual((await poller.results()).map(([name]) => name), ['before.hl7', 'long.hl7'])

    // 3 and 4
    assert.equal((await partner('leave')).error, undefined)
    await poller.run()
    const { banner, message: sign } = await partner('enter')
    assert.match(banner, /Emergency maintenance ends Thursday, February 6, 2025, 9:00 p\.m\. \(CT\)\./)
    assert.match(banner, /There is no need to resubmit data\./)
    if (told) assert.match(sign, /Files may be submitted; they are not processed during the downtime\./)
    await slow('enter')
    assert.equal((await slow('begin', 'slow.hl7', half)).error, undefined)
    const waiting = []
    for (let now = start; now < end; now += 20 * minute) {
      await machine.clock(now)
      const file = `at-${(now - start) / minute}.hl7`
      await stored(partner, file)
      waiting.push(file)
      await poller.settle()
      assert.equal((await poller.run()).code, 75, file)
    }
    assert.equal((await poller.results()).length, 2, 'nothing is processed within the window')

    // 5
    const now = end - 5 * minute
    const extended = await site.operator.step(window, 'extend', { by: '30m' }, 1, { now })
    assert.equal(extended.status, 200, extended.text)
    await inForce(site.send, 2)
    await machine.clock(end)
    const still = await poller.run()
    assert.equal(still.code, 75)
    assert.match(still.stderr, /until Thursday, February 6, 2025, 9:30 p\.m\. \(CT\)/)
    assert.match(await readFile(server.banner, 'utf8'), /ends Thursday, February 6, 2025, 9:30 p\.m\. \(CT\)/)
    await machine.clock(end + 30 * minute - 1)
    assert.equal((await poller.run()).code, 75)
    assert.equal((await poller.results()).length, 2)

    // 6
    await machine.clock(end + 30 * minute)
    await poller.settle()
    assert.equal((await poller.run()).code, 0)
    const all = ['before.hl7', 'long.hl7', ...waiting].sort()
    assert.deepEqual(await poller.results(), all.map((name) => [name, batch(name)]))
    assert.deepEqual(await poller.tries(), all, 'each was processed once')
    assert.deepEqual(await poller.left(), ['slow.hl7'])
    assert.equal(await readFile(server.banner, 'utf8'), '')
    assert.equal(existsSync(message), false)

    // 7
    assert.equal((await slow('finish', rest)).error, undefined)
    await poller.settle()
    assert.equal((await poller.run()).code, 0)
    assert.deepEqual((await poller.results()).find(([name]) => name === 'slow.hl7')?.[1], half + rest)
    assert.deepEqual(await poller.left(), [])
  })
}

async function stored(partner, name) {
  const answer = await partner('store', name, batch(name))
  assert.equal(answer.error, undefined)
  assert.match(answer.said, /^226|closed/)
}

async function until(holds) {
  for (let wait = 0; !(await holds()); wait += 20) {
    assert.ok(wait < 10_000, 'it did not come to be within ten seconds')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
