/* Registers the element. Everything is asked for at once; nothing is registered before all of it is
   there, so that what the server wrote stands until then. */
import { open } from './border.js'
import { MaintenanceBanner } from './element.js'
import { Source } from './source.js'

export async function define({ tag, address, ask, told, parts, wasm }) {
  const url = (path) => new URL(path, parts)
  const [widget] = await Promise.all([
    open(wasm),
    // The most likely language, so that it is here when it is wanted.
    Source.words(url, document.documentElement.lang),
  ])
  if (customElements.get(tag)) return
  MaintenanceBanner.source = new Source({ widget, address, ask, told, url })
  customElements.define(tag, MaintenanceBanner)
}
