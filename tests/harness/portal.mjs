// The demo portal, as it stands behind the edge in `cargo xtask dev`.

import { once } from 'node:events'
import { createInterface } from 'node:readline'

import { inCheckout } from './checkout.mjs'
import { startProgram } from './child.mjs'

/** Starts the portal. Resolves when it says that it listens. */
export async function startPortal() {
  const portal = inCheckout('www/portal/origin.mjs')
  const { child, close } = startProgram('node', [portal, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const port = Number(/listening on http:\/\/127\.0\.0\.1:(\d+)$/.exec(line)?.[1])
  if (!port) throw new Error(`expected the portal to say where it listens, but it said: ${line}`)
  return { port, close }
}
