/* Registers the element. Everything is asked for at once; nothing is registered before all of it is
   there, so that what the server wrote stands until then. */
import { MaintenanceBanner } from './element.js'
import { Source } from './source.js'
import * as widget from './widget.js'

export async function define({ tag, address, ask, told, parts, wasm }) {
  const url = (path) => new URL(path, parts)
  await Promise.all([
    initialise(wasm),
    // The most likely language, so that it is here when it is wanted.
    Source.words(url, document.documentElement.lang),
  ])
  if (customElements.get(tag)) return
  MaintenanceBanner.source = new Source({ widget, address, ask, told, url })
  customElements.define(tag, MaintenanceBanner)
}

/** Where it does not come, it may come later, as what the network did not bring: a `TypeError`, as `fetch` throws. Not
    while it streams: a host that calls the file something else would be refused, and it is small. */
async function initialise(coming) {
  const response = await coming
  if (!response.ok) throw new TypeError(response.url)
  widget.initSync({ module: await WebAssembly.compile(await response.arrayBuffer()) })
}
