// The origin from the tests' side: starts the process, reads its record, and exchanges signals with it.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { receive, request } from './client.mjs'

/** Starts the origin as a process of its own. Resolves when it listens. */
export async function startOrigin() {
  const child = fork(fileURLToPath(new URL('./origin-process.mjs', import.meta.url)))
  const exited = once(child, 'exit')
  const [{ port, control }] = await once(child, 'message')
  const ask = async (method, path) => {
    const answer = await receive(request(control, { method, path }))
    if (answer.status !== 200) throw new Error(`the origin's control answered ${answer.status} to ${path}`)
    return answer.body
  }

  return {
    port,
    /** The requests that reached it since the last call, in order: `{ method, path, headers }`. */
    async take() {
      return JSON.parse(await ask('POST', '/take'))
    },
    /** Raises a signal that the origin waits for. */
    raise: (name) => ask('POST', `/signal/${name}`),
    /** Waits for a signal that the origin raises. */
    signal: (name) => ask('GET', `/signal/${name}`),
    async close() {
      child.kill()
      await exited
    },
  }
}
