// A full disk: what cannot be kept is refused and changes nothing, what was in force stays, and the gate goes on.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

import { foundingDocument, openKeptSiteFor } from '../harness/keeper.mjs'
import { founding } from '../harness/schedule.mjs'

/** A disk of three megabytes for the keeper alone, which only the runtime's own namespace sees. */
const smallDisk = ({ keeperFolder }) => [
  'unshare', '-rm', 'sh', '-c', `mount -t tmpfs -o size=3m tmpfs '${keeperFolder}' && exec "$@"`, 'sh',
]

const isPossible = spawnSync('unshare', ['-rm', 'true']).status === 0

test('a full disk', { skip: !isPossible && 'this machine lets nobody mount a disk of their own' }, async (t) => {
  const site = await openKeptSiteFor(t, { under: smallDisk })
  const { operator } = site
  const document = await foundingDocument()
  assert.equal((await operator.publish(document, 0)).status, 200)

  let revision = 1
  let refused
  for (let number = 0; number < 60 && refused === undefined; number += 1) {
    const answer = await operator.publish(`${document}# ${number} ${'-'.repeat(150_000)}\n`, revision)
    if (answer.status === 200) revision = answer.json.revision
    else refused = answer
  }
  assert.ok(refused, 'the disk is full at last')
  assert.deepEqual([refused.status, refused.json.type], [507, '/_maintenance/problems/storage-full'], refused.text)

  for (let time = 0; time < 5; time += 1) {
    const again = await operator.publish(`${document}# ${'='.repeat(150_000)}\n`, revision)
    assert.equal(again.status, 507, again.text)
    const current = await operator.get('schedule')
    assert.deepEqual([current.status, current.json.revision], [200, revision])
    assert.equal((await site.send({ now: founding.inside })).status, 503)
    assert.equal((await site.send({ now: founding.end })).status, 200)
  }
  for (let number = 1; number <= revision; number += 1) {
    assert.equal((await operator.get(`revisions/${number}`)).json.number, number)
  }
  assert.doesNotMatch(site.log.text(), /Bearer|a-root-token/)
})
