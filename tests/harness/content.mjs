// The bytes that the origin offers, the same in its process and in the tests that compare with them.

import { brotliCompressSync, gzipSync } from 'node:zlib'

const page = '<!DOCTYPE html><title>Records</title><p>' + 'one line of many, '.repeat(500)

export const gzipBytes = gzipSync(page)
export const brotliBytes = brotliCompressSync(page)

export const fileBytes = patterned(10_000)

/** More than any buffer on the way holds. Repeats, but at a length that is no buffer's. */
export const largeBytes = Buffer.alloc(24 * 1024 * 1024, patterned(100_003))

/** Bytes in which every place looks different from its neighbours, so that none can be lost or swapped unseen. */
export function patterned(length) {
  const bytes = Buffer.allocUnsafe(length)
  let state = 1
  for (let at = 0; at < length; at += 1) {
    state = Math.imul(state, 1_103_515_245) + 12_345
    bytes[at] = state >> 16
  }
  return bytes
}
