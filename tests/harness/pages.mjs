// An origin whose pages a test writes: what it answers next is `answer`, and what reached it is `requests`.

import { once } from 'node:events'
import { createServer } from 'node:http'

/** A page of a web application, whole but for what a test puts in. */
export function html({ lang = 'en', head = '', body = '<main><h1>Records</h1></main>', bodyTag = '<body>' } = {}) {
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>Records</title>${head}</head>${bodyTag}${body}</body></html>`
}

/** Starts it; what stands behind a site is closed with the site. */
export async function startPages() {
  const pages = { requests: [], answer: undefined }
  const server = createServer((request, response) => {
    pages.requests.push(request)
    const { status = 200, headers = {}, body = html() } = pages.answer?.(request) ?? {}
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers })
    response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(pages, {
    port: server.address().port,
    async close() {
      server.close()
      server.closeAllConnections()
    },
  })
}
