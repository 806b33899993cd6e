// Who is signed in. Sessions live in memory only: restarting the portal signs everybody out.

import { randomBytes } from 'node:crypto'

const cookieName = 'portal_session'

// A working day without a request. Shorter would sign a slow reader out in the middle of the form.
const lifetimeMillis = 8 * 60 * 60 * 1000

// A load test signs in for ever and never out, so the oldest sessions make room.
const mostSessions = 10_000

export function createSessions({ now }) {
  /** Session id to the instant it was last used, least recently used first. */
  const lastUsed = new Map()

  return {
    /** Starts a session and returns its `Set-Cookie` value. */
    open() {
      const id = randomBytes(24).toString('base64url')
      lastUsed.set(id, now())
      if (lastUsed.size > mostSessions) lastUsed.delete(lastUsed.keys().next().value)
      return setCookie(id)
    },

    /** Whether the request belongs to a session that is still good; finding it renews it. */
    find(request) {
      const id = idFrom(request)
      if (!lastUsed.has(id)) return false
      const idleMillis = now() - lastUsed.get(id)
      lastUsed.delete(id)
      if (idleMillis >= lifetimeMillis) return false
      lastUsed.set(id, now())
      return true
    },

    /** Ends the request's session, if it has one, and returns the `Set-Cookie` value that makes the browser forget it. */
    close(request) {
      lastUsed.delete(idFrom(request))
      return `${setCookie('')}; Max-Age=0`
    },
  }
}

// Lax, not Strict, so that a link from a colleague's e-mail opens the page and not the sign-in.
function setCookie(value) {
  return `${cookieName}=${value}; HttpOnly; SameSite=Lax; Path=/`
}

function idFrom(request) {
  const prefix = `${cookieName}=`
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length)
}
