// A subscriber: a server of its own that remembers what it was sent, and answers as a test says.

import { createServer } from 'node:http'
import { once } from 'node:events'

import { founding } from './schedule.mjs'
import { openKeptSiteFor } from './keeper.mjs'
import { replaced } from './bundle.mjs'

const patienceMillis = 15_000

/** Starts a subscriber. `answer(message, number)` gives the status, or writes to the response itself. */
export async function startSubscriber(t, answer = () => 200, port = 0) {
  const messages = []
  const waiting = new Set()
  const sockets = new Set()
  const server = createServer(async (incoming, outgoing) => {
    const chunks = []
    for await (const chunk of incoming) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString('utf8')
    const { method, url, headers } = incoming
    const message = { method, url, headers, text, id: headers['webhook-id'] }
    messages.push(message)
    for (const look of waiting) look()
    const status = await subscriber.answer(message, messages.length, outgoing)
    if (typeof status === 'number') outgoing.writeHead(status).end(`status ${status}`)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const subscriber = {
    answer,
    messages,
    ids: () => messages.map(({ id }) => id),
    /** Resolves once so many messages have come. */
    has(count) {
      return new Promise((resolve, reject) => {
        const settle = (how, why) => {
          waiting.delete(look)
          clearTimeout(late)
          how(why)
        }
        const look = () => messages.length >= count && settle(resolve, messages)
        const late = setTimeout(() => {
          settle(reject, new Error(`expected ${count} messages, found ${messages.length}: ${subscriber.ids()}`))
        }, patienceMillis)
        waiting.add(look)
        look()
      })
    },
    /** As a process that is killed: every connection breaks, and nobody listens. */
    async kill() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => { server.listening ? server.once('close', resolve) : resolve() })
    },
  }
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  subscriber.port = server.address().port
  subscriber.url = `http://127.0.0.1:${subscriber.port}/hook`
  t.after(() => subscriber.kill())
  return subscriber
}

/** Lets webhooks reach this machine, as somebody does who serves themselves. */
export function reachingPrivate(text) {
  return replaced(text, 'allow = ["public"]', 'allow = ["public", "private"]')
}

/** A site whose webhooks may reach this machine. */
export async function openTellingSite(t, settings = {}) {
  const site = await openKeptSiteFor(t, {
    configure: reachingPrivate, environment: { INTERMISSION_WEBHOOK_PRIVATE: 'allow' }, ...settings,
  })
  return Object.assign(site, telling(site.operator))
}

/** What an operator does with webhooks; `now` is the instant at which they do it. */
export function telling(operator, now = founding.start - 7_200_000) {
  const post = (path, body, at = now) => operator.ask('POST', path, { body, now: at })
  return {
    async subscribe(subscriber, settings = {}, at = now) {
      const answer = await post('webhooks', { name: `subscriber ${operator.newKey()}`, url: subscriber.url, ...settings }, at)
      if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.text}`)
      return answer.json
    },
    post,
    /** Wakes the keeper at an instant, and waits until what is due then was tried. */
    wake: (at) => operator.ask('POST', 'run-the-alarm', { now: at }),
    log: async (id, at = now) => (await operator.get(`webhooks/${id}/deliveries`, { now: at })).json.deliveries,
    health: async (id, at = now) => (await operator.get(`webhooks/${id}`, { now: at })).json.health,
  }
}

/** What `look` gives once it is as `isRight` wants it: an alarm of the runtime comes when it comes. */
export async function eventually(look, isRight) {
  const since = performance.now()
  for (;;) {
    const found = await look()
    if (isRight(found)) return found
    if (performance.now() - since > patienceMillis) throw new Error(`it never became right: ${JSON.stringify(found)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
