// Reading what a client sends, and not more than the portal is willing to hold.

const mostBytes = 64 * 1024

// An answer sent while the client still writes is often lost with the reset connection. So a body that is somewhat too
// large is read to its end and thrown away; only beyond this does the portal stop listening.
const mostDiscardedBytes = 1024 * 1024

/** The body was larger than the portal accepts. */
export class TooLarge extends Error {
  constructor() {
    super(`the body is larger than ${mostBytes / 1024} KiB`)
  }
}

/** The whole body. Throws `TooLarge` above 64 KiB. */
export async function readBody(request) {
  const chunks = []
  let length = 0
  // Leaving the loop early must not take the connection down with it: the 413 has still to be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > mostDiscardedBytes) break
    if (length <= mostBytes) chunks.push(chunk)
  }
  if (length > mostBytes) throw new TooLarge()
  return Buffer.concat(chunks)
}

/** The fields of a posted form, as trimmed text by name. */
export async function readAnswers(request) {
  const fields = new URLSearchParams((await readBody(request)).toString('utf8'))
  return new Map([...fields].map(([name, value]) => [name, value.trim()]))
}
