// An organisation that signs its people on, as Cloudflare Access does: keys that anybody may fetch, and tokens signed
// with them. The signatures are real ones, by Node's own cryptography.

import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { once } from 'node:events'

import { replaced } from './bundle.mjs'

/** Starts it. `url` is the team's address, and `asked` how often its keys were fetched. */
export async function startTeam() {
  const team = { asked: 0, keys: [], broken: false, url: undefined }
  const server = createServer((incoming, outgoing) => {
    team.asked += 1
    if (team.broken) return outgoing.writeHead(500).end('oops')
    if (incoming.url !== '/cdn-cgi/access/certs') return outgoing.writeHead(404).end()
    outgoing.writeHead(200, { 'Content-Type': 'application/json' })
    outgoing.end(JSON.stringify({ keys: team.keys.map(({ jwk }) => jwk) }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  team.url = `http://127.0.0.1:${server.address().port}`
  team.close = () => new Promise((resolve) => server.close(resolve).closeAllConnections())
  return team
}

/** A key of the team, which it publishes from now on if it is `known`. */
export function newKey(team, kid, { known = true } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }
  const key = { kid, jwk, privateKey }
  if (known) team.keys.push(key)
  return key
}

/** A token as the team would make it; `claims` and `header` change what is in it. */
export function sign(team, key, { claims = {}, header = {}, now }) {
  const seconds = Math.floor(now / 1000)
  const whole = {
    aud: ['the-application'], email: 'ana@registry.example', iss: team.url, iat: seconds, nbf: seconds, exp: seconds + 3600,
    sub: 'a-person', type: 'app', ...claims,
  }
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${encode({ alg: 'RS256', kid: key.kid, typ: 'JWT', ...header })}.${encode(whole)}`
  return `${input}.${createSign('RSA-SHA256').update(input).sign(key.privateKey, 'base64url')}`
}

/** Lets the runtime reach this machine, which it otherwise takes for somebody's private network. */
export function reachable(text) {
  return replaced(text, 'allow = ["public"],', 'allow = ["public", "private"],')
}
