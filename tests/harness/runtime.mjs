// The edge on its real runtime: one workerd process, on a port of its own choosing.

import { createInterface } from 'node:readline'

import { workerd } from './checkout.mjs'
import { startProgram } from './child.mjs'
import { keepLog } from './log.mjs'

/**
 * Serves a configuration. `socket` is the one whose port is told; `externals` are the ports of what it speaks to, by
 * name; `keeperFolder` is where the keeper keeps what it is given; `under` is a program that starts the runtime in
 * circumstances of its own. The variables in `environment` are all that the process has: nothing of the machine's own
 * may decide over a test.
 */
export async function startRuntime(configuration, settings) {
  const { socket = 'http', externals = {}, keeperFolder, environment = {}, under = [] } = settings
  const [program, ...words] = [...under, workerd]
  const { child, exited, close } = startProgram(program, [
    ...words, 'serve', configuration, '--control-fd=3', '--socket-addr', `${socket}=127.0.0.1:0`,
    ...Object.entries(externals).flatMap(([name, port]) => ['--external-addr', `${name}=127.0.0.1:${port}`]),
    ...keeperFolder === undefined ? [] : ['--directory-path', `keeper-disk=${keeperFolder}`],
  ], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env: environment })
  const log = keepLog(child.stdout, child.stderr)

  const port = await Promise.race([listening(child.stdio[3]), exited.then(() => undefined)])
  if (port === undefined) throw new Error(`workerd ended before it listened:\n${log.text()}`)

  return {
    port,
    process: child.pid,
    log,
    close,
    /** Ends it as a power cut would: nothing is said to it. */
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
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
