// The programs that tests start. None outlives the tests, however those end.

import { spawn } from 'node:child_process'
import { once } from 'node:events'

const running = new Set()

process.once('exit', () => {
  for (const child of running) child.kill()
})
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

/** Starts a program. `exited` resolves when it has ended, and `close` ends it. */
export function startProgram(program, args, options) {
  const child = spawn(program, args, options)
  running.add(child)
  const exited = once(child, 'exit').finally(() => running.delete(child))
  return {
    child,
    exited,
    async close() {
      child.kill()
      await exited
    },
  }
}
