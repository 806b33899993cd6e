// Schedules, compiled by the project's own compiler, and instants around their boundaries.

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { inCheckout, xtask } from './checkout.mjs'

const run = promisify(execFile)

/** The founding notice: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. in Chicago. */
export const founding = {
  file: inCheckout('examples/immtrac2/schedule.toml'),
  window: '2025-02-06-deployment',
  start: Date.parse('2025-02-07T01:00:00Z'),
  inside: Date.parse('2025-02-07T02:00:00Z'),
  end: Date.parse('2025-02-07T03:00:00Z'),
}

/** An instant in milliseconds as the header `Intermission-Now` takes it. */
export function instant(millis) {
  return new Date(millis).toISOString()
}

/** The timeline of the schedule in a file: packed, as it is deployed, or as JSON, which a test can edit. */
export async function compileFile(file, name = 'timeline.bin') {
  const folder = await mkdtemp(join(tmpdir(), 'intermission-schedule-'))
  try {
    const out = join(folder, name)
    await run(xtask, ['timeline', file, out])
    return await readFile(out)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The timeline of a schedule in hand. */
export async function compile(toml) {
  const folder = await mkdtemp(join(tmpdir(), 'intermission-schedule-'))
  try {
    const file = join(folder, 'schedule.toml')
    await writeFile(file, toml)
    return await compileFile(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The timeline of the founding notice after an edit of its text. */
export async function compileFounding(edit) {
  return compile(edit(await readFile(founding.file, 'utf8')))
}

/** The demo's schedule with a window put in, as `cargo xtask dev` does it. */
export async function demoSchedule(start, end) {
  const template = await readFile(inCheckout('examples/demo/schedule.toml.in'), 'utf8')
  return template.replace('{start}', instant(start)).replace('{end}', instant(end))
}
