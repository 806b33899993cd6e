// The gate of a channel as a machine runs it: the built command, a state folder, and a clock that a test sets.

import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { intermission } from './checkout.mjs'
import { startProgram } from './child.mjs'
import { instant } from './schedule.mjs'

/** A machine whose gate asks the edge on `port`. `lead` is how long before a window it holds. */
export async function openMachineFor(t, { port, channel = 'ftp', lead = '10m', now }) {
  const folder = await mkdtemp(join(tmpdir(), 'intermission-gate-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const clock = join(folder, 'clock')
  const environment = {
    PATH: process.env.PATH,
    INTERMISSION_URL: `http://127.0.0.1:${port}`,
    INTERMISSION_CLOCK: clock,
    INTERMISSION_GATE_CHANNEL: channel,
    INTERMISSION_GATE_LEAD: lead,
    INTERMISSION_GATE_STATE: join(folder, 'state'),
  }
  const machine = {
    folder,
    environment,
    /** A path in the machine's folder. */
    at: (...parts) => join(folder, ...parts),
    /** Sets the clock, whole: nobody reads half an instant. */
    async clock(now) {
      await writeFile(`${clock}.new`, instant(now))
      await rename(`${clock}.new`, clock)
    },
    /** Starts `intermission gate …`. `ended` has the exit code, or the signal, and what was said. */
    start(words, { detached = false, ...variables } = {}) {
      return startCommand(intermission(), ['gate', ...words], { detached, env: { ...environment, ...variables } })
    },
    /** Runs it. */
    run: (words, variables) => machine.start(words, variables).ended,
  }
  await machine.clock(now)
  return machine
}

/** Starts a program whose streams are read. */
export function startCommand(program, words, { env, detached = false }) {
  const { child } = startProgram(program, words, { stdio: ['ignore', 'pipe', 'pipe'], env, detached })
  const said = { stderr: '' }
  child.stderr.on('data', (chunk) => { said.stderr += chunk })
  const ended = Promise.all([once(child, 'exit'), text(child.stdout), once(child.stderr, 'end')])
    .then(([[code, signal], stdout]) => ({ code: code ?? signal, stdout, stderr: plain(said.stderr) }))
  return {
    child,
    ended,
    /** Resolves once it has said something on standard error. */
    async says(pattern) {
      for (let wait = 0; !pattern.test(said.stderr); wait += 20) {
        if (wait > 10_000 || child.exitCode !== null) throw new Error(`expected ${pattern}, found: ${said.stderr}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
  }
}

/** Without the line by which a development build says that its clock is set. */
function plain(stderr) {
  return stderr.replace(/^the clock is set to .*\n/mg, '')
}
