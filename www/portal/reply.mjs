// Replies: plain values `{ status, headers, body }`, and the one place that writes them out.

// No page has a script or an inline style of its own. What the policy allows besides the portal's own files is what the
// banner asks for that the edge writes into pages: wasm, and nothing else. It goes on every answer, since a drawing that is
// opened by itself is a document too.
const protection = {
  'Content-Security-Policy':
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
}

/** A page that depends on who asks. Never stored: clinics share computers, and Back must not show it after sign-out. */
export function page(file, status = 200) {
  return { status, headers: { 'Content-Type': file.type, 'Cache-Control': 'no-store' }, body: file.bytes }
}

/** See other: whatever was asked, go on with a GET there. */
export function redirect(location, headers = {}) {
  return { status: 303, headers: { Location: location, 'Cache-Control': 'no-store', ...headers } }
}

export function text(status, body) {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  return { status, headers, body: Buffer.from(body) }
}

export function send(response, method, { status, headers, body }) {
  const length = status === 304 ? {} : { 'Content-Length': body?.length ?? 0 }
  response.writeHead(status, { ...protection, ...length, ...headers })
  response.end(method === 'HEAD' ? undefined : body)
}
