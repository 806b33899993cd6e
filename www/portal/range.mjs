// One byte range of RFC 9110, 14.1.2, against a length.

/**
 * The bytes that a `Range` header asks for.
 *
 * | header                           | answer                   |
 * | -------------------------------- | ------------------------ |
 * | none, malformed, several ranges  | `undefined`: send it all |
 * | `bytes=2-5`, `bytes=2-`          | `{ first, last }`        |
 * | `bytes=-5`                       | the last five            |
 * | past the end, or the last none   | `{ unsatisfiable: true }`|
 */
export function rangeOf(header, length) {
  const match = /^bytes=(\d*)-(\d*)$/i.exec((header ?? '').replaceAll(' ', ''))
  if (!match || (match[1] === '' && match[2] === '')) return undefined

  const from = match[1] === '' ? Math.max(0, length - Number(match[2])) : Number(match[1])
  const to = match[1] === '' || match[2] === '' ? length - 1 : Number(match[2])
  // `bytes=5-2` is malformed, not empty, and the standard says to ignore it.
  if (match[1] !== '' && match[2] !== '' && from > to) return undefined
  if (from >= length) return { unsatisfiable: true }
  return { first: from, last: Math.min(to, length - 1) }
}
