// A host of its own for pages that embed the banner: files of folders, by the beginning of their addresses.

import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json',
}

/**
 * Serves folders, closed after the test. `change(text)` is what becomes of the text of a page; pages in hand, by their
 * addresses, are in `pages`.
 */
export async function serveFiles(t, { folders = {}, pages = {}, headers = {}, change = (text) => text }) {
  const find = async (pathname) => {
    if (Object.hasOwn(pages, pathname)) return Buffer.from(pages[pathname])
    const [prefix] = Object.keys(folders).filter((prefix) => pathname.startsWith(prefix)).sort((a, b) => b.length - a.length)
    if (prefix === undefined) return undefined
    // What is called whole is a file.
    const path = join(folders[prefix], decodeURIComponent(pathname.slice(prefix.length)))
    return (await stat(path).catch(() => undefined))?.isFile() ? readFile(path) : undefined
  }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://host')
    if (pathname === '/favicon.ico') return response.writeHead(204).end()
    const found = await find(pathname)
    const type = types[extname(pathname) || '.html'] ?? 'text/plain'
    const body = found && type.startsWith('text/html') ? change(found.toString()) : found
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type, ...headers })
    response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.close()
    server.closeAllConnections()
  })
  return { port: server.address().port }
}
