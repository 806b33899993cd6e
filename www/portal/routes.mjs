// The portal's addresses: which answer belongs to which path and method, and who may see it.

import { readAnswers, readBody, TooLarge } from './body.mjs'
import { checkRecord, checkSignIn } from './checks.mjs'
import { answerFile, loadFolder } from './files.mjs'
import { withErrors } from './form.mjs'
import { securityText } from './machine.mjs'
import { page, redirect, send, text } from './reply.mjs'
import { createSessions } from './sessions.mjs'

const pages = loadFolder(new URL('./pages/', import.meta.url))
const assets = loadFolder(new URL('./assets/', import.meta.url))
const machine = loadFolder(new URL('./machine/', import.meta.url))

// Names without a version in them: long enough to spare a page's worth of requests, short enough to see a change soon.
const assetCaching = 'public, max-age=300'

/** The portal as a listener for `node:http`. `now` gives the time in milliseconds, so that a test can own the clock. */
export function createPortal({ now }) {
  const sessions = createSessions({ now })
  const routes = createRoutes({ sessions, now })

  return async (request, response) => {
    send(response, request.method, await answer(routes, request))
  }
}

function createRoutes({ sessions, now }) {
  return new Map(Object.entries({
    '/': { GET: publicPage('start.html') },

    '/sign-in': {
      GET: (request) => (sessions.find(request) ? redirect('/home') : page(pages.get('sign-in.html'))),
      POST: async (request) => {
        const answers = await readAnswers(request)
        const errors = checkSignIn(answers)
        if (errors.length > 0) return page(withErrors(pages.get('sign-in.html'), answers, errors), 422)
        return redirect('/home', { 'Set-Cookie': sessions.open() })
      },
    },
    '/sign-out': {
      POST: async (request) => {
        await readBody(request)
        return redirect('/signed-out', { 'Set-Cookie': sessions.close(request) })
      },
    },
    '/signed-out': { GET: publicPage('signed-out.html') },

    '/home': signedIn({ GET: () => page(pages.get('home.html')) }),
    '/record': signedIn({
      GET: () => page(pages.get('record.html')),
      POST: async (request) => {
        const answers = await readAnswers(request)
        const errors = checkRecord(answers, now())
        if (errors.length > 0) return page(withErrors(pages.get('record.html'), answers, errors), 422)
        // See other: reloading the confirmation must not submit the record again.
        return redirect('/record/received')
      },
    }),
    '/record/received': signedIn({ GET: () => page(pages.get('received.html')) }),

    '/soap/iis': {
      POST: async (request) => {
        await readBody(request)
        const { bytes } = machine.get('connectivity-test-response.xml')
        return { status: 200, headers: { 'Content-Type': 'application/soap+xml; charset=utf-8' }, body: bytes }
      },
    },
    '/api/records.json': { GET: (request) => answerFile(machine.get('records.json'), request, 'no-cache') },
    '/robots.txt': { GET: (request) => answerFile(machine.get('robots.txt'), request, assetCaching) },
    '/.well-known/security.txt': { GET: () => text(200, securityText(now())) },
    '/healthz': { GET: () => text(200, 'ok\n') },
  }))

  /** Wraps every method of a private page: without a session there is nothing to see but the way in. */
  function signedIn(methods) {
    return Object.fromEntries(Object.entries(methods).map(([method, handler]) => [
      method,
      async (request) => {
        if (sessions.find(request)) return handler(request)
        await readBody(request)
        return redirect('/sign-in')
      },
    ]))
  }
}

async function answer(routes, request) {
  const path = pathOf(request.url)
  const methods = routes.get(path) ?? assetRoute(path)
  if (!methods) return explain(request, 404, 'not-found.html', 'not found')

  // HEAD is GET without the body; `send` leaves the body out.
  const handler = methods[request.method === 'HEAD' ? 'GET' : request.method]
  if (!handler) {
    const allow = Object.keys(methods).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ')
    return explain(request, 405, 'not-allowed.html', `method not allowed; allowed here: ${allow}`, { Allow: allow })
  }

  try {
    return await handler(request)
  } catch (error) {
    if (error instanceof TooLarge) {
      return explain(request, 413, 'too-large.html', error.message, { Connection: 'close' })
    }
    // A client that hangs up in the middle of its body is nobody's mistake here.
    if (error.code !== 'ECONNRESET') console.error(error)
    return explain(request, 500, 'failed.html', 'the portal failed to answer')
  }
}

/** The path as it was sent. Nothing is decoded or resolved: a path either is the exact name of something, or is not. */
function pathOf(target) {
  return target.replace(/^https?:\/\/[^/?]*/i, '').split('?', 1)[0]
}

function assetRoute(path) {
  const asset = path.startsWith('/assets/') && assets.get(path.slice('/assets/'.length))
  return asset ? { GET: (request) => answerFile(asset, request, assetCaching) } : undefined
}

function publicPage(name) {
  return (request) => answerFile(pages.get(name), request, 'no-cache')
}

/** A page for people, one line for programs. */
function explain(request, status, pageName, sentence, headers = {}) {
  const forPeople = request.headers.accept?.includes('text/html')
  const reply = forPeople ? page(pages.get(pageName), status) : text(status, `${sentence}\n`)
  return { ...reply, headers: { ...reply.headers, ...headers, Vary: 'Accept' } }
}
