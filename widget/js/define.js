/* Registers the element. Everything is asked for at once; nothing is registered before all of it is
   there, so that what the server wrote stands until then. */
import { MaintenanceBanner } from './element.js'
import { Source } from './source.js'
import initialise, * as widget from './widget.js'

export async function define({ tag, address, ask, told, parts, wasm: module_or_path }) {
  const url = (path) => new URL(path, parts)
  const [wasm] = await Promise.all([
    initialise({ module_or_path }),
    // The most likely language, so that it is here when it is wanted.
    Source.words(url, document.documentElement.lang),
  ])
  if (!wasm || customElements.get(tag)) return
  MaintenanceBanner.source = new Source({ widget, address, ask, told, url })
  customElements.define(tag, MaintenanceBanner)
}
