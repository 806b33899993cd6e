// The worker as wrangler bundles and serves it: Cloudflare's own stand-in for its platform, with a cache.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { startProgram } from './child.mjs'
import { receive, request } from './client.mjs'
import { inCheckout } from './checkout.mjs'
import { keepLog } from './log.mjs'

const packages = inCheckout('tests/node_modules')
const machine = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

/** Serves the bundle in `folder`; what the platform keeps is kept below `state`. */
export async function startWrangler({ folder, state, variables = {} }) {
  const configuration = join(folder, 'wrangler.toml')
  await writeFile(configuration, `
name = "intermission"
main = "entry.js"
compatibility_date = "2026-11-01"

[[durable_objects.bindings]]
name = "KEEPER"
class_name = "Keeper"

[[migrations]]
tag = "keeper"
new_sqlite_classes = ["Keeper"]

[vars]
${Object.entries(variables).map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join('\n')}

[[rules]]
type = "Data"
globs = ["**/*.bin"]
fallthrough = false

[[rules]]
type = "CompiledWasm"
globs = ["**/*.wasm"]
fallthrough = false
`)
  const { child, exited, close } = startProgram(join(packages, machine, 'bin/node'), [
    join(packages, 'wrangler/bin/wrangler.js'), 'dev', '--config', configuration, '--ip', '127.0.0.1', '--port', '0',
    '--persist-to', state, '--show-interactive-dev-session', 'false', '--inspector-port', '0',
  ], {
    stdio: ['ignore', 'pipe', 'pipe'], cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, CI: '1', WRANGLER_SEND_METRICS: 'false' },
  })
  const log = keepLog(child.stdout, child.stderr)
  await Promise.race([log.says(/Ready on http/), exited])
  const port = Number(/Ready on http:\/\/[^:]+:(\d+)/.exec(log.text())?.[1])
  if (!port) throw new Error(`wrangler did not begin to serve:\n${log.text()}`)
  return { port, log, close, send: (settings) => receive(request(port, settings)) }
}
