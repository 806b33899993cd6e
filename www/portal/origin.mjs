// Starts the demo portal: the origin that Intermission's edge stands in front of.
//
//     node www/portal/origin.mjs --port 8788 --host 127.0.0.1
//
// One line on stdout says that it is ready and where; port 0 takes any free port, and the line names it.
// Requests are not logged, so that a load test measures the portal and not the terminal.

import { createServer } from 'node:http'
import { parseArgs } from 'node:util'

import { createPortal } from './routes.mjs'

const usage = 'usage: node origin.mjs [--port 8788] [--host 127.0.0.1]'

// A browser that keeps its connection open must not keep a stopped portal alive for longer than this.
const closingGraceMillis = 2_000

start(addressFrom(process.argv.slice(2)))

function start({ host, port }) {
  const server = createServer({ requestTimeout: 15_000 }, createPortal({ now: Date.now }))

  server.once('error', (error) => refuse(`cannot listen on ${hostAndPort(host, port)}: ${reasonOf(error)}`))
  server.listen({ host, port }, () => {
    console.log(`portal listening on http://${hostAndPort(host, server.address().port)}`)
  })

  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop(server))
}

/** Lets answers under way finish; the process ends by itself once nothing is open. */
function stop(server) {
  server.close()
  setTimeout(() => server.closeAllConnections(), closingGraceMillis).unref()
}

function addressFrom(args) {
  const options = { port: { type: 'string', default: '8788' }, host: { type: 'string', default: '127.0.0.1' } }
  let values
  try {
    values = parseArgs({ args, options }).values
  } catch (error) {
    // Node's own message goes on with advice about positional arguments that would only mislead here.
    refuse(`${error.message.split(/[.\n]/, 1)[0]}; ${usage}`)
  }
  const { host, port } = values
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    refuse(`expected a port from 0 to 65535, but found \`${port}\`; ${usage}`)
  }
  if (host === '') refuse(`expected a host name or address after --host; ${usage}`)
  return { host, port: Number(port) }
}

function reasonOf(error) {
  const reasons = {
    EADDRINUSE: 'the port is already in use',
    EACCES: 'this user may not use the port',
    EADDRNOTAVAIL: 'this machine does not have the address',
    ENOTFOUND: 'the host name is not known',
  }
  return reasons[error.code] ?? error.message
}

function hostAndPort(host, port) {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}

function refuse(sentence) {
  console.error(`portal: ${sentence}`)
  process.exit(1)
}
