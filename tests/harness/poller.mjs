// The poller of examples/gate behind the gate, over the folder of a file server.

import { mkdir, readFile, readdir, utimes } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { inCheckout } from './checkout.mjs'

/** Nobody waits a minute for a file to have been left alone for one: its time is set back. */
const aWhile = 120_000

/** A poller on a machine; `signs` are the words that make the gate tell users. */
export async function openPoller(machine, server, signs = []) {
  const folder = (name) => machine.at(name)
  const names = ['work', 'done', 'results']
  await Promise.all(names.map((name) => mkdir(folder(name))))
  const variables = { LOG: machine.at('log'), RESULTS: folder('results'), HOLD: machine.at('hold') }
  const words = [
    'run', '--alone', ...signs, '--', inCheckout('examples/gate/poll.sh'),
    server.incoming, folder('work'), folder('done'), inCheckout('tests/gate/process.sh'),
  ]
  return {
    words,
    variables,
    hold: machine.at('hold'),
    /** As cron does it. */
    run: () => machine.run(words, variables),
    start: (options) => machine.start(words, { ...variables, ...options }),
    /** Lets the files that are there have been left alone for a while. */
    async settle() {
      const then = new Date(Date.now() - aWhile)
      for (const name of await readdir(server.incoming)) await utimes(join(server.incoming, name), then, then)
    },
    /** What has come of it: the results by the partner's names, each as often as there is one. */
    async results() {
      const results = []
      for (const name of await readdir(folder('results'))) {
        if (!name.startsWith('.')) results.push([own(name), await readFile(join(folder('results'), name), 'utf8')])
      }
      return results.sort(([a], [b]) => (a < b ? -1 : 1))
    },
    /** What is left to do. */
    async left() {
      const waiting = await Promise.all([readdir(server.incoming), readdir(folder('work'))])
      return waiting.flat().filter((name) => !name.startsWith('.')).map(own).sort()
    },
    /** How often each file was tried. */
    async tries() {
      if (!existsSync(variables.LOG)) return []
      return (await readFile(variables.LOG, 'utf8')).split('\n').filter(Boolean).map(own).sort()
    },
  }
}

/** `20250207T030000Z-4711-a.hl7` is the partner's `a.hl7`. */
function own(name) {
  return name.replace(/^\d{8}T\d{6}Z-\d+-/, '')
}
