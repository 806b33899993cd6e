// Files and how HTTP serves them: types, validators, 304, HEAD and a single byte range.
//
// A folder is read once, at the start, into a map by name. A request can only ask that map, so there is no path
// from a URL to the file system and nothing to traverse.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'

import { rangeOf } from './range.mjs'

const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
}

/** Every file of known type in one folder, by name. */
export function loadFolder(folder) {
  const names = readdirSync(folder).filter((name) => extname(name) in contentTypes)
  return new Map(names.map((name) => [name, load(new URL(name, folder))]))
}

/** The file as the answer to a GET or HEAD request. */
export function answerFile(file, request, cacheControl) {
  const headers = {
    'Accept-Ranges': 'bytes',
    'Cache-Control': cacheControl,
    'ETag': file.etag,
    'Last-Modified': file.modified.toUTCString(),
  }
  if (isFresh(file, request.headers)) return { status: 304, headers }

  headers['Content-Type'] = file.type
  // RFC 9110, 14.2: a range means something to GET alone.
  const mayBePart = request.method === 'GET' && isSameVersion(file, request.headers['if-range'])
  const range = mayBePart && rangeOf(request.headers.range, file.bytes.length)
  if (!range) return { status: 200, headers, body: file.bytes }

  if (range.unsatisfiable) {
    const { 'Content-Type': _, ...others } = headers
    return { status: 416, headers: { ...others, 'Content-Range': `bytes */${file.bytes.length}` } }
  }
  const { first, last } = range
  headers['Content-Range'] = `bytes ${first}-${last}/${file.bytes.length}`
  return { status: 206, headers, body: file.bytes.subarray(first, last + 1) }
}

function load(url) {
  const bytes = readFileSync(url)
  const modified = statSync(url).mtime
  // HTTP dates have whole seconds; a finer one here would make every If-Modified-Since look older than the file.
  modified.setMilliseconds(0)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return { bytes, etag, modified, type: contentTypes[extname(url.pathname)] }
}

/** RFC 9110, 13.2.2: If-None-Match decides alone when it is there; the date counts only without it. */
function isFresh(file, headers) {
  const known = headers['if-none-match']
  if (known !== undefined) {
    return known.trim() === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === file.etag)
  }
  return file.modified.getTime() <= Date.parse(headers['if-modified-since'])
}

/** A range of another version would be glued to the wrong bytes, so If-Range must name this one exactly. */
function isSameVersion(file, ifRange) {
  return ifRange === undefined || ifRange === file.etag || ifRange === file.modified.toUTCString()
}
