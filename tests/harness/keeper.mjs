// A site whose schedule changes: the gate and its keeper, asked as an operator asks, with every answer looked at.

import { readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'

import { founding } from './schedule.mjs'
import { openSite, openSiteFor } from './site.mjs'

/** What opens everything in a test: no secret of anybody's. */
export const rootToken = 'a-root-token-that-is-only-for-tests-0123456789'

const api = '/_maintenance/admin/v1'

/** The text of the founding notice's schedule, after an edit. */
export async function foundingDocument(edit = (text) => text) {
  return edit(await readFile(founding.file, 'utf8'))
}

/** A site with a keeper for all the tests of a file; `openSite` has the settings. */
export async function openKeptSite(settings = {}) {
  return kept(await openSite(withRoot(settings)))
}

/** A site with a keeper for one test. */
export async function openKeptSiteFor(t, settings = {}) {
  return kept(await openSiteFor(t, withRoot(settings)))
}

function withRoot(settings) {
  return { ...settings, environment: { INTERMISSION_ADMIN_TOKEN: rootToken, ...settings.environment } }
}

function kept(site) {
  return Object.assign(site, { operator: operator(site.send) })
}

/** Somebody who asks the admin API through `send`, with a token, at an instant where the build lets them say so. */
export function operator(send, { token = rootToken, now } = {}) {
  const ask = async (method, path, { body, base, key, headers = {}, now: at = now } = {}) => {
    const answer = await send({
      method,
      path: `${api}/${path}`,
      body: body === undefined ? undefined : JSON.stringify(body),
      now: at,
      headers: {
        Authorization: `Bearer ${token}`,
        ...body === undefined ? {} : { 'Content-Type': 'application/json' },
        ...base === undefined ? {} : { 'If-Match': base === '*' ? '*' : `"${base}"` },
        ...key === undefined ? {} : { 'Idempotency-Key': key },
        ...headers,
      },
    })
    answer.json = answer.text === '' ? undefined : JSON.parse(answer.text)
    return answer
  }
  return {
    ask,
    as: (other) => operator(send, { token, now, ...other }),
    get: (path, options) => ask('GET', path, options),
    publish: (document, base, options) => ask('PUT', 'schedule', { body: { document }, base, ...options }),
    step: (window, verb, body = {}, base = '*', options = {}) => {
      return ask('POST', `windows/${window}/${verb}`, { body, base, ...options })
    },
    add: (window, base = '*', options = {}) => ask('POST', 'windows', { body: window, base, ...options }),
    rollback: (number, base = '*', options = {}) => ask('POST', `revisions/${number}/rollback`, { body: {}, base, ...options }),
    /** A key that nobody used before. */
    newKey: () => randomUUID(),
  }
}

/** Resolves with the milliseconds that it took until `health` says `revision`, and fails after ten seconds. */
export async function inForce(send, revision) {
  const since = performance.now()
  for (;;) {
    const health = JSON.parse((await send({ path: '/_maintenance/health' })).text)
    const took = performance.now() - since
    if (health.revision >= revision) return took
    if (took > 10_000) throw new Error(`revision ${revision} is not in force after 10 s: ${JSON.stringify(health)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
