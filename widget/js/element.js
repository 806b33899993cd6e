/* `<maintenance-banner>`: its attributes, properties and events, which the README lists. What to say is
   decided in wasm, how to say it in `paper.js`; here is when. */
import { advice, changes, phases, states } from './names.js'
import { Paper } from './paper.js'

export class MaintenanceBanner extends HTMLElement {
  static observedAttributes = ['channel', 'lang', 'remind']

  /** What all elements of a page share. Set before the element is registered. */
  static source

  #paper
  #lang
  #words
  #reminded = ''
  #handled = false
  #phase = null
  #window = null

  /** Whether something on the page would be lost. A page that knows better puts its own here. */
  hasUnsavedWork = () => [...document.querySelectorAll('input, select, textarea')].some(isEdited)

  get channel() { return this.getAttribute('channel') ?? '' }
  set channel(value) { this.setAttribute('channel', value) }

  get remind() { return this.hasAttribute('remind') }
  set remind(value) { this.toggleAttribute('remind', value) }

  /** The phase of what is shown, or null. */
  get phase() { return this.#phase }

  /** The window of what is shown, as `timeline.json` has it, or null. */
  get window() { return this.#window }

  connectedCallback() {
    MaintenanceBanner.source.add(this)
  }

  disconnectedCallback() {
    MaintenanceBanner.source.remove(this)
  }

  attributeChangedCallback() {
    if (this.isConnected) MaintenanceBanner.source.tick()
  }

  /** Puts away what is shown, until its next phase or a change. An event that is cancelled keeps it. */
  dismiss() {
    if (this.#window && this.#tell('dismiss', { phase: this.#phase }, true)) {
      const { id, of, start, end } = this.#window
      MaintenanceBanner.source.dismiss(this.channel, [id, of, this.#phase, start, end].join('~'))
    }
  }

  /** Looks at the timeline now. */
  refresh() {
    return MaintenanceBanner.source.refresh()
  }

  /** Shows what is to be shown now, and says until when that stands. The source calls it. */
  show() {
    try {
      return this.#hasWords() ? this.#show() : Infinity
    } catch {
      return Infinity
    }
  }

  #show() {
    const { source } = MaintenanceBanner
    const said = source.say(this.channel)
    const [until, place, phase, state, left, change, start, end, instructions, announce, reminder] = said
    const window = source.given.windows[place] ?? null
    const before = this.#phase
    this.#window = window
    this.#phase = window && phases[phase]
    this.#paper ??= new Paper(this.shadowRoot ?? this.attachShadow({ mode: 'open' }), () => this.dismiss())
    if (window) {
      if (this.remind && reminder) this.#remind(reminder)
      this.#paper.write({
        words: this.#words, reader: this.#lang, given: source.given, channel: this.channel, window, phase: this.#phase,
        state: states[state], left, change: changes[change], before: [start, end], advice: advice[instructions],
        announce, save: this.remind && reminder && !this.#handled && this.hasUnsavedWork(), base: source.address,
      })
    } else {
      this.#paper.clear()
    }
    if (before !== this.#phase) this.#tell('phasechange', { phase: this.#phase, before })
    return until
  }

  /** The words of the language that the element is in; until they are here, nothing changes. */
  #hasWords() {
    const lang = this.closest('[lang]')?.lang ?? ''
    if (lang !== this.#lang) {
      this.#lang = lang
      const { source } = MaintenanceBanner
      source.words(lang).then((words) => {
        this.#words = words
        source.tick()
      }, () => {
        this.#lang = undefined
      })
    }
    return !!this.#words
  }

  #remind(reminder) {
    const { id, of, start } = this.#window
    const due = [id, of, start, reminder].join()
    if (due === this.#reminded) return
    this.#reminded = due
    this.#handled = !this.#tell('beforestart', { start: new Date(start), last: reminder === 2 }, true)
  }

  #tell(type, detail, cancelable = false) {
    detail.window = this.#window
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }))
  }
}

function isEdited(field) {
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected)
  return field.checked !== field.defaultChecked || field.value !== field.defaultValue
}
