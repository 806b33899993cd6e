/* `timeline.json` as numbers, which is all that crosses into the wasm. `tell` in `border.rs` says which. */

/** A number for a text: Fowler, Noll and Vo's, never 0. */
export function hash(text) {
  let hash = 0x811c9dc5
  for (const letter of String(text)) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193)
  return hash >>> 0 || 1
}

/** `now` is when it was read. Throws when it is no timeline. */
export function numbers({ revision, service, channels, windows }, now) {
  const ids = channels.map(({ id }) => id)
  return [
    now, revision ?? 0, service.imminent ?? 0, ids.length,
    ...channels.flatMap(({ id, disposition }) => [hash(id), disposition !== 'unaffected']),
    ...windows.flatMap((window) => {
      const { id, of, phase, start, end, reason, overrun, reopens, summary, channels } = window
      const places = channels.map((id) => ids.indexOf(id)).filter((place) => place >= 0)
      return [
        hash([id, of]), hash([start, end, reason, overrun, summary]),
        ['ended', 'cancelled'].indexOf(phase) + 1,
        Date.parse(start), Date.parse(end), overrun === 'hold', Date.parse(reopens), places.length, ...places,
      ]
    }),
  ].map(Number)
}
