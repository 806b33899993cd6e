// A soak: a steady load on two gates while a revision is published every second. Every answer must be one that a
// revision in force within the last ten seconds gives, and none older than the one before it from the same gate.
//
//     node tests/reliability/soak.mjs [MINUTES]      (ten; the figures stand in docs/reliability.md)

import http from 'node:http'
import { readFile } from 'node:fs/promises'

import { receive, request } from '../harness/client.mjs'
import { openFleetFor } from '../harness/fleet.mjs'
import { founding } from '../harness/schedule.mjs'

const minutes = Number(process.argv[2] ?? 10)
const visitors = 10
const pauseMillis = 20
const lateMillis = 10_000

const closing = []
const fleet = await openFleetFor({ after: (close) => closing.push(close), passed: true }, { size: 2, profile: 'dev' })
const { operator } = fleet.gates[0]

const text = await readFile(founding.file, 'utf8')
const document = (number) => text.replace('[service]', `[service]\ntitle = "Revision ${number}"`)

/** When each revision stopped to be the one in force. */
const superseded = new Map()
const tally = { asked: 0, refused: 0, passed: 0, wrong: 0, published: 0, oldest: 0 }
const wrongs = []
const samples = []
const ends = performance.now() + minutes * 60_000
const isOver = () => performance.now() >= ends

await publish(1)
await Promise.all([
  publishing(),
  sampling(),
  ...Array.from({ length: visitors }, (_, place) => visiting(fleet.gates[place % 2], place)),
])
report()
for (const close of closing) await close()
process.exit(tally.wrong === 0 ? 0 : 1)

async function publish(number) {
  const answer = await operator.publish(document(number), '*')
  if (answer.status !== 200) throw new Error(`revision ${number} was not taken: ${answer.text}`)
  superseded.set(number - 1, performance.now())
  tally.published = number
}

async function publishing() {
  for (let number = 2; !isOver(); number += 1) {
    const next = performance.now() + 1000
    await publish(number)
    await pause(Math.max(0, next - performance.now()))
  }
}

/** Asks again and again: two times in three while the window is open, once outside. */
async function visiting(gate, place) {
  const agent = new http.Agent({ keepAlive: true })
  await pause(11_000)
  let last = 0
  for (let time = place; !isOver(); time += 1) {
    const isInside = time % 3 !== 0
    const asked = performance.now()
    const answer = await receive(request(gate.port, { now: isInside ? founding.inside : founding.end, agent }))
    tally.asked += 1
    if (isInside) {
      const revision = Number(/Revision (\d+)/.exec(answer.text)?.[1])
      const age = asked - (superseded.get(revision) ?? asked)
      tally.refused += 1
      tally.oldest = Math.max(tally.oldest, age)
      // Two visitors of a gate may be answered out of turn, but one visitor never sees an older revision.
      if (answer.status !== 503 || !(revision >= last) || age > lateMillis) wrong({ status: answer.status, revision, last, age })
      last = revision
    } else {
      tally.passed += 1
      if (answer.text !== 'the origin\n') wrong({ status: answer.status, text: answer.text })
    }
    await pause(pauseMillis)
  }
  agent.destroy()
}

async function sampling() {
  while (!isOver()) {
    const resident = async (process) => {
      const status = await readFile(`/proc/${process}/status`, 'utf8')
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1000)
    }
    samples.push(await Promise.all([fleet.keeper(), ...fleet.gates].map((runtime) => resident(runtime.process))))
    await pause(10_000)
  }
}

function wrong(what) {
  tally.wrong += 1
  if (wrongs.length < 10) wrongs.push(what)
}

function report() {
  const third = Math.floor(samples.length / 3)
  const mean = (rows, place) => Math.round(rows.reduce((sum, row) => sum + row[place], 0) / rows.length)
  console.log(`${minutes} minutes: ${tally.asked} requests (${tally.refused} refused, ${tally.passed} passed), `
    + `${tally.published} revisions, ${tally.wrong} wrong answers`)
  console.log(`the oldest revision that decided had been superseded for ${(tally.oldest / 1000).toFixed(1)} s`)
  for (const [place, name] of ['keeper', 'gate 1', 'gate 2'].entries()) {
    const [middle, end] = [samples.slice(third, 2 * third), samples.slice(2 * third)].map((rows) => mean(rows, place))
    console.log(`${name}: ${middle} MB resident in the second third, ${end} MB in the last`)
  }
  for (const what of wrongs) console.log('wrong:', what)
}

function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis))
}
