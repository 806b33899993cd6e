// What stands between gates and their keeper when the network is at fault: it passes everything on, until a test says
// otherwise. The keeper behind it is the real one.

import http from 'node:http'
import { once } from 'node:events'

/** Starts it in front of the keeper on `port`. */
export async function startBetween(port) {
  const between = { asked: 0, fault: undefined, port: undefined, target: port }
  const agent = new http.Agent({ keepAlive: true })

  const server = http.createServer((incoming, outgoing) => {
    between.asked += 1
    const pass = () => passOn(between.target, agent, incoming, outgoing)
    if (between.fault) between.fault({ incoming, outgoing, pass })
    else pass()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return Object.assign(between, {
    port: server.address().port,
    async close() {
      agent.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}

/** Faults that a network, or a keeper that is not itself, may have. */
export const faults = {
  /** Everything takes so long. */
  slow: (millis) => ({ pass }) => setTimeout(pass, millis),
  /** The connection breaks before an answer. */
  broken: () => ({ incoming }) => incoming.socket.destroy(),
  /** Nothing ever comes. */
  silent: () => () => {},
  /** Somebody else answers. */
  answering: (status, headers, body) => ({ outgoing }) => outgoing.writeHead(status, headers).end(body),
}

function passOn(port, agent, incoming, outgoing) {
  const { method, url: path, headers } = incoming
  const onward = http.request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.rawHeaders)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}
