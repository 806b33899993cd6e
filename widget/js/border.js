/* The wasm: its decisions, as functions of numbers and lists of numbers. `border.rs` is the other side. */

/** Where this does not come, it may come later, as what the network did not bring: a `TypeError`, as `fetch` throws. */
export async function open(coming) {
  const response = await coming
  if (!response.ok) throw new TypeError(response.url)
  // Not while it streams: a host that calls the file something else would be refused, and it is small.
  const { instance } = await WebAssembly.instantiate(await response.arrayBuffer())
  const { memory, room, numbers, count, tell, recall, kept, say, dismiss } = instance.exports
  // The memory is another one after it has grown, so it is looked at last.
  const list = (place, length) => new Float64Array(memory.buffer, place, length)
  const put = (given) => list(room(given.length), given.length).set(given)
  const taken = () => [...list(numbers(), count())]
  return {
    tell(document, now) {
      put(document)
      tell(now)
    },
    recall(rows) {
      put(rows)
      recall()
    },
    kept() {
      kept()
      return taken()
    },
    say(channel, now, seen) {
      say(channel, now, seen)
      return taken()
    },
    dismiss,
  }
}
