// Waiting for a server that does not say when it listens.

import { connect } from 'node:net'
import { once } from 'node:events'

/** Resolves when somebody listens on a port of this machine, and fails after ten seconds. */
export async function becomesReachable(port) {
  const since = performance.now()
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    try {
      await once(socket, 'connect')
      return
    } catch (error) {
      if (performance.now() - since > 10_000) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      socket.destroy()
    }
  }
}
