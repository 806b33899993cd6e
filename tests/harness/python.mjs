// Python with the clients that the tests run: as `cargo xtask test` installs it.

import { createInterface } from 'node:readline'
import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'

import { inCheckout } from './checkout.mjs'
import { startProgram } from './child.mjs'

/** What the user of a client saw, as the script `name` in `tests/clients/python/` tells of it in one line of JSON. */
export async function runPython(name, ...args) {
  const script = inCheckout('tests/clients/python', name)
  // -I: nothing of the machine's own Python counts, neither its packages nor its settings.
  const { child, exited } = startProgram(interpreter(), ['-I', script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = text(child.stderr)
  const lines = []
  for await (const line of createInterface({ input: child.stdout })) lines.push(line)
  const [code] = await exited
  if (code !== 0 || lines.length !== 1) {
    throw new Error(`${name} ended with ${code} after ${lines.length} lines:\n${lines.join('\n')}\n${await said}`)
  }
  return JSON.parse(lines[0])
}

/** The interpreter that has the packages. */
export function interpreter() {
  const path = process.env.INTERMISSION_PYTHON ?? inCheckout('target/clients-python/bin/python3')
  if (existsSync(path)) return path
  throw new Error(`${path} is not there; run \`cargo xtask test\` first, which installs it`)
}
