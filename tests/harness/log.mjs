// What a child process says: kept whole, and waited for.

import { createInterface } from 'node:readline'

const patienceMillis = 10_000

/** The log of a child process, of all the given streams together. */
export function keepLog(...streams) {
  const lines = []
  const readers = new Set()
  for (const stream of streams) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      for (const reader of readers) reader()
    })
  }

  return {
    text: () => lines.join('\n'),
    count: (pattern) => lines.filter((line) => pattern.test(line)).length,

    /** Resolves once `count` lines match; what is logged may arrive after the answer that it is about. */
    says(pattern, count = 1) {
      return new Promise((resolve, reject) => {
        const look = () => {
          if (this.count(pattern) < count) return
          settle(resolve)
        }
        const settle = (how, why) => {
          readers.delete(look)
          clearTimeout(patience)
          how(why)
        }
        const missing = `expected the log to say ${pattern} ${count} ×`
        const patience = setTimeout(() => settle(reject, new Error(missing)), patienceMillis)
        readers.add(look)
        look()
      })
    },
  }
}
