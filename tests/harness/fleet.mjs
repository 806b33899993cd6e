// One keeper and several gates, each a process of its own, as on several machines.

import { join } from 'node:path'

import { copyBundle } from './bundle.mjs'
import { receive, request } from './client.mjs'
import { operator, rootToken } from './keeper.mjs'
import { startOrigin } from './origin.mjs'
import { startRuntime } from './runtime.mjs'
import { compileFile, founding } from './schedule.mjs'
import { startBetween } from './wire-fault.mjs'

/** For one test: a keeper, a network that a test can disturb, and `size` gates. */
export async function openFleetFor(t, { size = 3, profile = 'dev', timeline, environment } = {}) {
  timeline ??= await compileFile(founding.file)
  const closing = []
  t.after(async () => {
    if (!t.passed) for (const gate of fleet.gates) console.error(gate.log.text().split('\n').slice(-20).join('\n'))
    for (const close of closing.reverse()) await close()
  })

  const bundle = await copyBundle({ profile, timeline })
  closing.push(bundle.remove)
  const origin = await startOrigin()
  closing.push(() => origin.close())

  const startKeeper = () => startRuntime(join(bundle.folder, 'keeper.capnp'), {
    socket: 'keeper',
    keeperFolder: bundle.keeperFolder,
    environment: { INTERMISSION_ADMIN_TOKEN: rootToken, ...environment },
  })
  let keeper = await startKeeper()
  closing.push(() => keeper.close())
  const between = await startBetween(keeper.port)
  closing.push(() => between.close())

  const startGate = async () => {
    const externals = { origin: origin.port, keeper: between.port }
    const runtime = await startRuntime(join(bundle.folder, 'gate.capnp'), { externals, environment })
    closing.push(() => runtime.close())
    const send = (settings) => receive(request(runtime.port, settings))
    return { ...runtime, send, operator: operator(send) }
  }
  const fleet = {
    origin,
    between,
    keeper: () => keeper,
    /** Another gate, which nobody asked anything yet. */
    startGate,
    gates: await Promise.all(Array.from({ length: size }, startGate)),
    /** Ends the keeper without a word and starts it again, over the same disk. */
    async restartKeeper() {
      await keeper.kill()
      keeper = await startKeeper()
      between.target = keeper.port
    },
  }
  return fleet
}
