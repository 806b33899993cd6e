// A site: the edge on its runtime in front of a real origin. What a test opens is closed after it, and when it fails,
// what the runtime logged is shown.

import { after, afterEach } from 'node:test'

import { copyBundle } from './bundle.mjs'
import { receive, request } from './client.mjs'
import { startOrigin } from './origin.mjs'
import { startRuntime } from './runtime.mjs'
import { compileFile, founding } from './schedule.mjs'

/** A site for all the tests of a file; `start` has the settings. */
export async function openSite(settings) {
  const site = await start(settings)
  afterEach((t) => report(t, site))
  after(() => site.close())
  return site
}

/** A site for one test. */
export async function openSiteFor(t, settings) {
  const site = await start(settings)
  t.after(async () => {
    report(t, site)
    await site.close()
  })
  return site
}

/**
 * `profile` is `dev` unless said otherwise, `timeline` the founding notice's; `configure` changes the text of the
 * runtime's configuration; `environment` are the variables of its process; `startBehind` starts what stands behind the
 * edge and gives back its `port` and `close`; `under(bundle)` is a program that starts the runtime.
 */
async function start({ profile = 'dev', timeline, configure, environment, startBehind = startOrigin, under } = {}) {
  timeline ??= await compileFile(founding.file)
  const bundle = await copyBundle({ profile, timeline, configure })
  const origin = await startBehind()
  const externals = { origin: origin.port }
  const { configuration, keeperFolder } = bundle
  const runtime = await startRuntime(configuration, {
    externals, keeperFolder, environment, under: under?.(bundle),
  }).catch(async (error) => {
    await origin.close()
    await bundle.remove()
    throw error
  })

  return {
    origin,
    port: runtime.port,
    log: runtime.log,
    isRunning: runtime.isRunning,
    /** Sends a request through the edge and reads the whole answer. */
    send: (settings) => receive(request(runtime.port, settings)),
    /** Begins a request and leaves it to the caller. */
    begin: (settings) => request(runtime.port, settings),
    async close() {
      await runtime.close()
      await origin.close()
      await bundle.remove()
    },
  }
}

function report(t, site) {
  if (t.passed) return
  const lines = site.log.text().split('\n').slice(-40).join('\n')
  console.error(`The end of the runtime's log after "${t.name}":\n${lines || '(empty)'}`)
}
