// The secrets of a site that lets somebody pass, and links as bypass/src/seal.rs says that they are signed: written a
// second time, so that the two can disagree.

import { createHmac } from 'node:crypto'

export const secret = '3q2+7wvQ0tXh6yqV1mJ8ZkPpC5rN4sLdUaE9gTfYbWo='
export const token = 'Zt6mQ9xR2vB7nK4wH8sJ1dL5fG3pC0yT'

/** What a machine sends. */
export const withToken = { 'Intermission-Bypass': token }

/** The address of a link for a host, which is over at `expires`; `to` is where it leads. */
export function link({ host, expires, to, key = secret }) {
  const seconds = Math.floor(expires / 1000)
  const query = new URLSearchParams({ expires: seconds, signature: signature('link', key, host, seconds) })
  if (to !== undefined) query.set('to', to)
  return `/_maintenance/bypass?${query}`
}

/** What a browser sends of a cookie for a host. */
export function cookie({ host, expires, key = secret, purpose = 'cookie' }) {
  const seconds = Math.floor(expires / 1000)
  return `__Host-intermission-bypass=${seconds}.${signature(purpose, key, host, seconds)}`
}

function signature(purpose, key, host, seconds) {
  return createHmac('sha256', key).update(`intermission bypass ${purpose} 1\n${host}\n${seconds}`).digest('base64url')
}
