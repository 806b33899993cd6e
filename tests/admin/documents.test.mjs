// Documents that are no good: each is refused whole, with all that is wrong with it, and what was in force stays.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { foundingDocument, openKeptSite, rootToken } from '../harness/keeper.mjs'
import { compile, founding } from '../harness/schedule.mjs'

const site = await openKeptSite()
const { operator } = site
const document = await foundingDocument()
assert.equal((await operator.publish(document, 0)).status, 200)

/** The revision in force is the first, and it gates. */
async function nothingChanged() {
  const { json } = await operator.get('schedule')
  assert.deepEqual([json.revision, json.document], [1, document])
  assert.equal((await operator.get('revisions')).json.revisions.length, 1)
}

test('a document with mistakes is refused with every one of them and its place', async () => {
  const wrong = document
    .replace('zone = "America/Chicago"', 'zone = "America/Chicgo"')
    .replace('start = ', 'strat = ')
  const answer = await operator.publish(wrong, 1)
  assert.deepEqual([answer.status, answer.json.type], [422, '/_maintenance/problems/invalid-schedule'])
  const errors = answer.json.findings.filter(({ severity }) => severity === 'error')
  assert.ok(errors.length >= 2, answer.text)
  for (const { line, column, message } of errors) assert.ok(line > 1 && column >= 1 && message.length > 10)
  assert.ok(errors.some(({ help }) => help?.includes('America/Chicago')), answer.text)
  await nothingChanged()
})

test('a document that is cut off anywhere never comes into force by halves', async () => {
  const current = document
  for (let part = 1; part < 20; part += 1) {
    const cut = document.slice(0, Math.floor(document.length * part / 20))
    const answer = await operator.publish(cut, '*', { headers: {} })
    // What happens to be whole without its end is a document of its own, and is on record as such.
    if (answer.status === 200) await operator.publish(current, '*')
    else assert.equal(answer.status, 422, answer.text)
    assert.equal((await operator.get('schedule')).json.document, current)
  }
  await operator.rollback(1)
})

test('bodies that are no request', async () => {
  const before = (await operator.get('schedule')).json.revision
  const write = { Authorization: `Bearer ${rootToken}`, 'Content-Type': 'application/json', 'If-Match': '*' }
  const table = [
    ['', 400], ['null', 400], ['[]', 400], ['{"document": 7}', 400], ['{"document": "', 400],
    ['{}', 400], ['{"document": "", "documents": ""}', 400], [Buffer.from([0xff, 0xfe, 0x00]), 400],
    [`{"document": "${'\\u0000'.repeat(1000)}"}`, 422], ['{"document": "\\ud800"}', 400],
    [`${'['.repeat(100_000)}`, 400], [JSON.stringify({ document: '' }), 422],
  ]
  for (const [body, status] of table) {
    const answer = await site.send({ method: 'PUT', path: '/_maintenance/admin/v1/schedule', headers: write, body })
    assert.equal(answer.status, status, `${body.slice(0, 40)}: ${answer.text}`)
    assert.equal(answer.header('Content-Type'), 'application/problem+json')
  }
  const asForm = { ...write, 'Content-Type': 'application/x-www-form-urlencoded' }
  const form = await site.send({ method: 'PUT', path: '/_maintenance/admin/v1/schedule', headers: asForm, body: 'a=b' })
  assert.equal(form.status, 415)
  assert.equal((await operator.get('schedule')).json.revision, before)
})

test('ten megabytes are refused, however they are announced', async () => {
  const before = (await operator.get('schedule')).json.revision
  const large = `${document}${'# filling\n'.repeat(1_000_000)}`
  const answer = await operator.publish(large, '*')
  assert.deepEqual([answer.status, answer.json.type], [413, '/_maintenance/problems/too-large'])
  assert.match(answer.json.detail, /4194304 bytes/)
  const chunked = await operator.publish(large, '*', { headers: { 'Transfer-Encoding': 'chunked' } })
  assert.equal(chunked.status, 413)
  assert.equal((await operator.get('schedule')).json.revision, before)
  assert.equal((await site.send({ path: '/' })).text, 'the origin\n')
})

test('a hundred thousand windows are refused as too large by the keeper', async () => {
  const windows = Array.from({ length: 100_000 }, (_, number) => {
    const start = new Date(Date.UTC(2026, 0, 1) + number * 600_000).toISOString().replace('.000', '')
    return `[[window]]\nid = "w-${number}"\nchannels = ["web"]\nstart = ${start}\nlength = "5m"\n`
  }).join('')
  const base = document.slice(0, document.indexOf('[[window]]'))
  const answer = await operator.publish(base + windows, '*')
  assert.equal(answer.status, 413, answer.text.slice(0, 200))
})

test('the largest document that is taken is in force like any other', async () => {
  const base = document.slice(0, document.indexOf('[[window]]'))
  let windows = ''
  let number = 0
  while (base.length + windows.length < 2_500_000) {
    const start = new Date(Date.UTC(2026, 0, 1) + number * 600_000).toISOString().replace('.000', '')
    windows += `[[window]]\nid = "w-${number}"\nchannels = ["web"]\nstart = ${start}\nlength = "5m"\n`
    number += 1
  }
  const answer = await operator.publish(base + windows, '*')
  assert.equal(answer.status, 200, answer.text.slice(0, 500))
  const back = await operator.get('schedule')
  assert.equal(back.json.document, base + windows)
  assert.equal((await operator.publish(document, '*')).status, 200)
})

test('what is in force after all of this is the founding notice, as it was', async () => {
  await operator.publish(document, '*')
  const timeline = await compile(document)
  assert.ok(timeline.length > 0)
  assert.equal((await site.send({ now: founding.inside })).status, 503)
  assert.equal((await site.send({ now: founding.end })).status, 200)
})
