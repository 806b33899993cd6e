// A mail server that nobody here wrote, with a folder for what it takes.

import { createInterface } from 'node:readline'
import { once } from 'node:events'

import { inCheckout } from './checkout.mjs'
import { startProgram } from './child.mjs'
import { interpreter } from './python.mjs'

/** The server, closed after the test. `taken` grows with every mail; `next()` resolves with the next one. */
export async function openMailServer(t, folder) {
  const script = inCheckout('tests/clients/python/mail_server.py')
  const { child, close } = startProgram(interpreter(), ['-I', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(close)
  const lines = createInterface({ input: child.stdout })
  const [first] = await once(lines, 'line')
  const { port, encrypted, other, authority } = JSON.parse(first)
  const taken = []
  lines.on('line', (line) => taken.push(JSON.parse(line)))
  return {
    /** Where it wants STARTTLS, where it is encrypted from the beginning, and where so by another host's certificate. */
    port, encrypted, other,
    authority, taken,
    /** Resolves with a mail to somebody, which may be there already. */
    async mailTo(address) {
      for (;;) {
        const found = taken.find(({ to }) => to.includes(address))
        if (found) return found
        await once(lines, 'line')
      }
    },
  }
}
