// The edge on its real runtime: one workerd process, on a port of its own choosing.

import { createInterface } from 'node:readline'

import { workerd } from './checkout.mjs'
import { startProgram } from './child.mjs'
import { keepLog } from './log.mjs'

/**
 * Serves a configuration in front of the origin on `originPort`. Resolves when it listens. The variables in
 * `environment` are all that the process has: nothing of the machine's own may decide over a test.
 */
export async function startRuntime(configuration, originPort, environment = {}) {
  const { child, exited, close } = startProgram(workerd, [
    'serve', configuration, '--control-fd=3',
    '--socket-addr', 'http=127.0.0.1:0', '--external-addr', `origin=127.0.0.1:${originPort}`,
  ], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env: environment })
  const log = keepLog(child.stdout, child.stderr)

  const port = await Promise.race([listening(child.stdio[3]), exited.then(() => undefined)])
  if (port === undefined) throw new Error(`workerd ended before it listened:\n${log.text()}`)

  return {
    port,
    log,
    close,
    /** Whether the process is still there. */
    isRunning: () => child.exitCode === null && child.signalCode === null,
  }
}

/** The port in `{"event":"listen","socket":"http","port":N}`. */
async function listening(control) {
  for await (const line of createInterface({ input: control })) {
    const message = JSON.parse(line)
    if (message.event === 'listen') return message.port
  }
}
