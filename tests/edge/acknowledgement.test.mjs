// HL7 v2 over HTTP: text by 503, and, for a channel that asks for it, the acknowledgement that rejects.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { receive } from '../harness/client.mjs'
import { compile } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

const site = await openSite({
  timeline: await compile(`
    [service]
    name = "Registry"
    zone = "UTC"
    [edge]
    ramp = "10m"
    [[channel]]
    id = "web-services"
    name = "web services"
    routes = ["/hl7"]
    [[channel]]
    id = "old-partner"
    name = "the partner that reads nothing else"
    routes = ["/hl7/old-partner"]
    hl7-acknowledge = true
    [[window]]
    id = "deployment"
    channels = ["web-services", "old-partner"]
    start = 2025-03-01T10:00:00Z
    end = 2025-03-01T12:00:00Z
  `),
})

const now = Date.parse('2025-03-01T11:00:00Z')
const end = Date.parse('2025-03-01T12:00:00Z')
const message = 'MSH|^~\\&|EHR|FAC|IIS|TX|20250301050000-0600||VXU^V04^VXU_V04|MSGID123|P|2.5.1\rPID|1||4711\r'
const hl7 = { 'Content-Type': 'application/hl7-v2+er7; charset=utf-8' }
const path = '/hl7/old-partner'
const told = 'This message was NOT processed. Send it again after 2025-03-01T12:00:00Z.'

const text = `503 Service Unavailable\r
The server is temporarily unable to service your request due to maintenance downtime or capacity problems. \
Please try again later.\r
${told}\r
Scheduled maintenance ends Saturday, March 1, 2025, 12:00 noon (UTC).\r
Window: deployment\r
Status: /_maintenance/windows/deployment\r
`

const everyAnswer = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'Retry-After, Link'],
  ['Cache-Control', 'no-store'],
  ['Content-Language', 'en'],
  ['Link', '</_maintenance/timeline.json>; rel="status"; type="application/json", ' +
    '</_maintenance/windows/deployment>; rel="help"; type="text/html"'],
  ['Vary', 'Accept, Accept-Language, Content-Type, Sec-Fetch-Dest'],
  ['X-Content-Type-Options', 'nosniff'],
]

test('without the option a message is answered with text by 503, whose lines end as HL7’s do', async () => {
  const answer = await post(message, { path: '/hl7' })
  assert.deepEqual([answer.status, answer.text], [503, text])
  assert.deepEqual(shown(answer), sorted([...everyAnswer, ['Content-Type', 'text/plain; charset=utf-8']]))
})

test('with it, by the acknowledgement that rejects: to the sender, about this message, never AE', async () => {
  await site.origin.take()
  const answer = await post(message)
  assert.deepEqual([answer.status, answer.reason], [200, 'OK'])
  assert.equal(answer.text, 'MSH|^~\\&|IIS|TX|EHR|FAC|20250301110000+0000||ACK^V04^ACK|20250301110000000.MSGID123|P|' +
    `2.5.1\rMSA|AR|MSGID123\rERR||MSH^1|207^Application internal error^HL70357|E||||${told}\r`)
  assert.deepEqual(shown(answer), sorted([...everyAnswer, ['Content-Type', 'application/hl7-v2+er7; charset=utf-8']]))
  assert.equal(answer.header('Retry-After'), undefined)
  assert.deepEqual(await site.origin.take(), [])
})

test('messages as senders write them', async (t) => {
  const table = {
    'in the frame of MLLP': [`\u000b${message}\u001c\r`, 'MSA|AR|MSGID123\r'],
    'after a byte order mark and a line break': [`\ufeff\r\n${message}`, 'MSA|AR|MSGID123\r'],
    'with lines that end in LF': [message.replaceAll('\r', '\n'), 'MSA|AR|MSGID123\r'],
    'with five encoding characters': [message.replace('^~\\&', '^~\\&#'), 'MSH|^~\\&#|IIS|'],
    'with other separators': [
      'MSH$%~\\&$EHR$FAC$IIS$TX$$$VXU%V04%VXU_V04$MSGID123$P$2.5.1\r',
      'MSH$%~\\&$IIS$TX$EHR$FAC$20250301110000+0000$$ACK%V04%ACK$20250301110000000.MSGID123$P$2.5.1\r' +
        'MSA$AR$MSGID123\rERR$$MSH%1$207%Application internal error%HL70357$E$$$$',
    ],
    'with separators that are in our words, which are escaped': [
      'MSH.:~\\&.EHR.FAC.IIS.TX...VXU:V04.MSGID123.P.2\r',
      'was NOT processed\\F\\ Send it again after 2025-03-01T12\\S\\00',
    ],
    'without a trigger event': [message.replace('VXU^V04^VXU_V04', 'VXU'), '||ACK|'],
    'without senders': ['MSH|^~\\&|||||||QBP^Q11|1|P|2.5.1\r', 'MSH|^~\\&|||||20250301110000+0000||ACK^Q11^ACK|'],
    'in letters beyond ASCII, which a message has to declare': [
      message.replace('FAC', 'Clínica'),
      '|Clínica|20250301110000+0000||ACK^V04^ACK|20250301110000000.MSGID123|P|2.5.1||||||UNICODE UTF-8\rMSA|AR|',
    ],
    'with components in its fields': [message.replace('FAC', 'FAC^1.2.3^ISO'), '|EHR|FAC^1.2.3^ISO|'],
    'of an old version': [message.replace('2.5.1', '2.3'), '|P|2.3\r'],
  }
  for (const [what, [sent, expected]] of Object.entries(table)) {
    await t.test(what, async () => {
      const answer = await post(sent)
      assert.equal(answer.status, 200)
      assert.ok(answer.text.includes(expected), JSON.stringify(answer.text))
      assert.equal(/\rMSA.(..)/.exec(answer.text)[1], 'AR')
      assert.doesNotMatch(answer.text, /\bAE\b|\n/)
    })
  }
})

test('what is no message is answered with text by 503, and says when to come back', async (t) => {
  const table = {
    'nothing': '',
    'garbage': Buffer.from('ff00fe'.repeat(1000), 'hex'),
    '10 MB of it': Buffer.alloc(10 * 1024 * 1024, 'MSH'),
    'a message in a form': `message=${encodeURIComponent(message)}`,
    'a header without a control id': message.replace('MSGID123', ''),
    'a header that is cut off': 'MSH|^~\\&|EHR',
    'no separators': 'MSH',
    'letters that separate': message.replaceAll('|', 'x'),
    'a batch': `FHS|^~\\&|\rBHS|^~\\&|\r${message}`,
    'small letters': message.toLowerCase(),
    'a page': '<!DOCTYPE html><title>MSH|</title>',
  }
  for (const [what, sent] of Object.entries(table)) {
    await t.test(what, async () => {
      const answer = await post(sent)
      assert.deepEqual([answer.status, answer.text], [503, text])
      assert.ok(answer.header('Retry-After') >= 3600)
    })
  }
  for (const method of ['GET', 'HEAD']) {
    await t.test(`a ${method}`, async () => {
      const answer = await site.send({ method, path, headers: hl7, now })
      assert.deepEqual([answer.status, answer.text], [503, method === 'GET' ? text : ''])
    })
  }
})

// It is read to its end: a sender that is still writing when the connection is closed may never see the answer.
test('a large message and one that comes slowly are acknowledged when they are there', async () => {
  const large = Buffer.concat([Buffer.from(message), Buffer.alloc(10 * 1024 * 1024, 'OBX|')])
  for (let time = 0; time < 5; time += 1) assert.match((await post(large)).text, /\rMSA\|AR\|MSGID123\r/)

  const outgoing = site.begin({ method: 'POST', path, headers: hl7, now, open: true })
  const answer = receive(outgoing)
  for (const piece of [message.slice(0, 2), message.slice(2, 30), message.slice(30)]) {
    outgoing.write(piece)
    // Another request, there and back: what was written is on its way.
    await site.send({ now })
  }
  outgoing.end()
  assert.match((await answer).text, /\rMSA\|AR\|MSGID123\r/)
})

test('outside of windows the message reaches the origin, whole', async () => {
  await site.origin.take()
  assert.equal((await post(message, { now: end + 600_000 })).text, 'the origin\n')
  assert.equal((await site.origin.take()).length, 1)
})

test('a panic lets the message pass, and the next is acknowledged', async () => {
  const drilled = await post(message, { headers: { ...hl7, 'Intermission-Drill': 'gate' } })
  assert.equal(drilled.text, 'the origin\n')
  assert.match((await post(message)).text, /\rMSA\|AR\|MSGID123\r/)
})

// Without an address chance decides, and does so twice: the service may open while a message is being read, and what
// was read of it cannot be passed on.
test('a message that meets the opening is passed, rejected, or sent back at once, but never lost', async () => {
  const seen = new Set()
  for (let time = 0; time < 80; time += 1) {
    await site.origin.take()
    const answer = await post(message, { now: end + 300_000 })
    const arrived = (await site.origin.take()).length
    const kind = answer.text.slice(0, 3)
    seen.add(kind)
    assert.deepEqual([answer.status, arrived], { the: [200, 1], MSH: [200, 0], 503: [503, 0] }[kind])
    if (kind === '503') {
      assert.equal(answer.text, '503 Service Unavailable\nThis was NOT processed. Send it again.\n')
      assert.equal(answer.header('Retry-After'), '1')
    }
  }
  assert.deepEqual([...seen].toSorted(), ['503', 'MSH', 'the'])
})

function post(body, settings) {
  return site.send({ method: 'POST', path, headers: hl7, body, now, ...settings })
}

function shown({ headers }) {
  return sorted(headers.filter(([name]) => !['Connection', 'Content-Length', 'Retry-After'].includes(name)))
}

function sorted(headers) {
  return headers.toSorted(([a], [b]) => (a < b ? -1 : 1))
}
